// The bank as bytes: deterministic, complete, searchable.
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>

#include "content/compile/bank_image.hpp"
#include "content/compile/source_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;

namespace {

BankImage bank_of(const std::vector<SourceFile>& files) {
  auto image = make_bank(topics_of(files));
  REQUIRE(image);
  return std::move(*image);
}

// All rows of a query on the bank, columns joined by '|'.
std::vector<std::string> rows_of(const BankImage& image, const std::string& sql) {
  const TemporaryFile file(image.bytes);
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open_v2(file.path().c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  std::vector<std::string> rows;
  const auto keep = [](void* kept, int columns, char** values, char**) {
    std::string row;
    for (int i = 0; i < columns; ++i) row += (i > 0 ? "|" : "") + std::string(values[i] == nullptr ? "NULL" : values[i]);
    static_cast<std::vector<std::string>*>(kept)->push_back(row);
    return 0;
  };
  char* problem = nullptr;
  sqlite3_exec(database, sql.c_str(), keep, &rows, &problem);
  INFO(sql << ": " << (problem == nullptr ? "" : problem));
  CHECK(problem == nullptr);
  sqlite3_free(problem);
  sqlite3_close(database);
  return rows;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("the same topics give the same bytes, in whatever order their files are listed") {
  const SourceFile one{"t/sample.yaml", sample()};
  const SourceFile two{"t/alpha.yaml", plain_topic("alpha", 5, 2)};
  const SourceFile three{"t/omega.yaml", plain_topic("omega", 3, 4)};
  const BankImage first = bank_of({one, two, three});
  const BankImage second = bank_of({three, one, two});
  CHECK(first.content_hash == second.content_hash);
  CHECK(first.bytes == second.bytes);
}

TEST_CASE("two folders filled in a different order give the same bytes") {
  std::vector<std::string> names{"alpha", "beta", "gamma", "delta", "omega"};
  std::vector<std::string> banks;
  for (int round = 0; round < 2; ++round) {
    const TemporaryFile place;
    const std::string folder = place.path() + ".topics/";
    std::filesystem::create_directory(folder);
    for (const std::string& name : names) write_file(folder + name + ".yaml", plain_topic(name, 2, 1));
    auto sources = read_sources({folder});
    REQUIRE(sources);
    banks.push_back(bank_of(*sources).bytes);
    std::reverse(names.begin(), names.end());
  }
  CHECK(banks.front() == banks.back());
}

TEST_CASE("the content hash changes with the content and only with it") {
  const auto hash_of = [](const std::string& text) { return bank_of({SourceFile{"t/sample.yaml", text}}).content_hash; };
  const std::string hash = hash_of(sample());
  CHECK(hash.size() == 64);
  CHECK(hash.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(hash_of("# a comment\n" + sample()) == hash);
  CHECK(hash_of(spoiled("It keeps rows.", "It keeps tables.")) != hash);
  CHECK(hash_of(spoiled("answer: true", "answer: false")) != hash);
  CHECK(hash_of(spoiled("tolerance: 0.5", "tolerance: 0.25")) != hash);
  CHECK(hash_of(spoiled("    seconds: 40\n", "")) != hash);
}

TEST_CASE("the bank says what it is and what it holds") {
  const BankImage image = bank_of({SourceFile{"t/sample.yaml", sample()}});
  CHECK(rows_of(image, "SELECT schema_version, content_hash, topic_count, note_count, question_count FROM bank") ==
        Rows{"2|" + image.content_hash + "|1|2|7"});
  CHECK(rows_of(image, "PRAGMA user_version") == Rows{"2"});
  CHECK(rows_of(image, "PRAGMA integrity_check") == Rows{"ok"});
  CHECK(rows_of(image, "PRAGMA foreign_key_check") == Rows{});
  CHECK(rows_of(image, "PRAGMA freelist_count") == Rows{"0"});
  CHECK(rows_of(image, "SELECT value FROM statistics WHERE name = 'total.playable'") == Rows{"4"});
}

TEST_CASE("all seven kinds are kept") {
  const BankImage image = bank_of({SourceFile{"t/sample.yaml", sample()}});
  CHECK(rows_of(image, "SELECT id, kind, domain, difficulty, seconds FROM questions ORDER BY number") ==
        Rows{"sample/choose-one|single|resilient|2|40", "sample/choose-two|multiple|secure|3|NULL",
             "sample/how-many|numeric|secure|4|NULL", "sample/in-order|ordering|secure|2|NULL",
             "sample/is-it-so|true_false|secure|1|NULL", "sample/name-it|short_text|secure|5|NULL",
             "sample/pair-up|matching|secure|2|NULL"});
  CHECK(rows_of(image,
                "SELECT text_es, correct FROM options JOIN questions ON number = question WHERE id = 'sample/choose-one'") ==
        Rows{"El bucket|1", "La cola|0", "La tabla|0", "El log|0"});
  CHECK(rows_of(image, "SELECT holds, reason_en FROM statements") == Rows{"1|Names are shared by all accounts."});
  CHECK(rows_of(image, "SELECT micros, tolerance_micros, unit_es FROM numeric_keys") == Rows{"500000000|500000|etiquetas"});
  CHECK(rows_of(image, "SELECT micros, reason_en FROM numeric_mistakes") == Rows{"50000000|That is the old limit."});
  CHECK(rows_of(image, "SELECT text_en FROM ordering_items") == Rows{"Signature", "Policy", "Key"});
  CHECK(rows_of(image, "SELECT left_es, right_es FROM matching_pairs") == Rows{"S3|Objetos", "SQS|Mensajes", "RDS|Filas"});
  CHECK(rows_of(image, "SELECT spelling FROM accepted_spellings") == Rows{"KMS", "Key Management Service"});
  CHECK(rows_of(image, "SELECT spelling, reason_en FROM spelling_mistakes") == Rows{"IAM|It keeps identities."});
  CHECK(rows_of(image,
                "SELECT notes.id, as_of_date FROM question_notes JOIN notes ON note = notes.number "
                "JOIN questions ON question = questions.number WHERE questions.id = 'sample/choose-two' "
                "ORDER BY question_notes.position") == Rows{"limits|NULL", "order|2026-11"});
}

TEST_CASE("questions and notes are found in both languages, case and accents folded") {
  const BankImage image = bank_of({SourceFile{"t/sample.yaml", sample()}});
  const auto questions = [&image](const std::string& wish) {
    return rows_of(image,
                   "SELECT id FROM question_search JOIN questions ON number = question_search.rowid "
                   "WHERE question_search MATCH '" +
                       wish + "' ORDER BY id");
  };
  CHECK(questions("cifrado") == Rows{"sample/name-it"});
  CHECK(questions("CIFRADO") == Rows{"sample/name-it"});
  CHECK(questions("politica") == Rows{"sample/in-order"});
  CHECK(questions("política") == Rows{"sample/in-order"});
  CHECK(questions("prompt_en : encryption") == Rows{"sample/name-it"});
  CHECK(questions("prompt_es : encryption") == Rows{});
  CHECK(questions("identities") == Rows{"sample/name-it"});
  const auto notes = [&image](const std::string& wish) {
    return rows_of(
        image, "SELECT id FROM note_search JOIN notes ON number = note_search.rowid WHERE note_search MATCH '" + wish + "'");
  };
  CHECK(notes("maximo") == Rows{"limits"});
  CHECK(notes("apuntes") == Rows{"order"});
}

TEST_CASE("a text with a quote, a percent sign and emoji arrives as it is") {
  const BankImage image = bank_of({SourceFile{"t/sample.yaml", spoiled("It keeps rows.", "\"It's 'x'; DROP TABLE 🎓 %s\"")}});
  CHECK(rows_of(image, "SELECT reason_en FROM options WHERE reason_en LIKE '%DROP%'") == Rows{"It's 'x'; DROP TABLE 🎓 %s"});
}

TEST_CASE("a file is replaced whole, or the fault says why not") {
  const TemporaryFile file("before");
  REQUIRE(replace_file(file.path(), "after"));
  CHECK(read_file(file.path()) == "after");
  const auto missing = replace_file(file.path() + ".d/bank.db", "x");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().what == file.path() + ".d/bank.db: cannot be written: No such file or directory");
  const std::filesystem::path folder = std::filesystem::path(file.path()).parent_path();
  CHECK(replace_file(folder.string(), "x").error().what == folder.string() + ": is a folder; name a file");
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
}
