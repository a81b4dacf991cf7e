#include "content/compile/bank_image.hpp"

#include <fmt/core.h>

#include <map>

#include "content/compile/row_writer.hpp"
#include "content/compile/schema_sql.hpp"
#include "content/compile/statistics.hpp"
#include "content/model/each_text.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

using NoteNumbers = std::map<std::string, std::int64_t>;

Value number_or_null(const std::optional<std::uint32_t>& number) {
  if (!number) return std::monostate{};
  return static_cast<std::int64_t>(*number);
}

// What the search index holds of a question beside its prompt.
struct Detail {
  std::string en;
  std::string es;

  void add(const Text& text) {
    for (auto [joined, words] : {std::pair{&en, &text.en}, std::pair{&es, &text.es}}) {
      if (!joined->empty()) joined->push_back('\n');
      joined->append(words->text);
    }
  }
};

// Writes what a kind asks for one question, and gathers its texts for the search index.
struct BodyRows {
  RowWriter& rows;
  std::int64_t question;
  Detail& detail;

  void operator()(const std::monostate&) const {}

  void operator()(const Choice& choice) const {
    std::int64_t position = 0;
    for (const Option& option : choice.options) {
      rows.add("options(question, position, text_en, text_es, reason_en, reason_es, correct)",
               {question, position++, option.text.en.text, option.text.es.text, option.reason.en.text, option.reason.es.text,
                std::int64_t{option.correct ? 1 : 0}});
      detail.add(option.text);
      detail.add(option.reason);
    }
  }

  void operator()(const Statement& statement) const {
    rows.add("statements(question, holds, reason_en, reason_es)",
             {question, std::int64_t{statement.holds ? 1 : 0}, statement.reason.en.text, statement.reason.es.text});
    detail.add(statement.reason);
  }

  void operator()(const Number& number) const {
    rows.add("numeric_keys(question, micros, tolerance_micros, unit_en, unit_es)",
             {question, number.micros, number.tolerance_micros, number.unit.en.text, number.unit.es.text});
    std::int64_t position = 0;
    for (const NumericMistake& mistake : number.mistakes) {
      rows.add("numeric_mistakes(question, position, micros, reason_en, reason_es)",
               {question, position++, mistake.micros, mistake.reason.en.text, mistake.reason.es.text});
      detail.add(mistake.reason);
    }
  }

  void operator()(const Ordering& ordering) const {
    std::int64_t position = 0;
    for (const Item& item : ordering.items) {
      rows.add("ordering_items(question, position, text_en, text_es, reason_en, reason_es)",
               {question, position++, item.text.en.text, item.text.es.text, item.reason.en.text, item.reason.es.text});
      detail.add(item.text);
      detail.add(item.reason);
    }
  }

  void operator()(const Matching& matching) const {
    std::int64_t position = 0;
    for (const Pair& pair : matching.pairs) {
      rows.add("matching_pairs(question, position, left_en, left_es, right_en, right_es, reason_en, reason_es)",
               {question, position++, pair.left.en.text, pair.left.es.text, pair.right.en.text, pair.right.es.text,
                pair.reason.en.text, pair.reason.es.text});
      detail.add(pair.left);
      detail.add(pair.right);
      detail.add(pair.reason);
    }
  }

  void operator()(const ShortText& short_text) const {
    std::int64_t position = 0;
    for (const Words& spelling : short_text.accepted) {
      rows.add("accepted_spellings(question, position, spelling)", {question, position++, spelling.text});
      detail.add(Text{spelling, spelling});
    }
    position = 0;
    for (const Misspelling& mistake : short_text.mistakes) {
      rows.add("spelling_mistakes(question, position, spelling, reason_en, reason_es)",
               {question, position++, mistake.text.text, mistake.reason.en.text, mistake.reason.es.text});
      detail.add(mistake.reason);
    }
  }
};

void write_note(const Topic& topic, const Note& note, std::int64_t number, std::int64_t position, RowWriter& rows) {
  Value date;
  Value as_of_en;
  Value as_of_es;
  Detail searched;
  searched.add(note.text);
  if (note.as_of) {
    date = std::string_view(note.as_of->date);
    as_of_en = std::string_view(note.as_of->text.en.text);
    as_of_es = std::string_view(note.as_of->text.es.text);
    searched.add(note.as_of->text);
  }
  rows.add("notes(number, topic, id, position, lines, text_en, text_es, as_of_date, as_of_en, as_of_es)",
           {number, topic.id.text, note.id.text, position, note.lines.text, note.text.en.text, note.text.es.text, date,
            as_of_en, as_of_es});
  rows.add_derived("note_search(rowid, text_en, text_es)", {number, searched.en, searched.es});
}

void write_question(const Topic& topic, const Question& question, std::int64_t number, const NoteNumbers& notes,
                    RowWriter& rows) {
  const std::string id = fmt::format("{}/{}", topic.id.text, question.id.text);
  rows.add(
      "questions(number, id, topic, origin, kind, domain, difficulty, seconds, prompt_en, prompt_es, explanation_en, "
      "explanation_es)",
      {number, id, topic.id.text, name_of(question.origin), name_of(question.kind),
       name_of(question.domain.value_or(topic.domain)), std::int64_t{question.difficulty}, number_or_null(question.seconds),
       question.prompt.en.text, question.prompt.es.text, question.explanation.en.text, question.explanation.es.text});
  std::int64_t position = 0;
  for (const Words& note : question.notes) {
    rows.add("question_notes(question, position, note)", {number, position++, notes.at(note.text)});
  }
  Detail detail;
  std::visit(BodyRows{rows, number, detail}, question.body);
  detail.add(question.explanation);
  rows.add_derived("question_search(rowid, prompt_en, prompt_es, detail_en, detail_es)",
                   {number, question.prompt.en.text, question.prompt.es.text, detail.en, detail.es});
}

// Texts of a topic in one language serve for both.
Topic in_both_languages(Topic topic) {
  change_each_text(topic, [](Text& text) {
    if (text.en.text.empty()) text.en.text = text.es.text;
    if (text.es.text.empty()) text.es.text = text.en.text;
  });
  return topic;
}

void write_topics(const std::vector<Topic>& topics, RowWriter& rows) {
  std::int64_t note_number = 0;
  std::int64_t question_number = 0;
  for (const Topic& written : topics) {
    const Topic topic = in_both_languages(written);
    rows.add("topics(id, title_en, title_es, domain, source, languages)",
             {topic.id.text, topic.title.en.text, topic.title.es.text, name_of(topic.domain), topic.source.text,
              name_of(topic.languages)});
    NoteNumbers numbers;
    std::int64_t position = 0;
    for (const Note& note : topic.notes) {
      numbers[note.id.text] = ++note_number;
      write_note(topic, note, note_number, position++, rows);
    }
    for (const Question& question : topic.questions) write_question(topic, question, ++question_number, numbers, rows);
  }
}

}  // namespace

wire::Result<BankImage> make_bank(const std::vector<Topic>& topics) {
  RowWriter rows{std::string(bank_schema_sql)};
  write_topics(topics, rows);
  const Statistics statistics = statistics_of(topics);
  for (const auto& [name, value] : statistics) rows.add_derived("statistics(name, value)", {std::string_view(name), value});
  BankImage image;
  image.content_hash = rows.content_hash();
  rows.add_derived("bank(only, schema_version, content_hash, topic_count, note_count, question_count)",
                   {std::int64_t{1}, bank_schema_version, image.content_hash, statistics.at("total.topics"),
                    statistics.at("total.notes"), statistics.at("total.questions")});
  rows.run("INSERT INTO question_search(question_search) VALUES ('optimize')");
  rows.run("INSERT INTO note_search(note_search) VALUES ('optimize')");
  auto bytes = rows.finish();
  if (!bytes) return tl::unexpected(bytes.error());
  image.bytes = std::move(*bytes);
  return image;
}

}  // namespace certamen::content
