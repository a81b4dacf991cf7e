// Turns the theme files into one C++ header, so that the program needs no files at run time.
//
//   compile_themes OUT.hpp dark.yaml light.yaml ...
//
// The first file is the measure: a role that another theme lacks or has in excess, or a colour that is none, is an error
// that names file and role, and nothing is written.
#include <fmt/format.h>
#include <fmt/os.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using Roles =
    std::vector<std::pair<std::string, std::string>>;  // role and its eight hexadecimal digits, in the file's order

std::optional<std::string> digits_of(std::string color) {
  if (color.empty() || color.front() != '#') return std::nullopt;
  color.erase(0, 1);
  if (color.size() == 6) color += "FF";
  const bool well = color.size() == 8 && color.find_first_not_of("0123456789ABCDEF") == std::string::npos;
  return well ? std::optional{color} : std::nullopt;
}

bool has(const Roles& roles, const std::string& name) {
  return std::any_of(roles.begin(), roles.end(), [&](const auto& role) { return role.first == name; });
}

// Reads a theme and counts what is wrong with it.
int read(const std::string& file, Roles& roles, const Roles* measure) {
  int problems = 0;
  const auto complain = [&](const std::string& role, const char* what) {
    fmt::print(stderr, "{}: {}: {}\n", file, role, what);
    ++problems;
  };
  for (const auto& entry : YAML::LoadFile(file)) {
    const auto role = entry.first.as<std::string>();
    const auto digits = digits_of(entry.second.as<std::string>());
    if (!digits) complain(role, "is not #RRGGBB or #RRGGBBAA in capitals");
    if (has(roles, role)) complain(role, "is there twice");
    if (measure != nullptr && !has(*measure, role)) complain(role, "is not in the first file");
    roles.emplace_back(role, digits.value_or(""));
  }
  if (measure == nullptr) return problems;
  for (const auto& role : *measure) {
    if (!has(roles, role.first)) complain(role.first, "is missing");
  }
  return problems;
}

void write(const std::string& path, const std::vector<Roles>& themes) {
  auto out = fmt::output_file(path);
  out.print("// Made from assets/themes by compile_themes; do not edit.\n#pragma once\n\n#include <cstdint>\n\n");
  out.print("namespace certamen::themes {{\n\n// 0xRRGGBBAA by role.\nstruct Roles {{\n");
  for (const auto& role : themes.front()) out.print("  std::uint32_t {};\n", role.first);
  out.print("}};\n\n// In the order of the files.\ninline constexpr Roles table[{}] = {{\n", themes.size());
  for (const Roles& theme : themes) {
    out.print("    {{");
    for (const auto& role : theme) out.print(".{} = 0x{}, ", role.first, role.second);
    out.print("}},\n");
  }
  out.print("}};\n\n}}  // namespace certamen::themes\n");
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc < 3) {
    fmt::print(stderr, "usage: compile_themes OUT.hpp FIRST.yaml OTHER.yaml ...\n");
    return 2;
  }
  try {
    std::vector<Roles> themes;
    int problems = 0;
    for (int i = 2; i < argc; ++i) {
      Roles theme;
      problems += read(argv[i], theme, themes.empty() ? nullptr : &themes.front());
      // Designated initialisers stand in the order of the first file.
      if (!themes.empty() && problems == 0) {
        Roles ordered;
        for (const auto& role : themes.front()) {
          ordered.push_back(
              *std::find_if(theme.begin(), theme.end(), [&](const auto& own) { return own.first == role.first; }));
        }
        theme = std::move(ordered);
      }
      themes.push_back(std::move(theme));
    }
    if (problems > 0) return 1;
    write(argv[1], themes);
  } catch (const std::exception& error) {
    fmt::print(stderr, "compile_themes: {}\n", error.what());
    return 1;
  }
  return 0;
}
