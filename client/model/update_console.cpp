#include <algorithm>
#include <utility>

#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

Ordered topic_of(const wire::Order& order) {
  return std::visit(Overloaded{
                        [](const wire::VoidQuestion&) { return Ordered::Ruling; },
                        [](const wire::CorrectKey&) { return Ordered::Ruling; },
                        [](const wire::RemoveMember&) { return Ordered::Member; },
                        [](const wire::RenameMember&) { return Ordered::Member; },
                        [](const wire::HandOver&) { return Ordered::Member; },
                        [](const wire::AppointCohost&) { return Ordered::Member; },
                        [](const wire::SetAllowance&) { return Ordered::Member; },
                        [](const wire::MoveToTeam&) { return Ordered::Team; },
                        [](const wire::TakeOver&) { return Ordered::TakeOver; },
                        [](const auto&) { return Ordered::Question; },
                    },
                    order);
}

// A key that may be edited: one that is not on its way.
Correction* open_correction(Step& step) {
  auto& room = step.model.room;
  if (!room || !room->console.correction || room->console.correction->sent) return nullptr;
  return &*room->console.correction;
}

// What was typed for a numeric key; nothing, and why in the correction, when it is no number.
bool read_numbers(Correction& correction, wire::CorrectKey& order) {
  const auto number = parse_number(correction.number);
  const auto tolerance =
      correction.tolerance.empty() ? tl::expected<std::int64_t, NumberError>{0} : parse_number(correction.tolerance);
  correction.number_error.reset();
  if (!number) correction.number_error = number.error();
  if (number && !tolerance) correction.number_error = tolerance.error();
  if (number && tolerance && *tolerance < 0) correction.number_error = NumberError::Malformed;
  if (correction.number_error) return false;
  order.numeric_micros = *number;
  order.numeric_tolerance_micros = *tolerance;
  return true;
}

}  // namespace

void send_order(Step& step, const wire::Order& order) {
  const Room& room = *step.model.room;
  wire::CommandRoom wish{order, *room.host_ticket};
  if (room.announced) wish.at = {room.phase, room.announced->number};
  step.send(wish);
}

void on_host_command(Step& step, wire::Command command) {
  auto& room = step.model.room;
  if (!room || !room->host_ticket || !step.online() || room->resuming || room->command_sent == command) return;
  room->command_sent = command;
  send_order(step, command);
}

void on_console(Step& step, const GiveOrder& intent) {
  const wire::Order& order = intent.order;
  if (const auto* command = std::get_if<wire::Command>(&order)) return on_host_command(step, *command);
  auto& room = step.model.room;
  if (!can_give_orders(step.model) || room->console.order_sent == order) return;
  const auto& sent = room->console.order_sent;
  if (sent && std::holds_alternative<wire::SkipQuestion>(*sent)) return;  // what comes next is another question's
  room->console.order_sent = order;
  if (std::holds_alternative<wire::VoidQuestion>(order) && room->console.correction) room->console.correction->sent = true;
  send_order(step, order);
}

// Whether a skip or more time was seen is not told by just any event: a second one would be the next question's, or more
// time than was meant. A skip is over once there is a next question.
void order_seen(Room& room, const wire::RoomFact& fact) {
  const auto& order = room.console.order_sent;
  if (!order) return;
  const bool over = std::holds_alternative<wire::MatchFinished>(fact);
  const bool skips = std::holds_alternative<wire::SkipQuestion>(*order);
  const bool extends = std::holds_alternative<wire::ExtendQuestion>(*order);
  const bool closed = std::holds_alternative<wire::QuestionRevealed>(fact);
  if (skips && !over && !std::holds_alternative<wire::QuestionAnnounced>(fact)) return;
  if (extends && !over && !closed && !std::holds_alternative<wire::QuestionExtended>(fact)) return;
  room.console.order_sent.reset();
}

bool order_refused(Step& step, wire::Refusal reason) {
  HostConsole& console = step.model.room->console;
  if (!console.order_sent) return false;
  const wire::Order order = *std::exchange(console.order_sent, std::nullopt);
  const bool corrects = std::holds_alternative<wire::VoidQuestion>(order) || std::holds_alternative<wire::CorrectKey>(order);
  if (corrects && console.correction) console.correction->sent = false;
  step.notify(OrderRefused{reason, topic_of(order)});
  return true;
}

void correction_seen(Room& room, const wire::RankingCorrected& fact) {
  auto& correction = room.console.correction;
  if (!correction || !correction->sent || correction->announced.number != fact.question_number) return;
  correction->outcome = fact;
}

void rights_lost(Step& step) {
  step.model.room->console = {};
  step.notify(Remark::RightsTaken);
}

void on_console(Step& step, const ChooseMember& intent) {
  auto& room = step.model.room;
  if (!room) return;
  room->console.member = intent.seat;
  room->console.name = seat_name(step.model, intent.seat);
}

void on_console(Step& step, const SetMemberName& intent) {
  if (step.model.room) step.model.room->console.name = intent.text;
}

void on_console(Step& step, const BeginCorrection& /*intent*/) {
  Model& model = step.model;
  const auto question = question_to_rule(model);
  if (!question) return;
  Correction correction{*question->announced, *question->asked, *question->revealed, question->revealed->key};
  if (question->announced->kind == wire::QuestionKind::Numeric) {
    correction.number = format_number(question->revealed->numeric_key_micros, model.profile.language);
    correction.tolerance = format_number(question->revealed->numeric_tolerance_micros, model.profile.language);
  }
  model.room->console.correction = std::move(correction);
}

void on_console(Step& step, const ToggleKeyOption& intent) {
  const wire::OptionIndex option = intent.option;
  Correction* correction = open_correction(step);
  if (correction == nullptr || option >= correction->asked.options.size()) return;
  auto& key = correction->key;
  if (correction->announced.kind != wire::QuestionKind::MultipleResponse) {
    key = {option};
    return;
  }
  const auto found = std::find(key.begin(), key.end(), option);
  if (found == key.end()) {
    key.push_back(option);
  } else {
    key.erase(found);
  }
  std::sort(key.begin(), key.end());
}

void on_console(Step& step, const RaiseKeyOption& intent) {
  const std::size_t place = intent.place;
  Correction* correction = open_correction(step);
  if (correction == nullptr || place == 0 || place >= correction->key.size()) return;
  std::swap(correction->key[place - 1], correction->key[place]);
}

void on_console(Step& step, const SetKeyMatch& intent) {
  const auto& [option, match] = intent;
  Correction* correction = open_correction(step);
  if (correction == nullptr || option >= correction->key.size() || match >= correction->asked.matches.size()) return;
  correction->key[option] = match;
}

void on_console(Step& step, const SetKeyText& typed) {
  Correction* correction = open_correction(step);
  if (correction == nullptr) return;
  correction->number_error.reset();
  switch (typed.field) {
    case KeyField::Number: correction->number = typed.text; return;
    case KeyField::Tolerance: correction->tolerance = typed.text; return;
    case KeyField::Spelling: correction->spelling = typed.text; return;
  }
}

void on_console(Step& step, const SendCorrection& /*intent*/) {
  Correction* correction = open_correction(step);
  if (correction == nullptr || !can_send_correction(step.model)) return;
  wire::CorrectKey order{correction->announced.number, correction->key, 0, 0, {}};
  if (correction->announced.kind == wire::QuestionKind::Numeric && !read_numbers(*correction, order)) return;
  if (correction->announced.kind == wire::QuestionKind::ShortText) {
    order.spellings = correction->revealed.text_key;
    order.spellings.push_back(correction->spelling);
  }
  on_console(step, GiveOrder{order});
  correction->sent = step.model.room->console.order_sent == wire::Order{order};
}

}  // namespace certamen::model
