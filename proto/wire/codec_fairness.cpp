#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {

void put(const FairnessReported& from, pb::FairnessReported& to) {
  for (const FairnessRow& row : from.rows) {
    auto* message = to.add_rows();
    message->set_seat(row.seat.value);
    message->set_answers(row.answers);
    message->set_credited(row.credited);
    message->set_credit_ms(row.credit_ms);
    message->set_stamps_outside(row.stamps_outside);
    message->set_round_trip_p50_ms(row.round_trip_p50_ms);
    message->set_round_trip_p95_ms(row.round_trip_p95_ms);
    message->set_rank(row.rank);
    message->set_rank_without_credit(row.rank_without_credit);
    message->set_measured(row.measured);
  }
  to.set_ranks_changed(from.ranks_changed);
  to.set_quota_ms(from.quota_ms);
  to.set_player_count(from.player_count);
  to.set_error_ms(from.error_ms);
}

FairnessReported take(const pb::FairnessReported& from, Check& check) {
  FairnessReported to;
  if (!check.that(static_cast<std::size_t>(from.rows_size()) <= ranking_rows_max, "fairness.rows")) return to;
  constexpr std::uint32_t any_max = ~std::uint32_t{0};
  for (const auto& row : from.rows()) {
    to.rows.push_back({{bounded(row.seat(), 1, any_max, "fairness.seat", check)},
                       row.answers(),
                       row.credited(),
                       row.credit_ms(),
                       row.stamps_outside(),
                       row.round_trip_p50_ms(),
                       row.round_trip_p95_ms(),
                       row.rank(),
                       row.rank_without_credit(),
                       row.measured()});
  }
  to.ranks_changed = from.ranks_changed();
  to.quota_ms = from.quota_ms();
  to.player_count = from.player_count();
  to.error_ms = from.error_ms();
  return to;
}

}  // namespace certamen::wire::codec
