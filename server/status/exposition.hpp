// Prometheus' text format, version 0.0.4: lines of name, labels and value under a HELP and a TYPE line.
//
// Pure. Names and help texts are ours; label values may be anything and are escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/hub/counts.hpp"

namespace certamen::status {

using Labels = std::vector<std::pair<std::string_view, std::string>>;

class Exposition {
 public:
  // Begins a metric; `type` is "gauge", "counter" or "histogram". Its samples follow before the next metric.
  void metric(std::string_view name, std::string_view type, std::string_view help);
  // A sample of the metric begun last.
  void sample(const Labels& labels, std::uint64_t value);
  // All samples of a histogram, in seconds.
  void sample(const Labels& labels, const hub::Histogram& histogram);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void line(std::string_view suffix, const Labels& labels, const std::string& value);

  std::string name_;
  std::string text_;
};

}  // namespace certamen::status
