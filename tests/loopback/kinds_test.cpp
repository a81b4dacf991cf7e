// Every kind of question, from a file through the bank's compiler and the server to a player who knows the answers.
#include <algorithm>
#include <fstream>
#include <set>

#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/kinds_topic.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

wire::Answer choose(const wire::QuestionAsked& asked, const std::set<std::string>& right) {
  wire::ChoiceAnswer answer;
  for (std::size_t i = 0; i < asked.options.size(); ++i) {
    if (right.contains(asked.options[i])) answer.options.push_back(static_cast<wire::OptionIndex>(i));
  }
  return answer;
}

wire::OptionIndex place_of(const std::vector<std::string>& texts, const std::string& text) {
  const auto found = std::find(texts.begin(), texts.end(), text);
  REQUIRE(found != texts.end());
  return static_cast<wire::OptionIndex>(found - texts.begin());
}

// In Spanish, as the player reads.
wire::Answer right_answer(wire::QuestionKind kind, const wire::QuestionAsked& asked) {
  switch (kind) {
    case wire::QuestionKind::SingleChoice: return choose(asked, {"sí"});
    case wire::QuestionKind::MultipleResponse: return choose(asked, {"1 yes", "2 yes"});
    case wire::QuestionKind::TrueFalse: return choose(asked, {"Verdadero"});
    case wire::QuestionKind::Numeric: return wire::NumericAnswer{4'000'000};
    case wire::QuestionKind::Ordering: {
      wire::OrderAnswer answer;
      for (const char* text : {"b1", "b2", "b3", "b4"}) answer.options.push_back(place_of(asked.options, text));
      return answer;
    }
    case wire::QuestionKind::Matching: {
      wire::MatchAnswer answer;
      for (const std::string& left : asked.options) {
        answer.matches.push_back(place_of(asked.matches, "y" + left.substr(1)));
      }
      return answer;
    }
    case wire::QuestionKind::ShortText: return wire::TextAnswer{" SENAL "};
  }
  return wire::NumericAnswer{0};
}

}  // namespace

TEST_CASE("a match of every kind, from a file to the podium") {
  const ScratchFolder folder;
  std::ofstream(folder.file("kinds.yaml")) << kinds_topic;
  build_bank({folder.file("kinds.yaml")}, folder.file("bank.db"));
  ServerProcess server({folder.file("bank.db"), folder.file("data.db")});
  wire::RoomSettings settings = quick_settings();
  settings.kinds.clear();
  settings.question_count = wire::question_kind_count;
  settings.scoring = wire::Scoring::Accuracy;
  Host host(server.port(), settings);
  CHECK_FALSE(host.joined.snapshot.points_rules.empty());
  Player player(server.port(), host.joined.code, "Ada");
  host.command(wire::Command::Start);
  std::set<wire::QuestionKind> kinds;
  for (std::uint32_t number = 1; number <= wire::question_kind_count; ++number) {
    const auto announced = player.client.expect_room<wire::QuestionAnnounced>();
    const auto asked = player.client.expect_room<wire::QuestionAsked>();
    kinds.insert(announced.kind);
    player.answer(asked, right_answer(announced.kind, asked));
    const auto result = player.client.expect_seat<wire::OwnResult>();
    CAPTURE(number, static_cast<int>(announced.kind));
    CHECK(result.right);
    CHECK(result.points == 1000 * std::int64_t{number});
    host.client.expect_room<wire::QuestionRevealed>();
    host.command(wire::Command::Next);
    if (number < wire::question_kind_count) {
      host.client.expect_room<wire::RankingShown>();
      host.command(wire::Command::Next);
    }
  }
  CHECK(kinds.size() == wire::question_kind_count);
  CHECK(player.client.expect_room<wire::MatchFinished>().rows.at(0).right_count == wire::question_kind_count);
  CHECK(server.terminate() == 0);
}
