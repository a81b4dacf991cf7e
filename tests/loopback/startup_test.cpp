// What happens when the server cannot start: one clear line, exit code 2, nothing half-started.
#include <fstream>

#include "tests/loopback/database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/server_process.hpp"

using namespace certamen::test;

namespace {

std::string refusal(const ServerProcess::Options& options) {
  ServerProcess server(options);
  REQUIRE_FALSE(server.listening());
  REQUIRE(server.wait() == 2);
  const std::string errors = server.errors();
  REQUIRE(std::count(errors.begin(), errors.end(), '\n') == 1);
  return errors;
}

}  // namespace

TEST_CASE("a missing bank is refused with the way to make one") {
  const ScratchFolder folder;
  REQUIRE(refusal({folder.file("none.db"), folder.file("data.db")}).find("certamen-bank build") != std::string::npos);
}

TEST_CASE("a corrupt bank is refused") {
  const ScratchFolder folder;
  std::ifstream good(test_bank(), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(good)), std::istreambuf_iterator<char>());
  for (std::size_t i = 4096; i < bytes.size(); i += 512) bytes[i] = static_cast<char>(bytes[i] ^ 0x5A);
  std::ofstream(folder.file("bank.db"), std::ios::binary) << bytes;
  REQUIRE(refusal({folder.file("bank.db"), folder.file("data.db")}).find(folder.file("bank.db")) != std::string::npos);
}

TEST_CASE("a file that is no bank is refused") {
  const ScratchFolder folder;
  std::ofstream(folder.file("bank.db")) << "Dear diary";
  REQUIRE(refusal({folder.file("bank.db"), folder.file("data.db")}).find(folder.file("bank.db")) != std::string::npos);
}

TEST_CASE("a file that is no data file is refused and left as it was") {
  const ScratchFolder folder;
  std::ofstream(folder.file("data.db"))
      << "Dear diary, this is longer than a database header would ever be, I am sure of it.";
  REQUIRE(refusal({test_bank(), folder.file("data.db")}).find("not a data file") != std::string::npos);
  std::ifstream diary(folder.file("data.db"));
  std::string word;
  diary >> word;
  REQUIRE(word == "Dear");
}

TEST_CASE("a taken port is refused with the way out") {
  const ScratchFolder folder;
  const ServerProcess first({test_bank(), folder.file("first.db")});
  REQUIRE(first.listening());
  const std::string address = "127.0.0.1:" + std::to_string(first.port());
  REQUIRE(refusal({test_bank(), folder.file("second.db"), address}).find("is taken") != std::string::npos);
}

TEST_CASE("a data file in use is refused") {
  const ScratchFolder folder;
  const ServerProcess first({test_bank(), folder.file("data.db")});
  REQUIRE(first.listening());
  REQUIRE(refusal({test_bank(), folder.file("data.db")}).find("in use by another server") != std::string::npos);
}

TEST_CASE("wrong usage is refused") {
  const ScratchFolder folder;
  REQUIRE(refusal({test_bank(), folder.file("data.db"), "nonsense:port"}).find("HOST:PORT") != std::string::npos);
  REQUIRE(refusal({test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--threds", "2"}}).find("--help") !=
          std::string::npos);
}

TEST_CASE("a bank given as the data file is refused and left as it was") {
  const ScratchFolder folder;
  std::ofstream(folder.file("data.db"), std::ios::binary) << bytes_of(test_bank());
  REQUIRE(refusal({test_bank(), folder.file("data.db")}).find("not a data") != std::string::npos);
  REQUIRE(bytes_of(folder.file("data.db")) == bytes_of(test_bank()));
}
