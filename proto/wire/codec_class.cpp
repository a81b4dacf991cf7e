#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

constexpr std::uint32_t scale_max = 1000;
constexpr std::uint32_t thousandths_max = 1000;
constexpr std::uint32_t answers_max = seats_per_room_max * questions_per_match_max;

void put(const ClassShare& from, pb::ClassShare& to) {
  to.set_question_count(from.question_count);
  to.set_answer_count(from.answer_count);
  to.set_right_count(from.right_count);
  to.set_right_thousandths(from.right_thousandths);
  to.set_low_thousandths(from.low_thousandths);
  to.set_high_thousandths(from.high_thousandths);
}

ClassShare take(const pb::ClassShare& from, Check& check) {
  ClassShare to;
  to.question_count = bounded(from.question_count(), 0, questions_per_match_max, "class_share.question_count", check);
  to.answer_count = bounded(from.answer_count(), 0, answers_max, "class_share.answer_count", check);
  to.right_count = bounded(from.right_count(), 0, to.answer_count, "class_share.right_count", check);
  to.right_thousandths = bounded(from.right_thousandths(), 0, thousandths_max, "class_share.right_thousandths", check);
  to.low_thousandths = bounded(from.low_thousandths(), 0, thousandths_max, "class_share.low_thousandths", check);
  to.high_thousandths = bounded(from.high_thousandths(), 0, thousandths_max, "class_share.high_thousandths", check);
  return to;
}

MissedQuestion take(const pb::MissedQuestion& from, Check& check) {
  return {bounded(from.number(), 1, questions_per_match_max, "missed.number", check),
          plain_enum(from.domain(), ExamDomain::General, "missed.domain", check),
          text(from.prompt(), text_bytes_max, "missed.prompt", check),
          bounded(from.wrong_count(), 0, seats_per_room_max, "missed.wrong_count", check),
          bounded(from.blank_count(), 0, seats_per_room_max, "missed.blank_count", check)};
}

ClassRow take(const pb::ClassRow& from, Check& check) {
  constexpr std::uint32_t any_max = ~std::uint32_t{0};
  return {{bounded(from.seat(), 1, any_max, "class_row.seat", check)},
          bounded(from.right_count(), 0, questions_per_match_max, "class_row.right_count", check),
          bounded(from.scaled_estimate(), 0, scale_max, "class_row.scaled_estimate", check),
          from.handed_in()};
}

}  // namespace

void put(const ClassReported& from, pb::ClassReported& to) {
  put(from.whole, *to.mutable_whole());
  for (const ClassDomain& domain : from.domains) {
    auto* message = to.add_domains();
    message->set_domain(schema_enum<pb::ExamDomain>(domain.domain));
    put(domain.share, *message->mutable_share());
  }
  for (const MissedQuestion& question : from.missed) {
    auto* message = to.add_missed();
    message->set_number(question.number);
    message->set_domain(schema_enum<pb::ExamDomain>(question.domain));
    message->set_prompt(question.prompt);
    message->set_wrong_count(question.wrong_count);
    message->set_blank_count(question.blank_count);
  }
  for (const ClassRow& row : from.rows) {
    auto* message = to.add_rows();
    message->set_seat(row.seat.value);
    message->set_right_count(row.right_count);
    message->set_scaled_estimate(row.scaled_estimate);
    message->set_handed_in(row.handed_in);
  }
  to.set_player_count(from.player_count);
  to.set_handed_in_count(from.handed_in_count);
  to.set_passed_count(from.passed_count);
  to.set_pass_mark(from.pass_mark);
  to.set_unscored_count(from.unscored_count);
}

ClassReported take(const pb::ClassReported& from, Check& check) {
  ClassReported to;
  const bool fits = static_cast<std::size_t>(from.domains_size()) <= exam_domain_count &&
                    static_cast<std::size_t>(from.missed_size()) <= missed_questions_max &&
                    static_cast<std::size_t>(from.rows_size()) <= seats_per_room_max;
  if (!check.that(fits, "class_report")) return to;
  to.whole = take(from.whole(), check);
  for (const auto& domain : from.domains()) {
    to.domains.push_back(
        {plain_enum(domain.domain(), ExamDomain::General, "class_report.domain", check), take(domain.share(), check)});
  }
  for (const auto& question : from.missed()) to.missed.push_back(take(question, check));
  for (const auto& row : from.rows()) to.rows.push_back(take(row, check));
  to.player_count = bounded(from.player_count(), 0, seats_per_room_max, "class_report.player_count", check);
  to.handed_in_count = bounded(from.handed_in_count(), 0, seats_per_room_max, "class_report.handed_in_count", check);
  to.passed_count = bounded(from.passed_count(), 0, seats_per_room_max, "class_report.passed_count", check);
  to.pass_mark = bounded(from.pass_mark(), 0, scale_max, "class_report.pass_mark", check);
  to.unscored_count = bounded(from.unscored_count(), 0, questions_per_match_max, "class_report.unscored_count", check);
  return to;
}

}  // namespace certamen::wire::codec
