#include "tests/unit/proto/breaches.hpp"
#include "tests/unit/proto/sample_messages.hpp"

namespace certamen::wire {

TEST_CASE("a class report outside its ranges is refused by name") {
  using C = ClassReported;
  check_seat_fact_refused<C>(
      proto_test::sample<C>(),
      {{"class_share.question_count", [](C& c) { c.whole.question_count = questions_per_match_max + 1; }},
       {"class_share.answer_count", [](C& c) { c.whole.answer_count = questions_per_match_max * seats_per_room_max + 1; }},
       {"class_share.right_count", [](C& c) { c.domains[0].share.right_count = c.domains[0].share.answer_count + 1; }},
       {"class_share.high_thousandths", [](C& c) { c.domains[0].share.high_thousandths = 1001; }},
       {"class_report.domain", [](C& c) { c.domains[0].domain = beyond(ExamDomain::General); }},
       {"class_report", [](C& c) { c.domains.assign(exam_domain_count + 1, c.domains[0]); }},
       {"class_report", [](C& c) { c.missed.assign(missed_questions_max + 1, c.missed[0]); }},
       {"class_report", [](C& c) { c.rows.assign(seats_per_room_max + 1, c.rows[0]); }},
       {"missed.number", [](C& c) { c.missed[0].number = 0; }},
       {"missed.prompt", [](C& c) { c.missed[0].prompt = letters(text_bytes_max + 1); }},
       {"missed.blank_count", [](C& c) { c.missed[0].blank_count = seats_per_room_max + 1; }},
       {"class_row.seat", [](C& c) { c.rows[0].seat = {}; }},
       {"class_row.scaled_estimate", [](C& c) { c.rows[0].scaled_estimate = 1001; }},
       {"class_report.passed_count", [](C& c) { c.passed_count = seats_per_room_max + 1; }},
       {"class_report.unscored_count", [](C& c) { c.unscored_count = questions_per_match_max + 1; }}});
}

}  // namespace certamen::wire
