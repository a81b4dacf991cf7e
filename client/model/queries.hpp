// Small questions to a Model, so that screens only draw.
//
// Pure. `now` is the local instant everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/model/model.hpp"

namespace certamen::model {

// ---- time ----

// What to draw now. A question whose options are here but not yet open is still Reading.
[[nodiscard]] Stage stage(const Model& model, Instant now);

// The server's timeline now, as well as it is known.
[[nodiscard]] Instant server_now(const Model& model, Instant now);

// What remains of the present stage: until the options open (Reading), until answers close (Asking), until the match
// goes on by itself (Revealing and Ranking with automatic pacing). Never negative; stands still while paused; nothing
// when the stage has no end of its own.
[[nodiscard]] std::optional<Duration> time_left(const Model& model, Instant now);

// What an allowance makes of a time that others have whole.
[[nodiscard]] Duration own_time(const Room& room, Duration whole);

// How long the question is open for the person, with the time allowed to them; for who only watches, as for most.
// Requires room.asked.
[[nodiscard]] Duration answer_window(const Room& room);
[[nodiscard]] Instant answers_close_at(const Room& room);

// The whole of the span that time_left() counts down, for a ring; zero when the stage has no end of its own.
[[nodiscard]] Duration time_whole(const Model& model, Instant now);

// How long ago the connection was lost; nothing while there is nothing to complain about. When present, the banner is
// loud.
// The fingerprint by which the server in use is known; empty when it is not.
[[nodiscard]] std::string certificate_known(const Model& model);

[[nodiscard]] std::optional<Duration> lost_for(const Model& model, Instant now);

// ---- the board ----

// One option as this player sees it. The vector's order is the order on screen; letters and shapes go by position,
// events and statistics by `canonical`.
struct DisplayOption {
  wire::OptionIndex canonical = 0;
  std::string text;
  bool picked = false;           // on the board, pending, or locked: "your pick"
  std::optional<bool> right;     // after the reveal
  std::uint32_t pick_count = 0;  // after the reveal
  std::string reason;            // after the reveal
  bool operator==(const DisplayOption&) const = default;
};

// The options of the question in play, none before they arrived and for numeric questions. With
// settings.shuffle_per_player the order is this seat's own, the same before and after the reveal and in the review.
[[nodiscard]] std::vector<DisplayOption> display_options(const Model& model);
[[nodiscard]] std::vector<DisplayOption> display_options(const Model& model, const wire::QuestionReviewed& reviewed);

// The canonical index shown at each position.
[[nodiscard]] std::vector<wire::OptionIndex> display_order(const wire::RoomSettings& settings, wire::SeatId seat,
                                                           const wire::QuestionAsked& asked);

enum class AnswerState : std::uint8_t {
  None,     // nothing given
  Pending,  // given, on its way
  Kept,     // given while the connection is lost: it leaves by itself
  Locked,   // acknowledged
};
[[nodiscard]] AnswerState answer_state(const Model& model);

// True while a press on the board counts: a player, an open question, not paused, nothing given yet. The connection may
// be lost.
[[nodiscard]] bool can_answer(const Model& model, Instant now);
// Whether one plays, but came too late for the question on the screens.
[[nodiscard]] bool came_late(const Room& room);

// Whether the scoring of the room asks how sure one is.
[[nodiscard]] bool asks_certainty(const Room& room);
// Whether a single press gives the answer: one of several, and nothing else is asked.
[[nodiscard]] bool gives_at_once(const Room& room);

// Ordering: the options (canonical) from the first place to the last, as given, as arranged, or as they came.
[[nodiscard]] std::vector<wire::OptionIndex> board_order(const Model& model);
// Matching: the match of each option, as given or as chosen so far.
[[nodiscard]] std::vector<std::optional<wire::OptionIndex>> board_matches(const Model& model);
// What the board says, complete and well formed; the number or words as typed may not be.
[[nodiscard]] std::optional<wire::Answer> board_answer(const Model& model);

// True when ConfirmAnswer would give an answer: as many picks as the question wants, something typed, an order that was
// touched, a match for every option; and a certainty where one is asked.
[[nodiscard]] bool can_confirm(const Model& model, Instant now);

// The answer given to the question in play, pending or locked.
[[nodiscard]] std::optional<wire::Answer> own_answer(const Model& model);

// The time of the locked answer in tenths of a second.
[[nodiscard]] std::optional<std::uint32_t> locked_tenths(const Model& model);

// One's own result of the question being revealed, once it has come.
[[nodiscard]] const wire::OwnResult* own_result(const Model& model);

// ---- an exam's paper ----

[[nodiscard]] std::uint32_t paper_total(const Model& model);  // 0 while no exam runs
enum class PaperState : std::uint8_t {
  Blank,
  Begun,    // something is on the board, but no whole answer
  Sending,  // or kept until the connection returns
  Saved,
};
[[nodiscard]] PaperState paper_state(const Model& model, std::uint32_t number);
[[nodiscard]] bool paper_flagged(const Model& model, std::uint32_t number);
[[nodiscard]] std::uint32_t paper_blank_count(const Model& model);  // questions that would count as unanswered
// One's own paper can be changed no more: it was handed in, or is about to be.
[[nodiscard]] bool paper_closed(const Model& model);

// ---- people ----

[[nodiscard]] const wire::RankingRow* own_row(const std::vector<wire::RankingRow>& rows, wire::SeatId seat);
[[nodiscard]] const wire::RankingRow* own_row(const Model& model);  // of the podium, or else of the last ranking

// Members that count as players, in the order they came; connected or not.
[[nodiscard]] std::vector<wire::RosterEntry> players(const Model& model);
[[nodiscard]] std::size_t players_connected(const Model& model);
[[nodiscard]] std::string seat_name(const Model& model, wire::SeatId seat);  // empty when unknown

// HOST:PORT by which others reach the room's server; nothing when only this computer does.
[[nodiscard]] std::optional<std::string> join_address(const Model& model);
// What a QR code holds and a code field takes: server and code in one line. Nothing for a room that is private.
[[nodiscard]] std::optional<std::string> join_line(const Model& model);

// ---- the host's hand ----

[[nodiscard]] bool is_host(const Model& model);  // holds the host ticket

// The one command that the big button means now: Start, Next, or Resume while paused; nothing when the match goes on by
// itself or one is not the host.
[[nodiscard]] std::optional<wire::Command> host_action(const Model& model, Instant now);
// Whether Next would close the open question before its time.
[[nodiscard]] bool can_close_early(const Model& model, Instant now);
[[nodiscard]] bool can_pause(const Model& model, Instant now);

// ---- a host's console ----

[[nodiscard]] wire::Rights own_rights(const Model& model);
// Whether there is a room of others to direct.
[[nodiscard]] bool has_console(const Model& model);
[[nodiscard]] bool host_is_here(const Model& model);  // connected
// Everybody in the room: the host, co-hosts, players, spectators, each by name.
[[nodiscard]] std::vector<wire::RosterEntry> members(const Model& model);
[[nodiscard]] const wire::RosterEntry* chosen_member(const Model& model);  // null when nobody is, or who was has left
[[nodiscard]] wire::Allowance allowance_of(const Room& room, wire::SeatId seat);
[[nodiscard]] bool can_extend(const Model& model, Instant now);
[[nodiscard]] bool can_skip(const Model& model);
[[nodiscard]] bool can_remove(const Model& model, const wire::RosterEntry& member);

// The question that may be voided or get another key now: the one on the screen, revealed or reviewed.
struct QuestionToRule {
  const wire::QuestionAnnounced* announced;
  const wire::QuestionAsked* asked;
  const wire::QuestionRevealed* revealed;
};
[[nodiscard]] std::optional<QuestionToRule> question_to_rule(const Model& model);
// Whether the key in hand is another one than the question has, as far as can be said before it is read.
[[nodiscard]] bool can_send_correction(const Model& model);
// Whether an order would leave now: one has the rights and the connection.
[[nodiscard]] bool can_give_orders(const Model& model);

// ---- a rehearsal ----

// In the lobby, for the host: the server is there, and the match has not begun.
[[nodiscard]] bool can_rehearse(const Model& model);
[[nodiscard]] std::uint32_t rehearsal_bots_most(const Model& model);  // as many as seats, within reason

// ---- the finale ----

// True from the end of a match whose standings were kept back until the last place is resolved.
[[nodiscard]] bool resolves(const Model& model);
// How long the place that is next stays hidden; longer towards the first.
[[nodiscard]] Duration resolve_time(std::size_t places_left);

// ---- the review ----

[[nodiscard]] std::uint32_t review_total(const Model& model);
// Of those, the ones that anybody could be right on for points: an exam's unscored questions left out.
[[nodiscard]] std::uint32_t scored_total(const Model& model);
[[nodiscard]] const wire::QuestionReviewed* reviewed(const Model& model);  // the one looked at, once it has come

}  // namespace certamen::model
