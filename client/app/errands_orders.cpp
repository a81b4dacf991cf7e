// Every order of a host's console, given where it may be given, and seen come about in the room.
#include <algorithm>

#include "client/app/errands.hpp"
#include "client/model/queries.hpp"
#include "client/screens/boards.hpp"

namespace certamen::client_app {

namespace {

using model::Stage;
using screens::Overlay;
using wire::QuestionKind;

using Due = std::function<bool(const Sight&)>;
using Towards = std::function<std::optional<Wish>(const Sight&, const Before&)>;
using Seen = std::function<bool(const Sight&, const Before&)>;

bool in_lobby(const Sight& sight) {
  return sight.stage == Stage::Lobby && model::has_console(sight.model);
}

bool asking(const Sight& sight) {
  return model::can_extend(sight.model, sight.model.updated_at_local) && sight.stage == Stage::Asking;
}

std::uint32_t number(const model::Model& model) {
  return model.room && model.room->announced ? model.room->announced->number : 0;
}

// The players in the order they came; whom an errand is about stays the same until its end.
wire::SeatId player(const Before& before, std::size_t index) {
  const auto all = model::players(before.model);
  return index < all.size() ? all[index].seat : wire::SeatId{};
}

std::int64_t value(wire::SeatId seat) {
  return static_cast<std::int64_t>(seat.value);
}

const wire::RosterEntry* entry(const Sight& sight, wire::SeatId seat) {
  const auto found = sight.model.room->roster.find(seat);
  return found == sight.model.room->roster.end() ? nullptr : &found->second;
}

// By the console to one of its orders.
Towards on_console(std::function<ui::Action(const Before&)> action) {
  return [action = std::move(action)](const Sight& sight, const Before& before) -> std::optional<Wish> {
    if (sight.model.room->console.order_sent || sight.model.room->command_sent) return std::nullopt;
    if (sight.state.overlay == Overlay::Console) return action(before);
    return ui::Action{"console", 0};
  };
}

// By the console's second page and somebody on it to one of the orders about them.
Towards on_member(std::size_t index, std::function<std::optional<Wish>(const Sight&, wire::SeatId)> then) {
  return [index, then = std::move(then)](const Sight& sight, const Before& before) -> std::optional<Wish> {
    const wire::SeatId seat = player(before, index);
    if (sight.model.room->console.order_sent) return std::nullopt;
    if (sight.state.overlay == Overlay::None) return ui::Action{"console", 0};
    if (sight.state.overlay == Overlay::Console) return ui::Action{"console", 1};
    if (sight.model.room->console.member != seat) return ui::Action{"member", value(seat)};
    return then(sight, seat);
  };
}

Errand about_member(std::string name, Due due, std::size_t index,
                    std::function<std::optional<Wish>(const Sight&, wire::SeatId)> wish,
                    std::function<bool(const Sight&, wire::SeatId)> seen) {
  return {std::move(name), std::move(due), on_member(index, std::move(wish)),
          [index, seen = std::move(seen)](const Sight& sight, const Before& before) {
            return seen(sight, player(before, index));
          }};
}

// An order that is asked about first.
std::function<std::optional<Wish>(const Sight&, wire::SeatId)> asked(std::string ask, Overlay question, std::string order) {
  return [=](const Sight& sight, wire::SeatId seat) -> std::optional<Wish> {
    return ui::Action{sight.state.overlay == question ? order : ask, value(seat)};
  };
}

bool at_question(const Sight& sight) {
  return sight.stage == Stage::Asking || sight.stage == Stage::Revealing;
}

Errand close_console(const char* name, Due due) {
  return {name, [due = std::move(due)](const Sight& sight) { return due(sight) && sight.state.overlay != Overlay::None; },
          [](const Sight&, const Before&) -> std::optional<Wish> {
            return ui::Action{"menu", 0};
          },
          [](const Sight& sight, const Before&) { return sight.state.overlay == Overlay::None; }};
}

Errand lock(bool locked) {
  return {locked ? "lock the room" : "unlock the room", in_lobby, on_console([locked](const Before&) {
            return ui::Action{"order.lock", locked ? 1 : 0};
          }),
          [locked](const Sight& sight, const Before&) { return sight.model.room->locked == locked; }};
}

Errand rename() {
  return about_member(
      "rename somebody", in_lobby, 0,
      [](const Sight& sight, wire::SeatId) -> std::optional<Wish> {
        if (sight.model.room->console.name != "Renamed") return FillField{"text.member", "Renamed"};
        return ui::Action{"order.rename", 0};
      },
      [](const Sight& sight, wire::SeatId seat) { return model::seat_name(sight.model, seat) == "Renamed"; });
}

Errand allow() {
  const auto given = wire::Allowance::ThreeHalves;
  return about_member(
      "give somebody more time", in_lobby, 0,
      [given](const Sight&, wire::SeatId) -> std::optional<Wish> {
        return ui::Action{"order.allow", static_cast<std::int64_t>(given)};
      },
      [given](const Sight& sight, wire::SeatId seat) { return model::allowance_of(*sight.model.room, seat) == given; });
}

// To the team after the own one.
Errand move() {
  const auto next = [](const model::Model& model, wire::SeatId seat) {
    const wire::TeamNumber team = model.room->roster.at(seat).team;
    return static_cast<wire::TeamNumber>(team % model.room->settings.team_count + 1);
  };
  return {"move somebody to another team", in_lobby,
          [=](const Sight& sight, const Before& before) -> std::optional<Wish> {
            return on_member(0, [&](const Sight&, wire::SeatId seat) -> std::optional<Wish> {
              return ui::Action{"order.team", next(before.model, seat)};
            })(sight, before);
          },
          [=](const Sight& sight, const Before& before) {
            const wire::SeatId seat = player(before, 0);
            const auto* member = entry(sight, seat);
            return member != nullptr && member->team == next(before.model, seat);
          }};
}

Errand appoint(bool appointed) {
  return about_member(
      appointed ? "appoint a co-host" : "dismiss a co-host", in_lobby, 0,
      [appointed](const Sight&, wire::SeatId) -> std::optional<Wish> {
        return ui::Action{"order.appoint", appointed ? 1 : 0};
      },
      [appointed](const Sight& sight, wire::SeatId seat) { return entry(sight, seat)->cohost == appointed; });
}

Errand remove(bool banned) {
  return about_member(
      banned ? "ban somebody" : "remove somebody", in_lobby, 1,
      banned ? asked("ask.ban", Overlay::AskBan, "order.ban") : asked("ask.remove", Overlay::AskRemove, "order.remove"),
      [](const Sight& sight, wire::SeatId seat) { return entry(sight, seat) == nullptr; });
}

Errand extend(int seconds) {
  return {"extend by " + std::to_string(seconds), asking, on_console([seconds](const Before&) {
            return ui::Action{"order.extend", seconds};
          }),
          [](const Sight& sight, const Before& before) {
            return sight.model.room->asked && sight.model.room->asked->closes_at > before.model.room->asked->closes_at;
          },
          true};
}

Errand pause() {
  return {"pause", asking, on_console([](const Before&) {
            return ui::Action{"command", static_cast<std::int64_t>(wire::Command::Pause)};
          }),
          [](const Sight& sight, const Before&) { return sight.model.room->paused.has_value(); }, true};
}

Errand resume() {
  return {"resume", [](const Sight& sight) { return sight.model.room && sight.model.room->paused.has_value(); },
          [](const Sight& sight, const Before&) -> std::optional<Wish> {
            if (sight.model.room->command_sent) return std::nullopt;
            return ui::Action{"command", static_cast<std::int64_t>(wire::Command::Resume)};
          },
          [](const Sight& sight, const Before&) { return !sight.model.room->paused; }};
}

// One of a kind that is on the paper twice.
Errand skip() {
  const auto due = [](const Sight& sight) {
    const std::uint32_t present = number(sight.model);
    if (!asking(sight) || present < 2 || present == sight.model.room->settings.question_count) return false;
    const QuestionKind kind = sight.model.room->announced->kind;
    return kind == QuestionKind::SingleChoice || kind == QuestionKind::TrueFalse || kind == QuestionKind::Numeric;
  };
  return {"skip a question", due,
          [](const Sight& sight, const Before& before) -> std::optional<Wish> {
            if (sight.model.room->console.order_sent) return std::nullopt;
            if (sight.state.overlay == Overlay::AskSkip) return ui::Action{"order.skip", 0};
            if (sight.state.overlay == Overlay::Console) return ui::Action{"ask.skip", number(before.model)};
            return ui::Action{"console", 0};
          },
          [](const Sight& sight, const Before& before) { return number(sight.model) != number(before.model); }, true};
}

// As many as before, one of them another: the first is taken out, then one comes in that was not right.
std::optional<Wish> other_choice(const model::Correction& correction) {
  const auto& known = correction.revealed.key;
  const bool full = correction.key.size() == known.size();
  const bool one = correction.announced.kind != QuestionKind::MultipleResponse;
  if (full && !one) return ui::Action{"key.option", correction.key.front()};
  for (wire::OptionIndex option = 0; option < correction.asked.options.size(); ++option) {
    if (std::find(known.begin(), known.end(), option) == known.end()) return ui::Action{"key.option", option};
  }
  return std::nullopt;
}

bool whole(const model::Correction& correction) {
  return correction.announced.kind != QuestionKind::MultipleResponse ||
         correction.key.size() == correction.revealed.key.size();
}

// Another key, whatever the kind.
std::optional<Wish> other_key(const model::Correction& correction) {
  switch (correction.announced.kind) {
    case QuestionKind::SingleChoice:
    case QuestionKind::TrueFalse:
    case QuestionKind::MultipleResponse: return other_choice(correction);
    case QuestionKind::Ordering: return ui::Action{"key.raise", 1};
    case QuestionKind::Matching: {
      // The first pair's match becomes a neighbour of the present one.
      const std::int64_t match = correction.key.front();
      return ui::Action{"key.match", match > 0 ? match - 1 : match + 1};
    }
    case QuestionKind::Numeric: return FillField{"text.key", "12345"};
    case QuestionKind::ShortText: return FillField{"text.spelling", "another word"};
  }
  return std::nullopt;
}

Errand correct(QuestionKind kind) {
  return {"correct the key of kind " + std::to_string(static_cast<int>(kind)),
          [kind](const Sight& sight) {
            const auto question = model::question_to_rule(sight.model);
            return sight.stage == Stage::Revealing && question && question->announced->kind == kind &&
                   !question->revealed->voided;
          },
          [](const Sight& sight, const Before&) -> std::optional<Wish> {
            const auto& correction = sight.model.room->console.correction;
            if (sight.state.overlay == Overlay::None) return ui::Action{"console", 0};
            if (sight.state.overlay == Overlay::Console) return ui::Action{"correct", 0};
            if (sight.state.overlay != Overlay::Correct) return ui::Action{"menu", 0};
            if (!correction) return std::nullopt;
            if (correction->outcome) return ui::Action{"menu", 0};
            if (correction->sent) return std::nullopt;
            if (whole(*correction) && model::can_send_correction(sight.model)) return ui::Action{"key.send", 0};
            return other_key(*correction);
          },
          [](const Sight& sight, const Before&) {
            const auto& correction = sight.model.room->console.correction;
            return sight.state.overlay == Overlay::None && correction && correction->outcome &&
                   correction->outcome->correction == wire::Correction::KeyCorrected;
          }};
}

bool voided(const Sight& sight) {
  return sight.model.room->revealed && sight.model.room->revealed->voided;
}

Errand annul() {
  return {"void a question", [](const Sight& sight) { return sight.stage == Stage::Revealing && number(sight.model) >= 3; },
          [](const Sight& sight, const Before& before) -> std::optional<Wish> {
            const Overlay overlay = sight.state.overlay;
            if (sight.model.room->console.order_sent) return std::nullopt;
            if (overlay == Overlay::AskVoid) return ui::Action{"order.void", number(before.model)};
            if (overlay == Overlay::Console) return ui::Action{"ask.void", number(before.model)};
            if (overlay == Overlay::Correct && voided(sight)) return ui::Action{"menu", 0};
            if (overlay == Overlay::Correct) return std::nullopt;
            return ui::Action{"console", 0};
          },
          [](const Sight& sight, const Before&) { return sight.state.overlay == Overlay::None && voided(sight); }};
}

Errand end_match() {
  const auto due = [](const Sight& sight) {
    return sight.stage == Stage::Revealing && number(sight.model) == sight.model.room->settings.question_count;
  };
  return {"end the match", due,
          [](const Sight& sight, const Before&) -> std::optional<Wish> {
            if (sight.model.room->command_sent) return std::nullopt;
            if (sight.state.overlay == Overlay::AskEnd) {
              return ui::Action{"command", static_cast<std::int64_t>(wire::Command::End)};
            }
            return ui::Action{sight.state.overlay == Overlay::Console ? "ask.end" : "console", 0};
          },
          [](const Sight& sight, const Before&) { return sight.model.room->phase == wire::Phase::Finished; }};
}

Errand hand_over() {
  return about_member("hand the room over", in_lobby, 0, asked("ask.hand_over", Overlay::AskHandOver, "order.hand_over"),
                      [](const Sight& sight, wire::SeatId) { return model::own_rights(sight.model) == wire::Rights::None; });
}

}  // namespace

std::vector<Errand> team_errands() {
  return {move(), hand_over()};
}

std::vector<Errand> order_errands() {
  std::vector<Errand> all{lock(true),
                          lock(false),
                          rename(),
                          allow(),
                          appoint(true),
                          appoint(false),
                          remove(false),
                          remove(true),
                          close_console("close the console in the lobby", in_lobby),
                          pause(),
                          resume(),
                          extend(15),
                          extend(30),
                          close_console("close the console over a question", at_question),
                          skip()};
  for (const QuestionKind kind :
       {QuestionKind::SingleChoice, QuestionKind::MultipleResponse, QuestionKind::TrueFalse, QuestionKind::Numeric,
        QuestionKind::Ordering, QuestionKind::Matching, QuestionKind::ShortText}) {
    all.push_back(correct(kind));
  }
  all.push_back(annul());
  all.push_back(end_match());
  return all;
}

}  // namespace certamen::client_app
