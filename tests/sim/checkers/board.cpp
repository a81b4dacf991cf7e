#include "tests/sim/checkers/board.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace certamen::sim {
namespace {

bool is_right(const exam::Question& question, const wire::Answer& answer) {
  if (question.kind == wire::QuestionKind::Numeric) {
    return std::abs(std::get<wire::NumericAnswer>(answer).micros - question.numeric.micros) <=
           question.numeric.tolerance_micros;
  }
  std::vector<wire::OptionIndex> key;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right) key.push_back(static_cast<wire::OptionIndex>(i));
  }
  return std::get<wire::ChoiceAnswer>(answer).options == key;
}

// The formula as it is published, with the time in tenths: full points below half a second, else P (1 - t / 2T).
std::int64_t points(wire::Scoring scoring, bool right, std::int64_t tenths, std::uint32_t allowed_seconds) {
  if (!right) return 0;
  if (scoring == wire::Scoring::Accuracy || tenths < 5) return 1000;
  const long double allowed = 10.0L * allowed_seconds;
  return std::llround(1000.0L * (2.0L * allowed - static_cast<long double>(tenths)) / (2.0L * allowed));
}

}  // namespace

void Board::follow(Match& match, const journal::Entry& entry) {
  std::visit(Overloaded{[&](const room::Opened& opened) {
                          match.settings = opened.settings;
                          ++match.seats_given;
                          if (opened.settings.host_plays) match.players[match.seats_given].name = opened.host_name;
                        },
                        [&](const room::Joined& joined) {
                          ++match.seats_given;
                          if (joined.role == wire::Role::Player) match.players[match.seats_given].name = joined.name;
                        },
                        [&](const room::Left& left) {
                          const bool host = left.seat.value == 1;
                          if (match.gathering && !host) match.players.erase(left.seat.value);
                        },
                        [&](const room::Commanded& commanded) {
                          if (commanded.command == wire::Command::Start) match.gathering = false;
                        },
                        [&](const room::PaperRefused&) { match.gathering = true; },
                        [&](const room::Recovered&) { match.gathering = match.paper.questions.empty(); },
                        [&](const room::PaperDrawn& drawn) { match.paper = drawn.paper; },
                        [&](const room::Answered& answered) {
                          const auto tenths = (answered.received_at - match.opens_at).count() / 100'000;
                          match.given[answered.question_number][answered.seat.value] = {answered.answer, tenths};
                        },
                        [](const auto&) {}},
             entry.event);
}

void Board::entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) {
  Match& match = matches_[story.game];
  follow(match, entry);
  each_fact(
      effects,
      Overloaded{[&](const wire::QuestionAsked& fact) { match.opens_at = fact.opens_at; },
                 [&](const wire::RoomResumed& fact) {
                   if (fact.closes_at != Instant{}) match.opens_at = fact.opens_at;
                 },
                 [&](const wire::QuestionRevealed& fact) {
                   count_question(match, fact.number);
                   if (fact.answered_count == match.given[fact.number].size()) return;
                   report("room {} says that {} answered question {}", story.code, fact.answered_count, fact.number);
                 },
                 [&](const wire::RankingShown& fact) { compare_rows(story.code, match, fact.rows, wire::ranking_rows_max); },
                 [&](const wire::MatchFinished& fact) {
                   match.finished = true;
                   compare(story.code, match, fact, wire::ranking_rows_max);
                 },
                 [](const auto&) {}});
}

void Board::count_question(Match& match, std::uint32_t number) {
  const exam::Question& question = match.paper.questions.at(number - 1);
  const std::uint32_t allowed = match.settings.answer_seconds != 0 ? match.settings.answer_seconds : question.seconds;
  ++match.counted;
  for (auto& [seat, player] : match.players) {
    wire::OwnResult result;
    result.question_number = number;
    player.gained = 0;
    const auto given = match.given[number].find(seat);
    if (given != match.given[number].end()) {
      const std::int64_t tenths = given->second.tenths;
      result.answered = true;
      result.answer_tenths = static_cast<std::uint32_t>(tenths);
      result.right = is_right(question, given->second.answer);
      player.gained = points(match.settings.scoring, result.right, tenths, allowed);
      if (result.right) {
        ++player.right_count;
        player.right_tenths += tenths;
        const bool fastest = match.fastest_seat == 0 || tenths < match.fastest_tenths;
        if (fastest) std::tie(match.fastest_seat, match.fastest_tenths) = std::pair(seat, tenths);
      }
    }
    player.streak = result.right ? player.streak + 1 : 0;
    if (player.streak > match.streak_length)
      std::tie(match.streak_seat, match.streak_length) = std::pair(seat, player.streak);
    player.points += player.gained;
    result.points_gained = player.gained;
    result.points = player.points;
    result.streak = player.streak;
    result.right_count = player.right_count;
    player.results[number] = result;
  }
  rank(match);
  for (auto& [seat, player] : match.players) player.results[number].rank = player.rank;
}

// A player's rank is one more than the number of players who are better.
void Board::rank(Match& match) {
  const auto better = [&](const Player& one, const Player& other) {
    if (one.points != other.points) return one.points > other.points;
    if (one.right_count != other.right_count) return one.right_count > other.right_count;
    return match.settings.scoring == wire::Scoring::Speed && one.right_tenths < other.right_tenths;
  };
  for (auto& [seat, player] : match.players) {
    player.previous_rank = player.rank;
    player.rank = 1;
    for (const auto& [other_seat, other] : match.players) player.rank += better(other, player) ? 1U : 0U;
  }
}

std::vector<wire::RankingRow> Board::rows(const Match& match) {
  std::vector<wire::RankingRow> rows;
  for (const auto& [seat, player] : match.players) {
    if (player.rank == 0) continue;  // came after the last question that counted
    rows.push_back(
        {{seat}, player.name, player.rank, player.previous_rank, player.points, player.gained, player.right_count});
  }
  std::sort(rows.begin(), rows.end(), [](const wire::RankingRow& left, const wire::RankingRow& right) {
    return std::pair(left.rank, left.seat) < std::pair(right.rank, right.seat);
  });
  return rows;
}

void Board::compare_rows(const wire::RoomCode& code, const Match& match, const std::vector<wire::RankingRow>& shown,
                         std::size_t rows_max) {
  ++rankings_checked_;
  std::vector<wire::RankingRow> expected = rows(match);
  if (expected.size() > rows_max) expected.resize(rows_max);
  if (shown == expected) return;
  report("room {} shows a ranking of {} rows after question {} that is not what its answers are worth", code, shown.size(),
         match.counted);
}

void Board::compare(const wire::RoomCode& code, const Match& match, const wire::MatchFinished& shown, std::size_t rows_max) {
  compare_rows(code, match, shown.rows, rows_max);
  const bool same = shown.player_count == match.players.size() && shown.question_count == match.counted &&
                    shown.fastest_seat.value == match.fastest_seat && shown.fastest_tenths == match.fastest_tenths &&
                    shown.streak_seat.value == match.streak_seat && shown.streak_length == match.streak_length;
  if (!same) report("room {} ends with other honours than its answers earned", code);
}

const wire::OwnResult* Board::counted(const wire::RoomCode& code, wire::SeatId seat, std::uint32_t number) const {
  const Story* story = sight().stories.find(code);
  const auto match = story == nullptr ? matches_.end() : matches_.find(story->game);
  if (match == matches_.end()) return nullptr;
  const auto player = match->second.players.find(seat.value);
  if (player == match->second.players.end()) return nullptr;
  const auto result = player->second.results.find(number);
  return result == player->second.results.end() ? nullptr : &result->second;
}

void Board::compare(const wire::RoomCode& code, wire::SeatId seat, const wire::OwnResult& shown) {
  const wire::OwnResult* expected = counted(code, seat, shown.question_number);
  if (expected == nullptr) {
    const bool empty = !shown.answered && shown.points == 0 && shown.points_gained == 0;
    if (!empty)
      report("room {} tells seat {} a result of question {} it had no part in", code, seat.value, shown.question_number);
    return;
  }
  wire::OwnResult wanted = *expected;
  wanted.player_count = shown.player_count;  // as of the telling
  if (shown != wanted) {
    report("room {} tells seat {} {} points after question {}, by the formula it is {}", code, seat.value, shown.points,
           shown.question_number, wanted.points);
  }
}

// Of a review, what belongs to one question; its totals are those of the end.
void Board::compare(const wire::RoomCode& code, wire::SeatId seat, const wire::QuestionReviewed& shown) {
  const wire::OwnResult* expected = counted(code, seat, shown.announced.number);
  const wire::OwnResult wanted = expected == nullptr ? wire::OwnResult{} : *expected;
  const wire::OwnResult told = shown.own_result ? *shown.own_result : wire::OwnResult{};
  const bool same = told.answered == wanted.answered && told.right == wanted.right &&
                    told.answer_tenths == wanted.answer_tenths && told.points_gained == wanted.points_gained &&
                    shown.own_answer.has_value() == wanted.answered;
  if (!same) report("room {} reviews question {} for seat {} with another result", code, shown.announced.number, seat.value);
}

void Board::frame_sent(const FrameSent& sent) {
  if (const auto* event = std::get_if<wire::SeatEvent>(&sent.message)) {
    if (!sent.presence.place) return;
    const SeatPlace& place = *sent.presence.place;
    if (const auto* result = std::get_if<wire::OwnResult>(&event->fact)) compare(place.code, place.seat, *result);
    if (const auto* reviewed = std::get_if<wire::QuestionReviewed>(&event->fact)) compare(place.code, place.seat, *reviewed);
  } else if (const auto* joined = std::get_if<wire::RoomJoined>(&sent.message)) {
    if (joined->snapshot.own_result) compare(joined->code, joined->seat, *joined->snapshot.own_result);
  }
}

void Board::results_kept(hub::GameId game, const wire::MatchFinished& results) {
  const Story* story = sight().stories.find(game);
  if (story != nullptr) compare(story->code, matches_[game], results, wire::seats_per_room_max);
}

void Board::over() {
  for (const auto& [game, match] : matches_) {
    const Game& stored = sight().disk.games().at(game);
    if (match.finished && !stored.results) report("room {} finished its match and its results are not kept", stored.code);
  }
}

}  // namespace certamen::sim
