#include "server/app/command_line.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>

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

}  // namespace certamen::app
