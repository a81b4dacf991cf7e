#include "tests/golden/maker.hpp"

#include <algorithm>

namespace certamen::golden {

using namespace std::chrono_literals;
model::Model Maker::blank() const {
  model::Model model;
  model.profile.language = texts.language();
  model.profile.name = texts.name(3);
  model.draft.address = "192.168.1.20:7040";
  return model;
}

model::Model Maker::online() const {
  model::Model model = blank();
  model.connection.link = model::Link::Online;
  model.connection.address = model.draft.address;
  model.connection.number = 1;
  model.connection.heard_at_local = now_of_all;
  model.clock.synchronised = true;
  model.clock.round_trip = 12ms;
  model.topics = texts.topics();
  return model;
}

std::vector<model::FoundServer> Maker::servers_found(std::uint32_t count) const {
  std::vector<model::FoundServer> found;
  for (std::uint32_t number = 1; number <= count; ++number) {
    const std::string address = "192.168.1." + std::to_string(20 + number) + ":7117";
    const std::string name = texts.longest() ? texts.name(number + 2) : "Aula " + std::to_string(number);
    wire::Beacon beacon{number, name, 7117, "", 4100, {}};
    if (number < count || count == 1) {
      beacon.rooms = {{"K7M2PQ", texts.name(number), 12 + number}, {"ABC234", texts.name(number + 7), 0}};
    }
    found.push_back({number, address, beacon, now_of_all, now_of_all});
  }
  return found;
}

std::size_t Maker::player_count() const {
  return texts.longest() ? 400 : 18;
}

// With every option that the scoring knows.
std::vector<wire::PointsRule> Maker::rules(wire::Scoring scoring) const {
  using wire::Rule;
  std::vector<wire::PointsRule> told;
  switch (scoring) {
    case wire::Scoring::Speed:
      told = {{Rule::RightAtOnce, 1000, 5}, {Rule::RightAtLast, 500, 0}, {Rule::Wrong, 0, 0}};
      break;
    case wire::Scoring::Accuracy: told = {{Rule::Right, 1000, 0}, {Rule::Wrong, -250, 0}}; break;
    case wire::Scoring::Certainty:
      return {{Rule::LowCertainty, 100, 0},
              {Rule::MiddleCertainty, 200, -200},
              {Rule::HighCertainty, 300, -600},
              {Rule::TiesByTime, 1, 0}};
    case wire::Scoring::Exam: return {{Rule::Right, 1000, 0}, {Rule::Wrong, 0, 0}};
  }
  const std::vector<wire::PointsRule> options{{Rule::PartialMultiple, 2, 0}, {Rule::PartialOrdering, 0, 0},
                                              {Rule::PartialMatching, 0, 0}, {Rule::StreakBonus, 50, 250},
                                              {Rule::TiesByTime, 1, 0},      {Rule::SecondVote, 60, 0},
                                              {Rule::TeamMean, 0, 0}};
  told.insert(told.end(), options.begin(), options.end());
  return told;
}

// Seat 1 is the host; seat 4 is one's own when one plays.
model::Model Maker::seated(wire::Phase phase, wire::Role role) const {
  model::Model model = online();
  model.screen = model::Screen::Room;
  model::Room room;
  room.code = "K7M2PQ";
  room.role = role;
  room.plays = role == wire::Role::Player;
  room.seat = role == wire::Role::Host ? wire::SeatId{1} : own_seat;
  if (role == wire::Role::Host) room.host_ticket = wire::Ticket{};
  room.phase = phase;
  room.phase_since_local = now_of_all - 10s;
  room.points_rules = rules(room.settings.scoring);
  room.roster[{1}] = {{1}, "Host", wire::Role::Host, false, true};
  for (std::size_t i = 0; i < player_count(); ++i) {
    const wire::SeatId seat{static_cast<std::uint32_t>(i + 2)};
    room.roster[seat] = {seat, seat == own_seat ? texts.name(3) : texts.name(i == 3 ? 30 : i), wire::Role::Player, true,
                         i % 7 != 5};
  }
  if (role == wire::Role::Spectator) room.roster[own_seat].plays = false;
  model.room = std::move(room);
  return model;
}

model::Model Maker::asking(QuestionKind kind, wire::Role role, model::Duration left) const {
  model::Model model = seated(wire::Phase::Asking, role);
  model::Room& room = *model.room;
  room.announced = announced(kind);
  room.asked = asked(kind, left);
  if (role != wire::Role::Player) {
    const auto players = static_cast<std::uint32_t>(player_count());
    room.progress = wire::ProgressCounted{number_now, players * 2 / 3, players};
  }
  room.own_result = wire::OwnResult{.question_number = 2, .answered = true, .right = true, .points = 1730, .streak = 2};
  return model;
}

model::Model Maker::revealed(QuestionKind kind, wire::Role role) const {
  model::Model model = asking(kind, role, 0s);
  model::Room& room = *model.room;
  room.phase = wire::Phase::Revealing;
  room.revealed = reveal(kind);
  room.own_result.reset();
  return model;
}

wire::QuestionAnnounced Maker::announced(QuestionKind kind, std::uint32_t number) const {
  wire::QuestionAnnounced fact;
  fact.number = number;
  fact.total = texts.longest() ? 100 : 10;
  fact.kind = kind;
  fact.domain = wire::ExamDomain::HighPerforming;
  fact.difficulty = 2;
  fact.topic_title = texts.topic();
  fact.prompt = texts.prompt(kind);
  fact.opens_at = now_of_all - 20s;
  return fact;
}

wire::QuestionAsked Maker::asked(QuestionKind kind, model::Duration left) const {
  wire::QuestionAsked fact;
  fact.number = number_now;
  fact.options = texts.options(kind);
  fact.choose = kind == QuestionKind::MultipleResponse ? 2 : 1;
  if (kind == QuestionKind::Numeric) fact.unit = texts.unit();
  if (kind == QuestionKind::Matching) fact.matches = texts.matches();
  fact.closes_at = now_of_all + left;
  fact.opens_at = fact.closes_at - 30s;
  fact.points_possible = 1000;
  return fact;
}

wire::QuestionRevealed Maker::reveal(QuestionKind kind) const {
  wire::QuestionRevealed fact;
  fact.number = number_now;
  const auto options = texts.options(kind).size();
  const auto players = static_cast<std::uint32_t>(player_count());
  fact.player_count = players;
  fact.answered_count = players - 1;
  fact.right_count = players * 6 / 10;
  if (kind == QuestionKind::Numeric) {
    fact.numeric_key_micros = 21'000'000;
    fact.numeric_tolerance_micros = texts.longest() ? 1'500'000 : 0;
    fact.numeric_picks = {{21'000'000, fact.right_count, ""}, {7'000'000, 4, texts.reason()}, {49'000'000, 2, ""}};
    if (texts.longest()) fact.numeric_picks.push_back({123'456'789'123'456, 1, texts.reason()});
  } else if (kind == QuestionKind::ShortText) {
    fact.text_key = texts.spellings();
    fact.text_picks = {
        {"s3 glacier deep archive", fact.right_count, ""}, {texts.misspelling(), 4, texts.reason()}, {"s3", 2, ""}};
  } else {
    fact.key = {0};
    if (kind == QuestionKind::MultipleResponse) fact.key = {0, 1};
    if (kind == QuestionKind::Ordering || kind == QuestionKind::Matching) {
      fact.key.resize(options);
      for (std::size_t i = 0; i < options; ++i) fact.key[i] = static_cast<wire::OptionIndex>((i + 1) % options);
    }
    for (std::size_t i = 0; i < options; ++i) {
      fact.picks_by_option.push_back(i == 0 ? fact.right_count
                                            : (players - fact.right_count) / static_cast<std::uint32_t>(i + 1));
      fact.reasons.push_back(texts.reason());
    }
  }
  fact.explanation = texts.explanation();
  fact.notes.push_back({texts.note(), texts.as_of(), "2026-11", "165, 172-175"});
  if (texts.longest()) fact.notes.push_back({texts.note(), "", "", "178"});
  return fact;
}

void Maker::answer(model::Model& model, wire::Answer given, bool right) const {
  model::Room& room = *model.room;
  room.own.locked = wire::AnswerLocked{number_now, std::move(given), 32};
  if (room.phase != wire::Phase::Revealing) return;
  room.own_result = wire::OwnResult{.question_number = number_now,
                                    .answered = true,
                                    .right = right,
                                    .answer_tenths = 32,
                                    .points_gained = right ? 870 : 0,
                                    .points = right ? 2600 : 1730,
                                    .streak = right ? 3U : 0U,
                                    .rank = 4,
                                    .player_count = 18,
                                    .right_count = 2};
}

model::Model Maker::examining(QuestionKind kind, wire::Role role) const {
  model::Model model = seated(wire::Phase::Examining, role);
  model::Room& room = *model.room;
  room.settings.mode = wire::Mode::ExamSimulation;
  room.settings.scoring = wire::Scoring::Exam;
  const std::uint32_t total = texts.longest() ? 100 : 65;
  room.exam = wire::ExamOpened{total, now_of_all - 30min, now_of_all + 100min};
  for (std::uint32_t number = 1; number <= total; ++number) {
    room.paper[number] = {announced(kind, number), asked(kind, 0s)};
    room.paper[number].announced.total = total;
  }
  room.desk.number = number_now;
  room.announced = room.paper[number_now].announced;
  room.asked = room.paper[number_now].asked;
  for (const std::uint32_t number : {1U, 2U, 5U, 6U, 7U, 8U, 12U, 33U, 40U}) {
    room.own_exam.answers.push_back({number, wire::ChoiceAnswer{{0}}, 300});
  }
  room.own_exam.flags = {2, 3, 9, 40};
  if (role != wire::Role::Player) {
    const auto players = static_cast<std::uint32_t>(player_count());
    room.progress = wire::ProgressCounted{0, players / 3, players};
  }
  return model;
}

model::Model Maker::examined() const {
  model::Model model = finished(wire::Role::Player, wire::Mode::ExamSimulation);
  wire::ExamResult result{{49, 65, 754, 655, 834}, {}, 742, 655, 815, 720};
  result.domains = {{wire::ExamDomain::Secure, {16, 20, 800, 619, 909}},
                    {wire::ExamDomain::Resilient, {11, 17, 647, 443, 809}},
                    {wire::ExamDomain::HighPerforming, {14, 16, 875, 688, 957}},
                    {wire::ExamDomain::CostOptimized, {8, 12, 667, 426, 843}}};
  if (texts.longest()) result.domains.push_back({wire::ExamDomain::General, {0, 1, 0, 0, 731}});
  model.room->exam_result = result;
  return model;
}

std::vector<wire::RankingRow> Maker::rows(wire::SeatId last_is) const {
  std::vector<wire::RankingRow> result;
  const std::size_t count = std::min<std::size_t>(player_count(), wire::ranking_rows_max);
  for (std::size_t i = 0; i < count; ++i) {
    wire::RankingRow row;
    row.seat = {static_cast<std::uint32_t>(i + 20)};
    row.name = texts.name(i + 5);
    row.rank = static_cast<std::uint32_t>(i == 3 ? 3 : i + 1);
    row.previous_rank = static_cast<std::uint32_t>(i == 0 ? 3 : i == 2 ? 1 : i + 1);
    row.points = (texts.longest() ? 987'654 : 2'890) - static_cast<std::int64_t>(i == 3 ? 2 : i) * 137;
    row.points_gained = static_cast<std::int64_t>(930 - 41 * i) * (i % 4 == 3 ? 0 : 1);
    row.right_count = i < 3 ? 3 : 2;
    result.push_back(row);
  }
  wire::RankingRow& own = result[std::min<std::size_t>(11, count - 1)];
  own.seat = last_is;
  own.name = texts.name(3);
  own.previous_rank = own.rank + 3;
  return result;
}

void Maker::in_teams(model::Model& model) const {
  for (auto& [seat, entry] : model.room->roster) {
    if (entry.plays) entry.team = 1 + seat.value % model.room->settings.team_count;
  }
}

model::Model Maker::discussing(QuestionKind kind, wire::Role role) const {
  model::Model model = asking(kind, role, 0s);
  model::Room& room = *model.room;
  room.phase = wire::Phase::Discussing;
  room.settings.team_count = 3;
  room.settings.discuss_seconds = 60;
  in_teams(model);
  room.discussion = wire::DiscussionOpened{number_now, now_of_all + 41s};
  if (role != wire::Role::Player) return model;
  wire::Answer given = wire::ChoiceAnswer{{1}};
  if (kind == QuestionKind::Numeric) given = wire::NumericAnswer{16'000'000'000};
  if (kind == QuestionKind::ShortText) given = wire::TextAnswer{"KMS"};
  if (kind == QuestionKind::Ordering) {
    wire::OrderAnswer order;
    for (std::size_t i = room.asked->options.size(); i-- > 0;) order.options.push_back(static_cast<wire::OptionIndex>(i));
    given = order;
  }
  room.own.locked = wire::AnswerLocked{number_now, std::move(given), 84};
  room.first_answer = room.own.locked;
  wire::TeamVotes votes{number_now, 2, 6, 5, {}, {}, {}};
  if (kind == QuestionKind::SingleChoice) votes.picks_by_option = {1, 3, 0, 1};
  if (kind == QuestionKind::Numeric) votes.numeric_picks = {{16'000'000'000, 3, {}}, {64'000'000'000, 2, {}}};
  if (kind == QuestionKind::ShortText) votes.text_picks = {{"kms", 3, {}}, {"cloudhsm", 1, {}}, {"acm", 1, {}}};
  room.team_votes = std::move(votes);
  return model;
}

model::Model Maker::ranked(wire::Role role, model::Duration ago) const {
  model::Model model = revealed(QuestionKind::SingleChoice, role);
  model::Room& room = *model.room;
  room.phase = wire::Phase::Ranking;
  model::Standings standings;
  standings.shown = {
      .after_question = number_now, .rows = rows(own_seat), .player_count = static_cast<std::uint32_t>(player_count())};
  standings.since_local = now_of_all - ago;
  const auto count = standings.shown.rows.size();
  for (std::size_t i = 0; i < count; ++i) {
    const wire::RankingRow& row = standings.shown.rows[i];
    const std::size_t from = i == 0 ? 2 : i == 2 ? 0 : i;
    standings.motion.push_back({row.seat, from, i, row.points - row.points_gained, row.points});
  }
  room.standings = std::move(standings);
  return model;
}

model::Model Maker::finished(wire::Role role, wire::Mode mode) const {
  model::Model model = seated(wire::Phase::Finished, role);
  model::Room& room = *model.room;
  room.settings.mode = mode;
  wire::MatchFinished fact;
  fact.rows = rows(own_seat);
  if (mode == wire::Mode::Solo) fact.rows = {fact.rows[std::min<std::size_t>(11, fact.rows.size() - 1)]};
  fact.player_count = mode == wire::Mode::Solo ? 1 : static_cast<std::uint32_t>(player_count());
  fact.question_count = texts.longest() ? 100 : 10;
  fact.fastest_seat = fact.rows.front().seat;
  fact.fastest_tenths = 21;
  fact.streak_seat = fact.rows[std::min<std::size_t>(1, fact.rows.size() - 1)].seat;
  fact.streak_length = 5;
  room.finished = std::move(fact);
  return model;
}

model::Model Maker::reviewing(QuestionKind kind) const {
  model::Model model = finished(wire::Role::Player, wire::Mode::Competition);
  model.screen = model::Screen::Review;
  model::Room& room = *model.room;
  room.review_asked = true;
  room.review_number = number_now;
  for (std::uint32_t number = 1; number <= room.finished->question_count; ++number) {
    wire::QuestionReviewed reviewed;
    reviewed.announced = announced(kind, number);
    reviewed.asked = asked(kind, 0s);
    reviewed.revealed = reveal(kind);
    const bool right = number % 3 != 0;
    if (kind == QuestionKind::Ordering) {
      reviewed.own_answer = wire::OrderAnswer{{1, 2, 0, 4, 3, 5}};
    } else if (kind == QuestionKind::Numeric) {
      reviewed.own_answer = wire::NumericAnswer{right ? 21'000'000 : 7'000'000};
    } else {
      reviewed.own_answer = wire::ChoiceAnswer{{static_cast<wire::OptionIndex>(right ? 0 : 1)}};
    }
    reviewed.own_result = wire::OwnResult{
        .question_number = number, .answered = true, .right = right, .answer_tenths = 48, .points_gained = right ? 840 : 0};
    room.review[number] = std::move(reviewed);
  }
  return model;
}

}  // namespace certamen::golden
