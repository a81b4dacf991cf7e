#include "tests/unit/proto/message_generator.hpp"

#include <limits>
#include <numeric>

namespace certamen::proto_test {
namespace {

constexpr std::uint64_t instant_micros_max = std::uint64_t{1} << 53U;
constexpr std::uint32_t any_max = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::uint64_t MessageGenerator::between(std::uint64_t low, std::uint64_t high) {
  if (always_largest_) return high;
  switch (random_.below(4)) {
    case 0: return low;
    case 1: return high;
    default: return low + (high - low == UINT64_MAX ? random_.next() : random_.below(high - low + 1));  // the middle
  }
}

std::uint32_t MessageGenerator::number(std::uint64_t low, std::uint64_t high) {
  return static_cast<std::uint32_t>(between(low, high));
}

std::int64_t MessageGenerator::any_signed() {
  constexpr auto half = std::uint64_t{1} << 63U;
  const std::uint64_t offset = between(0, UINT64_MAX);
  return offset >= half ? static_cast<std::int64_t>(offset - half) : -static_cast<std::int64_t>(half - 1 - offset) - 1;
}

std::string MessageGenerator::text(std::size_t bytes_max) {
  // One, two, three and four bytes of UTF-8, a control character and a NUL: text is carried, not judged, by the codec.
  static const std::vector<std::string> letters = {"a", "Z", "ñ", "€", "😀", "\t", std::string(1, '\0'), " "};
  const std::size_t length = between(0, bytes_max);
  std::string result;
  while (result.size() < length) {
    const std::string& letter = letters[always_largest_ ? 0 : random_.below(letters.size())];
    result += result.size() + letter.size() <= length ? letter : "x";
  }
  return result;
}

wire::Instant MessageGenerator::instant() {
  return wire::instant_from_micros(static_cast<std::int64_t>(between(0, instant_micros_max)));
}

wire::RoomCode MessageGenerator::code() {
  constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  wire::RoomCode code;
  while (code.size() < wire::room_code_letters) code.push_back(letters[between(0, letters.size() - 1)]);
  return code;
}

wire::Ticket MessageGenerator::ticket() {
  wire::Ticket ticket;
  for (std::uint8_t& byte : ticket.bytes) byte = static_cast<std::uint8_t>(between(0, 255));
  return ticket;
}

wire::RoomSettings MessageGenerator::settings() {
  wire::RoomSettings settings;
  settings.mode = one_of(wire::Mode::TeamPractice);
  settings.pacing = one_of(wire::Pacing::WhenAnswered);
  settings.scoring = one_of(wire::Scoring::Exam);
  settings.question_count = number(1, wire::questions_per_match_max);
  settings.capacity = number(1, wire::players_per_room_max);
  settings.answer_seconds = yes() ? number(2, 300) : 0;
  settings.reading_seconds = number(1, 30);
  settings.reveal_seconds = number(1, 120);
  settings.ranking_seconds = number(1, 60);
  settings.difficulty_min = number(1, 5);
  settings.difficulty_max = number(settings.difficulty_min, 5);
  settings.late_join = yes();
  settings.host_plays = yes();
  settings.shuffle_per_player = yes();
  settings.topics.resize(between(0, wire::topics_max));
  for (std::string& topic : settings.topics) topic = text(wire::topic_id_bytes_max);
  settings.domains.resize(between(0, 4));
  for (wire::ExamDomain& domain : settings.domains) domain = one_of(wire::ExamDomain::CostOptimized);
  settings.streak_bonus = yes();
  settings.penalty_percent = number(0, 100);
  settings.partial_credit = yes();
  settings.generated_names = yes();
  settings.listed = yes();
  settings.kinds.resize(between(0, wire::question_kind_count));
  for (wire::QuestionKind& kind : settings.kinds) kind = one_of(wire::QuestionKind::ShortText);
  settings.credit_cap_ms = number(0, wire::credit_cap_ms_max);
  settings.exam_seconds = yes() ? number(wire::exam_seconds_min, wire::exam_seconds_max) : 0;
  settings.exam_unscored_count = number(0, wire::questions_per_match_max - 1);
  settings.team_count = yes() ? number(wire::teams_min, wire::teams_max) : 0;
  settings.team_forming = one_of(wire::TeamForming::Balanced);
  settings.discuss_seconds = yes() ? number(wire::discuss_seconds_min, wire::discuss_seconds_max) : 0;
  settings.freeze_questions = number(0, wire::questions_per_match_max);
  settings.rehearsal = yes();
  return settings;
}

std::vector<wire::OptionIndex> MessageGenerator::options(std::size_t least) {
  std::vector<wire::OptionIndex> chosen;
  for (std::size_t option = 0; option < wire::options_max; ++option) {
    if (yes()) chosen.push_back(static_cast<wire::OptionIndex>(option));
  }
  if (chosen.size() < least) chosen.push_back(static_cast<wire::OptionIndex>(between(0, wire::options_max - 1)));
  return chosen;
}

wire::Answer MessageGenerator::answer() {
  switch (between(0, 4)) {
    case 0: return wire::ChoiceAnswer{options(1)};
    case 1: {
      constexpr auto span = static_cast<std::uint64_t>(wire::numeric_micros_max);
      return wire::NumericAnswer{static_cast<std::int64_t>(between(0, 2 * span)) - wire::numeric_micros_max};
    }
    case 2: {
      wire::OrderAnswer order;
      order.options.resize(between(1, wire::options_max));
      std::iota(order.options.begin(), order.options.end(), wire::OptionIndex{0});
      random_.shuffle(order.options);
      return order;
    }
    case 3: {
      wire::MatchAnswer match;
      match.matches.resize(between(1, wire::options_max));
      for (wire::OptionIndex& each : match.matches) each = static_cast<wire::OptionIndex>(between(0, wire::options_max - 1));
      return match;
    }
    default: return wire::TextAnswer{"t" + text(wire::text_answer_bytes_max - 1)};  // a number drawn, not an enum
  }
}

std::optional<wire::Certainty> MessageGenerator::certainty() {
  if (yes()) return one_of(wire::Certainty::High);
  return std::nullopt;
}

wire::Order MessageGenerator::order() {
  switch (between(0, std::variant_size_v<wire::Order> - 1)) {
    case 0: return one_of(wire::Command::End);
    case 1: return wire::ExtendQuestion{number(1, wire::extension_seconds_max)};
    case 2: return wire::SkipQuestion{};
    case 3: return wire::VoidQuestion{number(1, wire::questions_per_match_max)};
    case 4: {
      const auto size = static_cast<std::uint64_t>(wire::numeric_micros_max);
      wire::CorrectKey key{number(1, wire::questions_per_match_max), options(0), 0, 0, {}};
      key.numeric_micros = static_cast<std::int64_t>(between(0, 2 * size)) - wire::numeric_micros_max;
      key.numeric_tolerance_micros = static_cast<std::int64_t>(between(0, size));
      key.spellings.resize(between(0, wire::spellings_max));
      for (std::string& spelling : key.spellings) spelling = "s" + text(wire::text_answer_bytes_max - 1);
      return key;
    }
    case 5: return wire::RemoveMember{seat(), yes()};
    case 6: return wire::RenameMember{seat(), text(wire::name_bytes_max)};
    case 7: return wire::LockRoom{yes()};
    case 8: return wire::HandOver{seat()};
    case 9: return wire::AppointCohost{seat(), yes()};
    case 10: return wire::TakeOver{};
    case 11: return wire::MoveToTeam{seat(), number(1, wire::teams_max)};
    default: return wire::SetAllowance{seat(), one_of(wire::Allowance::Twice)};  // a number drawn, not an enum
  }
}

wire::ClientMessage MessageGenerator::client(std::size_t kind) {
  const auto protocol_min = number(1, any_max);
  switch (kind) {
    case 0:
      return wire::Hello{protocol_min, number(protocol_min, any_max), text(wire::version_text_bytes_max),
                         one_of(wire::Language::Spanish), text(wire::password_bytes_max)};
    case 1: return wire::Ping{between(0, UINT64_MAX), between(0, UINT64_MAX)};
    case 2: return wire::ChooseLanguage{one_of(wire::Language::Spanish)};
    case 3: return wire::BrowseTopics{};
    case 4: return wire::OpenRoom{settings(), text(wire::name_bytes_max), text(wire::password_bytes_max)};
    case 5: {
      wire::JoinRoom join{code(), text(wire::name_bytes_max), yes() ? wire::Role::Player : wire::Role::Spectator, {}};
      if (yes()) join.nonce = ticket();
      if (yes()) join.password = text(wire::password_bytes_max);
      return join;
    }
    case 6: return wire::ResumeSeat{code(), ticket()};
    case 7: return wire::LeaveRoom{};
    case 8:
      return wire::SubmitAnswer{number(1, wire::questions_per_match_max), answer(), instant(), certainty(), number(1, 2)};
    case 9: {
      wire::CommandRoom command{order(), ticket()};
      if (yes()) command.at = {one_of(wire::Phase::Discussing), number(0, wire::questions_per_match_max)};
      return command;
    }
    case 10: return wire::ReviewMatch{};
    case 11: return wire::FetchPaper{};
    case 12: return wire::FlagQuestion{number(1, wire::questions_per_match_max), yes()};
    case 13: return wire::HandIn{};
    default: return wire::ChooseTeam{number(1, wire::teams_max)};  // the tests prove that every kind of the variant is drawn
  }
}

wire::TopicsListed MessageGenerator::topics() {
  wire::TopicsListed listed;
  listed.topics.resize(between(0, wire::topics_max));
  for (wire::TopicSummary& topic : listed.topics) {
    topic = {text(wire::topic_id_bytes_max), text(wire::topic_title_bytes_max), one_of(wire::ExamDomain::CostOptimized),
             number(0, any_max)};
  }
  return listed;
}

wire::RoomJoined MessageGenerator::joined() {
  wire::RoomJoined joined;
  joined.code = code();
  joined.seat = seat();
  joined.role = one_of(wire::Role::Spectator);
  joined.plays = yes();
  if (yes()) joined.ticket = ticket();
  if (yes()) joined.host_ticket = ticket();
  joined.snapshot = snapshot();
  return joined;
}

wire::ServerMessage MessageGenerator::server(std::size_t kind) {
  switch (kind) {
    case 0:
      return wire::Welcome{
          number(wire::protocol_version_min, wire::protocol_version_max), text(wire::version_text_bytes_max), text(128),
          number(0, any_max),
          std::vector<std::string>(between(0, wire::reachable_addresses_max), text(wire::address_bytes_max))};
    case 1: return wire::Pong{between(0, UINT64_MAX), instant(), instant()};
    case 2: return topics();
    case 3: return joined();
    case 4: return wire::RoomLeft{};
    case 5: return wire::RoomEvent{between(0, UINT64_MAX), room_fact(between(0, room_fact_count - 1))};
    case 6: return wire::SeatEvent{between(0, UINT64_MAX), seat_fact(between(0, seat_fact_count - 1))};
    case 7: return wire::RoomTroubled{yes()};
    case 8: {
      const auto reason = yes() ? one_of(wire::Refusal::TooFast) : wire::Refusal::ServerPasswordNeeded;
      return wire::Rejected{reason, number(0, any_max), text(wire::name_bytes_max)};
    }
    default: return wire::Goodbye{one_of(wire::Farewell::TlsNeeded), number(0, any_max), number(0, any_max)};  // as above
  }
}

}  // namespace certamen::proto_test
