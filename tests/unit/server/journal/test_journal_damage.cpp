#include <functional>
#include <string>
#include <vector>

#include "journal.pb.h"
#include "proto/wire/codec.hpp"
#include "server/exam/random.hpp"
#include "server/journal/journal.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/recorded_match.hpp"
#include "tests/unit/server/room_world.hpp"

// Bytes that no server of ours wrote: a damaged disk, another program. They are Faults; they never stop a server.
namespace certamen::journal {
namespace {

const std::vector<Entry>& entries() {
  static const std::vector<Entry> all = server_test::recorded_match().entries;
  return all;
}

// A journal up to and with the drawing of a paper, which `damage` changes as no server would have written it.
std::vector<std::string> with_damaged_paper(const std::function<void(v1::PaperDrawn&)>& damage) {
  std::vector<std::string> bytes;
  for (const Entry& entry : entries()) {
    bytes.push_back(encode(entry));
    if (!std::holds_alternative<room::PaperDrawn>(entry.event)) continue;
    v1::Entry schema;
    REQUIRE(schema.ParseFromString(bytes.back()));
    damage(*schema.mutable_paper_drawn());
    bytes.back() = schema.SerializeAsString();
    break;
  }
  return bytes;
}

void check_paper_is_fault(const std::string& field, const std::function<void(v1::PaperDrawn&)>& damage) {
  CAPTURE(field);
  REQUIRE(decode(with_damaged_paper([](v1::PaperDrawn&) {}).back()));
  const auto entry = decode(with_damaged_paper(damage).back());
  REQUIRE_FALSE(entry);
  CHECK(entry.error().what == "a journal entry is damaged: field " + field + " is missing or out of range");
}

void check_entry_is_fault(const std::string& field, const Entry& sound, const std::function<void(v1::Entry&)>& damage) {
  CAPTURE(field);
  v1::Entry schema;
  REQUIRE(schema.ParseFromString(encode(sound)));
  damage(schema);
  const auto entry = decode(schema.SerializeAsString());
  REQUIRE_FALSE(entry);
  CHECK(entry.error().what == "a journal entry is damaged: field " + field + " is missing or out of range");
}

std::string too_long() {
  return std::string(wire::text_bytes_max + 1, 'x');
}

}  // namespace

TEST_CASE("an entry cut short is a fault or another entry, never a crash") {
  std::size_t faults = 0;
  for (const Entry& entry : entries()) {
    const std::string bytes = encode(entry);
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / 200);
    for (std::size_t length = 0; length < bytes.size(); length += step) {
      const auto decoded = decode(bytes.substr(0, length));
      if (decoded) {
        (void)encode(*decoded);
      } else {
        ++faults;
      }
    }
  }
  CHECK(faults > 100);
}

TEST_CASE("a journal with one byte changed is a fault or another journal, never a crash") {
  exam::Random random(5);
  std::vector<std::string> sound;
  for (const Entry& entry : entries()) sound.push_back(encode(entry));
  std::size_t faults = 0;
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> bytes = sound;
    std::string& victim = bytes[random.below(bytes.size())];
    victim[random.below(victim.size())] ^= static_cast<char>(1U << random.below(8));
    std::vector<Entry> read;
    for (const std::string& one : bytes) {
      const auto decoded = decode(one);
      if (!decoded) break;
      read.push_back(*decoded);
    }
    const auto room = replay(read);
    if (room) {
      (void)room->digest();
    } else {
      ++faults;
    }
    if (read.size() < bytes.size()) ++faults;
  }
  CHECK(faults > 100);
}

TEST_CASE("bytes of something else are a fault") {
  for (const std::string& garbage : {std::string("SQLite format 3"), std::string(40, '\0'), std::string(64, '\xFF')}) {
    CHECK_FALSE(decode(garbage));
  }
  CHECK_FALSE(decode(""));
}

TEST_CASE("an entry outside its ranges is a fault by name") {
  const wire::Instant at = entries().front().at;
  const Entry opened = entries().front();
  check_entry_is_fault("event", opened, [](v1::Entry& entry) { entry.clear_opened(); });
  check_entry_is_fault("at", opened, [](v1::Entry& entry) { entry.set_at_micros(-1); });
  check_entry_is_fault("at", opened, [](v1::Entry& entry) { entry.set_at_micros(INT64_MAX); });
  check_entry_is_fault("digest", opened, [](v1::Entry& entry) { entry.mutable_opened()->set_seat_digest("short"); });
  check_entry_is_fault("digest", opened, [](v1::Entry& entry) { entry.mutable_opened()->clear_host_digest(); });
  check_entry_is_fault("capacity", opened,
                       [](v1::Entry& entry) { entry.mutable_opened()->mutable_settings()->set_capacity(0); });
  check_entry_is_fault("opened.host_name", opened,
                       [](v1::Entry& entry) { entry.mutable_opened()->set_host_name(too_long()); });
  const Entry joined{room::Joined{"ana", "ana", wire::Role::Player, {}, wire::Language::English}, at};
  check_entry_is_fault("joined.role", joined, [](v1::Entry& entry) { entry.mutable_joined()->clear_role(); });
  check_entry_is_fault("joined.role", joined,
                       [](v1::Entry& entry) { entry.mutable_joined()->set_role(certamen::v1::ROLE_HOST); });
  check_entry_is_fault("joined.name", joined, [](v1::Entry& entry) { entry.mutable_joined()->set_name(too_long()); });
  const Entry answered{room::Answered{{2}, 1, wire::ChoiceAnswer{{1}}, at, at}, at};
  check_entry_is_fault("answer", answered, [](v1::Entry& entry) { entry.mutable_answered()->clear_answer(); });
  check_entry_is_fault("answered.received_at", answered,
                       [](v1::Entry& entry) { entry.mutable_answered()->set_received_at_micros(INT64_MIN); });
  check_entry_is_fault("answered.certainty", answered, [](v1::Entry& entry) {
    entry.mutable_answered()->set_certainty(static_cast<certamen::v1::Certainty>(4));
  });
  check_entry_is_fault("command", {room::Commanded{}, at}, [](v1::Entry& entry) {
    entry.mutable_commanded()->set_command(static_cast<certamen::v1::Command>(99));
  });
}

TEST_CASE("a paper that no bank drew is a fault by name") {
  using P = v1::PaperDrawn;
  check_paper_is_fault("question.kind", [](P& paper) { paper.mutable_questions(0)->clear_kind(); });
  check_paper_is_fault("question.domain", [](P& paper) { paper.mutable_questions(0)->clear_domain(); });
  check_paper_is_fault("question.difficulty", [](P& paper) { paper.mutable_questions(0)->set_difficulty(6); });
  check_paper_is_fault("question.options", [](P& paper) {
    for (int i = 0; i < 300; ++i) *paper.mutable_questions(0)->add_options() = paper.questions(0).options(0);
  });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(0)->clear_options(); });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(4)->clear_options(); });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(4)->clear_arrangement(); });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(4)->set_arrangement(0, 1); });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(4)->set_arrangement(0, 7); });
  check_paper_is_fault("question.arrangement", [](P& paper) { paper.mutable_questions(4)->set_arrangement(0, 258); });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(5)->set_arrangement(0, 3); });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(5)->add_arrangement(0); });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(5)->clear_matches(); });
  check_paper_is_fault("question.matches", [](P& paper) {
    for (int i = 0; i < 9; ++i) *paper.mutable_questions(5)->add_matches() = paper.questions(5).matches(0);
  });
  check_paper_is_fault("question.key", [](P& paper) { paper.mutable_questions(6)->clear_accepted_spellings(); });
  check_paper_is_fault("question.text", [](P& paper) { paper.mutable_questions(1)->mutable_prompt()->set_es(too_long()); });
  check_paper_is_fault("question.text", [](P& paper) {
    paper.mutable_questions(0)->mutable_options(0)->mutable_reason()->set_en(too_long());
  });
  check_paper_is_fault("question.numeric", [](P& paper) { paper.mutable_questions(3)->set_numeric_micros(INT64_MIN); });
  check_paper_is_fault("question.numeric", [](P& paper) { paper.mutable_questions(3)->set_numeric_tolerance_micros(-1); });
  check_paper_is_fault("paper.questions", [](P& paper) {
    for (std::size_t i = 0; i < wire::questions_per_match_max; ++i) *paper.add_questions() = paper.questions(0);
  });
}

TEST_CASE("an empty paper in a journal is refused by its room") {
  std::vector<Entry> read;
  for (const std::string& bytes : with_damaged_paper([](v1::PaperDrawn& paper) { paper.clear_questions(); })) {
    read.push_back(decode(bytes).value());
  }
  CHECK_FALSE(replay(read));
}

}  // namespace certamen::journal
