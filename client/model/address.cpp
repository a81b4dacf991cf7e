#include "client/model/address.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "proto/wire/limits.hpp"

namespace certamen::model {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const auto first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::optional<Endpoint> parse_address(std::string_view text) {
  text = trimmed(text);
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);

  unsigned number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc{} || end != port.data() + port.size() || number == 0 || number > 65535) return std::nullopt;

  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return std::nullopt;
  }
  const bool plain = std::none_of(host.begin(), host.end(), [](char letter) {
    return letter == ' ' || letter == '\t' || letter == '[' || letter == ']' || letter == '/';
  });
  if (host.empty() || !plain) return std::nullopt;
  return Endpoint{std::string{host}, std::to_string(number)};
}

bool is_own_machine(std::string_view address) {
  const auto endpoint = parse_address(address);
  if (!endpoint) return false;
  const std::string& host = endpoint->host;
  const bool numbers = host.find_first_not_of("0123456789.") == std::string::npos;  // a name may begin with 127, too
  return host == "localhost" || host == "::1" || (numbers && host.starts_with("127."));
}

std::optional<wire::RoomCode> parse_code(std::string_view text) {
  // As people paste them: hard and thin spaces, and dashes that are no hyphens.
  constexpr std::array<std::string_view, 8> also_between{"\u00A0", "\u2009", "\u202F", "\u2010",
                                                         "\u2011", "\u2012", "\u2013", "\u2014"};
  wire::RoomCode code;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto between = std::find_if(also_between.begin(), also_between.end(),
                                      [&](std::string_view each) { return text.substr(at).starts_with(each); });
    if (between != also_between.end()) at += between->size() - 1;
    if (between != also_between.end()) continue;
    const char letter = text[at];
    if (std::string_view{" -\t\r\n."}.find(letter) != std::string_view::npos) continue;
    if (letter >= 'a' && letter <= 'z') {
      code.push_back(static_cast<char>(letter - 'a' + 'A'));
    } else if ((letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')) {
      code.push_back(letter);
    } else {
      return std::nullopt;
    }
  }
  if (code.size() != wire::room_code_letters) return std::nullopt;
  return code;
}

}  // namespace certamen::model
