// Disks that are slow, read-only or damaged.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "tests/loopback/database.hpp"
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

bool comes_back(const ServerProcess& server, const wire::RoomJoined& joined) {
  WireClient client(server.port());
  client.greet();
  client.send(wire::ResumeSeat{joined.code, *joined.ticket});
  for (;;) {
    const auto message = client.next();
    REQUIRE(message.has_value());
    if (std::holds_alternative<wire::RoomJoined>(*message)) return true;
    if (std::holds_alternative<wire::Rejected>(*message)) return false;
  }
}

}  // namespace

TEST_CASE("a slow disk delays acknowledgements, groups what arrives meanwhile, and loses nothing") {
  const ScratchFolder folder;
  ServerProcess::Options options{test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--threads", "2"}};
  options.status = true;
  options.environment = {std::string("LD_PRELOAD=") + CERTAMEN_BINARY_DIR + "/lib/libcertamen_slow_disk.so",
                         "CERTAMEN_FLUSH_MILLIS=150", "ASAN_OPTIONS=verify_asan_link_order=0"};
  ServerProcess server(options);
  REQUIRE(server.listening());
  wire::RoomSettings settings = quick_settings();
  settings.answer_seconds = 60;
  Host host(server.port(), settings);
  constexpr int players = 12;
  std::vector<std::unique_ptr<WireClient>> clients;
  for (int i = 0; i < players; ++i) {
    clients.push_back(std::make_unique<WireClient>(server.port()));
    clients.back()->greet();
    clients.back()->send(wire::JoinRoom{host.joined.code, "Player " + std::to_string(i), wire::Role::Player});
  }
  std::vector<wire::RoomJoined> joined;
  for (const auto& client : clients) joined.push_back(client->expect<wire::RoomJoined>());
  host.command(wire::Command::Start);
  const auto asked = host.client.expect_room<wire::QuestionAsked>();
  host.client.send(wire::Ping{1});
  host.client.listen_for(asked.opens_at - host.client.expect<wire::Pong>().sent_at);
  for (const auto& client : clients) {
    client->send(wire::SubmitAnswer{asked.number, Player::any_answer(asked), asked.opens_at});
  }
  for (const auto& client : clients) REQUIRE(client->expect_seat<wire::AnswerLocked>().question_number == asked.number);
  REQUIRE(host.client.expect_room<wire::QuestionRevealed>().answered_count == players);

  const std::string text = http_get(server.status_port(), "/metrics").body;
  const double commits = metric(text, "certamen_commit_seconds_count");
  const double entries = metric(text, "certamen_entries_committed_total");
  INFO("commits " << commits << ", entries " << entries);
  REQUIRE(metric(text, "certamen_commit_seconds_sum") / commits >= 0.15);
  // Twelve joins and twelve answers did not wait for twenty-four flushes.
  REQUIRE(entries >= 2 * players + 2);
  REQUIRE(commits < entries);
  REQUIRE(metric(text, "certamen_disk_failing") == 0);  // slow is not broken
  server.kill();

  options.environment.clear();
  const ServerProcess next(options);
  REQUIRE(comes_back(next, joined.front()));
}

TEST_CASE("a data file that may not be written is refused in one line") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  { ServerProcess(ServerProcess::Options{test_bank(), data}).kill(); }
  const auto refused = [&] {
    ServerProcess::Options options{test_bank(), data};
    options.mode_bits_bind = true;
    ServerProcess server(options);
    REQUIRE_FALSE(server.listening());
    REQUIRE(server.wait() == 2);
    const std::string errors = server.errors();
    REQUIRE(std::count(errors.begin(), errors.end(), '\n') == 1);
    REQUIRE(errors.find(data) != std::string::npos);
  };
  const std::string place = std::filesystem::path(data).parent_path();
  REQUIRE(::chmod(place.c_str(), 0555) == 0);
  REQUIRE(::chmod(data.c_str(), 0444) == 0);
  refused();
  // Nor when only the folder may be written: the journal beside it could, the file could not.
  REQUIRE(::chmod(place.c_str(), 0777) == 0);
  std::filesystem::remove(data + ".lock");
  refused();
}

TEST_CASE("a log torn by a power cut gives back every whole commit") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  wire::RoomJoined first;
  std::uintmax_t whole = 0;
  {
    ServerProcess server({test_bank(), data});
    first = Host(server.port()).joined;
    whole = std::filesystem::file_size(data + "-wal");
    for (int i = 0; i < 5; ++i) Host{server.port()};
    server.kill();
  }
  // The last frames are half-written: everything after `whole` is torn or noise.
  const std::uintmax_t all = std::filesystem::file_size(data + "-wal");
  REQUIRE(all > whole + 100);
  std::fstream log(data + "-wal", std::ios::in | std::ios::out | std::ios::binary);
  log.seekp(static_cast<std::streamoff>(whole + 60));
  log << std::string(static_cast<std::size_t>(all - whole - 60), '\x5A');
  log.close();
  std::filesystem::resize_file(data + "-wal", all - 13);
  ServerProcess server({test_bank(), data});
  REQUIRE(server.listening());
  REQUIRE(comes_back(server, first));
  server.kill();
  REQUIRE(server.errors().empty());
}

TEST_CASE("a journal with a missing or damaged entry is set aside, whatever part it is") {
  for (const char* damage :
       {"DELETE FROM entry WHERE number = 2 AND game = ", "DELETE FROM entry WHERE number = 1 AND game = ",
        "UPDATE entry SET bytes = x'0102' WHERE number = 3 AND game = ",
        "UPDATE entry SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE number = 3 AND game = "}) {
    INFO(damage);
    const ScratchFolder folder;
    const std::string data = folder.file("data.db");
    wire::RoomJoined damaged;
    wire::RoomJoined sound;
    {
      ServerProcess server({test_bank(), data});
      Host host(server.port());
      const Player ana(server.port(), host.joined.code, "Ana");
      const Player bo(server.port(), host.joined.code, "Bo");
      damaged = host.joined;
      sound = Host(server.port()).joined;
      server.kill();
    }
    change_row(data, damage + ("(SELECT id FROM game WHERE code = '" + damaged.code + "')"));
    ServerProcess server({test_bank(), data});
    REQUIRE(server.listening());
    REQUIRE(comes_back(server, sound));
    REQUIRE_FALSE(comes_back(server, damaged));
    server.kill();
    REQUIRE(server.errors().find("quarantined") != std::string::npos);
  }
}

TEST_CASE("a data file with damaged pages is refused in one line that names it, and left as it was") {
  const ScratchFolder folder;
  const std::string data = folder.file("data.db");
  {
    ServerProcess server({test_bank(), data});
    for (int i = 0; i < 5; ++i) Host{server.port()};
    REQUIRE(server.terminate() == 0);
  }
  std::ifstream good(data, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(good)), std::istreambuf_iterator<char>());
  good.close();
  REQUIRE(bytes.size() > 4096);
  for (std::size_t i = 4096; i < bytes.size(); i += 7) bytes[i] = static_cast<char>(bytes[i] ^ 0x5A);
  std::ofstream(data, std::ios::binary) << bytes;
  ServerProcess server({test_bank(), data});
  REQUIRE_FALSE(server.listening());
  REQUIRE(server.wait() == 2);
  const std::string errors = server.errors();
  REQUIRE(std::count(errors.begin(), errors.end(), '\n') == 1);
  REQUIRE(errors.find(data) != std::string::npos);
}
