#include "client/screens/forms.hpp"

#include <algorithm>

#include "client/ui/field.hpp"

namespace certamen::screens {

std::uint32_t minutes_of(const wire::RoomSettings& settings) {
  constexpr std::uint32_t usual_seconds = 40;
  const std::uint32_t count = settings.question_count;
  if (settings.mode == wire::Mode::ExamSimulation) {
    return ((settings.exam_seconds == 0 ? count * wire::exam_seconds_per_question : settings.exam_seconds) + 59) / 60;
  }
  const std::uint32_t asked = settings.answer_seconds == 0 ? usual_seconds : settings.answer_seconds;
  const std::uint32_t votes = settings.discuss_seconds == 0 ? 1 : 2;
  const std::uint32_t each = settings.reading_seconds + asked * votes + settings.discuss_seconds + settings.reveal_seconds +
                             settings.ranking_seconds;
  return (count * each + 59) / 60;
}

void draw_steps(const Canvas& canvas, const ui::Rect& room, const std::string& id, const std::string& value,
                std::size_t index, std::size_t count) {
  const auto at = static_cast<std::int64_t>(index);
  ui::stepper(canvas.kit, room,
              {.id = id,
               .value = value,
               .less = {id, at - 1},
               .more = {id, at + 1},
               .can_less = index > 0,
               .can_more = index + 1 < count});
}

ui::Rect labelled(const Canvas& canvas, ui::Rect room, const std::string& text) {
  label(canvas, ui::take_top(room, 32, 8), text);
  return ui::take_top(room, 76);
}

void draw_question_count(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                         const wire::RoomSettings& settings) {
  const ui::Rect control = labelled(canvas, room, canvas.words(Key::FormQuestions));
  draw_steps(canvas, control, prefix + ".count", canvas.words.number(settings.question_count),
             step_of(question_counts, settings.question_count), question_counts.size());
}

void draw_answer_time(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                      const wire::RoomSettings& settings) {
  const ui::Rect control = labelled(canvas, room, canvas.words(Key::HostSeconds));
  const std::string value =
      settings.answer_seconds == 0
          ? canvas.words(Key::HostSecondsOwn)
          : canvas.words(Key::HostSecondsFixed, {{"seconds", std::to_string(settings.answer_seconds)}});
  draw_steps(canvas, control, prefix + ".seconds", value, step_of(answer_times, settings.answer_seconds),
             answer_times.size());
}

void draw_exam_time(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                    const wire::RoomSettings& settings) {
  const ui::Rect control = labelled(canvas, room, canvas.words(Key::HostExamTime));
  const std::string value =
      settings.exam_seconds == 0
          ? canvas.words(Key::HostExamTimeOwn)
          : canvas.words(Key::HostExamTimeFixed, {{"minutes", std::to_string(settings.exam_seconds / 60)}});
  draw_steps(canvas, control, prefix + ".exam_seconds", value, step_of(exam_times, settings.exam_seconds),
             exam_times.size());
}

void draw_team_count(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings) {
  const ui::Rect control = labelled(canvas, room, canvas.words(Key::HostTeams));
  draw_steps(canvas, control, "host.teams", std::to_string(settings.team_count), step_of(team_counts, settings.team_count),
             team_counts.size());
}

void draw_discuss_time(const Canvas& canvas, const ui::Rect& room, const wire::RoomSettings& settings) {
  const ui::Rect control = labelled(canvas, room, canvas.words(Key::HostDiscuss));
  const std::string value =
      settings.discuss_seconds == 0
          ? canvas.words(Key::HostDiscussNot)
          : canvas.words(Key::HostSecondsFixed, {{"seconds", std::to_string(settings.discuss_seconds)}});
  draw_steps(canvas, control, "host.discuss", value, step_of(discuss_times, settings.discuss_seconds), discuss_times.size());
}

bool asks_kinds(const wire::RoomSettings& settings, const KindGroup& group) {
  const auto asked = [&](wire::QuestionKind kind) {
    return std::find(settings.kinds.begin(), settings.kinds.end(), kind) != settings.kinds.end();
  };
  return settings.kinds.empty() ||
         std::any_of(group.kinds.begin(), group.kinds.begin() + static_cast<std::ptrdiff_t>(group.count), asked);
}

void draw_difficulty(const Canvas& canvas, const ui::Rect& room, const std::string& prefix,
                     const wire::RoomSettings& settings) {
  const ui::Rect control = labelled(canvas, room, canvas.words(Key::FormDifficulty));
  std::vector<ui::Segment> choices;
  for (std::size_t i = 0; i < difficulties.size(); ++i) {
    const DifficultyRange& range = difficulties[i];
    const bool chosen = range.min == settings.difficulty_min && range.max == settings.difficulty_max;
    choices.push_back({canvas.words(range.name), {prefix + ".difficulty", static_cast<std::int64_t>(i)}, chosen});
  }
  ui::segments(canvas.kit, control, prefix + ".difficulty", choices);
}

bool asks_address(const Canvas& canvas) {
  const model::Model& model = canvas.model;
  // Also while nothing was ever heard from the address, so that it can be mended.
  const bool unreached = model.topics.empty() && model.connection.failures > 0;
  return model.draft.address.empty() || model.draft.address_error || unreached || canvas.kit.focused("text.address");
}

bool asks_name(const Canvas& canvas) {
  const model::Model& model = canvas.model;
  return model.profile.name.empty() || model.draft.name_error || canvas.kit.focused("text.name");
}

std::string first_field(const Canvas& canvas) {
  return canvas.model.profile.name.empty() ? "text.name" : "";
}

void draw_address(const Canvas& canvas, const ui::Rect& room) {
  const auto& error = canvas.model.draft.address_error;
  ui::field(canvas.kit, labelled(canvas, room, canvas.words(Key::FormAddress)),
            {.id = "text.address",
             .text = canvas.model.draft.address,
             .placeholder = canvas.words(Key::FormAddressHint),
             .error = error ? canvas.words.of(*error) : "",
             .action = "text.address"});
}

void draw_name(const Canvas& canvas, const ui::Rect& room) {
  const auto& error = canvas.model.draft.name_error;
  ui::field(canvas.kit, labelled(canvas, room, canvas.words(Key::FormName)),
            {.id = "text.name",
             .text = canvas.model.profile.name,
             .placeholder = canvas.words(Key::FormNameHint),
             .error = error ? canvas.words.of(*error) : "",
             .action = "text.name"});
}

void draw_password(const Canvas& canvas, const ui::Rect& room, Key hint) {
  const auto& error = canvas.model.draft.password_error;
  ui::field(canvas.kit, labelled(canvas, room, canvas.words(Key::JoinPassword)),
            {.id = "text.password",
             .text = canvas.model.draft.password,
             .placeholder = canvas.words(hint),
             .error = error ? canvas.words.of(*error) : "",
             .action = "text.password"});
}

void draw_form_footer(const Canvas& canvas, const std::string& go, const ui::Action& action) {
  const ui::Button back{.id = "back",
                        .label = canvas.words(Key::CommonBack),
                        .key = canvas.words(Key::KeyEscape),
                        .style = ui::ButtonStyle::Quiet,
                        .action = {"back", 0},
                        .mark = ui::MarkKind::Back,
                        .order = 2};
  const ui::Button forth{.id = "go",
                         .label = go,
                         .key = canvas.words(Key::KeyEnter),
                         .style = ui::ButtonStyle::Primary,
                         .action = action,
                         .order = 1};
  ui::Rect row = canvas.footer;
  ui::button_at_left(canvas.kit, row, back);
  ui::button(canvas.kit, ui::take_right(row, ui::button_width(forth)), forth);
  canvas.key(ui::KeyName::Escape, back.action);
  canvas.key(ui::KeyName::Enter, action);
}

}  // namespace certamen::screens
