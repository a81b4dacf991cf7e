#include "server/lobby/word_filter.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <sstream>
#include <vector>

#include "proto/wire/limits.hpp"
#include "server/lobby/name.hpp"

namespace certamen::lobby {
namespace {

constexpr UChar32 not_utf8 = 0xFFFD;  // what ICU makes of such bytes

bool belongs_to_a_word(UChar32 letter) {
  return u_isalnum(letter) != 0 || (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0;
}

// The parts between spaces and signs, folded.
std::vector<std::string> parts_of(const std::string& text) {
  const icu::UnicodeString letters = icu::UnicodeString::fromUTF8(text);
  std::vector<std::string> parts;
  icu::UnicodeString part;
  const auto end_part = [&] {
    std::string bytes;
    part.toUTF8String(bytes);
    if (!bytes.empty()) parts.push_back(folded(bytes));
    part.remove();
  };
  for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 letter = letters.char32At(i);
    if (belongs_to_a_word(letter)) {
      part.append(letter);
    } else {
      end_part();
    }
  }
  end_part();
  return parts;
}

}  // namespace

wire::Result<WordFilter> WordFilter::parse(const std::string& text) {
  WordFilter filter;
  std::istringstream lines(text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);  // as some editors begin a file
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    if (line.size() > wire::name_bytes_max) return wire::fault(fmt::format("line {} is longer than any name", number));
    if (icu::UnicodeString::fromUTF8(line).indexOf(not_utf8) >= 0) {
      return wire::fault(fmt::format("line {} is not UTF-8", number));
    }
    const auto parts = parts_of(line);
    if (parts.size() != 1) return wire::fault(fmt::format("line {} is not one word", number));
    filter.words_.insert(parts.front());
  }
  return filter;
}

bool WordFilter::forbids(const std::string& name) const {
  if (words_.empty()) return false;
  const auto parts = parts_of(name);
  for (std::size_t from = 0; from < parts.size(); ++from) {
    std::string joined;
    for (std::size_t to = from; to < parts.size(); ++to) {
      joined += parts[to];
      if (words_.contains(joined)) return true;
    }
  }
  return false;
}

}  // namespace certamen::lobby
