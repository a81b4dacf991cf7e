#include <algorithm>
#include <numeric>

#include "client/model/queries.hpp"

namespace certamen::model {

namespace {

bool chooses(const std::optional<wire::Answer>& answer, wire::OptionIndex option) {
  if (!answer) return false;
  const auto* choice = std::get_if<wire::ChoiceAnswer>(&*answer);
  return choice != nullptr && std::find(choice->options.begin(), choice->options.end(), option) != choice->options.end();
}

DisplayOption make_option(wire::OptionIndex canonical, const wire::QuestionAsked& asked,
                          const wire::QuestionRevealed* revealed) {
  DisplayOption option;
  option.canonical = canonical;
  option.text = asked.options[canonical];
  if (revealed != nullptr) {
    const auto& key = revealed->key;
    option.right = std::find(key.begin(), key.end(), canonical) != key.end();
    if (canonical < revealed->picks_by_option.size()) option.pick_count = revealed->picks_by_option[canonical];
    if (canonical < revealed->reasons.size()) option.reason = revealed->reasons[canonical];
  }
  return option;
}

}  // namespace

std::vector<wire::OptionIndex> display_order(const wire::RoomSettings& settings, wire::SeatId seat,
                                             const wire::QuestionAsked& asked) {
  std::vector<wire::OptionIndex> order(asked.options.size());
  std::iota(order.begin(), order.end(), wire::OptionIndex{0});
  if (settings.shuffle_per_player) {
    // One draw from the seat's number separates neighbours, whose raw seeds would differ in a few bits only.
    Random random{asked.shuffle_seed ^ Random{seat.value}.next()};
    random.shuffle(order);
  }
  return order;
}

std::vector<DisplayOption> display_options(const Model& model) {
  if (!model.room || !model.room->asked) return {};
  const Room& room = *model.room;
  const auto answer = own_answer(model);
  std::vector<DisplayOption> options;
  for (const wire::OptionIndex canonical : display_order(room.settings, room.seat, *room.asked)) {
    auto& option = options.emplace_back(make_option(canonical, *room.asked, room.revealed ? &*room.revealed : nullptr));
    const auto& picks = room.own.picks;
    const bool on_board = !answer && std::find(picks.begin(), picks.end(), canonical) != picks.end();
    option.picked = on_board || chooses(answer, canonical);
  }
  return options;
}

std::vector<DisplayOption> display_options(const Model& model, const wire::QuestionReviewed& reviewed) {
  if (!model.room) return {};
  std::vector<DisplayOption> options;
  for (const wire::OptionIndex canonical : display_order(model.room->settings, model.room->seat, reviewed.asked)) {
    auto& option = options.emplace_back(make_option(canonical, reviewed.asked, &reviewed.revealed));
    option.picked = chooses(reviewed.own_answer, canonical);
  }
  return options;
}

AnswerState answer_state(const Model& model) {
  if (!model.room) return AnswerState::None;
  const OwnAnswer& own = model.room->own;
  if (own.locked) return AnswerState::Locked;
  if (!own.pending) return AnswerState::None;
  const bool left = model.connection.link == Link::Online && own.pending->sent_on_connection == model.connection.number;
  return left ? AnswerState::Pending : AnswerState::Kept;
}

bool can_answer(const Model& model, Instant now) {
  if (!model.room || !model.room->plays || model.room->paused) return false;
  const Room& room = *model.room;
  if (room.phase != wire::Phase::Asking || !room.announced || !room.asked) return false;
  if (room.own.pending || room.own.locked) return false;
  if (!model.clock.synchronised) return true;
  const Instant server = server_now(model, now);
  return server >= room.asked->opens_at && server < answers_close_at(room);
}

std::vector<wire::QuestionKind> kinds_with_boards() {
  return {wire::QuestionKind::SingleChoice, wire::QuestionKind::MultipleResponse, wire::QuestionKind::TrueFalse,
          wire::QuestionKind::Numeric};
}

bool has_board(wire::QuestionKind kind) {
  const std::vector<wire::QuestionKind> kinds = kinds_with_boards();
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool has_board(const Room& room) {
  return room.announced && has_board(room.announced->kind) && room.settings.scoring != wire::Scoring::Certainty;
}

bool can_confirm(const Model& model, Instant now) {
  if (!can_answer(model, now) || !has_board(*model.room)) return false;
  const Room& room = *model.room;
  switch (room.announced->kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse: return false;
    case wire::QuestionKind::MultipleResponse: return room.own.picks.size() == room.asked->choose;
    case wire::QuestionKind::Numeric: return !room.own.numeric_text.empty();
    case wire::QuestionKind::Ordering:
    case wire::QuestionKind::Matching:
    case wire::QuestionKind::ShortText: return false;
  }
  return false;
}

std::optional<wire::Answer> own_answer(const Model& model) {
  if (!model.room) return std::nullopt;
  const OwnAnswer& own = model.room->own;
  if (own.locked) return own.locked->answer;
  if (own.pending) return own.pending->answer;
  return std::nullopt;
}

std::optional<std::uint32_t> locked_tenths(const Model& model) {
  if (!model.room || !model.room->own.locked) return std::nullopt;
  return model.room->own.locked->answer_tenths;
}

}  // namespace certamen::model
