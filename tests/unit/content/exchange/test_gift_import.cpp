// What GIFT says, and what topics make of it.
#include <algorithm>

#include "content/compile/bank_image.hpp"
#include "content/compile/compile.hpp"
#include "content/exchange/exchange.hpp"
#include "content/model/measures.hpp"
#include "content/yaml/write_topic.hpp"
#include "server/bank/bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/imported.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

std::string documented() {
  return read_file(std::string(CERTAMEN_SOURCE_DIR) + "/tests/unit/content/exchange/files/documented.gift");
}

std::string prompt_of(const std::string& text) {
  return only_question(gift(text)).prompt.en.text;
}

std::string explanation_of(const std::string& text) {
  return only_question(gift(text)).explanation.en.text;
}

Number number_of(const std::string& text) {
  return std::get<Number>(only_question(gift(text)).body);
}

ShortText short_text_of(const std::string& text) {
  return std::get<ShortText>(only_question(gift(text)).body);
}

}  // namespace

TEST_CASE("every form that the documentation of GIFT shows is read") {
  const Import import = gift(documented());
  CHECK(import.question_count == 18);
  REQUIRE(import.topics.size() == 2);
  std::vector<Kind> kinds;
  for (const Question& question : import.topics[0].questions) kinds.push_back(question.kind);
  CHECK(kinds == std::vector<Kind>{Kind::Single, Kind::Single, Kind::Single, Kind::ShortText, Kind::TrueFalse,
                                   Kind::TrueFalse, Kind::Matching, Kind::Numeric, Kind::Numeric, Kind::ShortText,
                                   Kind::ShortText, Kind::Single, Kind::Multiple, Kind::Single, Kind::Numeric});
  CHECK(import.topics[1].id.text == "quiz-mixed-and-more");
  CHECK(import.topics[1].title.en.text == "Mixed / and more");
  CHECK(import.topics[1].questions.at(0).id.text == "spectrum");
  CHECK(remarks_of(import) == Lines{"39: the weight 50 % of 'half credit answer' is left out: an answer is right or wrong",
                                    "57: the answer '1869:2' of 50 % is left out: a question has one right number",
                                    "70: the question is left out: it is a description, which asks nothing",
                                    "72: the question is left out: it is an essay, which only a person can grade"});
  CHECK(errors_of(import) == Lines{});
}

TEST_CASE("line ends, byte order marks and tabs make no difference") {
  const std::string unix_lines = documented();
  std::string windows;
  std::string old_mac;
  std::string tabs;
  for (const char letter : unix_lines) {
    windows += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
    old_mac.push_back(letter == '\n' ? '\r' : letter);
    tabs += letter == ' ' ? std::string("\t") : std::string(1, letter);
  }
  const Import expected = gift(unix_lines);
  for (const std::string& text : {"\xEF\xBB\xBF" + windows, old_mac}) {
    const Import import = gift(text);
    CHECK(written(import) == written(expected));
    CHECK(remarks_of(import) == remarks_of(expected));
  }
  CHECK(prompt_of("\tTwo\tplus \t two? {\t#4\t}\t") == "Two plus two?");
}

TEST_CASE("an imported file builds into a bank whose questions can be drawn") {
  const Import import = gift(documented());
  std::vector<SourceFile> files;
  for (const Topic& topic : import.topics) files.push_back({topic.id.text + ".yaml", write_topic(topic)});
  const auto image = make_bank(compile(files, Drafts::Refused).topics);
  REQUIRE(image.has_value());
  const TemporaryFile file(image->bytes);
  const auto bank = bank::Bank::open(file.path());
  REQUIRE(bank.has_value());
  exam::DrawSpec spec;
  spec.question_count = bank->question_count();
  const auto paper = bank->draw_paper(spec);
  INFO((paper ? "" : paper.error().what));
  REQUIRE(paper.has_value());
  CHECK(paper->questions.size() == 12);
}

TEST_CASE("escaped characters are themselves") {
  const Question question =
      only_question(gift("::a\\:b::Is 1 \\= \\{\\~\\#\\} \\\\n? { =\\= 1#so \\# ~a\\:b ~c\\\\d ~50% }"));
  CHECK(question.id.text == "a-b");
  CHECK(question.prompt.en.text == "Is 1 = {~#} \\n?");
  CHECK(options_of(question) == Lines{"+= 1", "a:b", "c\\d", "50%"});
  CHECK(std::get<Choice>(question.body).options.at(0).reason.en.text == "so #");
}

TEST_CASE("an escaped line break joins the lines, with one remark for the file") {
  const Import import = gift("One\\ntwo?{T#three\\nfour}");
  CHECK(only_question(import).prompt.en.text == "One two?");
  CHECK(remarks_of(import) == Lines{"0: line breaks, lists and tables became one paragraph in 2 texts"});
}

TEST_CASE("feedback becomes reasons, general feedback the explanation") {
  const Question choice = only_question(gift("Best?{=a#because ~b #not so ~c####In general}"));
  CHECK(choice.explanation.en.text == "In general");
  CHECK(std::get<Choice>(choice.body).options.at(1).reason.en.text == "not so");
  const Question truth = only_question(gift("It is.{FALSE#you were wrong#you were right####}"));
  CHECK(std::get<Statement>(truth.body).reason.en.text == "you were wrong");
  CHECK_FALSE(std::get<Statement>(truth.body).holds);
  CHECK(truth.explanation.en.text == "you were right");
  CHECK(explanation_of("Name?{=a#well done =b#well done}") == "well done");
  CHECK(explanation_of("Number?{#5#exactly}") == "exactly");
}

TEST_CASE("true and false in every spelling") {
  for (const std::string word : {"T", "TRUE", "true", "True"}) {
    CHECK(std::get<Statement>(only_question(gift("It is so.{" + word + "}")).body).holds);
  }
  for (const std::string word : {"F", "FALSE", "false"}) {
    CHECK_FALSE(std::get<Statement>(only_question(gift("It is so.{ " + word + " }")).body).holds);
  }
  CHECK(short_text_of("Spell it.{=true}").accepted.at(0).text == "true");
  CHECK(prompt_of("True or false: water is wet.{T}") == "water is wet.");
}

TEST_CASE("a missing word leaves a blank") {
  CHECK(prompt_of("Grant is {=entombed ~buried} in a tomb.") == "Grant is _____ in a tomb.");
  CHECK(prompt_of("{=Two} plus two") == "_____ plus two");
  CHECK(prompt_of("Two plus two is{=four}.") == "Two plus two is_____.");
}

TEST_CASE("numbers come with tolerances, ranges and wrong answers") {
  CHECK(number_of("?{#1822}").tolerance_micros == 0);
  CHECK(number_of("?{#-0.5:.25}").micros == -500'000);
  CHECK(number_of("?{#-0.5:.25}").tolerance_micros == 250'000);
  CHECK(number_of("?{#1..5}").micros == 3'000'000);
  CHECK(number_of("?{#1..5}").tolerance_micros == 2'000'000);
  CHECK(number_of("?{#-2 .. -1}").micros == -1'500'000);
  CHECK(number_of("?{#1.5e3}").micros == 1'500'000'000);
  const Number number = number_of("?{#=%100%1200:0#yes =%0%400:0#per disk =%0%80#too few}");
  CHECK(number.micros == 1'200'000'000);
  REQUIRE(number.mistakes.size() == 2);
  CHECK(number.mistakes[0].micros == 400'000'000);
  CHECK(number.mistakes[0].reason.en.text == "per disk");
}

TEST_CASE("of several right numbers the first is kept") {
  const Import import = gift("Root?{#\n=2#yes\n=-2\n=%50%1.9:0.05#close\n~#no}");
  CHECK(std::get<Number>(only_question(import).body).mistakes.size() == 1);
  CHECK(remarks_of(import) == Lines{"3: the answer '-2' of 100 % is left out: a question has one right number",
                                    "4: the answer '1.9:0.05' of 50 % is a mistake of the value 1.9 now",
                                    "5: the feedback for any other number is left out"});
}

TEST_CASE("several right answers make a multiple response") {
  const Question shared = only_question(gift("Which?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}"));
  CHECK(shared.kind == Kind::Multiple);
  CHECK(options_of(shared) == Lines{"+a", "+b", "+c", "d"});
  const Import equal = gift("Which?{=a =b ~c}");
  CHECK(only_question(equal).kind == Kind::Multiple);
  CHECK(remarks_of(equal) == Lines{"1: 2 answers are each fully right; the question now asks for all of them"});
}

TEST_CASE("weights that topics cannot say are remarked") {
  CHECK(remarks_of(gift("Which?{\n~%70%a\n~%30%b\n~%-10%c}")) ==
        Lines{"2: the weight 70 % of 'a' is left out: an answer is right or wrong",
              "3: the weight 30 % of 'b' is left out: an answer is right or wrong",
              "4: the weight -10 % of 'c' is left out: an answer is right or wrong"});
  CHECK(remarks_of(gift("Which?{=a\n~%-33.333%b}")) ==
        Lines{"2: the weight -33.333 % of 'b' is left out: an answer is right or wrong"});
  const ShortText short_text = short_text_of("From?{=Nazareth#Yes!\n=%75%Nazereth#Misspelled.\n=%0%Rome#No.}");
  CHECK(short_text.mistakes.at(0).text.text == "Nazereth");
  CHECK(short_text.mistakes.at(1).reason.en.text == "No.");
}

TEST_CASE("a star in a short answer stands for any letters, unless it is escaped") {
  const Import import = gift("Times?{=2 \\* 3 =Grant* =%0%*#anything else}");
  const auto short_text = std::get<ShortText>(only_question(import).body);
  REQUIRE(short_text.accepted.size() == 1);
  CHECK(short_text.accepted[0].text == "2 * 3");
  CHECK(import.remarks.size() == 2);
}

TEST_CASE("each text has its own markup, and the question's where it names none") {
  const Import import = gift(
      "[html]Is 10<sup>3</sup> &lt; 10&nbsp;000&hellip;<br/>or&iquest;{=<b>yes</b> ~[plain]<b>no</b> ~[markdown]**may** "
      "`be` "
      "~[moodle]a &amp; b}");
  CHECK(only_question(import).prompt.en.text == "Is 10³ < 10 000… or¿");
  CHECK(options_of(only_question(import)) == Lines{"+yes", "<b>no</b>", "may be", "a & b"});
  CHECK(prompt_of("Is a < b and b > c in AT&T?{T}") == "Is a < b and b > c in AT&T?");
}

TEST_CASE("images are remarked with their line") {
  const Import import = gift("// one\n[html]What is this? <img src\\=\"@@PLUGINFILE@@/map%20of.png\" alt\\=\"A map\">{T}");
  CHECK(only_question(import).prompt.en.text == "What is this? [A map]");
  CHECK(remarks_of(import) == Lines{"2: an image (map%20of.png) is left out"});
}

TEST_CASE("what is malformed is said with its line and the rest is read") {
  const Import import = gift(
      "One {T\n\nTwo }\n\nThree {T} {F}\n\nFour {=a->b =c}\n\nFive {#abc}\n\nSix {~a ~b}\n\n::Seven::Last is fine. {T}\n"
      "::Eight::So is one without a blank line. {F}\n");
  CHECK(remarks_of(import) ==
        Lines{"1: the question is left out: its '{' is not closed before the blank line that ends a question",
              "3: the question is left out: it has a '}' without a '{' before it",
              "5: the question is left out: it has braces that are no pair around the answers; put a blank line between "
              "questions, and write \\{ and \\} for braces in a text",
              "7: the question is left out: the pair 'c' of line 7 has no '->'",
              "9: the question is left out: 'abc' of line 9 is no number, value:tolerance or low..high (with a decimal "
              "point, not a comma)",
              "11: the question is left out: no option is right"});
  CHECK(import.question_count == 8);
  REQUIRE(import.topics.size() == 1);
  CHECK(import.topics[0].questions.size() == 2);
}

TEST_CASE("categories become topics, and their questions are gathered") {
  const Import import = gift(
      "Zero.{T}\n\n$CATEGORY: $course$/top/Default for X/Ríos\n\nOne.{T}\n\n$CATEGORY: tom/dick\nTwo.{F}\n\n"
      "$CATEGORY: $course$/top/Default for X/Ríos\n\nThree.{T}\n");
  REQUIRE(import.topics.size() == 3);
  CHECK(import.topics[0].id.text == "quiz");
  CHECK(import.topics[1].id.text == "quiz-rios");
  CHECK(import.topics[1].title.en.text == "Ríos");
  CHECK(import.topics[1].questions.size() == 2);
  CHECK(import.topics[2].title.en.text == "dick");
  CHECK(errors_of(import) == Lines{});
}

TEST_CASE("texts come in the wished language") {
  const auto import = import_gift("El sol sale por el este.{T#Sí sale.}", {"astros", "Astros", wire::Language::Spanish, {}});
  REQUIRE(import.has_value());
  const Topic& topic = import->topics.at(0);
  CHECK(topic.languages == Languages{false, true});
  CHECK(topic.title.es.text == "Astros");
  CHECK(topic.questions.at(0).prompt.es.text == "El sol sale por el este.");
  CHECK(topic.questions.at(0).prompt.en.text.empty());
  CHECK(errors_of(*import) == Lines{});
}

TEST_CASE("files that hold no questions at all are faults") {
  const auto fault_of = [](const std::string& bytes) { return import_gift(bytes, {}).error().what; };
  CHECK(fault_of("") == "the file is empty");
  CHECK(fault_of("\xEF\xBB\xBF \r\n") == "the file is empty");
  CHECK(fault_of("One.{T}\nA\xF1o?{F}").find("the file is not UTF-8: byte 0xF1 on line 2; save it as UTF-8") == 0);
  CHECK(fault_of(std::string(std::size_t{17} * 1024 * 1024, 'a')).find("the file has 17825792 bytes; at most") == 0);
}
