#include <variant>

#include "client/bot/player.hpp"
#include "client/model/queries.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::bot;

namespace {

constexpr wire::Duration second = std::chrono::seconds{1};

// A simulated player and the few things a server would say to it, on one timeline.
struct Stage {
  Player player;
  wire::Instant now = wire::Instant{} + 100 * second;
  std::vector<model::Command> commands;
  std::uint64_t sequence = 0;

  explicit Stage(Part part) : player(calm(), std::move(part), "quiz.example:7000", wire::Language::English) {
    commands = player.begin(now);
  }
  static Persona calm() {
    Persona persona = make_persona(1, 0);
    persona.absence_permille = 0;
    return persona;
  }

  void happens(const model::Event& event) { commands = player.step(event, now); }
  void hears(wire::ServerMessage message) { happens(model::Received{player.model().connection.number, std::move(message)}); }
  void hears(wire::RoomFact fact) { hears(wire::RoomEvent{++sequence, std::move(fact)}); }
  void told(wire::SeatFact fact) { hears(wire::SeatEvent{sequence, std::move(fact)}); }

  template <class Message>
  [[nodiscard]] std::vector<Message> sent() const {
    std::vector<Message> found;
    for (const auto& command : commands) {
      const auto* send = std::get_if<model::SendMessage>(&command);
      if (send == nullptr) continue;
      if (const auto* message = std::get_if<Message>(&send->message)) found.push_back(*message);
    }
    return found;
  }

  void gets_seated(const wire::RoomSettings& settings = {}, bool host = false) {
    happens(model::Connected{player.model().connection.number});
    hears(wire::Welcome{1, "test", "00", 200});
    const auto pinged = player.model().clock.last_nonce;
    const auto greeted = commands;
    hears(wire::Pong{pinged, now, now});
    commands = greeted;
    wire::RoomJoined joined;
    joined.code = "ABC234";
    joined.seat = {2};
    joined.role = host ? wire::Role::Host : wire::Role::Player;
    joined.plays = !host;
    joined.ticket = wire::Ticket{};
    if (host) joined.host_ticket = wire::Ticket{};
    joined.snapshot.settings = settings;
    hears(joined);
  }
  void question_opens(std::uint32_t number, wire::QuestionKind kind = wire::QuestionKind::SingleChoice) {
    wire::QuestionAnnounced announced;
    announced.number = number;
    announced.kind = kind;
    announced.opens_at = now + second;
    hears(announced);
    wire::QuestionAsked asked;
    asked.number = number;
    const bool typed = kind == wire::QuestionKind::Numeric || kind == wire::QuestionKind::ShortText;
    if (!typed) asked.options = {"one", "two", "three", "four"};
    if (kind == wire::QuestionKind::Matching) asked.matches = asked.options;
    asked.choose = kind == wire::QuestionKind::MultipleResponse ? 2 : 1;
    asked.opens_at = now + second;
    asked.closes_at = now + 21 * second;
    hears(asked);
  }
  // Lets time pass, waking the player whenever it wants, until it has answered.
  wire::SubmitAnswer answers() {
    const wire::Instant end = now + 30 * second;
    while (now < end) {
      const auto next = player.deadline();
      REQUIRE(next);
      now = std::max(now, *next);
      happens(model::Tick{});
      if (const auto answers = sent<wire::SubmitAnswer>(); !answers.empty()) return answers.front();
      for (const auto& ping : sent<wire::Ping>()) hears(wire::Pong{ping.nonce, now, now});
    }
    FAIL("no answer in the time allowed");
    return {};
  }
  void match_ends(const std::optional<wire::Answer>& remembered) {
    wire::QuestionRevealed revealed;
    revealed.number = 1;
    hears(revealed);
    wire::MatchFinished finished;
    finished.question_count = 1;
    hears(finished);
    CHECK(sent<wire::ReviewMatch>().size() == 1);
    wire::QuestionReviewed reviewed;
    reviewed.announced.number = 1;
    reviewed.own_answer = remembered;
    reviewed.own_result.emplace();
    reviewed.own_result->answered = remembered.has_value();
    told(reviewed);
  }
};

}  // namespace

TEST_CASE("a guest joins, answers each kind of question once, and is done after the review") {
  for (const auto kind : {wire::QuestionKind::SingleChoice, wire::QuestionKind::MultipleResponse,
                          wire::QuestionKind::TrueFalse, wire::QuestionKind::Numeric, wire::QuestionKind::Ordering,
                          wire::QuestionKind::Matching, wire::QuestionKind::ShortText}) {
    Stage stage{Guest{"ABC234"}};
    stage.gets_seated();
    CHECK(stage.player.tally().joined);
    stage.question_opens(1, kind);
    const auto opened = stage.player.model().room->asked->opens_at;
    const auto answer = stage.answers();
    CHECK(answer.question_number == 1);
    CHECK(answer.chosen_at > opened);
    CHECK(answer.chosen_at < opened + 20 * second);

    stage.now += 40 * std::chrono::milliseconds{1};
    stage.told(wire::AnswerLocked{1, answer.answer, 20});
    REQUIRE(stage.player.tally().acknowledged.count({1, 1}) == 1);
    CHECK(stage.player.tally().acknowledged.at({1, 1}).after == std::chrono::milliseconds{40});
    CHECK_FALSE(stage.player.done());
    stage.match_ends(answer.answer);
    CHECK(stage.player.done());
    CHECK(stage.player.tally().finished);
    CHECK(stage.player.tally().revealed.size() == 1);
    CHECK(stage.player.tally().lost == 0);
  }
}

TEST_CASE("a guest at an exam answers its paper and hands it in") {
  Stage stage{Guest{"ABC234"}};
  stage.gets_seated();
  stage.hears(wire::ExamOpened{2, stage.now, stage.now + 60 * second});
  CHECK(stage.sent<wire::FetchPaper>().size() == 1);
  for (const std::uint32_t number : {1U, 2U}) {
    wire::PaperQuestion question;
    question.announced.number = question.asked.number = number;
    question.announced.kind = number == 1 ? wire::QuestionKind::SingleChoice : wire::QuestionKind::Ordering;
    question.asked.options = {"one", "two", "three"};
    stage.told(question);
  }
  for (const std::uint32_t number : {1U, 2U}) {
    (void)stage.answers();
    const auto answer = stage.sent<wire::SubmitAnswer>().back();  // an order is saved with each of its moves
    CHECK(answer.question_number == number);
    stage.told(wire::AnswerLocked{number, answer.answer, 20});
    CHECK(stage.player.tally().acknowledged.count({number, 1}) == 1);
  }
  for (int tries = 0; tries < 20 && stage.sent<wire::HandIn>().empty(); ++tries) {
    REQUIRE(stage.player.deadline());
    stage.now = std::max(stage.now, *stage.player.deadline());
    stage.happens(model::Tick{});
  }
  CHECK(stage.sent<wire::HandIn>().size() == 1);
}

TEST_CASE("an acknowledged answer that the review does not show is lost, and so is a changed one") {
  for (const auto& remembered : {std::optional<wire::Answer>{}, std::optional<wire::Answer>{wire::ChoiceAnswer{{7}}}}) {
    Stage stage{Guest{"ABC234"}};
    stage.gets_seated();
    stage.question_opens(1);
    const auto answer = stage.answers();
    stage.told(wire::AnswerLocked{1, answer.answer, 20});
    stage.match_ends(remembered);
    CHECK(stage.player.tally().lost == 1);
  }
}

TEST_CASE("an answer decided while the connection is lost is given and counted when it is acknowledged") {
  Stage stage{Guest{"ABC234"}};
  stage.gets_seated();
  stage.question_opens(1);
  const model::Room room = *stage.player.model().room;
  stage.happens(model::Disconnected{stage.player.model().connection.number, "reset"});
  stage.now = room.asked->closes_at - second;
  stage.happens(model::Tick{});
  CHECK(model::answer_state(stage.player.model()) == model::AnswerState::Kept);

  stage.happens(model::Connected{stage.player.model().connection.number});
  stage.hears(wire::Welcome{1, "test", "00", 200});
  wire::RoomJoined joined;
  joined.code = "ABC234";
  joined.seat = {2};
  joined.snapshot.sequence = stage.sequence;
  joined.snapshot.phase = wire::Phase::Asking;
  joined.snapshot.announced = room.announced;
  joined.snapshot.asked = room.asked;
  stage.hears(joined);
  REQUIRE(stage.sent<wire::SubmitAnswer>().size() == 1);
  const auto answer = stage.sent<wire::SubmitAnswer>().front();
  stage.told(wire::AnswerLocked{1, answer.answer, 190});
  CHECK(stage.player.tally().acknowledged.size() == 1);
  CHECK(stage.player.tally().reconnections == 1);
}

TEST_CASE("a guest whom the room refuses has failed, with the reason") {
  Stage stage{Guest{"ABC234"}};
  stage.happens(model::Connected{1});
  stage.hears(wire::Welcome{1, "test", "00", 200});
  stage.hears(wire::Rejected{wire::Refusal::RoomFull, 0});
  CHECK(stage.player.done());
  CHECK(stage.player.tally().failure == "the room is full");
  CHECK_FALSE(stage.player.tally().joined);
}

TEST_CASE("a host starts when those awaited are there, and sets the pace where that is left to it") {
  Stage stage{Host{{}, 2}};
  stage.gets_seated({}, true);
  stage.hears(wire::RosterChanged{{{{3}, "Bob", wire::Role::Player, true, true}}, {}});
  CHECK(stage.sent<wire::CommandRoom>().empty());
  stage.hears(wire::RosterChanged{{{{4}, "Eve", wire::Role::Player, true, true}}, {}});
  REQUIRE(stage.sent<wire::CommandRoom>().size() == 1);
  CHECK(wire::is(stage.sent<wire::CommandRoom>().front().command, wire::Command::Start));

  stage.question_opens(1);
  stage.hears(wire::QuestionRevealed{});
  CHECK(stage.sent<wire::CommandRoom>().empty());
  CHECK(stage.player.deadline() <= stage.now + host_look_time);
  stage.now += host_look_time;
  stage.happens(model::Tick{});
  REQUIRE(stage.sent<wire::CommandRoom>().size() == 1);
  CHECK(wire::is(stage.sent<wire::CommandRoom>().front().command, wire::Command::Next));
  stage.happens(model::Tick{});
  CHECK(stage.sent<wire::CommandRoom>().empty());
}

TEST_CASE("a host whose paper cannot be drawn has failed") {
  Stage stage{Host{{}, 1}};
  stage.gets_seated({}, true);
  stage.hears(wire::MatchStarted{});
  stage.hears(wire::Rejected{wire::Refusal::TooFewQuestions, 0});
  CHECK(stage.player.done());
  CHECK_FALSE(stage.player.tally().finished);
}

TEST_CASE("a player who leaves gives the seat up and hangs up") {
  Stage stage{Guest{"ABC234"}};
  stage.gets_seated();
  stage.commands = stage.player.leave(stage.now);
  CHECK(stage.sent<wire::LeaveRoom>().size() == 1);
  CHECK(std::holds_alternative<model::CloseConnection>(stage.commands[stage.commands.size() - 2]));
}
