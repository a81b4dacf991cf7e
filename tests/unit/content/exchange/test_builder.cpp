// What every import shares: ids, plain words, limits.
#include <algorithm>

#include "content/exchange/brought.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/imported.hpp"

using namespace certamen;
using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

Builder builder_for(const std::string& topic_id) {
  return Builder(ImportWish{topic_id, "", wire::Language::English, wire::ExamDomain::Secure});
}

Text english(const std::string& words) {
  return text_in(wire::Language::English, words);
}

Question choice_of(const std::vector<std::string>& options) {
  Question question;
  question.prompt = english("Which one?");
  Choice choice;
  for (const std::string& words : options) {
    const bool right = words.front() == '+';
    choice.options.push_back({english(words.substr(right ? 1 : 0)), {}, right, {}});
  }
  question.body = std::move(choice);
  return question;
}

Question statement() {
  Question question;
  question.kind = Kind::TrueFalse;
  question.prompt = english("It is so.");
  question.body = Statement{};
  return question;
}

Import with(const Question& question) {
  Builder builder = builder_for("quiz");
  builder.add(7, "", question);
  return builder.take();
}

std::string words(const std::string& raw, Markup markup) {
  return plain_words(raw, markup).text;
}

}  // namespace

TEST_CASE("ids are made of titles, each once, and of limited length") {
  Ids ids;
  CHECK(ids.make("¿Qué es Amazon S3?", "q-1") == "que-es-amazon-s3");
  CHECK(ids.make("que es amazon-S3", "q-2") == "que-es-amazon-s3-2");
  CHECK(ids.make("日本", "q-3") == "q-3");
  CHECK(ids.make("", "") == "2");
  const std::string words(40, 'a');
  const std::string cut = ids.make(words + " " + words, "q-5");
  CHECK(cut == words);
  CHECK(ids.make(std::string(100, 'b'), "q-6").size() == id_characters_max);
  CHECK(ids.make(std::string(100, 'b'), "q-7") == std::string(id_characters_max - 2, 'b') + "-2");
}

TEST_CASE("more questions than a topic holds become further topics") {
  Builder builder = builder_for("My Quiz");
  for (int i = 0; i < 250; ++i) builder.add(1, "Same title", statement());
  const Import import = builder.take();
  REQUIRE(import.topics.size() == 3);
  CHECK(import.topics[0].id.text == "my-quiz");
  CHECK(import.topics[2].id.text == "my-quiz-3");
  CHECK(import.topics[2].title.en.text == "My quiz (3)");
  CHECK(import.topics[2].questions.size() == 50);
  CHECK(import.topics[2].questions.back().id.text == "same-title-250");
  CHECK(import.topics[0].domain == wire::ExamDomain::Secure);
  CHECK(errors_of(import) == Lines{});
}

TEST_CASE("topics of long texts stay under the size of a topic file") {
  Builder builder = builder_for("quiz");
  std::string longest;
  while (characters(longest) < option_rule.characters_max - 2) longest += "😀";
  for (int i = 0; i < 150; ++i) {
    Question question = choice_of({"+" + longest + "a", longest + "b", longest + "c", longest + "d", longest + "e"});
    for (Option& option : std::get<Choice>(question.body).options) option.reason = english(longest + longest);
    builder.add(1, "", std::move(question));
  }
  const Import import = builder.take();
  CHECK(import.topics.size() > 2);
  for (const std::string& file : written(import)) CHECK(file.size() <= topic_file_bytes_max);
}

TEST_CASE("options that point at others are reworded at the end and refused elsewhere") {
  const Import last = with(choice_of({"a", "b", "+All of the above."}));
  CHECK(options_of(only_question(last)) == Lines{"a", "b", "+All of the others"});
  CHECK(remarks_of(last) ==
        Lines{"7: the option 'All of the above.' now says 'All of the others', since options are shuffled"});
  CHECK(errors_of(last) == Lines{});
  CHECK(remarks_of(with(choice_of({"a", "+All of the above", "b"}))) ==
        Lines{"7: the question is left out: its option 'All of the above' points at others, which shuffling moves"});
}

TEST_CASE("surplus and repeated options go, unless the key is among them") {
  const Import many = with(choice_of({"a", "b", "c", "d", "e", "f", "g", "+h"}));
  CHECK(options_of(only_question(many)) == Lines{"a", "b", "c", "d", "e", "+h"});
  CHECK(many.remarks.size() == 2);
  CHECK(options_of(only_question(with(choice_of({"a", "+b", "a"})))) == Lines{"a", "+b"});
  CHECK(remarks_of(with(choice_of({"a", "+b", "B"}))) ==
        Lines{"7: the question is left out: two of its options are 'B', case and accents aside"});
  CHECK(with(choice_of({"+a", "+b"})).topics.empty());
}

TEST_CASE("texts over the limit are cut where they only explain, and refuse the question where they ask") {
  Question question = statement();
  std::string longer;
  for (int i = 0; i < 100; ++i) longer += "word ";
  question.explanation = english(longer + "end");
  const Import cut = with(question);
  const std::string& explanation = only_question(cut).explanation.en.text;
  CHECK(characters(explanation) <= explanation_rule.characters_max);
  CHECK(explanation.substr(explanation.size() - 7) == "word…");
  CHECK(remarks_of(cut).at(0).find("7: the explanation 'word word") == 0);

  question.prompt = english(longer);
  CHECK(remarks_of(with(question)).at(0).find("7: the question is left out: its prompt 'word word") == 0);
}

TEST_CASE("a text that lacks a language of its topic is left out with a remark") {
  Topic heading;
  heading.id.text = "both";
  heading.title = Text{{"Both", {}}, {"Ambos", {}}};
  Builder builder = builder_for("quiz");
  builder.open_topic(heading);
  Question question = statement();
  question.prompt.es.text = "Es así.";
  question.explanation = english("Only here.");
  builder.add(3, "", question);
  question.prompt.es.text.clear();
  builder.add(4, "", question);
  const Import import = builder.take();
  CHECK(remarks_of(import) ==
        Lines{"3: the explanation 'Only here.' is left out: it is not there in every language of the topic",
              "4: the question is left out: its prompt has no words"});
  CHECK(errors_of(import) == Lines{});
}

TEST_CASE("HTML becomes plain words") {
  CHECK(words("<p>One&nbsp;<b>two</b></p>\n<p>three<br>four</p>", Markup::Html) == "One two three four");
  CHECK(words("<ul><li>a</li><li>b</li></ul>", Markup::Html) == "– a – b");
  CHECK(words("H<sub>2</sub>O, x<sup>n+1</sup>, <sup>a</sup>", Markup::Html) == "H₂O, x^(n+1), ^a");
  CHECK(words("a <!-- no --> b <script>if (a < b) {}</script>c", Markup::Html) == "a b c");
  CHECK(words("vector<int> & &#233;&#xE9;&unknown;&", Markup::Html) == "vector<int> & éé&unknown;&");
  CHECK(words("<a href=\"x>y\">link</a> <unclosed <p", Markup::Html) == "link <unclosed <p");
  CHECK(plain_words("<img src='a/b.png?x=1'><video src=v.mp4>no</video>", Markup::Html).lost ==
        Lines{"an image (b.png)", "a video (v.mp4)"});
  CHECK(plain_words("<p>one</p>", Markup::Html).flattened == false);
  CHECK(plain_words("<p>one</p><p>two</p>", Markup::Html).flattened);
}

TEST_CASE("Markdown becomes plain words") {
  CHECK(words("# Who wrote **this** and *that* or __those__?", Markup::Markdown) == "Who wrote this and that or those?");
  CHECK(words("2 * 3 * 4, snake_case_name, a\\*b", Markup::Markdown) == "2 * 3 * 4, snake_case_name, a*b");
  CHECK(words("see [the page](https://example.org/a) and `a*b*c`", Markup::Markdown) == "see the page and a*b*c");
  CHECK(words("which?\n- one\n- two", Markup::Markdown) == "which? – one – two");
  CHECK(plain_words("![a map](maps/one.png) here", Markup::Markdown).lost == Lines{"an image (one.png)"});
}

TEST_CASE("plain words have no edges and nothing invisible, and are composed") {
  CHECK(words("\t a\u200B\u00ADb \r\n c\u00A0d\u00A0", Markup::Plain) == "ab c\u00A0d");
  CHECK(words("a \u00A0 \u00A0", Markup::Plain) == "a");
  CHECK(words("cafe\u0301", Markup::Plain) == "café");
  CHECK(shortened("one two three", 20) == "one two three");
  CHECK(shortened("one two three", 10) == "one two…");
  CHECK(shortened("abcdefghijkl", 10) == "abcdefghi…");
}
