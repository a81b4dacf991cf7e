#include "server/room/room.hpp"

namespace certamen::room {
namespace {

// FNV-1a, 64 bits (Fowler, Noll, Vo).
class Hash {
 public:
  Hash& operator<<(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) mix(static_cast<std::uint8_t>(value >> (8 * i)));
    return *this;
  }
  Hash& operator<<(const std::string& text) {
    *this << text.size();
    for (const char letter : text) mix(static_cast<std::uint8_t>(letter));
    return *this;
  }
  Hash& operator<<(const std::optional<wire::Instant>& instant) {
    return *this << (instant ? static_cast<std::uint64_t>(wire::micros(*instant)) : ~std::uint64_t{0});
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void mix(std::uint8_t byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

void mix(Hash& hash, const std::vector<wire::OptionIndex>& indexes) {
  hash << indexes.size();
  for (const wire::OptionIndex index : indexes) hash << index;
}
void mix(Hash& hash, const wire::ChoiceAnswer& answer) {
  mix(hash, answer.options);
}
void mix(Hash& hash, const wire::NumericAnswer& answer) {
  hash << static_cast<std::uint64_t>(answer.micros);
}
void mix(Hash& hash, const wire::OrderAnswer& answer) {
  mix(hash, answer.options);
}
void mix(Hash& hash, const wire::MatchAnswer& answer) {
  mix(hash, answer.matches);
}
void mix(Hash& hash, const wire::TextAnswer& answer) {
  hash << answer.text;
}

void mix(Hash& hash, const TicketDigest& digest) {
  for (const std::uint8_t byte : digest) hash << byte;
}

void mix(Hash& hash, const Given& given) {
  hash << given.tenths << given.credit.part << given.credit.whole << static_cast<std::uint64_t>(given.earned.points);
  hash << static_cast<std::uint64_t>(given.earned.bonus);
  hash << (given.certainty ? 1 + static_cast<std::uint64_t>(*given.certainty) : std::uint64_t{0});
  hash << static_cast<std::uint64_t>(given.answer.index());
  std::visit([&hash](const auto& answer) { mix(hash, answer); }, given.answer);
  hash << given.received_tenths << static_cast<std::uint64_t>(given.time_credit.count());
  hash << static_cast<std::uint64_t>(given.stamp);
  if (given.allowance != wire::Allowance::Whole) hash << static_cast<std::uint64_t>(given.allowance);
  if (given.round_trips) {
    for (const wire::Duration each : {given.round_trips->lowest, given.round_trips->latest, given.round_trips->jitter}) {
      hash << static_cast<std::uint64_t>(each.count());
    }
  }
}

void mix(Hash& hash, const Member& member) {
  hash << member.id.value << member.name << member.name_key << static_cast<std::uint64_t>(member.role);
  hash << static_cast<std::uint64_t>(member.plays) << static_cast<std::uint64_t>(member.connected) << member.first_question;
  hash << member.gone_since;
  if (!member.name_look.empty()) hash << member.name_look;
  if (member.wished_key) hash << *member.wished_key;
  for (const std::uint8_t byte : member.digest) hash << byte;
  if (member.nonce_digest) {
    for (const std::uint8_t byte : *member.nonce_digest) hash << byte;
  }
  for (const auto& given : member.given) {
    hash << static_cast<std::uint64_t>(given.has_value());
    if (given) mix(hash, *given);
  }
  for (std::size_t i = 0; i < member.first_votes.size(); ++i) {
    hash << i << static_cast<std::uint64_t>(member.first_votes[i].has_value());
    if (member.first_votes[i]) mix(hash, *member.first_votes[i]);
  }
  if (member.team_choices != 0) hash << member.team_choices;
  hash << static_cast<std::uint64_t>(member.standing.points) << member.standing.right_count << member.standing.right_tenths;
  hash << member.streak << member.rank << member.previous_rank << static_cast<std::uint64_t>(member.points_gained);
  hash << static_cast<std::uint64_t>(member.time_credit.count());
  if (member.cohost_digest) mix(hash, *member.cohost_digest);
  if (member.rights_unused) hash << std::uint64_t{1};
}

void mix(Hash& hash, const Ruling& ruling) {
  hash << ruling.extended_seconds << ruling.choose << static_cast<std::uint64_t>(ruling.skipped);
  hash << static_cast<std::uint64_t>(ruling.voided) << static_cast<std::uint64_t>(ruling.key_corrected);
  if (ruling.unscored) hash << std::uint64_t{1};
}

// The key, where it was corrected.
void mix_key(Hash& hash, const exam::Question& question) {
  for (const exam::Option& option : question.options) hash << static_cast<std::uint64_t>(option.right);
  hash << static_cast<std::uint64_t>(question.numeric.micros)
       << static_cast<std::uint64_t>(question.numeric.tolerance_micros);
  for (const std::string& spelling : question.text.accepted) hash << spelling;
}

void mix(Hash& hash, const ExamDesk& desk) {
  for (const auto& [seat, sheet] : desk.sheets()) {
    hash << seat.value << sheet.changes << static_cast<std::uint64_t>(sheet.handed_in) << sheet.flags.size();
    for (const std::uint32_t number : sheet.flags) hash << number;
    for (const auto& [number, received_at] : sheet.received_at) hash << number << std::optional(received_at);
  }
}

void mix(Hash& hash, const Phase& phase) {
  hash << static_cast<std::uint64_t>(phase.index());
  if (const auto* reading = std::get_if<Reading>(&phase)) hash << reading->opens_at;
  if (const auto* asking = std::get_if<Asking>(&phase)) {
    hash << asking->opens_at << asking->closes_at;
    if (asking->vote != 1) hash << asking->vote;
  }
  if (const auto* discussing = std::get_if<Discussing>(&phase)) hash << discussing->continues_at;
  if (const auto* revealing = std::get_if<Revealing>(&phase)) hash << revealing->continues_at;
  if (const auto* ranking = std::get_if<Ranking>(&phase)) hash << ranking->continues_at;
  if (const auto* examining = std::get_if<Examining>(&phase)) hash << examining->opens_at << examining->closes_at;
}

void mix(Hash& hash, const Teams& teams) {
  hash << teams.seats().size();
  for (const auto& [seat, team] : teams.seats()) hash << seat.value << team;
  for (const wire::SeatId seat : teams.put_by_host()) hash << seat.value;
}

void mix(Hash& hash, const Freezing& freezing) {
  hash << freezing.shown_after();
  hash << freezing.last_shown().players.size();
  for (const wire::RankingRow& row : freezing.last_shown().players) {
    hash << row.seat.value << row.name << row.rank << row.previous_rank << row.right_count;
    hash << static_cast<std::uint64_t>(row.points) << static_cast<std::uint64_t>(row.points_gained);
  }
  for (const wire::TeamRow& row : freezing.last_shown().teams) {
    hash << row.team << row.rank << row.member_count << static_cast<std::uint64_t>(row.points);
  }
}

}  // namespace

std::uint64_t Room::digest() const {
  Hash hash;
  hash << seed_ << sequence_ << number_ << revealed_count_ << seats_given_ << static_cast<std::uint64_t>(closed_);
  mix(hash, phase_);
  hash << static_cast<std::uint64_t>(pause_.has_value());
  if (pause_) hash << static_cast<std::uint64_t>(pause_->reason) << pause_->since << pause_->until;
  for (const auto& [id, member] : members_) mix(hash, member);
  for (const exam::Question& question : paper_.questions) {
    hash << question.id;
    for (const exam::Option& option : question.options) hash << option.text.in(wire::Language::English);
    for (const exam::LocalText& match : question.matches) hash << match.in(wire::Language::English);
    mix(hash, question.arrangement);
  }
  if (!password_hash_.empty()) hash << password_hash_;
  mix(hash, desk_);
  hash << fastest_seat_.value << fastest_tenths_ << streak_seat_.value << streak_length_;
  for (const wire::SeatId seat : awaited_) hash << seat.value;
  for (const auto& [seat, gone] : roster_news_) hash << seat.value << static_cast<std::uint64_t>(gone);
  hash << roster_due_ << deserted_since_;
  // Each only where a host used it, so that rooms without keep the digest they had.
  for (std::size_t i = 0; i < rulings_.size(); ++i) {
    if (rulings_[i] == Ruling{}) continue;
    hash << i;
    mix(hash, rulings_[i]);
    if (rulings_[i].key_corrected) mix_key(hash, paper_.questions[i]);
  }
  for (const auto& [id, member] : removed_) mix(hash, member);
  if (!same_digest(host_digest_, opening_digest_)) mix(hash, host_digest_);
  if (locked_) hash << std::uint64_t{1};
  if (teams_.played()) mix(hash, teams_);
  if (!allowances_.seats().empty()) hash << allowances_.seats().size();
  for (const auto& [seat, allowance] : allowances_.seats()) hash << seat.value << static_cast<std::uint64_t>(allowance);
  if (freezing_.used()) mix(hash, freezing_);
  for (const std::string& key : banned_name_keys_) hash << key;
  for (const TicketDigest& banned : banned_digests_) mix(hash, banned);
  return hash.value();
}

}  // namespace certamen::room
