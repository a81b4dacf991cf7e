#include "content/exchange/open_trivia.hpp"

#include <algorithm>

#include "content/exchange/brought.hpp"
#include "content/exchange/csv_words.hpp"

namespace certamen::content {
namespace {

using Json = nlohmann::ordered_json;

std::string text_at(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : "";
}

bool is_question(const Json& entry) {
  return entry.is_object() && entry.contains("question") && entry.contains("correct_answer");
}

// The right answer stands first; the game shuffles.
Body body_of(const Json& entry, Kind kind, std::size_t line, Builder& builder) {
  const std::string right = text_at(entry, "correct_answer");
  if (kind == Kind::TrueFalse) return Statement{*truth_word(right), {}};
  Choice choice;
  choice.options.push_back({builder.text(line, right, Markup::Html), {}, true, {}});
  const auto wrong = entry.find("incorrect_answers");
  if (wrong == entry.end() || !wrong->is_array()) return choice;
  for (const Json& each : *wrong) {
    if (each.is_string())
      choice.options.push_back({builder.text(line, each.get<std::string>(), Markup::Html), {}, false, {}});
  }
  return choice;
}

}  // namespace

const Json* open_trivia_list(const Json& file) {
  const Json* list = &file;
  if (file.is_object()) {
    const auto results = file.find("results");
    if (results == file.end()) return nullptr;
    list = &*results;
  }
  if (!list->is_array() || (!file.is_object() && !std::any_of(list->begin(), list->end(), is_question))) return nullptr;
  return list;
}

Import read_open_trivia(const Json& list, const std::vector<std::size_t>& lines, const ImportWish& wish) {
  Builder builder(wish);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Json& entry = list[i];
    const std::size_t line = i < lines.size() ? lines[i] : 0;
    if (!is_question(entry)) {
      builder.leave_out(line, "it has no 'question' with a 'correct_answer'");
      continue;
    }
    const std::string category = builder.words(line, text_at(entry, "category"), Markup::Html);
    builder.open_category(category.empty() ? std::vector<std::string>{} : std::vector{category});
    Question question;
    const bool of_truth = text_at(entry, "type") == "boolean" && truth_word(text_at(entry, "correct_answer"));
    question.kind = of_truth ? Kind::TrueFalse : Kind::Single;
    question.difficulty = difficulty_word(text_at(entry, "difficulty")).value_or(question.difficulty);
    question.prompt = builder.text(line, text_at(entry, "question"), Markup::Html);
    question.body = body_of(entry, question.kind, line, builder);
    builder.add(line, "", std::move(question));
  }
  return builder.take();
}

}  // namespace certamen::content
