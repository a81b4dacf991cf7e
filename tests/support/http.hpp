// One HTTP question to a port of this machine, as a watcher of the server asks it.
#pragma once

#include <cstdint>
#include <string>

namespace certamen::test {

struct HttpAnswer {
  int status = 0;  // 0 when there was no answer
  std::string head;
  std::string body;
};

[[nodiscard]] HttpAnswer http_get(std::uint16_t port, const std::string& path);
// Sends these bytes and reads to the end of the connection.
[[nodiscard]] HttpAnswer http_raw(std::uint16_t port, const std::string& request);

// The value of the one sample in Prometheus' text whose line begins with this; -1 when there is none.
[[nodiscard]] double metric(const std::string& text, const std::string& begin);

}  // namespace certamen::test
