#include "content/compile/read_bank.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "content/model/each_text.hpp"
#include "content/model/names.hpp"
#include "server/bank/connection.hpp"
#include "server/bank/statement.hpp"

namespace certamen::content {
namespace {

using Row = bank::Statement;

// The value with this name; the first one for a name that the schema's checks would not have let in.
template <class Names>
const auto& named(const Names& names, std::string_view name) {
  const auto found = std::find_if(names.begin(), names.end(), [name](const auto& each) { return each.name == name; });
  return found == names.end() ? names.front() : *found;
}

Words words_of(const Row& row, int column) {
  return Words{row.text(column), {}};
}

// The English text in `column`, the Spanish one after it.
Text text_of(const Row& row, int column) {
  return Text{words_of(row, column), words_of(row, column + 1)};
}

Languages languages_of(std::string_view name) {
  return Languages{name != "es", name != "en"};
}

// Texts that stand in for those of a language the topic does not have.
void take_out_missing_language(Topic& topic) {
  change_each_text(topic, [&topic](Text& text) {
    if (!topic.languages.en) text.en.text.clear();
    if (!topic.languages.es) text.es.text.clear();
  });
}

// Reads the tables one after the other. Questions and notes are found by their number; the first failure ends it.
class Reader {
 public:
  explicit Reader(bank::Connection& bank) : bank_(bank) {}

  wire::Result<std::vector<Topic>> read() {
    read_topics();
    read_tables();
    read_notes();
    read_questions();
    read_citations();
    read_options();
    read_statements();
    read_numbers();
    read_ordering();
    read_matching();
    read_short_texts();
    if (fault_) return tl::unexpected(wire::Fault{fmt::format("bank {}: cannot be read: {}", bank_.name(), *fault_)});
    for (Topic& topic : topics_) take_out_missing_language(topic);
    return std::move(topics_);
  }

 private:
  template <class Take>
  void each_row(std::string_view sql, const Take& take) {
    if (fault_) return;
    Row row(bank_, sql);
    while (!fault_ && row.next()) take(row);
    if (row.fault()) fault_ = row.fault()->what;
  }

  // Rows of a part of questions: the question's number in column 0. `take` gets the part, made where it is not there yet.
  template <class Part, class Take>
  void each_part(std::string_view sql, const Take& take) {
    each_row(sql, [&](const Row& row) {
      const auto found = questions_.find(row.integer(0));
      if (found == questions_.end()) return fail("a part of question number {} that is not there", row.integer(0));
      Body& body = question(found->second).body;
      if (!std::holds_alternative<Part>(body)) body.emplace<Part>();
      take(row, std::get<Part>(body));
    });
  }

  struct Spot {
    std::size_t topic = 0;
    std::size_t part = 0;
  };
  Question& question(const Spot& spot) { return topics_[spot.topic].questions[spot.part]; }

  template <class Detail>
  void fail(fmt::format_string<const Detail&> what, const Detail& detail) {
    fault_ = fmt::format(what, detail);
  }

  void read_topics() {
    each_row("SELECT id, title_en, title_es, domain, source, languages FROM topics ORDER BY id", [this](const Row& row) {
      Topic topic;
      topic.id = words_of(row, 0);
      topic.path = bank_.name();
      topic.title = text_of(row, 1);
      topic.domain = named(domain_names, row.text(3)).domain;
      topic.source = words_of(row, 4);
      topic.languages = languages_of(row.text(5));
      by_id_[topic.id.text] = topics_.size();
      topics_.push_back(std::move(topic));
    });
  }

  // The comparison tables that questions were drawn from, which the bank names only where it counts them.
  void read_tables() {
    each_row("SELECT substr(name, 7) FROM statistics WHERE name GLOB 'table.*' ORDER BY name",
             [this](const Row& row) { tables_.push_back(row.text(0)); });
  }

  // Of tables whose names begin alike the longest one that fits.
  [[nodiscard]] std::optional<Drawn> drawn(const Question& question) const {
    if (question.origin != Origin::Table) return std::nullopt;
    Drawn from;
    for (const std::string& table : tables_) {
      if (table.size() > from.table.size() && question.id.text.starts_with("table-" + table + "-")) from.table = table;
    }
    return from;
  }

  void read_notes() {
    each_row(
        "SELECT number, topic, id, lines, text_en, text_es, as_of_en, as_of_es, as_of_date FROM notes ORDER BY topic, "
        "position",
        [this](const Row& row) {
          const auto topic = by_id_.find(row.text(1));
          if (topic == by_id_.end()) return fail("a note of topic {} that is not there", row.text(1));
          Note note;
          note.id = words_of(row, 2);
          note.lines = words_of(row, 3);
          note.text = text_of(row, 4);
          if (std::string date = row.text(8); !date.empty()) note.as_of = AsOf{std::move(date), text_of(row, 6)};
          notes_[row.integer(0)] = note.id.text;
          topics_[topic->second].notes.push_back(std::move(note));
        });
  }

  void read_questions() {
    each_row(
        "SELECT number, topic, id, origin, kind, domain, difficulty, seconds, prompt_en, prompt_es, explanation_en, "
        "explanation_es FROM questions ORDER BY number",
        [this](const Row& row) {
          const auto found = by_id_.find(row.text(1));
          if (found == by_id_.end()) return fail("a question of topic {} that is not there", row.text(1));
          Topic& topic = topics_[found->second];
          const std::string id = row.text(2);
          if (!id.starts_with(topic.id.text + "/")) return fail("question {} is not of its topic", id);
          Question question;
          question.id = Words{id.substr(topic.id.text.size() + 1), {}};
          question.origin = named(origin_names, row.text(3)).origin;
          question.drawn = drawn(question);
          question.kind = named(kind_names, row.text(4)).kind;
          const wire::ExamDomain domain = named(domain_names, row.text(5)).domain;
          if (domain != topic.domain) question.domain = domain;
          question.difficulty = static_cast<std::uint32_t>(row.integer(6));
          if (row.integer(7) > 0) question.seconds = static_cast<std::uint32_t>(row.integer(7));
          question.prompt = text_of(row, 8);
          question.explanation = text_of(row, 10);
          // Tables stand in topics that are written; what was brought is so from its topic on.
          if (question.origin == Origin::Imported || question.origin == Origin::Draft) topic.origin = question.origin;
          questions_[row.integer(0)] = Spot{found->second, topic.questions.size()};
          topic.questions.push_back(std::move(question));
        });
  }

  void read_citations() {
    each_row("SELECT question, note FROM question_notes ORDER BY question, position", [this](const Row& row) {
      const auto cited = notes_.find(row.integer(1));
      const auto citing = questions_.find(row.integer(0));
      if (cited == notes_.end() || citing == questions_.end()) {
        return fail("a citation by question number {} of what is not there", row.integer(0));
      }
      question(citing->second).notes.push_back(Words{cited->second, {}});
    });
  }

  void read_options() {
    each_part<Choice>(
        "SELECT question, text_en, text_es, reason_en, reason_es, correct FROM options ORDER BY question, position",
        [](const Row& row, Choice& choice) {
          choice.options.push_back(Option{text_of(row, 1), text_of(row, 3), row.integer(5) != 0, {}});
        });
  }

  void read_statements() {
    each_part<Statement>("SELECT question, reason_en, reason_es, holds FROM statements ORDER BY question",
                         [](const Row& row, Statement& statement) {
                           statement = Statement{row.integer(3) != 0, text_of(row, 1)};
                         });
  }

  void read_numbers() {
    each_part<Number>("SELECT question, micros, tolerance_micros, unit_en, unit_es FROM numeric_keys ORDER BY question",
                      [](const Row& row, Number& number) {
                        number = Number{row.integer(1), row.integer(2), text_of(row, 3), {}, {}};
                      });
    each_part<Number>("SELECT question, micros, reason_en, reason_es FROM numeric_mistakes ORDER BY question, position",
                      [](const Row& row, Number& number) {
                        number.mistakes.push_back(NumericMistake{row.integer(1), text_of(row, 2), {}});
                      });
  }

  void read_ordering() {
    each_part<Ordering>(
        "SELECT question, text_en, text_es, reason_en, reason_es FROM ordering_items ORDER BY question, position",
        [](const Row& row, Ordering& ordering) {
          ordering.items.push_back(Item{text_of(row, 1), text_of(row, 3)});
        });
  }

  void read_matching() {
    each_part<Matching>(
        "SELECT question, left_en, left_es, right_en, right_es, reason_en, reason_es FROM matching_pairs "
        "ORDER BY question, position",
        [](const Row& row, Matching& matching) {
          matching.pairs.push_back(Pair{text_of(row, 1), text_of(row, 3), text_of(row, 5)});
        });
  }

  void read_short_texts() {
    each_part<ShortText>("SELECT question, spelling FROM accepted_spellings ORDER BY question, position",
                         [](const Row& row, ShortText& short_text) { short_text.accepted.push_back(words_of(row, 1)); });
    each_part<ShortText>(
        "SELECT question, spelling, reason_en, reason_es FROM spelling_mistakes ORDER BY question, position",
        [](const Row& row, ShortText& short_text) {
          short_text.mistakes.push_back(Misspelling{words_of(row, 1), text_of(row, 2)});
        });
  }

  bank::Connection& bank_;
  std::vector<Topic> topics_;
  std::vector<std::string> tables_;
  std::map<std::string, std::size_t> by_id_;
  std::map<std::int64_t, std::string> notes_;
  std::map<std::int64_t, Spot> questions_;
  std::optional<std::string> fault_;
};

}  // namespace

wire::Result<std::vector<Topic>> read_bank(const std::string& path) {
  auto bank = bank::Connection::open(path);
  if (!bank) return tl::unexpected(bank.error());
  return Reader(**bank).read();
}

}  // namespace certamen::content
