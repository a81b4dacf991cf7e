// Words to questions and notes.
#include <algorithm>

#include "content/compile/bank_image.hpp"
#include "server/bank/bank.hpp"
#include "server/bank/search_words.hpp"
#include "server/exam/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using bank::Bank;
using bank::Found;
using bank::FoundKind;
using bank::SearchWish;
using Ids = std::vector<std::string>;
using Terms = std::vector<std::string>;

namespace {

const Bank& sample_bank() {
  static const Bank opened = [] {
    const auto image = content::make_bank(content::topics_of({content::SourceFile{"t/sample.yaml", content::sample()}}));
    REQUIRE(image);
    auto bank = Bank::open_image(image->bytes, "sample");
    REQUIRE(bank);
    return std::move(*bank);
  }();
  return opened;
}

std::vector<Found> found(const SearchWish& wish) {
  auto result = sample_bank().search(wish);
  REQUIRE(result);
  return std::move(*result);
}

Ids ids(const std::string& words, std::optional<wire::Language> language = {}) {
  Ids all;
  for (const Found& each : found({words, language, 20})) all.push_back(each.id);
  std::sort(all.begin(), all.end());
  return all;
}

std::string text_of(const Found& each) {
  std::string text;
  for (const bank::SnippetPart& part : each.snippet) text += part.hit ? "[" + part.text + "]" : part.text;
  return text;
}

}  // namespace

TEST_CASE("typed words become terms, the last one a beginning, and quotes make phrases") {
  CHECK(bank::search_terms("placement gro") == Terms{"\"placement\"", "\"gro\"*"});
  CHECK(bank::search_terms("  a \"b c\" ") == Terms{"\"a\"", "\"b c\""});
  CHECK(bank::search_terms("\"b c") == Terms{"\"b c\""});
  CHECK(bank::search_terms("“b c” «d e»") == Terms{"\"b c\"", "\"d e\""});
  CHECK(bank::search_terms("a\"b\"c") == Terms{"\"a\"", "\"b\"", "\"c\"*"});
  CHECK(bank::search_terms(" \"\" \n ").empty());
  CHECK(bank::search_terms(std::string(500, 'x') + std::string(500, ' ')).size() == 1);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "w ";
  CHECK(bank::search_terms(many).size() == bank::search_words_max);
}

TEST_CASE("words are found in both languages with accents and case folded") {
  CHECK(ids("POLITICA") == Ids{"sample#order", "sample/in-order"});
  CHECK(ids("política") == ids("politica"));
  CHECK(ids("encryption") == Ids{"sample/name-it"});
  CHECK(ids("nothing-of-the-kind").empty());
}

TEST_CASE("all words must be there, in any order; the last may be a beginning") {
  CHECK(ids("bucket tags") == Ids{"sample#limits", "sample/how-many"});
  CHECK(ids("tags bucket") == Ids{"sample#limits", "sample/how-many"});
  CHECK(ids("bucket tag") == Ids{"sample#limits", "sample/how-many"});
  CHECK(ids("tag bucket").empty());
  CHECK(ids("bucket queue") == Ids{"sample/choose-one"});
}

TEST_CASE("words in quotes stand side by side") {
  CHECK(ids("\"the policy before\"") == Ids{"sample#order"});
  CHECK(ids("\"before the policy\"").empty());
  CHECK(ids("\"the poli\"").empty());
}

TEST_CASE("a wish for one language leaves the other out") {
  CHECK(ids("encryption", wire::Language::Spanish).empty());
  CHECK(ids("encryption", wire::Language::English) == Ids{"sample/name-it"});
  CHECK(ids("cifrado", wire::Language::Spanish) == Ids{"sample/name-it"});
  CHECK(found({"bucket", wire::Language::Spanish, 1}).at(0).language == wire::Language::Spanish);
}

TEST_CASE("what is found comes with its kind and the place where it was found") {
  const std::vector<Found> all = found({"diacríticos política firma", {}, 20});
  CHECK(all.empty());
  const Found one = found({"cifrado", {}, 20}).at(0);
  CHECK(one.kind == FoundKind::Question);
  CHECK(one.language == wire::Language::Spanish);
  CHECK(text_of(one) == "¿Cómo se llama el servicio de [cifrado]?");
  const Found note = found({"before the key", {}, 20}).at(0);
  CHECK(note.kind == FoundKind::Note);
  CHECK(text_of(note) == "Requests pass [the] policy [before] [the] [key].");
  // In a choice rather than in the prompt.
  CHECK(text_of(found({"\"queue\"", {}, 20}).at(0)) == "The [queue]");
}

TEST_CASE("no more is found than was wished, the best first") {
  const std::vector<Found> all = found({"bucket", {}, 20});
  REQUIRE(all.size() > 2);
  const std::vector<Found> two = found({"bucket", {}, 2});
  REQUIRE(two.size() == 2);
  CHECK(two[0].id == all[0].id);
  CHECK(two[1].id == all[1].id);
  CHECK(found({"bucket", {}, 0}).empty());
}

TEST_CASE("signs of the index's own language are only text") {
  for (const std::string words : {"AND",
                                  "bucket AND",
                                  "NOT bucket",
                                  "(",
                                  "bucket) OR (",
                                  "\"",
                                  "prompt_en : x",
                                  "{a b} : c",
                                  "NEAR(a b, 2)",
                                  "^bucket",
                                  "a + b",
                                  "bucket*",
                                  "*",
                                  "-bucket",
                                  "'; DROP TABLE notes; --",
                                  "\\",
                                  "¿?",
                                  "«",
                                  "a\xFF\xC3",
                                  "\x01\x02"}) {
    INFO(words);
    CHECK(sample_bank().search({words, {}, 20}).has_value());
  }
  CHECK(ids("bucket ¿? tags") == ids("bucket tags"));
  CHECK(found({std::string("bucket\0tags", 11), {}, 20}).size() == 2);
}

TEST_CASE("no text at all is a wrong wish") {
  exam::Random random(20261123);
  constexpr std::string_view letters = "ab \"*()^:+-{}'AND OR NOT NEAR,\\\t\n\xC3\xA1\xE2\x80\x9C";
  for (int round = 0; round < 2000; ++round) {
    std::string words;
    for (std::uint64_t i = random.below(24); i > 0; --i) words += letters[random.below(letters.size())];
    INFO(words);
    REQUIRE(sample_bank().search({words, {}, 3}).has_value());
  }
}
