#include "tests/sim/checkers/plain_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

namespace certamen::sim {
namespace {

Share all_or_nothing(bool right) {
  return {right ? 1 : 0, 1};
}

Share share_by_kind(const exam::Question& question, const wire::ChoiceAnswer& answer) {
  std::int64_t whole = 0;
  std::int64_t right = 0;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const bool picked = std::find(answer.options.begin(), answer.options.end(), i) != answer.options.end();
    whole += question.options[i].right ? 1 : 0;
    if (picked) right += question.options[i].right ? 1 : -1;
  }
  const bool mostly_right = static_cast<std::int64_t>(question.options.size()) - whole < 2;
  if (mostly_right && right != whole) right = 0;
  return {std::max<std::int64_t>(right, 0), whole};
}

Share share_by_kind(const exam::Question& question, const wire::NumericAnswer& answer) {
  return all_or_nothing(std::abs(answer.micros - question.numeric.micros) <= question.numeric.tolerance_micros);
}

// Every pair of neighbours in rank, near or far: does the one that comes first stand first?
Share share_by_kind(const exam::Question& question, const wire::OrderAnswer& answer) {
  std::map<wire::OptionIndex, std::size_t> place;
  for (std::size_t i = 0; i < answer.options.size(); ++i) place[answer.options[i]] = i;
  Share share{0, 0};
  for (std::size_t i = 0; i < question.arrangement.size(); ++i) {
    for (std::size_t k = i + 1; k < question.arrangement.size(); ++k) {
      share.first += place.at(question.arrangement[i]) < place.at(question.arrangement[k]) ? 1 : 0;
      ++share.second;
    }
  }
  return share;
}

Share share_by_kind(const exam::Question& question, const wire::MatchAnswer& answer) {
  Share share{0, static_cast<std::int64_t>(answer.matches.size())};
  for (std::size_t i = 0; i < answer.matches.size(); ++i)
    share.first += answer.matches[i] == question.arrangement[i] ? 1 : 0;
  return share;
}

}  // namespace

std::string plain(std::string text) {
  for (const auto& [letter, folded] : {std::pair{"ñ", "n"}, {"Ñ", "n"}, {"Ú", "u"}, {"ú", "u"}, {"\t", " "}}) {
    for (std::size_t at = text.find(letter); at != std::string::npos; at = text.find(letter)) {
      text.replace(at, std::string_view(letter).size(), folded);
    }
  }
  std::string result;
  for (const char letter : text) {
    const bool upper = letter >= 'A' && letter <= 'Z';
    if (letter != ' ' || (!result.empty() && result.back() != ' ')) {
      result.push_back(upper ? static_cast<char>(letter - 'A' + 'a') : letter);
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

namespace {

Share share_by_kind(const exam::Question& question, const wire::TextAnswer& answer) {
  const auto& accepted = question.text.accepted;
  return all_or_nothing(std::any_of(accepted.begin(), accepted.end(), [&answer](const std::string& spelling) {
    return plain(spelling) == plain(answer.text);
  }));
}

}  // namespace

Share share_of(const exam::Question& question, const wire::Answer& answer) {
  return std::visit([&](const auto& given) { return share_by_kind(question, given); }, answer);
}

// The formulas as they are published, with the time in tenths: full points below half a second, else P (1 - t / 2T); the
// whole of it times the share, rounded at the end.
std::int64_t worth(const wire::RoomSettings& settings, Share share, std::int64_t tenths, std::uint32_t allowed_tenths,
                   std::optional<wire::Certainty> certainty) {
  const bool right = share.first == share.second;
  if (settings.scoring == wire::Scoring::Exam) return right ? 1000 : 0;
  if (settings.scoring == wire::Scoring::Certainty) {
    const std::size_t sure = static_cast<std::size_t>(certainty.value());
    return right ? std::array{100, 200, 300}.at(sure) : std::array{0, -200, -600}.at(sure);
  }
  if (!settings.partial_credit && !right) share.first = 0;
  if (share.first == 0) return -10 * std::int64_t{settings.penalty_percent};
  const long double allowed = 2.0L * allowed_tenths;
  const bool at_once = settings.scoring == wire::Scoring::Accuracy || tenths < 5;
  const long double spent = at_once ? 0.0L : static_cast<long double>(tenths);
  return std::llround(1000.0L * (allowed - spent) * static_cast<long double>(share.first) /
                      (allowed * static_cast<long double>(share.second)));
}

std::int64_t bonus(const wire::RoomSettings& settings, std::uint32_t streak) {
  const bool known = settings.scoring == wire::Scoring::Speed || settings.scoring == wire::Scoring::Accuracy;
  if (!settings.streak_bonus || !known || streak < 2) return 0;
  return streak > 6 ? 500 : 100 * (std::int64_t{streak} - 1);
}

bool shares_agree(const wire::ExamShare& shown, std::uint32_t right, std::uint32_t all) {
  if (shown.right_count != right || shown.question_count != all) return false;
  const long double n = all;
  const long double p = right / n;
  const long double z = 1.6448536269514722L;
  const long double middle = p + z * z / (2 * n);
  const long double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const auto near = [](std::uint32_t told, long double exact) { return std::abs(told - 1000 * exact) <= 1.001L; };
  return near(shown.right_thousandths, p) && near(shown.low_thousandths, (middle - spread) / (1 + z * z / n)) &&
         near(shown.high_thousandths, (middle + spread) / (1 + z * z / n));
}

exam::Question with_other_key(exam::Question question, const wire::CorrectKey& key) {
  if (!question.arrangement.empty()) {
    question.arrangement = key.options;
    return question;
  }
  for (exam::Option& option : question.options) option.right = false;
  for (const wire::OptionIndex right : key.options) question.options.at(right).right = true;
  question.numeric.micros = key.numeric_micros;
  question.numeric.tolerance_micros = key.numeric_tolerance_micros;
  question.text.accepted = key.spellings;
  return question;
}

}  // namespace certamen::sim
