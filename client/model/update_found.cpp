#include <algorithm>

#include "client/model/address.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

bool is_v6(const std::string& address) {
  return address.starts_with('[');
}

// One server, heard on any of its ways. Another certificate is another server, whatever it says of itself.
bool same_server(const wire::Beacon& one, const wire::Beacon& other) {
  return one.server == other.server && one.port == other.port && one.fingerprint == other.fingerprint;
}

void hear_again(FoundServer& found, const std::string& address, wire::Beacon beacon, Instant now) {
  const bool silent = now - found.address_seen_local >= found_address_time;
  // IPv4 is what people can read out and type.
  if (found.address != address && (silent || (is_v6(found.address) && !is_v6(address)))) found.address = address;
  if (found.address == address) found.address_seen_local = now;
  found.beacon = std::move(beacon);
  found.seen_local = now;
}

void keep_first_of_each_code(std::vector<wire::BeaconRoom>& rooms) {
  std::vector<wire::BeaconRoom> kept;
  for (wire::BeaconRoom& room : rooms) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const auto& one) { return one.code == room.code; });
    if (!known) kept.push_back(std::move(room));
  }
  rooms = std::move(kept);
}

}  // namespace

void on_beacon(Step& step, const BeaconHeard& heard) {
  auto& found = step.model.found;
  const bool v6 = heard.host.find(':') != std::string::npos;
  const std::string address = (v6 ? "[" + heard.host + "]" : heard.host) + ":" + std::to_string(heard.beacon.port);
  if (address.size() > wire::address_bytes_max || !parse_address(address)) return;
  wire::Beacon beacon = heard.beacon;
  keep_first_of_each_code(beacon.rooms);
  const auto known =
      std::find_if(found.begin(), found.end(), [&](const FoundServer& one) { return same_server(one.beacon, beacon); });
  if (known != found.end()) return hear_again(*known, address, std::move(beacon), step.now);
  // At one address is one server: the earlier one was stopped, and this one started in its place.
  std::erase_if(found, [&](const FoundServer& one) { return one.address == address; });
  if (found.size() >= found_servers_max) return;
  found.push_back({++step.model.servers_found, address, std::move(beacon), step.now, step.now});
}

void forget_silent_servers(Model& model, Instant now) {
  std::erase_if(model.found, [&](const FoundServer& one) { return now - one.seen_local >= found_time; });
}

void choose_found(Step& step, const ChooseFound& chosen) {
  Model& model = step.model;
  const auto found = std::find_if(model.found.begin(), model.found.end(),
                                  [&](const FoundServer& one) { return one.number == chosen.number; });
  if (found == model.found.end()) return;
  model.draft.address = found->address;
  model.draft.address_error.reset();
  if (chosen.code.empty()) return;
  model.draft.code = chosen.code;
  model.draft.code_error.reset();
}

}  // namespace certamen::model
