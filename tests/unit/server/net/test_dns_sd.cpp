// What a server says of itself by DNS-SD, and that it starts and stops as fast where nobody can be told.
#include <poll.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <numeric>
#include <string>
#include <vector>

#include "server/net/dns_sd.hpp"
#include "server/net/dns_sd_registration.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::net;

namespace {

// Lines of the log at debug level, while it lives.
class LogEar : public spdlog::sinks::base_sink<std::mutex> {
 public:
  [[nodiscard]] std::string next() {
    std::unique_lock lock(ours_);
    come_.wait_for(lock, std::chrono::seconds(30), [&] { return !lines_.empty(); });
    if (lines_.empty()) return "";
    std::string line = std::move(lines_.front());
    lines_.erase(lines_.begin());
    return line;
  }
  [[nodiscard]] bool silent() {
    const std::lock_guard lock(ours_);
    return lines_.empty();
  }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    const std::lock_guard lock(ours_);
    const auto level = spdlog::level::to_string_view(message.level);
    lines_.push_back(std::string(level.data(), level.size()) + ": " +
                     std::string(message.payload.data(), message.payload.size()));
    come_.notify_all();
  }
  void flush_() override {}

 private:
  std::mutex ours_;
  std::condition_variable come_;
  std::vector<std::string> lines_;
};

std::shared_ptr<LogEar> listen_to_log() {
  auto ear = std::make_shared<LogEar>();
  auto logger = std::make_shared<spdlog::logger>("dns_sd", ear);
  logger->set_level(spdlog::level::debug);
  spdlog::set_default_logger(std::move(logger));
  return ear;
}

// Where the system's bus is for this program, and nothing is at first. The library asks once where that is.
const std::string& bus_path() {
  static const std::string path = [] {
    std::string folder = (std::filesystem::temp_directory_path() / "certamen-bus-XXXXXX").string();
    REQUIRE(::mkdtemp(folder.data()) != nullptr);
    ::setenv("DBUS_SYSTEM_BUS_ADDRESS", ("unix:path=" + folder + "/bus").c_str(), 1);
    std::atexit([] { std::filesystem::remove_all(std::filesystem::path(bus_path()).parent_path()); });
    return folder + "/bus";
  }();
  return path;
}

// It lets connect and never says a word.
class DumbBus {
 public:
  DumbBus() : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(bus_path().size() < sizeof(address.sun_path));
    bus_path().copy(address.sun_path, sizeof(address.sun_path) - 1);
    REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
    REQUIRE(::listen(socket_, 4) == 0);
  }
  ~DumbBus() {
    ::close(socket_);
    ::unlink(bus_path().c_str());
  }
  DumbBus(const DumbBus&) = delete;
  DumbBus& operator=(const DumbBus&) = delete;

  [[nodiscard]] bool met_somebody() const {
    pollfd readable{socket_, POLLIN, 0};
    return ::poll(&readable, 1, 30'000) == 1;
  }

 private:
  int socket_;
};

const boost::asio::ip::tcp::endpoint everywhere(boost::asio::ip::tcp::v4(), 7117);

std::chrono::milliseconds time_of(const std::function<void()>& act) {
  const auto begin = std::chrono::steady_clock::now();
  act();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
}

// Far below the half minute that the library waits for a bus, far above what a busy machine needs for a thread.
constexpr std::chrono::milliseconds soon{5'000};

const std::string fingerprint =
    "3A:F1:0C:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC";

}  // namespace

TEST_CASE("a plain server says its version and what it speaks") {
  CHECK(dns_sd_service("Aula 3", 7117, "", "0.1.0") ==
        DnsSdService{"Aula 3", 7117, {"txtvers=1", "version=0.1.0", "protocol=1-1", "security=plain"}});
}

TEST_CASE("an encrypted server says its certificate, and all of it stays small") {
  const DnsSdService service = dns_sd_service("Aula 3", 7117, fingerprint, "10.20.30");
  CHECK(std::vector(service.txt.end() - 2, service.txt.end()) ==
        std::vector<std::string>{"security=tls", "sha256=" + fingerprint});
  const auto bytes = std::accumulate(service.txt.begin(), service.txt.end(), std::size_t{0},
                                     [](std::size_t sum, const std::string& text) { return sum + 1 + text.size(); });
  CHECK(bytes <= 200);  // as RFC 6763 advises
}

TEST_CASE("a name that no label of DNS holds is cut between characters") {
  const std::string ascii(64, 'n');
  CHECK(dns_sd_service(ascii, 1, "", "1").name == std::string(63, 'n'));
  const std::string whole(63, 'n');
  CHECK(dns_sd_service(whole, 1, "", "1").name == whole);
  const std::string umlaut = std::string(62, 'n') + "\u00FC";
  CHECK(dns_sd_service(umlaut, 1, "", "1").name == std::string(62, 'n'));
  std::string faces;
  for (int i = 0; i < 16; ++i) faces += "\U0001F600";
  CHECK(dns_sd_service(faces, 1, "", "1").name == faces.substr(0, 60));
}

TEST_CASE("without a bus nothing is told, nobody waits, and the log says so once, at debug level") {
  REQUIRE_FALSE(std::filesystem::exists(bus_path()));
  const auto log = listen_to_log();
  DnsSdRegistration registration(dns_sd_service("Aula 3", 7117, "", "0.1.0"), everywhere);
  CHECK(time_of([&] { registration.start(); }) < soon);
  CHECK(log->next().starts_with("debug: no DNS-SD: "));
  CHECK(time_of([&] { registration.stop(); }) < soon);
  CHECK(log->silent());
}

TEST_CASE("a bus that never answers delays neither start nor stop") {
  const DumbBus bus;
  const auto log = listen_to_log();
  DnsSdRegistration registration(dns_sd_service("Aula 3", 7117, "", "0.1.0"), everywhere);
  CHECK(time_of([&] { registration.start(); }) < soon);
  REQUIRE(bus.met_somebody());
  CHECK(time_of([&] { registration.stop(); }) < soon);
  CHECK(log->silent());
}
