// Moodle XML as Moodle writes it, as people write it by hand, and as it should not be.
#include "content/exchange/exchange.hpp"
#include "content/model/measures.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/bank_topics.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using certamen::wire::Language;
using Lines = std::vector<std::string>;

namespace {

Import imported(const std::string& bytes) {
  return taken(import_moodle_xml(bytes, {"rivers", "", Language::English, {}}));
}

std::string quiz(const std::string& questions) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n" + questions + "</quiz>\n";
}

std::string question(const std::string& type, const std::string& rest) {
  return "<question type=\"" + type +
         "\">\n  <name><text>Lake</text></name>\n  <questiontext format=\"html\"><text>What of the "
         "lake</text></questiontext>\n" +
         rest + "</question>\n";
}

std::string answer(const std::string& fraction, const std::string& text, const std::string& feedback = "") {
  return "  <answer fraction=\"" + fraction + "\"><text>" + text + "</text><feedback><text>" + feedback +
         "</text></feedback></answer>\n";
}

Question asked(const std::string& bytes) {
  const Topic topic = only(imported(bytes));
  REQUIRE(topic.questions.size() == 1);
  return topic.questions.front();
}

template <class Part>
Part body_of(const Question& question) {
  REQUIRE(std::holds_alternative<Part>(question.body));
  return std::get<Part>(question.body);
}

// What a question bank of Moodle 4 exports, with its comments, empty elements and defaults.
const std::string exported = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<!-- question: 0  -->
  <question type="category">
    <category>
      <text>$course$/top/Geography/Rivers &amp; lakes</text>
    </category>
    <info format="html">
      <text></text>
    </info>
    <idnumber></idnumber>
  </question>

<!-- question: 11  -->
  <question type="multichoice">
    <name>
      <text>Longest river</text>
    </name>
    <questiontext format="html">
      <text><![CDATA[<p>Which river is the <b>longest</b> in Europe?<br></p>]]></text>
    </questiontext>
    <generalfeedback format="html">
      <text><![CDATA[<p>The Volga runs for some 3530&nbsp;km.</p>]]></text>
    </generalfeedback>
    <defaultgrade>1.0000000</defaultgrade>
    <penalty>0.3333333</penalty>
    <hidden>0</hidden>
    <idnumber>RIV 01</idnumber>
    <single>true</single>
    <shuffleanswers>true</shuffleanswers>
    <answernumbering>abc</answernumbering>
    <showstandardinstruction>0</showstandardinstruction>
    <correctfeedback format="html">
      <text>Your answer is correct.</text>
    </correctfeedback>
    <partiallycorrectfeedback format="html">
      <text>Your answer is partially correct.</text>
    </partiallycorrectfeedback>
    <incorrectfeedback format="html">
      <text>Your answer is incorrect.</text>
    </incorrectfeedback>
    <shownumcorrect/>
    <answer fraction="0" format="html">
      <text><![CDATA[<p>Danube</p>]]></text>
      <feedback format="html">
        <text><![CDATA[<p>It comes second.</p>]]></text>
      </feedback>
    </answer>
    <answer fraction="100" format="html">
      <text><![CDATA[<p>Volga</p>]]></text>
      <feedback format="html">
        <text></text>
      </feedback>
    </answer>
    <answer fraction="0" format="html">
      <text><![CDATA[<p>Rhine</p>]]></text>
      <feedback format="html">
        <text></text>
      </feedback>
    </answer>
    <tags>
      <tag><text>europe</text>
</tag>
    </tags>
  </question>
</quiz>
)xml";

}  // namespace

TEST_CASE("what Moodle exports becomes a topic named like its category") {
  const Import import = imported(exported);
  const Topic topic = only(import);
  CHECK(topic.id.text == "rivers");
  CHECK(topic.title.en.text == "Rivers & lakes");
  CHECK(topic.origin == Origin::Imported);
  CHECK(topic.languages == Languages{true, false});
  const Question& read = topic.questions.at(0);
  CHECK(read.id.text == "riv-01");
  CHECK(read.kind == Kind::Single);
  CHECK(read.prompt.en.text == "Which river is the longest in Europe?");
  CHECK(read.explanation.en.text == "The Volga runs for some 3530 km.");
  const auto choice = body_of<Choice>(read);
  CHECK(choice.options.at(0).text.en.text == "Danube");
  CHECK(choice.options.at(0).reason.en.text == "It comes second.");
  CHECK(choice.options.at(1).correct);
  CHECK_FALSE(choice.options.at(2).correct);
  CHECK(lines_of(import.remarks) == Lines{"0: tags are left out: europe"});
}

TEST_CASE("several right answers by weight") {
  const std::string options = "<single>false</single>\n" + answer("50", "Blue") + answer("50", "Cold") +
                              answer("-100", "Dry", "It is a lake.") + answer("-50", "Hot");
  const Question read = asked(quiz(question("multichoice", options)));
  CHECK(read.kind == Kind::Multiple);
  const auto choice = body_of<Choice>(read);
  CHECK((choice.options[0].correct && choice.options[1].correct));
  CHECK_FALSE((choice.options[2].correct || choice.options[3].correct));
  CHECK(choice.options[2].reason.en.text == "It is a lake.");
}

TEST_CASE("weights that the game cannot keep are told") {
  const std::string uneven = "<single>false</single>\n" + answer("70", "A lot") + answer("30", "Some") + answer("0", "No");
  CHECK(lines_of(imported(quiz(question("multichoice", uneven))).remarks) ==
        Lines{"3: the right options weigh differently in Moodle; here they count the same"});
  const std::string partial = answer("100", "A lot") + answer("50", "Some") + answer("0", "None");
  CHECK(lines_of(imported(quiz(question("multichoice", partial))).remarks) ==
        Lines{"3: an option of 50 % counts as wrong here"});
  const std::string none = answer("50", "A lot") + answer("50", "Some");
  CHECK(lines_of(imported(quiz(question("multichoice", none))).remarks).back() ==
        "3: the question is left out: no option is fully right");
}

TEST_CASE("settings of the display are told once a file") {
  const std::string settings =
      "<shuffleanswers>0</shuffleanswers><answernumbering>ABCD</answernumbering><defaultgrade>2</defaultgrade>";
  const std::string one = question("multichoice", settings + answer("100", "A lot") + answer("0", "None"));
  CHECK(lines_of(imported(quiz(one + one)).remarks) ==
        Lines{"3: options that Moodle keeps in order are shuffled here", "3: options are not numbered as Moodle does it",
              "3: marks are left out: questions count by the rules of the game"});
}

TEST_CASE("true and false, in any order and in old files") {
  const auto holds = [](const std::string& answers) {
    return body_of<Statement>(asked(quiz(question("truefalse", answers)))).holds;
  };
  CHECK(holds(answer("100", "true") + answer("0", "false")));
  CHECK_FALSE(holds(answer("100", "false") + answer("0", "true")));
  CHECK_FALSE(holds(answer("0", "Verdadero") + answer("100", "Falso")));
  const Question read =
      asked(quiz(question("truefalse", answer("0", "true", "It is salt.") + answer("100", "false", "Well seen."))));
  CHECK(body_of<Statement>(read).reason.en.text == "It is salt.");
  CHECK(read.explanation.en.text == "Well seen.");
}

TEST_CASE("numbers with tolerance, mistakes and a unit") {
  const std::string answers =
      "<answer fraction=\"100\"><text>13.5</text><tolerance>0.25</tolerance><feedback><text></text></feedback></answer>"
      "<answer fraction=\"0\"><text>1350</text><tolerance>0</tolerance><feedback><text>In metres.</text></feedback></answer>"
      "<answer fraction=\"0\"><text>*</text><feedback><text>Look at the map.</text></feedback></answer>"
      "<units><unit><multiplier>1000</multiplier><unit_name>m</unit_name></unit>"
      "<unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>";
  const Import import = imported(quiz(question("numerical", answers)));
  const auto number = body_of<Number>(only(import).questions.at(0));
  CHECK(number.micros == 13'500'000);
  CHECK(number.tolerance_micros == 250'000);
  CHECK(number.unit.en.text == "km");
  REQUIRE(number.mistakes.size() == 1);
  CHECK(number.mistakes[0].reason.en.text == "In metres.");
  CHECK(lines_of(import.remarks) ==
        Lines{"3: feedback to every other answer is left out", "3: further units are left out: numbers are asked in one"});
}

TEST_CASE("numbers as computers and people write them") {
  const auto micros_of = [](const std::string& text) {
    return body_of<Number>(asked(quiz(question("numerical", answer("100", text))))).micros;
  };
  CHECK(micros_of("1.5e3") == 1'500'000'000);
  CHECK(micros_of("3,25") == 3'250'000);
  CHECK(micros_of("0.1234567891") == 123'457);
  // Old files say it without <text>.
  CHECK(body_of<Number>(asked(quiz(question("numerical", "<answer fraction=\"100\">42<feedback/></answer>")))).micros ==
        42'000'000);
  CHECK(lines_of(imported(quiz(question("numerical", answer("100", "many")))).remarks).back() ==
        "3: the question is left out: no number is fully right");
}

TEST_CASE("short answers, with what asterisks mean") {
  const std::string answers = "<usecase>1</usecase>" + answer("100", "Baikal") + answer("100", "Lake \\* Baikal") +
                              answer("100", "Bai*") + answer("50", "Bajkal") + answer("0", "Ladoga", "In Europe.") +
                              answer("0", "*", "No.");
  const Import import = imported(quiz(question("shortanswer", answers)));
  const auto short_text = body_of<ShortText>(only(import).questions.at(0));
  REQUIRE(short_text.accepted.size() == 2);
  CHECK(short_text.accepted[1].text == "Lake * Baikal");
  REQUIRE(short_text.mistakes.size() == 1);
  CHECK(short_text.mistakes[0].reason.en.text == "In Europe.");
  CHECK(lines_of(import.remarks) == Lines{"3: capital letters make no difference here",
                                          "3: the answer 'Bai*' is left out: asterisks stand for nothing here",
                                          "3: the answer 'Bajkal' (50 %) is left out: an answer is right or wrong here",
                                          "3: feedback to every other answer is left out"});
}

TEST_CASE("pairs, and answers that have no partner") {
  const auto pair = [](const std::string& left, const std::string& right) {
    return "<subquestion format=\"html\"><text><![CDATA[<p>" + left + "</p>]]></text><answer><text>" + right +
           "</text></answer></subquestion>\n";
  };
  const Import import =
      imported(quiz(question("matching", pair("Paris", "Seine") + pair("Rome", "Tiber") + pair("", "Po"))));
  const auto matching = body_of<Matching>(only(import).questions.at(0));
  REQUIRE(matching.pairs.size() == 2);
  CHECK(matching.pairs[1].left.en.text == "Rome");
  CHECK(matching.pairs[1].right.en.text == "Tiber");
  CHECK(lines_of(import.remarks) ==
        Lines{"3: an answer without a partner is left out: every right side has a left one here"});
}

TEST_CASE("items in order, as the file has them") {
  const std::string items = "<layouttype>VERTICAL</layouttype><selecttype>RANDOM</selecttype><selectcount>3</selectcount>" +
                            answer("1.0000000", "Spring") + answer("2.0000000", "River") + answer("3.0000000", "Sea");
  const Import import = imported(quiz(question("ordering", items)));
  const auto ordering = body_of<Ordering>(only(import).questions.at(0));
  REQUIRE(ordering.items.size() == 3);
  CHECK(ordering.items[2].text.en.text == "Sea");
  CHECK(lines_of(import.remarks) ==
        Lines{"3: Moodle shows some of the items of an ordering; here all of them are put in order"});
}

TEST_CASE("types without a board are counted and named") {
  std::string questions;
  for (const std::string type : {"essay", "cloze", "description", "calculated", "ddwtos", "gapselect"})
    questions += question(type, "");
  const Import import = imported(quiz(questions + question("truefalse", answer("100", "true") + answer("0", "false"))));
  CHECK(import.question_count == 7);
  CHECK(only(import).questions.size() == 1);
  CHECK(import.remarks.size() == 6);
  CHECK(lines_of(import.remarks).front() ==
        "3: the question is left out: questions of Moodle's type 'essay' are not playable");
}

TEST_CASE("categories become topics, and one that comes again is the same topic") {
  const auto category = [](const std::string& path) {
    return "<question type=\"category\"><category><text>" + path + "</text></category></question>\n";
  };
  const auto named = [](const std::string& name) {
    return replaced(question("truefalse", answer("100", "true") + answer("0", "false")), "Lake", name);
  };
  const Import import =
      imported(quiz(named("Zero") + category("$course$/Water") + named("One") + category("$course$/Air//wind") +
                    named("Two") + category("$course$/Water") + named("Three")));
  REQUIRE(import.topics.size() == 3);
  CHECK(import.topics[0].id.text == "rivers");
  CHECK(import.topics[1].id.text == "rivers-water");
  CHECK(import.topics[1].questions.size() == 2);
  CHECK(import.topics[2].title.en.text == "Air/wind");
}

TEST_CASE("pictures, sounds and other files are told") {
  std::string bytes = quiz(question("truefalse", answer("100", "true") + answer("0", "false")));
  bytes = replaced(bytes, "</questiontext>", "<file name=\"lake.mp3\" encoding=\"base64\">AAAA</file></questiontext>");
  CHECK(lines_of(imported(bytes).remarks) == Lines{"3: files are left out: lake.mp3"});
}

TEST_CASE("a file that breaks half-way gives everything before the break") {
  const std::string whole = quiz(question("truefalse", answer("100", "true") + answer("0", "false")) +
                                 question("truefalse", answer("0", "true") + answer("100", "false")));
  const std::size_t second = whole.rfind("<question type");
  for (const std::size_t cut : {second + 8, second + 60, whole.rfind("</answer>") + 3, whole.rfind("</question>")}) {
    const Import import = imported(whole.substr(0, cut));
    CHECK(only(import).questions.size() == 1);
    CHECK_FALSE(import.remarks.empty());
    CHECK(lines_of(import.remarks).back().find("the file is no XML from here on") != std::string::npos);
  }
  const Import mismatched = imported(replaced(whole, "<text>false</text>", "<text>false</b></text>"));
  CHECK(lines_of(mismatched.remarks) == Lines{"3: the question is left out: the file breaks inside it",
                                              "7: the file is no XML from here on (Start-end tags mismatch); nothing "
                                              "behind it is read"});
}

TEST_CASE("entities of a file's own do nothing") {
  const std::string bomb =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE quiz [\n<!ENTITY a \"aaaaaaaaaa\">\n<!ENTITY b "
      "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">\n]>\n";
  const std::string body = question("truefalse", answer("100", "true") + answer("0", "false"));
  const Import import =
      imported(bomb + "<quiz>" + replaced(body, "What of the lake", "One &b; and &file; and &amp;") + "</quiz>");
  CHECK(only(import).questions.at(0).prompt.en.text == "One &b; and &file; and &");
  CHECK(lines_of(import.remarks) == Lines{"2: entities of the file's own are not read"});
}

TEST_CASE("deep nesting is no danger") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<b>";
  const auto import = import_moodle_xml("<quiz>" + deep, {"rivers", "", Language::English, {}});
  REQUIRE(import.has_value());
  CHECK(import->topics.empty());
}

TEST_CASE("what is no Moodle XML at all is a fault") {
  const auto fault_of = [](const std::string& bytes) {
    const auto import = import_moodle_xml(bytes, {"rivers", "", Language::English, {}});
    REQUIRE_FALSE(import.has_value());
    return import.error().what;
  };
  CHECK(fault_of("<html><body>Hi</body></html>") == "is not Moodle XML: its outermost element is <html>, not <quiz>");
  CHECK(fault_of("question,answer") == "is not XML; line 1: No document element found");
  CHECK(fault_of("<quiz>\n\xE9</quiz>").find("not UTF-8") != std::string::npos);
  CHECK(fault_of("") == "the file is empty");
}

TEST_CASE("texts that somebody did not quote are read with their markup") {
  const std::string bytes = replaced(quiz(question("truefalse", answer("100", "true") + answer("0", "false"))),
                                     "What of the lake", "What <b>of</b> the <i>lake</i>");
  CHECK(asked(bytes).prompt.en.text == "What of the lake");
}

TEST_CASE("an export says what Moodle has no place for") {
  CHECK(lines_of(export_moodle_xml({sample_topic()}, Language::English).remarks) ==
        Lines{"0: 2 notes with their lines are left out: Moodle XML has no place for them",
              "0: 3 reasons of pairs are left out: Moodle XML has no place for them"});
}

TEST_CASE("markup, slashes, quotes and asterisks in our texts reach Moodle and come back") {
  Topic topic = in_language(without_notes(sample_topic()), Language::English);
  topic.title.en.text = "S3/EBS & <FSx>";
  topic.questions.at(0).prompt.en.text = "Is \"a < b && c > d\" <b>bold</b> &amp; 5 * 3?";
  for (Question& each : topic.questions) {
    if (auto* short_text = std::get_if<ShortText>(&each.body)) short_text->accepted.at(0).text = "*.example.com \\* x";
  }
  const Export file = export_moodle_xml({topic}, Language::English);
  const Topic back = only(imported(file.bytes));
  CHECK(back.title.en.text == topic.title.en.text);
  CHECK(back.questions.at(0).prompt.en.text == topic.questions.at(0).prompt.en.text);
  CHECK(export_moodle_xml({back}, Language::English).bytes == file.bytes);
}
