// What a person sets before opening a room for others.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "client/screens/forms.hpp"
#include "client/screens/pages.hpp"
#include "client/ui/field.hpp"

namespace certamen::screens {

namespace {

void draw_pacing(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings) {
  constexpr std::array names{Key::HostPacingHost, Key::HostPacingAutomatic, Key::HostPacingAnswered};
  const auto index = std::min(static_cast<std::size_t>(settings.pacing), names.size() - 1);
  draw_steps(canvas, labelled(canvas, room, canvas.words(Key::HostPacing)), "host.pacing", canvas.words(names[index]), index,
             names.size());
}

void draw_scoring(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings) {
  constexpr std::array names{Key::HostScoringSpeed, Key::HostScoringAccuracy, Key::HostScoringCertainty};
  const auto index = std::min(static_cast<std::size_t>(settings.scoring), names.size() - 1);
  draw_steps(canvas, labelled(canvas, room, canvas.words(Key::HostScoring)), "host.scoring", canvas.words(names[index]),
             index, names.size());
}

// At the right end of the title's line: everything below depends on it.
void draw_mode(const Canvas& canvas, const wire::RoomSettings& settings) {
  ui::Rect header = canvas.header;
  const ui::Rect room = ui::take_right(header, std::min(1040.0F, header.width * 0.58F));
  const auto choice = [&](Key name, wire::Mode mode) {
    return ui::Segment{canvas.words(name), {"host.mode", static_cast<int>(mode)}, settings.mode == mode};
  };
  ui::segments(
      canvas.kit, room, "host.mode",
      {choice(Key::HostModeCompetition, wire::Mode::Competition), choice(Key::HostModeTeams, wire::Mode::TeamPractice),
       choice(Key::HostModeExam, wire::Mode::ExamSimulation)});
}

void draw_exam_rules(const Canvas& canvas, const ui::Rect& room) {
  ui::Rect rest = room;
  const ui::Rect place = ui::take_left(rest, 56, ui::gap_large);
  ui::draw(canvas.kit, ui::MarkKind::Clock, place.centre(), 52, canvas.theme().gold);
  ui::write_fitted(canvas.kit, rest, canvas.words(Key::HostExamHelp),
                   {ui::Weight::Regular, ui::body_size, ui::label_size_min, 4}, canvas.theme().muted, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

std::string in_seconds(const Canvas& canvas, std::uint32_t seconds) {
  return canvas.words(Key::HostSecondsFixed, {{"seconds", std::to_string(seconds)}});
}

// A choice of one of several values under its name.
template <std::size_t count>
void draw_choice(const Canvas& canvas, const ui::Rect& room, Key name, const std::string& id, const std::string& shown,
                 const std::array<std::uint32_t, count>& steps, std::uint32_t value) {
  draw_steps(canvas, labelled(canvas, room, canvas.words(name)), id, shown, step_of(steps, value), count);
}

void draw_switch(const Canvas& canvas, const ui::Rect& room, const char* id, Key name, bool on) {
  ui::toggle(canvas.kit, room, {.id = id, .label = canvas.words(name), .remark = "", .on = on, .action = {id, on ? 0 : 1}});
}

void draw_help(const Canvas& canvas, const ui::Rect& room, Key text) {
  ui::write_fitted(canvas.kit, room, canvas.words(text), {ui::Weight::Regular, ui::body_size, ui::label_size_min, 4},
                   canvas.theme().muted, ui::Align::Left, ui::VerticalAlign::Middle);
}

using Halves = std::pair<ui::Rect, ui::Rect>;
Halves take_pair(ui::Rect& room, float gap) {
  const ui::Rect row = ui::take_top(room, form_row_height, gap);
  return {ui::grid_cell(row, 2, 1, 0, ui::gap_large), ui::grid_cell(row, 2, 1, 1, ui::gap_large)};
}

// What is played.
void draw_match(const Canvas& canvas, ui::Rect room, const wire::RoomSettings& settings) {
  const auto [count_room, seconds_room] = take_pair(room, ui::gap_large);
  draw_question_count(canvas, count_room, "host", settings);
  if (settings.mode == wire::Mode::ExamSimulation) {
    draw_exam_time(canvas, seconds_room, "host", settings);
    draw_exam_rules(canvas, ui::take_top(room, form_row_height, ui::gap_large));
  } else {
    draw_answer_time(canvas, seconds_room, "host", settings);
    const auto [third, fourth] = take_pair(room, ui::gap_large);
    if (settings.mode == wire::Mode::TeamPractice) {
      draw_team_count(canvas, third, settings);
      draw_discuss_time(canvas, fourth, settings);
    } else {
      draw_pacing(canvas, third, settings);
      draw_scoring(canvas, fourth, settings);
    }
  }
  draw_difficulty(canvas, ui::take_top(room, form_row_height, ui::gap_large), "host", settings);
}

void draw_freeze(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings) {
  const std::uint32_t frozen = settings.freeze_questions;
  const std::string shown =
      frozen == 0 ? canvas.words(Key::HostFreezeNone) : canvas.words.count(Key::HostFreezeSome, frozen);
  draw_choice(canvas, room, Key::HostFreeze, "host.freeze", shown, freeze_counts, frozen);
}

// Streaks, penalties and parts of points are for those ways of scoring that know them.
void draw_options(const Canvas& canvas, ui::Rect& room, const wire::RoomSettings& settings, float gap) {
  const auto [first, second] = take_pair(room, gap);
  draw_freeze(canvas, first, settings);
  if (settings.scoring == wire::Scoring::Certainty) {
    draw_help(canvas, second, Key::HostPointsFixed);
    return;
  }
  const std::uint32_t percent = settings.penalty_percent;
  const std::string shown = percent == 0 ? canvas.words(Key::HostPenaltyNone)
                                         : canvas.words(Key::HostPenaltySome, {{"percent", std::to_string(percent)}});
  draw_choice(canvas, second, Key::HostPenalty, "host.penalty", shown, penalties, percent);
  const ui::Rect row = ui::take_top(room, 58, gap);
  draw_switch(canvas, ui::grid_cell(row, 2, 1, 0, 4), "host.streak", Key::HostStreak, settings.streak_bonus);
  draw_switch(canvas, ui::grid_cell(row, 2, 1, 1, 4), "host.partial", Key::HostPartial, settings.partial_credit);
}

// At least one question counts, whatever number is chosen.
void draw_unscored(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings) {
  const std::uint32_t count = std::min(settings.exam_unscored_count, settings.question_count - 1);
  const std::string shown =
      count == 0 ? canvas.words(Key::HostUnscoredNone) : canvas.words.count(Key::HostUnscoredSome, count);
  const std::size_t at = step_of(unscored_counts, settings.exam_unscored_count);
  std::size_t steps = 1;
  while (steps < unscored_counts.size() && unscored_counts[steps] < settings.question_count) ++steps;
  draw_steps(canvas, labelled(canvas, room, canvas.words(Key::HostUnscored)), "host.unscored", shown,
             std::min(at, steps - 1), steps);
}

// How points are made, and how long things stand.
void draw_rules(const Canvas& canvas, ui::Rect room, const wire::RoomSettings& settings) {
  constexpr float gap = ui::gap;
  if (settings.mode == wire::Mode::ExamSimulation) {
    draw_help(canvas, ui::take_top(room, form_row_height, gap), Key::HostPointsFixed);
    draw_unscored(canvas, ui::take_top(room, form_row_height, gap), settings);
    draw_help(canvas, ui::take_top(room, form_row_height), Key::HostUnscoredHelp);
    return;
  }
  if (settings.mode == wire::Mode::TeamPractice) {
    const auto [pacing, scoring] = take_pair(room, gap);
    draw_pacing(canvas, pacing, settings);
    draw_scoring(canvas, scoring, settings);
  }
  draw_options(canvas, room, settings, gap);
  const auto [reading, reveal] = take_pair(room, gap);
  draw_choice(canvas, reading, Key::HostReading, "host.reading", in_seconds(canvas, settings.reading_seconds), reading_times,
              settings.reading_seconds);
  if (settings.pacing == wire::Pacing::HostPaced) {
    draw_help(canvas, reveal, Key::HostByHand);
    return;
  }
  draw_choice(canvas, reveal, Key::HostReveal, "host.reveal", in_seconds(canvas, settings.reveal_seconds), reveal_times,
              settings.reveal_seconds);
  if (room.height < form_row_height) return;
  draw_choice(canvas, take_pair(room, gap).first, Key::HostRanking, "host.ranking",
              in_seconds(canvas, settings.ranking_seconds), ranking_times, settings.ranking_seconds);
}

// Who plays, under which names, and how they come in.
void draw_people(const Canvas& canvas, ui::Rect room, const wire::RoomSettings& settings) {
  constexpr float between = 14;
  const ui::Rect area = ui::take_top(room, 3 * 58 + 2 * between, ui::gap_large);
  const auto place = [&](int index) { return ui::grid_cell(area, 2, 3, index, between); };
  draw_switch(canvas, place(0), "host.plays", Key::HostPlays, settings.host_plays);
  draw_switch(canvas, place(1), "host.shuffle", Key::HostShuffle, settings.shuffle_per_player);
  draw_switch(canvas, place(2), "host.late", Key::HostLateJoin, settings.late_join);
  draw_switch(canvas, place(3), "host.listed", Key::HostListed, settings.listed);
  draw_switch(canvas, place(4), "host.names", Key::HostNames, settings.generated_names);
  const auto [capacity, forming] = take_pair(room, ui::gap_large);
  draw_choice(canvas, capacity, Key::HostCapacity, "host.capacity", canvas.words.number(settings.capacity), capacities,
              settings.capacity);
  if (settings.mode != wire::Mode::TeamPractice) return;
  constexpr std::array names{Key::HostFormingPlayers, Key::HostFormingHost, Key::HostFormingBalanced};
  const auto index = std::min(static_cast<std::size_t>(settings.team_forming), names.size() - 1);
  draw_steps(canvas, labelled(canvas, forming, canvas.words(Key::HostForming)), "host.forming", canvas.words(names[index]),
             index, names.size());
}

// The server on which the room is opened, and the name while there is none, or else the room's password.
void draw_fields(const Canvas& canvas, const ui::Rect& room) {
  std::vector<void (*)(const Canvas&, const ui::Rect&)> fields{draw_address};
  if (asks_name(canvas)) {
    fields.push_back(draw_name);
  } else {
    fields.push_back([](const Canvas& on, const ui::Rect& cell) { draw_password(on, cell, Key::HostPasswordHint); });
  }
  const int columns = static_cast<int>(fields.size());
  for (int i = 0; i < columns; ++i) {
    fields[static_cast<std::size_t>(i)](canvas, ui::grid_cell(room, columns, 1, i, ui::gap_large));
  }
}

// How many questions and how long it takes, before anybody has come: an exam to the minute, a match about so long.
void draw_preview(const Canvas& canvas, const wire::RoomSettings& settings) {
  constexpr float back = 260;
  constexpr float open = 420;
  const ui::Rect row{canvas.footer.x + back, canvas.footer.y, canvas.footer.width - back - open, canvas.footer.height};
  const std::string questions = canvas.words.count(Key::LobbyMatch, settings.question_count);
  const Key key = settings.mode == wire::Mode::ExamSimulation ? Key::HostPreviewExact : Key::HostPreview;
  ui::write_fitted(canvas.kit, row,
                   canvas.words(key, {{"questions", questions}, {"minutes", std::to_string(minutes_of(settings))}}),
                   {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1}, canvas.theme().gold, ui::Align::Right,
                   ui::VerticalAlign::Middle);
}

}  // namespace

void draw_host(const Canvas& canvas) {
  const wire::RoomSettings& settings = canvas.model.draft.host;
  canvas.kit.scene.first_focus = first_field(canvas);
  draw_title(canvas, canvas.words(Key::HostTitle));
  draw_mode(canvas, settings);
  ui::Rect body = canvas.body;
  ui::Rect left = ui::take_left(body, std::round(body.width * 0.46F), ui::gap_section);
  const std::size_t tab = std::min<std::size_t>(canvas.tab, 2);
  ui::tabs(canvas.kit, ui::take_top(left, 60, ui::gap_large), "host.tab",
           {{canvas.words(Key::HostTabMatch), {"tab", 0}, tab == 0},
            {canvas.words(Key::HostTabPoints), {"tab", 1}, tab == 1},
            {canvas.words(Key::HostTabRoom), {"tab", 2}, tab == 2}});
  const auto& draft = canvas.model.draft;
  const bool errors = draft.address_error || draft.name_error || draft.password_error;
  draw_fields(canvas, ui::take_bottom(left, form_row_height + (errors ? ui::field_error_height : 0), ui::gap));
  if (tab == 0) {
    draw_match(canvas, left, settings);
  } else if (tab == 1) {
    draw_rules(canvas, left, settings);
  } else {
    draw_people(canvas, left, settings);
  }
  draw_topics(canvas, body, "host", settings);
  draw_form_footer(canvas, canvas.words(Key::HostOpen), {"host.open", 0});
  draw_preview(canvas, settings);
}

}  // namespace certamen::screens
