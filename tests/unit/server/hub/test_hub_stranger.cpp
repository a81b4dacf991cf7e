// A stranger with the source and a capture of everything that reaches somebody's socket: what can be learned, forged, taken
// over or used up? Each attempt one test; what it must not get is what the test asserts.
#include <algorithm>

#include "proto/wire/codec.hpp"
#include "server/exam/random.hpp"
#include "server/journal/journal.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"
#include "tests/unit/server/sample_paper.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Farewell;
using wire::Language;
using wire::Phase;
using wire::Refusal;

std::string bytes_of(const wire::ServerMessage& message) {
  const wire::Frame frame = wire::encode(message);
  std::string text;
  for (const std::byte byte : frame.body()) text.push_back(static_cast<char>(byte));
  return text;
}

// Everything that these sessions heard, as it went over the wire; their owners forget it.
std::string capture(HubWorld& world, const std::vector<hub::SessionId>& sessions) {
  std::string bytes;
  for (const hub::SessionId& session : sessions) {
    for (const wire::ServerMessage& message : world.heard(session)) bytes += bytes_of(message);
  }
  return bytes;
}

std::size_t secrets_among(const std::string& bytes, const exam::Question& question) {
  const std::vector<std::string> secrets = secrets_of(question);
  return static_cast<std::size_t>(std::count_if(secrets.begin(), secrets.end(), [&bytes](const std::string& secret) {
    return bytes.find(secret) != std::string::npos;
  }));
}

wire::Ticket with_bit_flipped(wire::Ticket ticket, std::size_t bit) {
  ticket.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
  return ticket;
}

// A wish whose ticket has lost its last byte: protobuf keeps the length before the bytes, and so does every message
// around them.
std::string frame_with_short_ticket(const wire::Ticket& ticket) {
  const wire::Frame frame = wire::encode(wire::ClientMessage{wire::CommandRoom{wire::Command::Start, ticket}});
  std::string bytes;
  for (const std::byte byte : frame.bytes()) bytes.push_back(static_cast<char>(byte));
  bytes.pop_back();
  --bytes[3];                                  // the frame's length
  --bytes[5];                                  // the wish's, behind its tag
  --bytes[bytes.size() - wire::ticket_bytes];  // the ticket's, before its fifteen bytes
  return bytes;
}

// The state before the one output that gives it away: the steps of splitmix64, backwards.
std::uint64_t unmixed(std::uint64_t value) {
  const auto unshift = [](std::uint64_t shifted, unsigned count) {
    std::uint64_t plain = shifted;
    for (unsigned done = count; done < 64; done += count) plain = shifted ^ (plain >> count);
    return plain;
  };
  const auto inverse = [](std::uint64_t odd) {
    std::uint64_t result = odd;
    for (int i = 0; i < 6; ++i) result *= 2 - odd * result;  // Newton; each step doubles the right bits
    return result;
  };
  value = unshift(value, 31) * inverse(0x94D049BB133111EBULL);
  value = unshift(value, 27) * inverse(0xBF58476D1CE4E5B9ULL);
  return unshift(value, 30) - 0x9E3779B97F4A7C15ULL;
}

}  // namespace

TEST_CASE("stranger: player, spectator, late joiner and returner hear no key before its reveal, and all of it then") {
  HubWorld world(2);
  wire::RoomSettings settings = match_settings();
  settings.question_count = static_cast<std::uint32_t>(wire::question_kind_count);
  const Seated host = world.open(settings);
  const Seated player = world.join(host.code, "player", Language::Spanish, 1);
  const hub::SessionId spectator = world.greet(Language::English, 1);
  world.send(spectator, wire::JoinRoom{host.code, "", wire::Role::Spectator});
  const Seated returner = world.join(host.code, "returner");
  std::vector<hub::SessionId> ears = {host.session, player.session, spectator, returner.session};
  capture(world, ears);
  for (std::uint32_t number = 1; number <= settings.question_count; ++number) {
    CAPTURE(number);
    world.play_to(host, Phase::Reading);
    ears.push_back(world.join(host.code, "late " + std::to_string(number), Language::Spanish).session);
    world.open_question(host);
    // Whoever asks for the whole room again gets a snapshot: the returner, a late joiner, one who changes the language.
    ears.push_back(world.greet(Language::English));
    world.resume(ears.back(), returner);
    world.send(player.session, wire::ChooseLanguage{number % 2 == 0 ? Language::Spanish : Language::English});
    world.send(player.session, wire::ReviewMatch{});
    ears.push_back(world.join(host.code, "later " + std::to_string(number)).session);
    world.answer(player, wrong_answer(world.room(host).paper().questions[number - 1]));
    world.run_for(1s);
    const std::string early = capture(world, ears);
    REQUIRE(early.size() > 1'000);
    for (std::uint32_t future = number; future <= settings.question_count; ++future) {
      CHECK(secrets_among(early, world.room(host).paper().questions[future - 1]) == 0);
    }
    world.play_to(host, Phase::Revealing);
    CHECK(secrets_among(capture(world, ears), world.room(host).paper().questions[number - 1]) > 4);
  }
}

TEST_CASE("stranger: one shuffle's seed tells nothing of the next one's, nor of the draw") {
  // The attack works on a generator that is asked directly.
  REQUIRE(unmixed(exam::Random(4711).next()) == 4711);
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated player = world.join(host.code, "player");
  std::vector<std::uint64_t> seeds;
  for (std::uint32_t number = 1; number <= 3; ++number) {
    world.open_question(host);
    for (const auto& asked : room_facts<wire::QuestionAsked>(world.heard(player.session))) {
      seeds.push_back(asked.shuffle_seed);
    }
    world.play_to(host, Phase::Revealing);
  }
  REQUIRE(seeds.size() == 3);
  const std::uint64_t state = unmixed(seeds[0]);
  const auto first = journal::decode(world.journals().begin()->second.front().bytes).value();
  const room::Opened& opened = std::get<room::Opened>(first.event);
  CHECK(state != opened.seed);
  CHECK((state ^ 1U) != opened.seed);
  CHECK(exam::Random(state ^ 1U ^ 2U).next() != seeds[1]);
  CHECK(exam::Random(state + 1).next() != seeds[1]);
  CHECK(exam::Random(state + 0x9E3779B97F4A7C15ULL).next() != seeds[1]);
  CHECK(unmixed(seeds[1]) - state != unmixed(seeds[2]) - unmixed(seeds[1]));
}

TEST_CASE("stranger: no ticket but the host's own commands a room") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated other = world.open(match_settings());
  const Seated mallory = world.join(host.code, "mallory");
  std::vector<wire::Ticket> forged = {{}, mallory.ticket, host.ticket, other.host_ticket, other.ticket};
  for (std::size_t bit = 0; bit < 8 * wire::ticket_bytes; ++bit) forged.push_back(with_bit_flipped(host.host_ticket, bit));
  const std::uint64_t before = world.room(host).digest();
  for (const wire::Ticket& ticket : forged) {
    for (const wire::Command command : {wire::Command::Start, wire::Command::End}) {
      world.wait(1s);
      world.forget();
      world.send(mallory.session, wire::CommandRoom{command, ticket});
      REQUIRE(world.refused(mallory.session) == Refusal::NotHost);
    }
  }
  CHECK(world.room(host).digest() == before);
  CHECK(world.room(host).phase() == Phase::Gathering);
  // Replayed in a room of one's own it is as good as noise.
  world.forget();
  world.send(other.session, wire::CommandRoom{wire::Command::Start, host.host_ticket});
  CHECK(world.refused(other.session) == Refusal::NotHost);
  world.command(host, wire::Command::Start);
  CHECK(world.room(host).phase() != Phase::Gathering);
}

TEST_CASE("stranger: a ticket cut short is no ticket, and who sends it is let go") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated mallory = world.join(host.code, "mallory");
  world.forget();
  world.send_bytes(mallory.session, frame_with_short_ticket(host.host_ticket));
  const auto farewells = of_kind<wire::Goodbye>(world.heard(mallory.session));
  REQUIRE(farewells.size() == 1);
  CHECK(farewells[0].reason == Farewell::ProtocolError);
  CHECK_FALSE(world.connected(mallory.session));
  CHECK(world.room(host).phase() == Phase::Gathering);
}

TEST_CASE("stranger: a dead room's host ticket is worth nothing in the next room") {
  HubWorld world;
  const Seated old = world.open(match_settings());
  world.command(old, wire::Command::End);
  REQUIRE(world.find(old.code) == nullptr);
  const Seated host = world.open(match_settings());
  const Seated mallory = world.join(host.code, "mallory");
  world.send(mallory.session, wire::CommandRoom{wire::Command::Start, old.host_ticket});
  CHECK(world.refused(mallory.session) == Refusal::NotHost);
  const hub::SessionId visitor = world.greet();
  world.send(visitor, wire::ResumeSeat{host.code, old.ticket});
  CHECK(world.refused(visitor) == Refusal::TicketInvalid);
}

TEST_CASE("stranger: no guessed, altered or foreign ticket takes a seat over") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated other = world.open(match_settings());
  const Seated ana = world.join(host.code, "ana");
  const Seated bo = world.join(other.code, "bo");
  const hub::SessionId mallory = world.greet();
  std::vector<wire::Ticket> guesses = {{}, host.host_ticket, bo.ticket, other.ticket, other.host_ticket};
  for (std::size_t bit = 0; bit < 8 * wire::ticket_bytes; ++bit) guesses.push_back(with_bit_flipped(ana.ticket, bit));
  world.forget();
  for (const wire::Ticket& guess : guesses) {
    world.wait(2s);
    world.send(mallory, wire::ResumeSeat{host.code, guess});
    REQUIRE(world.refused(mallory) == Refusal::TicketInvalid);
  }
  CHECK(world.connected(ana.session));
  CHECK(of_kind<wire::Goodbye>(world.heard(ana.session)).empty());
  CHECK(world.room(host).members().at(ana.seat).connected);
}

TEST_CASE("stranger: neither a guessed nonce nor a twin of a name takes a seat over") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const hub::SessionId ana = world.greet();
  const wire::Ticket nonce{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}};
  world.send(ana, wire::JoinRoom{host.code, "Ana", wire::Role::Player, nonce});
  const auto seat = world.only<wire::RoomJoined>(ana).seat;
  const hub::SessionId mallory = world.greet();
  const auto wishes = [&](const std::string& name, std::optional<wire::Ticket> guess) {
    world.wait(1s);
    world.forget();
    world.send(mallory, wire::JoinRoom{host.code, name, wire::Role::Player, guess});
    return world.refused(mallory);
  };
  CHECK(wishes("Ana", std::nullopt) == Refusal::NameTaken);
  CHECK(wishes("Ana", wire::Ticket{}) == Refusal::NameTaken);
  for (std::size_t bit = 0; bit < 8 * wire::ticket_bytes; ++bit) {
    REQUIRE(wishes("Ana", with_bit_flipped(nonce, bit)) == Refusal::NameTaken);
  }
  // With a capital, with a Cyrillic a, with a space at the end; invisible letters are no name at all.
  for (const char* twin : {"ANA", "An\xD0\xB0", "Ana "}) CHECK(wishes(twin, std::nullopt) == Refusal::NameTaken);
  for (const char* hidden : {"An\xC2\xAD"
                             "a",
                             "Ana\xE2\x80\x8B",
                             "\xE2\x80\xAE"
                             "Ana"}) {
    CHECK(wishes(hidden, std::nullopt) == Refusal::NameInvalid);
  }
  CHECK(world.connected(ana));
  CHECK(world.room(host).members().at(seat).connected);
  CHECK(world.room(host).members().size() == 2);
}

TEST_CASE("stranger: half frames end by themselves, and a frame longer than any wish is not even begun") {
  hub::Limits limits;
  HubWorld world(1, limits);
  std::vector<hub::SessionId> sessions;
  for (int i = 0; i < 200; ++i) {
    sessions.push_back(world.greet());
    // The longest frame there may be, all but its last byte.
    std::string half = {'\0', '\0', static_cast<char>(wire::client_frame_bytes_max >> 8U),
                        static_cast<char>(wire::client_frame_bytes_max & 0xFFU)};
    half.resize(wire::frame_header_bytes + wire::client_frame_bytes_max - 1, 'x');
    world.send_bytes(sessions.back(), half);
    CHECK(world.connected(sessions.back()));
  }
  world.run_for(limits.silence_time + 2 * limits.sweep_interval);
  CHECK(world.hub().session_count() == 0);
  const hub::SessionId greedy = world.greet();
  const std::size_t over = wire::client_frame_bytes_max + 1;
  world.send_bytes(greedy, {'\0', '\0', static_cast<char>(over >> 8U), static_cast<char>(over & 0xFFU)});
  CHECK(world.only<wire::Goodbye>(greedy).reason == Farewell::ProtocolError);
}

TEST_CASE("stranger: a giant's name is refused by its length, in a frame that is whole") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const std::uint64_t before = world.room(host).digest();
  const hub::SessionId mallory = world.greet();
  world.send(mallory, wire::JoinRoom{host.code, std::string(wire::name_bytes_max, 'x'), wire::Role::Player});
  CHECK(world.refused(mallory) == Refusal::NameInvalid);
  const wire::Frame most = wire::encode(
      wire::ClientMessage{wire::JoinRoom{host.code, std::string(wire::name_bytes_max, 'x'), wire::Role::Player}});
  // One letter more, at the end of the name: with every length around it one higher.
  std::string bytes;
  for (const std::byte byte : most.bytes()) bytes.push_back(static_cast<char>(byte));
  const std::size_t name = bytes.find("xxx");
  REQUIRE(name != std::string::npos);
  bytes.insert(name, "x");
  ++bytes[3];
  ++bytes[5];
  ++bytes[name - 2];
  world.send_bytes(mallory, bytes);
  CHECK(world.only<wire::Goodbye>(mallory).reason == Farewell::ProtocolError);
  CHECK(world.room(host).digest() == before);
}

TEST_CASE("stranger: one address never holds more rooms than it may, however long it goes on") {
  hub::Limits limits = patient_limits();
  limits.rooms_per_address_max = 20;
  limits.new_rooms_per_address_burst = 10;
  HubWorld world(1, limits);
  hub::AddressKey address;
  address.bytes[0] = 7;
  for (int minute = 0; minute < 30; ++minute) {
    for (int i = 0; i < 10; ++i) {
      const hub::SessionId session = world.greet_from(address);
      world.send(session, wire::OpenRoom{match_settings(), ""});
      world.forget();
    }
    world.run_for(1s);
    REQUIRE(world.hub().rooms().count() <= limits.rooms_per_address_max);
  }
  CHECK(world.hub().rooms().count() == limits.rooms_per_address_max);
}

TEST_CASE("stranger: endless reviews and changes of language are answered at a rate, and then no more") {
  HubWorld world;
  wire::RoomSettings settings = match_settings();
  settings.question_count = 4;
  const Seated host = world.open(settings);
  const Seated mallory = world.join(host.code, "mallory");
  world.play_to(host, Phase::Finished);
  const bool reviews = GENERATE(true, false);
  world.wait(1min);
  world.forget();
  const hub::Limits limits;
  std::size_t heard = 0;
  // Ten seconds; every wish that there is a token for, ten times over, but not so many that the session is let go.
  for (int step = 0; step < 100; ++step) {
    for (int i = 0; i < 4; ++i) {
      world.send(mallory.session, reviews ? wire::ClientMessage{wire::ReviewMatch{}}
                                          : wire::ClientMessage{wire::ChooseLanguage{Language::Spanish}});
    }
    for (const wire::ServerMessage& message : world.heard(mallory.session)) {
      if (std::holds_alternative<wire::SeatEvent>(message) || std::holds_alternative<wire::RoomJoined>(message)) ++heard;
    }
    world.wait(100ms);
  }
  const std::int64_t price = reviews ? limits.review_price : limits.snapshot_price;
  const std::size_t frames_each = reviews ? settings.question_count : 1;
  const auto wishes = static_cast<std::size_t>((limits.wishes_burst + 10 * limits.wishes_per_second) / price);
  CHECK(heard > 0);
  CHECK(heard <= wishes * frames_each);
  // One who does not stop is let go.
  for (int i = 0; i < 400; ++i) world.send(mallory.session, wire::ReviewMatch{});
  CHECK_FALSE(world.connected(mallory.session));
}

}  // namespace certamen::server_test
