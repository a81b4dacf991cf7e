#include "tests/loopback/crash/run.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <list>
#include <memory>

#include "tests/loopback/crash/person.hpp"
#include "tests/support/server_process.hpp"

namespace certamen::test {
namespace {

constexpr int poll_millis = 4;
constexpr std::uint64_t stillborn_one_in = 8;  // so often a server is killed while it still recovers
constexpr std::uint64_t stillborn_millis = 120;

// A table and its people, who leave it when their match is over.
struct Party {
  CrashTable table;
  std::vector<std::unique_ptr<CrashPerson>> people;
};

class CrashRun {
 public:
  CrashRun(const CrashPlan& plan, std::function<void(const std::string&)> tell)
      : plan_(plan), tell_(std::move(tell)), random_(plan.seed), data_path_(folder_.file("data.db")) {}

  CrashFigures run() {
    for (std::size_t i = 0; i < plan_.tables; ++i) parties_.push_back(new_party());
    start();
    while (figures_.kills < plan_.kills && ledger_.broken().empty()) {
      play(std::chrono::milliseconds(random_.below(plan_.uptime_millis)));
      kill();
      if (figures_.kills < plan_.kills && random_.below(stillborn_one_in) == 0) start_in_vain();
      start();
      if (figures_.kills % 10 == 0) tell_(fmt::format("{} kills, {} answers", figures_.kills, ledger_.acknowledged_count()));
    }
    play(std::chrono::milliseconds(plan_.uptime_millis));
    end();
    return std::move(figures_);
  }

 private:
  std::unique_ptr<Party> new_party() {
    auto party = std::make_unique<Party>();
    party->table.players = plan_.players;
    for (std::size_t i = 0; i <= plan_.players; ++i) {
      const std::string name = i == 0 ? "Host" : fmt::format("Player {}", i);
      party->people.push_back(std::make_unique<CrashPerson>(party->table, ledger_, i == 0, name, random_.next()));
    }
    return party;
  }

  ServerProcess::Options options() const {
    ServerProcess::Options options{test_bank(), data_path_, address_, plan_.server_options};
    return options;
  }

  // The same port each time, as people expect it.
  void start() {
    const auto begun = Steady::now();
    server_ = std::make_unique<ServerProcess>(options());
    if (!server_->listening()) throw std::runtime_error("the server does not start: " + server_->errors());
    address_ = fmt::format("127.0.0.1:{}", server_->port());
    {
      WireClient first(server_->port());
      first.greet();
      first.send(wire::Ping{1});
      static_cast<void>(first.expect<wire::Pong>());
    }
    if (figures_.kills > 0) {
      figures_.restarts.push_back(std::chrono::duration_cast<wire::Duration>(Steady::now() - begun));
    }
    for (const auto& party : parties_) connect(*party);
  }

  void start_in_vain() {
    ServerProcess::Options in_vain = options();
    in_vain.await_listening = false;
    ServerProcess server(in_vain);
    play(std::chrono::milliseconds(random_.below(stillborn_millis)));  // nobody is connected: only time passes
    server.kill();
    ++figures_.kills;
    ++figures_.kills_before_serving;
    ledger_.check(data_path_, Steady::now());
  }

  void connect(Party& party) {
    for (const auto& person : party.people) person->connect(server_->port());
  }

  void play(Steady::duration length) {
    const auto end = Steady::now() + length;
    for (auto now = Steady::now(); now < end; now = Steady::now()) {
      std::vector<pollfd> sockets;
      for (const auto& party : parties_) {
        for (const auto& person : party->people) {
          if (person->descriptor() >= 0) sockets.push_back({person->descriptor(), POLLIN, 0});
        }
      }
      ::poll(sockets.data(), sockets.size(), poll_millis);
      now = Steady::now();
      for (auto& party : parties_) {
        for (const auto& person : party->people) person->step(now);
        if (party->table.finished) next_match(party);
      }
    }
  }

  void next_match(std::unique_ptr<Party>& party) {
    ++figures_.matches_finished;
    const bool connected = party->people.front()->descriptor() >= 0;
    party = new_party();
    if (connected) connect(*party);
  }

  void kill() {
    server_->kill();
    ++figures_.kills;
    lose();
    ledger_.check(data_path_, Steady::now());
  }

  // What the dead server had already said counts as said.
  void lose() {
    for (const auto& party : parties_) {
      for (const auto& person : party->people) person->lose_server(Steady::now());
    }
  }

  void end() {
    for (const auto& party : parties_) {
      for (const auto& person : party->people) person->lose_server(Steady::now());
    }
    figures_.exit_code = server_->terminate();
    ledger_.check(data_path_, Steady::now());
    figures_.broken = ledger_.broken();
    figures_.rooms = ledger_.room_count();
    figures_.acknowledged = ledger_.acknowledged_count();
    figures_.rooms_in_question = ledger_.rooms_in_question();
    figures_.times_compared = ledger_.times_compared();
    figures_.turned_back_worst = ledger_.turned_back_worst();
    std::sort(figures_.restarts.begin(), figures_.restarts.end());
    // A check that cannot fail would say nothing: a promise that was never made must be found broken.
    if (const auto& code = parties_.front()->table.code) {
      ledger_.acknowledged(*code, {999}, 1, wire::ChoiceAnswer{{0}});
      ledger_.check(data_path_, Steady::now());
      figures_.a_false_promise_is_found = ledger_.broken().size() == figures_.broken.size() + 1;
    }
  }

  const CrashPlan plan_;
  std::function<void(const std::string&)> tell_;
  exam::Random random_;
  ScratchFolder folder_;
  std::string data_path_;
  std::string address_ = "127.0.0.1:0";
  Ledger ledger_;
  CrashFigures figures_;
  std::vector<std::unique_ptr<Party>> parties_;
  std::unique_ptr<ServerProcess> server_;
};

double millis(wire::Duration duration) {
  return static_cast<double>(duration.count()) / 1000.0;
}

}  // namespace

CrashFigures run_crashes(const CrashPlan& plan, const std::function<void(const std::string&)>& tell) {
  return CrashRun(plan, tell).run();
}

std::string text_of(const CrashFigures& figures) {
  std::string text = fmt::format(
      "kills                     {} ({} before the server served)\n"
      "rooms, matches finished   {}, {}\n"
      "answers acknowledged      {}\n"
      "questions open at a kill  {}, remaining times compared {}\n"
      "clock turned back, worst  {:.1f} ms\n",
      figures.kills, figures.kills_before_serving, figures.rooms, figures.matches_finished, figures.acknowledged,
      figures.rooms_in_question, figures.times_compared, millis(figures.turned_back_worst));
  if (!figures.restarts.empty()) {
    text += fmt::format("restart to serving        median {:.1f} ms, worst {:.1f} ms\n",
                        millis(figures.restarts[figures.restarts.size() / 2]), millis(figures.restarts.back()));
  }
  text += fmt::format("promises broken           {}\n", figures.broken.size());
  for (const std::string& promise : figures.broken) text += "  " + promise + "\n";
  return text;
}

}  // namespace certamen::test
