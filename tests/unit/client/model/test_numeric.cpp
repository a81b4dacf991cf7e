#include "client/model/numeric.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::model;
using certamen::wire::Language;

TEST_CASE("numbers are read exactly, with a comma or a point") {
  struct Row {
    const char* text;
    std::int64_t micros;
  };
  for (const auto& row : {Row{"0", 0},
                          Row{"1200", 1'200'000'000},
                          Row{" 1200 ", 1'200'000'000},
                          Row{"0,5", 500'000},
                          Row{"0.5", 500'000},
                          Row{".5", 500'000},
                          Row{"5.", 5'000'000},
                          Row{"-3", -3'000'000},
                          Row{"+3", 3'000'000},
                          Row{"- 3", -3'000'000},
                          Row{"\u22123,25", -3'250'000},
                          Row{"1 200", 1'200'000'000},
                          Row{"1\u00A0200,75", 1'200'750'000},
                          Row{"1\u202F000\u202F000", 1'000'000'000'000},
                          Row{"12\u2009000", 12'000'000'000},
                          Row{"1.234", 1'234'000},
                          Row{"1,234", 1'234'000},
                          Row{"0.000001", 1},
                          Row{"0,1000000", 100'000},
                          Row{"007", 7'000'000},
                          Row{"1000000000", 1'000'000'000'000'000},
                          Row{"-1000000000,000000", -1'000'000'000'000'000}}) {
    INFO(row.text);
    CHECK(parse_number(row.text) == row.micros);
  }
}

TEST_CASE("what is no number is an error of its own kind") {
  struct Row {
    const char* text;
    NumberError error;
  };
  using enum NumberError;
  for (const auto& row : {Row{"", Missing},
                          Row{"  ", Missing},
                          Row{"\u202F", Missing},
                          Row{"abc", Malformed},
                          Row{"12a", Malformed},
                          Row{"1e3", Malformed},
                          Row{"1,2,3", Malformed},
                          Row{"1.234,5", Malformed},
                          Row{"1,234.5", Malformed},
                          Row{"--1", Malformed},
                          Row{"-", Malformed},
                          Row{".", Malformed},
                          Row{"-,", Malformed},
                          Row{"12 34", Malformed},
                          Row{"1234 567", Malformed},
                          Row{"1  000", Malformed},
                          Row{"1 000 00", Malformed},
                          Row{"1,5 0", Malformed},
                          Row{"1 ,5", Malformed},
                          Row{"0.0000001", TooPrecise},
                          Row{"1000000000,000001", OutOfRange},
                          Row{"1000000001", OutOfRange},
                          Row{"99999999999999999999999999", OutOfRange}}) {
    INFO(row.text);
    const auto result = parse_number(row.text);
    REQUIRE_FALSE(result);
    CHECK(result.error() == row.error);
  }
}

TEST_CASE("numbers are written as each language writes them") {
  CHECK(format_number(0, Language::English) == "0");
  CHECK(format_number(500'000, Language::English) == "0.5");
  CHECK(format_number(500'000, Language::Spanish) == "0,5");
  CHECK(format_number(1, Language::Spanish) == "0,000001");
  CHECK(format_number(1'200'000'000, Language::English) == "1200");
  CHECK(format_number(12'000'750'000, Language::Spanish) == "12\u202F000,75");
  CHECK(format_number(-1'000'000'000'000, Language::English) == "\u22121\u202F000\u202F000");
}

TEST_CASE("what is written can be read again") {
  for (const std::int64_t micros :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{999'999}, std::int64_t{-123'456'789'012},
        std::int64_t{1'000'000'000'000'000}, std::int64_t{-1'000'000'000'000'000}}) {
    INFO(micros);
    CHECK(parse_number(format_number(micros, Language::English)) == micros);
    CHECK(parse_number(format_number(micros, Language::Spanish)) == micros);
  }
}
