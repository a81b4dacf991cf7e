// Our own JSON form, and the shape of Open Trivia DB (open_trivia.hpp).
//
// A topic in JSON has the keys of a topic file, and JSON is YAML: content/yaml reads and judges it, so that the two forms
// cannot drift apart. What is done here is to say in which line of the file the trouble is, and to keep the rest.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "content/exchange/brought.hpp"
#include "content/exchange/exchange.hpp"
#include "content/exchange/json_form.hpp"
#include "content/exchange/open_trivia.hpp"
#include "content/yaml/parse.hpp"
#include "content/yaml/write_topic.hpp"

namespace certamen::content {
namespace {

using Json = nlohmann::ordered_json;

// Deeper than any file that means something, and far from the end of the stack.
constexpr int depth_max = 32;

struct EntryLines {
  std::size_t line = 0;
  std::vector<std::size_t> questions;
};

// Where the entries of the file's list begin, and the questions inside them.
struct Lines {
  std::size_t at = 1;
  std::vector<EntryLines> entries;
  std::vector<std::size_t> outer;  // of a file that is a list
  std::string key;
  bool too_deep = false;

  // The list is two levels down in an object, one down where the file is a list.
  void note(int depth, Json::parse_event_t event, const Json& parsed) {
    if (depth > depth_max) too_deep = true;
    if (event == Json::parse_event_t::key && depth == 3) key = parsed.get_ref<const std::string&>();
    if (event != Json::parse_event_t::object_start && event != Json::parse_event_t::array_start &&
        event != Json::parse_event_t::value) {
      return;
    }
    if (depth == 1) outer.push_back(at);
    if (depth == 2) entries.push_back({at, {}});
    if (depth == 4 && key == "questions" && !entries.empty()) entries.back().questions.push_back(at);
  }
  [[nodiscard]] std::vector<std::size_t> of_list(bool alone) const {
    if (alone) return outer;
    std::vector<std::size_t> inner;
    for (const EntryLines& entry : entries) inner.push_back(entry.line);
    return inner;
  }
  [[nodiscard]] std::size_t of(std::size_t entry) const { return entry < entries.size() ? entries[entry].line : 0; }
  [[nodiscard]] std::size_t of(std::size_t entry, std::size_t question) const {
    if (entry >= entries.size() || question >= entries[entry].questions.size()) return of(entry);
    return entries[entry].questions[question];
  }
};

// Letters of the file, which count its lines as the parser takes them.
class LineCounter {
 public:
  using difference_type = std::ptrdiff_t;
  using value_type = char;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  LineCounter(const char* at, std::size_t& line) : at_(at), line_(&line) {}
  reference operator*() const { return *at_; }
  LineCounter& operator++() {
    if (*at_++ == '\n') ++*line_;
    return *this;
  }
  LineCounter operator++(int) {
    const LineCounter before = *this;
    ++*this;
    return before;
  }
  bool operator==(const LineCounter& other) const { return at_ == other.at_; }
  bool operator!=(const LineCounter& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* line_;
};

wire::Result<Json> parse(std::string_view bytes, Lines& lines) {
  try {
    Json file = Json::parse(LineCounter(bytes.data(), lines.at), LineCounter(bytes.data() + bytes.size(), lines.at),
                            [&lines](int depth, Json::parse_event_t event, Json& parsed) {
                              lines.note(depth, event, parsed);
                              return depth <= depth_max;
                            });
    if (lines.too_deep) return wire::fault(fmt::format("is nested more than {} levels deep", depth_max));
    return file;
  } catch (const Json::exception& problem) {
    return wire::fault(fmt::format("is not JSON; line {}: {}", lines.at, problem.what()));
  }
}

// "questions[12].prompt.es" is 12 of "questions".
std::optional<std::size_t> index_in(std::string_view field, std::string_view list) {
  if (!field.starts_with(list) || field.size() <= list.size() || field[list.size()] != '[') return std::nullopt;
  std::size_t index = 0;
  const char* digits = field.data() + list.size() + 1;
  const auto read = std::from_chars(digits, field.data() + field.size(), index);
  return read.ptr == digits ? std::nullopt : std::optional(index);
}

template <class Entry>
void drop(std::vector<Entry>& entries, const std::set<std::size_t>& wrong) {
  for (auto index = wrong.rbegin(); index != wrong.rend(); ++index) {
    if (*index < entries.size()) entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(*index));
  }
}

void drop_citations(Topic& topic) {
  std::set<std::string> known;
  for (const Note& note : topic.notes) known.insert(note.id.text);
  for (Question& question : topic.questions) {
    std::erase_if(question.notes, [&known](const Words& note) { return !known.contains(note.text); });
  }
}

class TopicReader {
 public:
  TopicReader(const Lines& lines, Import& import) : lines_(lines), import_(import) {}

  void read(const Json& entry, std::size_t index) {
    if (entry.is_object() && entry.contains("questions")) import_.question_count += entry["questions"].size();
    const std::string id = entry.is_object() ? entry.value("topic", Json()).dump() : "";
    const std::string path = (id.size() > 2 ? id.substr(1, id.size() - 2) : id) + ".yaml";
    Findings findings(path);
    Topic topic = parse_topic(entry.dump(1, ' ', false, Json::error_handler_t::replace), path, findings);
    if (!settle(topic, findings, index) || !stands(topic, path, index)) return;
    if (!ids_.insert(topic.id.text).second) {
      import_.remarks.push_back(
          {lines_.of(index), fmt::format("topic {} comes twice; the second is left out", topic.id.text)});
      return;
    }
    import_.topics.push_back(std::move(topic));
  }

 private:
  // Takes out what is wrong; false when that is the whole topic.
  bool settle(Topic& topic, const Findings& findings, std::size_t index) {
    std::set<std::size_t> questions;
    std::set<std::size_t> notes;
    bool lost = false;
    for (const Finding& finding : findings.all()) {
      if (finding.severity != Severity::Error) continue;
      const std::string& field = finding.place.field;
      const auto question = index_in(field, "questions");
      const auto note = index_in(field, "notes");
      if (question) questions.insert(*question);
      if (note) notes.insert(*note);
      if (field.empty() || field == "topic" || field == "title") lost = true;
      import_.remarks.push_back(
          {question ? lines_.of(index, *question) : lines_.of(index),
           fmt::format("topics[{}]{}{}: {}", index, field.empty() ? "" : ".", field, finding.message)});
    }
    if (lost || topic.id.text.empty()) {
      import_.remarks.push_back({lines_.of(index), fmt::format("topics[{}] is left out", index)});
      return false;
    }
    find_repeats(topic.questions, "questions", index, questions);
    find_repeats(topic.notes, "notes", index, notes);
    drop(topic.questions, questions);
    drop(topic.notes, notes);
    if (!notes.empty()) drop_citations(topic);
    return true;
  }

  // Of several with one id the first is kept.
  template <class Entry>
  void find_repeats(const std::vector<Entry>& entries, std::string_view list, std::size_t index,
                    std::set<std::size_t>& repeats) {
    std::set<std::string> known;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string& id = entries[i].id.text;
      if (repeats.contains(i) || id.empty() || known.insert(id).second) continue;
      repeats.insert(i);
      import_.remarks.push_back(
          {list == "questions" ? lines_.of(index, i) : lines_.of(index),
           fmt::format("topics[{}].{}[{}].id: '{}' comes twice; the second is left out", index, list, i, id)});
    }
  }

  // Whether what is left can be written and read again. Where a topic that was written here lost too much for that, it
  // becomes an imported one, which may have gaps.
  bool stands(Topic& topic, const std::string& path, std::size_t index) {
    const auto sound = [&topic, &path] {
      Findings findings(path);
      static_cast<void>(parse_topic(write_topic(topic), path, findings));
      return count(findings.all(), Severity::Error) == 0;
    };
    if (topic.questions.empty()) {
      import_.remarks.push_back({lines_.of(index), fmt::format("topics[{}] is left out: no question of it is left", index)});
      return false;
    }
    if (sound()) return true;
    if (topic.origin == Origin::Written) {
      topic.origin = Origin::Imported;
      for (Question& question : topic.questions) question.origin = topic.origin;
      if (sound()) {
        import_.remarks.push_back(
            {lines_.of(index), fmt::format("topics[{}] is of origin imported now: it has gaps", index)});
        return true;
      }
    }
    import_.remarks.push_back(
        {lines_.of(index), fmt::format("topics[{}] is left out: what is left of it is no topic", index)});
    return false;
  }

  const Lines& lines_;
  Import& import_;
  std::set<std::string> ids_;
};

wire::Result<Import> read_topics(const Json& file, const Lines& lines) {
  const Json version = file.value("version", Json());
  if (version != json_version) {
    return wire::fault(
        fmt::format("is version {} of {}; this program reads version {}", version.dump(), json_format, json_version));
  }
  Import import;
  const Json topics = file.value("topics", Json());
  if (!topics.is_array()) return wire::fault("has no list of 'topics'");
  TopicReader reader(lines, import);
  for (std::size_t i = 0; i < topics.size(); ++i) reader.read(topics[i], i);
  std::stable_sort(import.remarks.begin(), import.remarks.end(),
                   [](const Remark& left, const Remark& right) { return left.line < right.line; });
  return import;
}

}  // namespace

wire::Result<Import> import_json(std::string_view bytes, const ImportWish& wish) {
  if (auto checked = check_bytes(bytes); !checked) return tl::unexpected(checked.error());
  Lines lines;
  const wire::Result<Json> file = parse(bytes, lines);
  if (!file) return tl::unexpected(file.error());
  if (file->is_object() && file->value("format", Json()) == json_format) return read_topics(*file, lines);
  if (const Json* const list = open_trivia_list(*file)) {
    return read_open_trivia(*list, lines.of_list(file->is_array()), wish);
  }
  return wire::fault(
      fmt::format("is JSON, but neither topics ('format': '{}') nor the 'results' of Open Trivia DB", json_format));
}

}  // namespace certamen::content
