// One update in progress, shared by the update_*.cpp files; nobody else includes this.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "client/model/events.hpp"
#include "client/model/model.hpp"

namespace certamen::model {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // Clang 14 does not deduce it by itself

struct Step {
  Model& model;
  Instant now;
  std::vector<Command> commands;

  // To the server, on the connection in use. Requires Link::Online, or Link::Greeting for the Hello and what may follow it.
  void send(wire::ClientMessage message) { commands.emplace_back(SendMessage{model.connection.number, std::move(message)}); }
  void notify(decltype(Notice::about) about);
  void save_profile() { commands.emplace_back(SaveProfile{model.profile}); }
  [[nodiscard]] bool online() const { return model.connection.link == Link::Online; }
};

// ---- update_connection.cpp ----
void connect(Step& step, std::string address);       // a new attempt, now
void disconnect(Step& step);                         // on purpose; not tried again
void connection_broke(Step& step, std::string why);  // tried again while there is a room or a wish for one
void hang_up(Step& step, std::string why);           // closes it ourselves, then as connection_broke
void connection_broke(Step& step, const Disconnected& fact);
void on_connected(Step& step, const Connected& fact);
void accept_certificate(Step& step);
void refuse_certificate(Step& step);
void on_welcome(Step& step, const wire::Welcome& welcome);
void on_goodbye(Step& step, const wire::Goodbye& goodbye);
void connection_tick(Step& step);
[[nodiscard]] std::optional<Instant> connection_deadline(const Model& model);

// ---- update_form.cpp ----
void on_form(Step& step, const SetName& intent);
void on_form(Step& step, const SetAddress& intent);
void on_form(Step& step, const SetCode& intent);
void on_form(Step& step, const SetPassword& intent);
void on_form(Step& step, const ShowScreen& intent);
void on_form(Step& step, const GoBack& intent);
void on_form(Step& step, const ChooseLanguage& intent);
void on_form(Step& step, const ChangePreferences& intent);
void on_form(Step& step, const PlaceWindow& intent);
void on_form(Step& step, const OpenSolo& intent);
void on_form(Step& step, const JoinRoom& intent);
void on_form(Step& step, const HostRoom& intent);
void on_form(Step& step, const ReturnToSeat& intent);
void on_form(Step& step, const Retry& intent);
void send_entry(Step& step);      // if there is one and the server can take it
void give_seat_back(Step& step);  // LeaveRoom; once, whatever still arrives of the seat
void entry_refused(Step& step, wire::Refusal reason);

// ---- update_found.cpp ----
void on_beacon(Step& step, const BeaconHeard& heard);
void choose_found(Step& step, const ChooseFound& chosen);
void forget_silent_servers(Model& model, Instant now);

// ---- update_room.cpp ----
void on_leave(Step& step);
void on_room_left(Step& step);
void on_host_command(Step& step, wire::Command command);
void on_choose_team(Step& step, wire::TeamNumber team);
void on_room_event(Step& step, const wire::RoomEvent& event);
void on_seat_event(Step& step, const wire::SeatEvent& event);
void on_room_troubled(Step& step, const wire::RoomTroubled& troubled);
void on_rejected(Step& step, const wire::Rejected& rejected);
void enter_phase(Step& step, wire::Phase phase);
void resume_seat(Step& step);  // asks for a snapshot of the own room
void drop_room(Step& step);    // back to the start screen, the seat stays kept
void forget_seat(Step& step, std::string_view address, std::string_view code);
void ask_review(Step& step);
void review_tick(Step& step);  // asks again what was refused for a reason that passes

// ---- update_console.cpp ----
void on_console(Step& step, const GiveOrder& intent);
void on_console(Step& step, const ChooseMember& intent);
void on_console(Step& step, const SetMemberName& intent);
void on_console(Step& step, const BeginCorrection& intent);
void on_console(Step& step, const ToggleKeyOption& intent);
void on_console(Step& step, const RaiseKeyOption& intent);
void on_console(Step& step, const SetKeyMatch& intent);
void on_console(Step& step, const SetKeyText& intent);
void on_console(Step& step, const SendCorrection& intent);
void order_seen(Room& room, const wire::RoomFact& fact);
// With where the match stands as far as is known here; requires a host's ticket.
void send_order(Step& step, const wire::Order& order);
bool order_refused(Step& step, wire::Refusal reason);  // false when none was under way
void correction_seen(Room& room, const wire::RankingCorrected& fact);
void rights_lost(Step& step);
void class_reported(Room& room, const wire::ClassReported& report);

// ---- update_rehearsal.cpp ----
void on_rehearsal(Step& step, const SetRehearsalBots& intent);
void on_rehearsal(Step& step, const BeginRehearsal& intent);
void on_rehearsal(Step& step, const StopRehearsal& intent);
void on_rehearsal(Step& step, const ResetRehearsal& intent);
void on_rehearsal(Step& step, const RehearsalProgressed& fact);
void on_rehearsal(Step& step, const RehearsalEnded& fact);
void rehearsal_watches(Step& step);  // after every event

// ---- update_resolver.cpp ----
void begin_resolving(Step& step);  // the match is over, and its standings were kept back
void resolve_next(Step& step);
void resolve_all(Step& step);
void resolver_tick(Step& step);
[[nodiscard]] std::optional<Instant> resolver_deadline(const Model& model);

// ---- update_snapshot.cpp ----
// Keeps the seat and its tickets in the profile, for the next start of the program.
void remember_seat(Step& step);
void on_room_joined(Step& step, const wire::RoomJoined& joined);

// ---- update_answer.cpp ----
void on_toggle(Step& step, wire::OptionIndex option);
void on_place(Step& step, const PlaceOption& placed);
void on_match(Step& step, const MatchOption& matched);
void on_answer_text(Step& step, std::string text);
void on_certainty(Step& step, wire::Certainty certainty);
void on_numeric_text(Step& step, std::string text);
void on_confirm(Step& step);
void deliver_answer(Step& step);  // sends what is pending, if it can leave now and has not yet on this connection
void answer_locked(Step& step, const wire::AnswerLocked& locked);
void answer_refused(Step& step, const wire::Rejected& rejected);
void retry_answer(PendingAnswer& pending, Instant now);  // refused for a reason that passes
void answer_tick(Step& step);
void give_up_answer(Step& step);  // the question closed: what is still pending is lost

// ---- update_exam.cpp ----
void open_paper(Step& step);  // an exam runs: asks for its paper
void on_show_paper(Step& step, std::uint32_t number);
void on_toggle_flag(Step& step);
void on_hand_in(Step& step);
void exam_answer_locked(Step& step, const wire::AnswerLocked& locked);
void on_paper_question(Step& step, const wire::PaperQuestion& question);
void on_question_flagged(Step& step, const wire::QuestionFlagged& flagged);
void on_paper_handed_in(Step& step);
void save_board(Step& step);     // gives the board looked at, when it is complete and says something new
void exam_delivers(Step& step);  // what has not yet left on this connection
void exam_refused(Step& step, wire::Refusal reason);  // of the paper as a whole
void exam_tick(Step& step);
void resume_paper(Step& step);  // back in the seat
void close_paper(Step& step);   // the exam is over

// ---- standings.cpp ----
[[nodiscard]] Standings make_standings(const wire::RankingShown& shown, const std::optional<Standings>& before, Instant now);

}  // namespace certamen::model
