// What a person sets before opening a room for others.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "client/screens/forms.hpp"
#include "client/screens/pages.hpp"

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

void draw_switches(const Canvas& canvas, ui::Rect& room, const wire::RoomSettings& settings) {
  const ui::Rect area = ui::take_top(room, 3 * 58 + 2 * 4, ui::gap);
  const auto place = [&](int index, const char* id, Key name, bool on) {
    ui::toggle(canvas.kit, ui::grid_cell(area, 2, 3, index, 4),
               {.id = id, .label = canvas.words(name), .remark = "", .on = on, .action = {id, on ? 0 : 1}});
  };
  place(0, "host.plays", Key::HostPlays, settings.host_plays);
  place(1, "host.shuffle", Key::HostShuffle, settings.shuffle_per_player);
  place(2, "host.late", Key::HostLateJoin, settings.late_join);
  place(3, "host.listed", Key::HostListed, settings.listed);
  place(4, "host.names", Key::HostNames, settings.generated_names);
}

// What the form lacks, and the room's password; one that lacks two has room for no third.
void draw_fields(const Canvas& canvas, const ui::Rect& room) {
  std::vector<void (*)(const Canvas&, const ui::Rect&)> fields;
  if (asks_address(canvas)) fields.push_back(draw_address);
  if (asks_name(canvas)) fields.push_back(draw_name);
  if (fields.size() < 2) {
    fields.push_back([](const Canvas& on, const ui::Rect& cell) { draw_password(on, cell, Key::HostPasswordHint); });
  }
  const int columns = static_cast<int>(fields.size());
  for (int i = 0; i < columns; ++i) {
    fields[static_cast<std::size_t>(i)](canvas, ui::grid_cell(room, columns, 1, i, ui::gap_large));
  }
}

}  // namespace

void draw_host(const Canvas& canvas) {
  const wire::RoomSettings& settings = canvas.model.draft.host;
  canvas.kit.scene.first_focus = first_field(canvas);
  draw_title(canvas, canvas.words(Key::HostTitle));
  draw_mode(canvas, settings);
  ui::Rect body = canvas.body;
  ui::Rect left = ui::take_left(body, std::round(body.width * 0.46F), ui::gap_section);
  const auto pair = [&left] {
    const ui::Rect row = ui::take_top(left, form_row_height, 28);
    return std::pair{ui::grid_cell(row, 2, 1, 0, ui::gap_large), ui::grid_cell(row, 2, 1, 1, ui::gap_large)};
  };
  const auto [count_room, seconds_room] = pair();
  draw_question_count(canvas, count_room, "host", settings);
  if (settings.mode == wire::Mode::ExamSimulation) {
    draw_exam_time(canvas, seconds_room, "host", settings);
    draw_exam_rules(canvas, ui::take_top(left, form_row_height, 28));
  } else {
    draw_answer_time(canvas, seconds_room, "host", settings);
    const auto [third, fourth] = pair();
    if (settings.mode == wire::Mode::TeamPractice) {
      draw_team_count(canvas, third, settings);
      draw_discuss_time(canvas, fourth, settings);
    } else {
      draw_pacing(canvas, third, settings);
      draw_scoring(canvas, fourth, settings);
    }
  }
  draw_difficulty(canvas, ui::take_top(left, form_row_height, 24), "host", settings);
  draw_switches(canvas, left, settings);
  draw_fields(canvas, left);
  draw_topics(canvas, body, "host", settings);
  draw_form_footer(canvas, canvas.words(Key::HostOpen), {"host.open", 0});
}

}  // namespace certamen::screens
