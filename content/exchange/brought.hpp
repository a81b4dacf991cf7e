// What every reader of other programs' files needs: one hand that puts their questions into topics of ours.
//
// Pure. The readers say what the file says, in its order; the builder makes ids, keeps to content/model/limits.hpp and turns
// whatever does not fit into remarks, so that every topic it gives can be written, linted without errors and built.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/exchange/brought_text.hpp"
#include "content/exchange/exchange.hpp"

namespace certamen::content {

// A fault for bytes that hold no questions of any format: empty, too large, not UTF-8 (with byte, line and a hint at
// Windows-1252). A byte order mark in front is taken off `bytes`.
wire::Result<void> check_bytes(std::string_view& bytes);

// Words in one language; the other is empty.
[[nodiscard]] Text text_in(wire::Language language, std::string words);

// Ids of lower-case letters, digits and single hyphens, at most id_characters_max, each once.
class Ids {
 public:
  // From the letters and digits of `title`, accents dropped; from `otherwise`, an id, where the title has none.
  // "-2", "-3", ... follow where an id is taken.
  [[nodiscard]] std::string make(std::string_view title, std::string_view otherwise);

 private:
  std::set<std::string> taken_;
  std::map<std::string, std::size_t> used_;  // the last number of a base
};

class Builder {
 public:
  explicit Builder(const ImportWish& wish);

  // The questions that follow belong to this category: names from the outermost to the innermost. The words that Moodle
  // puts in front of every path ("$course$", "top") are passed over. Without a category the topic is the wish's.
  void open_category(const std::vector<std::string>& path);
  // The same for files that know topics: id, title, languages, domain, source and notes are the heading's; an empty id or
  // title comes from the wish.
  void open_topic(const Topic& heading);

  // The plain words of a text of that line; what they cannot keep (images, formulas) becomes a remark.
  [[nodiscard]] std::string words(std::size_t line, std::string_view raw, Markup markup);
  // The same as a text in the wished language.
  [[nodiscard]] Text text(std::size_t line, std::string_view raw, Markup markup);

  // One question that was read at `line`. Its id is made from `name`, unless it has one. Kind, prompt and body are set;
  // texts are plain and in the languages of the topic. What does not fit is shortened or left out with a remark.
  void add(std::size_t line, std::string_view name, Question question);
  // One question that the file has and the topics will not: "the question is left out: <why>".
  void leave_out(std::size_t line, std::string_view why);
  void remark(std::size_t line, std::string what);

  // Topics with at least one question, at most 100 questions each; further ones are called "<id>-2", "<title> (2)".
  [[nodiscard]] Import take();

 private:
  // What becomes one topic.
  struct Part {
    std::vector<Question> questions;
    std::size_t text_bytes = 0;
  };
  // What the file has as one.
  struct Group {
    Topic heading;
    std::vector<std::string> path;
    std::vector<Part> parts;
    Ids ids;
  };

  [[nodiscard]] Topic heading() const;
  void name_topic(Group& group, bool alone) const;

  ImportWish wish_;
  std::vector<Group> groups_;
  std::map<std::vector<std::string>, std::size_t> group_by_path_;
  std::size_t open_ = 0;
  std::vector<Remark> remarks_;
  std::size_t question_count_ = 0;
  std::size_t flattened_count_ = 0;  // texts that lost their line breaks
};

}  // namespace certamen::content
