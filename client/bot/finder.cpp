#include "client/bot/finder.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "client/bot/wiring.hpp"
#include "client/model/address.hpp"
#include "client/model/update.hpp"
#include "client/net/beacon_listener.hpp"
#include "client/net/loop.hpp"

namespace certamen::bot {

namespace {

constexpr int exit_found = 0;
constexpr int exit_nothing = 1;
constexpr int exit_unusable = 2;

}  // namespace

wire::Result<std::vector<model::FoundServer>> find_servers(wire::Duration time, std::uint16_t port) {
  model::Model model = model::make_model({}, "", 0);
  client_net::Loop loop;
  client_net::BeaconListener listener(loop.context(), [&](const client_net::Fact& fact) {
    static_cast<void>(model::update(model, event_of(fact), client_net::local_now()));
  });
  if (auto begun = listener.begin(port); !begun) return tl::unexpected(begun.error());
  client_net::Alarm end(loop.context(), [&] { loop.stop(); });
  end.set(client_net::local_now() + time);
  loop.run();
  return std::move(model.found);
}

std::string line_of(const model::FoundServer& found) {
  const auto endpoint = model::parse_address(found.address).value_or(model::Endpoint{});
  const std::string& fingerprint = found.beacon.fingerprint;
  std::string line = fmt::format("{}\t{}\t{}\t{}", endpoint.host, endpoint.port, found.beacon.server_name,
                                 fingerprint.empty() ? "-" : fingerprint);
  for (const wire::BeaconRoom& room : found.beacon.rooms) {
    line += fmt::format("\t{} {} {}", room.code, room.player_count, room.title);
  }
  return line;
}

int print_found(const std::string& program, wire::Duration time, std::uint16_t port) {
  const auto found = find_servers(time, port);
  if (!found) {
    fmt::print(stderr, "{}: {}\n", program, found.error().what);
    return exit_unusable;
  }
  for (const model::FoundServer& each : *found) fmt::print("{}\n", line_of(each));
  if (found->empty()) fmt::print(stderr, "{}: no server tells this network of itself\n", program);
  return found->empty() ? exit_nothing : exit_found;
}

}  // namespace certamen::bot
