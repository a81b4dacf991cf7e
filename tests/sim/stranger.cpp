#include "tests/sim/stranger.hpp"

#include <fmt/format.h>

#include <utility>

#include "proto/wire/codec.hpp"

namespace certamen::sim {

Stranger::Stranger(Company& company, std::uint32_t number, Dice dice)
    : company_(company), number_(number), dice_(dice), visits_left_(dice_.between(1, 4)) {}

void Stranger::come_at(Instant when) {
  company_.around.world.at(when, [this] { visit(); });
}

void Stranger::visit() {
  if (visits_left_ == 0 || connection_ != 0) return;
  --visits_left_;
  manner_ = static_cast<Manner>(dice_.below(manners));
  connection_ = company_.around.network.connect(*this, company_.around.network.draw_route());
  const ConnectionId mine = connection_;
  company_.around.world.after(dice_.between(1s, 60s), [this, mine] {
    if (connection_ == mine) go();
  });
}

void Stranger::go() {
  company_.around.network.close_by_client(std::exchange(connection_, 0));
  company_.around.world.after(dice_.between(1s, 10s), [this] { visit(); });
}

void Stranger::disconnected(ConnectionId connection) {
  if (connection != connection_) return;
  connection_ = 0;
  company_.around.world.after(dice_.between(1s, 10s), [this] { visit(); });
}

void Stranger::say(const wire::ClientMessage& wish) {
  if (connection_ == 0) return;
  company_.around.attendance.wished(connection_, wish);
  company_.around.network.write_to_server(connection_, wire::encode(wish).bytes());
}

void Stranger::say_bytes(const std::vector<std::byte>& bytes) {
  if (connection_ != 0) company_.around.network.write_to_server(connection_, bytes);
}

std::vector<std::byte> Stranger::noise(std::size_t length) {
  std::vector<std::byte> bytes(length);
  for (std::byte& byte : bytes) byte = static_cast<std::byte>(dice_.below(256));
  return bytes;
}

void Stranger::greet() {
  say(wire::Hello{wire::protocol_version_min, wire::protocol_version_max, "stranger", wire::Language::English});
}

void Stranger::connected(ConnectionId connection) {
  if (connection != connection_) return;
  switch (manner_) {
    case Manner::Silence: break;
    case Manner::Noise: say_bytes(noise(1 + dice_.below(3'000))); break;
    case Manner::Giant: say_bytes({std::byte{0x7F}, std::byte{0xFF}, std::byte{0xFF}, std::byte{0xFF}, std::byte{1}}); break;
    case Manner::Future: say(wire::Hello{77, 99, "from the future", wire::Language::Spanish}); break;
    case Manner::HalfFrame:
      greet();
      say_bytes({std::byte{0}, std::byte{0}, std::byte{0}, std::byte{40}, std::byte{9}});
      break;
    case Manner::Flood:
      greet();
      for (std::uint64_t i = 0; i < 400; ++i) say(wire::Ping{i});
      break;
    case Manner::BrokenFrames: break_frames(); break;
    case Manner::Impostor:
      greet();
      pretences_left_ = dice_.between(3, 12);
      pretend();
      break;
  }
}

// Whole frames with bits of the body turned over.
void Stranger::break_frames() {
  greet();
  for (std::uint32_t i = 0; i < 6; ++i) {
    const wire::ClientMessage wish = wire::JoinRoom{some_code(), "Mallory", wire::Role::Player};
    company_.around.attendance.wished(connection_, wish);  // it may arrive unharmed where it matters
    const wire::Frame frame = wire::encode(wish);
    std::vector<std::byte> bytes(frame.bytes().begin(), frame.bytes().end());
    const std::size_t body = bytes.size() - wire::frame_header_bytes;
    for (std::uint32_t flip = dice_.between(1, 4); flip > 0; --flip) {
      bytes[wire::frame_header_bytes + dice_.below(body)] ^= static_cast<std::byte>(1U << dice_.below(8));
    }
    say_bytes(bytes);
  }
}

wire::RoomCode Stranger::some_code() {
  if (company_.wall.empty() || dice_.chance(20)) return "ZZZZZZ";
  auto posted = company_.wall.begin();
  std::advance(posted, static_cast<std::ptrdiff_t>(dice_.below(company_.wall.size())));
  return posted->second;
}

void Stranger::pretend() {
  if (connection_ == 0 || pretences_left_ == 0) return;
  --pretences_left_;
  wire::Ticket forged;
  for (std::uint8_t& byte : forged.bytes) byte = static_cast<std::uint8_t>(dice_.below(256));
  switch (dice_.below(6)) {
    case 0: say(wire::ResumeSeat{some_code(), forged}); break;
    case 1: say(wire::JoinRoom{some_code(), fmt::format("Mallory {}", number_), wire::Role::Player}); break;
    case 2: say(wire::JoinRoom{some_code(), "", wire::Role::Spectator}); break;
    case 3:
      say(wire::CommandRoom{dice_.chance(50) ? wire::Order{static_cast<wire::Command>(dice_.below(5))}
                                             : wire::Order{wire::RemoveMember{{dice_.between(1, 4)}, true}},
                            forged});
      break;
    case 4: say(wire::SubmitAnswer{dice_.between(1, 5), wire::ChoiceAnswer{{0}}, Instant{}}); break;
    case 5: say(dice_.chance(50) ? wire::ClientMessage{wire::ReviewMatch{}} : wire::ClientMessage{wire::LeaveRoom{}}); break;
  }
  company_.around.world.after(dice_.between(10ms, 3s), [this, mine = connection_] {
    if (connection_ == mine) pretend();
  });
}

}  // namespace certamen::sim
