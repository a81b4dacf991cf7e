#include "client/ui/text.hpp"

#include "client/ui/utf8.hpp"
#include "tests/support/catch.hpp"

using namespace certamen::ui;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "|") + line;
  return text;
}

const Font body{26, Weight::Regular, false};

}  // namespace

TEST_CASE("code points count letters, not bytes, and survive garbage") {
  CHECK(code_point_count("señal → 5 €") == 11);
  CHECK(offset_of("señal", 3) == 4);
  CHECK(code_point_count("\xC3") == 1);
  CHECK(code_point_count("\xE2\x82") == 2);
  CHECK(code_point_at("\xED\xA0\x80", 0).value == 0xFFFD);
  CHECK(code_point_at("\xC0\x80", 0).value == 0xFFFD);
  std::string text;
  for (const CodePoint& point : code_points("aé€\xF0\x9F\x98\x80")) append_code_point(text, point.value);
  CHECK(text == "aé€\xF0\x9F\x98\x80");
}

TEST_CASE("width grows with size and weight, and tabular digits are equal") {
  CHECK(text_width("Certamen", {26, Weight::Bold, false}) > text_width("Certamen", body));
  CHECK(text_width("Certamen", {52, Weight::Regular, false}) > 1.9F * text_width("Certamen", body));
  CHECK(text_width("111", body) < text_width("888", body));
  CHECK(text_width("111", {26, Weight::Regular, true}) == Approx(text_width("888", {26, Weight::Regular, true})));
  CHECK(text_width("\xE6\xBC\xA2", body) > 0);
}

TEST_CASE("a tabular digit stands in the middle of its cell") {
  const Font tabular{26, Weight::Regular, true};
  CHECK(glyph_shift(tabular, U'1') > 0);
  CHECK(glyph_shift(tabular, U'a') == 0);
  CHECK(glyph_shift(body, U'1') == 0);
}

TEST_CASE("lines break at spaces and line feeds and never exceed the width") {
  const std::string text = "Una simulación muy acoplada intercambia mensajes entre sus nodos sin parar";
  for (const float width : {120.0F, 200.0F, 333.0F, 900.0F}) {
    for (const std::string& line : wrapped(text, body, width)) CHECK(text_width(line, body) <= width);
  }
  CHECK(joined(wrapped("one two", body, 1000)) == "one two");
  CHECK(joined(wrapped("one\ntwo", body, 1000)) == "one|two");
  CHECK(joined(wrapped("one\n\ntwo", body, 1000)) == "one||two");
  CHECK(joined(wrapped("", body, 1000)) == "");
  CHECK(wrapped("", body, 1000).size() == 1);
}

TEST_CASE("nothing is lost or added by wrapping") {
  const std::string text = "Elija dos: las que reduzcan el coste sin perder disponibilidad.";
  std::string back;
  for (const std::string& line : wrapped(text, body, 220)) back += (back.empty() ? "" : " ") + line;
  CHECK(back == text);
}

TEST_CASE("no-break spaces hold, hyphenated words stay whole while they fit") {
  const float narrow = text_width("un Multi-AZ", body) - 2;
  CHECK(joined(wrapped("un Multi-AZ", body, narrow)) == "un|Multi-AZ");
  CHECK(joined(wrapped("a 10\u00A0000", body, text_width("a 10\u00A0000", body) - 2)) == "a|10\u00A0000");
}

TEST_CASE("a word wider than a line is broken after a joint, or else anywhere") {
  const std::string arn = "arn:aws:s3:::examplebucket";
  const float width = text_width("arn:aws:s3:::exam", body);
  CHECK(wrapped(arn, body, width).front() == "arn:aws:s3:::");
  const std::vector<std::string> lines = wrapped(std::string(60, 'm'), body, 200);
  CHECK(lines.size() > 5);
  for (const std::string& line : lines) CHECK(text_width(line, body) <= 200);
  CHECK(wrapped("m", body, 1).size() == 1);
}

TEST_CASE("an ellipsis replaces whole code points") {
  CHECK(shortened("ñandú", body, 1000) == "ñandú");
  const std::string cut = shortened("ññññññññññ", body, 100);
  CHECK(cut.substr(cut.size() - 3) == "…");
  CHECK(text_width(cut, body) <= 100);
  CHECK(code_point_count(cut) * 2 + 1 == cut.size());
  CHECK(shortened("abc", body, 1) == "…");
}

TEST_CASE("fitting takes the largest size that holds, and cuts only at the smallest") {
  const FitRule rule{Weight::SemiBold, 56, 30, 8};
  const TextBlock large = fitted("What is it?", {1400, 340}, rule);
  CHECK(large.font.size == 56);
  CHECK_FALSE(large.cut);
  std::string prompt;
  while (prompt.size() < 420) prompt += "una palabra larga ";
  const TextBlock smaller = fitted(prompt, {1280, 300}, rule);
  CHECK(smaller.font.size < 56);
  CHECK(smaller.height() <= 300);
  CHECK_FALSE(smaller.cut);
  const TextBlock bigger = fitted(prompt, {1280, 301}, {Weight::SemiBold, smaller.font.size + 1, 30, 8});
  CHECK(bigger.font.size >= smaller.font.size);
  const TextBlock cut = fitted(prompt, {300, 80}, rule);
  CHECK(cut.cut);
  CHECK(cut.lines.back().find("…") != std::string::npos);
  CHECK(cut.width() <= 300);
  CHECK(cut.height() <= 80);
}

TEST_CASE("a balanced block has as many lines, less ragged") {
  const std::string text = "Una competición que se puede leer desde la última fila de la sala";
  const FitRule rule{Weight::Regular, 44, 44, 4};
  const TextBlock plain = fitted(text, {900, 300}, rule);
  const TextBlock even = balanced(text, {900, 300}, rule);
  CHECK(plain.lines.size() == even.lines.size());
  CHECK(even.width() <= plain.width());
}

TEST_CASE("a point in a text is the nearest gap between letters") {
  CHECK(position_at("hola", body, -5) == 0);
  CHECK(position_at("hola", body, 10000) == 4);
  CHECK(position_at("hola", body, text_width("ho", body) + 1) == 2);
}
