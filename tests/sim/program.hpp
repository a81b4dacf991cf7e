// One running client program: the real model, the real codec, and a clock of its own.
//
// Where production has a network thread and a main loop, this carries out the model's commands on the simulated network
// and wakes the model at its deadline. Its local timeline starts anywhere and runs a little too fast or too slow.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "client/model/update.hpp"
#include "proto/wire/frame.hpp"
#include "tests/sim/network.hpp"
#include "tests/sim/watch.hpp"

namespace certamen::sim {

inline constexpr const char* server_address = "certamen.example:7117";

class Program final : public ClientEnd {
 public:
  struct Surroundings {
    World& world;
    Network& network;
    Attendance& attendance;
    Watch& watch;
  };
  struct Clock {
    Duration ahead{};            // of the world's timeline
    std::int64_t drift_ppm = 0;  // how many microseconds a second it runs too fast
  };
  Program(Surroundings around, std::string label, model::Profile profile, Clock clock, std::uint64_t seed);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Something the person does, or time passing.
  void happen(const model::Event& event);
  // Sends what the model would not, on the connection in use: a modified program. Lost when there is none.
  void say(const wire::ClientMessage& wish);
  // From now on the model's messages go to `tamper` instead, which may say() others, later or not at all.
  void on_send(std::function<void(const wire::ClientMessage&)> tamper) { tamper_ = std::move(tamper); }
  // The process ends: the connection closes, nothing happens any more.
  void quit();

  [[nodiscard]] const model::Model& model() const { return model_; }
  [[nodiscard]] const model::Profile& saved_profile() const { return saved_profile_; }
  [[nodiscard]] const std::string& label() const { return label_; }
  [[nodiscard]] bool running() const { return running_; }
  [[nodiscard]] Instant local_now() const { return local_at(around_.world.now()); }
  // When this program's clock shows `local`, in the world.
  [[nodiscard]] Instant world_at(Instant local) const;
  // The connection in use; zero when there is none.
  [[nodiscard]] ConnectionId connection() const { return connection_; }
  // What the model heard last, while it is told to onlookers; null for any other event.
  [[nodiscard]] const wire::ServerMessage* message_heard() const { return heard_; }
  // Called after every change, onlookers first.
  void on_change(std::function<void()> look) { look_ = std::move(look); }

  // ---- ClientEnd ----
  void connected(ConnectionId connection) override;
  void received(ConnectionId connection, std::span<const std::byte> bytes) override;
  void disconnected(ConnectionId connection) override;

 private:
  [[nodiscard]] Instant local_at(Instant world) const;
  void carry_out(const model::Command& command);
  void on(const model::Connect& connect);
  void on(const model::SendMessage& send);
  void on(const model::CloseConnection& close);
  void on(const model::SaveProfile& save) { saved_profile_ = save.profile; }
  void on(const model::ExitProgram&) { quit(); }
  void on(const model::StartRehearsal&) {}  // people of a simulation ask for none
  void on(const model::CancelRehearsal&) {}
  void drop_connection();
  void arm();

  Surroundings around_;
  std::string label_;
  Clock clock_;
  model::Profile saved_profile_;
  model::Model model_;
  bool running_ = true;
  ConnectionId connection_ = 0;
  std::uint64_t connection_number_ = 0;  // the model's name for it
  wire::FrameReader reader_{wire::server_frame_bytes_max};
  const wire::ServerMessage* heard_ = nullptr;
  std::function<void()> look_;
  std::function<void(const wire::ClientMessage&)> tamper_;
  std::optional<Instant> armed_for_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // plans outlive the program
};

}  // namespace certamen::sim
