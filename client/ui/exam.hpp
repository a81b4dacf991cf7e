// The widgets of a question: answer cards, the timer, dots that count.
//
// Pure. An answer's letter, shape and colour go by its position on the screen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/ui/kit.hpp"

namespace certamen::ui {

enum class CardState : std::uint8_t {
  Open,    // may be pressed
  Chosen,  // picked, not yet given
  Given,   // picked and given; it lies higher than the others
  Dimmed,  // not picked, and nothing more can be
  Right,   // revealed: of the key; keeps its colour and gets a tick
  Wrong,   // revealed: not of the key; goes quiet and gets a cross
};

// How many chose an option. `grown` is the share of the bar's full length drawn now.
struct Tally {
  std::uint32_t count = 0;
  float grown = 0;
  bool operator==(const Tally&) const = default;
};

struct AnswerCard {
  std::string id;
  std::size_t position = 0;
  std::string text;
  float text_size = answer_size_max;
  CardState state = CardState::Open;
  bool own = false;  // one's pick, outlined after the reveal
  std::optional<Tally> tally{};
  std::optional<Action> action{};  // none: it cannot be pressed
};

void answer_card(const Kit& kit, const Rect& rect, const AnswerCard& card);

// The largest size at which every text fits its card, so that no answer looks weightier than another.
[[nodiscard]] float answer_text_size(const std::vector<std::string>& texts, Size card, bool tallied, float size_min);

// "A" for position 0.
[[nodiscard]] std::string answer_letter(std::size_t position);

struct Timer {
  float share_left = 1;    // of the ring
  float seconds_left = 0;  // shown rounded up
  bool running = true;     // a running timer asks to be drawn again
  bool urgent = true;      // changes colour and pulses as time runs out
};
void timer_ring(const Kit& kit, Point centre, float radius, const Timer& timer);

// `done` of `total` as dots in a line, or as a bar when the dots would be too small to count.
[[nodiscard]] float count_dots_width(std::uint32_t total, float width_max);
void count_dots(const Kit& kit, const Rect& room, std::uint32_t done, std::uint32_t total, Color color);

// Connection quality as three bars, `level` of them lit (0 to 3).
void signal_bars(const Kit& kit, Point centre, int level);

}  // namespace certamen::ui
