#include <algorithm>
#include <numeric>

#include "client/model/address.hpp"
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
  if (!model.room || model.room->phase == wire::Phase::Examining) return AnswerState::None;
  const OwnAnswer& own = model.room->own;
  if (own.locked) return AnswerState::Locked;
  if (!own.pending) return AnswerState::None;
  const bool left = model.connection.link == Link::Online && own.pending->sent_on_connection == model.connection.number;
  return left ? AnswerState::Pending : AnswerState::Kept;
}

bool came_late(const Room& room) {
  return room.plays && room.announced && room.announced->number < room.first_question;
}

bool can_answer(const Model& model, Instant now) {
  if (!model.room || !model.room->plays || model.room->paused) return false;
  const Room& room = *model.room;
  if (!room.announced || !room.asked) return false;
  const Instant server = server_now(model, now);
  if (room.phase == wire::Phase::Examining) {
    if (!room.exam || paper_closed(model)) return false;
    const Instant closes_at = room.exam->opens_at + own_time(room, room.exam->closes_at - room.exam->opens_at);
    return !model.clock.synchronised || (server >= room.exam->opens_at && server < closes_at);
  }
  if (room.phase != wire::Phase::Asking || room.own.pending || room.own.locked || came_late(room)) return false;
  return !model.clock.synchronised || (server >= room.asked->opens_at && server < answers_close_at(room));
}

bool asks_certainty(const Room& room) {
  return room.settings.scoring == wire::Scoring::Certainty;
}

bool gives_at_once(const Room& room) {
  if (!room.announced || asks_certainty(room)) return false;
  return room.announced->kind == wire::QuestionKind::SingleChoice || room.announced->kind == wire::QuestionKind::TrueFalse;
}

std::vector<wire::OptionIndex> board_order(const Model& model) {
  if (!model.room || !model.room->asked) return {};
  const Room& room = *model.room;
  const auto answer = own_answer(model);
  if (const auto* given = answer ? std::get_if<wire::OrderAnswer>(&*answer) : nullptr) return given->options;
  return room.own.order.empty() ? display_order(room.settings, room.seat, *room.asked) : room.own.order;
}

std::vector<std::optional<wire::OptionIndex>> board_matches(const Model& model) {
  if (!model.room || !model.room->asked) return {};
  const Room& room = *model.room;
  const auto answer = own_answer(model);
  if (const auto* given = answer ? std::get_if<wire::MatchAnswer>(&*answer) : nullptr) {
    return {given->matches.begin(), given->matches.end()};
  }
  auto matches = room.own.matches;
  matches.resize(room.asked->options.size());
  return matches;
}

namespace {

std::optional<wire::Answer> picked_answer(const Room& room, std::size_t wanted) {
  if (room.own.picks.size() != wanted) return std::nullopt;
  wire::ChoiceAnswer answer{room.own.picks};
  std::sort(answer.options.begin(), answer.options.end());
  return answer;
}

std::optional<wire::Answer> matched_answer(const Room& room) {
  wire::MatchAnswer answer;
  for (const auto& match : room.own.matches) {
    if (!match) return std::nullopt;
    answer.matches.push_back(*match);
  }
  if (answer.matches.empty() || answer.matches.size() != room.asked->options.size()) return std::nullopt;
  return answer;
}

std::optional<wire::Answer> typed_answer(const Room& room) {
  std::string text{trimmed(room.own.text)};
  if (text.empty() || text.size() > wire::text_answer_bytes_max) return std::nullopt;
  return wire::TextAnswer{std::move(text)};
}

}  // namespace

std::optional<wire::Answer> board_answer(const Model& model) {
  if (!model.room || !model.room->announced || !model.room->asked) return std::nullopt;
  const Room& room = *model.room;
  switch (room.announced->kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse: return picked_answer(room, 1);
    case wire::QuestionKind::MultipleResponse: return picked_answer(room, room.asked->choose);
    case wire::QuestionKind::Numeric: {
      const auto number = parse_number(room.own.numeric_text);
      return number ? std::optional<wire::Answer>{wire::NumericAnswer{*number}} : std::nullopt;
    }
    case wire::QuestionKind::Ordering:
      return room.own.order.empty() ? std::nullopt : std::optional<wire::Answer>{wire::OrderAnswer{room.own.order}};
    case wire::QuestionKind::Matching: return matched_answer(room);
    case wire::QuestionKind::ShortText: return typed_answer(room);
  }
  return std::nullopt;
}

bool can_confirm(const Model& model, Instant now) {
  if (!can_answer(model, now) || gives_at_once(*model.room)) return false;
  const Room& room = *model.room;
  if (asks_certainty(room) && !room.own.certainty) return false;
  // A number that cannot be read is told of when it is confirmed.
  if (room.announced->kind == wire::QuestionKind::Numeric) return !room.own.numeric_text.empty();
  return board_answer(model).has_value();
}

std::optional<wire::Answer> own_answer(const Model& model) {
  if (!model.room || model.room->phase == wire::Phase::Examining) return std::nullopt;  // a paper's answers may change
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
