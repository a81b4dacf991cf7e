#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using wire::Phase;
using wire::RankingShown;

constexpr wire::SeatId ana{2};
constexpr wire::SeatId leo{3};

// Four questions, the last two of them frozen. Ana is right in the first, Leo in all others.
struct Freeze {
  RoomWorld world;

  explicit Freeze(bool host_plays = false, std::uint32_t frozen = 2) : world(settings(host_plays, frozen)) {
    world.join("ana");
    world.join("leo");
  }
  static wire::RoomSettings settings(bool host_plays, std::uint32_t frozen) {
    wire::RoomSettings wish = match_settings();
    wish.scoring = wire::Scoring::Accuracy;
    wish.freeze_questions = frozen;
    wish.host_plays = host_plays;
    return wish;
  }
  // To the ranking after this question; its effects are those of the host's last word.
  Effects rank(std::uint32_t question) {
    Effects effects;
    while (world.room().question_number() < question || world.phase() != Phase::Ranking) {
      world.open_question();
      const bool first = world.room().question_number() == 1;
      world.answer(ana, first ? world.right() : world.wrong());
      world.answer(leo, first ? world.wrong() : world.right());
      world.play_to(Phase::Revealing);
      effects = world.command(wire::Command::Next);
    }
    return effects;
  }
};

}  // namespace

TEST_CASE("while the standings are frozen players see those of before, and a host who only hosts the true ones") {
  Freeze freeze;
  const auto open = told<RankingShown>(freeze.rank(2));
  REQUIRE(open.size() == 1);
  CHECK_FALSE(open[0].frozen);
  const Effects effects = freeze.rank(3);
  const auto frozen = told<RankingShown>(effects);
  REQUIRE(frozen.size() == 1);
  CHECK(frozen[0].frozen);
  CHECK(frozen[0].after_question == 2);
  CHECK(frozen[0].rows == open[0].rows);
  const auto real = sent<wire::FrozenRanking>(effects, freeze.world.host());
  REQUIRE(real.size() == 1);
  CHECK(real[0].ranking.after_question == 3);
  CHECK(real[0].ranking.rows[0].seat == leo);
  CHECK(real[0].ranking.rows[0].points == 2000);
  CHECK(sent<wire::FrozenRanking>(effects, ana).empty());
}

TEST_CASE("a host who plays is told no more than the other players") {
  Freeze freeze(true);
  CHECK(sent<wire::FrozenRanking>(freeze.rank(3), freeze.world.host()).empty());
  CHECK_FALSE(freeze.world.snapshot().frozen_ranking);
}

TEST_CASE("nothing that a player gets tells a frozen rank") {
  Freeze freeze;
  freeze.rank(2);
  const std::uint32_t shown = freeze.world.member(leo).rank;
  freeze.rank(3);
  REQUIRE(freeze.world.member(leo).rank == 1);
  REQUIRE(shown == 1);  // a tie after two questions
  const wire::Snapshot seen = freeze.world.room().snapshot(ana, wire::Language::English);
  CHECK(seen.own_result->rank == 1);
  CHECK(freeze.world.member(ana).rank == 2);
  CHECK(seen.ranking->rows[0].points == 1000);
  CHECK(seen.ranking->rows[1].points == 1000);
  CHECK_FALSE(seen.frozen_ranking);
  CHECK(freeze.world.snapshot().frozen_ranking->rows[0].points == 2000);
}

TEST_CASE("a correction in the freeze tells of the standings that are shown, not of those kept back") {
  Freeze freeze;
  freeze.rank(3);
  const Effects effects = freeze.world.order(wire::VoidQuestion{1});
  const auto corrected = told<wire::RankingCorrected>(effects);
  REQUIRE(corrected.size() == 1);
  // After question 2, without question 1: Leo 1000, Ana 0.
  const std::vector<wire::CorrectedRow> expected = {{ana, 1, 1000, 2, 0}};
  CHECK(corrected[0].rows == expected);
  const auto shown = told<RankingShown>(effects);
  REQUIRE(shown.size() == 1);
  CHECK(shown[0].frozen);
  CHECK(shown[0].rows[0].seat == leo);
  CHECK(shown[0].rows[0].points == 1000);
  CHECK(sent<wire::FrozenRanking>(effects, freeze.world.host())[0].ranking.rows[0].points == 2000);
  CHECK(freeze.world.member(leo).standing.points == 2000);
}

TEST_CASE("a correction of a question whose standings are kept back changes nothing on the screens") {
  Freeze freeze;
  freeze.rank(3);
  const auto corrected = told<wire::RankingCorrected>(freeze.world.order(wire::VoidQuestion{3}));
  REQUIRE(corrected.size() == 1);
  CHECK(corrected[0].rows.empty());
  CHECK(freeze.world.member(leo).standing.points == 1000);
}

TEST_CASE("one removed in the freeze is gone from the standings shown, and one renamed has the new name there") {
  Freeze freeze;
  freeze.rank(3);
  freeze.world.order(wire::RenameMember{leo, "Leo the Great"});
  CHECK(freeze.world.snapshot().ranking->rows[1].name == "Leo the Great");
  freeze.world.order(wire::RemoveMember{ana, false});
  REQUIRE(freeze.world.snapshot().ranking->rows.size() == 1);
  CHECK(freeze.world.snapshot().ranking->rows[0].seat == leo);
}

TEST_CASE("the standings shown are those after the last question that was scored, whatever is commanded after a skip") {
  Freeze freeze;
  freeze.rank(1);
  freeze.world.play_to(Phase::Reading);
  REQUIRE(recorded(freeze.world.order(wire::SkipQuestion{})));
  freeze.world.order(wire::RenameMember{leo, "Leo the Great"});
  freeze.world.order(wire::MoveToTeam{leo, 1});
  freeze.rank(3);
  CHECK(freeze.world.snapshot().ranking->after_question == 1);
}

TEST_CASE("who comes in the freeze has no rank until the end") {
  Freeze freeze;
  freeze.rank(2);
  const wire::SeatId max = freeze.world.join("max");
  freeze.rank(3);
  CHECK(freeze.world.room().snapshot(max, wire::Language::English).own_result->rank == 0);
  freeze.world.order(wire::VoidQuestion{1});
  CHECK(freeze.world.snapshot().ranking->rows.size() == 2);
}

TEST_CASE("the end resolves the freeze from the last place up") {
  Freeze freeze;
  freeze.rank(3);
  freeze.world.open_question();
  freeze.world.answer(leo, freeze.world.right());
  freeze.world.play_to(Phase::Finished);
  const wire::MatchFinished finished = freeze.world.snapshot().finished.value();
  const std::vector<wire::ResolverStep> expected = {{ana, 1, 1000, 2, 1000}, {leo, 1, 1000, 1, 3000}};
  CHECK(finished.resolver == expected);
  CHECK(finished.rows[0].seat == leo);
}

TEST_CASE("a match that ends before its freeze, and one without, has nothing to resolve") {
  Freeze early;
  early.rank(1);
  early.world.command(wire::Command::End);
  CHECK(early.world.snapshot().finished->resolver.empty());
  Freeze without(false, 0);
  without.rank(3);
  without.world.command(wire::Command::End);
  CHECK(without.world.snapshot().finished->resolver.empty());
}

TEST_CASE("in a freeze of every question no ranking shows anybody") {
  Freeze freeze(false, 100);
  const auto shown = told<RankingShown>(freeze.rank(1));
  REQUIRE(shown.size() == 1);
  CHECK(shown[0].frozen);
  CHECK(shown[0].rows.empty());
  CHECK(shown[0].after_question == 0);
  CHECK(freeze.world.room().snapshot(ana, wire::Language::English).own_result->rank == 0);
}

}  // namespace certamen::server_test
