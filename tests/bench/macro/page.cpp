#include "tests/bench/macro/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/bench/macro/summary.hpp"
#include "tests/bench/macro/tables.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;

constexpr double width = 640;
constexpr double height = 280;
constexpr double left = 52;
constexpr double bottom = 36;
constexpr double top = 16;

struct Point {
  double x = 0;
  double y = 0;
};
struct Line {
  std::string name;
  std::string colour;
  std::vector<Point> points;
};

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char letter : text) {
    switch (letter) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      default: safe += letter;  // a letter, not an enum of ours
    }
  }
  return safe;
}

// x by its logarithm, y from zero.
class Chart {
 public:
  explicit Chart(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      for (const Point& point : line.points) {
        x_least_ = std::min(x_least_, point.x);
        x_most_ = std::max(x_most_, point.x);
        y_most_ = std::max(y_most_, point.y);
      }
    }
    y_most_ *= 1.1;
  }
  [[nodiscard]] double x(double value) const {
    const double whole = std::log(x_most_) - std::log(x_least_);
    const double part = whole > 0 ? (std::log(value) - std::log(x_least_)) / whole : 0.5;
    return left + part * (width - left - 16);
  }
  [[nodiscard]] double y(double value) const { return height - bottom - value / y_most_ * (height - bottom - top); }
  [[nodiscard]] double y_most() const { return y_most_; }

 private:
  double x_least_ = 1e12;
  double x_most_ = 1;
  double y_most_ = 0;
};

std::string axes(const Chart& chart, const std::vector<Line>& lines) {
  std::string svg;
  constexpr int steps = 4;
  for (int step = 0; step <= steps; ++step) {
    const double value = chart.y_most() * step / steps;
    svg += fmt::format(
        "<line x1='{0}' x2='{1}' y1='{2:.1f}' y2='{2:.1f}' class='grid'/><text x='{3}' y='{4:.1f}' class='y'>{5:.1f}</text>",
        left, width - 16, chart.y(value), left - 6, chart.y(value) + 4, value);
  }
  for (const Point& point : lines.front().points) {
    svg += fmt::format("<text x='{:.1f}' y='{}' class='x'>{:.0f}</text>", chart.x(point.x), height - 14, point.x);
  }
  return svg;
}

std::string chart_of(const std::string& title, const std::vector<Line>& lines) {
  const Chart chart(lines);
  std::string svg =
      fmt::format("<figure><figcaption>{}</figcaption><svg viewBox='0 0 {} {}'>", escaped(title), width, height);
  svg += axes(chart, lines);
  std::string legend;
  for (const Line& line : lines) {
    std::string points;
    for (const Point& point : line.points) points += fmt::format("{:.1f},{:.1f} ", chart.x(point.x), chart.y(point.y));
    svg += fmt::format("<polyline points='{}' fill='none' stroke='{}' stroke-width='3'/>", points, line.colour);
    for (const Point& point : line.points) {
      svg +=
          fmt::format("<circle cx='{:.1f}' cy='{:.1f}' r='4' fill='{}'/>", chart.x(point.x), chart.y(point.y), line.colour);
    }
    legend += fmt::format("<span><i style='background:{}'></i>{}</span>", line.colour, escaped(line.name));
  }
  return svg + "</svg><p class='legend'>" + legend + "</p></figure>";
}

struct TargetLook {
  const char* target;
  const char* name;
  const char* colour;
};
constexpr std::array<TargetLook, 4> targets = {{{"floor", "bare floor", "#8a8f98"},
                                                {"plain", "Certamen, one shard", "#1f77d0"},
                                                {"two_shards", "Certamen, two shards", "#0d9b6c"},
                                                {"tls", "Certamen, TLS", "#c2572b"}}};

std::string growth_of(const json& all, const std::string& title, const std::string& phase) {
  std::vector<Line> lines;
  for (const TargetLook& look : targets) {
    Line line{look.name, look.colour, {}};
    for (const json& run : all.at("paired")) {
      const Spread spread = phase == "question" ? question_cpu_of(run, look.target) : cpu_of(run, look.target, phase);
      line.points.push_back({run.at("players").get<double>(), spread.median});
    }
    lines.push_back(std::move(line));
  }
  return chart_of(title, lines);
}

std::string memory_of_seats(const json& all) {
  std::vector<Line> lines;
  for (const TargetLook& look : targets) {
    if (std::string(look.target) == "floor") continue;
    Line line{look.name, look.colour, {}};
    for (const json& run : all.at("paired")) {
      const double players = run.at("players");
      line.points.push_back({players, run.at("seating").at(look.target).at("memory_kib").get<double>() / players});
    }
    lines.push_back(std::move(line));
  }
  return chart_of("Memory of a seated player in KiB, by players", lines);
}

std::string soak_of(const json& run) {
  Line line{"memory of the server in MiB", "#1f77d0", {}};
  for (const json& sample : run.at("samples")) {
    line.points.push_back({std::max(1.0, sample.at("seconds").get<double>()), sample.at("memory_kib").get<double>() / 1024});
  }
  Chart chart({line});
  std::string points;
  for (const Point& point : line.points) points += fmt::format("{:.1f},{:.1f} ", chart.x(point.x), chart.y(point.y));
  const Line ends{line.name, line.colour, {line.points.front(), line.points.back()}};
  return fmt::format(
      "<figure><figcaption>Memory of the server in MiB over {} minutes (seconds, by their logarithm)</figcaption>"
      "<svg viewBox='0 0 {} {}'>{}<polyline points='{}' fill='none' stroke='{}' stroke-width='3'/></svg></figure>",
      run.at("minutes").get<int>(), width, height, axes(chart, {ends}), points, line.colour);
}

constexpr const char* style =
    R"(body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
table{border-collapse:collapse;width:100%}td,th{padding:.4rem .6rem;border-bottom:1px solid #d8dde5;text-align:left}
td.n{text-align:right;white-space:nowrap}.kept{color:#0b7a52}.missed{color:#b3261e;font-weight:700}
figure{margin:2rem 0}figcaption{font-weight:600}svg{width:100%;height:auto}.grid{stroke:#e3e7ee}
text{font-size:12px;fill:#566070}.y{text-anchor:end}.x{text-anchor:middle}.legend span{margin-right:1.2rem}
.legend i{display:inline-block;width:.8em;height:.8em;margin-right:.4em}pre{overflow:auto;background:#f4f6f9;padding:1rem})";

}  // namespace

std::string page_of(const json& all) {
  std::string page = fmt::format(
      "<!doctype html><html lang='en'><meta charset='utf-8'><meta name='viewport' content='width=device-width'>"
      "<title>Certamen, measured</title><style>{}</style><h1>Certamen, measured</h1><p>Version {} on {}, {} cores, {}. CPU "
      "time "
      "is the server's, all its threads, by the operating system; the floor is a bare epoll server on the same machine, "
      "measured "
      "in turns with it. Medians.</p><table><tr><th>promised</th><th>measured</th><th>bound</th><th></th></tr>",
      style, escaped(all.at("version").get<std::string>()), escaped(all.at("machine").get<std::string>()),
      all.at("cores").get<int>(), escaped(all.at("date").get<std::string>()));
  for (const Verdict& verdict : verdicts_of(all)) {
    page += fmt::format("<tr><td>{}</td><td class='n'>{}</td><td class='n'>{}</td><td class='{}'>{}</td></tr>",
                        escaped(verdict.what), escaped(verdict.measured), escaped(verdict.promised),
                        verdict.kept ? "kept" : "missed", verdict.kept ? "kept" : "missed");
  }
  page += "</table>";
  if (!all.at("paired").empty()) {
    page += growth_of(all, "CPU of a question in microseconds by message, by players", "question");
    page += growth_of(all, "CPU of an answer in microseconds, journaled and acknowledged, by players", "storm");
    page += growth_of(all, "CPU of a reveal with the own result in microseconds by player, by players", "reveal");
    page += memory_of_seats(all);
  }
  if (all.contains("soak")) page += soak_of(all.at("soak"));
  return page + "<h2>All figures</h2><pre>" + escaped(text_of(all)) + "</pre></html>\n";
}

}  // namespace certamen::bench
