// What a server says of itself by DNS-SD (RFC 6763), to whoever browses the local network for `_certamen._tcp`.
//
// Pure. It proves as little as a beacon: whoever connects still meets the certificate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::net {

inline constexpr std::string_view dns_sd_type = "_certamen._tcp";
inline constexpr std::size_t dns_sd_name_bytes_max = 63;  // a label of DNS

struct DnsSdService {
  std::string name;  // UTF-8, at most dns_sd_name_bytes_max bytes, not empty
  std::uint16_t port = 0;
  // KEY=VALUE each, keys of nine letters at most as the RFC advises: txtvers, version, protocol (MIN-MAX), security (tls or
  // plain), and with tls sha256, the certificate's fingerprint as people compare it.
  std::vector<std::string> txt;
  bool operator==(const DnsSdService&) const = default;
};

// `server_name` is one presentable line and not empty, and is cut at a whole character; `fingerprint` is empty where
// connections are plain.
[[nodiscard]] DnsSdService dns_sd_service(std::string_view server_name, std::uint16_t port, std::string_view fingerprint,
                                          std::string_view version);

}  // namespace certamen::net
