// What shards and the disk write to each other: values, posted, never shared.
//
// Letters between the same two correspondents arrive in the order they were posted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "proto/wire/frame.hpp"
#include "proto/wire/messages.hpp"
#include "server/exam/draw.hpp"
#include "server/exam/question.hpp"
#include "server/hub/address.hpp"
#include "server/hub/bank_summary.hpp"
#include "server/room/event.hpp"

namespace certamen::hub {

// A connection, named by the shard that accepted it.
struct SessionId {
  std::uint32_t shard = 0;
  std::uint64_t number = 0;
  auto operator<=>(const SessionId&) const = default;
};

// One room's whole life in the data file. Random, so that it never repeats.
using GameId = std::uint64_t;

// ---- shard to shard ----

// What a session wishes of a room on the receiving shard.
struct RoomWish {
  SessionId session;
  wire::Language language = wire::Language::English;
  wire::ClientMessage wish;
  wire::Instant received_at{};  // at the socket
  AddressKey address{};
  bool tried_before = false;                      // the session has asked for a seat before, since it last had one
  std::optional<room::RoundTrips> round_trips{};  // with an answer, as far as measured
};
// The session's connection is gone.
struct SessionGone {
  SessionId session;
};
// Frames for sessions of the receiving shard.
struct Delivery {
  std::vector<std::uint64_t> sessions;
  wire::Frame frame;
};
// Whether a session of the receiving shard sits in a room of the sending one from now on.
struct SeatingChanged {
  std::uint64_t session = 0;
  bool seated = false;
};
// Say goodbye to a session of the receiving shard and close it.
struct LetGo {
  std::uint64_t session = 0;
  wire::Farewell reason = wire::Farewell::SeatTakenOver;
};
using ShardLetter = std::variant<RoomWish, SessionGone, Delivery, SeatingChanged, LetGo>;

// ---- shard to disk ----

struct AppendEntry {
  GameId game = 0;
  wire::RoomCode code;
  std::uint64_t number = 0;  // from 1, without gaps within a game
  std::string bytes;         // journal::encode
};
struct DrawPaper {
  GameId game = 0;
  exam::DrawSpec spec;
};
struct StoreResults {
  GameId game = 0;
  wire::MatchFinished results;
};
// The room is closed; its journal stays for replay if the match was finished, else it is dropped.
struct CloseGame {
  GameId game = 0;
};
// Time has passed on this shard while rooms are counting it down.
struct Heartbeat {
  wire::Instant now{};
};
// To the worker beside the disk, as it takes long: what a room's password becomes in its journal.
struct HashPassword {
  SessionId session;  // whose wish waits for it
  std::string password;
};
struct VerifyPassword {
  SessionId session;
  std::string hash;
  std::string password;
};
using DiskWish = std::variant<AppendEntry, DrawPaper, StoreResults, CloseGame, Heartbeat, HashPassword, VerifyPassword>;

// ---- disk to shard ----

// Every entry of the game up to this number is on disk.
struct EntriesCommitted {
  GameId game = 0;
  std::uint64_t number = 0;
};
struct PaperReady {
  GameId game = 0;
  exam::Paper paper;  // without questions when the bank has too few
};
// The data file cannot be written, or can be again. Nothing is lost meanwhile, only delayed.
struct StorageTrouble {
  bool failing = false;
};
// A new bank has taken the place of the old one: papers drawn from now on come from it.
struct BankRenewed {
  BankSummary bank;
};
struct PasswordHashed {
  SessionId session;
  std::string hash;  // empty when it could not be made
};
struct PasswordVerified {
  SessionId session;
  bool right = false;
};
using DiskLetter = std::variant<EntriesCommitted, PaperReady, StorageTrouble, BankRenewed, PasswordHashed, PasswordVerified>;

}  // namespace certamen::hub
