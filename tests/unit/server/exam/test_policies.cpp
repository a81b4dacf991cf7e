// What holds for every scoring policy, over rooms, questions and answers drawn from seeds.
#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "server/exam/random.hpp"
#include "server/exam/ranking.hpp"
#include "server/exam/score.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/sample_paper.hpp"

namespace certamen::exam {
namespace {

using wire::Certainty;
using wire::QuestionKind;
using wire::Scoring;

constexpr std::uint64_t seed_count = 400;

wire::RoomSettings some_settings(Random& random) {
  wire::RoomSettings settings;
  settings.scoring = static_cast<Scoring>(random.below(4));
  settings.streak_bonus = random.below(2) == 1;
  settings.partial_credit = random.below(2) == 1;
  settings.penalty_percent = static_cast<std::uint32_t>(random.below(101));
  return settings;
}

Attempt some_attempt(Random& random) {
  Attempt attempt;
  attempt.credit.whole = static_cast<std::uint32_t>(1 + random.below(28));
  attempt.credit.part = static_cast<std::uint32_t>(random.below(attempt.credit.whole + 1));
  attempt.allowed_tenths = static_cast<std::uint32_t>(20 + random.below(2981));
  attempt.tenths = static_cast<std::uint32_t>(random.below(attempt.allowed_tenths + 1));
  attempt.streak = attempt.credit.full() ? static_cast<std::uint32_t>(1 + random.below(9)) : 0;
  attempt.certainty = static_cast<Certainty>(random.below(3));
  return attempt;
}

// Every subset of at most `most` of `count` options.
std::vector<wire::Answer> choices(std::size_t count, std::size_t most) {
  std::vector<wire::Answer> all;
  for (unsigned picks = 1; picks < 1U << count; ++picks) {
    wire::ChoiceAnswer choice;
    for (std::size_t option = 0; option < count; ++option) {
      if ((picks >> option & 1U) != 0) choice.options.push_back(static_cast<wire::OptionIndex>(option));
    }
    if (choice.options.size() <= most) all.emplace_back(choice);
  }
  return all;
}

using Places = std::vector<wire::OptionIndex>;

std::vector<Places> orders(std::size_t count) {
  Places places(count);
  std::iota(places.begin(), places.end(), wire::OptionIndex{0});
  std::vector<Places> all;
  do {
    all.push_back(places);
  } while (std::next_permutation(places.begin(), places.end()));
  return all;
}

// A choice with `right` right ones of `count` options, the right ones first.
Question choice_of(std::size_t count, std::size_t right) {
  Question question = server_test::sample_question(QuestionKind::MultipleResponse, 1);
  question.options.resize(count);
  for (std::size_t i = 0; i < count; ++i) question.options[i].right = i < right;
  return question;
}

Question items_of(QuestionKind kind, std::size_t count, Places key) {
  Question question = server_test::sample_question(kind, 1);
  question.options.resize(count);
  if (kind == QuestionKind::Matching) question.matches.resize(count);
  question.arrangement = std::move(key);
  return question;
}

struct Expected {
  std::int64_t sum = 0;
  std::int64_t count = 0;
};

// What the first instant pays on average for one blind answer, over everything the key may be.
Expected blind(const Policy& policy, const std::vector<Question>& keys, const wire::Answer& answer,
               std::optional<Certainty> certainty) {
  Expected expected;
  for (const Question& question : keys) {
    const Credit credit = exam::credit(question, answer);
    expected.sum += policy.earned({credit, 0, 600, credit.full() ? 1U : 0U, certainty}).points;
    ++expected.count;
  }
  return expected;
}

std::vector<Question> keys_of_choice(std::size_t count, std::size_t right) {
  std::vector<Question> keys;
  for (const wire::Answer& key : choices(count, right)) {
    const auto& options = std::get<wire::ChoiceAnswer>(key).options;
    if (options.size() != right) continue;
    Question question = choice_of(count, 0);
    for (const wire::OptionIndex option : options) question.options[option].right = true;
    keys.push_back(std::move(question));
  }
  return keys;
}

// The keys that a bank's shuffle can give, all equally likely.
std::vector<Question> keys_of_items(QuestionKind kind, std::size_t count) {
  std::vector<Question> keys;
  const Places in_order = orders(count).front();
  const Places turned(in_order.rbegin(), in_order.rend());
  for (const Places& key : orders(count)) {
    if (count > 2 && (key == in_order || (kind == QuestionKind::Ordering && key == turned))) continue;
    keys.push_back(items_of(kind, count, key));
  }
  return keys;
}

// Every policy that pays by credit, with all the options on and off; and certainty with each certainty.
void for_every_policy(const std::function<void(const Policy&, std::optional<Certainty>)>& check) {
  for (const Scoring scoring : {Scoring::Speed, Scoring::Accuracy, Scoring::Exam, Scoring::Certainty}) {
    for (const bool partial : {false, true}) {
      wire::RoomSettings settings;
      settings.scoring = scoring;
      settings.partial_credit = partial;
      settings.streak_bonus = partial;
      if (scoring != Scoring::Certainty) {
        check(Policy(settings), std::nullopt);
        continue;
      }
      for (const Certainty certainty : {Certainty::Low, Certainty::Middle, Certainty::High}) {
        check(Policy(settings), certainty);
      }
    }
  }
}

void check_blind(const std::vector<Question>& keys, const std::vector<wire::Answer>& answers) {
  for_every_policy([&](const Policy& policy, std::optional<Certainty> certainty) {
    // The least that somebody earns who knows the answer, at the last instant and without confidence.
    const std::int64_t slowest =
        policy.earned({{1, 1}, 600, 600, 1, certainty ? std::optional{Certainty::Low} : std::nullopt}).points;
    for (const wire::Answer& answer : answers) {
      const Expected expected = blind(policy, keys, answer, certainty);
      REQUIRE(expected.sum <= slowest * expected.count);
    }
  });
}

}  // namespace

TEST_CASE("points stay within their bounds under every policy") {
  for (std::uint64_t seed = 0; seed < seed_count; ++seed) {
    Random random(seed);
    const wire::RoomSettings settings = some_settings(random);
    const Policy policy(settings);
    for (int i = 0; i < 50; ++i) {
      const Attempt attempt = some_attempt(random);
      const Earned earned = policy.earned(attempt);
      CAPTURE(seed, i);
      REQUIRE(earned.bonus >= 0);
      REQUIRE(earned.bonus <= (settings.streak_bonus ? streak_points_max : 0));
      REQUIRE(earned.points - earned.bonus <= policy.possible());
      const bool certain = settings.scoring == Scoring::Certainty;
      REQUIRE(earned.points >= (certain ? -600 : -points_possible));
      if (attempt.credit.full()) REQUIRE(earned.points - earned.bonus >= (certain ? 100 : points_possible / 2));
      if (settings.penalty_percent == 0 && !certain) REQUIRE(earned.points >= 0);
    }
  }
}

TEST_CASE("later is never worth more, under every policy and for every credit") {
  for (std::uint64_t seed = 0; seed < seed_count; ++seed) {
    Random random(seed);
    const Policy policy(some_settings(random));
    Attempt attempt = some_attempt(random);
    attempt.tenths = 0;
    std::int64_t previous = policy.earned(attempt).points;
    for (; attempt.tenths <= attempt.allowed_tenths + 3; ++attempt.tenths) {
      const std::int64_t points = policy.earned(attempt).points;
      CAPTURE(seed, attempt.tenths);
      REQUIRE(points <= previous);
      previous = points;
    }
  }
}

TEST_CASE("more credit is never worth less") {
  for (std::uint64_t seed = 0; seed < seed_count; ++seed) {
    Random random(seed);
    const Policy policy(some_settings(random));
    Attempt attempt = some_attempt(random);
    attempt.streak = 0;
    std::int64_t previous = std::numeric_limits<std::int64_t>::min();
    for (attempt.credit.part = 0; attempt.credit.part <= attempt.credit.whole; ++attempt.credit.part) {
      const std::int64_t points = policy.earned(attempt).points;
      CAPTURE(seed, attempt.credit.part);
      REQUIRE(points >= previous);
      previous = points;
    }
  }
}

// Formulas that fall to zero reward guessing, and so does generous partial credit.
TEST_CASE("acceptance 20: a blind guess is never worth more than the slowest right answer") {
  for (std::size_t count = 2; count <= wire::options_max; ++count) {
    CAPTURE(count);
    for (std::size_t right = 1; right < count; ++right) {
      CAPTURE(right);
      // A choice alone is one of at least two; several of them are picked among all.
      check_blind(keys_of_choice(count, right), choices(count, right));
    }
  }
}

TEST_CASE("acceptance 20: no blind order or matching is worth more than the slowest right one") {
  // Up to five items every answer is tried against every key; beyond that the sums are the same by symmetry.
  for (std::size_t count = 2; count <= 5; ++count) {
    CAPTURE(count);
    std::vector<wire::Answer> as_orders;
    std::vector<wire::Answer> as_matches;
    for (const Places& places : orders(count)) {
      as_orders.emplace_back(wire::OrderAnswer{places});
      as_matches.emplace_back(wire::MatchAnswer{places});
    }
    as_matches.emplace_back(wire::MatchAnswer{Places(count, 0)});  // all the same
    check_blind(keys_of_items(QuestionKind::Ordering, count), as_orders);
    check_blind(keys_of_items(QuestionKind::Matching, count), as_matches);
  }
}

TEST_CASE("leaving out the right order alone would make turning everything around pay") {
  // Why a bank's shuffle avoids the reverse as well: see server/bank/option_order.hpp.
  std::vector<Question> keys = keys_of_items(QuestionKind::Ordering, 3);
  const Places turned{2, 1, 0};
  keys.push_back(items_of(QuestionKind::Ordering, 3, turned));
  wire::RoomSettings settings;
  settings.partial_credit = true;
  const Expected expected = blind(Policy(settings), keys, wire::OrderAnswer{turned}, std::nullopt);
  CHECK(expected.sum > points_possible / 2 * expected.count);
}

TEST_CASE("both languages are treated alike: no text of a question changes what an answer is worth") {
  const auto swap = [](LocalText& text) { std::swap(text.by_language[0], text.by_language[1]); };
  for (std::uint64_t seed = 0; seed < seed_count; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Question question = server_test::sample_question(static_cast<QuestionKind>(seed % wire::question_kind_count), 1);
    Question swapped = question;
    for (LocalText* text : {&swapped.prompt, &swapped.explanation, &swapped.numeric.unit}) swap(*text);
    for (Option& option : swapped.options) swap(option.text);
    for (LocalText& match : swapped.matches) swap(match);
    const Policy policy(some_settings(random));
    for (const wire::Answer& answer : {server_test::right_answer(question), server_test::wrong_answer(question)}) {
      REQUIRE(fits(question, answer));
      REQUIRE(fits(swapped, answer));
      Attempt attempt = some_attempt(random);
      attempt.credit = credit(question, answer);
      Attempt other = attempt;
      other.credit = credit(swapped, answer);
      CHECK(policy.earned(attempt) == policy.earned(other));
    }
    // What one language spells is as right for who reads the other.
    for (const std::string& spelling : question.text.accepted) CHECK(credit(swapped, wire::TextAnswer{spelling}).full());
  }
}

TEST_CASE("the order in which answers are marked changes nothing") {
  for (std::uint64_t seed = 0; seed < seed_count; ++seed) {
    Random random(seed);
    const wire::RoomSettings settings = some_settings(random);
    const Policy policy(settings);
    std::vector<std::pair<std::uint32_t, Attempt>> attempts;
    for (std::uint32_t seat = 1; seat <= 12; ++seat) attempts.emplace_back(seat, some_attempt(random));
    const auto places = [&] {
      std::vector<Standing> standings;
      for (const auto& [seat, attempt] : attempts) {
        standings.push_back({{seat}, policy.earned(attempt).points, attempt.credit.full() ? 1U : 0U, attempt.tenths});
      }
      return rank(std::move(standings), settings.scoring);
    };
    const std::vector<Place> expected = places();
    random.shuffle(attempts);
    REQUIRE(places() == expected);
  }
}

// Acceptance 19 of the game's list.
TEST_CASE("with flat scoring nobody with fewer right answers is above somebody with more") {
  for (std::uint64_t seed = 0; seed < seed_count; ++seed) {
    Random random(seed);
    wire::RoomSettings settings;
    settings.scoring = random.below(2) == 0 ? Scoring::Accuracy : Scoring::Exam;
    const Policy policy(settings);
    std::vector<Standing> standings(8);
    for (std::uint32_t seat = 0; seat < standings.size(); ++seat) {
      standings[seat].seat = {seat + 1};
      for (int question = 0; question < 10; ++question) {
        const Attempt attempt = some_attempt(random);
        standings[seat].points += policy.earned(attempt).points;
        if (attempt.credit.full()) ++standings[seat].right_count;
      }
    }
    std::uint32_t before = std::numeric_limits<std::uint32_t>::max();
    for (const Place& place : rank(standings, settings.scoring)) {
      REQUIRE(place.standing.right_count <= before);
      before = place.standing.right_count;
    }
  }
}

}  // namespace certamen::exam
