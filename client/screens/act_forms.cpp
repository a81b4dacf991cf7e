// What the forms before a match change.
#include <array>
#include <utility>

#include "client/screens/act_parts.hpp"
#include "client/screens/forms.hpp"
#include "proto/wire/presets.hpp"

namespace certamen::screens {

namespace {

template <class T>
void put_in_or_out(std::vector<T>& values, const T& value) {
  const auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) {
    values.push_back(value);
  } else {
    values.erase(found);
  }
}

// All four domains are the same as none chosen; a domain taken off "all" leaves the other three.
void toggle_domain(wire::RoomSettings& settings, std::int64_t value) {
  constexpr std::array all{wire::ExamDomain::Secure, wire::ExamDomain::Resilient, wire::ExamDomain::HighPerforming,
                           wire::ExamDomain::CostOptimized};
  if (settings.domains.empty()) settings.domains.assign(all.begin(), all.end());
  put_in_or_out(settings.domains, all[index_of(value, all.size())]);
  std::sort(settings.domains.begin(), settings.domains.end());
  if (settings.domains.size() == all.size()) settings.domains.clear();
}

// While all topics are meant, the first one pressed is the first one chosen.
void toggle_topic(const model::Model& model, wire::RoomSettings& settings, std::int64_t value) {
  if (model.topics.empty()) return;
  put_in_or_out(settings.topics, model.topics[index_of(value, model.topics.size())].id);
  if (settings.topics.size() == model.topics.size()) settings.topics.clear();
}

// All kinds are the same as none chosen; the last group cannot be taken off.
void toggle_kinds(wire::RoomSettings& settings, std::int64_t value) {
  const std::size_t toggled = index_of(value, kind_groups.size());
  std::vector<wire::QuestionKind> kinds;
  std::size_t groups = 0;
  for (std::size_t i = 0; i < kind_groups.size(); ++i) {
    const KindGroup& group = kind_groups[i];
    if (asks_kinds(settings, group) == (i == toggled)) continue;
    kinds.insert(kinds.end(), group.kinds.begin(), group.kinds.begin() + static_cast<std::ptrdiff_t>(group.count));
    ++groups;
  }
  if (groups == 0) return;
  settings.kinds = groups == kind_groups.size() ? std::vector<wire::QuestionKind>{} : std::move(kinds);
}

// A mode is a set of rules that belong together; the others are left as they are.
void choose_mode(wire::RoomSettings& settings, wire::Mode mode) {
  const wire::RoomSettings usual = wire::preset(mode);
  settings.mode = mode;
  settings.scoring = usual.scoring;
  settings.question_count = usual.question_count;
  settings.team_count = usual.team_count;
  settings.team_forming = usual.team_forming;
  settings.discuss_seconds = usual.discuss_seconds;
}

// The rules that only hosts set.
bool change_rule(wire::RoomSettings& settings, const std::string& name, std::int64_t value) {
  const auto step = [value](const auto& steps) { return steps[index_of(value, steps.size())]; };
  if (name == "freeze") {
    settings.freeze_questions = step(freeze_counts);
  } else if (name == "penalty") {
    settings.penalty_percent = step(penalties);
  } else if (name == "streak") {
    settings.streak_bonus = value != 0;
  } else if (name == "partial") {
    settings.partial_credit = value != 0;
  } else if (name == "capacity") {
    settings.capacity = step(capacities);
  } else if (name == "reading") {
    settings.reading_seconds = step(reading_times);
  } else if (name == "reveal") {
    settings.reveal_seconds = step(reveal_times);
  } else if (name == "ranking") {
    settings.ranking_seconds = step(ranking_times);
  } else {
    return false;
  }
  return true;
}

// Changes of a draft's settings; the name is the part of the action after "solo." or "host.".
bool change(const model::Model& model, wire::RoomSettings& settings, const std::string& name, std::int64_t value) {
  if (name == "count") {
    settings.question_count = question_counts[index_of(value, question_counts.size())];
  } else if (name == "seconds") {
    settings.answer_seconds = answer_times[index_of(value, answer_times.size())];
  } else if (name == "difficulty") {
    const DifficultyRange& range = difficulties[index_of(value, difficulties.size())];
    settings.difficulty_min = range.min;
    settings.difficulty_max = range.max;
  } else if (name == "domain") {
    toggle_domain(settings, value);
  } else if (name == "topic") {
    toggle_topic(model, settings, value);
  } else if (name == "all") {
    settings.topics.clear();
  } else if (name == "pacing") {
    settings.pacing = static_cast<wire::Pacing>(index_of(value, 3));
  } else if (name == "scoring") {
    settings.scoring = static_cast<wire::Scoring>(index_of(value, 3));
  } else if (name == "mode") {
    choose_mode(settings, static_cast<wire::Mode>(value));
  } else if (name == "kinds") {
    toggle_kinds(settings, value);
  } else if (name == "teams") {
    settings.team_count = team_counts[index_of(value, team_counts.size())];
  } else if (name == "forming") {
    settings.team_forming = static_cast<wire::TeamForming>(index_of(value, 3));
  } else if (name == "discuss") {
    settings.discuss_seconds = discuss_times[index_of(value, discuss_times.size())];
  } else if (name == "exam_seconds") {
    settings.exam_seconds = exam_times[index_of(value, exam_times.size())];
  } else if (name == "unscored") {
    settings.exam_unscored_count = unscored_counts[index_of(value, unscored_counts.size())];
  } else if (name == "plays") {
    settings.host_plays = value != 0;
  } else if (name == "shuffle") {
    settings.shuffle_per_player = value != 0;
  } else if (name == "names") {
    settings.generated_names = value != 0;
  } else if (name == "late") {
    settings.late_join = value != 0;
  } else if (name == "listed") {
    settings.listed = value != 0;
  } else {
    return change_rule(settings, name, value);
  }
  return true;
}

}  // namespace

bool change_draft(const model::Model& model, const ui::Action& action, Events& events) {
  const std::string_view name = action.name;
  if (name.starts_with("solo.")) {
    wire::RoomSettings settings = model.draft.solo;
    if (!change(model, settings, action.name.substr(5), action.value)) return false;
    events.push_back(model::SetSoloSettings{std::move(settings)});
    return true;
  }
  if (!name.starts_with("host.")) return false;
  wire::RoomSettings settings = model.draft.host;
  if (!change(model, settings, action.name.substr(5), action.value)) return false;
  events.push_back(model::SetHostSettings{std::move(settings)});
  return true;
}

}  // namespace certamen::screens
