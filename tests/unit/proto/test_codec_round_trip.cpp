#include <set>

#include "proto/wire/codec.hpp"
#include "proto/wire/presets.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/proto/message_generator.hpp"

namespace certamen::proto_test {
namespace {

constexpr std::uint64_t seeds_a_kind = 40;

void check_round_trip(const wire::ClientMessage& message) {
  const wire::Frame frame = wire::encode(message);
  REQUIRE(frame.body().size() <= wire::client_frame_bytes_max);
  const auto decoded = wire::decode_client(frame.body());
  if (!decoded) FAIL(decoded.error().what);
  REQUIRE(*decoded == message);
}

void check_round_trip(const wire::ServerMessage& message) {
  const wire::Frame frame = wire::encode(message);
  const auto decoded = wire::decode_server(frame.body());
  if (!decoded) FAIL(decoded.error().what);
  REQUIRE(*decoded == message);
}

}  // namespace

TEST_CASE("every kind of client message survives the wire") {
  std::set<std::size_t> seen;
  for (std::size_t kind = 0; kind < client_kind_count; ++kind) {
    for (std::uint64_t seed = 0; seed < seeds_a_kind; ++seed) {
      CAPTURE(kind, seed);
      const wire::ClientMessage message = MessageGenerator(seed).client(kind);
      seen.insert(message.index());
      check_round_trip(message);
    }
  }
  CHECK(seen.size() == client_kind_count);
}

TEST_CASE("every kind of server message survives the wire") {
  std::set<std::size_t> seen;
  for (std::size_t kind = 0; kind < server_kind_count; ++kind) {
    for (std::uint64_t seed = 0; seed < seeds_a_kind; ++seed) {
      CAPTURE(kind, seed);
      const wire::ServerMessage message = MessageGenerator(seed).server(kind);
      seen.insert(message.index());
      check_round_trip(message);
    }
  }
  CHECK(seen.size() == server_kind_count);
}

TEST_CASE("every fact of a room survives the wire") {
  std::set<std::size_t> seen;
  for (std::size_t kind = 0; kind < room_fact_count; ++kind) {
    for (std::uint64_t seed = 0; seed < seeds_a_kind; ++seed) {
      CAPTURE(kind, seed);
      const wire::RoomEvent event{seed, MessageGenerator(seed).room_fact(kind)};
      seen.insert(event.fact.index());
      check_round_trip(wire::ServerMessage{event});
    }
  }
  CHECK(seen.size() == room_fact_count);
}

TEST_CASE("every fact of a seat survives the wire") {
  std::set<std::size_t> seen;
  for (std::size_t kind = 0; kind < seat_fact_count; ++kind) {
    for (std::uint64_t seed = 0; seed < seeds_a_kind; ++seed) {
      CAPTURE(kind, seed);
      const wire::SeatEvent event{seed, MessageGenerator(seed).seat_fact(kind)};
      seen.insert(event.fact.index());
      check_round_trip(wire::ServerMessage{event});
    }
  }
  CHECK(seen.size() == seat_fact_count);
}

TEST_CASE("the largest snapshot that the limits allow fits a frame") {
  const wire::Snapshot snapshot = MessageGenerator(1).largest_snapshot();
  REQUIRE(snapshot.roster.size() == wire::seats_per_room_max);
  REQUIRE(snapshot.finished);
  check_round_trip(wire::ServerMessage{
      wire::RoomJoined{"ABCDEF", {1}, wire::Role::Host, true, wire::Ticket{}, wire::Ticket{}, snapshot}});
}

TEST_CASE("the largest snapshot of an exam fits a frame") {
  const wire::Snapshot snapshot = MessageGenerator(1).largest_exam_snapshot();
  REQUIRE(snapshot.roster.size() == wire::seats_per_room_max);
  REQUIRE(snapshot.own_exam->answers.size() == wire::questions_per_match_max);
  check_round_trip(wire::ServerMessage{
      wire::RoomJoined{"ABCDEF", {1}, wire::Role::Host, true, wire::Ticket{}, wire::Ticket{}, snapshot}});
}

TEST_CASE("what every mode starts from can be wished for") {
  for (const auto mode : {wire::Mode::Competition, wire::Mode::Solo, wire::Mode::ExamSimulation}) {
    CHECK(wire::preset(mode).mode == mode);
    check_round_trip(wire::ClientMessage{wire::OpenRoom{wire::preset(mode), "Ana"}});
  }
  const wire::RoomSettings exam = wire::preset(wire::Mode::ExamSimulation);
  CHECK(exam.question_count * wire::exam_seconds_per_question == 130 * 60);
}

TEST_CASE("a wish for a room about every topic fits a frame") {
  wire::OpenRoom wish;
  wish.settings.topics.assign(wire::topics_max, std::string(wire::topic_id_bytes_max, 't'));
  wish.name = std::string(wire::name_bytes_max, 'n');
  check_round_trip(wire::ClientMessage{wish});
}

TEST_CASE("a list of every topic with the longest titles fits a frame") {
  wire::TopicsListed listed;
  listed.topics.assign(wire::topics_max, {std::string(wire::topic_id_bytes_max, 't'),
                                          std::string(wire::topic_title_bytes_max, 'T'), wire::ExamDomain::Secure, 100});
  check_round_trip(wire::ServerMessage{listed});
}

}  // namespace certamen::proto_test
