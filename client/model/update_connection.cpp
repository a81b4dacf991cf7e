#include <algorithm>

#include "client/model/address.hpp"
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

const KnownServer* known_server(const Model& model, const std::string& address) {
  const auto& known = model.profile.known_servers;
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const KnownServer& one) { return one.address == address; });
  return found == known.end() ? nullptr : &*found;
}

void remember_server(Step& step, const std::string& fingerprint) {
  auto& known = step.model.profile.known_servers;
  const std::string address = step.model.connection.address;
  std::erase_if(known, [&](const KnownServer& one) { return one.address == address; });
  known.insert(known.begin(), KnownServer{address, fingerprint});
  if (known.size() > known_servers_max) known.resize(known_servers_max);
  step.save_profile();
}

// Nobody but the person can mend it, so no further attempt is made; wishes and seats are kept for after the decision.
void stop_for(Step& step, Trouble trouble, std::string shown) {
  Connection& connection = step.model.connection;
  connection.trouble = trouble;
  connection.certificate_shown = std::move(shown);
  connection.retry_at_local.reset();
  if (!wanted(step.model)) connection.link = Link::Offline;
}

}  // namespace

void accept_certificate(Step& step) {
  Connection& connection = step.model.connection;
  if (!connection.trouble || connection.certificate_shown.empty()) return;
  remember_server(step, connection.certificate_shown);
  connect(step, connection.address);
}

void refuse_certificate(Step& step) {
  Connection& connection = step.model.connection;
  if (!connection.trouble) return;
  connection.trouble.reset();
  if (step.model.room) return;
  step.model.entry.reset();
  disconnect(step);
}

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
  connection.trouble.reset();
  const KnownServer* known = known_server(step.model, connection.address);
  step.commands.emplace_back(Connect{connection.number, connection.address, known != nullptr ? known->fingerprint : "",
                                     step.model.strangers_allowed,
                                     step.model.plain_allowed || is_own_machine(connection.address)});
}

void disconnect(Step& step) {
  Connection& connection = step.model.connection;
  if (connection.link != Link::Offline && connection.link != Link::Lost) {
    step.commands.emplace_back(CloseConnection{connection.number});
  }
  connection.link = Link::Offline;
  connection.trouble.reset();
  connection.failures = 0;
  step.model.leaving = false;
  step.model.leave_sent = false;
  connection.lost_since_local.reset();
  connection.retry_at_local.reset();
}

void connection_broke(Step& step, std::string why) {
  Connection& connection = step.model.connection;
  // With a trouble the address did answer, and the person is asked something else.
  const bool first_contact = connection.link != Link::Online && !connection.lost_since_local && !connection.trouble;
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

void connection_broke(Step& step, const Disconnected& fact) {
  step.model.connection.trouble = fact.trouble;
  connection_broke(step, fact.why);
  if (fact.trouble) stop_for(step, *fact.trouble, fact.fingerprint);
}

void hang_up(Step& step, std::string why) {
  step.commands.emplace_back(CloseConnection{step.model.connection.number});
  connection_broke(step, std::move(why));
}

void on_connected(Step& step, const Connected& fact) {
  if (step.model.connection.link != Link::Connecting) return;
  step.model.connection.certificate = fact.fingerprint;
  if (!fact.fingerprint.empty() && known_server(step.model, step.model.connection.address) == nullptr) {
    remember_server(step, fact.fingerprint);
    step.notify(Remark::ServerRemembered);
  }
  step.model.connection.link = Link::Greeting;
  step.model.connection.heard_at_local = step.now;
  restart(step.model.clock, step.now);
  wire::Hello hello;
  hello.client_version = CERTAMEN_VERSION;
  hello.language = step.model.profile.language;
  hello.server_password = step.model.server_password;
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
    case wire::Farewell::TlsNeeded:  // the next attempt encrypts
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
    case wire::Farewell::Kicked:
    case wire::Farewell::Banned:
      if (model.room) forget_seat(step, model.connection.address, model.room->code);
      break;
    case wire::Farewell::ProtocolError:
    case wire::Farewell::VersionUnsupported:
    case wire::Farewell::ServerPasswordWrong:
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
