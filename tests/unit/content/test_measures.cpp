#include "content/model/line_ranges.hpp"
#include "content/model/measures.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::content;
using Set = std::set<std::string>;

TEST_CASE("decimals become micros exactly") {
  CHECK(micros("1200") == 1'200'000'000);
  CHECK(micros("0.1") == 100'000);
  CHECK(micros("-0.000001") == -1);
  CHECK(micros("99.999999") == 99'999'999);
  CHECK(micros("1000000000") == 1'000'000'000'000'000);
  CHECK(micros("0.29") == 290'000);  // 0.29 * 1000000 is 289999.99... in binary
  for (const std::string wrong : {"", "-", ".5", "5.", "1e3", "1,5", "0x10", "+1", "1 000", "0.1234567", "1000000000.000001",
                                  "--1", "99999999999999999999"}) {
    CHECK_FALSE(micros(wrong));
  }
}

TEST_CASE("folding takes away case, accents and compatibility forms") {
  CHECK(folded("CIFRADO Simétrico") == "cifrado simetrico");
  CHECK(folded("ﬁle №5") == "file no5");
  CHECK(folded("e\u0301") == folded("É"));
}

TEST_CASE("texts are composed and counted by character") {
  CHECK(composed("e\u0301") == "é");
  CHECK(characters("e\u0301") == 2);
  CHECK(characters("año 🎓") == 5);
}

TEST_CASE("bytes that are not UTF-8 are found") {
  CHECK_FALSE(first_invalid_byte("año 🎓"));
  CHECK(first_invalid_byte("ab\xFFz") == 2u);
  CHECK(first_invalid_byte("ab\xC3") == 2u);
  CHECK(first_invalid_byte("\xED\xA0\x80") == 0u);  // a lone surrogate
}

TEST_CASE("characters that nobody sees are found") {
  CHECK_FALSE(first_invisible("a b\u00A0c"));
  CHECK(first_invisible("a\u200Bb") == 0x200Bu);
  CHECK(first_invisible("a\u202Eb") == 0x202Eu);
  CHECK(first_invisible("a\tb") == 0x9u);
}

TEST_CASE("figures are the numbers of a text, not the digits of names") {
  CHECK(figures("It takes 3 to 5 ms for 1,024.5 GiB") == Set{"3", "5", "10245"});
  CHECK(figures("Tarda de 3 a 5 ms con 1.024,5 GiB") == Set{"3", "5", "10245"});
  CHECK(figures("16 000 IOPS, 16\u202F000 IOPS") == Set{"16000"});
  CHECK(figures("m5.large, S3 and EC2 use IPv4/16 in us-east-1") == Set{"16"});
  CHECK(figures("99.99 % (24/7). Then 30, 60") == Set{"9999", "24", "7", "30", "60"});
  CHECK(figures("none") == Set{});
}

TEST_CASE("tokens are folded runs of letters and digits") {
  CHECK(tokens("¿Qué Región, us-east-1?") == std::vector<std::string>{"que", "region", "us", "east", "1"});
}

TEST_CASE("likeness is the shared share") {
  CHECK(likeness_percent({"a", "b", "c"}, {"b", "c", "d"}) == 50);
  CHECK(likeness_percent({"a"}, {"a"}) == 100);
  CHECK(likeness_percent({}, {}) == 0);
}

TEST_CASE("the nearest word is near, or there is none") {
  const std::vector<std::string_view> words{"options", "answer", "notes"};
  CHECK(nearest("option", words) == std::string_view("options"));
  CHECK(nearest("anwser", words) == std::string_view("answer"));
  CHECK_FALSE(nearest("colour", words));
  CHECK_FALSE(nearest(std::string(10'000, 'x'), words));
}

TEST_CASE("line ranges cover each other or not") {
  CHECK(line_ranges("161-179, 218").size() == 2);
  CHECK(line_ranges("5-3").empty());
  CHECK(covers(line_ranges("161-170, 171-179"), line_ranges("165-175")));
  CHECK_FALSE(covers(line_ranges("161-170, 172-179"), line_ranges("165-175")));
  CHECK(covers(line_ranges("1-1000000"), line_ranges("1-1000000")));
}
