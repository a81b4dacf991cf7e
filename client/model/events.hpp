// All that can happen to a player's program, and all that it can want done.
//
// Plain values. Intents are what a person means by a key or a click; facts are what client/net heard; a Tick says only
// that time has passed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "client/model/model.hpp"

namespace certamen::model {

// ---- intents: forms and settings ----

struct ShowScreen {  // any but Room and Review, which are entered by what happens; from Settings, Start leads back to a room
  Screen screen = Screen::Start;
};
struct GoBack {};  // one step: form to start, settings to where one was, review to podium
struct ChooseLanguage {
  wire::Language language = wire::Language::English;
};
struct ChangePreferences {
  Preferences preferences;
};
struct PlaceWindow {  // the window is about to close here
  WindowPlace place;
};
struct SetName {
  std::string text;
};
struct SetAddress {
  std::string text;
};
struct SetCode {
  std::string text;
};
// One of those that the local network tells of: its address, and the room if one is meant, come into the form.
struct ChooseFound {
  std::uint32_t number = 0;  // FoundServer::number
  wire::RoomCode code{};     // empty: the server alone
};
struct SetPassword {
  std::string text;
};
struct SetSpectate {
  bool spectate = false;
};
struct SetHostSettings {
  wire::RoomSettings settings;
};
struct SetSoloSettings {
  wire::RoomSettings settings;
};

// ---- intents: into and out of rooms ----

struct OpenSolo {};  // with the draft; the match starts by itself
struct JoinRoom {};  // with the draft; returns to a kept seat of the same room and name when there is one
struct HostRoom {};  // with the draft
struct ReturnToSeat {
  std::size_t index = 0;  // in Profile::seats
};
struct Leave {};  // gives the seat up, or the wish to get one
struct Retry {};  // connect now, without waiting for the next attempt
struct Quit {};
// The person has compared: the certificate that the server showed is its own from now on. Tries again at once.
struct AcceptCertificate {};
// Not now: no connection, and no wish that would need one. A seat is kept, and Retry asks again.
struct RefuseCertificate {};

// ---- intents: in a match ----

// Single choice and true/false: gives this answer, or only picks it where the scoring also asks for a certainty. Multiple
// response: puts the pick on or takes it off.
struct ToggleOption {
  wire::OptionIndex option = 0;  // canonical: DisplayOption::canonical
};
struct SetNumericText {
  std::string text;
};
// Ordering: puts the option at this place, counted from 0; the others make room. Its own place is a move, too: it says that
// the order is meant as it stands.
struct PlaceOption {
  wire::OptionIndex option = 0;  // canonical
  std::size_t place = 0;
};
// Matching: gives the option this match, or takes it off again.
struct MatchOption {
  wire::OptionIndex option = 0;  // canonical
  wire::OptionIndex match = 0;
};
struct SetAnswerText {  // short text
  std::string text;
};
struct SetCertainty {
  wire::Certainty certainty = wire::Certainty::Middle;
};
struct ConfirmAnswer {};  // gives what is on the board, when it is complete

// ---- intents: in an exam simulation; what is complete on a board is saved by itself ----

struct ShowPaperQuestion {
  std::uint32_t number = 1;  // clamped to the paper's questions
};
struct ToggleFlag {};   // of the question looked at
struct HandInPaper {};  // saves what is on the board first

struct HostCommand {
  wire::Command command = wire::Command::Start;
};
// ---- intents: a host's console ----

struct GiveOrder {
  wire::Order order;
};
struct ChooseMember {
  wire::SeatId seat;
};
struct SetMemberName {  // of the member chosen; a GiveOrder makes it so
  std::string text;
};
struct BeginCorrection {};  // of the question that is revealed or reviewed
struct ToggleKeyOption {    // choices: right or not
  wire::OptionIndex option = 0;
};
struct RaiseKeyOption {  // ordering: changes places with the one before it
  std::size_t place = 0;
};
struct SetKeyMatch {  // matching
  wire::OptionIndex option = 0;
  wire::OptionIndex match = 0;
};
enum class KeyField : std::uint8_t { Number, Tolerance, Spelling };
struct SetKeyText {
  KeyField field = KeyField::Number;
  std::string text;
};
struct SendCorrection {};

// ---- intents: the finale ----

struct ResolveNext {};  // without waiting for its time
struct ResolveAll {};   // to the podium

// ---- intents: a rehearsal, from the host's lobby ----

struct SetRehearsalBots {
  std::uint32_t count = rehearsal_bots_usual;
};
struct BeginRehearsal {};
struct StopRehearsal {};
struct ResetRehearsal {};  // the verdict was read

struct ChooseTeam {  // in the lobby, where players form the teams
  wire::TeamNumber team = 1;
};
struct OpenReview {};
struct ShowReviewed {
  std::uint32_t number = 1;  // clamped to the match's questions
};

// ---- facts of the network; `connection` is the number of the Connect they belong to ----

struct Connected {
  std::uint64_t connection = 0;
  std::string fingerprint{};  // of the server's certificate; empty where the connection is plain
};
struct Disconnected {
  std::uint64_t connection = 0;
  std::string why;  // English, for details
  std::optional<Trouble> trouble{};
  std::string fingerprint{};  // what the server showed
};
struct Received {
  std::uint64_t connection = 0;
  wire::ServerMessage message;
};

struct BeaconHeard {  // of no connection
  std::string host;   // by number, with its interface where that matters
  wire::Beacon beacon;
};

// ---- facts of a rehearsal; `run` is that of the StartRehearsal they belong to ----

struct RehearsalProgressed {
  std::uint64_t run = 0;
  RehearsalProgress progress;
};
struct RehearsalEnded {  // by itself, or because it was cancelled; its room and connections are gone
  std::uint64_t run = 0;
  RehearsalMeasures measures;
};

struct Tick {};

using Event =
    std::variant<ShowScreen, GoBack, ChooseLanguage, ChangePreferences, PlaceWindow, SetName, SetAddress, SetCode,
                 SetPassword, SetSpectate, SetHostSettings, SetSoloSettings, OpenSolo, JoinRoom, HostRoom, ReturnToSeat,
                 Leave, Retry, Quit, AcceptCertificate, RefuseCertificate, ToggleOption, SetNumericText, PlaceOption,
                 MatchOption, SetAnswerText, SetCertainty, ConfirmAnswer, ShowPaperQuestion, ToggleFlag, HandInPaper,
                 HostCommand, ChooseTeam, OpenReview, ShowReviewed, ChooseFound, BeaconHeard, Connected, Disconnected,
                 Received, Tick, GiveOrder, ChooseMember, SetMemberName, BeginCorrection, ToggleKeyOption, RaiseKeyOption,
                 SetKeyMatch, SetKeyText, SendCorrection, ResolveNext, ResolveAll, SetRehearsalBots, BeginRehearsal,
                 StopRehearsal, ResetRehearsal, RehearsalProgressed, RehearsalEnded>;

// ---- commands: what the program must do, in this order ----

struct Connect {  // drops any other connection
  std::uint64_t connection = 0;
  std::string address;            // HOST:PORT, checked
  std::string fingerprint{};      // the only certificate to believe; empty when none is known
  bool strangers_allowed = true;  // and then whether any is to be believed
  bool plain_allowed = false;
};
struct SendMessage {
  std::uint64_t connection = 0;
  wire::ClientMessage message;
};
struct CloseConnection {
  std::uint64_t connection = 0;
};
struct SaveProfile {
  Profile profile;
};
struct ExitProgram {};
struct StartRehearsal {
  std::uint64_t run = 0;
  std::string address;  // of the server in use
  wire::RoomSettings settings;
  std::uint32_t bots = 1;
  std::string fingerprint;  // by which that server is known; empty where the connection is plain
  bool plain_allowed = false;
  std::string server_password;
};
struct CancelRehearsal {};  // a RehearsalEnded follows once everything is cleaned up

using Command =
    std::variant<Connect, SendMessage, CloseConnection, SaveProfile, ExitProgram, StartRehearsal, CancelRehearsal>;

}  // namespace certamen::model
