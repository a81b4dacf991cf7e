#include "client/ui/utf8.hpp"

namespace certamen::ui {

namespace {

constexpr char32_t replacement = 0xFFFD;

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool acceptable(char32_t value, std::size_t length) {
  if (length == 3) return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
  if (length == 4) return value >= 0x10000 && value <= 0x10FFFF;
  return true;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t length = sequence_length(lead);
  if (length == 1) return {lead, offset, 1};
  if (length == 0 || offset + length > text.size()) return {replacement, offset, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[offset + i]);
    if ((next & 0xC0U) != 0x80U) return {replacement, offset, 1};
    value = (value << 6U) | (next & 0x3FU);
  }
  if (!acceptable(value, length)) return {replacement, offset, 1};
  return {value, offset, length};
}

std::vector<CodePoint> code_points(std::string_view text) {
  std::vector<CodePoint> points;
  points.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    points.push_back(code_point_at(text, offset));
    offset += points.back().length;
  }
  return points;
}

std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) offset += code_point_at(text, offset).length;
  return count;
}

std::size_t offset_of(std::string_view text, std::size_t count) {
  std::size_t offset = 0;
  while (count > 0 && offset < text.size()) {
    offset += code_point_at(text, offset).length;
    --count;
  }
  return offset;
}

void append_code_point(std::string& text, char32_t value) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

}  // namespace certamen::ui
