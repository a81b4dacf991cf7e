#include "client/screens/found.hpp"

#include <algorithm>
#include <string_view>

#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float row_height = 104;
constexpr float row_gap = 8;
constexpr std::string_view code_letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

struct Row {
  model::ChooseFound choice;
  std::string title;
  std::string detail;
  bool chosen = false;
};

std::vector<Row> rows_of(const Canvas& canvas) {
  const model::Draft& draft = canvas.model.draft;
  std::vector<Row> rows;
  for (const model::FoundServer& found : canvas.model.found) {
    const std::string& name = found.beacon.server_name.empty() ? found.address : found.beacon.server_name;
    for (const wire::BeaconRoom& room : found.beacon.rooms) {
      const std::string count = canvas.words.count(Key::LobbyPlayers, room.player_count);
      const bool titled = !room.title.empty();
      rows.push_back({{found.number, room.code},
                      titled ? room.title : name,
                      titled ? count + "  ·  " + name : count,
                      draft.address == found.address && draft.code == room.code});
    }
  }
  // Rooms first: who looks here most often looks for one.
  for (const model::FoundServer& found : canvas.model.found) {
    if (!found.beacon.rooms.empty()) continue;
    const std::string& name = found.beacon.server_name.empty() ? found.address : found.beacon.server_name;
    rows.push_back({{found.number, {}}, name, canvas.words(Key::JoinFoundServerOnly), draft.address == found.address});
  }
  return rows;
}

void draw_row(const Canvas& canvas, const ui::Rect& rect, const Row& row) {
  const ui::Theme& theme = canvas.theme();
  const std::string id = "found." + std::to_string(row.choice.number) + "." + row.choice.code;
  ui::fill(canvas.kit, rect, canvas.kit.hovered(id) ? theme.line : theme.raised, ui::corner_small);
  if (row.chosen) ui::frame(canvas.kit, rect, theme.gold, 3, ui::corner_small);
  ui::Rect inside = ui::inset(rect, 20, 10);
  if (!row.choice.code.empty()) {
    const std::string code = spaced_code(row.choice.code);
    const ui::Font font{ui::body_size, ui::Weight::Bold, false};
    const float width = ui::text_width(code, font) + 1;
    ui::write(canvas.kit, ui::take_right(inside, width, ui::gap), code, font, theme.gold, ui::Align::Right);
  }
  ui::write_fitted(canvas.kit, ui::take_top(inside, 38), row.title,
                   {ui::Weight::SemiBold, ui::body_size, ui::text_size_min, 1}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, inside, row.detail, {ui::Weight::Regular, ui::label_size_min, ui::text_size_min, 2},
                   theme.muted, ui::Align::Left, ui::VerticalAlign::Middle);
  ui::focus_ring(canvas.kit, ui::inset(rect, 10), ui::corner_small, id);
  canvas.kit.scene.regions.push_back(
      {id, rect, 0, true, ui::RegionKind::Button, {"found", value_of(row.choice)}, std::nullopt});
}

void draw_looking(const Canvas& canvas, ui::Rect room) {
  const ui::Theme& theme = canvas.theme();
  ui::write_fitted(canvas.kit, ui::take_top(room, 84, ui::gap), canvas.words(Key::JoinFoundLooking),
                   {ui::Weight::Medium, ui::body_size, ui::label_size, 2}, theme.text);
  ui::write_fitted(canvas.kit, room, canvas.words(Key::JoinFoundHelp),
                   {ui::Weight::Regular, ui::label_size, ui::label_size_min, 8}, theme.muted);
}

}  // namespace

void draw_found(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  ui::fill(canvas.kit, room, theme.surface, ui::corner);
  ui::Rect inside = ui::inset(room, 28, 24);
  label(canvas, ui::take_top(inside, 32, ui::gap), canvas.words(Key::JoinFound));
  const std::vector<Row> rows = rows_of(canvas);
  if (rows.empty()) return draw_looking(canvas, inside);
  const auto draw = [&](ui::Rect place, const ui::Rect&) {
    for (const Row& row : rows) draw_row(canvas, ui::take_top(place, row_height, row_gap), row);
  };
  const float height = static_cast<float>(rows.size()) * (row_height + row_gap) - row_gap;
  ui::scroll(canvas.kit, inside, {"found", [height](float) { return height; }, draw});
}

// The number in the upper half; in the lower the code, counted from 1, as 0 means none.
std::int64_t value_of(const model::ChooseFound& choice) {
  std::uint64_t said = 0;
  for (const char letter : choice.code) said = said * code_letters.size() + code_letters.find(letter);
  if (!choice.code.empty()) ++said;
  return static_cast<std::int64_t>(std::uint64_t{choice.number} << 32U | said);
}

model::ChooseFound found_of(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  model::ChooseFound choice;
  choice.number = static_cast<std::uint32_t>(bits >> 32U);
  std::uint64_t said = bits & 0xFFFF'FFFFU;
  if (said == 0) return choice;
  --said;
  for (std::size_t i = 0; i < wire::room_code_letters; ++i, said /= code_letters.size()) {
    choice.code.insert(choice.code.begin(), code_letters[said % code_letters.size()]);
  }
  return choice;
}

}  // namespace certamen::screens
