#include "content/exchange/brought.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "content/exchange/brought_fit.hpp"
#include "content/model/each_text.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"
#include "content/model/words_in.hpp"

namespace certamen::content {
namespace {

// A file of questions of this size would fill hundreds of topics.
constexpr std::size_t import_bytes_max = 16 * topic_file_bytes_max;

// Texts of one topic; what YAML adds to them (keys, quotes, escapes) stays under topic_file_bytes_max with them.
constexpr std::size_t topic_text_bytes_max = topic_file_bytes_max / 3;

std::string words_of_id(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '-', ' ');
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 32);
  return words;
}

// Lower-case ASCII letters and digits, with one hyphen for each run of anything else.
std::string slug(std::string_view title) {
  std::string id;
  for (const char letter : folded(title)) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      id.push_back(letter);
    } else if (!id.empty() && id.back() != '-') {
      id.push_back('-');
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

// At most `bytes_max`, after a whole word where that leaves half of them.
std::string cut_id(std::string id, std::size_t bytes_max) {
  if (id.size() <= bytes_max) return id;
  const std::size_t hyphen = id.rfind('-', bytes_max);
  id.resize(hyphen != std::string::npos && hyphen > bytes_max / 2 ? hyphen : bytes_max);
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

std::size_t text_bytes_of(const Question& question) {
  Topic alone;
  alone.questions.push_back(question);
  std::size_t bytes = 0;
  each_text(alone, [&bytes](const Text& text) { bytes += text.en.text.size() + text.es.text.size(); });
  if (const auto* short_text = std::get_if<ShortText>(&question.body)) {
    for (const Words& spelling : short_text->accepted) bytes += spelling.text.size();
  }
  return bytes;
}

// "$course$/top/": where Moodle keeps categories, before the names that people gave them.
std::size_t moodle_places(const std::vector<std::string>& path) {
  std::size_t count = 0;
  if (!path.empty() && path[0].size() > 2 && path[0].starts_with('$') && path[0].ends_with('$')) ++count;
  if (count < path.size() && path[count] == "top") ++count;
  return count;
}

void number_title(Text& title, std::size_t number) {
  const std::string mark = fmt::format(" ({})", number);
  for (Words* words : {&title.en, &title.es}) {
    if (words->text.empty()) continue;
    words->text = shortened(words->text, title_rule.characters_max - mark.size()) + mark;
  }
}

}  // namespace

namespace {

// Western text in UTF-16 has a zero in every other byte, or says so by its mark.
bool is_utf16(std::string_view bytes) {
  constexpr std::size_t sample_bytes = 4096;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const std::string_view sample = bytes.substr(0, sample_bytes);
  return std::count(sample.begin(), sample.end(), '\0') * 3 > static_cast<std::ptrdiff_t>(sample.size());
}

}  // namespace

wire::Result<void> check_bytes(std::string_view& bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.size() > import_bytes_max) {
    return wire::fault(fmt::format("the file has {} bytes; at most {} are read, split it", bytes.size(), import_bytes_max));
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return wire::fault("the file is empty");
  if (is_utf16(bytes)) {
    return wire::fault(
        "the file is UTF-16 (\"Unicode\" in Windows programs); save it as UTF-8, or: iconv -f UTF-16 -t UTF-8");
  }
  const auto invalid = first_invalid_byte(bytes);
  if (!invalid) return {};
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*invalid), '\n');
  return wire::fault(
      fmt::format("the file is not UTF-8: byte 0x{:02X} on line {}; save it as UTF-8 (where it comes from an older Windows "
                  "program: iconv -f WINDOWS-1252 -t UTF-8)",
                  static_cast<unsigned>(static_cast<unsigned char>(bytes[*invalid])), line));
}

std::string Ids::make(std::string_view title, std::string_view otherwise) {
  std::string base = cut_id(slug(title), id_characters_max);
  if (base.empty()) base = cut_id(slug(otherwise), id_characters_max);
  std::size_t& number = used_[base];
  std::string id = base;
  while (id.empty() || !taken_.insert(id).second) {
    const std::string mark = fmt::format("-{}", number = std::max<std::size_t>(number + 1, 2));
    id = cut_id(base, id_characters_max - mark.size()) + mark;
    if (base.empty()) id.erase(0, 1);
  }
  return id;
}

Builder::Builder(const ImportWish& wish) : wish_(wish) {
  wish_.topic_id = Ids().make(wish.topic_id, "imported");
  if (wish_.title.empty()) wish_.title = words_of_id(wish_.topic_id);
  open_category({});
}

Topic Builder::heading() const {
  Topic topic;
  topic.languages = Languages{wish_.language == wire::Language::English, wish_.language == wire::Language::Spanish};
  topic.origin = Origin::Imported;
  topic.domain = wish_.domain;
  return topic;
}

void Builder::open_category(const std::vector<std::string>& path) {
  std::vector<std::string> names;
  for (std::size_t i = moodle_places(path); i < path.size(); ++i) {
    std::string name = plain_words(path[i], Markup::Plain).text;
    if (!name.empty()) names.push_back(std::move(name));
  }
  const auto [entry, is_new] = group_by_path_.emplace(names, groups_.size());
  open_ = entry->second;
  if (is_new) groups_.push_back(Group{heading(), std::move(names), {}, {}});
}

void Builder::open_topic(const Topic& heading) {
  open_ = groups_.size();
  groups_.push_back(Group{heading, {}, {}, {}});
  groups_.back().heading.questions.clear();
  groups_.back().heading.origin = Origin::Imported;
}

std::string Builder::words(std::size_t line, std::string_view raw, Markup markup) {
  PlainWords plain = plain_words(raw, markup);
  for (const std::string& each : plain.lost) remark(line, each + " is left out");
  if (plain.flattened) ++flattened_count_;
  return std::move(plain.text);
}

Text Builder::text(std::size_t line, std::string_view raw, Markup markup) {
  return text_in(wish_.language, words(line, raw, markup));
}

void Builder::add(std::size_t line, std::string_view name, Question question) {
  Group& group = groups_[open_];
  const auto why = fit_question(question, group.heading.languages, [&](std::string what) { remark(line, std::move(what)); });
  if (why) {
    leave_out(line, *why);
    return;
  }
  ++question_count_;
  const std::string_view wished = question.id.text.empty() ? name : question.id.text;
  question.id.text = group.ids.make(wished, fmt::format("q-{}", question_count_));
  question.origin = Origin::Imported;
  question.difficulty = std::clamp(question.difficulty, difficulty_min, difficulty_max);

  const std::size_t bytes = text_bytes_of(question);
  if (group.parts.empty() || group.parts.back().questions.size() == questions_rule.max ||
      group.parts.back().text_bytes + bytes > topic_text_bytes_max) {
    group.parts.emplace_back();
  }
  group.parts.back().text_bytes += bytes;
  group.parts.back().questions.push_back(std::move(question));
}

void Builder::leave_out(std::size_t line, std::string_view why) {
  ++question_count_;
  remark(line, fmt::format("the question is left out: {}", why));
}

void Builder::remark(std::size_t line, std::string what) {
  remarks_.push_back(Remark{line, std::move(what)});
}

// Id and title, where the file gave none: of the wish, and of the category where there are several.
void Builder::name_topic(Group& group, bool alone) const {
  Topic& topic = group.heading;
  if (topic.id.text.empty()) {
    topic.id.text = wish_.topic_id;
    if (!alone && !group.path.empty()) topic.id.text += "-" + group.path.back();
  }
  const std::string& title = group.path.empty() ? wish_.title : group.path.back();
  const auto name = [&title](bool spoken, Words& words) {
    if (spoken && words.text.empty()) words.text = title;
    words.text = shortened(plain_words(words.text, Markup::Plain).text, title_rule.characters_max);
  };
  name(topic.languages.en, topic.title.en);
  name(topic.languages.es, topic.title.es);
}

Import Builder::take() {
  Import import;
  import.question_count = question_count_;
  std::erase_if(groups_, [](const Group& group) { return group.parts.empty(); });
  Ids ids;
  for (Group& group : groups_) {
    name_topic(group, groups_.size() == 1);
    std::size_t number = 0;
    for (Part& part : group.parts) {
      Topic topic = group.heading;
      topic.id.text = ids.make(group.heading.id.text, wish_.topic_id);
      topic.questions = std::move(part.questions);
      if (++number > 1) number_title(topic.title, number);
      import.topics.push_back(std::move(topic));
    }
  }
  if (flattened_count_ > 0) {
    remark(0, fmt::format("line breaks, lists and tables became one paragraph in {}", counted(flattened_count_, "text")));
  }
  if (import.topics.size() > wire::topics_max) {
    remark(0, fmt::format("makes {} topics; a bank has at most {}", import.topics.size(), wire::topics_max));
  }
  std::stable_sort(remarks_.begin(), remarks_.end(),
                   [](const Remark& left, const Remark& right) { return left.line < right.line; });
  import.remarks = std::move(remarks_);
  return import;
}

}  // namespace certamen::content
