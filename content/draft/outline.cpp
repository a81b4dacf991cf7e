#include "content/draft/outline.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "content/draft/scan.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

bool says_something(const NoteLine& line) {
  return line.line_class == LineClass::Definition || line.line_class == LineClass::Sentence ||
         line.line_class == LineClass::Entry;
}

std::string label_of(const NoteLine& line) {
  return line.line_class == LineClass::Definition ? line.definition.term : bare(line.text, " :.-");
}

class Outliner {
 public:
  explicit Outliner(std::vector<NoteLine>& lines) : lines_(lines), parents_(lines.size(), nobody) {}

  Outline take() {
    for (at_ = 0; at_ < lines_.size(); ++at_) place();
    finish_section();
    std::stable_sort(outline_.facts.begin(), outline_.facts.end(),
                     [](const Fact& left, const Fact& right) { return left.first < right.first; });
    return std::move(outline_);
  }

 private:
  void place() {
    NoteLine& line = lines_[at_];
    if (line.line_class == LineClass::Separator) {
      finish_section();
      separated_ = true;
      return;
    }
    if (line.line_class == LineClass::Heading || is_heading()) {
      finish_section();
      begin_section(label_of_heading(line), separated_ || line.strong);
      if (line.line_class != LineClass::Definition) {
        line.line_class = LineClass::Heading;
        return;
      }
    }
    if (!says_something(line)) return;
    if (!in_section_) begin_section("", separated_);
    while (!above_.empty() && lines_[above_.back()].depth >= line.depth) above_.pop_back();
    if (!above_.empty()) parents_[at_] = above_.back();
    above_.push_back(at_);
    members_.push_back(at_);
  }

  static std::string label_of_heading(const NoteLine& line) { return bare(line.text, " :.-"); }

  [[nodiscard]] std::size_t next_told() const {
    std::size_t next = at_ + 1;
    while (next < lines_.size() && lines_[next].line_class == LineClass::Blank) ++next;
    return next;
  }

  // A short line at the left margin with lines below it that stand further right, or that begins a block.
  [[nodiscard]] bool is_heading() const {
    constexpr std::size_t words_max = 9;
    const NoteLine& line = lines_[at_];
    if (line.depth > 0 || !says_something(line) || letters_in(line.text) < 2) return false;
    if (words_in(line.text).size() > words_max || characters(line.text) > title_rule.characters_max) return false;
    if (line.text.back() == '.' && line.line_class == LineClass::Sentence) return false;
    const std::size_t next = next_told();
    if (next < lines_.size() && says_something(lines_[next]) && lines_[next].depth > 0) return true;
    if (line.line_class == LineClass::Definition) return false;
    const bool begins_block = at_ == 0 || !says_something(lines_[at_ - 1]);
    const bool has_more = at_ + 1 < lines_.size() && says_something(lines_[at_ + 1]);
    const bool asks_for_more = line.text.back() == ':';
    return (begins_block || asks_for_more) && has_more;
  }

  void begin_section(const std::string& title, bool after_separator) {
    outline_.sections.push_back(Section{title, after_separator});
    in_section_ = true;
    separated_ = false;
  }

  void finish_section() {
    if (in_section_) collect_facts();
    in_section_ = false;
    above_.clear();
    members_.clear();
  }

  // The labels above a line: the section's title and the nearest parent.
  [[nodiscard]] std::string context_of(std::size_t parent) const {
    constexpr std::size_t label_characters_max = 60;
    const std::string& title = outline_.sections.back().title;
    const std::string label = parent == nobody ? "" : label_of(lines_[parent]);
    if (label.empty() || characters(label) > label_characters_max || folded(label) == folded(title)) return title;
    return title.empty() ? label : fmt::format("{} \u203A {}", title, label);
  }

  void add(Fact fact, std::size_t parent) {
    fact.section = outline_.sections.size() - 1;
    fact.context = context_of(parent);
    const std::string own = fact.definition.term;
    fact.text = fact.context.empty() ? fact.line : fmt::format("{}: {}", fact.context, fact.line);
    if (characters(fact.text) > note_rule.characters_max || folded(fact.context) == folded(own)) fact.text = fact.line;
    outline_.facts.push_back(std::move(fact));
  }

  void collect_facts() {
    std::map<std::size_t, std::vector<std::size_t>> children;
    for (const std::size_t member : members_) children[parents_[member]].push_back(member);
    for (const std::size_t member : members_) {
      NoteLine& line = lines_[member];
      if (line.line_class == LineClass::Entry && children.contains(member)) {
        line.line_class = LineClass::Heading;
      } else if (line.line_class != LineClass::Entry && is_new(line)) {
        add(Fact{0, line.first, line.last, "", "", line.text, line.definition, {}}, parents_[member]);
      }
    }
    for (const auto& [parent, members] : children) collect_list(parent, members);
  }

  // The same words twice are one fact.
  bool is_new(NoteLine& line) {
    const std::string key =
        fmt::format("{}\n{}", context_of(parents_[static_cast<std::size_t>(&line - lines_.data())]), folded(line.text));
    const auto [entry, added] = seen_.emplace(key, line.first);
    if (!added) {
      line.line_class = LineClass::Unread;
      line.reason = fmt::format("says what line {} says", entry->second);
    }
    return added;
  }

  // Short entries say something together: "head: one; two; three".
  void collect_list(std::size_t parent, const std::vector<std::size_t>& members) {
    const std::size_t head_characters = characters(context_of(parent)) + 2;
    Fact list;
    const auto finish = [&] {
      if (!list.items.empty()) add(std::move(list), parent);
      list = Fact{};
    };
    for (const std::size_t member : members) {
      NoteLine& line = lines_[member];
      if (line.line_class != LineClass::Entry) continue;
      if (context_of(parent).empty()) {
        line.line_class = LineClass::Unread;
        line.reason = "too short to say something alone, and no heading above it";
        continue;
      }
      const bool full = head_characters + characters(list.line) + characters(line.text) + 2 > note_rule.characters_max;
      const bool repeated = std::any_of(list.items.begin(), list.items.end(),
                                        [&line](const std::string& item) { return folded(item) == folded(line.text); });
      if (full) finish();
      if (repeated) continue;
      list.line += list.items.empty() ? line.text : "; " + line.text;
      if (list.items.empty()) list.first = line.first;
      list.last = line.last;
      list.items.push_back(line.text);
    }
    finish();
  }

  std::vector<NoteLine>& lines_;
  std::vector<std::size_t> parents_;  // of each line, or nobody
  std::size_t at_ = 0;
  bool separated_ = true;
  bool in_section_ = false;
  std::vector<std::size_t> above_;    // the line being placed stands below these
  std::vector<std::size_t> members_;  // lines of the open section
  std::map<std::string, std::size_t> seen_;
  Outline outline_;
};

}  // namespace

Outline outlined(std::vector<NoteLine>& lines) {
  return Outliner(lines).take();
}

}  // namespace certamen::content
