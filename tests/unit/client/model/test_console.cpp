// What a host orders beside the match, and the finale after a freeze.
#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

namespace {

// Directs a room with two others, whose question 1 is open.
Player host() {
  Player player = asking_player();
  player.hears(3, wire::RosterChanged{{{{2}, "Ada", wire::Role::Host, false, true},
                                       {{3}, "Bob", wire::Role::Player, true, true},
                                       {{4}, "Eve", wire::Role::Player, true, false, true}},
                                      {}});
  player.told(3, wire::RightsChanged{wire::Rights::Host, rights_ticket()});
  return player;
}

Player host_at_reveal(wire::QuestionKind kind = wire::QuestionKind::SingleChoice) {
  Player player = host();
  player.hears(4, announced(2, kind));
  wire::QuestionAsked question = asked(2);
  wire::QuestionRevealed reveal = revealed(2);
  if (kind == wire::QuestionKind::Ordering) reveal.key = {3, 2, 1, 0};
  if (kind == wire::QuestionKind::Matching) {
    question.matches = {"left", "right"};
    reveal.key = {0, 0, 1, 1};
  }
  if (kind == wire::QuestionKind::Numeric) {
    reveal.key.clear();
    reveal.numeric_key_micros = 21'000'000;
  }
  if (kind == wire::QuestionKind::ShortText) {
    reveal.key.clear();
    reveal.text_key = {"KMS"};
  }
  player.hears(5, question);
  player.hears(6, reveal);
  player.does(BeginCorrection{});
  REQUIRE(player.model.room->console.correction);
  return player;
}

wire::CorrectKey correction_sent(const Player& player) {
  const auto sent = player.sent<wire::CommandRoom>();
  REQUIRE(sent.size() == 1);
  CHECK(sent.front().host_ticket == rights_ticket());
  return std::get<wire::CorrectKey>(sent.front().command);
}

// When the finale goes on by itself; the model has no earlier deadline then.
Instant resolver_due(const Model& model) {
  const Duration opening = std::chrono::milliseconds{2500};
  const Duration closing = std::chrono::milliseconds{3500};
  const Resolving& resolving = *model.room->resolving;
  const std::size_t steps = model.room->finished->resolver.size();
  if (resolving.done == steps) return resolving.since_local + closing;
  return resolving.since_local + (resolving.done == 0 ? opening : resolve_time(steps - resolving.done));
}

wire::MatchFinished frozen_end() {
  wire::MatchFinished fact;
  fact.rows = {{{3}, "Bob", 1, 2, 900, 900, 1}, {{4}, "Eve", 2, 1, 500, 0, 1}};
  fact.resolver = {{{4}, 1, 500, 2, 500}, {{3}, 2, 0, 1, 900}};
  return fact;
}

}  // namespace

TEST_CASE("an order leaves with the host's ticket, and a second press does not repeat it until its effect is seen") {
  Player player = host();
  player.does(GiveOrder{wire::ExtendQuestion{15}});
  const auto sent = player.sent<wire::CommandRoom>();
  REQUIRE(sent.size() == 1);
  CHECK(sent.front() == wire::CommandRoom{wire::ExtendQuestion{15}, rights_ticket(), wire::Moment{wire::Phase::Asking, 1}});
  player.does(GiveOrder{wire::ExtendQuestion{15}});
  CHECK(player.commands.empty());
  player.hears(4, wire::QuestionExtended{1, server(28000)});
  player.does(GiveOrder{wire::ExtendQuestion{15}});
  CHECK(player.sent<wire::CommandRoom>().size() == 1);
}

TEST_CASE("a skip is not repeated by a second press while other news come") {
  Player player = host();
  player.does(GiveOrder{wire::SkipQuestion{}});
  player.hears(4, wire::RosterChanged{{{{5}, "Zoe", wire::Role::Player, true, true}}, {}});
  player.does(GiveOrder{wire::SkipQuestion{}});
  CHECK(player.commands.empty());
  player.hears(5, wire::QuestionSkipped{1});
  player.does(GiveOrder{wire::SkipQuestion{}});  // before the next question is there to be seen
  CHECK(player.commands.empty());
  player.hears(6, announced(2));
  player.does(GiveOrder{wire::SkipQuestion{}});
  CHECK(player.sent<wire::CommandRoom>().size() == 1);
}

TEST_CASE("who holds no ticket orders nothing") {
  Player player = asking_player();
  player.does(GiveOrder{wire::LockRoom{true}});
  CHECK(player.commands.empty());
  CHECK_FALSE(has_console(player.model));
  CHECK(own_rights(player.model) == wire::Rights::None);
}

TEST_CASE("a refusal is told by what was ordered") {
  Player player = host();
  player.does(GiveOrder{wire::MoveToTeam{{3}, 2}});
  player.hears(wire::Rejected{wire::Refusal::TeamInvalid, 0});
  CHECK(player.noticed(OrderRefused{wire::Refusal::TeamInvalid, Ordered::Team}));
  player.does(GiveOrder{wire::VoidQuestion{1}});
  player.hears(wire::Rejected{wire::Refusal::WrongPhase, 0});
  CHECK(player.noticed(OrderRefused{wire::Refusal::WrongPhase, Ordered::Ruling}));
  player.hears(wire::Rejected{wire::Refusal::WrongPhase, 0});
  CHECK(player.noticed(wire::Refusal::WrongPhase));
}

TEST_CASE("members stand in the order of their roles and names, and one of them is chosen") {
  Player player = host();
  const auto all = members(player.model);
  REQUIRE(all.size() == 3);
  CHECK(all[0].name == "Ada");
  CHECK(all[1].name == "Eve");
  CHECK(all[2].name == "Bob");
  player.does(ChooseMember{{3}});
  REQUIRE(chosen_member(player.model) != nullptr);
  CHECK(player.model.room->console.name == "Bob");
  player.hears(4, wire::RosterChanged{{}, {{3}}});
  CHECK(chosen_member(player.model) == nullptr);
}

TEST_CASE("a co-host removes players, but neither the host nor another co-host") {
  Player player = host();
  const auto& roster = player.model.room->roster;
  CHECK(can_remove(player.model, roster.at({4})));
  CHECK_FALSE(can_remove(player.model, roster.at({2})));
  player.model.room->role = wire::Role::Player;
  CHECK(own_rights(player.model) == wire::Rights::Cohost);
  CHECK(can_remove(player.model, roster.at({3})));
  CHECK_FALSE(can_remove(player.model, roster.at({4})));
}

TEST_CASE("a key of choices is ticked, sent once, and its difference kept") {
  Player player = host_at_reveal();
  CHECK_FALSE(can_send_correction(player.model));
  player.does(SendCorrection{});
  CHECK(player.commands.empty());
  player.does(ToggleKeyOption{0});
  player.does(SendCorrection{});
  CHECK(correction_sent(player) == wire::CorrectKey{2, {0}, 0, 0, {}});
  player.does(ToggleKeyOption{1});
  CHECK(player.model.room->console.correction->key == std::vector<wire::OptionIndex>{0});
  player.does(SendCorrection{});
  CHECK(player.commands.empty());
  const wire::RankingCorrected fact{2, wire::Correction::KeyCorrected, {{{3}, 2, 100, 1, 900}}, revealed(2)};
  player.hears(7, fact);
  CHECK(player.model.room->console.correction->outcome == fact);
}

TEST_CASE("keys of several right options, orders and matches are put together step by step") {
  Player several = host_at_reveal(wire::QuestionKind::MultipleResponse);
  several.does(ToggleKeyOption{3});
  several.does(ToggleKeyOption{0});
  several.does(ToggleKeyOption{2});
  several.does(SendCorrection{});
  CHECK(correction_sent(several).options == std::vector<wire::OptionIndex>{0, 3});
  Player order = host_at_reveal(wire::QuestionKind::Ordering);
  order.does(RaiseKeyOption{0});
  CHECK_FALSE(can_send_correction(order.model));
  order.does(RaiseKeyOption{3});
  order.does(SendCorrection{});
  CHECK(correction_sent(order).options == std::vector<wire::OptionIndex>{3, 2, 0, 1});
  Player match = host_at_reveal(wire::QuestionKind::Matching);
  match.does(SetKeyMatch{1, 1});
  match.does(SetKeyMatch{0, 2});  // there is no such match
  match.does(SendCorrection{});
  CHECK(correction_sent(match).options == std::vector<wire::OptionIndex>{0, 1, 1, 1});
}

TEST_CASE("a numeric key is read as a player's number is, and says what is wrong with it") {
  Player player = host_at_reveal(wire::QuestionKind::Numeric);
  CHECK(player.model.room->console.correction->number == "21");
  player.does(SetKeyText{KeyField::Number, "22x"});
  player.does(SendCorrection{});
  CHECK(player.commands.empty());
  CHECK(player.model.room->console.correction->number_error == NumberError::Malformed);
  player.does(SetKeyText{KeyField::Number, "22,5"});
  CHECK_FALSE(player.model.room->console.correction->number_error);
  player.does(SetKeyText{KeyField::Tolerance, "-1"});
  player.does(SendCorrection{});
  CHECK(player.commands.empty());
  player.does(SetKeyText{KeyField::Tolerance, "0.5"});
  player.does(SendCorrection{});
  CHECK(correction_sent(player) == wire::CorrectKey{2, {}, 22'500'000, 500'000, {}});
}

TEST_CASE("a short text gets one more spelling, and those it had stay") {
  Player player = host_at_reveal(wire::QuestionKind::ShortText);
  CHECK_FALSE(can_send_correction(player.model));
  player.does(SetKeyText{KeyField::Spelling, "KMS"});
  CHECK_FALSE(can_send_correction(player.model));
  player.does(SetKeyText{KeyField::Spelling, "AWS KMS"});
  player.does(SendCorrection{});
  CHECK(correction_sent(player).spellings == std::vector<std::string>{"KMS", "AWS KMS"});
}

TEST_CASE("a void waits for its difference, and a refusal gives the key back to edit") {
  Player player = host_at_reveal();
  player.does(GiveOrder{wire::VoidQuestion{2}});
  CHECK(player.model.room->console.correction->sent);
  player.hears(wire::Rejected{wire::Refusal::WrongPhase, 0});
  CHECK_FALSE(player.model.room->console.correction->sent);
  player.does(GiveOrder{wire::VoidQuestion{2}});
  player.hears(7, wire::RankingCorrected{2, wire::Correction::Voided, {}, revealed(2)});
  CHECK(player.model.room->console.correction->outcome);
}

TEST_CASE("a correction by somebody else opens nothing") {
  Player player = host_at_reveal();
  player.hears(7, wire::RankingCorrected{2, wire::Correction::Voided, {}, revealed(2)});
  CHECK_FALSE(player.model.room->console.correction->outcome);
}

TEST_CASE("an open question cannot be ruled on, a reviewed one can") {
  Player player = host();
  CHECK_FALSE(question_to_rule(player.model));
  player.does(BeginCorrection{});
  CHECK_FALSE(player.model.room->console.correction);
  wire::MatchFinished end;
  end.question_count = 2;
  player.hears(4, end);
  CHECK_FALSE(question_to_rule(player.model));
  player.does(OpenReview{});
  player.does(ShowReviewed{2});
  CHECK_FALSE(question_to_rule(player.model));
  wire::QuestionReviewed question{announced(2), asked(2), revealed(2), {}, {}, {}};
  player.told(4, question);
  const auto found = question_to_rule(player.model);
  REQUIRE(found);
  CHECK(found->announced->number == 2);
}

TEST_CASE("rights that are taken away are said, and nothing of them is left") {
  Player player = host();
  player.does(ChooseMember{{3}});
  player.told(3, wire::RightsChanged{wire::Rights::None, std::nullopt});
  CHECK(player.noticed(Remark::RightsTaken));
  CHECK_FALSE(has_console(player.model));
  CHECK(player.model.room->console == HostConsole{});
  player.does(GiveOrder{wire::SkipQuestion{}});
  CHECK(player.commands.empty());
}

TEST_CASE("after a freeze the places are resolved by themselves, and then the podium comes") {
  Player player = host();
  player.hears(4, frozen_end());
  REQUIRE(resolves(player.model));
  CHECK(player.model.room->resolving->done == 0);
  std::vector<std::size_t> seen;
  for (int step = 0; step < 3; ++step) {
    REQUIRE(resolves(player.model));
    seen.push_back(player.model.room->resolving->done);
    const auto due = resolver_due(player.model);
    player.now = due - millisecond;
    player.does(Tick{});
    CHECK(player.model.room->resolving->done == seen.back());
    player.now = due;
    player.does(Tick{});
  }
  CHECK(seen == std::vector<std::size_t>{0, 1, 2});
  CHECK_FALSE(resolves(player.model));
  CHECK(player.model.room->phase_since_local == player.now);
}

TEST_CASE("the finale goes on by hand, and can be left out") {
  Player player = host();
  player.hears(4, frozen_end());
  player.does(ResolveNext{});
  CHECK(player.model.room->resolving->done == 1);
  player.does(ResolveNext{});
  REQUIRE(resolves(player.model));
  player.does(ResolveNext{});
  CHECK_FALSE(resolves(player.model));
  Player other = host();
  other.hears(4, frozen_end());
  other.does(ResolveAll{});
  CHECK_FALSE(resolves(other.model));
  other.does(ResolveNext{});
  CHECK_FALSE(resolves(other.model));
}

TEST_CASE("nothing is resolved without a freeze, nor again when the end is told again") {
  Player player = host();
  wire::MatchFinished plain = frozen_end();
  plain.resolver.clear();
  player.hears(4, plain);
  CHECK_FALSE(resolves(player.model));
  player.hears(5, frozen_end());
  CHECK_FALSE(resolves(player.model));
}
