// One running exam, from the first player at the door to the podium.
//
// Pure: a room is a value that takes events and returns effects; it has no clock, no socket and no thread, and the same
// events at the same instants give the same room on every machine. Whoever owns it must step it with Tick at deadline().
// Answers lock at the question's closes_at; the tick that closes it comes a grace later, so that answers received in
// time but still on their way between threads land. Only the instant of receipt decides.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "server/exam/keyed_hash.hpp"
#include "server/exam/ranking.hpp"
#include "server/exam/score.hpp"
#include "server/room/allowances.hpp"
#include "server/room/commands.hpp"
#include "server/room/effect.hpp"
#include "server/room/event.hpp"
#include "server/room/exam_desk.hpp"
#include "server/room/fair_time.hpp"
#include "server/room/freezing.hpp"
#include "server/room/tally.hpp"
#include "server/room/teams.hpp"

namespace certamen::room {

inline constexpr wire::Duration opening_lead{300'000};          // options are sent so long before they open, or the cap
inline constexpr wire::Duration letter_grace{20'000};           // see above
inline constexpr wire::Duration roster_delay{200'000};          // joins within this time are told together
inline constexpr wire::Duration progress_delay{100'000};        // likewise for answer counts
inline constexpr wire::Duration return_wait{15'000'000};        // after a restart, how long to wait for everyone's return
inline constexpr wire::Duration deserted_close{1'800'000'000};  // a room without anybody lives this long
inline constexpr wire::Duration deserted_lobby_close{300'000'000};  // and this long when its match never began
inline constexpr wire::Duration exam_return_time{
    120'000'000};                                       // others are done: so long an exam waits for a lost connection
inline constexpr std::uint32_t team_choices_max = 200;  // of one player: nobody in good faith gets there
inline constexpr wire::Duration lobby_seat_time{120'000'000};  // before the match, a lost connection keeps its seat so long
// Of one room, by its host and co-hosts; then only those that go on and end.
inline constexpr std::uint32_t orders_max = 20'000;

// An answer that counts, and after the reveal what it was worth.
struct Given {
  wire::Answer answer;
  std::uint32_t tenths = 0;
  std::optional<wire::Certainty> certainty{};
  std::string folded{};  // an answer in words, as it is compared
  exam::Credit credit{};
  exam::Earned earned{};
  std::uint32_t received_tenths = 0;  // without the credit for its way
  wire::Duration time_credit{};
  Stamp stamp = Stamp::Unused;
  std::optional<RoundTrips> round_trips{};
  wire::Allowance allowance = wire::Allowance::Whole;
  [[nodiscard]] bool right() const { return credit.full(); }
};

struct Member {
  wire::SeatId id;
  std::string name;
  std::string name_key;
  std::string name_look{};
  wire::Role role = wire::Role::Player;
  bool plays = true;
  bool connected = true;
  std::optional<wire::Instant> gone_since{};
  TicketDigest digest{};
  std::optional<TicketDigest> nonce_digest{};       // of the wish that got this seat
  std::optional<std::string> wished_key{};          // the name key of that wish, where it was renamed since
  std::uint32_t first_question = 1;                 // a late joiner is not asked what was open before
  std::vector<std::optional<Given>> given;          // by question number - 1
  std::vector<std::optional<Given>> first_votes{};  // likewise, where a question is voted on twice; `given` has the second
  exam::Standing standing;
  std::uint32_t streak = 0;
  std::uint32_t team_choices = 0;
  std::uint32_t rank = 0;
  std::uint32_t previous_rank = 0;
  std::int64_t points_gained = 0;
  wire::Duration time_credit{};                 // used so far, see credit_quota
  std::optional<TicketDigest> cohost_digest{};  // of the ticket for a co-host's rights
  bool rights_unused = false;                   // no command has shown the ticket for them yet: it may have been lost
};

// What was decided about a question: by its host, or when the paper was drawn.
struct Ruling {
  std::uint32_t extended_seconds = 0;
  bool skipped = false;
  bool voided = false;
  bool key_corrected = false;
  std::uint32_t choose = 0;  // with a corrected key: how many options the question asked for, as it was asked
  bool unscored = false;     // of an exam: asked, but nobody's points
  [[nodiscard]] bool counts() const { return !skipped && !voided && !unscored; }
  bool operator==(const Ruling&) const = default;
};

struct Gathering {};
struct Drawing {};
struct Reading {
  wire::Instant opens_at;
};
struct Asking {
  wire::Instant opens_at;
  wire::Instant closes_at;  // for who has no allowance
  std::uint32_t vote = 1;
};
struct Revealing {
  std::optional<wire::Instant> continues_at;  // not of host pacing
};
struct Ranking {
  std::optional<wire::Instant> continues_at;
};
struct Finished {};
struct Examining {  // the whole paper at once
  wire::Instant opens_at;
  wire::Instant closes_at;
};
struct Discussing {
  wire::Instant continues_at;
};
using Phase = std::variant<Gathering, Drawing, Reading, Asking, Revealing, Ranking, Finished, Examining, Discussing>;

struct Pause {
  wire::PauseReason reason = wire::PauseReason::HostAsked;
  wire::Instant since;
  std::optional<wire::Instant> until;  // after a restart: when the room goes on without those still missing
};

class Room {
 public:
  // Opens a room at `now`; the effects seat the opener. Requires settings the codec has checked.
  static std::pair<Room, std::vector<Effect>> open(const Opened& opened, wire::Instant now);

  // What happens when `event` happens at `now`. Instants never go backwards from call to call.
  // An event that is impossible for a well-behaved client comes back as a Reply with wire::Rejected and changes nothing.
  [[nodiscard]] std::vector<Effect> step(const Event& event, wire::Instant now);
  // The same with a vector of the caller's, which is empty and may have room already: effects are large.
  void step(const Event& event, wire::Instant now, std::vector<Effect>& effects);

  // When the room next wants a Tick; none while it waits for people only.
  [[nodiscard]] std::optional<wire::Instant> deadline() const;

  // The whole room as this seat may see it. Requires a seat of this room.
  [[nodiscard]] wire::Snapshot snapshot(wire::SeatId seat, wire::Language language) const;

  // A hash over everything a replay must reproduce.
  [[nodiscard]] std::uint64_t digest() const;

  [[nodiscard]] wire::Phase phase() const;
  [[nodiscard]] const std::map<wire::SeatId, Member>& members() const { return members_; }
  [[nodiscard]] const wire::RoomSettings& settings() const { return settings_; }
  [[nodiscard]] const exam::Paper& paper() const { return paper_; }
  [[nodiscard]] std::uint32_t question_number() const { return number_; }
  [[nodiscard]] std::uint64_t sequence() const { return sequence_; }
  [[nodiscard]] bool closed() const { return closed_; }
  [[nodiscard]] bool paused() const { return pause_.has_value(); }
  // Argon2id of the password asked of those who join; empty for none. Whoever steps this room asks it.
  [[nodiscard]] const std::string& password_hash() const { return password_hash_; }
  // Whether some seat has this ticket.
  [[nodiscard]] bool knows(const TicketDigest& ticket) const;
  // Whether the member with this ticket has rights whose own ticket it may never have got.
  [[nodiscard]] bool lacks_rights_ticket(const TicketDigest& ticket) const;
  [[nodiscard]] bool locked() const { return locked_; }
  [[nodiscard]] const std::vector<Ruling>& rulings() const { return rulings_; }
  [[nodiscard]] const Teams& teams() const { return teams_; }
  [[nodiscard]] const Allowances& allowances() const { return allowances_; }
  // Every player's final standing; nothing before the match is finished.
  [[nodiscard]] std::optional<wire::MatchFinished> results() const;
  // Teams by the questions revealed so far, best first; empty without teams.
  [[nodiscard]] std::vector<wire::TeamRow> team_rows() const;
  // How fair the time of the questions revealed so far was: every player with a rank, the best first.
  [[nodiscard]] wire::FairnessReported fairness() const;

 private:
  using Effects = std::vector<Effect>;
  Room() = default;

  // joining.cpp
  void on(const Opened&, wire::Instant, Effects&);
  void on(const Joined&, wire::Instant, Effects&);
  void on(const Resumed&, wire::Instant, Effects&);
  void on(const Disconnected&, wire::Instant, Effects&);
  void on(const Left&, wire::Instant, Effects&);
  void on(const LanguageChosen&, wire::Instant, Effects&);
  [[nodiscard]] std::optional<wire::Refusal> refusal_of(const Joined&) const;
  [[nodiscard]] Member* seat_given_to(const Joined&);
  void came_back(Member&, wire::Language, wire::Instant, Effects&);
  void note_roster_change(wire::SeatId, wire::Instant);
  void tell_roster(Effects&);
  void went_away(Member&, wire::Instant, Effects&);
  bool release_lobby_seats(wire::Instant);
  [[nodiscard]] std::optional<wire::Instant> deserted_deadline() const;

  // playing.cpp
  void on(const Commanded&, wire::Instant, Effects&);
  void on(const PaperDrawn&, wire::Instant, Effects&);
  void on(const PaperRefused&, wire::Instant, Effects&);
  void on(const Answered&, wire::Instant, Effects&);
  void on(const ReviewAsked&, wire::Instant, Effects&);
  void on(const Tick&, wire::Instant, Effects&);
  // Between the first question, or the opening of the exam, and the podium.
  [[nodiscard]] bool in_play() const;
  [[nodiscard]] bool goes_on_by_itself() const { return settings_.pacing != wire::Pacing::HostPaced; }
  [[nodiscard]] exam::DrawSpec draw_spec() const;
  [[nodiscard]] std::optional<wire::Refusal> refusal_of(const Answered&) const;
  [[nodiscard]] bool is_awaited(const Member&) const;
  [[nodiscard]] bool everyone_answered();
  [[nodiscard]] const Given* kept_answer(const Answered&) const;
  [[nodiscard]] std::optional<wire::Instant> phase_deadline() const;
  [[nodiscard]] wire::Duration lead() const;  // long enough for everyone whose way the cap covers
  void take(const Answered&);
  bool advance_if_due(wire::Instant, Effects&);
  void advance(wire::Instant, Effects&);
  void leave_reveal(wire::Instant, Effects&);
  void announce(wire::Instant, Effects&);
  void ask(wire::Instant, Effects&);
  void reveal(wire::Instant, Effects&);
  void show_ranking(wire::Instant, Effects&);
  void finish(Effects&);
  void tell_fairness(Effects&) const;

  // moderating.cpp: each says why not, or carries the command out
  using Refused = std::optional<wire::Refusal>;
  [[nodiscard]] Refused obey(const wire::Command&, const Commanded&, wire::Instant, Effects&);  // in playing.cpp
  [[nodiscard]] Refused obey(const wire::ExtendQuestion&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::SkipQuestion&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::VoidQuestion&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::CorrectKey&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::RemoveMember&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::RenameMember&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::LockRoom&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::HandOver&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::AppointCohost&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::TakeOver&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] wire::Rights rights_of(const Commanded&) const;
  [[nodiscard]] bool is_late(const Commanded&, CommandKind) const;
  [[nodiscard]] Member* other_than_host(wire::SeatId);
  [[nodiscard]] bool is_banned(const Joined&) const;
  void make_host(Member&, const TicketDigest&, wire::Instant, Effects&);
  void remove(wire::SeatId, const wire::RemoveMember&, const Commanded&, wire::Instant, Effects&);

  // discussing.cpp
  [[nodiscard]] bool votes_twice() const { return settings_.discuss_seconds != 0; }
  [[nodiscard]] std::uint32_t vote() const;
  void close_vote(wire::Instant, Effects&);
  void discuss(wire::Instant, Effects&);
  void ask_again(wire::Instant, Effects&);
  std::vector<wire::SeatId> carry_first_votes();
  [[nodiscard]] wire::DiscussionOpened discussion() const;
  void tell_team_votes(Effects&) const;
  [[nodiscard]] std::optional<wire::TeamVotes> team_votes(wire::SeatId) const;
  [[nodiscard]] std::vector<wire::TeamVotes> votes_by_team() const;

  // teaming.cpp
  void on(const TeamChosen&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::MoveToTeam&, const Commanded&, wire::Instant, Effects&);
  [[nodiscard]] Refused obey(const wire::SetAllowance&, const Commanded&, wire::Instant, Effects&);
  void form_teams();
  void forget_seat(wire::SeatId);
  void complete_teams(wire::Instant);
  [[nodiscard]] bool sees_allowances(const Member&) const;
  void tell_allowances(const Member&, Effects&) const;
  [[nodiscard]] std::vector<wire::AllowanceChanged> allowances_seen_by(const Member&) const;
  [[nodiscard]] wire::Instant closes_for(wire::SeatId, wire::Instant opens_at, wire::Instant closes_at) const;
  [[nodiscard]] wire::Instant closes_for_all(const Asking&) const;
  [[nodiscard]] std::uint32_t window_tenths(std::uint32_t number, wire::Allowance) const;
  [[nodiscard]] std::uint32_t comparable_tenths(std::uint32_t number, const Given&, std::uint32_t tenths) const;

  // standings.cpp
  [[nodiscard]] std::vector<wire::RankingRow> ranking_rows(std::size_t rows_max) const;
  [[nodiscard]] bool standings_are_frozen() const;
  [[nodiscard]] std::vector<wire::TeamRow> team_rows_after(std::uint32_t last) const;
  [[nodiscard]] wire::RankingShown true_ranking() const;
  [[nodiscard]] wire::RankingShown ranking_shown() const;
  void note_standings();
  void note_standings_again();
  void tell_frozen_ranking(Effects&) const;
  [[nodiscard]] bool sees_frozen_ranking(const Member&) const;
  [[nodiscard]] wire::MatchFinished match_finished(std::size_t rows_max) const;

  // correcting.cpp
  [[nodiscard]] bool may_correct(std::uint32_t number) const;
  void correct(std::uint32_t number, wire::Correction, Effects&);
  [[nodiscard]] std::vector<wire::CorrectedRow> standings_seen() const;
  void rescore();
  void rank_again(std::uint32_t Member::*place);
  void tell_standings(Effects&);
  void tell_own_results(Effects&);
  [[nodiscard]] std::uint32_t last_scored() const;
  [[nodiscard]] std::vector<std::uint32_t> ruled(bool Ruling::*mark) const;

  // examining.cpp
  void on(const Flagged&, wire::Instant, Effects&);
  void on(const HandedIn&, wire::Instant, Effects&);
  void on(const PaperAsked&, wire::Instant, Effects&);
  void open_exam(wire::Instant, Effects&);
  void finish_exam(wire::Instant, Effects&);
  void answer_in_exam(const Answered&, Effects&);
  [[nodiscard]] bool is_exam() const { return settings_.mode == wire::Mode::ExamSimulation; }
  [[nodiscard]] std::optional<wire::Refusal> paper_refusal_of(wire::SeatId, std::optional<std::uint32_t> number,
                                                              wire::Instant at) const;
  [[nodiscard]] std::optional<wire::Instant> all_handed_in_at() const;
  [[nodiscard]] wire::Instant exam_deadline(const Examining&) const;
  [[nodiscard]] std::uint32_t handed_in_count() const;
  [[nodiscard]] wire::ExamOpened exam_opened() const;
  [[nodiscard]] wire::ExamResult exam_result(const Member&) const;
  [[nodiscard]] wire::OwnExam own_exam(const Member&) const;

  // class_report.cpp
  [[nodiscard]] wire::ClassReported class_report(wire::Language) const;
  void tell_class_report(Effects&) const;

  // pausing.cpp
  void on(const Recovered&, wire::Instant, Effects&);
  void on(const StorageFailed&, wire::Instant, Effects&);
  void on(const StorageReturned&, wire::Instant, Effects&);
  void pause(wire::PauseReason, wire::Instant, Effects&);
  void resume(wire::Instant, Effects&);
  [[nodiscard]] bool awaited_are_back() const;
  [[nodiscard]] bool host_is_gone() const;
  [[nodiscard]] bool waits_for_host() const;

  // marking.cpp
  void grade_answers(std::uint32_t number);
  void mark_answers(std::uint32_t number);
  void mark(Member&, Given&, std::uint32_t number, const exam::Policy&);
  void grade(std::optional<Given>&, std::uint32_t number) const;
  [[nodiscard]] exam::Policy policy() const { return exam::Policy(settings_); }
  void rank_players();

  // fairness.cpp
  [[nodiscard]] exam::Standing standing_without_credit(const Member&) const;
  [[nodiscard]] wire::FairnessReported fairness_told() const;  // as many rows as the wire carries
  [[nodiscard]] std::uint32_t ranking_error_tenths() const { return ties_within_error_ ? error_tenths : 0; }

  // revealing.cpp
  [[nodiscard]] AnswersGiven answers_given(std::uint32_t number) const;
  [[nodiscard]] wire::QuestionRevealed revealed(std::uint32_t number, wire::Language) const;
  // Likewise, with what is the same in every language counted before.
  [[nodiscard]] wire::QuestionRevealed revealed(std::uint32_t number, wire::Language, const AnswersGiven&) const;
  void count_first_votes(wire::QuestionRevealed&) const;

  // telling.cpp
  void broadcast(wire::RoomFact, Effects&);
  template <class MakeFact>  // MakeFact: wire::Language -> a fact
  void broadcast_localized(const MakeFact& make, Effects& effects) {
    ++sequence_;
    Broadcast told;
    for (std::size_t i = 0; i < wire::language_count; ++i) {
      told.by_language.emplace_back(wire::RoomEvent{sequence_, make(static_cast<wire::Language>(i))});
    }
    effects.emplace_back(std::move(told));
  }
  void add_member(Member);
  [[nodiscard]] Member take_member(wire::SeatId);
  [[nodiscard]] wire::ServerMessage private_fact(wire::SeatFact) const;
  [[nodiscard]] const exam::Question& question(std::uint32_t number) const;
  [[nodiscard]] exam::HashKey opening_secret() const;
  [[nodiscard]] std::uint32_t seconds_allowed(std::uint32_t number) const;
  [[nodiscard]] wire::RosterEntry roster_entry(const Member&) const;
  [[nodiscard]] wire::QuestionAnnounced announced(std::uint32_t number, wire::Language) const;
  [[nodiscard]] wire::QuestionAsked asked(std::uint32_t number, wire::Language) const;
  [[nodiscard]] static wire::AnswerLocked answer_locked(const Given&, std::uint32_t number, std::uint32_t vote = 1);
  [[nodiscard]] wire::OwnResult own_result(const Member&, std::uint32_t number) const;
  [[nodiscard]] std::uint32_t player_count() const { return player_count_; }

  wire::RoomSettings settings_;
  std::uint64_t seed_ = 0;
  TicketDigest host_digest_{};
  std::string password_hash_;
  TicketDigest opening_digest_{};  // the first host_digest_
  Phase phase_;
  std::optional<Pause> pause_;
  std::map<wire::SeatId, Member> members_;  // changed by add_member and take_member alone
  std::uint32_t player_count_ = 0;          // of them
  wire::SeatId awaited_player_{};           // where everyone_answered() looks first; no part of the room's state
  std::uint32_t seats_given_ = 0;
  std::map<wire::SeatId, Member> removed_;  // players removed during the match; their answers stay in the counts
  exam::Paper paper_;
  std::vector<Ruling> rulings_;  // by question number - 1
  ExamDesk desk_;
  Teams teams_;
  Allowances allowances_;
  Freezing freezing_;
  std::uint32_t number_ = 0;  // of the current question, from 1; 0 before the first
  std::uint32_t revealed_count_ = 0;
  wire::SeatId fastest_seat_;
  std::uint32_t fastest_tenths_ = 0;
  wire::SeatId streak_seat_;
  std::uint32_t streak_length_ = 0;
  std::uint64_t sequence_ = 0;
  std::set<wire::SeatId> awaited_;            // after a restart: who was there and has not returned
  std::map<wire::SeatId, bool> roster_news_;  // changed since the last RosterChanged; true when gone
  std::optional<wire::Instant> roster_due_;
  std::optional<wire::Instant> progress_due_;  // transient: not part of the digest
  std::optional<wire::Instant> deserted_since_;
  bool locked_ = false;
  std::uint32_t order_count_ = 0;  // obeyed, as many as the journal has
  std::set<std::string> banned_name_keys_;
  std::vector<TicketDigest> banned_digests_;  // of seats' tickets and of addresses
  bool releases_lobby_seats_ = false;
  bool ties_within_error_ = false;
  bool awaits_host_ = false;
  bool bounds_orders_ = false;
  std::optional<wire::Instant> lobby_due_;  // not after the first release; transient, not part of the digest
  bool closed_ = false;
};

}  // namespace certamen::room
