#include "server/report/markup.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/report/plain.hpp"

namespace certamen::report {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char letter : plain(text)) {
    switch (letter) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result.push_back(letter);  // any other letter stands for itself
    }
  }
  return result;
}

std::string isolated(std::string_view text) {
  return "<bdi>" + escaped(text) + "</bdi>";
}

std::string bar(std::size_t count, std::size_t most, bool right) {
  constexpr std::size_t width_max = 120;
  const std::size_t width = most == 0 ? 0 : count * width_max / most;
  return fmt::format(
      R"(<svg class="bar" width="{0}" height="12" viewBox="0 0 {0} 12" aria-hidden="true"><rect class="{1}" width="{2}" height="12"/></svg>)",
      width_max, right ? "right" : "wrong", width);
}

std::string column_chart(const std::string& title, const std::vector<Column>& columns) {
  constexpr std::size_t height = 150;
  constexpr std::size_t step = 66;
  constexpr std::size_t top = 20;
  std::size_t most = 1;
  for (const Column& column : columns) most = std::max(most, column.count);
  const std::size_t width = step * std::max<std::size_t>(1, columns.size());
  std::string svg = fmt::format(R"(<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">)", width,
                                height + top + 24, escaped(title));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t tall = columns[i].count * height / most;
    const std::size_t middle = i * step + step / 2;
    svg += fmt::format(R"(<rect class="column" x="{}" y="{}" width="{}" height="{}"/>)", i * step + 4, top + height - tall,
                       step - 8, tall);
    svg += fmt::format(R"(<text x="{}" y="{}" text-anchor="middle">{}</text>)", middle, top + height - tall - 5,
                       columns[i].count);
    svg += fmt::format(R"(<text class="quiet" x="{}" y="{}" text-anchor="middle">{}</text>)", middle, top + height + 16,
                       escaped(columns[i].label));
  }
  return svg +
         fmt::format(R"(<line class="axis" x1="0" x2="{}" y1="{}" y2="{}"/></svg>)", width, top + height, top + height);
}

std::string line_chart(const std::string& title, const std::vector<Line>& lines) {
  constexpr std::size_t step = 20;
  constexpr std::size_t left = 44;
  constexpr std::size_t length = 440;
  const std::size_t height = step * std::max<std::size_t>(1, lines.size());
  std::string svg =
      fmt::format(R"(<svg class="chart" viewBox="0 0 660 {}" role="img" aria-label="{}">)", height, escaped(title));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t y = i * step;
    const double share = std::clamp(lines[i].share, 0.0, 1.0);
    svg += fmt::format(R"(<text class="quiet" x="{}" y="{}" text-anchor="end">{}</text>)", left - 8, y + 14,
                       escaped(lines[i].label));
    svg += fmt::format(R"(<rect class="ground" x="{}" y="{}" width="{}" height="12"/>)", left, y + 4, length);
    svg += fmt::format(R"(<rect class="column" x="{}" y="{}" width="{:.1f}" height="12"/>)", left, y + 4,
                       share * static_cast<double>(length));
    svg += fmt::format(R"(<text x="{}" y="{}">{}</text>)", left + length + 10, y + 14, escaped(lines[i].value));
  }
  return svg + "</svg>";
}

}  // namespace certamen::report
