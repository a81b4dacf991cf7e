// Turns the interface's string files into one C++ source, so that the program needs no files at run time.
//
//   compile_strings OUT-STEM en.yaml es.yaml ...     writes OUT-STEM.hpp and OUT-STEM.cpp
//
// The first file is the measure: a key or a {place} that another language lacks or has in excess is an error that names
// file and key, and nothing is written.
#include <fmt/format.h>
#include <fmt/os.h>
#include <yaml-cpp/yaml.h>

#include <cctype>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

struct Sentence {
  std::string one;  // empty when the text does not depend on a count
  std::string other;
};
using Table = std::map<std::string, Sentence>;

std::set<std::string> places(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    found.insert(text.substr(open, text.find('}', open) - open));
  }
  return found;
}

Table read(const std::string& file) {
  Table table;
  for (const auto& entry : YAML::LoadFile(file)) {
    const auto key = entry.first.as<std::string>();
    Sentence sentence;
    if (entry.second.IsMap()) {
      sentence = {entry.second["one"].as<std::string>(), entry.second["other"].as<std::string>()};
    } else {
      sentence.other = entry.second.as<std::string>();
    }
    if (!table.emplace(key, sentence).second) throw YAML::RepresentationException(entry.first.Mark(), "twice: " + key);
  }
  return table;
}

// One line a difference between a language and the first one.
int compare(const Table& measure, const Table& table, const std::string& file) {
  int problems = 0;
  const auto complain = [&](const std::string& key, const char* what) {
    fmt::print(stderr, "{}: {}: {}\n", file, key, what);
    ++problems;
  };
  for (const auto& [key, sentence] : measure) {
    const auto found = table.find(key);
    if (found == table.end()) {
      complain(key, "is missing");
      continue;
    }
    if (found->second.one.empty() != sentence.one.empty()) complain(key, "has a form for one in only one language");
    if (places(found->second.other) != places(sentence.other)) complain(key, "has other {places}");
  }
  for (const auto& [key, sentence] : table) {
    if (!measure.contains(key)) complain(key, "is not in the first file");
  }
  return problems;
}

// "start.solo.title" becomes "StartSoloTitle".
std::string enumerator(const std::string& key) {
  std::string name;
  bool start = true;
  for (const char letter : key) {
    if (letter == '.' || letter == '_') {
      start = true;
      continue;
    }
    name += start ? static_cast<char>(std::toupper(static_cast<unsigned char>(letter))) : letter;
    start = false;
  }
  return name;
}

std::string literal(const std::string& text) {
  std::string escaped;
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') escaped += '\\';
    escaped += letter;
  }
  return "\"" + escaped + "\"";
}

void write_header(const std::string& path, const Table& measure) {
  auto out = fmt::output_file(path);
  out.print("// Made from assets/strings by compile_strings; do not edit.\n#pragma once\n\n#include <cstddef>\n\n");
  out.print("namespace certamen::strings {{\n\nenum class Key : unsigned short {{\n");
  for (const auto& [key, sentence] : measure) out.print("  {},\n", enumerator(key));
  out.print("}};\ninline constexpr std::size_t key_count = {};\n\n", measure.size());
  out.print("struct Sentence {{\n  const char* one;  // empty when the text does not depend on a count\n");
  out.print("  const char* other;\n}};\n\n");
  out.print("// The sentence in the language of that number, in the order of the files.\n");
  out.print("[[nodiscard]] const Sentence& sentence(Key key, std::size_t language);\n\n");
  out.print("}}  // namespace certamen::strings\n");
}

void write_source(const std::string& path, const std::vector<Table>& tables) {
  auto out = fmt::output_file(path);
  out.print("// Made from assets/strings by compile_strings; do not edit.\n#include \"assets/strings.hpp\"\n\n");
  out.print("namespace certamen::strings {{\n\nnamespace {{\n\n");
  out.print("constexpr Sentence table[{}][key_count] = {{\n", tables.size());
  for (const Table& table : tables) {
    out.print("  {{\n");
    for (const auto& [key, sentence] : table) out.print("    {{{}, {}}},\n", literal(sentence.one), literal(sentence.other));
    out.print("  }},\n");
  }
  out.print("}};\n\n}}  // namespace\n\n");
  out.print("const Sentence& sentence(Key key, std::size_t language) {{\n");
  out.print("  return table[language][static_cast<std::size_t>(key)];\n}}\n\n}}  // namespace certamen::strings\n");
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc < 3) {
    fmt::print(stderr, "usage: compile_strings OUT-STEM FIRST.yaml OTHER.yaml ...\n");
    return 2;
  }
  try {
    std::vector<Table> tables;
    int problems = 0;
    for (int i = 2; i < argc; ++i) {
      tables.push_back(read(argv[i]));
      problems += compare(tables.front(), tables.back(), argv[i]);
    }
    if (problems > 0) return 1;
    const std::string stem = argv[1];
    write_header(stem + ".hpp", tables.front());
    write_source(stem + ".cpp", tables);
  } catch (const std::exception& error) {
    fmt::print(stderr, "compile_strings: {}\n", error.what());
    return 1;
  }
  return 0;
}
