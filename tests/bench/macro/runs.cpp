#include "tests/bench/macro/runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include "proto/wire/limits.hpp"
#include "tests/bench/macro/target.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;

constexpr std::uint32_t floor_message_bytes = 400;

// On standard error, so that the table alone is on standard output.
void tell(const std::string& progress) {
  std::fputs(("certamen-bench: " + progress + "\n").c_str(), stderr);
}

// A folder of its own for each server, gone with it.
class DataFolder {
 public:
  DataFolder(const std::string& parent, const std::string& name) : path_(parent + "/" + name) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~DataFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Seated {
  Seated(const Shape& of, const Place& place, const std::string& name)
      : shape(of), folder(place.folder, name), target(of, place.bank, folder.path()), seating(target.seat()) {}
  Shape shape;
  DataFolder folder;
  Target target;
  json seating;
};

Shape shape_of(std::size_t players) {
  const std::size_t rooms = (players + wire::players_per_room_max - 1) / wire::players_per_room_max;
  return {rooms, players / rooms};
}

// The floor does what each fan-out of this question did, with as many bytes.
json floor_beside(FloorTarget& floor, const json& phases) {
  json beside = json::array();
  for (const json& phase : phases) {
    if (phase.at("phase") == "storm") continue;
    json same = floor.fan_out(static_cast<std::uint32_t>(phase.at("bytes").get<double>()));
    same["phase"] = phase.at("phase");
    beside.push_back(same);
  }
  json usual = floor.fan_out(floor_message_bytes);
  usual["phase"] = "message";
  beside.push_back(usual);
  beside.push_back(floor.storm());
  return beside;
}

}  // namespace

json run_paired(const Place& place, std::size_t players, int rounds) {
  tell(fmt::format("{} players: floor, one shard, TLS, two shards; {} rounds", players, rounds));
  const Shape plain = shape_of(players);
  Shape encrypted = plain;
  encrypted.encrypted = true;
  Shape sharded = plain;
  sharded.shards = 2;
  std::map<std::string, std::unique_ptr<Seated>> servers;
  servers["plain"] = std::make_unique<Seated>(plain, place, "plain");
  servers["tls"] = std::make_unique<Seated>(encrypted, place, "tls");
  servers["two_shards"] = std::make_unique<Seated>(sharded, place, "two_shards");
  FloorTarget floor(players);
  std::vector<std::string> order;
  for (const auto& [name, server] : servers) order.push_back(name);
  json run = {{"players", plain.players()}, {"rooms", plain.rooms}, {"rounds", json::array()}};
  for (const auto& [name, server] : servers) run["seating"][name] = server->seating;
  // The first question warms up, and its announcement comes with the start of the match.
  for (int round = -1; round < rounds; ++round) {
    json measured;
    std::rotate(order.begin(), order.begin() + 1, order.end());  // nobody is always the first after a rest
    for (const std::string& name : order) measured[name] = servers.at(name)->target.question(0);
    measured["floor"] = floor_beside(floor, measured.at("plain"));
    if (round >= 0) run["rounds"].push_back(measured);
  }
  return run;
}

json run_paced(const Place& place, int rounds) {
  tell(fmt::format("1000 players who answer within one second; {} rounds", rounds));
  Seated seated(shape_of(1000), place, "paced");
  json run = {{"players", seated.shape.players()}, {"rounds", json::array()}};
  static_cast<void>(seated.target.question(1000));
  for (int round = 0; round < rounds; ++round) run["rounds"].push_back(seated.target.question(1000));
  return run;
}

json run_rooms(const Place& place, std::size_t rooms, std::size_t players_per_room, int rounds) {
  tell(fmt::format("{} rooms of {} at once; {} rounds", rooms, players_per_room, rounds));
  Shape shape{rooms, players_per_room};
  shape.shards = 2;
  Seated seated(shape, place, "rooms");
  json run = {{"players", shape.players()}, {"rooms", rooms}, {"seating", seated.seating}, {"rounds", json::array()}};
  for (int round = -1; round < rounds; ++round) {
    json measured = seated.target.question(0);
    if (round >= 0) run["rounds"].push_back(measured);
  }
  return run;
}

json run_recovery(const Place& place, int rounds) {
  tell(fmt::format("killing a server with 1000 players in 30 rooms; {} times", rounds));
  json run = {{"rooms", 30}, {"listening_again_ms", json::array()}};
  for (int round = 0; round < rounds; ++round) {
    Seated seated({30, 34}, place, "recovery");
    run["players"] = seated.shape.players();
    for (int question = 0; question < 3; ++question) static_cast<void>(seated.target.question(0));
    run["listening_again_ms"].push_back(seated.target.restart_after_kill());
  }
  return run;
}

json run_soak(const Place& place, int minutes) {
  tell(fmt::format("a soak of {} minutes with 1000 players", minutes));
  Seated seated(shape_of(1000), place, "soak");
  const auto begun = std::chrono::steady_clock::now();
  json run = {{"players", seated.shape.players()}, {"minutes", minutes}, {"samples", json::array()}};
  int questions = 0;
  for (auto now = begun; now < begun + std::chrono::minutes(minutes); now = std::chrono::steady_clock::now()) {
    static_cast<void>(seated.target.ping());
    static_cast<void>(seated.target.question(0));
    const std::chrono::duration<double> age = std::chrono::steady_clock::now() - begun;
    run["samples"].push_back(
        {{"seconds", age.count()}, {"questions", ++questions}, {"memory_kib", seated.target.memory_kib()}});
    constexpr int questions_per_match = 20;
    if (questions % questions_per_match == 0) seated.target.begin_anew();
  }
  return run;
}

}  // namespace certamen::bench
