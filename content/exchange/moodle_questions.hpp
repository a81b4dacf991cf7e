// One question of Moodle XML, of the types that have a kind here.
//
// Pure. The only headers that show pugixml are this one and none outside the folder.
#pragma once

#include <pugixml.hpp>
#include <set>
#include <string>

#include "content/exchange/brought.hpp"

namespace certamen::content {

// What the question's readers say to the author.
class MoodleVoice {
 public:
  explicit MoodleVoice(Builder& builder) : builder_(builder) {}

  void begin(std::size_t line) { line_ = line; }
  void remark(std::string what) { builder_.remark(line_, std::move(what)); }
  // What a whole file may have in every question is said at the first of them.
  void once(const std::string& what) {
    if (said_.insert(what).second) builder_.remark(line_, what);
  }
  [[nodiscard]] Text text(std::string_view raw, Markup markup) { return builder_.text(line_, raw, markup); }
  [[nodiscard]] std::string words(std::string_view raw, Markup markup) { return builder_.words(line_, raw, markup); }

 private:
  Builder& builder_;
  std::size_t line_ = 0;
  std::set<std::string> said_;
};

// What stands between the tags of <text> inside `parent`, or of `parent` where it has none: character data of all kinds, and
// markup that somebody left unquoted.
[[nodiscard]] std::string inner_text(pugi::xml_node parent);

// How the text of a node is written; `otherwise` where it does not say.
[[nodiscard]] Markup markup_of(pugi::xml_node node, Markup otherwise);

// Kind and body of the question; its prompt and explanation are read, and the explanation may be taken from feedback to the
// right answer. The fault says why such a question cannot be asked here.
wire::Result<void> read_moodle_body(pugi::xml_node node, Question& question, MoodleVoice& voice);

}  // namespace certamen::content
