#include "tests/sim/checkers/board.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "server/exam/draw.hpp"
#include "tests/sim/checkers/plain_marks.hpp"

namespace certamen::sim {
namespace {

bool is_exam(const wire::RoomSettings& settings) {
  return settings.mode == wire::Mode::ExamSimulation;
}

}  // namespace

// A copy of a wish that was granted gets the seat of the first.
bool Board::repeats(const Match& match, const room::Joined& joined) {
  return joined.nonce_digest && std::any_of(match.joins.begin(), match.joins.end(), [&](const auto& earlier) {
           const room::Joined& other = earlier.second;
           const bool same_name = match.settings.generated_names || other.name_key == joined.name_key;
           return same_name && std::tie(other.nonce_digest, other.role) == std::tie(joined.nonce_digest, joined.role);
         });
}

void Board::unseat(Match& match, wire::SeatId seat) {
  match.players.erase(seat.value);
  match.joins.erase(seat.value);
}

// Seats that the room gave up by itself, which only time may bring about.
void Board::follow_release(const Story& story, Match& match, const journal::Entry& entry, const wire::RosterChanged& fact) {
  if (!std::holds_alternative<room::Tick>(entry.event)) return;
  for (const wire::SeatId seat : fact.gone) {
    if (!match.joins.contains(seat.value)) continue;  // left before
    if (!match.gathering || entry.at - match.gone_since[seat.value] < room::lobby_seat_time)
      report("room {} gives the place of seat {} up too early", story.code, seat.value);
    unseat(match, seat);
  }
}

// The instant that counts, by the arithmetic of server/README.md.
Instant Board::moment_of(const Match& match, Player& player, const room::Answered& answered) {
  if (is_exam(match.settings) || !answered.round_trips || answered.chosen_at == Instant{}) return answered.received_at;
  const Duration cap = std::chrono::milliseconds(match.settings.credit_cap_ms);
  const auto questions = static_cast<std::int64_t>(match.paper.questions.size());
  const Duration left = std::max(cap, cap * questions * 3 / 4) - player.time_credit;
  const Duration credit = std::min({answered.round_trips->lowest / 2 + answered.round_trips->jitter, cap, left});
  Instant moment = answered.chosen_at;
  if (moment > answered.received_at) moment = answered.received_at;
  if (moment < answered.received_at - credit) moment = answered.received_at - credit;
  if (moment < match.opens_at) moment = match.opens_at;
  const bool scored = match.settings.discuss_seconds == 0 || answered.vote == 2;
  if (scored) player.time_credit += answered.received_at - moment;
  return moment;
}

// What a host or co-host decided.
void Board::obey(Match& match, const room::Commanded& commanded) {
  match.before.clear();
  for (const auto& [seat, player] : match.players) {
    if (const auto standing = standing_seen(match, player)) match.before[seat] = *standing;
  }
  std::visit(Overloaded{[&](const wire::Command& command) {
                          if (command == wire::Command::Start) match.gathering = false;
                        },
                        [&](const wire::ExtendQuestion& order) { match.extended[match.number] += order.seconds; },
                        [&](const wire::VoidQuestion& order) {
                          match.voided.insert(order.question_number);
                          recount(match);
                          keep_teams_seen(match);
                        },
                        [&](const wire::CorrectKey& order) {
                          exam::Question& question = match.paper.questions.at(order.question_number - 1);
                          question = with_other_key(std::move(question), order);
                          match.key_corrected.insert(order.question_number);
                          recount(match);
                          keep_teams_seen(match);
                        },
                        [&](const wire::RemoveMember& order) {
                          unseat(match, order.seat);
                          for (auto* votes : {&match.given, &match.first_votes}) {
                            for (auto& [number, given] : *votes) {
                              if (!match.over.contains(number)) given.erase(order.seat.value);
                            }
                          }
                          recount(match);
                          keep_teams_seen(match);
                        },
                        [&](const wire::RenameMember& order) {
                          const auto player = match.players.find(order.seat.value);
                          if (player != match.players.end()) player->second.name = order.name;
                        },
                        [&](const wire::MoveToTeam&) { keep_teams_seen(match); },
                        [&](const wire::SetAllowance& order) { match.allowances[order.seat.value] = order.allowance; },
                        [&](const wire::HandOver& order) { match.host = order.seat.value; },
                        [&](const wire::TakeOver&) { match.host = commanded.seat.value; }, [](const auto&) {}},
             commanded.command);
}

void Board::follow(Match& match, const journal::Entry& entry) {
  std::visit(Overloaded{[&](const room::Opened& opened) {
                          match.settings = opened.settings;
                          const auto& bytes = opened.host_digest;  // the first sixteen, each half's highest first
                          for (std::size_t i = 0; i < 16; ++i) match.secret[i / 8] = match.secret[i / 8] << 8U | bytes[i];
                          match.mean_times = opened.ties_within_error;
                          ++match.seats_given;
                          match.joins[match.seats_given] = {};
                          if (opened.settings.host_plays) match.players[match.seats_given].name = opened.host_name;
                        },
                        [&](const room::Joined& joined) {
                          if (repeats(match, joined)) return;
                          ++match.seats_given;
                          match.joins[match.seats_given] = joined;
                          if (joined.role != wire::Role::Player) return;
                          Player& player = match.players[match.seats_given];
                          player.name = joined.name;
                          player.first_question =
                              match.number > 0 && !match.reading ? match.number + 1 : std::max(match.number, 1U);
                        },
                        [&](const room::Left& left) {
                          const bool spectates = !match.players.contains(left.seat.value);
                          if ((spectates || match.gathering) && left.seat.value != match.host) unseat(match, left.seat);
                        },
                        [&](const room::Disconnected& lost) { match.gone_since[lost.seat.value] = entry.at; },
                        [&](const room::Commanded& commanded) { obey(match, commanded); },
                        [&](const room::PaperRefused&) { match.gathering = true; },
                        [&](const room::Recovered&) { match.gathering = match.paper.questions.empty(); },
                        [&](const room::PaperDrawn& drawn) {
                          match.paper = drawn.paper;
                          const auto unscored = exam::unscored_questions(match.paper.questions.size(),
                                                                         match.settings.exam_unscored_count, match.secret);
                          match.unscored = {unscored.begin(), unscored.end()};
                        },
                        [&](const room::Answered& answered) {
                          const Instant moment = moment_of(match, match.players.at(answered.seat.value), answered);
                          const auto tenths = (moment - match.opens_at).count() / 100'000;
                          match.given[answered.question_number][answered.seat.value] = {
                              answered.answer, tenths, answered.certainty, match.allowances[answered.seat.value]};
                        },
                        [](const auto&) {}},
             entry.event);
}

void Board::follow_fact(const Story& story, Match& match, const wire::RoomFact& fact) {
  match.reading = match.reading && !std::holds_alternative<wire::QuestionAsked>(fact);
  std::visit(Overloaded{[&](const wire::QuestionAnnounced& told) {
                          match.number = told.number;
                          match.reading = true;
                        },
                        [&](const wire::QuestionAsked& told) { match.opens_at = told.opens_at; },
                        [&](const wire::DiscussionOpened& told) {
                          match.first_votes[told.number] = std::exchange(match.given[told.number], {});
                        },
                        [&](const wire::ExamOpened& told) { match.opens_at = told.opens_at; },
                        [&](const wire::RoomResumed& told) {
                          if (told.closes_at != Instant{}) match.opens_at = told.opens_at;
                        },
                        [&](const wire::QuestionSkipped& told) {
                          carry_first_votes(match, told.number);
                          match.over.insert(told.number);
                          match.skipped.insert(told.number);
                          recount(match);
                        },
                        [&](const wire::QuestionRevealed& told) {
                          carry_first_votes(match, told.number);
                          match.over.insert(told.number);
                          rank_those_present(match, told.number);
                          recount(match);
                          if (!frozen(match)) keep_teams_seen(match);
                          compare(story.code, match, told);
                        },
                        [&](const wire::RankingCorrected& told) { compare(story.code, match, told); },
                        [&](const wire::RankingShown& told) { compare(story.code, match, told); },
                        [&](const wire::MatchFinished& told) {
                          const bool whole_paper = is_exam(match.settings) && match.over.empty();
                          for (std::uint32_t number = 1; whole_paper && number <= match.paper.questions.size(); ++number) {
                            match.over.insert(number);
                          }
                          if (whole_paper) {
                            rank_those_present(match, *match.over.rbegin());
                            recount(match);
                          }
                          if (frozen(match)) match.uncovered = rows(as_seen(match));
                          match.finished = true;
                          recount(match);
                          match.finishes.push_back(finish_of(match));
                          compare(story.code, match, told);
                        },
                        [](const auto&) {}},
             fact);
}

void Board::entry_next(const Story& story, const journal::Entry&) {
  matches_[story.game].sequence_before = story.room ? story.room->sequence() : 0;
}

void Board::entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) {
  Match& match = matches_[story.game];
  match.teams = story.room->teams().seats();
  follow(match, entry);
  each_fact(effects, [&](const auto& fact) {
    if constexpr (std::is_same_v<std::decay_t<decltype(fact)>, wire::RosterChanged>) {
      follow_release(story, match, entry, fact);
    } else {
      follow_fact(story, match, fact);
    }
  });
  keep_told(match, story.room->sequence());
}

void Board::compare_rows(const wire::RoomCode& code, const Match& match, const std::vector<wire::RankingRow>& shown) {
  ++rankings_checked_;
  std::vector<wire::RankingRow> expected = rows(match);
  if (expected.size() > wire::ranking_rows_max) expected.resize(wire::ranking_rows_max);
  if (shown == expected) return;
  report("room {} shows a ranking of {} rows after question {} that is not what its answers are worth", code, shown.size(),
         match.number);
}

void Board::compare(const wire::RoomCode& code, const Match& match, const wire::QuestionRevealed& shown) {
  const auto given = match.given.find(shown.number);
  const std::size_t answered = given == match.given.end() ? 0 : given->second.size();
  if (shown.answered_count != answered)
    report("room {} says that {} answered question {}", code, shown.answered_count, shown.number);
  std::uint32_t right = 0;
  for (std::size_t i = 0; i < answered; ++i) {
    const auto& each = std::next(given->second.begin(), static_cast<std::ptrdiff_t>(i))->second;
    const Share share = share_of(match.paper.questions.at(shown.number - 1), each.answer);
    right += share.first == share.second ? 1U : 0U;
  }
  if (shown.right_count != right)
    report("room {} says that {} were right at question {}", code, shown.right_count, shown.number);
  const auto first = match.first_votes.find(shown.number);
  std::uint32_t first_right = 0;
  std::size_t first_given = 0;
  if (first != match.first_votes.end()) first_given = first->second.size();
  for (std::size_t i = 0; i < first_given; ++i) {
    const auto& each = std::next(first->second.begin(), static_cast<std::ptrdiff_t>(i))->second;
    const Share share = share_of(match.paper.questions.at(shown.number - 1), each.answer);
    first_right += share.first == share.second ? 1U : 0U;
  }
  if (shown.first_answered_count != first_given || shown.first_right_count != first_right)
    report("room {} counts the first votes on question {} otherwise", code, shown.number);
  if (shown.voided != match.voided.contains(shown.number) || shown.unscored != match.unscored.contains(shown.number) ||
      shown.key_corrected != match.key_corrected.contains(shown.number))
    report("room {} marks question {} with another decision than its host's", code, shown.number);
}

// Whose rank or points changed, and nobody else.
void Board::compare(const wire::RoomCode& code, const Match& match, const wire::RankingCorrected& shown) {
  ++corrections_checked_;
  compare(code, match, shown.revealed);
  std::vector<wire::CorrectedRow> expected;
  for (const auto& [seat, player] : match.players) {
    const auto before = match.before.find(seat);
    const auto after = standing_seen(match, player);
    if (before == match.before.end() || !after || before->second == *after) continue;
    expected.push_back({{seat}, before->second.first, before->second.second, after->first, after->second});
  }
  std::stable_sort(expected.begin(), expected.end(),
                   [](const wire::CorrectedRow& left, const wire::CorrectedRow& right) { return left.rank < right.rank; });
  if (expected.size() > wire::ranking_rows_max) expected.resize(wire::ranking_rows_max);
  if (shown.rows != expected) report("room {} corrects question {} with other changes", code, shown.question_number);
}

void Board::compare(const wire::RoomCode& code, const Match& match, const wire::MatchFinished& shown) {
  compare_rows(code, match, shown.rows);
  wire::MatchFinished expected = match.finishes.back();
  expected.rows = shown.rows;
  if (shown.teams != expected.teams) report("room {} ends with other teams than its answers earned", code);
  if (shown.resolver != expected.resolver) report("room {} resolves its freeze otherwise than it was seen", code);
  expected.teams = shown.teams;
  expected.resolver = shown.resolver;
  if (shown != expected) report("room {} ends with other honours than its answers earned", code);
}

const Board::Match* Board::match_of(const wire::RoomCode& code) const {
  const Story* story = sight().stories.find(code);
  const auto match = story == nullptr ? matches_.end() : matches_.find(story->game);
  return match == matches_.end() ? nullptr : &match->second;
}

const Board::Player* Board::player_of(const SeatPlace& place) const {
  const Match* match = match_of(place.code);
  if (match == nullptr) return nullptr;
  const auto player = match->players.find(place.seat.value);
  return player == match->players.end() ? nullptr : &player->second;
}

namespace {

// Whether one of the versions that may be meant at this sequence is right.
template <class Versions, class Same>
bool any_version(const Versions& versions, std::uint64_t sequence, const Same& same) {
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const bool begun = versions[i].before <= sequence;
    const bool not_over = i + 1 == versions.size() || sequence <= versions[i + 1].after;
    if (begun && not_over && same(versions[i].told)) return true;
  }
  return false;
}

}  // namespace

// Counted a second time from the results of the single questions.
void Board::compare(const SeatPlace& place, std::uint64_t sequence, const wire::ExamResult& shown) {
  const Match* match = match_of(place.code);
  if (match != nullptr && !match->joins.contains(place.seat.value)) return;  // removed; its last words are on their way
  const Player* player = player_of(place);
  if (player == nullptr || player->exam_told.empty()) {
    return report("room {} tells seat {} the result of an exam it had no part in", place.code, place.seat.value);
  }
  ++exams_checked_;
  const bool known = any_version(player->exam_told, sequence, [&](const ExamCounts& counts) {
    if (counts.whole.second == 0) return shown.whole.question_count == 0;  // every question was voided
    bool same = shares_agree(shown.whole, counts.whole.first, counts.whole.second);
    same = same && shown.domains.size() == counts.by_domain.size();
    for (const wire::DomainResult& domain : shown.domains) {
      const auto count = counts.by_domain.find(domain.domain);
      same =
          same && count != counts.by_domain.end() && shares_agree(domain.share, count->second.first, count->second.second);
    }
    return same && shown.scaled_estimate == std::lround(100 + 0.9 * shown.whole.right_thousandths) &&
           shown.pass_mark == 720 && shown.unscored_count == match->unscored.size();
  });
  if (!known) report("room {} tells seat {} another result of the exam than its answers give", place.code, place.seat.value);
}

void Board::compare(const SeatPlace& place, std::uint64_t sequence, const wire::OwnResult& shown) {
  const Match* match = match_of(place.code);
  if (match != nullptr && !match->joins.contains(place.seat.value)) return;
  const Player* player = player_of(place);
  const std::uint32_t number = shown.question_number;
  // Somebody who came after a question has no part in it, and is counted only with the next.
  const bool counted = player != nullptr && player->results_told.contains(number) &&
                       sequence > player->results_told.at(number).front().before;
  if (!counted) {
    wire::OwnResult nothing;
    std::tie(nothing.question_number, nothing.player_count) = std::pair(number, shown.player_count);
    if (shown != nothing)
      report("room {} tells seat {} a result of question {} it had no part in", place.code, place.seat.value, number);
    return;
  }
  const auto& versions = player->results_told.at(number);
  const bool known = any_version(versions, sequence, [&](wire::OwnResult expected) {
    expected.player_count = shown.player_count;  // as of the telling
    return shown == expected;
  });
  if (!known || match->skipped.contains(number)) {
    report("room {} tells seat {} {} points after question {}, by the formula it is {}", place.code, place.seat.value,
           shown.points, number, versions.back().told.points);
  }
}

// Of a review, what belongs to one question; its totals are those of the end.
void Board::compare(const SeatPlace& place, std::uint64_t sequence, const wire::QuestionReviewed& shown) {
  const Player* player = player_of(place);
  const std::uint32_t number = shown.announced.number;
  const wire::OwnResult told = shown.own_result.value_or(wire::OwnResult{});
  const auto same = [&](const wire::OwnResult& wanted) {
    return told.answered == wanted.answered && told.right == wanted.right && told.answer_tenths == wanted.answer_tenths &&
           told.points_gained == wanted.points_gained && told.bonus == wanted.bonus &&
           told.credit_thousandths == wanted.credit_thousandths && told.certainty == wanted.certainty &&
           shown.own_answer.has_value() == wanted.answered;
  };
  const bool counted = player != nullptr && player->results_told.contains(number);
  const bool known = counted ? any_version(player->results_told.at(number), sequence, same) : same({});
  if (!known) report("room {} reviews question {} for seat {} with another result", place.code, number, place.seat.value);
}

void Board::frame_sent(const FrameSent& sent) {
  if (const auto* event = std::get_if<wire::SeatEvent>(&sent.message)) {
    if (!sent.presence.place) return;
    const SeatPlace& place = *sent.presence.place;
    const std::uint64_t at = event->sequence;
    if (const auto* result = std::get_if<wire::OwnResult>(&event->fact)) compare(place, at, *result);
    if (const auto* reviewed = std::get_if<wire::QuestionReviewed>(&event->fact)) compare(place, at, *reviewed);
    if (const auto* exam = std::get_if<wire::ExamResult>(&event->fact)) compare(place, at, *exam);
  } else if (const auto* joined = std::get_if<wire::RoomJoined>(&sent.message)) {
    compare_ranking_seen(*joined);
    const SeatPlace place{joined->code, joined->seat, joined->role};
    const std::uint64_t at = joined->snapshot.sequence;
    if (joined->snapshot.own_result) compare(place, at, *joined->snapshot.own_result);
    if (joined->snapshot.exam_result) compare(place, at, *joined->snapshot.exam_result);
  }
}

// Results may be kept after the next decision was written down, but they are some that were told.
void Board::results_kept(hub::GameId game, const wire::MatchFinished& results) {
  const Story* story = sight().stories.find(game);
  if (story == nullptr) return;
  const auto& told = matches_[game].finishes;
  if (std::find(told.begin(), told.end(), results) != told.end()) return;
  report("room {} keeps other results than its answers earned", story->code);
}

void Board::over() {
  for (const auto& [game, match] : matches_) {
    if (match.finishes.empty()) continue;
    const Game& stored = sight().disk.games().at(game);
    if (!stored.results) {
      report("room {} finished its match and its results are not kept", stored.code);
    } else if (*stored.results != match.finishes.back()) {
      report("room {} keeps the results of before its last correction", stored.code);
    }
  }
}

}  // namespace certamen::sim
