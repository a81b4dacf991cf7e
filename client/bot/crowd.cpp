#include "client/bot/crowd.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "client/bot/player.hpp"
#include "client/bot/wiring.hpp"
#include "client/net/connection.hpp"
#include "client/net/loop.hpp"

namespace certamen::bot {

namespace {

constexpr wire::Duration tell_interval = std::chrono::seconds{1};
constexpr wire::Duration leave_time_max = std::chrono::seconds{3};
constexpr wire::Duration leave_check_interval = std::chrono::milliseconds{10};
// In a row, by one player, before any had a word from the server: enough for one that is just starting.
constexpr std::uint32_t attempts_in_vain_max = 4;

wire::Language language_of(Reading reading, std::size_t index) {
  switch (reading) {
    case Reading::English: return wire::Language::English;
    case Reading::Spanish: return wire::Language::Spanish;
    case Reading::Mixed: return index % 2 == 0 ? wire::Language::Spanish : wire::Language::English;
  }
  return wire::Language::English;
}

// A player, its connection and its alarm.
class Live {
 public:
  Live(Player player, client_net::Loop& loop, std::function<void()> changed)
      : player_(std::move(player)),
        changed_(std::move(changed)),
        connection_(loop.context(), [this](const client_net::Fact& fact) { step(event_of(fact)); }),
        alarm_(loop.context(), [this] { step(model::Tick{}); }) {}

  void begin() { carry_out(player_.begin(client_net::local_now())); }
  void leave() {
    alarm_.clear();
    for (const auto& command : player_.leave(client_net::local_now())) hand_over(command);
  }
  // No more attempts; what it has lived through stays.
  void give_up() {
    if (std::exchange(gave_up_, true)) return;
    leave();
  }
  [[nodiscard]] bool gave_up() const { return gave_up_; }
  [[nodiscard]] const Player& player() const { return player_; }
  [[nodiscard]] bool idle() const { return connection_.idle(); }

 private:
  void step(const model::Event& event) { carry_out(player_.step(event, client_net::local_now())); }

  void carry_out(const std::vector<model::Command>& commands) {
    for (const auto& command : commands) hand_over(command);
    if (const auto next = player_.deadline()) {
      alarm_.set(*next);
    } else {
      alarm_.clear();
    }
    changed_();
  }

  void hand_over(const model::Command& command) {
    if (const auto request = request_of(command)) connection_.handle(*request);
  }

  Player player_;
  std::function<void()> changed_;
  client_net::Connection connection_;
  client_net::Alarm alarm_;
  bool gave_up_ = false;
};

struct RoomOfBots {
  std::unique_ptr<Live> host;  // none when joining somebody else's room
  std::vector<std::unique_ptr<Live>> players;
};

}  // namespace

struct Crowd::Parts {
  Parts(CrowdPlan what, std::function<void(const std::string&)> teller)
      : plan(std::move(what)),
        tell(std::move(teller)),
        tell_alarm(loop.context(), [this] { tell_progress(); }),
        end_alarm(loop.context(), [this] { end_in_time(); }),
        leave_alarm(loop.context(), [this] { stop_when_idle(); }),
        rooms(plan.rooms) {}

  void begin() {
    end_alarm.set(client_net::local_now() + plan.time_max);
    tell_alarm.set(client_net::local_now() + tell_interval);
    for (std::size_t room = 0; room < rooms.size(); ++room) {
      if (plan.join) {
        fill(room, *plan.join);
      } else {
        open(room);
      }
    }
  }

  void open(std::size_t room) {
    const auto index = static_cast<std::uint32_t>(people_made++);
    Persona persona = make_persona(plan.seed, index);
    persona.name = fmt::format("Host {}", room + 1);
    Player host{std::move(persona), Host{plan.settings, plan.players_per_room, plan.patience},
                plan.address,       language_of(plan.reading, room),
                plan.safety,        plan.passwords};
    rooms[room].host = std::make_unique<Live>(std::move(host), loop, [this, room] { host_changed(room); });
    rooms[room].host->begin();
  }

  void fill(std::size_t room, const wire::RoomCode& code) {
    if (leaving) return;  // cancelled meanwhile
    for (std::size_t seat = 0; seat < plan.players_per_room; ++seat) {
      const auto index = static_cast<std::uint32_t>(people_made++);
      Player player{make_persona(plan.seed, index),  Guest{code}, plan.address,
                    language_of(plan.reading, seat), plan.safety, plan.passwords};
      rooms[room].players.push_back(
          std::make_unique<Live>(std::move(player), loop, [this, room, seat] { guest_changed(room, seat); }));
    }
    for (const auto& player : rooms[room].players) player->begin();
  }

  void guest_changed(std::size_t room, std::size_t seat) {
    look_whether_there(rooms[room].players[seat]->player());
    look_whether_turned_away(*rooms[room].players[seat]);
    look_whether_done();
  }

  void look_whether_turned_away(Live& live) {
    const model::Model& seen = live.player().model();
    const bool outside = !live.player().tally().joined;
    const bool full = seen.connection.farewell == wire::Farewell::ServerFull;
    // An encrypted connection is closed before the reason could be said.
    const bool shut = met && !seen.connection.welcome && seen.connection.failures >= attempts_in_vain_max;
    if (plan.patience == wire::Duration::zero() || !outside || !(full || shut) || live.gave_up()) return;
    loop.post([this, &live] {
      live.give_up();
      look_whether_done();
    });
  }

  // Called from within the host's own step: what it leads to is done on the loop's next turn.
  void host_changed(std::size_t room) {
    const Player& host = rooms[room].host->player();
    look_whether_there(host);
    if (host.model().room && filled.insert(room).second) {
      loop.post([this, room, code = host.model().room->code] { fill(room, code); });
    }
    look_whether_done();
  }

  // Gives up where there is nobody to play with. Once the server has been met, players try again for as long as they may.
  void look_whether_there(const Player& player) {
    const auto& connection = player.model().connection;
    met = met || connection.welcome.has_value();
    if (met || !unreachable.empty() || connection.failures < attempts_in_vain_max) return;
    unreachable = fmt::format("cannot connect to {}: {}", plan.address, connection.why);
    loop.stop();
  }

  void look_whether_done() {
    if (leaving) return;
    for (const auto& room : rooms) {
      const bool host_failed = room.host && !room.host->player().tally().failure.empty();
      if (host_failed) continue;  // its players will wait for ever
      if (room.players.size() < plan.players_per_room) return;
      if (hopeless(room)) continue;
      if (room.host && !room.host->player().done()) return;
      for (const auto& player : room.players) {
        if (!player->player().done() && !player->gave_up()) return;
      }
    }
    leaving = true;
    loop.post([this] { leave(); });
  }

  // Everybody is there who will be, and nobody plays.
  [[nodiscard]] static bool hopeless(const RoomOfBots& room) {
    const auto out = [](const auto& live) { return live->gave_up() || !live->player().tally().failure.empty(); };
    return !room.players.empty() && std::all_of(room.players.begin(), room.players.end(), out);
  }

  void end_in_time() {
    if (leaving) return loop.stop();
    why_ended = hindrance();
    timed_out = true;
    leave_now();
  }

  // What is under way gets a moment to be said; then it ends in any case.
  void leave_now() {
    leaving = true;
    end_alarm.set(client_net::local_now() + leave_time_max);
    leave();
  }

  void cancel() {
    if (!leaving) leave_now();
  }

  void leave() {
    for (const auto& room : rooms) {
      for (const auto& player : room.players) player->leave();
      if (room.host) room.host->leave();
    }
    stop_when_idle();
  }

  void stop_when_idle() {
    for (const auto& room : rooms) {
      const bool idle = std::all_of(room.players.begin(), room.players.end(), [](const auto& live) { return live->idle(); });
      if (idle && (!room.host || room.host->idle())) continue;
      leave_alarm.set(client_net::local_now() + leave_check_interval);
      return;
    }
    loop.stop();
  }

  void tell_progress() {
    const Sum sum = summed();
    tell(fmt::format("joined {} of {} · answered {} · acknowledged {} · finished {}", sum.joined,
                     plan.rooms * plan.players_per_room, sum.answered, sum.acknowledged, sum.finished));
    if (plan.watch) plan.watch(sum);
    tell_alarm.set(client_net::local_now() + tell_interval);
  }

  // Why it ended before everyone was done.
  [[nodiscard]] std::string hindrance() const {
    if (!unreachable.empty()) return unreachable;
    for (const auto& room : rooms) {
      std::vector<const Live*> people;
      if (room.host) people.push_back(room.host.get());
      for (const auto& player : room.players) people.push_back(player.get());
      for (const Live* live : people) {
        const auto& connection = live->player().model().connection;
        if (live->player().done() || connection.link == model::Link::Online) continue;
        return fmt::format("the time was up without a connection: {}", connection.why);
      }
    }
    return "the time was up";
  }

  [[nodiscard]] Sum summed() const {
    std::vector<std::vector<const Tally*>> tallies;
    for (const auto& room : rooms) {
      auto& of_room = tallies.emplace_back();
      for (const auto& player : room.players) of_room.push_back(&player->player().tally());
    }
    Sum sum = sum_of(tallies);
    sum.players = plan.rooms * plan.players_per_room;  // those who never got a room to join count as well
    sum.timed_out = timed_out;
    for (const auto& room : rooms) {
      sum.turned_away += static_cast<std::size_t>(
          std::count_if(room.players.begin(), room.players.end(), [](const auto& live) { return live->gave_up(); }));
      if (room.host) note_refusal(room.host->player().model(), sum);
      if (room.host && !room.host->player().tally().failure.empty()) {
        sum.failures.push_back("host: " + room.host->player().tally().failure);
      }
    }
    return sum;
  }

  static void note_refusal(const model::Model& host, Sum& sum) {
    for (const model::Notice& notice : host.notices) {
      if (const auto* refusal = std::get_if<wire::Refusal>(&notice.about)) sum.host_refused = *refusal;
    }
  }

  CrowdPlan plan;
  std::function<void(const std::string&)> tell;
  client_net::Loop loop;
  client_net::Alarm tell_alarm;
  client_net::Alarm end_alarm;
  client_net::Alarm leave_alarm;
  std::vector<RoomOfBots> rooms;
  std::set<std::size_t> filled;
  std::size_t people_made = 0;
  bool leaving = false;
  bool met = false;         // somebody had a word from the server
  std::string unreachable;  // why nobody will
  bool timed_out = false;
  std::string why_ended;  // with timed_out
};

Crowd::Crowd(CrowdPlan plan, std::function<void(const std::string&)> tell)
    : parts_(std::make_unique<Parts>(std::move(plan), std::move(tell))) {}

Crowd::~Crowd() = default;

Sum Crowd::run() {
  parts_->begin();
  parts_->loop.run();
  Sum sum = parts_->summed();
  if (!parts_->leaving) sum.failures.push_back(parts_->hindrance());
  if (parts_->timed_out) sum.failures.push_back(parts_->why_ended);
  sum.unreachable = !parts_->unreachable.empty();
  if (sum.unreachable) parts_->tell(parts_->unreachable);
  return sum;
}

void Crowd::cancel() {
  parts_->loop.post([parts = parts_.get()] { parts->cancel(); });
}

}  // namespace certamen::bot
