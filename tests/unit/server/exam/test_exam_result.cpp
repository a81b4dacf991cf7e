#include <cmath>

#include "server/exam/exam_result.hpp"
#include "tests/support/catch.hpp"

namespace certamen::exam {

using wire::ExamDomain;

TEST_CASE("shares and intervals known from elsewhere") {
  // 49 of 65 and 16 of 20, by the formula on paper.
  CHECK(share_of(49, 65) == wire::ExamShare{49, 65, 754, 656, 831});
  CHECK(share_of(16, 20) == wire::ExamShare{16, 20, 800, 621, 907});
  CHECK(share_of(0, 0) == wire::ExamShare{0, 0, 0, 0, 1000});
  CHECK(share_of(0, 10).low_thousandths == 0);
  CHECK(share_of(10, 10).high_thousandths == 1000);
}

TEST_CASE("the interval is Wilson's, rounded outwards") {
  constexpr long double z = 1.644853626951472L;
  for (std::uint32_t n = 1; n <= 300; ++n) {
    for (std::uint32_t x = 0; x <= n; ++x) {
      CAPTURE(x, n);
      const wire::ExamShare share = share_of(x, n);
      const long double p = static_cast<long double>(x) / n;
      const long double middle = p + z * z / (2 * n);
      const long double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4.0L * n * n));
      const long double low = 1000 * (middle - spread) / (1 + z * z / n);
      const long double high = 1000 * (middle + spread) / (1 + z * z / n);
      REQUIRE(share.low_thousandths <= low + 0.001L);
      REQUIRE(share.low_thousandths > low - 1.01L);
      REQUIRE(share.high_thousandths >= high - 0.001L);
      REQUIRE(share.high_thousandths < high + 1.01L);
      REQUIRE(share.low_thousandths <= share.right_thousandths);
      REQUIRE(share.right_thousandths <= share.high_thousandths);
    }
  }
}

TEST_CASE("one more right answer never lowers a figure") {
  for (std::uint32_t x = 0; x < 65; ++x) {
    const wire::ExamShare less = share_of(x, 65);
    const wire::ExamShare more = share_of(x + 1, 65);
    REQUIRE(more.right_thousandths > less.right_thousandths);
    REQUIRE(more.low_thousandths >= less.low_thousandths);
    REQUIRE(more.high_thousandths >= less.high_thousandths);
    REQUIRE(scaled_estimate(more.right_thousandths) > scaled_estimate(less.right_thousandths));
  }
  CHECK(scaled_estimate(0) == 100);
  CHECK(scaled_estimate(1000) == 1000);
}

TEST_CASE("a result counts every question once, by its domain") {
  const wire::ExamResult result = exam_result({{ExamDomain::Secure, true},
                                               {ExamDomain::CostOptimized, false},
                                               {ExamDomain::Secure, false},
                                               {ExamDomain::General, true}});
  CHECK(result.whole == share_of(2, 4));
  CHECK(result.domains == std::vector<wire::DomainResult>{{ExamDomain::Secure, share_of(1, 2)},
                                                          {ExamDomain::CostOptimized, share_of(0, 1)},
                                                          {ExamDomain::General, share_of(1, 1)}});
  CHECK(result.scaled_estimate == 550);
  CHECK(result.scaled_low == scaled_estimate(share_of(2, 4).low_thousandths));
  CHECK(result.scaled_high == scaled_estimate(share_of(2, 4).high_thousandths));
  CHECK(result.pass_mark == 720);
}

}  // namespace certamen::exam
