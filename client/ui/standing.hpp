// People and points: rows of a scoreboard, names as chips.
//
// Pure widgets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/ui/kit.hpp"

namespace certamen::ui {

struct ScoreRow {
  std::string rank;
  std::string name;
  std::string points;
  std::string gained;  // by the last question; empty: none
  float share = 0;     // of the bar's full length
  int climbed = 0;     // places won (positive) or lost
  bool own = false;
  bool loses = false;   // what was gained is less than nothing
  bool away = false;    // the connection is lost
  bool narrow = false;  // without room for what the last question changed
};
void score_row(const Kit& kit, const Rect& rect, const ScoreRow& row);

struct Chip {
  std::string text;
  std::optional<MarkKind> mark{};
  bool quiet = false;  // somebody whose connection is lost
  bool own = false;
  std::string remark{};  // after the text; it is never cut
};
// Chips in lines, as many as fit the area; when some do not, a last one says how many more there are.
void chips(const Kit& kit, const Rect& area, const std::vector<Chip>& all);

// A small rounded remark; returns its width.
float pill(const Kit& kit, Point left_middle, const std::string& text, std::optional<MarkKind> mark, Color background,
           Color color);
[[nodiscard]] float pill_width(const std::string& text, bool marked);

}  // namespace certamen::ui
