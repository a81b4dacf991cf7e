#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

TEST_CASE("a form with a mistake says which and asks nothing") {
  Player player;
  player.does(SetAddress{"nowhere"});
  player.does(SetCode{"ABC"});
  player.does(SetName{"   "});
  player.does(model::JoinRoom{});
  CHECK(player.commands.empty());
  CHECK(player.model.draft.address_error == FieldError::AddressInvalid);
  CHECK(player.model.draft.code_error == FieldError::CodeInvalid);
  CHECK(player.model.draft.name_error == FieldError::NameMissing);

  player.does(SetAddress{"quiz.example:7000"});
  player.does(SetCode{"ABC234"});
  player.does(SetName{"Ada"});
  CHECK_FALSE(player.model.draft.address_error);
  CHECK_FALSE(player.model.draft.code_error);
  CHECK_FALSE(player.model.draft.name_error);
}

TEST_CASE("a name longer than the wire carries is refused here") {
  Player player;
  player.does(SetCode{"ABC234"});
  player.does(SetName{std::string(wire::name_bytes_max + 1, 'a')});
  player.does(model::JoinRoom{});
  CHECK(player.model.draft.name_error == FieldError::NameTooLong);
  CHECK(player.commands.empty());
}

TEST_CASE("the server's refusal of a wish lands on its field") {
  struct Row {
    wire::Refusal reason;
    std::optional<FieldError> name;
    std::optional<FieldError> code;
  };
  for (const auto& row :
       {Row{wire::Refusal::NameTaken, FieldError::NameTaken, {}},
        Row{wire::Refusal::NameInvalid, FieldError::NameInvalid, {}},
        Row{wire::Refusal::RoomNotFound, {}, FieldError::CodeUnknown}, Row{wire::Refusal::RoomFull, {}, {}}}) {
    Player player;
    player.does(ShowScreen{Screen::Join});
    player.wants_in();
    player.gets_online();
    player.hears(wire::Rejected{row.reason, 0});
    CHECK(player.model.draft.name_error == row.name);
    CHECK(player.model.draft.code_error == row.code);
    CHECK(player.noticed(row.reason));
    CHECK(stage(player.model, player.now) == Stage::Join);
  }
}

TEST_CASE("a seat taken is remembered with its tickets and its server") {
  Player player;
  player.does(HostRoom{});
  player.gets_online();
  REQUIRE(player.sent<wire::OpenRoom>().size() == 1);
  auto joined = Player::joined({});
  joined.role = wire::Role::Host;
  joined.plays = false;
  joined.host_ticket = wire::Ticket{};
  joined.host_ticket->bytes.fill(9);
  player.hears(joined);
  REQUIRE(player.all<SaveProfile>().size() == 1);
  const Profile saved = player.all<SaveProfile>().front().profile;
  REQUIRE(saved.seats.size() == 1);
  CHECK(saved.seats.front() == SeatKept{"quiz.example:7000", "ABC234", "", Player::ticket(), joined.host_ticket});
  CHECK(saved.recent_servers == std::vector<std::string>{"quiz.example:7000"});
}

TEST_CASE("joining a room where a seat of the same name is kept returns to it, with the host's rights") {
  Player before;
  before.joins();
  Profile profile = before.model.profile;
  profile.seats.front().host_ticket = wire::Ticket{};

  Player player;
  player.model = make_model(profile, "quiz.example:7000", 1);
  player.wants_in();
  player.gets_online();
  REQUIRE(player.sent<wire::ResumeSeat>().size() == 1);
  CHECK(player.sent<wire::JoinRoom>().empty());

  SECTION("the seat is still there") {
    auto joined = Player::joined({});
    joined.ticket.reset();
    player.hears(joined);
    REQUIRE(player.model.room);
    CHECK(player.model.room->ticket == Player::ticket());
    CHECK(is_host(player.model));
  }
  SECTION("the ticket no longer counts: joins like anyone") {
    player.hears(wire::Rejected{wire::Refusal::TicketInvalid, 0});
    CHECK(player.sent<wire::JoinRoom>().size() == 1);
    CHECK(player.model.profile.seats.empty());
  }
  SECTION("the room is no more") {
    player.hears(wire::Rejected{wire::Refusal::RoomNotFound, 0});
    CHECK(player.model.draft.code_error == FieldError::CodeUnknown);
    CHECK(player.model.profile.seats.empty());
  }
}

TEST_CASE("who only watches needs no name and takes none") {
  Player player;
  player.does(SetCode{"ABC234"});
  player.does(SetSpectate{true});
  player.does(model::JoinRoom{});
  CHECK_FALSE(player.model.draft.name_error);
  player.gets_online();
  REQUIRE(player.sent<wire::JoinRoom>().size() == 1);
  CHECK(player.sent<wire::JoinRoom>().front().name.empty());
  CHECK(player.sent<wire::JoinRoom>().front().role == wire::Role::Spectator);
}

TEST_CASE("a kept seat can be returned to from the start screen") {
  Player before;
  before.joins();
  Player player;
  player.model = make_model(before.model.profile, "", 1);
  CHECK(player.model.draft.address == "quiz.example:7000");
  player.does(ReturnToSeat{5});
  CHECK(player.commands.empty());
  player.does(ReturnToSeat{0});
  player.gets_online();
  REQUIRE(player.sent<wire::ResumeSeat>().size() == 1);
  player.hears(wire::Rejected{wire::Refusal::TicketInvalid, 0});
  CHECK(player.noticed(Remark::SeatGone));
  CHECK(player.sent<wire::JoinRoom>().empty());
}

TEST_CASE("a solo match is opened for one and starts by itself, once") {
  Player player;
  player.does(SetName{"Ada"});
  player.does(OpenSolo{});
  player.gets_online();
  REQUIRE(player.sent<wire::OpenRoom>().size() == 1);
  const auto settings = player.sent<wire::OpenRoom>().front().settings;
  CHECK(settings.mode == wire::Mode::Solo);
  CHECK(settings.host_plays);
  CHECK(settings.capacity == 1);
  wire::Snapshot snapshot;
  snapshot.settings = settings;
  auto joined = Player::joined(snapshot);
  joined.role = wire::Role::Host;
  joined.host_ticket = wire::Ticket{};
  player.hears(joined);
  REQUIRE(player.sent<wire::CommandRoom>().size() == 1);
  CHECK(wire::is(player.sent<wire::CommandRoom>().front().command, wire::Command::Start));

  SECTION("a bank with too few questions leads back to the form") {
    player.hears(1, wire::MatchStarted{});
    player.hears(wire::Rejected{wire::Refusal::TooFewQuestions, 0});
    CHECK(stage(player.model, player.now) == Stage::Solo);
    CHECK(player.noticed(wire::Refusal::TooFewQuestions));
    CHECK_FALSE(player.model.room);
  }
}

TEST_CASE("a form that needs topics fetches them, and again in another language") {
  Player player;
  player.does(ShowScreen{Screen::Solo});
  CHECK(player.all<Connect>().size() == 1);
  player.gets_online();
  CHECK(player.sent<wire::BrowseTopics>().size() == 1);
  player.hears(wire::TopicsListed{{{"iam", "IAM", wire::ExamDomain::Secure, 12}}});
  CHECK(player.model.topics.size() == 1);
  player.does(ShowScreen{Screen::Host});
  CHECK(player.commands.empty());
  player.does(model::ChooseLanguage{wire::Language::Spanish});
  CHECK(player.sent<wire::ChooseLanguage>().size() == 1);
  CHECK(player.sent<wire::BrowseTopics>().size() == 1);
  CHECK(player.all<SaveProfile>().size() == 1);
}

TEST_CASE("going back withdraws a wish, and a seat granted too late is given back") {
  Player player;
  player.wants_in();
  player.gets_online();
  player.does(GoBack{});
  CHECK(stage(player.model, player.now) == Stage::Start);

  SECTION("the seat is given back before another is asked for") {
    player.wants_in("XYZ789");
    CHECK(player.commands.empty());
    player.hears(Player::joined({}));
    CHECK(player.sent<wire::LeaveRoom>().size() == 1);
    CHECK_FALSE(player.model.room);
    player.hears(wire::RoomLeft{});
    REQUIRE(player.sent<wire::JoinRoom>().size() == 1);
    CHECK(player.sent<wire::JoinRoom>().front().code == "XYZ789");
    player.hears(Player::joined({}, "XYZ789"));
    REQUIRE(player.model.room);
    CHECK(player.model.room->code == "XYZ789");
  }
  SECTION("the seat was not granted anyway") {
    player.wants_in("XYZ789");
    player.hears(wire::Rejected{wire::Refusal::RoomFull, 0});
    CHECK(player.sent<wire::JoinRoom>().size() == 1);
    CHECK_FALSE(player.noticed(wire::Refusal::RoomFull));
  }
}

TEST_CASE("a wish is not asked twice and another one does not push it aside") {
  Player player;
  player.wants_in();
  player.does(model::JoinRoom{});
  CHECK(player.commands.empty());
  player.does(HostRoom{});
  CHECK(player.commands.empty());
}

TEST_CASE("a form sent to another address leaves the old server") {
  Player player;
  player.does(Retry{});
  player.gets_online();
  player.does(SetAddress{"other.example:1"});
  player.wants_in();
  CHECK(player.all<CloseConnection>().size() == 1);
  REQUIRE(player.all<Connect>().size() == 1);
  CHECK(player.all<Connect>().front().address == "other.example:1");
  CHECK_FALSE(player.model.clock.synchronised);
}

TEST_CASE("settings lie over a running room and lead back to it") {
  Player player = asking_player();
  player.does(ShowScreen{Screen::Settings});
  CHECK(stage(player.model, player.now) == Stage::Settings);
  player.does(GoBack{});
  CHECK(stage(player.model, player.now) == Stage::Asking);
  player.does(ShowScreen{Screen::Host});
  CHECK(stage(player.model, player.now) == Stage::Asking);
}

TEST_CASE("leaving gives the seat up") {
  Player player;
  player.joins();
  player.does(Leave{});
  CHECK(player.sent<wire::LeaveRoom>().size() == 1);
  CHECK_FALSE(player.model.room);
  CHECK(player.model.profile.seats.empty());
  CHECK(stage(player.model, player.now) == Stage::Start);
  player.hears(wire::RoomLeft{});
  player.hears(5, wire::MatchStarted{});  // was on its way
  CHECK(player.commands.empty());
  CHECK_FALSE(player.model.room);
}

TEST_CASE("another room is entered once the server has let go of the seat before") {
  Player player;
  player.joins();
  player.does(Leave{});
  player.wants_in("XYZ789");
  CHECK(player.commands.empty());
  player.hears(wire::RoomLeft{});
  CHECK(player.sent<wire::JoinRoom>().size() == 1);
}

TEST_CASE("leaving while the connection is lost stops the attempts to return") {
  Player player;
  player.joins();
  player.loses_connection();
  player.does(Leave{});
  CHECK(player.model.connection.link == Link::Offline);
  CHECK_FALSE(lost_for(player.model, player.now));
  CHECK(player.model.profile.seats.empty());
}
