#include "server/app/command_line.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <string_view>

namespace certamen::app {

std::optional<int> parse_or_exit(CLI::App& parser, int argc, const char* const* argv) {
  try {
    parser.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::Success& done) {
    return parser.exit(done);
  } catch (const CLI::ParseError& error) {
    return refuse(parser.get_name(), fmt::format("{} (see {} --help)", error.what(), parser.get_name()));
  }
}

void add_data_option(CLI::App& parser, std::string& path) {
  parser.add_option("--data", path, "The data file")
      ->envname("CERTAMEN_DATA")
      ->required()
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
}

int refuse(const std::string& command, const std::string& why) {
  std::fputs(fmt::format("{}: {}\n", command, why).c_str(), stderr);
  return exit_usage;
}

std::optional<std::int64_t> parse_age(const std::string& text) {
  constexpr std::int64_t hour = 3'600;
  constexpr std::int64_t day = 24 * hour;
  constexpr std::int64_t age_max = 36'525 * day;
  if (text.size() < 2 || (text.back() != 'd' && text.back() != 'h')) return std::nullopt;
  std::int64_t count = 0;
  const char* end = text.data() + text.size() - 1;
  const auto parsed = std::from_chars(text.data(), end, count);
  if (parsed.ec != std::errc{} || parsed.ptr != end || count < 0) return std::nullopt;
  const std::int64_t unit = text.back() == 'd' ? day : hour;
  if (count > age_max / unit) return std::nullopt;
  return count * unit;
}

std::string code_in(const std::string& text) {
  constexpr std::array<std::string_view, 8> also_between{"\u00A0", "\u2009", "\u202F", "\u2010",
                                                         "\u2011", "\u2012", "\u2013", "\u2014"};
  std::string code = text;
  for (char& letter : code) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  for (const std::string_view each : also_between) {
    for (std::size_t at = code.find(each); at != std::string::npos; at = code.find(each)) code.erase(at, each.size());
  }
  std::erase_if(code, [](char letter) { return std::string_view{" -.\t"}.find(letter) != std::string_view::npos; });
  return code;
}

std::optional<std::uint64_t> number_in(const std::string& text) {
  std::uint64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace certamen::app
