#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

constexpr std::uint32_t scale_max = 1000;

void put(const ExamShare& from, pb::ExamShare& to) {
  to.set_right_count(from.right_count);
  to.set_question_count(from.question_count);
  to.set_right_thousandths(from.right_thousandths);
  to.set_low_thousandths(from.low_thousandths);
  to.set_high_thousandths(from.high_thousandths);
}

ExamShare take(const pb::ExamShare& from, Check& check) {
  ExamShare to;
  to.question_count = bounded(from.question_count(), 0, questions_per_match_max, "share.question_count", check);
  to.right_count = bounded(from.right_count(), 0, to.question_count, "share.right_count", check);
  to.right_thousandths = bounded(from.right_thousandths(), 0, 1000, "share.right_thousandths", check);
  to.low_thousandths = bounded(from.low_thousandths(), 0, 1000, "share.low_thousandths", check);
  to.high_thousandths = bounded(from.high_thousandths(), 0, 1000, "share.high_thousandths", check);
  return to;
}

}  // namespace

void put(const ExamOpened& from, pb::ExamOpened& to) {
  to.set_question_count(from.question_count);
  to.set_opens_at_micros(micros(from.opens_at));
  to.set_closes_at_micros(micros(from.closes_at));
}

ExamOpened take(const pb::ExamOpened& from, Check& check) {
  return {bounded(from.question_count(), 1, questions_per_match_max, "exam.question_count", check),
          instant(from.opens_at_micros(), "exam.opens_at", check),
          instant(from.closes_at_micros(), "exam.closes_at", check)};
}

void put(const OwnExam& from, pb::OwnExam& to) {
  for (const AnswerLocked& answer : from.answers) put(answer, *to.add_answers());
  for (const std::uint32_t flag : from.flags) to.add_flags(flag);
  to.set_handed_in(from.handed_in);
}

OwnExam take(const pb::OwnExam& from, Check& check) {
  OwnExam to;
  constexpr auto questions_max = static_cast<int>(questions_per_match_max);
  if (!check.that(from.answers_size() <= questions_max && from.flags_size() <= questions_max, "own_exam")) return to;
  for (const auto& answer : from.answers()) to.answers.push_back(take(answer, check));
  for (const std::uint32_t flag : from.flags()) {
    to.flags.push_back(bounded(flag, 1, questions_per_match_max, "own_exam.flags", check));
  }
  to.handed_in = from.handed_in();
  return to;
}

void put(const ExamResult& from, pb::ExamResult& to) {
  put(from.whole, *to.mutable_whole());
  for (const DomainResult& domain : from.domains) {
    auto* message = to.add_domains();
    message->set_domain(schema_enum<pb::ExamDomain>(domain.domain));
    put(domain.share, *message->mutable_share());
  }
  to.set_scaled_estimate(from.scaled_estimate);
  to.set_scaled_low(from.scaled_low);
  to.set_scaled_high(from.scaled_high);
  to.set_pass_mark(from.pass_mark);
  to.set_unscored_count(from.unscored_count);
}

ExamResult take(const pb::ExamResult& from, Check& check) {
  ExamResult to;
  to.whole = take(from.whole(), check);
  check.that(static_cast<std::size_t>(from.domains_size()) <= exam_domain_count, "exam_result.domains");
  for (const auto& domain : from.domains()) {
    to.domains.push_back(
        {plain_enum(domain.domain(), ExamDomain::General, "exam_result.domain", check), take(domain.share(), check)});
  }
  to.scaled_estimate = bounded(from.scaled_estimate(), 0, scale_max, "exam_result.scaled_estimate", check);
  to.scaled_low = bounded(from.scaled_low(), 0, scale_max, "exam_result.scaled_low", check);
  to.scaled_high = bounded(from.scaled_high(), 0, scale_max, "exam_result.scaled_high", check);
  to.pass_mark = bounded(from.pass_mark(), 0, scale_max, "exam_result.pass_mark", check);
  to.unscored_count = bounded(from.unscored_count(), 0, questions_per_match_max, "exam_result.unscored_count", check);
  return to;
}

}  // namespace certamen::wire::codec
