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

// The kinds that this program's boards can play; its forms ask for no other.
[[nodiscard]] std::vector<wire::QuestionKind> kinds_with_boards();
[[nodiscard]] bool has_board(wire::QuestionKind kind);
// Whether the announced question can be answered on a board: its kind has one, and the scoring asks for nothing that boards
// cannot give (a certainty).
[[nodiscard]] bool has_board(const Room& room);

// True when ConfirmAnswer would give an answer: as many picks as the question wants, or a number typed.
[[nodiscard]] bool can_confirm(const Model& model, Instant now);

// The answer given to the question in play, pending or locked.
[[nodiscard]] std::optional<wire::Answer> own_answer(const Model& model);

// The time of the locked answer in tenths of a second.
[[nodiscard]] std::optional<std::uint32_t> locked_tenths(const Model& model);

// One's own result of the question being revealed, once it has come.
[[nodiscard]] const wire::OwnResult* own_result(const Model& model);

// ---- people ----

[[nodiscard]] const wire::RankingRow* own_row(const std::vector<wire::RankingRow>& rows, wire::SeatId seat);
[[nodiscard]] const wire::RankingRow* own_row(const Model& model);  // of the podium, or else of the last ranking

// Members that count as players, in the order they came; connected or not.
[[nodiscard]] std::vector<wire::RosterEntry> players(const Model& model);
[[nodiscard]] std::size_t players_connected(const Model& model);
[[nodiscard]] std::string seat_name(const Model& model, wire::SeatId seat);  // empty when unknown

// ---- the host's hand ----

[[nodiscard]] bool is_host(const Model& model);  // holds the host ticket

// The one command that the big button means now: Start, Next, or Resume while paused; nothing when the match goes on by
// itself or one is not the host.
[[nodiscard]] std::optional<wire::Command> host_action(const Model& model, Instant now);
// Whether Next would close the open question before its time.
[[nodiscard]] bool can_close_early(const Model& model, Instant now);
[[nodiscard]] bool can_pause(const Model& model, Instant now);

// ---- the review ----

[[nodiscard]] std::uint32_t review_total(const Model& model);
[[nodiscard]] const wire::QuestionReviewed* reviewed(const Model& model);  // the one looked at, once it has come

}  // namespace certamen::model
