#include "server/app/beacon_options.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>

#include "proto/wire/beacon.hpp"

namespace certamen::app {

void add_beacon_options(CLI::App& parser, Options& options, std::string& to) {
  parser
      .add_option("--server-name", options.server_name,
                  "How clients on the local network see it; the machine's name without it")
      ->envname("CERTAMEN_SERVER_NAME")
      ->type_name("NAME");
  parser
      .add_flag("--no-beacon", options.no_beacon,
                "Do not tell the local network of this server; one on this machine's own addresses never does")
      ->envname("CERTAMEN_NO_BEACON");
  parser
      .add_option("--beacon-to", to,
                  "Tell this address or group instead of the usual ones (239.255.71.17 and ff02::4365:7274, port 7117)")
      ->envname("CERTAMEN_BEACON_TO")
      ->type_name("ADDRESS:PORT");
}

std::optional<std::string> beacon_options_fault(const Options& options) {
  if (options.server_name.size() > wire::server_name_bytes_max) {
    return fmt::format("--server-name takes at most {} bytes", wire::server_name_bytes_max);
  }
  if (!wire::presentable(options.server_name)) return "--server-name wants one line of visible text";
  if (options.no_beacon && options.beacon_to) return "--no-beacon contradicts --beacon-to";
  if (options.beacon_to && options.beacon_to->second == 0) return "--beacon-to wants a port";
  return std::nullopt;
}

std::string name_in_beacons(const Options& options) {
  if (!options.server_name.empty()) return options.server_name;
  std::array<char, wire::server_name_bytes_max + 1> name{};
  const bool found = ::gethostname(name.data(), name.size() - 1) == 0 && name.front() != '\0';
  return found && wire::presentable(name.data()) ? name.data() : "certamen";
}

}  // namespace certamen::app
