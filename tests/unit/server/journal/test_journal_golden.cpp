#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "server/journal/journal.hpp"
#include "tests/support/catch.hpp"

// Journals as earlier versions wrote them: tests/golden/journals/README.md says why none is ever changed.
namespace certamen::journal {
namespace {

std::vector<std::string> golden(const std::string& name) {
  std::ifstream file(std::filesystem::path(CERTAMEN_SOURCE_DIR) / "tests/golden/journals" / name);
  REQUIRE(file.good());
  std::vector<std::string> entries;
  for (std::string line; std::getline(file, line);) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < line.size(); i += 2) {
      bytes.push_back(static_cast<char>(std::stoul(line.substr(i, 2), nullptr, 16)));
    }
    entries.push_back(std::move(bytes));
  }
  return entries;
}

}  // namespace

TEST_CASE("a journal from before the other kinds and scorings replays as it was played") {
  std::vector<Entry> entries;
  for (const std::string& bytes : golden("four_kinds.hex")) {
    const auto entry = decode(bytes);
    if (!entry) FAIL(entry.error().what);
    CHECK(encode(*entry) == bytes);
    entries.push_back(*entry);
  }
  const auto room = replay(entries);
  if (!room) FAIL(room.error().what);
  const auto results = room->results();
  REQUIRE(results);
  CHECK(results->question_count == 4);
  std::vector<std::string> rows;
  for (const wire::RankingRow& row : results->rows) {
    rows.push_back(row.name + " " + std::to_string(row.rank) + " " + std::to_string(row.points) + " " +
                   std::to_string(row.right_count));
  }
  CHECK(rows == std::vector<std::string>{"ana 1 2975 3", "leo 2 950 1", "late 3 0 0"});
  for (const exam::Question& question : room->paper().questions) {
    CHECK(question.arrangement.empty());
    CHECK(question.text.accepted.empty());
  }
  CHECK_FALSE(room->settings().partial_credit);
}

}  // namespace certamen::journal
