#include <set>
#include <string>

#include "proto/wire/codec.hpp"
#include "server/exam/random.hpp"
#include "server/journal/journal.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/recorded_match.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::journal {
namespace {

using server_test::RecordedMatch;

const RecordedMatch& match() {
  static const RecordedMatch played = server_test::recorded_match();
  return played;
}

void check_round_trip(const Entry& entry) {
  const auto decoded = decode(encode(entry));
  REQUIRE(decoded);
  CHECK(*decoded == entry);
}

// Everything a server does with a room that it took from a journal, so that a bad one has its chance to break it.
void use(const room::Room& room) {
  (void)room.digest();
  (void)room.deadline();
  for (const auto& [seat, member] : room.members()) {
    for (const auto language : {wire::Language::English, wire::Language::Spanish}) {
      const wire::Snapshot snapshot = room.snapshot(seat, language);
      (void)wire::encode(wire::ServerMessage{wire::RoomJoined{"AAAAAA", seat, member.role, member.plays, {}, {}, snapshot}});
    }
  }
}

std::vector<Entry> first_entries(std::size_t count) {
  return {match().entries.begin(), match().entries.begin() + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

TEST_CASE("every kind of event that a room records survives the journal") {
  std::set<std::size_t> kinds;
  for (const Entry& entry : match().entries) {
    CAPTURE(entry.event.index());
    kinds.insert(entry.event.index());
    check_round_trip(entry);
  }
  for (const room::Event& of_other_modes : {room::Event{room::Flagged{{2}, 100, true}}, room::Event{room::HandedIn{{3}}},
                                            room::Event{room::TeamChosen{{4}, wire::teams_max}}}) {
    kinds.insert(of_other_modes.index());
    check_round_trip({of_other_modes, wire::instant_from_micros(5)});
  }
  // All but a chosen language, a review and a look at the paper, which change nothing.
  CHECK(kinds.size() == std::variant_size_v<room::Event> - 3);
}

TEST_CASE("the journal keeps in which language alone a question was written") {
  exam::Paper paper = server_test::sample_paper(2);
  paper.questions[1].only_in = wire::Language::Spanish;
  check_round_trip({room::PaperDrawn{paper}, wire::instant_from_micros(5)});
}

TEST_CASE("entries at the ends of their ranges survive the journal") {
  const wire::Instant last = wire::instant_from_micros(std::int64_t{1} << 53);
  check_round_trip({room::Tick{}, wire::Instant{}});
  check_round_trip({room::Tick{}, last});
  check_round_trip({room::Disconnected{{UINT32_MAX}}, last});
  check_round_trip({room::Answered{{1}, 100, wire::NumericAnswer{-wire::numeric_micros_max}, last, last}, last});
  check_round_trip({room::Answered{{1}, 1, wire::ChoiceAnswer{{0, 1, 2, 3, 4, 5, 6, 7}}, {}, {}}, last});
  check_round_trip(
      {room::Answered{{1}, 2, wire::OrderAnswer{{7, 6, 5, 4, 3, 2, 1, 0}}, {}, {}, wire::Certainty::High}, last});
  check_round_trip({room::Answered{{1}, 3, wire::MatchAnswer{{7, 7, 0}}, {}, {}, wire::Certainty::Low}, last});
  check_round_trip({room::Answered{{1}, 4, wire::TextAnswer{std::string(wire::text_answer_bytes_max, 'x')}, {}, {}}, last});
  check_round_trip({room::PaperDrawn{server_test::sample_paper(wire::questions_per_match_max)}, last});
  room::Opened opened;
  opened.seed = UINT64_MAX;
  opened.host_name = "Ñandú 🦉";
  opened.host_digest.fill(0xFF);
  opened.settings.scoring = wire::Scoring::Certainty;
  opened.settings.streak_bonus = true;
  opened.settings.partial_credit = true;
  opened.settings.penalty_percent = 100;
  opened.awaits_host = true;
  opened.bounds_orders = true;
  opened.settings.kinds = {wire::QuestionKind::ShortText, wire::QuestionKind::Ordering};
  check_round_trip({opened, last});
}

TEST_CASE("every command with particulars survives the journal") {
  const auto commanded = [](const wire::Order& order) {
    room::Commanded event{{7}, order, room::TicketDigest{9}};
    event.rights_digest = room::TicketDigest{1, 2};
    event.address_digest = room::TicketDigest{3, 4};
    event.name_key = "key";
    return event;
  };
  const std::vector<wire::Order> orders = {wire::ExtendQuestion{wire::extension_seconds_max},
                                           wire::SkipQuestion{},
                                           wire::VoidQuestion{100},
                                           wire::CorrectKey{1, {7, 0}, -wire::numeric_micros_max, 0, {"Señal"}},
                                           wire::RemoveMember{{3}, true},
                                           wire::RenameMember{{3}, "Ñandú"},
                                           wire::LockRoom{false},
                                           wire::HandOver{{3}},
                                           wire::AppointCohost{{3}, false},
                                           wire::TakeOver{},
                                           wire::MoveToTeam{{3}, wire::teams_max},
                                           wire::SetAllowance{{3}, wire::Allowance::Twice}};
  CHECK(orders.size() == std::variant_size_v<wire::Order> - 1);
  for (const wire::Order& order : orders) check_round_trip({commanded(order), wire::instant_from_micros(5)});
  check_round_trip({room::Resumed{room::TicketDigest{5}, wire::Language::English, room::TicketDigest{6}}, {}});
}

TEST_CASE("a match with rulings, removals and a new host replays to the same room after every entry") {
  server_test::RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  const wire::SeatId leo = world.join("leo");
  const wire::SeatId eva = world.join("eva");
  world.start();
  for (int i = 0; i < 2; ++i) {
    world.open_question();
    world.order(wire::ExtendQuestion{30});
    world.answer(ana, world.right());
    world.answer(leo, world.wrong());
    world.answer(eva, world.right());
  }
  world.order(wire::VoidQuestion{1});
  world.order(wire::CorrectKey{2, {1}, 0, 0, {}});
  world.order(wire::RemoveMember{eva, true});
  world.order(wire::RenameMember{leo, "Leo the second"});
  world.order(wire::LockRoom{true});
  world.play_to(wire::Phase::Reading);
  world.order(wire::SkipQuestion{});
  world.order(wire::AppointCohost{leo, true});
  world.order(wire::HandOver{ana});
  std::vector<Entry> entries;
  for (const auto& [event, at] : world.story()) entries.push_back(decode(encode({event, at})).value());
  const auto room = replay(entries);
  if (!room) FAIL(room.error().what);
  CHECK(room->digest() == world.room().digest());
  CHECK(room->snapshot(leo, wire::Language::English) == world.room().snapshot(leo, wire::Language::English));
}

TEST_CASE("replaying a journal gives the room as it was after any entry") {
  for (std::size_t count = 1; count <= match().entries.size(); ++count) {
    CAPTURE(count);
    const auto room = replay(first_entries(count));
    if (!room) FAIL(room.error().what);
    REQUIRE(room->digest() == match().digests[count - 1]);
  }
}

TEST_CASE("replaying what was read from bytes gives the same room") {
  std::vector<Entry> read;
  for (const Entry& entry : match().entries) read.push_back(decode(encode(entry)).value());
  const auto room = replay(read);
  REQUIRE(room);
  CHECK(room->digest() == match().digests.back());
  CHECK(room->closed());
}

TEST_CASE("a replayed room shows every member what it showed before") {
  const std::size_t count = match().entries.size() - 1;
  const auto once = replay(first_entries(count));
  const auto again = replay(first_entries(count));
  REQUIRE(once);
  REQUIRE(once->members().size() == 4);
  for (const auto& [seat, member] : once->members()) {
    const wire::Snapshot snapshot = once->snapshot(seat, wire::Language::Spanish);
    CHECK(snapshot == again->snapshot(seat, wire::Language::Spanish));
    CHECK(snapshot.finished->rows.size() == 3);
  }
}

TEST_CASE("journals that cannot be are faults") {
  const std::vector<Entry>& sound = match().entries;
  const auto what = [](const std::vector<Entry>& entries) {
    const auto room = replay(entries);
    REQUIRE_FALSE(room);
    return room.error().what;
  };
  std::vector<Entry> entries = sound;
  SECTION("an empty one") {
    CHECK(what({}) == "the journal is empty");
  }
  SECTION("one without an opening") {
    entries.erase(entries.begin());
    CHECK(what(entries) == "the journal does not begin with the opening of a room");
  }
  SECTION("one that opens twice") {
    entries[1].event = entries[0].event;
    CHECK(what(entries) == "entry 2 of the journal opens its room a second time");
  }
  SECTION("one that goes back in time") {
    entries[3].at = entries[2].at - wire::Duration{1};
    CHECK(what(entries) == "entry 4 of the journal lies before its predecessor");
  }
  SECTION("one that goes on after the end") {
    entries.push_back({room::Tick{}, entries.back().at});
    CHECK(what(entries) == "entry " + std::to_string(entries.size()) + " of the journal follows the room's end");
  }
  SECTION("one with an entry twice") {
    entries.insert(entries.begin() + 1, entries[1]);
    CHECK(what(entries) == "entry 3 of the journal is refused by the room it made");
  }
  SECTION("one with an entry missing") {
    entries.erase(entries.begin() + 1);
    CHECK_FALSE(what(entries).empty());
  }
  SECTION("one with a tick before its time") {
    entries.insert(entries.begin() + 1, Entry{room::Tick{}, entries[0].at});
    CHECK(what(entries) == "entry 2 of the journal is refused by the room it made");
  }
  SECTION("one with an answer out of nowhere") {
    entries[1].event = room::Answered{{7}, 3, wire::ChoiceAnswer{{0}}, {}, {}};
    CHECK(what(entries) == "entry 2 of the journal is refused by the room it made");
  }
  SECTION("one with events that are never recorded") {
    entries[1].event = room::LanguageChosen{{1}, wire::Language::Spanish};
    CHECK(what(entries) == "entry 2 of the journal is refused by the room it made");
  }
}

TEST_CASE("no order of a match's entries breaks a server") {
  exam::Random random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<Entry> entries = match().entries;
    // Keep the opening, and let time run forward, so that more than the first entry gets its turn.
    std::vector<Entry> rest(entries.begin() + 1, entries.end());
    for (int i = 0; i < 3; ++i) std::swap(rest[random.below(rest.size())].event, rest[random.below(rest.size())].event);
    std::copy(rest.begin(), rest.end(), entries.begin() + 1);
    entries.resize(2 + random.below(entries.size() - 1));
    if (const auto room = replay(entries)) use(*room);
  }
}

}  // namespace certamen::journal
