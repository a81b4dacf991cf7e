#include "server/exam/class_result.hpp"
#include "server/exam/exam_result.hpp"
#include "tests/support/catch.hpp"

namespace certamen::exam {

using wire::ExamDomain;

TEST_CASE("one player's class share is that player's own") {
  for (std::uint32_t count = 1; count <= 100; ++count) {
    for (std::uint32_t right = 0; right <= count; ++right) {
      CAPTURE(right, count);
      std::vector<std::uint32_t> right_counts(count, 0);
      for (std::uint32_t i = 0; i < right; ++i) right_counts[i] = 1;
      const wire::ClassShare whole = class_share(right_counts, 1);
      const wire::ExamShare own = share_of(right, count);
      REQUIRE(whole.right_thousandths == own.right_thousandths);
      // Rounded outwards once more: the share itself is a rounded figure here.
      REQUIRE(whole.low_thousandths <= own.low_thousandths);
      REQUIRE(whole.low_thousandths + 1 >= own.low_thousandths);
      REQUIRE(whole.high_thousandths >= own.high_thousandths);
      REQUIRE(whole.high_thousandths <= own.high_thousandths + 1);
    }
  }
}

TEST_CASE("more players never make a share surer than their questions are") {
  // Thirty players, all right in one question and all wrong in the other: that is two questions, not sixty answers.
  const wire::ClassShare split = class_share({30, 0}, 30);
  CHECK(split.right_thousandths == 500);
  CHECK(split.low_thousandths == class_share({1, 0}, 1).low_thousandths);
  CHECK(split.high_thousandths == class_share({1, 0}, 1).high_thousandths);
  // One question is one question, however many answered it.
  const wire::ClassShare single = class_share({600}, 1000);
  CHECK(single.low_thousandths < 200);
  CHECK(single.high_thousandths > 900);
  // Many questions that came out alike say more than few.
  const wire::ClassShare few = class_share({15, 15, 15}, 30);
  const wire::ClassShare many = class_share(std::vector<std::uint32_t>(30, 15), 30);
  CHECK(many.low_thousandths > few.low_thousandths);
  CHECK(many.high_thousandths < few.high_thousandths);
}

TEST_CASE("an interval holds its share at every size of class and paper") {
  for (const std::uint32_t players : {1U, 2U, 29U, 200U, 1000U}) {
    for (const std::uint32_t count : {1U, 2U, 7U, 65U, 100U}) {
      for (std::uint32_t step = 0; step <= 4; ++step) {
        CAPTURE(players, count, step);
        std::vector<std::uint32_t> right_counts(count, players * step / 4);
        right_counts.front() = players;
        const wire::ClassShare share = class_share(right_counts, players);
        REQUIRE(share.low_thousandths <= share.right_thousandths);
        REQUIRE(share.right_thousandths <= share.high_thousandths);
        REQUIRE(share.high_thousandths <= 1000);
      }
    }
  }
  const wire::ClassShare nobody = class_share({0, 0}, 0);
  CHECK(nobody == wire::ClassShare{2, 0, 0, 0, 0, 1000});
}

TEST_CASE("a class report has its domains, and its questions by how many missed them") {
  const wire::ClassReported report = class_result({{1, ExamDomain::Secure, 8, 1},
                                                   {2, ExamDomain::Secure, 10, 0},
                                                   {3, ExamDomain::CostOptimized, 2, 5},
                                                   {4, ExamDomain::CostOptimized, 8, 2}},
                                                  10);
  CHECK(report.whole.right_count == 28);
  CHECK(report.whole.answer_count == 40);
  REQUIRE(report.domains.size() == 2);
  CHECK(report.domains[0].domain == ExamDomain::Secure);
  CHECK(report.domains[0].share == class_share({8, 10}, 10));
  CHECK(report.domains[1].share.right_thousandths == 500);
  // Question 2 was missed by nobody; 1 and 4 by as many, in the paper's order.
  CHECK(report.missed == std::vector<wire::MissedQuestion>{{3, ExamDomain::CostOptimized, "", 3, 5},
                                                           {1, ExamDomain::Secure, "", 1, 1},
                                                           {4, ExamDomain::CostOptimized, "", 0, 2}});
  CHECK(report.pass_mark == scaled_pass_mark);
  std::vector<ClassQuestion> hard;
  for (std::uint32_t number = 1; number <= 100; ++number) hard.push_back({number, ExamDomain::General, 0, 3});
  CHECK(class_result(hard, 3).missed.size() == wire::missed_questions_max);
}

}  // namespace certamen::exam
