#include "content/report/sheet_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "content/model/names.hpp"
#include "content/report/columns.hpp"

namespace certamen::content {
namespace {

enum class Tone { Plain, Strong, Right, Quiet };

struct Line {
  std::string text;
  Tone tone = Tone::Plain;
};

// Lines that stand together in every language: a prompt, an option. Side by side they begin at the same height.
using Block = std::vector<Line>;
using Column = std::vector<Block>;

std::string toned(const Line& line, bool colours) {
  if (!colours || line.text.empty()) return line.text;
  switch (line.tone) {
    case Tone::Plain: return line.text;
    case Tone::Strong: return "\033[1m" + line.text + "\033[0m";
    case Tone::Right: return "\033[1;32m" + line.text + "\033[0m";
    case Tone::Quiet: return "\033[2m" + line.text + "\033[0m";
  }
  return line.text;
}

// The first line behind `lead`, the others below its end.
void add(Block& block, std::string_view lead, std::string_view text, std::size_t width, Tone tone) {
  if (text.empty()) return;
  const std::size_t indent = padded(std::string(lead), 0).empty() ? 0 : 5;
  const std::string space(indent, ' ');
  bool first = true;
  for (std::string& line : wrapped(text, width > indent ? width - indent : 1)) {
    block.push_back({(first && indent > 0 ? padded(std::string(lead), indent) : space) + line, tone});
    first = false;
  }
}

constexpr std::string_view below = " ";  // a lead of nothing: indented like what it belongs to

Block block_of(const SheetRow& row, std::size_t language, std::size_t width) {
  Block block;
  const std::string_view mark = row.mark == Mark::Right ? "✔" : row.mark == Mark::Wrong ? "✘" : "";
  const std::string lead = mark.empty() ? " " + row.label : fmt::format("{} {}", mark, row.label);
  add(block, lead, row.text[language], width, row.mark == Mark::Right ? Tone::Right : Tone::Plain);
  add(block, below, row.reason[language], width, Tone::Quiet);
  return block;
}

// What the lines between the author's texts say, in both languages.
struct Said {
  std::string_view name;
  std::string_view explanation;
  std::string_view notes;
  std::string_view lines;
  std::string_view as_of;
};
constexpr std::array<Said, wire::language_count> said{
    Said{"English", "Explanation", "Notes", "lines", "As of"},
    Said{"Español", "Explicación", "Apuntes", "líneas", "A fecha de"},
};

Block block_of(const SheetNote& note, std::size_t language, std::size_t width) {
  Block block;
  const std::string lines = note.lines.empty() ? "" : fmt::format(" ({} {})", said.at(language).lines, note.lines);
  add(block, "", note.id + lines, width, Tone::Quiet);
  add(block, below, note.text[language], width, Tone::Plain);
  if (!note.as_of[language].empty()) {
    add(block, below, fmt::format("{} {}: {}", said.at(language).as_of, note.as_of_date, note.as_of[language]), width,
        Tone::Strong);
  }
  return block;
}

Block heading(std::string_view text) {
  return {{"", Tone::Plain}, {std::string(text), Tone::Strong}};
}

Block headed(std::string_view text) {
  return {{std::string(text), Tone::Quiet}, {"", Tone::Plain}};
}

Column column_of(const Sheet& sheet, std::size_t language, std::size_t width) {
  Column column;
  column.push_back(headed(fmt::format("{} · {}", said.at(language).name, sheet.topic_title[language])));
  add(column.emplace_back(), "", sheet.prompt[language], width, Tone::Strong);
  column.push_back({{"", Tone::Plain}});
  for (const SheetRow& row : sheet.rows) column.push_back(block_of(row, language, width));
  if (!sheet.explanation[language].empty()) {
    column.push_back(heading(said.at(language).explanation));
    add(column.emplace_back(), "", sheet.explanation[language], width, Tone::Plain);
  }
  if (!sheet.notes.empty()) column.push_back(heading(said.at(language).notes));
  for (const SheetNote& note : sheet.notes) column.push_back(block_of(note, language, width));
  return column;
}

void print_below(const Column& column, bool colours, std::string& out) {
  for (const Block& block : column) {
    for (const Line& line : block) out += toned(line, colours) + '\n';
  }
}

void print_beside(const Column& left, const Column& right, std::size_t width, bool colours, std::string& out) {
  static const Line nothing;
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    static const Block none;
    const Block& one = i < left.size() ? left[i] : none;
    const Block& other = i < right.size() ? right[i] : none;
    for (std::size_t k = 0; k < std::max(one.size(), other.size()); ++k) {
      const Line& first = k < one.size() ? one[k] : nothing;
      const Line& second = k < other.size() ? other[k] : nothing;
      const std::string filled = padded(first.text, width);
      std::string line = toned(first, colours) + filled.substr(first.text.size());
      if (!second.text.empty()) line += "   " + toned(second, colours);
      while (line.ends_with(' ')) line.pop_back();
      out += line + '\n';
    }
  }
}

template <class Make>
std::string laid_out(const Languages& languages, const Terminal& terminal, const Make& column) {
  std::string out;
  constexpr std::size_t gap = 3;
  if (languages.en && languages.es && terminal.width >= side_by_side_width) {
    const std::size_t width = (terminal.width - gap) / 2;
    print_beside(column(0, width), column(1, width), width, terminal.colours, out);
    return out;
  }
  if (languages.en) print_below(column(0, terminal.width), terminal.colours, out);
  if (languages.en && languages.es) out += '\n';
  if (languages.es) print_below(column(1, terminal.width), terminal.colours, out);
  return out;
}

}  // namespace

std::string summary_of(const Sheet& sheet) {
  std::string text = fmt::format("{} · {} {} · {} · ", name_of(sheet.kind), sheet.difficulty,
                                 difficulty_name(sheet.difficulty), name_of(sheet.domain));
  if (sheet.seconds) text += fmt::format("{} s{} · ", *sheet.seconds, sheet.seconds_written ? "" : " by length");
  return text + std::string(name_of(sheet.origin)) + (sheet.draft ? " · draft" : "");
}

std::string format(const Sheet& sheet, const Terminal& terminal) {
  const std::string head = toned({sheet.id, Tone::Strong}, terminal.colours) + '\n' + summary_of(sheet) + "\n\n";
  return head + laid_out(sheet.languages, terminal,
                         [&sheet](std::size_t language, std::size_t width) { return column_of(sheet, language, width); });
}

std::string format(const SheetNote& note, const Languages& languages, const Terminal& terminal) {
  return laid_out(languages, terminal,
                  [&note](std::size_t language, std::size_t width) { return Column{block_of(note, language, width)}; });
}

}  // namespace certamen::content
