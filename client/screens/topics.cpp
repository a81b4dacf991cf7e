// The forms' choice of domains and topics.
#include <algorithm>
#include <cmath>

#include "client/screens/forms.hpp"
#include "client/ui/fold.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float row_height = 60;
constexpr float topic_gap = 8;
constexpr std::array domains{wire::ExamDomain::Secure, wire::ExamDomain::Resilient, wire::ExamDomain::HighPerforming,
                             wire::ExamDomain::CostOptimized};

bool has_domain(const wire::RoomSettings& settings, wire::ExamDomain domain) {
  return std::find(settings.domains.begin(), settings.domains.end(), domain) != settings.domains.end();
}

bool has_topic(const wire::RoomSettings& settings, const std::string& id) {
  return std::find(settings.topics.begin(), settings.topics.end(), id) != settings.topics.end();
}

// Topics of the chosen domains, as indices into the model's list.
std::vector<std::size_t> listed(const Canvas& canvas, const wire::RoomSettings& settings) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < canvas.model.topics.size(); ++i) {
    const wire::TopicSummary& topic = canvas.model.topics[i];
    if (settings.domains.empty() || has_domain(settings, topic.domain) || has_topic(settings, topic.id))
      indices.push_back(i);
  }
  return indices;
}

// Those of them that are looked for, by title or domain, in the order of their titles.
std::vector<std::size_t> found(const Canvas& canvas, const wire::RoomSettings& settings) {
  std::vector<std::size_t> indices = listed(canvas, settings);
  std::erase_if(indices, [&](std::size_t index) {
    const wire::TopicSummary& topic = canvas.model.topics[index];
    return !ui::finds(topic.title + " " + canvas.words.of(topic.domain), canvas.search);
  });
  std::vector<std::pair<std::string, std::size_t>> sorted;
  for (const std::size_t index : indices) sorted.emplace_back(ui::folded(canvas.model.topics[index].title), index);
  std::sort(sorted.begin(), sorted.end());
  std::transform(sorted.begin(), sorted.end(), indices.begin(), [](const auto& entry) { return entry.second; });
  return indices;
}

std::uint64_t questions_there(const Canvas& canvas, const wire::RoomSettings& settings) {
  std::uint64_t sum = 0;
  for (const std::size_t index : listed(canvas, settings)) {
    const wire::TopicSummary& topic = canvas.model.topics[index];
    if (settings.topics.empty() || has_topic(settings, topic.id)) sum += topic.question_count;
  }
  return sum;
}

void draw_domains(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                  const wire::RoomSettings& settings) {
  for (int i = 0; i < static_cast<int>(domains.size()); ++i) {
    const wire::ExamDomain domain = domains[static_cast<std::size_t>(i)];
    ui::toggle(canvas.kit, ui::grid_cell(room, 2, 2, i, 4),
               {.id = prefix + ".domain." + std::to_string(i),
                .label = canvas.words.of(domain),
                .remark = "",
                .on = settings.domains.empty() || has_domain(settings, domain),
                .action = {prefix + ".domain", static_cast<int>(domain)}});
  }
}

void draw_kinds(const Canvas& canvas, const ui::Rect& room, const std::string& prefix, const wire::RoomSettings& settings) {
  constexpr int count = static_cast<int>(kind_groups.size());
  for (int i = 0; i < count; ++i) {
    const KindGroup& group = kind_groups[static_cast<std::size_t>(i)];
    ui::toggle(canvas.kit, ui::grid_cell(room, count, 1, i, 4),
               {.id = prefix + ".kinds." + std::to_string(i),
                .label = canvas.words(group.name),
                .remark = "",
                .on = asks_kinds(settings, group),
                .action = {prefix + ".kinds", i}});
  }
}

void draw_waiting(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  const ui::Point middle = room.centre();
  const bool failing = canvas.model.connection.failures > 0;
  const ui::Rect text{room.x + 40, middle.y + 8, room.width - 80, 100};
  if (!failing) {
    ui::spinner(canvas.kit, {middle.x, middle.y - 60}, 40);
    ui::write_fitted(canvas.kit, text, canvas.words(Key::FormTopicsWaiting),
                     {ui::Weight::Regular, ui::body_size, ui::label_size, 2}, theme.muted, ui::Align::Centre);
    return;
  }
  ui::draw(canvas.kit, ui::MarkKind::Plug, {middle.x, middle.y - 70}, 88, theme.coral);
  ui::write_fitted(canvas.kit, text, canvas.words(Key::FormTopicsUnreachable),
                   {ui::Weight::Regular, ui::body_size, ui::label_size, 3}, theme.text, ui::Align::Centre);
  const ui::Button retry{.id = "retry", .label = canvas.words(Key::FormTryAgain), .key = "", .action = {"retry", 0}};
  const ui::Rect below{room.x, text.bottom() + ui::gap, room.width, ui::control_height};
  ui::button(canvas.kit, ui::centred(below, {ui::button_width(retry), ui::control_height}), retry);
}

// While all are meant, each is ticked faintly: the first one pressed is the first one chosen.
void draw_topic(const Canvas& canvas, const ui::Rect& rect, const ui::Rect& seen, const std::string& prefix,
                const wire::RoomSettings& settings, std::size_t index) {
  const wire::TopicSummary& topic = canvas.model.topics[index];
  const ui::Switch spec{.id = prefix + ".topic." + std::to_string(index),
                        .label = topic.title,
                        .remark = std::to_string(topic.question_count),
                        .on = has_topic(settings, topic.id),
                        .action = {prefix + ".topic", static_cast<std::int64_t>(index)},
                        .implied = settings.topics.empty()};
  if (ui::common(rect, seen)) return ui::toggle(canvas.kit, rect, spec);
  canvas.kit.scene.regions.push_back({spec.id, rect, 0, true, ui::RegionKind::Choice, spec.action, std::nullopt});
}

void draw_list(const Canvas& canvas, ui::Rect room, const std::string& prefix, const wire::RoomSettings& settings) {
  const std::vector<std::size_t> indices = found(canvas, settings);
  ui::Rect first = ui::take_top(room, row_height, 4);
  draw_search(canvas, ui::inset(ui::take_right(first, std::round(first.width * 0.5F), ui::gap), 0, 3));
  ui::toggle(canvas.kit, first,
             {.id = prefix + ".all",
              .label = canvas.words(Key::FormTopicsAll),
              .remark = "",
              .on = settings.topics.empty(),
              .action = {prefix + ".all", 0}});
  // Otherwise Enter would begin what the form is for, in the middle of looking for something.
  if (!canvas.search.empty() && !indices.empty() && canvas.kit.focused("text.search")) {
    canvas.key(ui::KeyName::Enter, {prefix + ".topic", static_cast<std::int64_t>(indices.front())});
  }
  if (indices.empty()) label(canvas, ui::take_top(room, row_height), canvas.words(Key::SearchNone));
  const int columns = room.width > 760 ? 2 : 1;
  const int rows = (static_cast<int>(indices.size()) + columns - 1) / columns;
  const float height = static_cast<float>(rows) * (row_height + topic_gap) - topic_gap;
  const auto draw = [&](const ui::Rect& place, const ui::Rect& seen) {
    for (std::size_t i = 0; i < indices.size(); ++i) {
      const ui::Rect column = ui::grid_cell(place, columns, 1, static_cast<int>(i) % columns, 28);
      const float y = place.y + static_cast<float>(static_cast<int>(i) / columns) * (row_height + topic_gap);
      draw_topic(canvas, {column.x, y, column.width, row_height}, seen, prefix, settings, indices[i]);
    }
  };
  // What is looked for stands at the top.
  ui::scroll(canvas.kit, room, {prefix + ".topics." + canvas.search, [height](float) { return height; }, draw});
}

}  // namespace

void draw_topics(const Canvas& canvas, const ui::Rect& room, const std::string& prefix, const wire::RoomSettings& settings) {
  const ui::Theme& theme = canvas.theme();
  ui::fill(canvas.kit, room, theme.surface, ui::corner);
  ui::Rect inside = ui::inset(room, 28, 24);
  if (canvas.model.topics.empty()) {
    draw_waiting(canvas, inside);
    return;
  }
  label(canvas, ui::take_top(inside, 32, 8), canvas.words(Key::FormDomains));
  draw_domains(canvas, ui::take_top(inside, 2 * row_height + 4, ui::gap), prefix, settings);
  label(canvas, ui::take_top(inside, 32, 8), canvas.words(Key::FormKinds));
  draw_kinds(canvas, ui::take_top(inside, row_height, ui::gap), prefix, settings);
  const ui::Rect line = ui::take_bottom(inside, 44, ui::gap);
  label(canvas, ui::take_top(inside, 32, 8), canvas.words(Key::FormTopics));
  draw_list(canvas, inside, prefix, settings);

  const std::uint64_t there = questions_there(canvas, settings);
  const bool few = there < settings.question_count;
  std::string text = few ? canvas.words(Key::FormTopicsFew, {{"count", std::to_string(there)}})
                         : canvas.words.count(Key::FormTopicsQuestions, there);
  if (!few && !settings.topics.empty()) {
    text = canvas.words.count(Key::FormTopicsChosen, settings.topics.size()) + "  ·  " + text;
  }
  ui::write_fitted(canvas.kit, line, text,
                   {ui::Weight::Medium, ui::label_size, few ? ui::text_size_min : ui::label_size_min, 2},
                   few ? theme.gold : theme.muted, ui::Align::Left, ui::VerticalAlign::Middle);
}

}  // namespace certamen::screens
