#include "server/bank/allowed_seconds.hpp"

#include <algorithm>
#include <string>

namespace certamen::bank {
namespace {

constexpr std::size_t characters_read_per_second = 20;
constexpr std::uint32_t step_seconds = 5;

std::uint32_t thinking_seconds(wire::QuestionKind kind) {
  switch (kind) {
    case wire::QuestionKind::TrueFalse: return 5;
    case wire::QuestionKind::SingleChoice: return 10;
    case wire::QuestionKind::MultipleResponse: return 15;
    case wire::QuestionKind::Numeric: return 15;
    case wire::QuestionKind::Ordering: return 20;
    case wire::QuestionKind::Matching: return 20;
    case wire::QuestionKind::ShortText: return 15;
  }
  return 10;
}

// Code points: every byte that does not continue one.
std::size_t characters(const std::string& text) {
  const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

std::size_t characters_in(const exam::Question& question, wire::Language language) {
  std::size_t count = characters(question.prompt.in(language));
  for (const exam::Option& option : question.options) count += characters(option.text.in(language));
  for (const exam::LocalText& match : question.matches) count += characters(match.in(language));
  return count;
}

}  // namespace

std::uint32_t allowed_seconds(const exam::Question& question) {
  const std::size_t longest =
      std::max(characters_in(question, wire::Language::English), characters_in(question, wire::Language::Spanish));
  const auto reading = static_cast<std::uint32_t>((longest + characters_read_per_second - 1) / characters_read_per_second);
  const std::uint32_t seconds = reading + thinking_seconds(question.kind);
  const std::uint32_t stepped = (seconds + step_seconds - 1) / step_seconds * step_seconds;
  return std::clamp(stepped, allowed_seconds_min, allowed_seconds_max);
}

}  // namespace certamen::bank
