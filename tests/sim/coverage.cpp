#include "tests/sim/coverage.hpp"

#include <array>

#include "server/room/commands.hpp"
#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {
namespace {

constexpr std::array<const char*, room::command_kind_count> orders = {
    "start",  "next",   "pause", "resume",    "end",     "extend",    "skip",         "void", "correct",
    "remove", "rename", "lock",  "hand over", "appoint", "take over", "move to team", "allow"};
constexpr std::array<const char*, 4> modes = {"competition", "solo", "exam", "team practice"};
constexpr std::array<const char*, 3> pacings = {"by the host", "automatic", "when answered"};
constexpr std::array<const char*, 3> formings = {"by players", "by the host", "balanced"};
constexpr std::array<const char*, 4> scorings = {"speed", "accuracy", "certainty", "exam"};
constexpr std::array<const char*, wire::question_kind_count> kinds = {
    "single choice", "multiple response", "true or false", "numeric", "ordering", "matching", "short text"};

template <class Names, class Value>
std::string named(const char* what, const Names& names, Value value) {
  return std::string(what) + " " + names.at(static_cast<std::size_t>(value));
}

}  // namespace

Coverage::Coverage() {
  const auto expect = [this](const char* what, const auto& names) {
    for (const char* each : names) counts_[std::string(what) + " " + each] = 0;
  };
  expect("order", orders);
  expect("mode", modes);
  expect("pacing", pacings);
  expect("scoring", scorings);
  expect("teams", formings);
  expect("answered", kinds);
  for (const char* each :
       {"exam handed in", "question flagged", "room with a password", "seat banned", "room unlocked", "co-host dismissed",
        "team chosen", "first vote", "second vote", "standings kept back", "exam with unscored questions"}) {
    counts_[each] = 0;
  }
}

// Settings count where they matter: from the start of a match on.
void Coverage::entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>&) {
  std::visit(Overloaded{[&](const room::Opened& opened) {
                          if (!opened.password_hash.empty()) ++counts_["room with a password"];
                        },
                        [&](const room::PaperDrawn&) {
                          const wire::RoomSettings& settings = story.room->settings();
                          ++counts_[named("mode", modes, settings.mode)];
                          ++counts_[named("pacing", pacings, settings.pacing)];
                          ++counts_[named("scoring", scorings, settings.scoring)];
                          if (settings.team_count > 0) ++counts_[named("teams", formings, settings.team_forming)];
                          if (settings.freeze_questions > 0) ++counts_["standings kept back"];
                          if (settings.exam_unscored_count > 0) ++counts_["exam with unscored questions"];
                        },
                        [&](const room::Answered& answered) {
                          const auto& question = story.room->paper().questions.at(answered.question_number - 1);
                          ++counts_[named("answered", kinds, question.kind)];
                          if (story.room->settings().discuss_seconds > 0) {
                            ++counts_[answered.vote == 1 ? "first vote" : "second vote"];
                          }
                        },
                        [&](const room::TeamChosen&) { ++counts_["team chosen"]; },
                        [&](const room::Flagged&) { ++counts_["question flagged"]; },
                        [&](const room::HandedIn&) { ++counts_["exam handed in"]; },
                        [&](const room::Commanded& commanded) { count(commanded); }, [](const auto&) {}},
             entry.event);
}

void Coverage::count(const room::Commanded& commanded) {
  ++counts_[named("order", orders, room::kind_of(commanded.command))];
  std::visit(Overloaded{[&](const wire::RemoveMember& order) { counts_["seat banned"] += order.banned ? 1U : 0U; },
                        [&](const wire::LockRoom& order) { counts_["room unlocked"] += order.locked ? 0U : 1U; },
                        [&](const wire::AppointCohost& order) { counts_["co-host dismissed"] += order.appointed ? 0U : 1U; },
                        [](const auto&) {}},
             commanded.command);
}

std::string missing(const Counts& counts) {
  std::string names;
  for (const auto& [name, count] : counts) names += count > 0 ? "" : name + "\n";
  return names;
}

}  // namespace certamen::sim
