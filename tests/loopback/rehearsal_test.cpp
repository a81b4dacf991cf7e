// A rehearsal against a real server: it measures, judges, disturbs nobody and leaves nothing behind.
#include <thread>

#include "client/rehearsal/rehearser.hpp"
#include "tests/loopback/database.hpp"
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

struct Rehearsed {
  explicit Rehearsed(std::vector<std::string> more = {})
      : server({test_bank(), folder.file("data.db"), "127.0.0.1:0", std::move(more)}) {
    REQUIRE(server.listening());
  }
  [[nodiscard]] model::StartRehearsal wish(std::uint32_t bots) const {
    const wire::RoomSettings settings = model::rehearsal_settings(quick_settings(), bots);
    return {1, "127.0.0.1:" + std::to_string(server.port()), settings, bots, "", true, ""};
  }
  // Until its end; `heard` is told of each progress.
  template <class Heard>
  model::RehearsalMeasures until_end(rehearsal::Rehearser& rehearser, const Heard& heard) {
    for (;;) {
      const auto event = rehearser.poll();
      if (!event) {
        std::this_thread::yield();
        continue;
      }
      if (const auto* progressed = std::get_if<model::RehearsalProgressed>(&*event)) heard(progressed->progress);
      if (const auto* ended = std::get_if<model::RehearsalEnded>(&*event)) return ended->measures;
    }
  }
  model::RehearsalMeasures until_end(rehearsal::Rehearser& rehearser) {
    return until_end(rehearser, [](const model::RehearsalProgress&) {});
  }

  ScratchFolder folder;
  ServerProcess server;
};

}  // namespace

TEST_CASE("a rehearsal plays a match of its own, measures it, and leaves the host's room and the data file alone") {
  Rehearsed table;
  Host host(table.server.port(), one_question_settings());
  rehearsal::Rehearser rehearser;
  rehearser.start(table.wish(12));
  bool progressed = false;
  const model::RehearsalMeasures measures =
      table.until_end(rehearser, [&](const model::RehearsalProgress& progress) { progressed |= progress.joined == 12; });
  CHECK(progressed);
  CHECK(measures.reached);
  CHECK(measures.wanted == 12);
  CHECK(measures.turned_away == 0);
  CHECK(measures.joined == 12);
  CHECK(measures.finished == 12);
  CHECK(measures.answered > 0);
  CHECK(measures.acknowledged == measures.answered);
  CHECK(measures.lost == 0);
  CHECK(measures.slowest_join > wire::Duration::zero());
  CHECK(measures.acknowledgement_p50 <= measures.acknowledgement_p99);
  CHECK(model::verdict_on(measures).findings.size() == 5);

  // The room of the real match is as it was, and plays.
  play_one_question(host, table.server.port(), "Ana", "Leo");
  CHECK(table.server.terminate() == 0);
  // Of the rehearsal nothing is kept: one game, the host's.
  CHECK(query(table.folder.file("data.db"), "SELECT count(*) FROM game") == "1\n");
}

TEST_CASE("a rehearsal that is cancelled is over soon, and its room is closed") {
  Rehearsed table;
  rehearsal::Rehearser rehearser;
  rehearser.start(table.wish(6));
  bool asked = false;
  const model::RehearsalMeasures measures = table.until_end(rehearser, [&](const model::RehearsalProgress& progress) {
    if (progress.joined == 6 && !std::exchange(asked, true)) rehearser.cancel();
  });
  CHECK(measures.joined == 6);
  CHECK(measures.finished == 0);
  CHECK(table.server.terminate() == 0);
  CHECK(query(table.folder.file("data.db"), "SELECT count(*) FROM game") == "0\n");
}

TEST_CASE("a rehearsal says how many the limit for one address turned away, and measures with the others") {
  Rehearsed table({"--limit", "sessions_per_address=6", "--threads", "1"});
  rehearsal::Rehearser rehearser;
  rehearser.start(table.wish(9));
  const model::RehearsalMeasures measures = table.until_end(rehearser);
  CHECK(measures.joined == 5);  // the sixth is their host
  CHECK(measures.turned_away == 4);
  CHECK(measures.finished == 5);
  CHECK(measures.lost == 0);
}

TEST_CASE("a rehearsal tells when there is no server, and when there is no paper") {
  std::uint16_t port = 0;
  {
    Rehearsed gone;
    port = gone.server.port();
  }
  Rehearsed table;
  rehearsal::Rehearser rehearser;
  model::StartRehearsal wish = table.wish(2);
  wish.address = "127.0.0.1:" + std::to_string(port);
  rehearser.start(wish);
  CHECK_FALSE(table.until_end(rehearser).reached);

  model::StartRehearsal none = table.wish(2);
  none.run = 2;
  none.settings.topics = {"no-such-topic"};
  rehearser.start(none);
  const model::RehearsalMeasures measures = table.until_end(rehearser);
  CHECK(measures.refused == wire::Refusal::TooFewQuestions);
  CHECK_FALSE(model::verdict_on(measures).go);
}
