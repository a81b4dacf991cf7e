#include <algorithm>

#include "client/model/address.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

bool name_ready(Step& step) {
  Model& model = step.model;
  model.profile.name = trimmed(model.profile.name);
  if (model.profile.name.empty()) {
    model.draft.name_error = FieldError::NameMissing;
  } else if (model.profile.name.size() > wire::name_bytes_max) {
    model.draft.name_error = FieldError::NameTooLong;
  } else {
    model.draft.name_error.reset();
  }
  return !model.draft.name_error;
}

bool address_ready(Step& step) {
  Draft& draft = step.model.draft;
  draft.address = trimmed(draft.address);
  if (!parse_address(draft.address)) draft.address_error = FieldError::AddressInvalid;
  return !draft.address_error;
}

// Makes sure that the connection goes to the draft's address; what waits is sent on Welcome.
void ensure_connection(Step& step) {
  const Connection& connection = step.model.connection;
  const bool busy = connection.link != Link::Offline && connection.link != Link::Lost;
  if (busy && connection.address == step.model.draft.address) return;
  if (busy) disconnect(step);
  connect(step, step.model.draft.address);
}

void enter(Step& step, wire::ClientMessage wish) {
  step.model.entry = std::move(wish);
  if (step.online() && step.model.connection.address == step.model.draft.address) {
    send_entry(step);
  } else {
    ensure_connection(step);
  }
}

bool may_enter(const Model& model) {
  return !model.room && !model.entry;
}

wire::Ticket new_nonce(Model& model) {
  wire::Ticket nonce;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < nonce.bytes.size(); ++i) {
    if (i % sizeof(bits) == 0) bits = model.jitter.next();
    nonce.bytes[i] = static_cast<std::uint8_t>(bits >> (8 * (i % sizeof(bits))));
  }
  return nonce;
}

void enter_by_code(Step& step, const wire::RoomCode& code) {
  Model& model = step.model;
  const Draft& draft = model.draft;
  wire::JoinRoom wish{code, model.profile.name, wire::Role::Player, std::nullopt};
  if (draft.spectate) wish = {code, {}, wire::Role::Spectator, std::nullopt};  // who only watches takes nobody's name
  const auto same_as = [&](const JoinTry& earlier) {
    const wire::JoinRoom& old = earlier.wish;
    return earlier.address == draft.address && old.code == code && old.name == wish.name && old.role == wish.role;
  };
  wish.password = draft.password;
  wish.nonce = model.join_try && same_as(*model.join_try) ? model.join_try->wish.nonce : new_nonce(model);
  model.join_try = JoinTry{draft.address, wish};
  enter(step, wish);
}

// Withdraws a wish to enter. If it was granted in the meantime, on_room_joined gives the seat back.
void withdraw_entry(Step& step) {
  step.model.entry.reset();
  if (step.online()) {
    step.model.leaving = true;
  } else {
    disconnect(step);
  }
}

}  // namespace

void send_entry(Step& step) {
  if (step.model.entry && step.online() && !step.model.leaving) step.send(*step.model.entry);
}

void on_form(Step& step, const SetName& intent) {
  step.model.profile.name = intent.text;
  step.model.draft.name_error.reset();
  step.model.draft.name_suggested.clear();
}

void on_form(Step& step, const SetAddress& intent) {
  step.model.draft.address = intent.text;
  step.model.draft.address_error.reset();
}

void on_form(Step& step, const SetCode& intent) {
  step.model.draft.code = intent.text;
  step.model.draft.code_error.reset();
}

void on_form(Step& step, const SetPassword& intent) {
  step.model.draft.password = intent.text;
  step.model.draft.password_error.reset();
}

void on_form(Step& step, const ShowScreen& intent) {
  Model& model = step.model;
  if (intent.screen == Screen::Room || intent.screen == Screen::Review || model.entry) return;
  if (model.room) {
    if (intent.screen == Screen::Settings) model.screen = Screen::Settings;
    if (intent.screen == Screen::Start) model.screen = Screen::Room;
    return;
  }
  model.screen = intent.screen;
  if (intent.screen != Screen::Solo && intent.screen != Screen::Host) return;
  // The forms offer the bank's topics; a form without them still works, so a bad address is no error yet.
  if (step.online()) {
    if (model.topics.empty()) step.send(wire::BrowseTopics{});
  } else if (parse_address(model.draft.address)) {
    ensure_connection(step);
  }
}

void on_form(Step& step, const GoBack& /*intent*/) {
  Model& model = step.model;
  if (model.entry) {
    withdraw_entry(step);
    return;
  }
  switch (model.screen) {
    case Screen::Solo:
    case Screen::Join:
    case Screen::Host: model.screen = Screen::Start; return;
    case Screen::Settings: model.screen = model.room ? Screen::Room : Screen::Start; return;
    case Screen::Review: model.screen = Screen::Room; return;
    case Screen::Start:
    case Screen::Room: return;
  }
}

void on_form(Step& step, const ChooseLanguage& intent) {
  Model& model = step.model;
  if (model.profile.language == intent.language) return;
  model.profile.language = intent.language;
  step.save_profile();
  // Between Hello and Welcome the server has already been told the old one.
  if (step.online() || model.connection.link == Link::Greeting) step.send(wire::ChooseLanguage{intent.language});
  if (!step.online()) {
    model.topics.clear();  // listed again, in the new language
    return;
  }
  if (!model.topics.empty()) step.send(wire::BrowseTopics{});
  if (model.room && model.room->review_asked) ask_review(step);
}

void on_form(Step& step, const ChangePreferences& intent) {
  Preferences wanted = intent.preferences;
  wanted.volume = std::min(wanted.volume, volume_max);
  if (step.model.profile.preferences == wanted) return;
  step.model.profile.preferences = wanted;
  step.save_profile();
}

void on_form(Step& step, const PlaceWindow& intent) {
  if (step.model.profile.window == intent.place) return;
  step.model.profile.window = intent.place;
  step.save_profile();
}

void on_form(Step& step, const OpenSolo& /*intent*/) {
  if (!may_enter(step.model)) return;
  const bool name_fits = name_ready(step);
  if (!address_ready(step) || !name_fits) return;
  wire::RoomSettings settings = step.model.draft.solo;
  settings.mode = wire::Mode::Solo;
  settings.host_plays = true;
  settings.capacity = 1;
  settings.late_join = false;
  enter(step, wire::OpenRoom{std::move(settings), step.model.profile.name});
}

void on_form(Step& step, const JoinRoom& /*intent*/) {
  if (!may_enter(step.model)) return;
  Draft& draft = step.model.draft;
  const auto code = parse_code(draft.code);
  if (!code) draft.code_error = FieldError::CodeInvalid;
  const bool name_fits = draft.spectate || name_ready(step);
  if (!address_ready(step) || !name_fits || !code) return;
  draft.code = *code;

  const auto& seats = step.model.profile.seats;
  const auto kept = std::find_if(seats.begin(), seats.end(), [&](const SeatKept& seat) {
    return seat.address == draft.address && seat.code == *code && seat.name == step.model.profile.name;
  });
  if (kept != seats.end() && !draft.spectate) {
    enter(step, wire::ResumeSeat{*code, kept->ticket});
  } else {
    enter_by_code(step, *code);
  }
}

void on_form(Step& step, const HostRoom& /*intent*/) {
  if (!may_enter(step.model)) return;
  const bool name_fits = !step.model.draft.host.host_plays || name_ready(step);
  if (!address_ready(step) || !name_fits) return;
  wire::RoomSettings settings = step.model.draft.host;
  if (settings.mode == wire::Mode::Solo) settings.mode = wire::Mode::Competition;
  enter(step, wire::OpenRoom{std::move(settings), step.model.profile.name, step.model.draft.password});
}

void on_form(Step& step, const ReturnToSeat& intent) {
  Model& model = step.model;
  if (!may_enter(model) || intent.index >= model.profile.seats.size()) return;
  const SeatKept seat = model.profile.seats[intent.index];
  model.draft.address = seat.address;
  model.draft.code.clear();
  enter(step, wire::ResumeSeat{seat.code, seat.ticket});
}

void on_form(Step& step, const Retry& /*intent*/) {
  Model& model = step.model;
  if (model.connection.link == Link::Lost) {
    connect(step, model.connection.address);
  } else if (model.connection.link == Link::Offline && address_ready(step)) {
    ensure_connection(step);
  }
}

void entry_refused(Step& step, wire::Refusal reason) {
  Model& model = step.model;
  const wire::ClientMessage entry = std::move(*model.entry);
  model.entry.reset();
  const auto* resume = std::get_if<wire::ResumeSeat>(&entry);
  if (resume != nullptr && (reason == wire::Refusal::TicketInvalid || reason == wire::Refusal::RoomNotFound)) {
    forget_seat(step, model.connection.address, resume->code);
    if (reason == wire::Refusal::TicketInvalid && model.draft.code == resume->code) {
      enter_by_code(step, resume->code);  // the person typed this code: the old seat was only the better way in
      return;
    }
    if (model.draft.code != resume->code) {
      step.notify(Remark::SeatGone);
      return;
    }
  }
  if (reason == wire::Refusal::RoomNotFound) model.draft.code_error = FieldError::CodeUnknown;
  if (reason == wire::Refusal::NameTaken) model.draft.name_error = FieldError::NameTaken;
  if (reason == wire::Refusal::NameInvalid) model.draft.name_error = FieldError::NameInvalid;
  if (reason == wire::Refusal::RoomPasswordNeeded) model.draft.password_error = FieldError::PasswordNeeded;
  if (reason == wire::Refusal::RoomPasswordWrong) model.draft.password_error = FieldError::PasswordWrong;
  step.notify(reason);
}

}  // namespace certamen::model
