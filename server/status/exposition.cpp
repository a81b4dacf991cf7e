#include "server/status/exposition.hpp"

#include <fmt/format.h>

namespace certamen::status {
namespace {

// Exactly, without a detour over floating point: 1500 us are "0.0015".
std::string seconds(std::int64_t micros) {
  std::string text = fmt::format("{}.{:06}", micros / 1'000'000, micros % 1'000'000);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string escaped(const std::string& value) {
  std::string text;
  for (const char letter : value) {
    if (letter == '\n') {
      text += "\\n";
      continue;
    }
    if (letter == '\\' || letter == '"') text += '\\';
    text += letter;
  }
  return text;
}

}  // namespace

void Exposition::metric(std::string_view name, std::string_view type, std::string_view help) {
  name_ = name;
  text_ += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

void Exposition::sample(const Labels& labels, std::uint64_t value) {
  line("", labels, std::to_string(value));
}

void Exposition::sample(const Labels& labels, const hub::Histogram& histogram) {
  std::uint64_t up_to_here = 0;  // buckets are cumulative
  Labels with_bound = labels;
  with_bound.emplace_back("le", "");
  for (std::size_t bucket = 0; bucket < hub::Histogram::bounds_micros.size(); ++bucket) {
    up_to_here += histogram.in_bucket(bucket);
    with_bound.back().second = seconds(hub::Histogram::bounds_micros[bucket]);
    line("_bucket", with_bound, std::to_string(up_to_here));
  }
  with_bound.back().second = "+Inf";
  line("_bucket", with_bound, std::to_string(histogram.count()));
  line("_sum", labels, seconds(histogram.sum().count()));
  line("_count", labels, std::to_string(histogram.count()));
}

void Exposition::line(std::string_view suffix, const Labels& labels, const std::string& value) {
  text_ += name_;
  text_ += suffix;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    text_ += fmt::format("{}{}=\"{}\"", i == 0 ? "{" : ",", labels[i].first, escaped(labels[i].second));
  }
  text_ += fmt::format("{} {}\n", labels.empty() ? "" : "}", value);
}

}  // namespace certamen::status
