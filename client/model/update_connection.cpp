#include <algorithm>

#include "client/model/step.hpp"

namespace certamen::model {

namespace {

bool wanted(const Model& model) {
  return model.room.has_value() || model.entry.has_value();
}

// Doubles with each failure; the upper half is drawn, so that a whole hall does not knock at the same instant.
Duration retry_delay(Model& model) {
  Duration delay = reconnect_delay_min;
  for (std::uint32_t i = 0; i < model.connection.failures && delay < reconnect_delay_max; ++i) delay *= 2;
  delay = std::min(delay, reconnect_delay_max);
  const auto half = delay.count() / 2;
  return Duration{half + static_cast<Duration::rep>(model.jitter.below(static_cast<std::uint64_t>(half) + 1))};
}

void ping_if_due(Step& step) {
  Clock& clock = step.model.clock;
  if (step.online() && step.now >= clock.next_ping_local) step.send(ping(clock, step.now));
}

void retry_later(Step& step) {
  Connection& connection = step.model.connection;
  connection.link = Link::Lost;
  connection.retry_at_local = step.now + retry_delay(step.model);
}

}  // namespace

void connect(Step& step, std::string address) {
  Connection& connection = step.model.connection;
  if (connection.address != address) {
    connection.welcome.reset();
    step.model.topics.clear();
    step.model.clock.synchronised = false;
  }
  connection.address = std::move(address);
  connection.number += 1;
  connection.link = Link::Connecting;
  connection.retry_at_local.reset();
  step.commands.emplace_back(Connect{connection.number, connection.address});
}

void disconnect(Step& step) {
  Connection& connection = step.model.connection;
  if (connection.link != Link::Offline && connection.link != Link::Lost) {
    step.commands.emplace_back(CloseConnection{connection.number});
  }
  connection.link = Link::Offline;
  connection.failures = 0;
  step.model.leaving = false;
  step.model.leave_sent = false;
  connection.lost_since_local.reset();
  connection.retry_at_local.reset();
}

void connection_broke(Step& step, std::string why) {
  Connection& connection = step.model.connection;
  const bool first_contact = connection.link != Link::Online && !connection.lost_since_local;
  const bool failed_before = connection.failures > 0;
  connection.why = std::move(why);
  step.model.clock.in_flight.clear();
  const bool unseated = step.model.room && step.model.room->resuming;
  if (connection.link != Link::Online || unseated) connection.failures += 1;
  step.model.leaving = false;
  step.model.leave_sent = false;
  if (!wanted(step.model)) {
    if (first_contact && !connection.farewell) step.notify(Remark::ConnectionFailed);
    connection.link = Link::Offline;
    connection.failures = 0;
    return;
  }
  if (step.model.room && !connection.lost_since_local) connection.lost_since_local = step.now;
  if (first_contact && !failed_before && !connection.farewell) step.notify(Remark::ConnectionFailed);
  if (step.model.room) {
    step.model.room->resuming = false;
    step.model.room->storage_failing = false;  // told again to those who return while it lasts
  }
  retry_later(step);
}

void hang_up(Step& step, std::string why) {
  step.commands.emplace_back(CloseConnection{step.model.connection.number});
  connection_broke(step, std::move(why));
}

void on_connected(Step& step) {
  if (step.model.connection.link != Link::Connecting) return;
  step.model.connection.link = Link::Greeting;
  step.model.connection.heard_at_local = step.now;
  restart(step.model.clock, step.now);
  wire::Hello hello;
  hello.client_version = CERTAMEN_VERSION;
  hello.language = step.model.profile.language;
  step.send(std::move(hello));
}

void on_welcome(Step& step, const wire::Welcome& welcome) {
  Model& model = step.model;
  if (model.connection.link != Link::Greeting) return;
  model.connection.link = Link::Online;
  if (!model.room) model.connection.failures = 0;  // in a room not before the seat is back
  model.connection.farewell.reset();
  model.connection.welcome = welcome;
  ping_if_due(step);
  if (model.room) {
    resume_seat(step);
  } else {
    send_entry(step);
  }
  if (!model.room && (model.screen == Screen::Solo || model.screen == Screen::Host)) step.send(wire::BrowseTopics{});
}

void on_goodbye(Step& step, const wire::Goodbye& goodbye) {
  Model& model = step.model;
  model.connection.farewell = goodbye.reason;
  switch (goodbye.reason) {
    case wire::Farewell::ServerStopping:
    case wire::Farewell::TooSlow:
    case wire::Farewell::ServerFull:
    case wire::Farewell::Silent:
      if (!model.room) step.notify(goodbye.reason);  // in a room the banner says it
      hang_up(step, "the server said goodbye");
      return;
    case wire::Farewell::RoomClosed:
      if (!model.room) break;
      forget_seat(step, model.connection.address, model.room->code);
      if (model.room->finished) {
        disconnect(step);  // what was played stays on screen for as long as the person likes
        return;
      }
      break;
    case wire::Farewell::ProtocolError:
    case wire::Farewell::VersionUnsupported:
    case wire::Farewell::SeatTakenOver: break;
  }
  step.notify(goodbye.reason);
  model.entry.reset();
  drop_room(step);
  disconnect(step);
}

void connection_tick(Step& step) {
  Connection& connection = step.model.connection;
  switch (connection.link) {
    case Link::Offline:
    case Link::Connecting: return;
    case Link::Greeting:
    case Link::Online:
      if (step.now - connection.heard_at_local >= silence_max) {
        hang_up(step, "the server fell silent");
      } else {
        ping_if_due(step);
      }
      return;
    case Link::Lost:
      if (connection.retry_at_local && step.now >= *connection.retry_at_local) connect(step, connection.address);
      return;
  }
}

std::optional<Instant> connection_deadline(const Model& model) {
  const Connection& connection = model.connection;
  switch (connection.link) {
    case Link::Offline:
    case Link::Connecting: return std::nullopt;
    case Link::Greeting: return connection.heard_at_local + silence_max;
    case Link::Online: return std::min(connection.heard_at_local + silence_max, model.clock.next_ping_local);
    case Link::Lost: return connection.retry_at_local;
  }
  return std::nullopt;
}

}  // namespace certamen::model
