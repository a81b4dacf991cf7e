// What is not a usable bank is refused in one clear sentence.
#include <sqlite3.h>

#include <filesystem>

#include "content/compile/bank_image.hpp"
#include "server/bank/bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using bank::Bank;
using content::SourceFile;
using content::TemporaryFile;

namespace {

std::string good_bytes() {
  const auto made = content::make_bank(content::topics_of({SourceFile{"t/sample.yaml", content::sample()}}));
  REQUIRE(made);
  return made->bytes;
}

std::string fault_of(const std::string& path) {
  const auto bank = Bank::open(path);
  REQUIRE_FALSE(bank);
  return bank.error().what;
}

void run(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

const std::string build_it = "build one with: certamen-bank build content/topics content/tables -o bank.db";

}  // namespace

TEST_CASE("a missing bank is refused") {
  const TemporaryFile file;
  CHECK(fault_of(file.path()) == "bank " + file.path() + ": no such file; " + build_it);
  CHECK_FALSE(std::filesystem::exists(file.path()));
}

TEST_CASE("a folder is refused") {
  const TemporaryFile file;
  std::filesystem::create_directory(file.path());
  CHECK(fault_of(file.path()) == "bank " + file.path() + ": is a folder; name a bank file");
}

TEST_CASE("a file that is not SQLite is refused") {
  const TemporaryFile file(content::sample());
  CHECK(fault_of(file.path()) ==
        "bank " + file.path() + ": is damaged or not a question bank (file is not a database); " + build_it);
  const TemporaryFile empty(std::string{});
  CHECK(fault_of(empty.path()) == "bank " + empty.path() + ": is not a question bank; " + build_it);
}

TEST_CASE("another program's SQLite file is refused") {
  const TemporaryFile file;
  run(file.path(), "CREATE TABLE questions (id TEXT)");
  CHECK(fault_of(file.path()) == "bank " + file.path() + ": is not a question bank; " + build_it);
}

TEST_CASE("another schema version is refused") {
  const TemporaryFile file(good_bytes());
  run(file.path(), "PRAGMA user_version = 1");
  CHECK(fault_of(file.path()) == "bank " + file.path() +
                                     ": has schema version 1, this program reads version 2; build the bank again with the "
                                     "certamen-bank of this program");
}

TEST_CASE("a damaged bank is refused") {
  const std::string good = good_bytes();
  // Every page but the first, which holds the header, overwritten in turn.
  constexpr std::size_t page_bytes = 4096;
  for (std::size_t page = 1; page < good.size() / page_bytes; ++page) {
    std::string bytes = good;
    bytes.replace(page * page_bytes, 64, 64, '\xA5');
    const TemporaryFile file(bytes);
    INFO("page " << page);
    CHECK(fault_of(file.path()).find("damaged") != std::string::npos);
  }
  const TemporaryFile cut(good.substr(0, good.size() / 2));
  CHECK(fault_of(cut.path()).find("damaged") != std::string::npos);
}

TEST_CASE("a bank without a playable question is refused") {
  const TemporaryFile file(good_bytes());
  run(file.path(), "UPDATE questions SET kind = 'ordering'");
  CHECK(fault_of(file.path()) ==
        "bank " + file.path() + ": holds no question that can be played; add questions to the topics and build it again");
}

TEST_CASE("a bank without its tables is refused") {
  const TemporaryFile file(good_bytes());
  run(file.path(), "DROP TABLE statistics");
  CHECK(fault_of(file.path()) == "bank " + file.path() + ": cannot be read: no such table: statistics");
}

TEST_CASE("a question without its parts is a fault when it is drawn") {
  const TemporaryFile file(good_bytes());
  run(file.path(), "DELETE FROM options");
  const auto bank = Bank::open(file.path());
  REQUIRE(bank);
  exam::DrawSpec spec;
  spec.question_count = bank->question_count();
  const auto paper = bank->draw_paper(spec);
  REQUIRE_FALSE(paper);
  CHECK(paper.error().what.find("has no options") != std::string::npos);
}
