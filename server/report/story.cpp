#include "server/report/story.hpp"

#include <fmt/format.h>

#include <map>

#include "server/report/answers.hpp"

namespace certamen::report {
namespace {

using wire::Language;

// By which a story calls people; those who left keep theirs.
using Names = std::map<wire::SeatId, std::string>;

void learn_names(const room::Room& room, Names& names) {
  for (const auto& [seat, member] : room.members()) {
    if (!member.name.empty()) {
      names[seat] = member.name;
    } else {
      names[seat] = member.role == wire::Role::Host ? "the host" : fmt::format("spectator {}", seat.value);
    }
  }
}

std::string seat_name(const Names& names, wire::SeatId seat) {
  const auto found = names.find(seat);
  return found == names.end() ? fmt::format("seat {}", seat.value) : found->second;
}

std::string seconds(std::uint32_t tenths) {
  return fmt::format("{}.{} s", tenths / 10, tenths % 10);
}

std::string command_words(wire::Command command) {
  switch (command) {
    case wire::Command::Start: return "started the match";
    case wire::Command::Next: return "went on";
    case wire::Command::Pause: return "paused";
    case wire::Command::Resume: return "went on after a pause";
    case wire::Command::End: return "ended it";
  }
  return {};
}

std::string pause_words(wire::PauseReason reason) {
  switch (reason) {
    case wire::PauseReason::HostAsked: return "the host asked for it";
    case wire::PauseReason::HostGone: return "the host is gone";
    case wire::PauseReason::ServerRestarted: return "the server was restarted";
    case wire::PauseReason::StorageFailing: return "the disk fails";
  }
  return {};
}

// What somebody with rights ordered.
struct Ordered {
  const Names& names;

  std::string operator()(wire::Command command) const { return command_words(command); }
  std::string operator()(const wire::ExtendQuestion& order) const {
    return fmt::format("gave the question {} s more", order.seconds);
  }
  std::string operator()(const wire::SkipQuestion&) const { return "skipped the question"; }
  std::string operator()(const wire::VoidQuestion& order) const {
    return fmt::format("voided question {}", order.question_number);
  }
  std::string operator()(const wire::CorrectKey& order) const {
    return fmt::format("corrected the key of question {}", order.question_number);
  }
  std::string operator()(const wire::RemoveMember& order) const {
    return (order.banned ? "banned " : "removed ") + seat_name(names, order.seat);
  }
  std::string operator()(const wire::RenameMember& order) const {
    return fmt::format("renamed {} to {}", seat_name(names, order.seat), order.name);
  }
  std::string operator()(const wire::LockRoom& order) const {
    return order.locked ? "locked the room" : "unlocked the room";
  }
  std::string operator()(const wire::HandOver& order) const {
    return "handed the room over to " + seat_name(names, order.seat);
  }
  std::string operator()(const wire::AppointCohost& order) const {
    return fmt::format("{} {} co-host", order.appointed ? "made" : "dismissed", seat_name(names, order.seat));
  }
  std::string operator()(const wire::TakeOver&) const { return "took the room over"; }
  std::string operator()(const wire::MoveToTeam& order) const {
    return fmt::format("moved {} to team {}", seat_name(names, order.seat), order.team);
  }
  std::string operator()(const wire::SetAllowance& order) const {
    constexpr std::array times = {"the whole time", "a quarter more time", "half as much time again", "twice the time"};
    return fmt::format("gave {} {}", seat_name(names, order.seat), times.at(static_cast<std::size_t>(order.allowance)));
  }
};

// Who did what.
struct Deed {
  const Names& names;
  const room::Room& after;
  Language language;
  std::string who = "the server";

  std::string operator()(const room::Opened& opened) {
    who = opened.host_name.empty() ? "the host" : opened.host_name;
    return fmt::format("opened the room for {} questions", opened.settings.question_count);
  }
  std::string operator()(const room::Joined& joined) {
    who = joined.name.empty() ? "a spectator" : joined.name;
    return joined.role == wire::Role::Spectator ? "came to watch" : "joined";
  }
  std::string operator()(const room::Resumed& resumed) {
    for (const auto& [seat, member] : after.members()) {
      if (room::same_digest(member.digest, resumed.seat_digest)) who = seat_name(names, seat);
    }
    return "came back";
  }
  std::string operator()(const room::Disconnected& gone) {
    who = seat_name(names, gone.seat);
    return "lost the connection";
  }
  std::string operator()(const room::Left& left) {
    who = seat_name(names, left.seat);
    return "left";
  }
  std::string operator()(const room::Answered& answered) {
    who = seat_name(names, answered.seat);
    const exam::Question& question = after.paper().questions.at(answered.question_number - 1);
    return fmt::format("answered question {}{}: {}", answered.question_number, answered.vote == 1 ? "" : " again",
                       answer_words(question, answered.answer, language));
  }
  std::string operator()(const room::Commanded& commanded) {
    who = seat_name(names, commanded.seat);
    return std::visit(Ordered{names}, commanded.command);
  }
  std::string operator()(const room::PaperDrawn& drawn) {
    return fmt::format("drew a paper of {} questions", drawn.paper.questions.size());
  }
  std::string operator()(const room::PaperRefused&) { return "found too few questions in the bank"; }
  std::string operator()(const room::LanguageChosen& chosen) {
    who = seat_name(names, chosen.seat);
    return "chose a language";
  }
  std::string operator()(const room::ReviewAsked& asked) {
    who = seat_name(names, asked.seat);
    return "looked back";
  }
  std::string operator()(const room::Flagged& flagged) {
    who = seat_name(names, flagged.seat);
    return fmt::format("{} question {}", flagged.flagged ? "flagged" : "took the flag off", flagged.question_number);
  }
  std::string operator()(const room::HandedIn& handed_in) {
    who = seat_name(names, handed_in.seat);
    return "handed in";
  }
  std::string operator()(const room::PaperAsked& asked) {
    who = seat_name(names, asked.seat);
    return "fetched the paper";
  }
  std::string operator()(const room::TeamChosen& chosen) {
    who = seat_name(names, chosen.seat);
    return fmt::format("chose team {}", chosen.team);
  }
  std::string operator()(const room::Recovered&) { return "was restarted"; }
  std::string operator()(const room::StorageFailed&) { return "could not write"; }
  std::string operator()(const room::StorageReturned&) { return "could write again"; }
  std::string operator()(const room::Tick&) { return "let time pass"; }
};

// What everyone heard. Facts that only repeat who is there say nothing of their own.
struct Heard {
  std::string operator()(const wire::MatchStarted&) const { return "the match starts"; }
  std::string operator()(const wire::QuestionAnnounced& announced) const {
    return fmt::format("question {} of {}: {}", announced.number, announced.total, announced.prompt);
  }
  std::string operator()(const wire::QuestionAsked& asked) const {
    return fmt::format("question {} opens for {} s", asked.number,
                       std::chrono::duration_cast<std::chrono::seconds>(asked.closes_at - asked.opens_at).count());
  }
  std::string operator()(const wire::QuestionRevealed& revealed) const {
    return fmt::format("question {} closes: {} of {} answered, {} right", revealed.number, revealed.answered_count,
                       revealed.player_count, revealed.right_count);
  }
  std::string operator()(const wire::RankingShown& shown) const {
    if (shown.rows.empty()) return "the standings are shown";
    return fmt::format("the standings are shown: {} is ahead with {}", shown.rows.front().name, shown.rows.front().points);
  }
  std::string operator()(const wire::MatchFinished&) const { return "the match is over"; }
  std::string operator()(const wire::RoomPaused& paused) const { return "the clock stands: " + pause_words(paused.reason); }
  std::string operator()(const wire::RoomResumed&) const { return "the clock runs again"; }
  std::string operator()(const wire::ExamOpened& opened) const {
    return fmt::format("the exam opens: {} questions, {} s", opened.question_count,
                       std::chrono::duration_cast<std::chrono::seconds>(opened.closes_at - opened.opens_at).count());
  }
  std::string operator()(const wire::RankingCorrected& corrected) const {
    return fmt::format("the standings are corrected: {} players have other points or ranks", corrected.rows.size());
  }
  template <class Fact>
  std::string operator()(const Fact&) const {
    return {};
  }
};

std::vector<std::string> effect_lines(const journal::Replayed& replayed, Language language) {
  std::vector<std::string> lines;
  const auto add = [&lines](std::string line) {
    if (!line.empty()) lines.push_back(std::move(line));
  };
  for (const room::Effect& effect : replayed.effects) {
    if (const auto* told = std::get_if<room::Broadcast>(&effect)) {
      const std::size_t index = told->by_language.size() == 1 ? 0 : wire::index_of(language);
      if (const auto* event = std::get_if<wire::RoomEvent>(&told->by_language.at(index)))
        add(std::visit(Heard{}, event->fact));
    } else if (const auto* reply = std::get_if<room::Reply>(&effect)) {
      const auto* event = std::get_if<wire::SeatEvent>(&reply->message);
      const auto* locked = event == nullptr ? nullptr : std::get_if<wire::AnswerLocked>(&event->fact);
      if (locked != nullptr) add("locked in after " + seconds(locked->answer_tenths));
    } else if (std::holds_alternative<room::Close>(effect)) {
      add("the room is closed");
    }
  }
  return lines;
}

}  // namespace

Story tell(const Game& game, std::optional<std::size_t> until, wire::Language language) {
  Story story;
  Names names;
  wire::Instant opened_at{};
  Rebuilt rebuilt = rebuild(game, until, [&](const journal::Replayed& replayed) {
    if (replayed.number == 1) opened_at = replayed.entry.at;
    const room::Event& event = replayed.entry.event;
    if (std::holds_alternative<room::Opened>(event) || std::holds_alternative<room::Joined>(event)) {
      learn_names(replayed.room, names);
    }
    Deed deed{names, replayed.room, language};
    const std::string what = std::visit(deed, event);
    if (std::holds_alternative<room::Commanded>(event)) learn_names(replayed.room, names);  // somebody may be renamed
    Told told{replayed.number, replayed.entry.at - opened_at, {}, {}, {}};
    told.what = what;
    told.who = deed.who;
    told.effects = effect_lines(replayed, language);
    story.told.push_back(std::move(told));
  });
  story.room = std::move(rebuilt.room);
  story.broken = std::move(rebuilt.broken);
  return story;
}

std::string digest_words(const room::Room& room) {
  return fmt::format("{:016x}", room.digest());
}

}  // namespace certamen::report
