// Two hubs and everything around them, driven by a row of choices: what sessions send, when they come and go, how time
// passes, when the disk commits and fails, when the server dies and comes back from its journals.
//
// What is promised is checked all along: every frame decodes, every journal replays to the digest of its room, and in the
// end, when everyone has left, no room is lost for ever.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/exam/random.hpp"
#include "server/hub/hub.hpp"
#include "tests/fuzz/choices.hpp"

namespace certamen::fuzz {

class HubDriver {
 public:
  explicit HubDriver(Choices choices);

  // Makes every choice there is, then lets everyone leave.
  void run();

 private:
  // A way back into a seat, as some session once heard it.
  struct Known {
    wire::RoomCode code;
    wire::Ticket ticket;
    wire::Ticket host_ticket;
  };
  struct DiskWork {
    std::uint32_t shard = 0;
    hub::DiskWish wish;
  };

  void act();
  void session_acts(const hub::SessionId& session);
  [[nodiscard]] wire::ClientMessage wish();
  [[nodiscard]] wire::OpenRoom open_wish();
  [[nodiscard]] wire::SubmitAnswer answer_wish();
  [[nodiscard]] Known known();
  [[nodiscard]] std::string name();

  void begin();
  void crash();
  void leave_all();
  void run_for(wire::Duration length);
  void check_journals() const;

  void step(std::uint32_t shard, const hub::Input& input);
  void take_in(std::uint32_t shard, const std::vector<hub::Output>& outputs);
  void listen(const hub::Transmit& transmit);
  void settle();
  void do_disk(const DiskWork& work);

  Choices choices_;
  exam::Random random_{1};
  wire::Instant now_{wire::Duration{1'000'000}};
  std::vector<std::unique_ptr<hub::Hub>> hubs_;
  std::vector<hub::SessionId> sessions_;
  std::uint64_t sessions_opened_ = 0;
  std::vector<Known> known_;
  std::deque<std::pair<std::uint32_t, hub::ShardLetter>> letters_;
  std::deque<DiskWork> disk_;
  std::map<hub::GameId, std::vector<hub::AppendEntry>> written_;  // by the hubs
  std::map<hub::GameId, std::size_t> committed_;                  // of those
  std::set<hub::GameId> closed_;
  bool disk_held_ = false;
  bool settling_ = false;
};

}  // namespace certamen::fuzz
