#include "tests/sim/program.hpp"

#include <algorithm>
#include <utility>

#include "proto/wire/codec.hpp"

namespace certamen::sim {
namespace {

constexpr std::int64_t million = 1'000'000;

}  // namespace

Program::Program(Surroundings around, std::string label, model::Profile profile, Clock clock, std::uint64_t seed)
    : around_(around),
      label_(std::move(label)),
      clock_(clock),
      saved_profile_(profile),
      model_(model::make_model(std::move(profile), server_address, seed)) {}

Program::~Program() {
  *alive_ = false;
  drop_connection();
}

Instant Program::local_at(Instant world) const {
  const std::int64_t micros = wire::micros(world);
  return wire::instant_from_micros(micros + micros * clock_.drift_ppm / million) + clock_.ahead;
}

Instant Program::world_at(Instant local) const {
  const std::int64_t micros = wire::micros(local - clock_.ahead);
  Instant world = wire::instant_from_micros(micros * million / (million + clock_.drift_ppm));
  while (local_at(world) < local) world += 1us;
  return world;
}

void Program::happen(const model::Event& event) {
  if (!running_) return;
  for (const model::Command& command : model::update(model_, event, local_now())) carry_out(command);
  around_.watch.each([this](Watcher& watcher) { watcher.model_changed(*this); });
  heard_ = nullptr;  // what the person does next is another matter
  if (!running_) return;
  arm();
  if (look_) look_();
}

void Program::carry_out(const model::Command& command) {
  std::visit([this](const auto& wanted) { on(wanted); }, command);
}

void Program::on(const model::Connect& connect) {
  drop_connection();
  connection_number_ = connect.connection;
  reader_ = wire::FrameReader{wire::server_frame_bytes_max};
  connection_ = around_.network.connect(*this, around_.network.draw_route());
}

void Program::on(const model::SendMessage& send) {
  if (connection_ == 0 || send.connection != connection_number_) return;
  if (tamper_) return tamper_(send.message);
  say(send.message);
}

void Program::on(const model::CloseConnection& close) {
  if (close.connection == connection_number_) drop_connection();
}

void Program::say(const wire::ClientMessage& wish) {
  if (connection_ == 0) return;
  around_.attendance.wished(connection_, wish);
  if (!std::holds_alternative<wire::Ping>(wish)) around_.world.note("{} sends wish {}", label_, wish.index());
  around_.network.write_to_server(connection_, wire::encode(wish).bytes());
}

void Program::drop_connection() {
  if (connection_ != 0) around_.network.close_by_client(std::exchange(connection_, 0));
}

void Program::quit() {
  running_ = false;
  drop_connection();
}

void Program::connected(ConnectionId connection) {
  if (connection == connection_) happen(model::Connected{connection_number_});
}

void Program::received(ConnectionId connection, std::span<const std::byte> bytes) {
  if (connection != connection_) return;
  const std::uint64_t number = connection_number_;
  const auto fail = [&](const std::string& why) {
    around_.watch.each([&](Watcher& watcher) { watcher.frame_refused(why); });
    drop_connection();
    happen(model::Disconnected{number, why});
  };
  if (const auto fed = reader_.feed(bytes); !fed) return fail(fed.error().what);
  // The model may drop this connection in the middle of what arrived on it.
  while (connection == connection_) {
    const auto body = reader_.next();
    if (!body) return fail(body.error().what);
    if (!*body) return;
    const auto message = wire::decode_server(**body);
    if (!message) return fail(message.error().what);
    heard_ = &*message;
    happen(model::Received{number, *message});
  }
}

void Program::disconnected(ConnectionId connection) {
  if (connection != connection_) return;
  connection_ = 0;
  happen(model::Disconnected{connection_number_, "the connection is gone"});
}

void Program::arm() {
  const auto deadline = model::deadline(model_);
  if (deadline == armed_for_) return;
  armed_for_ = deadline;
  if (!deadline) return;
  around_.world.at(world_at(*deadline), [this, alive = alive_, deadline] {
    if (!*alive || !running_ || armed_for_ != deadline) return;
    armed_for_.reset();
    happen(model::Tick{});
  });
}

}  // namespace certamen::sim
