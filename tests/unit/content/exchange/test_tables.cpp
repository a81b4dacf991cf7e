// Question tables: rows and cells, our columns, and the sheets that people keep.
#include "content/exchange/csv_rows.hpp"
#include "content/exchange/exchange.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/bank_topics.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using certamen::wire::ExamDomain;
using certamen::wire::Language;
using Lines = std::vector<std::string>;

namespace {

Import imported(const std::string& bytes, Language language = Language::English) {
  return taken(import_csv(bytes, {"rivers", "", language, {}}));
}

Question asked(const std::string& bytes) {
  const Topic topic = only(imported(bytes));
  REQUIRE(topic.questions.size() == 1);
  return topic.questions.front();
}

std::vector<std::size_t> keys_of(const Question& question) {
  std::vector<std::size_t> keys;
  const auto& options = std::get<Choice>(question.body).options;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i].correct) keys.push_back(i + 1);
  }
  return keys;
}

const std::string sheet =
    "Question,A,B,C,D,Answer\n"
    "Which river crosses Vienna?,Elbe,Danube,Rhine,Oder,B\n"
    "\"Which sea, if any, takes the Rhone?\",Black Sea,Adriatic,Mediterranean,North Sea,Mediterranean\n";

}  // namespace

TEST_CASE("a plain sheet of questions") {
  const Import import = imported(sheet);
  const Topic topic = only(import);
  CHECK(import.remarks.empty());
  CHECK(topic.id.text == "rivers");
  REQUIRE(topic.questions.size() == 2);
  CHECK(topic.questions[0].kind == Kind::Single);
  CHECK(keys_of(topic.questions[0]) == std::vector<std::size_t>{2});
  CHECK(topic.questions[1].prompt.en.text == "Which sea, if any, takes the Rhone?");
  CHECK(keys_of(topic.questions[1]) == std::vector<std::size_t>{3});
}

TEST_CASE("a sheet in Spanish, as a spreadsheet saves it") {
  const std::string bytes =
      "\xEF\xBB\xBFPregunta;Opción 1;Opción 2;Opción 3;Respuesta correcta;Explicación;Tema;Dificultad\r\n"
      "¿Qué río cruza Sevilla?;Ebro;Guadalquivir;Tajo;2;Nace en Cazorla.;Ríos;fácil\r\n";
  const Topic topic = only(imported(bytes, Language::Spanish));
  CHECK(topic.title.es.text == "Ríos");
  CHECK(topic.languages == Languages{false, true});
  const Question& question = topic.questions.at(0);
  CHECK(question.prompt.es.text == "¿Qué río cruza Sevilla?");
  CHECK(question.explanation.es.text == "Nace en Cazorla.");
  CHECK(question.difficulty == 1);
  CHECK(keys_of(question) == std::vector<std::size_t>{2});
}

TEST_CASE("the right answer in the many ways that people write it") {
  const auto keys = [](const std::string& answer) {
    return keys_of(asked("question\toption1\toption2\toption3\toption4\tcorrect\nWhich?\tred\tblue\tgreen and red\tpink\t" +
                         answer + "\n"));
  };
  using Keys = std::vector<std::size_t>;
  CHECK(keys("3") == Keys{3});
  CHECK(keys("c") == Keys{3});
  CHECK(keys("Green and Red") == Keys{3});
  CHECK(keys("1;3") == Keys{1, 3});
  CHECK(keys("1, 3") == Keys{1, 3});
  CHECK(keys("A & D") == Keys{1, 4});
  CHECK(keys("AD") == Keys{1, 4});
  CHECK(keys("red|pink") == Keys{1, 4});
  CHECK(keys("blue, pink") == Keys{2, 4});
}

TEST_CASE("a number names a position among numbered options and a text among lettered ones") {
  CHECK(keys_of(asked("question,option1,option2,option3,answer\nHow many?,2,3,1,3\n")) == std::vector<std::size_t>{3});
  CHECK(keys_of(asked("question,a,b,c,answer\nHow many?,2,3,1,3\n")) == std::vector<std::size_t>{2});
}

TEST_CASE("kinds that the answer shows") {
  CHECK(asked("question,answer\nThe Nile flows north,true\n").kind == Kind::TrueFalse);
  CHECK(asked("question,a,b,answer\nThe Nile flows north,Verdadero,Falso,a\n").kind == Kind::TrueFalse);
  const Question number = asked("question,answer,tolerance,unit\nHow long is the Ebro?,\"930,5\",5,km\n");
  CHECK(std::get<Number>(number.body).micros == 930'500'000);
  CHECK(std::get<Number>(number.body).tolerance_micros == 5'000'000);
  CHECK(std::get<Number>(number.body).unit.en.text == "km");
  CHECK(std::get<ShortText>(asked("question,answer\nWhich river?,Nile; The Nile\n").body).accepted.size() == 2);
  CHECK(asked("question,option1,match1,option2,match2,answer\nPair,Paris,Seine,Rome,Tiber,\n").kind == Kind::Matching);
  const Question ordering = asked("question,kind,a,b,c,answer\nOrder,ordering,Sea,Spring,River,\"2,3,1\"\n");
  CHECK(std::get<Ordering>(ordering.body).items.at(0).text.en.text == "Spring");
}

TEST_CASE("missing columns are named") {
  CHECK(lines_of(imported("text,a,b\nWhich?,x,y\n").remarks) ==
        Lines{"1: columns that are not known are left out: text",
              "1: there is no column with the questions; call one 'prompt_en', 'question' or 'pregunta'",
              "1: there is no column with the right answers; call one 'correct', 'answer' or 'respuesta'"});
}

TEST_CASE("a row that cannot be read does not stop the others") {
  const std::string bytes = sheet +
                            "Which?,x,y,,,E\n"
                            "Which?,x,y,z,,\n"
                            ",x,y,z,,A\n"
                            "Which of them?,x,y,z,,A,more,cells\n";
  const Import import = imported(bytes);
  CHECK(import.question_count == 6);
  CHECK(only(import).questions.size() == 3);
  CHECK(lines_of(import.remarks) == Lines{"4: the question is left out: its answer 'E' is none of the options",
                                          "5: the question is left out: the cell of the right answer is empty",
                                          "6: the question is left out: its prompt has no words",
                                          "7: the row has 8 cells, the header 6; the rest is left out"});
}

TEST_CASE("a quote that is never closed costs its row") {
  const Import import = imported("question,a,b,answer\n\"Which?,x,y,A\nWhich of them?,x,y,B\n");
  CHECK(only(import).questions.size() == 1);
  CHECK(lines_of(import.remarks) == Lines{"2: the row is left out: a quote in it is never closed"});
}

TEST_CASE("many quotes that are never closed end the reading") {
  std::string bytes = "question,a,b,answer\n";
  for (int i = 0; i < 100'000; ++i) bytes += i % 2 == 0 ? "\"Which?,x,y,A\n" : "Which\",x,y,A\n\"";
  const Import import = imported(bytes);
  CHECK(import.remarks.size() < 200'000);
}

TEST_CASE("cells with quotes, separators and line breaks") {
  std::vector<Remark> remarks;
  const auto rows = read_rows("a,\"b \"\"c\"\"\",\"d,\r\ne\"\r\n\r\n  f,,\n", ',', remarks);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].cells == std::vector<std::string>{"a", "b \"c\"", "d,\r\ne"});
  CHECK(rows[1].cells == std::vector<std::string>{"f", "", ""});
  CHECK(rows[1].line == 4);
  CHECK(remarks.empty());
}

TEST_CASE("no cell of ours is a formula to a spreadsheet, and each reads back as it was") {
  const std::vector<std::string> cells{"=1+1",     "-5",  "+3", "@SUM", "'=x",  "''-y",
                                       "'quoted'", "a=b", "",   " x ",  "q\"q", "l\nl"};
  const std::string line = written_row(cells);
  for (const std::string bad : {"=1", "-5", "+3", "@S"}) {
    CHECK(line.find("," + bad) == std::string::npos);
    CHECK(line.rfind(bad, 0) != 0);
  }
  std::vector<Remark> remarks;
  CHECK(read_rows(line, ',', remarks).at(0).cells == cells);
}

TEST_CASE("a table with texts of one language more keeps what every question has") {
  const std::string both =
      "topic,prompt_en,prompt_es,a_en,a_es,b_en,b_es,answer\n"
      "rivers,Which?,¿Cuál?,Nile,Nilo,Po,Po,a\n";
  const Topic topic = only(imported(both));
  CHECK(topic.languages == Languages{true, true});
  CHECK(topic.questions.at(0).prompt.es.text == "¿Cuál?");
  const Import import = imported(both + "rivers,Which of them?,,Nile,,Po,,a\n");
  CHECK(only(import).languages == Languages{true, false});
  CHECK(only(import).questions.at(0).prompt.es.text.empty());
  CHECK(lines_of(import.remarks) == Lines{"2: the Spanish texts of 'rivers' are left out: not every question has them"});
}

TEST_CASE("difficulty, domain, time and draft marks, where they can be read") {
  const Question question = asked(
      "id,question,answer,difficulty,domain,seconds,draft\n"
      "Nile 1,It flows north,true,4,cost-optimized,45,yes\n");
  CHECK(question.id.text == "nile-1");
  CHECK(question.difficulty == 4);
  CHECK(question.seconds == 45U);
  CHECK(question.draft);
  const Import import = imported("question,answer,difficulty,domain,seconds\nIt flows north,true,9,wet,1000\n");
  CHECK(import.remarks.size() == 3);
  CHECK(only(import).questions.at(0).difficulty == 1);
}

TEST_CASE("topics of a table keep the domain of most of their questions") {
  const Topic topic = only(
      imported("question,answer,domain\nOne is one,true,secure\nTwo is one,false,resilient\nThree is three,true,secure\n"));
  CHECK(topic.domain == ExamDomain::Secure);
  CHECK_FALSE(topic.questions[0].domain.has_value());
  CHECK(topic.questions[1].domain == ExamDomain::Resilient);
}

TEST_CASE("a separator line, bars, and a header alone") {
  CHECK(asked("sep=;\nquestion;answer\nIt flows, north;true\n").kind == Kind::TrueFalse);
  CHECK(asked("question|a|b|answer\nWhich?|x|y|a\n").kind == Kind::Single);
  CHECK(imported("question,answer\n").topics.empty());
}
