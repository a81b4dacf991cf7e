// Moodle XML: <quiz> with a <question> for each question and one of type "category" where another category begins.
//
// pugixml expands no entities of a file's own and fetches nothing. It keeps what it read before a file breaks.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "content/exchange/brought.hpp"
#include "content/exchange/category.hpp"
#include "content/exchange/domains.hpp"
#include "content/exchange/exchange.hpp"
#include "content/exchange/moodle_questions.hpp"
#include "content/exchange/moodle_xml.hpp"
#include "content/model/limits.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

using pugi::xml_node;

// Tags that are named in a remark; the others are counted.
constexpr std::size_t tags_named_max = 8;

// Lines of the file, by where they begin.
class LineIndex {
 public:
  explicit LineIndex(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      if (bytes[at] == '\n') ends_.push_back(at);
    }
  }
  [[nodiscard]] std::size_t line(std::ptrdiff_t offset) const {
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
    return static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), at) - ends_.begin()) + 1;
  }

 private:
  std::vector<std::size_t> ends_;
};

// A number at the end of a tag.
std::optional<std::uint32_t> number_after(std::string_view tag, std::string_view opening, std::uint32_t min,
                                          std::uint32_t max) {
  if (!tag.starts_with(opening)) return std::nullopt;
  tag.remove_prefix(opening.size());
  std::uint32_t number = 0;
  const auto read = std::from_chars(tag.data(), tag.data() + tag.size(), number);
  if (read.ec != std::errc() || read.ptr != tag.data() + tag.size() || number < min || number > max) return std::nullopt;
  return number;
}

struct Category {
  xml_node node;  // null for the questions before the first one
  std::vector<xml_node> questions;
};

bool is_category(xml_node question) {
  return std::string_view(question.attribute("type").value()) == "category";
}

// By name and number.
std::vector<Category> categories_of(const std::vector<xml_node>& questions) {
  std::vector<Category> categories(1);
  std::map<std::string, std::size_t> index_by_name;
  std::size_t open = 0;
  for (const xml_node question : questions) {
    if (!is_category(question)) {
      categories[open].questions.push_back(question);
      continue;
    }
    const std::string name = inner_text(question.child("category")) + '\n' + inner_text(question.child("idnumber"));
    const auto [entry, is_new] = index_by_name.emplace(name, categories.size());
    if (is_new) categories.push_back({question, {}});
    open = entry->second;
  }
  return categories;
}

class Importer {
 public:
  Importer(const LineIndex& lines, const ImportWish& wish) : lines_(lines), wish_(wish), builder_(wish), voice_(builder_) {}

  // A category may come again and again; its questions are one topic.
  void read(const Category& category) {
    if (category.node) {
      voice_.begin(lines_.line(category.node.offset_debug()));
      open_category(category.node);
    }
    for (const xml_node question : category.questions) {
      const std::size_t line = lines_.line(question.offset_debug());
      voice_.begin(line);
      read_question(line, question);
    }
  }

  void leave_out(xml_node node, std::string_view why) { builder_.leave_out(lines_.line(node.offset_debug()), why); }
  void remark(std::size_t line, std::string what) { builder_.remark(line, std::move(what)); }

  [[nodiscard]] Import take() {
    if (!tags_.empty()) {
      std::vector<std::string> named(
          tags_.begin(), std::next(tags_.begin(), static_cast<std::ptrdiff_t>(std::min(tags_.size(), tags_named_max))));
      const std::size_t others = tags_.size() - named.size();
      builder_.remark(0, fmt::format("tags are left out: {}{}", fmt::join(named, ", "),
                                     others == 0 ? "" : fmt::format(" and {} more", others)));
    }
    Import import = builder_.take();
    settle_domains(import.topics);
    return import;
  }

 private:
  void open_category(xml_node node) {
    const std::vector<std::string> path = category_path(inner_text(node.child("category")));
    const std::string id = voice_.words(inner_text(node.child("idnumber")), Markup::Plain);
    if (id.empty() || path.empty()) {
      builder_.open_category(path);
      return;
    }
    Topic heading;
    heading.id.text = Ids().make(id, "");
    heading.languages = {wish_.language == wire::Language::English, wish_.language == wire::Language::Spanish};
    heading.domain = wish_.domain;
    std::string title = path.back();
    if (title.ends_with(id_mark(heading.id.text))) title.resize(title.size() - id_mark(heading.id.text).size());
    heading.title = voice_.text(title, Markup::Plain);
    builder_.open_topic(heading);
  }

  void read_question(std::size_t line, xml_node node) {
    const xml_node questiontext = node.child("questiontext");
    const Markup markup = markup_of(questiontext, Markup::Html);
    Question question;
    const std::string idnumber = voice_.words(inner_text(node.child("idnumber")), Markup::Plain);
    const std::string name = idnumber.empty() ? voice_.words(inner_text(node.child("name")), Markup::Html) : idnumber;
    const xml_node generalfeedback = node.child("generalfeedback");
    question.explanation = voice_.text(inner_text(generalfeedback), markup_of(generalfeedback, markup));
    read_tags(node, question);
    note_files(node);
    const wire::Result<void> body = read_moodle_body(node, question, voice_);
    if (!body) {
      builder_.leave_out(line, body.error().what);
      return;
    }
    question.prompt = voice_.text(inner_text(questiontext), markup);
    note_rest(node);
    builder_.add(line, name, std::move(question));
  }

  void read_tags(xml_node node, Question& question) {
    for (const char* list : {"tags", "coursetags"}) {
      for (const xml_node each : node.child(list).children("tag")) {
        const std::string tag = voice_.words(inner_text(each), Markup::Plain);
        if (!tag.empty() && !read_tag(tag, question)) tags_.insert(tag);
      }
    }
  }

  // Whether it is one of ours.
  static bool read_tag(std::string_view tag, Question& question) {
    if (const auto difficulty = number_after(tag, difficulty_tag, difficulty_min, difficulty_max)) {
      question.difficulty = *difficulty;
      return true;
    }
    if (const auto seconds = number_after(tag, seconds_tag, seconds_min, seconds_max)) {
      question.seconds = seconds;
      return true;
    }
    if (tag == draft_tag) question.draft = true;
    for (const DomainName& each : domain_names) {
      if (!tag.starts_with(domain_tag) || tag.substr(domain_tag.size()) != each.name) continue;
      question.domain = each.domain;
      return true;
    }
    return tag == draft_tag || tag.starts_with(kind_tag);
  }

  void note_files(xml_node node) {
    std::vector<std::string> names;
    const auto gather = [&names](xml_node holder) {
      for (const xml_node file : holder.children("file")) names.emplace_back(file.attribute("name").value());
    };
    for (const xml_node part : node.children()) {
      gather(part);
      for (const xml_node inner : part.children()) gather(inner);
    }
    if (const std::string image(node.child_value("image")); !image.empty()) names.push_back(image);
    if (!names.empty()) voice_.remark(fmt::format("files are left out: {}", fmt::join(names, ", ")));
  }

  // What Moodle says of questions and the game does not know.
  void note_rest(xml_node node) {
    if (node.child("hint")) voice_.once("hints are left out");
    for (const char* name : {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"}) {
      const std::string text = voice_.words(inner_text(node.child(name)), Markup::Html);
      if (text.empty() || text.starts_with("Your answer is")) continue;
      voice_.once("feedback to right, partly right and wrong answers as a whole is left out");
    }
    const xml_node grade = node.child("defaultgrade");
    if (grade && grade.text().as_double() != 1) voice_.once("marks are left out: questions count by the rules of the game");
    if (node.child("hidden").text().as_bool()) voice_.once("questions that Moodle hides are taken like the others");
  }

  const LineIndex& lines_;
  const ImportWish& wish_;
  Builder builder_;
  MoodleVoice voice_;
  std::set<std::string> tags_;
};

// A question that the break cut in two is none.
bool is_whole(xml_node question, std::string_view bytes, std::ptrdiff_t broken_at) {
  const std::size_t end = bytes.find("</question>", static_cast<std::size_t>(question.offset_debug()));
  return end != std::string_view::npos && end < static_cast<std::size_t>(broken_at);
}

}  // namespace

wire::Result<Import> import_moodle_xml(std::string_view bytes, const ImportWish& wish) {
  if (auto checked = check_bytes(bytes); !checked) return tl::unexpected(checked.error());
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
  const LineIndex lines(bytes);
  const xml_node quiz = document.child("quiz");
  if (!quiz) {
    if (!parsed) return wire::fault(fmt::format("is not XML; line {}: {}", lines.line(parsed.offset), parsed.description()));
    return wire::fault(
        fmt::format("is not Moodle XML: its outermost element is <{}>, not <quiz>", document.document_element().name()));
  }
  Importer importer(lines, wish);
  for (const xml_node node : document.children()) {
    if (node.type() == pugi::node_doctype && std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos) {
      importer.remark(lines.line(node.offset_debug()), "entities of the file's own are not read");
    }
  }
  std::vector<xml_node> questions;
  for (const xml_node question : quiz.children("question")) questions.push_back(question);
  if (!parsed && !questions.empty() && !is_whole(questions.back(), bytes, parsed.offset)) {
    importer.leave_out(questions.back(), "the file breaks inside it");
    questions.pop_back();
  }
  for (const Category& category : categories_of(questions)) importer.read(category);
  if (!parsed) {
    importer.remark(lines.line(parsed.offset),
                    fmt::format("the file is no XML from here on ({}); nothing behind it is read", parsed.description()));
  }
  return importer.take();
}

}  // namespace certamen::content
