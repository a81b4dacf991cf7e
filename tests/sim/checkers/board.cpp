#include "tests/sim/checkers/board.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace certamen::sim {
namespace {

// Part of a whole.
using Share = std::pair<std::int64_t, std::int64_t>;

Share all_or_nothing(bool right) {
  return {right ? 1 : 0, 1};
}

Share share_of(const exam::Question& question, const wire::ChoiceAnswer& answer) {
  std::int64_t whole = 0;
  std::int64_t right = 0;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const bool picked = std::find(answer.options.begin(), answer.options.end(), i) != answer.options.end();
    whole += question.options[i].right ? 1 : 0;
    if (picked) right += question.options[i].right ? 1 : -1;
  }
  const bool mostly_right = static_cast<std::int64_t>(question.options.size()) - whole < 2;
  if (mostly_right && right != whole) right = 0;
  return {std::max<std::int64_t>(right, 0), whole};
}

Share share_of(const exam::Question& question, const wire::NumericAnswer& answer) {
  return all_or_nothing(std::abs(answer.micros - question.numeric.micros) <= question.numeric.tolerance_micros);
}

// Every pair of neighbours in rank, near or far: does the one that comes first stand first?
Share share_of(const exam::Question& question, const wire::OrderAnswer& answer) {
  std::map<wire::OptionIndex, std::size_t> place;
  for (std::size_t i = 0; i < answer.options.size(); ++i) place[answer.options[i]] = i;
  Share share{0, 0};
  for (std::size_t i = 0; i < question.arrangement.size(); ++i) {
    for (std::size_t k = i + 1; k < question.arrangement.size(); ++k) {
      share.first += place.at(question.arrangement[i]) < place.at(question.arrangement[k]) ? 1 : 0;
      ++share.second;
    }
  }
  return share;
}

Share share_of(const exam::Question& question, const wire::MatchAnswer& answer) {
  Share share{0, static_cast<std::int64_t>(answer.matches.size())};
  for (std::size_t i = 0; i < answer.matches.size(); ++i)
    share.first += answer.matches[i] == question.arrangement[i] ? 1 : 0;
  return share;
}

// The letters that the simulated questions use, and no more.
std::string plain(std::string text) {
  for (const auto& [letter, folded] : {std::pair{"ñ", "n"}, {"Ñ", "n"}, {"Ú", "u"}, {"ú", "u"}, {"\t", " "}}) {
    for (std::size_t at = text.find(letter); at != std::string::npos; at = text.find(letter)) {
      text.replace(at, std::string_view(letter).size(), folded);
    }
  }
  std::string result;
  for (const char letter : text) {
    const bool upper = letter >= 'A' && letter <= 'Z';
    if (letter != ' ' || (!result.empty() && result.back() != ' ')) {
      result.push_back(upper ? static_cast<char>(letter - 'A' + 'a') : letter);
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

Share share_of(const exam::Question& question, const wire::TextAnswer& answer) {
  const auto& accepted = question.text.accepted;
  return all_or_nothing(std::any_of(accepted.begin(), accepted.end(), [&answer](const std::string& spelling) {
    return plain(spelling) == plain(answer.text);
  }));
}

// The formulas as they are published, with the time in tenths: full points below half a second, else P (1 - t / 2T); the
// whole of it times the share, rounded at the end.
std::int64_t worth(const wire::RoomSettings& settings, Share share, std::int64_t tenths, std::uint32_t allowed_seconds,
                   std::optional<wire::Certainty> certainty) {
  const bool right = share.first == share.second;
  if (settings.scoring == wire::Scoring::Exam) return right ? 1000 : 0;
  if (settings.scoring == wire::Scoring::Certainty) {
    const std::size_t sure = static_cast<std::size_t>(certainty.value());
    return right ? std::array{100, 200, 300}.at(sure) : std::array{0, -200, -600}.at(sure);
  }
  if (!settings.partial_credit && !right) share.first = 0;
  if (share.first == 0) return -10 * std::int64_t{settings.penalty_percent};
  const long double allowed = 20.0L * allowed_seconds;
  const bool at_once = settings.scoring == wire::Scoring::Accuracy || tenths < 5;
  const long double spent = at_once ? 0.0L : static_cast<long double>(tenths);
  return std::llround(1000.0L * (allowed - spent) * static_cast<long double>(share.first) /
                      (allowed * static_cast<long double>(share.second)));
}

std::int64_t bonus(const wire::RoomSettings& settings, std::uint32_t streak) {
  const bool known = settings.scoring == wire::Scoring::Speed || settings.scoring == wire::Scoring::Accuracy;
  if (!settings.streak_bonus || !known || streak < 2) return 0;
  return streak > 6 ? 500 : 100 * (std::int64_t{streak} - 1);
}

bool is_exam(const wire::RoomSettings& settings) {
  return settings.mode == wire::Mode::ExamSimulation;
}

// Wilson's interval as its formula stands, and whether a whole number lies within one of it.
bool shares_agree(const wire::ExamShare& shown, std::uint32_t right, std::uint32_t all) {
  if (shown.right_count != right || shown.question_count != all) return false;
  const long double n = all;
  const long double p = right / n;
  const long double z = 1.6448536269514722L;
  const long double middle = p + z * z / (2 * n);
  const long double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const auto near = [](std::uint32_t told, long double exact) { return std::abs(told - 1000 * exact) <= 1.001L; };
  return near(shown.right_thousandths, p) && near(shown.low_thousandths, (middle - spread) / (1 + z * z / n)) &&
         near(shown.high_thousandths, (middle + spread) / (1 + z * z / n));
}

}  // namespace

// A copy of a wish that was granted gets the seat of the first.
bool Board::repeats(const Match& match, const room::Joined& joined) {
  const bool given = match.settings.generated_names;  // then the copy is given another name
  return joined.nonce_digest && std::any_of(match.joins.begin(), match.joins.end(), [&](const auto& earlier) {
           const room::Joined& other = earlier.second;
           return std::tie(other.nonce_digest, other.role) == std::tie(joined.nonce_digest, joined.role) &&
                  (given || other.name_key == joined.name_key);
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
  const bool races = match.settings.mode != wire::Mode::ExamSimulation;  // else nothing is given back
  if (!races || !answered.round_trips || answered.chosen_at == Instant{}) return answered.received_at;
  const Duration cap = std::chrono::milliseconds(match.settings.credit_cap_ms);
  const auto questions = static_cast<std::int64_t>(match.paper.questions.size());
  const Duration left = std::max(cap, cap * questions * 3 / 4) - player.time_credit;
  const Duration credit = std::min({answered.round_trips->lowest / 2 + answered.round_trips->jitter, cap, left});
  Instant moment = answered.chosen_at;
  if (moment > answered.received_at) moment = answered.received_at;
  if (moment < answered.received_at - credit) moment = answered.received_at - credit;
  if (moment < match.opens_at) moment = match.opens_at;
  player.time_credit += answered.received_at - moment;
  return moment;
}

void Board::follow(Match& match, const journal::Entry& entry) {
  std::visit(
      Overloaded{
          [&](const room::Opened& opened) {
            match.settings = opened.settings;
            match.mean_times = opened.ties_within_error;
            ++match.seats_given;
            if (opened.settings.host_plays) match.players[match.seats_given].name = opened.host_name;
          },
          [&](const room::Joined& joined) {
            if (repeats(match, joined)) return;
            ++match.seats_given;
            match.joins[match.seats_given] = joined;
            if (joined.role == wire::Role::Player) match.players[match.seats_given].name = joined.name;
          },
          [&](const room::Left& left) {
            const bool spectates = match.joins.contains(left.seat.value) && !match.players.contains(left.seat.value);
            if (spectates || (match.gathering && left.seat.value != 1)) unseat(match, left.seat);
          },
          [&](const room::Disconnected& lost) { match.gone_since[lost.seat.value] = entry.at; },
          [&](const room::Commanded& commanded) {
            if (wire::is(commanded.command, wire::Command::Start)) match.gathering = false;
          },
          [&](const room::PaperRefused&) { match.gathering = true; },
          [&](const room::Recovered&) { match.gathering = match.paper.questions.empty(); },
          [&](const room::PaperDrawn& drawn) { match.paper = drawn.paper; },
          [&](const room::Answered& answered) {
            const Instant moment = moment_of(match, match.players.at(answered.seat.value), answered);
            const auto tenths = (moment - match.opens_at).count() / 100'000;
            match.given[answered.question_number][answered.seat.value] = {answered.answer, tenths, answered.certainty};
          },
          [](const auto&) {}},
      entry.event);
}

void Board::entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) {
  Match& match = matches_[story.game];
  follow(match, entry);
  each_fact(
      effects,
      Overloaded{[&](const wire::RosterChanged& fact) { follow_release(story, match, entry, fact); },
                 [&](const wire::QuestionAsked& fact) { match.opens_at = fact.opens_at; },
                 [&](const wire::ExamOpened& fact) { match.opens_at = fact.opens_at; },
                 [&](const wire::RoomResumed& fact) {
                   if (fact.closes_at != Instant{}) match.opens_at = fact.opens_at;
                 },
                 [&](const wire::QuestionRevealed& fact) {
                   count_question(match, fact.number);
                   rank(match);
                   for (auto& [seat, player] : match.players) player.results[fact.number].rank = player.rank;
                   if (fact.answered_count == match.given[fact.number].size()) return;
                   report("room {} says that {} answered question {}", story.code, fact.answered_count, fact.number);
                 },
                 [&](const wire::RankingShown& fact) { compare_rows(story.code, match, fact.rows, wire::ranking_rows_max); },
                 [&](const wire::MatchFinished& fact) {
                   match.finished = true;
                   if (is_exam(match.settings)) {
                     for (std::uint32_t number = 1; number <= match.paper.questions.size(); ++number) {
                       count_question(match, number);
                     }
                     rank(match);
                   }
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
      const Share share = std::visit([&](const auto& answer) { return share_of(question, answer); }, given->second.answer);
      result.right = share.first == share.second;
      result.certainty = given->second.certainty;
      result.credit_thousandths = static_cast<std::uint32_t>(
          std::llround(1000.0L * static_cast<long double>(share.first) / static_cast<long double>(share.second)));
      result.bonus = result.right ? bonus(match.settings, player.streak + 1) : 0;
      player.gained = worth(match.settings, share, tenths, allowed, result.certainty) + result.bonus;
      if (result.right) {
        ++player.right_count;
        player.right_tenths += tenths;
        const bool fastest = is_exam(match.settings) ? false : match.fastest_seat == 0 || tenths < match.fastest_tenths;
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
}

// A player's rank is one more than the number of players who are better.
void Board::rank(Match& match) {
  const auto better = [&](const Player& one, const Player& other) {
    if (one.points != other.points) return one.points > other.points;
    if (one.right_count != other.right_count) return one.right_count > other.right_count;
    if (match.settings.scoring != wire::Scoring::Speed || one.right_count == 0) return false;
    const std::int64_t step = match.mean_times ? one.right_count : 1;
    return one.right_tenths / step < other.right_tenths / step;
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

const Board::Player* Board::player_of(const wire::RoomCode& code, wire::SeatId seat) const {
  const Story* story = sight().stories.find(code);
  const auto match = story == nullptr ? matches_.end() : matches_.find(story->game);
  if (match == matches_.end()) return nullptr;
  const auto player = match->second.players.find(seat.value);
  return player == match->second.players.end() ? nullptr : &player->second;
}

// Counted a second time from the results of the single questions.
void Board::compare(const wire::RoomCode& code, wire::SeatId seat, const wire::ExamResult& shown) {
  const Player* player = player_of(code, seat);
  const Story* story = sight().stories.find(code);
  if (player == nullptr || player->results.empty()) {
    return report("room {} tells seat {} the result of an exam it had no part in", code, seat.value);
  }
  ++exams_checked_;
  std::map<wire::ExamDomain, std::pair<std::uint32_t, std::uint32_t>> counts;  // right, all
  std::pair<std::uint32_t, std::uint32_t> whole;
  for (const auto& [number, result] : player->results) {
    auto& count = counts[matches_.at(story->game).paper.questions.at(number - 1).domain];
    for (auto* each : {&count, &whole}) {
      each->first += result.right ? 1 : 0;
      ++each->second;
    }
  }
  bool same = shares_agree(shown.whole, whole.first, whole.second) && shown.domains.size() == counts.size();
  for (const wire::DomainResult& domain : shown.domains) {
    const auto count = counts[domain.domain];
    same = same && count.second > 0 && shares_agree(domain.share, count.first, count.second);
  }
  same = same && shown.scaled_estimate == std::lround(100 + 0.9 * shown.whole.right_thousandths) && shown.pass_mark == 720;
  if (!same) report("room {} tells seat {} another result of the exam than its answers give", code, seat.value);
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
                    told.bonus == wanted.bonus && told.credit_thousandths == wanted.credit_thousandths &&
                    told.certainty == wanted.certainty && shown.own_answer.has_value() == wanted.answered;
  if (!same) report("room {} reviews question {} for seat {} with another result", code, shown.announced.number, seat.value);
}

void Board::frame_sent(const FrameSent& sent) {
  if (const auto* event = std::get_if<wire::SeatEvent>(&sent.message)) {
    if (!sent.presence.place) return;
    const SeatPlace& place = *sent.presence.place;
    if (const auto* result = std::get_if<wire::OwnResult>(&event->fact)) compare(place.code, place.seat, *result);
    if (const auto* reviewed = std::get_if<wire::QuestionReviewed>(&event->fact)) compare(place.code, place.seat, *reviewed);
    if (const auto* exam = std::get_if<wire::ExamResult>(&event->fact)) compare(place.code, place.seat, *exam);
  } else if (const auto* joined = std::get_if<wire::RoomJoined>(&sent.message)) {
    if (joined->snapshot.own_result) compare(joined->code, joined->seat, *joined->snapshot.own_result);
    if (joined->snapshot.exam_result) compare(joined->code, joined->seat, *joined->snapshot.exam_result);
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
