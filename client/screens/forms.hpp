// What the forms before a match share: rows with labels, number steps, topics, the line with back and go.
//
// Pure. `prefix` is "solo" or "host" and begins the names of actions, which change that draft's settings.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "client/screens/canvas.hpp"
#include "client/ui/controls.hpp"

namespace certamen::screens {

inline constexpr std::array<std::uint32_t, 10> question_counts{1, 3, 5, 10, 15, 20, 30, 40, 65, 100};
inline constexpr std::array<std::uint32_t, 8> answer_times{0, 10, 15, 20, 30, 45, 60, 90};  // seconds; 0: each its own

inline constexpr std::array<std::uint32_t, 7> exam_times{0, 1800, 3600, 5400, 7800, 9600, 10800};  // seconds; 0: by paper

inline constexpr std::array<std::uint32_t, 6> unscored_counts{0, 5, 10, 15, 20, 30};

inline constexpr std::array<std::uint32_t, 7> team_counts{2, 3, 4, 5, 6, 7, 8};
inline constexpr std::array<std::uint32_t, 8> discuss_times{0, 30, 45, 60, 90, 120, 180, 300};  // seconds; 0: one vote

inline constexpr std::array<std::uint32_t, 7> freeze_counts{0, 1, 2, 3, 5, 8, 10};
inline constexpr std::array<std::uint32_t, 4> penalties{0, 25, 50, 100};  // percent of the points possible
inline constexpr std::array<std::uint32_t, 9> capacities{5, 10, 20, 30, 50, 100, 200, 500, 1000};
inline constexpr std::array<std::uint32_t, 6> reading_times{1, 3, 5, 8, 12, 20};  // seconds
inline constexpr std::array<std::uint32_t, 6> reveal_times{5, 8, 12, 20, 40, 90};
inline constexpr std::array<std::uint32_t, 5> ranking_times{3, 5, 8, 12, 20};

// How many minutes a match of these settings takes, rounded up; where questions have times of their own, that of a usual one
// stands for each. An exam's is exact.
[[nodiscard]] std::uint32_t minutes_of(const wire::RoomSettings& settings);

// Kinds of questions that are played alike, chosen together.
struct KindGroup {
  Key name;
  std::array<wire::QuestionKind, 3> kinds;
  std::size_t count;
};
inline constexpr std::array<KindGroup, 3> kind_groups{
    {{Key::FormKindsChoice,
      {wire::QuestionKind::SingleChoice, wire::QuestionKind::MultipleResponse, wire::QuestionKind::TrueFalse},
      3},
     {Key::FormKindsTyped, {wire::QuestionKind::Numeric, wire::QuestionKind::ShortText}, 2},
     {Key::FormKindsArranged, {wire::QuestionKind::Ordering, wire::QuestionKind::Matching}, 2}}};
[[nodiscard]] bool asks_kinds(const wire::RoomSettings& settings, const KindGroup& group);

struct DifficultyRange {
  std::uint32_t min;
  std::uint32_t max;
  Key name;
};
inline constexpr std::array<DifficultyRange, 4> difficulties{{{1, 5, Key::FormDifficultyAll},
                                                              {1, 2, Key::FormDifficultyBasic},
                                                              {3, 3, Key::FormDifficultyApplied},
                                                              {4, 5, Key::FormDifficultyExpert}}};

// The first step that is at least `value`; the last one when all are smaller.
template <std::size_t count>
[[nodiscard]] std::size_t step_of(const std::array<std::uint32_t, count>& steps, std::uint32_t value) {
  std::size_t index = 0;
  while (index + 1 < count && steps[index] < value) ++index;
  return index;
}

inline constexpr float form_row_height = 32 + 8 + 76;

// Writes the label over the room's first line and returns the room of the control under it.
[[nodiscard]] ui::Rect labelled(const Canvas& canvas, ui::Rect room, const std::string& text);

// One of several values in a row, the present one shown; `id` is the action, too, and gets the index.
void draw_steps(const Canvas& canvas, const ui::Rect& room, const std::string& id, const std::string& value,
                std::size_t index, std::size_t count);

void draw_question_count(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                         const wire::RoomSettings& settings);
void draw_answer_time(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                      const wire::RoomSettings& settings);
void draw_difficulty(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                     const wire::RoomSettings& settings);

// Instead of the time of each question.
void draw_exam_time(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                    const wire::RoomSettings& settings);

// How many teams, and how long they talk between two votes.
void draw_team_count(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings);
void draw_discuss_time(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings);

// Kinds, domains and topics, or why they are not there; page by page when there are many.
void draw_topics(const Canvas& canvas, const ui::Rect& room, const std::string& prefix, const wire::RoomSettings& settings);

// Whether a form must ask for the server's address or a name: when it is missing or was wrong, and while it is typed.
[[nodiscard]] bool asks_address(const Canvas& canvas);
[[nodiscard]] bool asks_name(const Canvas& canvas);
// Where typing goes when a form opens: the name, when there is none yet. Otherwise nowhere, and Tab begins with the first
// control.
[[nodiscard]] std::string first_field(const Canvas& canvas);
void draw_address(const Canvas& canvas, const ui::Rect& room);
void draw_name(const Canvas& canvas, const ui::Rect& room);
// Of the room to join or to open; the hint stands in the empty field.
void draw_password(const Canvas& canvas, const ui::Rect& room, Key hint);

// Back at the left, the form's purpose at the right, Escape and Enter for both.
void draw_form_footer(const Canvas& canvas, const std::string& go, const ui::Action& action);

}  // namespace certamen::screens
