#include "server/net/dns_sd.hpp"

#include <fmt/format.h>

#include "proto/wire/limits.hpp"

namespace certamen::net {
namespace {

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string cut(std::string_view name) {
  if (name.size() <= dns_sd_name_bytes_max) return std::string(name);
  std::size_t end = dns_sd_name_bytes_max;
  while (end > 0 && continues_character(name[end])) --end;
  return std::string(name.substr(0, end));
}

}  // namespace

DnsSdService dns_sd_service(std::string_view server_name, std::uint16_t port, std::string_view fingerprint,
                            std::string_view version) {
  DnsSdService service{cut(server_name), port, {}};
  service.txt.emplace_back("txtvers=1");
  service.txt.push_back(fmt::format("version={}", version));
  service.txt.push_back(fmt::format("protocol={}-{}", wire::protocol_version_min, wire::protocol_version_max));
  service.txt.push_back(fmt::format("security={}", fingerprint.empty() ? "plain" : "tls"));
  if (!fingerprint.empty()) service.txt.push_back(fmt::format("sha256={}", fingerprint));
  return service;
}

}  // namespace certamen::net
