#include "tests/support/http.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace certamen::test {

HttpAnswer http_get(std::uint16_t port, const std::string& path) {
  return http_raw(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
}

HttpAnswer http_raw(std::uint16_t port, const std::string& request) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{20, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  std::string bytes;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
    static_cast<void>(::send(socket, request.data(), request.size(), MSG_NOSIGNAL));
    std::array<char, 16384> buffer{};
    for (ssize_t count = 0; (count = ::recv(socket, buffer.data(), buffer.size(), 0)) > 0;) {
      bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
  }
  ::close(socket);
  HttpAnswer answer;
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string::npos || bytes.size() < 12) return answer;
  answer.status = std::stoi(bytes.substr(9, 3));
  answer.head = bytes.substr(0, end);
  answer.body = bytes.substr(end + 4);
  return answer;
}

double metric(const std::string& text, const std::string& begin) {
  std::size_t line = 0;
  while (line < text.size()) {
    const std::size_t end = text.find('\n', line);
    if (text.compare(line, begin.size(), begin) == 0) {
      const std::string one = text.substr(line, end - line);
      return std::stod(one.substr(one.rfind(' ') + 1));
    }
    if (end == std::string::npos) break;
    line = end + 1;
  }
  return -1;
}

}  // namespace certamen::test
