// The connections of one shard: greeting, language, rate, silence, and the way of a wish to its room.
//
// Pure; owned by a Hub. Knows no room: a wish for one leaves as a RoomWish to the shard that holds it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "server/hub/addresses.hpp"
#include "server/hub/config.hpp"
#include "server/hub/output.hpp"
#include "server/hub/round_trip_meter.hpp"
#include "server/hub/token_bucket.hpp"

namespace certamen::hub {

class Sessions {
 public:
  // `config` and `addresses` must outlive this.
  Sessions(const Config& config, Addresses& addresses) : config_(config), addresses_(addresses), bank_(config.bank) {}

  void opened(std::uint64_t session, const AddressKey& address, wire::Instant now, Outputs& out);
  void received(std::uint64_t session, std::span<const std::byte> bytes, wire::Instant now, Outputs& out);
  void closed(std::uint64_t session, wire::Instant now, Outputs& out);
  void on(const SeatingChanged& changed);
  void on(const LetGo& let_go, wire::Instant now, Outputs& out);
  // Topics and greetings tell of this bank from now on.
  void renew_bank(BankSummary bank) { bank_ = std::move(bank); }
  // Greetings tell of these addresses from now on.
  void reachable_at(std::vector<std::string> addresses) { reachable_ = std::move(addresses); }
  [[nodiscard]] std::uint32_t question_count() const { return bank_.question_count; }
  // Lets go of those who said nothing for too long.
  void sweep(wire::Instant now, Outputs& out);
  void let_everyone_go(wire::Farewell reason, Outputs& out);
  [[nodiscard]] std::size_t count() const { return sessions_.size(); }

 private:
  enum class Seating : std::uint8_t { None, Asked, Seated };
  struct Session {
    wire::FrameReader reader{wire::client_frame_bytes_max};
    TokenBucket bucket;
    AddressKey address{};
    bool greeted = false;
    bool holder = false;  // knows the server's password, or there is none
    wire::Language language = wire::Language::English;
    Seating seating = Seating::None;
    bool tried_before = false;  // see RoomWish
    std::uint32_t room_shard = 0;
    std::set<std::uint32_t> asked_shards{};  // all that may hold a seat of this session, whatever they said last
    wire::Instant opened_at{};
    wire::Instant heard_at{};
    RoundTripMeter round_trips{};
  };

  // Each returns false when the session was let go.
  [[nodiscard]] bool handle(std::uint64_t number, Session& session, const wire::ClientMessage& message, wire::Instant now,
                            Outputs& out);
  [[nodiscard]] std::int64_t price_of(const wire::ClientMessage& message) const;
  [[nodiscard]] bool greet(std::uint64_t number, Session& session, const wire::Hello& hello, wire::Instant now,
                           Outputs& out);
  [[nodiscard]] std::optional<wire::Farewell> refusal_of(Session& session, const wire::Hello& hello, wire::Instant now);
  void wish_for_room(std::uint64_t number, Session& session, const wire::ClientMessage& message, wire::Instant now,
                     Outputs& out);
  void let_go(std::uint64_t number, wire::Farewell reason, wire::Instant now, Outputs& out);

  const Config& config_;
  Addresses& addresses_;
  BankSummary bank_;
  std::vector<std::string> reachable_{};
  std::map<std::uint64_t, Session> sessions_;
  std::uint32_t next_room_shard_ = 0;
};

}  // namespace certamen::hub
