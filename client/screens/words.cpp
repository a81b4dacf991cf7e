#include "client/screens/words.hpp"

#include "client/model/numeric.hpp"

namespace certamen::screens {

namespace {

constexpr std::int64_t micros_per_unit = 1'000'000;

void fill_place(std::string& text, std::string_view name, const std::string& value) {
  const std::string place = "{" + std::string{name} + "}";
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at + value.size())) {
    text.replace(at, place.size(), value);
  }
}

Key key_of(wire::Refusal refusal) {
  switch (refusal) {
    case wire::Refusal::RoomNotFound: return Key::RefusalRoomNotFound;
    case wire::Refusal::RoomFull: return Key::RefusalRoomFull;
    case wire::Refusal::RoomClosedToJoins: return Key::RefusalRoomClosed;
    case wire::Refusal::NameTaken: return Key::RefusalNameTaken;
    case wire::Refusal::NameInvalid: return Key::RefusalNameInvalid;
    case wire::Refusal::TicketInvalid: return Key::RefusalTicketInvalid;
    case wire::Refusal::NotHost: return Key::RefusalNotHost;
    case wire::Refusal::NotSeated: return Key::RefusalNotSeated;
    case wire::Refusal::AlreadySeated: return Key::RefusalAlreadySeated;
    case wire::Refusal::WrongPhase: return Key::RefusalWrongPhase;
    case wire::Refusal::TooEarly: return Key::RefusalTooEarly;
    case wire::Refusal::TooLate: return Key::RefusalTooLate;
    case wire::Refusal::AlreadyAnswered: return Key::RefusalAlreadyAnswered;
    case wire::Refusal::AnswerInvalid: return Key::RefusalAnswerInvalid;
    case wire::Refusal::NotAPlayer: return Key::RefusalNotAPlayer;
    case wire::Refusal::TooFewQuestions: return Key::RefusalTooFewQuestions;
    case wire::Refusal::SettingsInvalid: return Key::RefusalSettingsInvalid;
    case wire::Refusal::TooManyRooms: return Key::RefusalTooManyRooms;
    case wire::Refusal::StorageFailing: return Key::RefusalStorageFailing;
    case wire::Refusal::TooFast: return Key::RefusalTooFast;
    case wire::Refusal::RoomPasswordNeeded: return Key::RefusalRoomPasswordNeeded;
    case wire::Refusal::RoomPasswordWrong: return Key::RefusalRoomPasswordWrong;
    case wire::Refusal::ServerPasswordNeeded: return Key::RefusalServerPasswordNeeded;
    case wire::Refusal::RoomLocked: return Key::RefusalRoomLocked;
    case wire::Refusal::Banned: return Key::RefusalBanned;
    case wire::Refusal::MemberInvalid: return Key::RefusalMemberInvalid;
    case wire::Refusal::KeyInvalid: return Key::RefusalKeyInvalid;
    case wire::Refusal::TooLong: return Key::RefusalTooLong;
    case wire::Refusal::TeamInvalid: return Key::RefusalTeamInvalid;
  }
  return Key::RefusalWrongPhase;
}

Key key_of(wire::Farewell farewell) {
  switch (farewell) {
    case wire::Farewell::ServerStopping: return Key::FarewellStopping;
    case wire::Farewell::ProtocolError: return Key::FarewellProtocol;
    case wire::Farewell::VersionUnsupported: return Key::FarewellVersion;
    case wire::Farewell::TooSlow: return Key::FarewellTooSlow;
    case wire::Farewell::SeatTakenOver: return Key::FarewellTakenOver;
    case wire::Farewell::RoomClosed: return Key::FarewellRoomClosed;
    case wire::Farewell::ServerFull: return Key::FarewellFull;
    case wire::Farewell::Silent: return Key::FarewellSilent;
    case wire::Farewell::TlsNeeded: return Key::FarewellTlsNeeded;
    case wire::Farewell::ServerPasswordWrong: return Key::FarewellServerPasswordWrong;
    case wire::Farewell::Kicked: return Key::FarewellKicked;
    case wire::Farewell::Banned: return Key::FarewellBanned;
  }
  return Key::FarewellStopping;
}

Key key_of(model::FieldError error) {
  switch (error) {
    case model::FieldError::NameMissing: return Key::ErrorNameMissing;
    case model::FieldError::NameTooLong: return Key::ErrorNameTooLong;
    case model::FieldError::NameTaken: return Key::ErrorNameTaken;
    case model::FieldError::NameInvalid: return Key::ErrorNameInvalid;
    case model::FieldError::CodeInvalid: return Key::ErrorCodeInvalid;
    case model::FieldError::CodeUnknown: return Key::ErrorCodeUnknown;
    case model::FieldError::AddressInvalid: return Key::ErrorAddressInvalid;
    case model::FieldError::PasswordNeeded: return Key::ErrorPasswordNeeded;
    case model::FieldError::PasswordWrong: return Key::ErrorPasswordWrong;
  }
  return Key::ErrorNameMissing;
}

Key key_of(model::NumberError error) {
  switch (error) {
    case model::NumberError::Missing: return Key::ErrorNumberMissing;
    case model::NumberError::Malformed: return Key::ErrorNumberMalformed;
    case model::NumberError::TooPrecise: return Key::ErrorNumberTooPrecise;
    case model::NumberError::OutOfRange: return Key::ErrorNumberOutOfRange;
  }
  return Key::ErrorNumberMalformed;
}

Key key_of(wire::ExamDomain domain) {
  switch (domain) {
    case wire::ExamDomain::Secure: return Key::DomainSecure;
    case wire::ExamDomain::Resilient: return Key::DomainResilient;
    case wire::ExamDomain::HighPerforming: return Key::DomainHighPerforming;
    case wire::ExamDomain::CostOptimized: return Key::DomainCostOptimized;
    case wire::ExamDomain::General: return Key::DomainGeneral;
  }
  return Key::DomainSecure;
}

Key key_of(wire::QuestionKind kind) {
  switch (kind) {
    case wire::QuestionKind::SingleChoice: return Key::KindSingle;
    case wire::QuestionKind::MultipleResponse: return Key::KindMultiple;
    case wire::QuestionKind::TrueFalse: return Key::KindTrueFalse;
    case wire::QuestionKind::Numeric: return Key::KindNumeric;
    case wire::QuestionKind::Ordering: return Key::KindOrdering;
    case wire::QuestionKind::Matching: return Key::KindMatching;
    case wire::QuestionKind::ShortText: return Key::KindShortText;
  }
  return Key::KindSingle;
}

}  // namespace

std::string Words::operator()(Key key, Places places) const {
  std::string text = strings::sentence(key, wire::index_of(language_)).other;
  for (const auto& [name, value] : places) fill_place(text, name, value);
  return text;
}

std::string Words::count(Key key, std::uint64_t number, Places places) const {
  const strings::Sentence& forms = strings::sentence(key, wire::index_of(language_));
  std::string text = number == 1 ? forms.one : forms.other;
  fill_place(text, "count", this->number(static_cast<std::int64_t>(number)));
  for (const auto& [name, value] : places) fill_place(text, name, value);
  return text;
}

std::string Words::number(std::int64_t value) const {
  return model::format_number(value * micros_per_unit, language_);
}

std::string Words::percent(std::int64_t value) const {
  return (*this)(Key::NumberPercent, {{"number", std::to_string(value)}});
}

std::string Words::month(const std::string& date) const {
  constexpr std::array months{Key::DateMonthJanuary, Key::DateMonthFebruary, Key::DateMonthMarch,
                              Key::DateMonthApril,   Key::DateMonthMay,      Key::DateMonthJune,
                              Key::DateMonthJuly,    Key::DateMonthAugust,   Key::DateMonthSeptember,
                              Key::DateMonthOctober, Key::DateMonthNovember, Key::DateMonthDecember};
  const bool shaped = date.size() == 7 && date[4] == '-' && date.find_first_not_of("0123456789-") == std::string::npos;
  const int number = shaped ? std::atoi(date.c_str() + 5) : 0;
  if (number < 1 || number > 12) return date;
  return (*this)(Key::DateMonth,
                 {{"month", (*this)(months.at(static_cast<std::size_t>(number - 1)))}, {"year", date.substr(0, 4)}});
}

std::string Words::tenths(std::uint32_t value) const {
  const char* sign = language_ == wire::Language::Spanish ? "," : ".";
  return std::to_string(value / 10) + sign + std::to_string(value % 10);
}

std::string Words::quantity(std::int64_t micros, const std::string& unit) const {
  const std::string text = model::format_number(micros, language_);
  return unit.empty() ? text : text + "\u00A0" + unit;
}

std::string Words::of(wire::ExamDomain domain) const {
  return (*this)(key_of(domain));
}
std::string Words::of(wire::QuestionKind kind) const {
  return (*this)(key_of(kind));
}
std::string Words::of(wire::Refusal refusal) const {
  return (*this)(key_of(refusal));
}
// The same refusal wants other words where another thing was ordered.
std::string Words::of(const model::OrderRefused& refused) const {
  if (refused.reason == wire::Refusal::WrongPhase) {
    switch (refused.ordered) {
      case model::Ordered::Question: return (*this)(Key::OrderRefusedQuestion);
      case model::Ordered::Ruling: return (*this)(Key::OrderRefusedRuling);
      case model::Ordered::Member:
      case model::Ordered::Team: return (*this)(Key::OrderRefusedMember);
      case model::Ordered::TakeOver: return (*this)(Key::OrderRefusedTakeOver);
    }
  }
  if (refused.reason == wire::Refusal::MemberInvalid) return (*this)(Key::OrderRefusedGone);
  if (refused.reason == wire::Refusal::TeamInvalid) return (*this)(Key::OrderRefusedTeam);
  if (refused.reason == wire::Refusal::TooLong) return (*this)(Key::OrderRefusedTooLong);
  if (refused.reason == wire::Refusal::NotHost) return (*this)(Key::OrderRefusedRights);
  return of(refused.reason);
}
std::string Words::of(wire::Farewell farewell) const {
  return (*this)(key_of(farewell));
}
std::string Words::of(model::FieldError error) const {
  return (*this)(key_of(error));
}
std::string Words::of(model::NumberError error) const {
  return (*this)(key_of(error));
}

std::string spaced_code(const std::string& code) {
  if (code.size() != wire::room_code_letters) return code;
  return code.substr(0, code.size() / 2) + "\u00A0" + code.substr(code.size() / 2);
}

}  // namespace certamen::screens
