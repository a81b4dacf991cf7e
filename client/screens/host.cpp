// What a person sets before opening a room for others.
#include <cmath>
#include <vector>

#include "client/screens/forms.hpp"
#include "client/screens/pages.hpp"

namespace certamen::screens {

namespace {

void draw_pacing(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings) {
  const ui::Rect control = labelled(canvas, room, canvas.words(Key::HostPacing));
  const auto choice = [&](Key name, wire::Pacing pacing) {
    return ui::Segment{canvas.words(name), {"host.pacing", static_cast<int>(pacing)}, settings.pacing == pacing};
  };
  ui::segments(
      canvas.kit, control, "host.pacing",
      {choice(Key::HostPacingHost, wire::Pacing::HostPaced), choice(Key::HostPacingAutomatic, wire::Pacing::Automatic)});
}

void draw_scoring(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings) {
  const ui::Rect control = labelled(canvas, room, canvas.words(Key::HostScoring));
  const auto choice = [&](Key name, wire::Scoring scoring) {
    return ui::Segment{canvas.words(name), {"host.scoring", static_cast<int>(scoring)}, settings.scoring == scoring};
  };
  ui::segments(
      canvas.kit, control, "host.scoring",
      {choice(Key::HostScoringSpeed, wire::Scoring::Speed), choice(Key::HostScoringAccuracy, wire::Scoring::Accuracy)});
}

void draw_switches(const Canvas& canvas, ui::Rect& room, const wire::RoomSettings& settings) {
  const ui::Rect area = ui::take_top(room, 2 * 64 + 4, ui::gap_large);
  const auto place = [&](int index, const char* id, Key name, bool on) {
    ui::toggle(canvas.kit, ui::grid_cell(area, 2, 2, index, 4),
               {.id = id, .label = canvas.words(name), .remark = "", .on = on, .action = {id, on ? 0 : 1}});
  };
  place(0, "host.plays", Key::HostPlays, settings.host_plays);
  place(1, "host.shuffle", Key::HostShuffle, settings.shuffle_per_player);
  place(2, "host.late", Key::HostLateJoin, settings.late_join);
  place(3, "host.names", Key::HostNames, settings.generated_names);
}

// The room's password, and what the form lacks.
void draw_fields(const Canvas& canvas, const ui::Rect& room) {
  std::vector<void (*)(const Canvas&, const ui::Rect&)> fields;
  if (asks_address(canvas)) fields.push_back(draw_address);
  if (asks_name(canvas)) fields.push_back(draw_name);
  fields.push_back([](const Canvas& on, const ui::Rect& cell) { draw_password(on, cell, Key::HostPasswordHint); });
  const int columns = static_cast<int>(fields.size());
  for (int i = 0; i < columns; ++i) {
    fields[static_cast<std::size_t>(i)](canvas, ui::grid_cell(room, columns, 1, i, ui::gap_large));
  }
}

}  // namespace

void draw_host(const Canvas& canvas) {
  const wire::RoomSettings& settings = canvas.model.draft.host;
  canvas.kit.scene.first_focus = "go";
  draw_title(canvas, canvas.words(Key::HostTitle));
  ui::Rect body = canvas.body;
  ui::Rect left = ui::take_left(body, std::round(body.width * 0.46F), ui::gap_section);
  const auto pair = [&left] {
    const ui::Rect row = ui::take_top(left, form_row_height, 28);
    return std::pair{ui::grid_cell(row, 2, 1, 0, ui::gap_large), ui::grid_cell(row, 2, 1, 1, ui::gap_large)};
  };
  const auto [count_room, seconds_room] = pair();
  draw_question_count(canvas, count_room, "host", settings);
  draw_answer_time(canvas, seconds_room, "host", settings);
  const auto [pacing_room, scoring_room] = pair();
  draw_pacing(canvas, pacing_room, settings);
  draw_scoring(canvas, scoring_room, settings);
  draw_difficulty(canvas, ui::take_top(left, form_row_height, 24), "host", settings);
  draw_switches(canvas, left, settings);
  draw_fields(canvas, left);
  draw_topics(canvas, body, "host", settings);
  draw_form_footer(canvas, canvas.words(Key::HostOpen), {"host.open", 0});
}

}  // namespace certamen::screens
