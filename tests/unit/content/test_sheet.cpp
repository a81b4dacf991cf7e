// Questions as readers see them: sheets, ids, columns on a terminal.
#include "content/compile/bank_image.hpp"
#include "content/report/census.hpp"
#include "content/report/columns.hpp"
#include "content/report/find_part.hpp"
#include "content/report/sheet_text.hpp"
#include "server/bank/bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

std::vector<Topic> sample_topics() {
  return topics_of({SourceFile{"t/sample.yaml", sample()}, SourceFile{"t/alpha.yaml", plain_topic("alpha", 2, 1)}});
}

Sheet sheet_with_id(const std::vector<Topic>& topics, const std::string& id) {
  const FoundPart found = find_part(topics, id);
  REQUIRE(found.question != nullptr);
  return sheet_of(*found.topic, *found.question);
}

// "right A The bucket|El bucket (It keeps objects.)", a line a row.
Lines rows_of(const std::string& id) {
  Lines lines;
  for (const SheetRow& row : sheet_with_id(sample_topics(), id).rows) {
    const std::string mark = row.mark == Mark::Right ? "right" : row.mark == Mark::Wrong ? "wrong" : "part";
    lines.push_back(mark + " " + row.label + " " + row.text[0] + "|" + row.text[1] + " (" + row.reason[0] + ")");
  }
  return lines;
}

}  // namespace

TEST_CASE("every kind has rows with marks, texts in both languages and reasons") {
  CHECK(rows_of("sample/choose-one") ==
        Lines{"right A The bucket|El bucket (It keeps objects.)", "wrong B The queue|La cola (It keeps messages.)",
              "wrong C The table|La tabla (It keeps rows.)", "wrong D The log|El log (It keeps lines.)"});
  CHECK(rows_of("sample/is-it-so") ==
        Lines{"right  True|Verdadero ()", "wrong  False|Falso (Names are shared by all accounts.)"});
  CHECK(rows_of("sample/how-many") ==
        Lines{"right  500 ± 0.5 tags|500 ± 0,5 etiquetas ()", "wrong  50 tags|50 etiquetas (That is the old limit.)"});
  CHECK(rows_of("sample/in-order").at(1) == "part 2 Policy|Política (What is allowed.)");
  CHECK(rows_of("sample/pair-up").at(2) == "part 3 RDS → Rows|RDS → Filas (In tables.)");
  CHECK(rows_of("sample/name-it") == Lines{"right  KMS|KMS ()", "right  Key Management Service|Key Management Service ()",
                                           "wrong  IAM|IAM (It keeps identities.)"});
}

TEST_CASE("a sheet names the time that the game will allow") {
  const std::vector<Topic> topics = sample_topics();
  const auto image = make_bank(topics);
  REQUIRE(image);
  const auto bank = certamen::bank::Bank::open_image(image->bytes, "sample");
  REQUIRE(bank);
  certamen::exam::DrawSpec all;
  all.question_count = bank->question_count();
  const auto paper = bank->draw_paper(all);
  REQUIRE(paper);
  for (const certamen::exam::Question& question : paper->questions) {
    const Sheet sheet = sheet_with_id(topics, question.id);
    INFO(question.id);
    CHECK(sheet.seconds == question.seconds);
    CHECK(sheet.seconds_written == (question.id == "sample/choose-one"));
  }
}

TEST_CASE("a sheet carries the cited notes with what is true today") {
  const Sheet sheet = sheet_with_id(sample_topics(), "sample/choose-two");
  REQUIRE(sheet.notes.size() == 2);
  CHECK(sheet.notes[0].id == "sample#limits");
  CHECK(sheet.notes[0].as_of_date.empty());
  CHECK(sheet.notes[1].as_of_date == "2026-11");
  CHECK(sheet.notes[1].as_of[1] == "Los apuntes nombran primero la clave.");
  CHECK(summary_of(sheet) == "multiple · 3 apply · secure · 25 s by length · written");
}

TEST_CASE("parts are found by their ids") {
  const std::vector<Topic> topics = sample_topics();
  CHECK(find_part(topics, "sample").topic == &topics[1]);
  CHECK(find_part(topics, "sample/how-many").question->id.text == "how-many");
  CHECK(find_part(topics, "sample#limits").note->id.text == "limits");
  CHECK(find_part(topics, "sample/limits").note->id.text == "limits");
  CHECK(find_part(topics, "sample#how-many").topic == nullptr);
  CHECK(find_part(topics, "sample/none").topic == nullptr);
  CHECK(find_part(topics, "").topic == nullptr);
  CHECK(citing(topics[1], *find_part(topics, "sample#limits").note).size() == 4);
}

TEST_CASE("an unknown id is answered with those that were probably meant") {
  const std::vector<Topic> topics = sample_topics();
  CHECK(ids_like(topics, "how-many", 5) == Lines{"sample/how-many"});
  CHECK(ids_like(topics, "sampel/how-mny", 1) == Lines{"sample/how-many"});
  CHECK(ids_like(topics, "Alpha/Q0", 1) == Lines{"alpha/q0"});
  CHECK(ids_like(topics, "sample", 3).size() == 3);
  CHECK(ids_like(topics, "of quite another kind", 5).empty());
}

TEST_CASE("lines are broken at spaces and never too long") {
  CHECK(wrapped("uno dos tres", 7) == Lines{"uno dos", "tres"});
  CHECK(wrapped("año añejo", 4) == Lines{"año", "añej", "o"});
  CHECK(wrapped("", 5) == Lines{""});
  CHECK(wrapped("a  b", 9) == Lines{"a  b"});
  CHECK(padded("año", 5) == "año  ");
  CHECK(format_table({"n", "count"}, {{"uno", "1"}, {"x"}}) == "n    count\nuno      1\nx\n");
}

TEST_CASE("languages stand side by side on a wide terminal and below each other on a narrow one") {
  const Sheet sheet = sheet_with_id(sample_topics(), "sample/choose-one");
  const std::string wide = format(sheet, Terminal{120, false});
  CHECK(wide.find("✔ A  The bucket" + std::string(46, ' ') + "✔ A  El bucket\n") != std::string::npos);
  const std::string narrow = format(sheet, Terminal{60, false});
  CHECK(narrow.find("✔ A  The bucket\n     It keeps objects.\n✘ B  The queue\n") != std::string::npos);
  CHECK(narrow.find("English") < narrow.find("Español"));
  for (const std::string& text : {wide, narrow}) {
    CHECK(text.find(" \n") == std::string::npos);
    CHECK(text.find('\033') == std::string::npos);
    CHECK(text.rfind("sample/choose-one\nsingle · 2 understand · resilient · 40 s · written\n", 0) == 0);
  }
  CHECK(format(sheet, Terminal{60, true}).find("\033[1;32m") != std::string::npos);
}

TEST_CASE("a census counts topics by kind, domains by difficulty and notes that wait for a question") {
  std::vector<Topic> topics = sample_topics();
  const Census census = census_of(topics);
  CHECK(census.total.questions == 9);
  CHECK(census.topics.at(1).by_kind == ByKind{1, 1, 1, 1, 1, 1, 1});
  CHECK(census.by_domain.at(static_cast<std::size_t>(certamen::wire::ExamDomain::Resilient)) == ByDifficulty{2, 1, 0, 0, 0});
  CHECK(census.by_language.at("en,es") == 9);
  CHECK(census.unexercised.empty());
  for (Question& question : topics.at(1).questions) question.notes.pop_back();
  CHECK(census_of(topics).unexercised == Lines{"sample#order"});
  CHECK(format(census).find(
            "sample      2          7       1         1           1        1         1         1           1\n") !=
        std::string::npos);
}
