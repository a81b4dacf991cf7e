// Notes of every encoding, script and state of repair.
#include <fmt/core.h>

#include <vector>

#include "content/draft/note_text.hpp"
#include "content/draft/scan.hpp"
#include "server/exam/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/draft/notes.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;

namespace {

std::string fault_of(const std::string& bytes) {
  const auto draft = draft_notes(bytes, DraftWish{});
  REQUIRE_FALSE(draft);
  return draft.error().what;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Every character of the river notes is in Latin-1.
std::string latin1(const std::string& utf8) {
  std::string bytes;
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    if (lead < 0x80U) {
      bytes.push_back(utf8[at]);
    } else {
      const auto tail = static_cast<unsigned char>(utf8[++at]);
      bytes.push_back(static_cast<char>(((lead & 0x03U) << 6U) | (tail & 0x3FU)));
    }
  }
  return bytes;
}

std::string utf16le(const std::string& utf8) {
  std::string bytes = "\xFF\xFE";
  for (const char letter : latin1(utf8)) bytes.append({letter, '\0'});
  return bytes;
}

std::vector<std::string> prompts(const Draft& draft) {
  std::vector<std::string> all;
  for (const Question& question : questions_of(draft)) all.push_back(question.prompt.es.text);
  return all;
}

void require_no_error(const Draft& draft) {
  for (const Finding& finding : compiled(draft).findings) {
    INFO(format(finding));
    REQUIRE(finding.severity == Severity::Warning);
  }
}

}  // namespace

TEST_CASE("Windows-1252 and UTF-16 notes give the same draft, with a word about it") {
  const auto wanted = prompts(drafted(river_notes()));
  REQUIRE_FALSE(wanted.empty());
  const Draft western = drafted(latin1(river_notes()));
  CHECK(prompts(western) == wanted);
  REQUIRE(western.report.remarks.size() == 1);
  CHECK(has(western.report.remarks[0], "Windows-1252"));
  const Draft wide = drafted(utf16le(river_notes()));
  CHECK(prompts(wide) == wanted);
  CHECK(has(wide.report.remarks.at(0), "UTF-16LE"));
  CHECK(prompts(drafted(utf16le(river_notes()).substr(2))) == wanted);
  CHECK(prompts(drafted("\xEF\xBB\xBF" + river_notes())) == wanted);
}

TEST_CASE("line ends, tabs and a missing last line end change nothing") {
  const auto wanted = prompts(drafted(river_notes()));
  std::string carriage;
  std::string tabs;
  for (const char letter : river_notes()) {
    if (letter == '\n') carriage.push_back('\r');
    carriage.push_back(letter);
    if (letter == '\n') tabs.push_back(letter);
    if (letter != '\n') tabs.push_back(letter);
  }
  for (std::size_t at = tabs.find("\n - "); at != std::string::npos; at = tabs.find("\n - ")) tabs.replace(at, 4, "\n\t-\t");
  CHECK(prompts(drafted(carriage)) == wanted);
  CHECK(prompts(drafted(tabs)) == wanted);
  CHECK(prompts(drafted(river_notes().substr(0, river_notes().size() - 1))) == wanted);
}

TEST_CASE("damaged UTF-8 and stray control characters are left out with a word") {
  std::string notes = river_notes();
  notes.insert(40, std::string("\0\x01", 2));
  notes.insert(80, "\xFF");
  const Draft draft = drafted(notes);
  REQUIRE(draft.report.remarks.size() == 2);
  CHECK(has(draft.report.remarks[0], "1 byte that is no UTF-8 was left out"));
  CHECK(has(draft.report.remarks[1], "2 characters"));
  require_no_error(draft);
}

TEST_CASE("what is no text is refused") {
  CHECK(has(fault_of("%PDF-1.7\nxyz"), "a PDF"));
  CHECK(has(fault_of("PK\x03\x04rest"), "Word"));
  CHECK(has(fault_of(std::string(500, '\x02')), "binary"));
  CHECK(has(fault_of(std::string(notes_bytes_max + 1, 'a')), "at most 64 MiB"));
}

TEST_CASE("nothing comes of an empty file, blanks or lines without words") {
  for (const std::string notes : {"", "\n\n \t\n", "----\n1234\n", "\xEF\xBB\xBF"}) {
    const Draft draft = drafted(notes);
    CHECK(draft.topics.empty());
    CHECK(draft.report.note_count == 0);
  }
}

TEST_CASE("notes in other scripts are drafted, with ids in Latin letters") {
  const Draft russian = drafted(
      "Реки\n - Русло: путь воды между двумя берегами\n - Устье: место впадения реки в море\n"
      " - Исток: начало большого потока в горах\n - Пойма: низкий берег под весенней водой\n");
  REQUIRE(russian.topics.size() == 1);
  CHECK(russian.topics[0].id.text == "reki");
  CHECK(has(russian.report.remarks.at(0), "neither English nor Spanish"));
  require_no_error(russian);
  const Draft hebrew = drafted(
      "נהרות\n - דלתא: משולש של חול ליד הים\n - מעיין: מקור קטן של מים חיים\n - אגם: מקווה מים גדול ושקט\n"
      " - נחל: זרם צר בין הרים גבוהים\n🙂🙂🙂 👩‍👩‍👧 - tres caras que se ríen "
      "mucho\n");
  CHECK_FALSE(questions_of(hebrew).empty());
  require_no_error(hebrew);
}

TEST_CASE("whatever the notes are, the compiler finds no error in the draft") {
  const std::vector<std::string> pieces{"Heading",
                                        "\n",
                                        "\n\n",
                                        " - ",
                                        ": ",
                                        " = ",
                                        "\t",
                                        "  ",
                                        "# ",
                                        "-----\n",
                                        "null",
                                        "true",
                                        "no",
                                        "7",
                                        "1,000",
                                        " 40 GB",
                                        "%",
                                        "\"",
                                        "\\",
                                        "'",
                                        "{",
                                        "}",
                                        "#",
                                        "é",
                                        "e\xCC\x81",
                                        "\xE2\x80\x8B",
                                        "\xEF\xBF\xBE",
                                        "🙂",
                                        "ñandú",
                                        "all of the above",
                                        "EC2",
                                        "(S3)",
                                        "___",
                                        "¿qué es?",
                                        "the river is long and wide",
                                        "una frase con varias palabras largas",
                                        "\xFF",
                                        "1. ",
                                        "word ",
                                        "término ",
                                        "\xC2\x85",
                                        "\xE2\x80\xA8",
                                        "\xF3\xA0\x80\x81",
                                        "~",
                                        "&a",
                                        "*b",
                                        "!tag",
                                        "| x |",
                                        "2026-11-23",
                                        "0.0000001 km"};
  certamen::exam::Random random(11);
  for (int round = 0; round < 150; ++round) {
    std::string notes;
    for (std::uint64_t count = random.below(600); count > 0; --count) notes += pieces[random.below(pieces.size())];
    const Draft draft = drafted(notes);
    require_no_error(draft);
    for (const Question& question : questions_of(draft)) REQUIRE(question.draft);
  }
}

TEST_CASE("sound notes with random damage are drafted or refused, never an error of the compiler") {
  certamen::exam::Random random(12);
  for (int round = 0; round < 100; ++round) {
    std::string notes = river_notes();
    for (std::uint64_t hits = random.below(30) + 1; hits > 0; --hits) {
      notes[random.below(notes.size())] = static_cast<char>(random.below(256));
    }
    const auto draft = draft_notes(notes, DraftWish{});
    if (draft) require_no_error(*draft);
  }
}

TEST_CASE("a long section is cut into topics, and no more topics are made than a bank can hold") {
  std::string notes = "Ríos\n";
  for (int i = 0; i < 450; ++i)
    notes += fmt::format(" - El río número {} mide cerca de {} km de largo hasta el mar{}\n", i, i + 7, i);
  const Draft draft = drafted(notes);
  CHECK(draft.topics.size() == 5);
  require_no_error(draft);
  std::string many;
  for (int i = 0; i < 9000; ++i)
    many += fmt::format("{} Sección{}\n - La presa {} mide cerca de {} metros desde abajo{}\n", i % 4 == 0 ? "----\n" : "",
                        i, i, i + 3, i);
  const Draft large = drafted(many);
  CHECK(large.topics.size() == 256);
  CHECK(has(large.report.unused.back().reason, "at most 256 topics"));
}

TEST_CASE("Markdown's marks are no part of what is noted") {
  CHECK(unmarked("a **strong** and an *odd* and a _third_ word, `code`, ~~gone~~") ==
        "a strong and an odd and a third word, code, gone");
  CHECK(unmarked("See [the page](https://example.org/a_b) and ![a map](map.png).") == "See the page and a map.");
  CHECK(unmarked("[x] done") == "done");
  CHECK(unmarked("> quoted") == "quoted");
  CHECK(unmarked("***both***") == "both");
  // What only looks like them.
  for (const std::string text : {"2 * 3 * 4", "s3:Get* and s3:Put*", "snake_case_name and other_name", "a ** b", "5 > 3",
                                 "[1] and (2)", "**open", "it costs `", "](", "[a]("}) {
    CHECK(unmarked(text) == text);
  }
  const Draft draft =
      drafted("# **Rivers** of the `north`\n\n- **Ebro**: the *longest* river of [Spain](https://example.org)\n");
  for (const Topic& topic : draft.topics) {
    for (const Note& note : topic.notes) {
      CHECK(note.text.es.text.find_first_of("*`[]") == std::string::npos);
      CHECK(note.text.en.text.find_first_of("*`[]") == std::string::npos);
    }
  }
}
