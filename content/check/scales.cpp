#include "content/check/scales.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "server/bank/option_order.hpp"

namespace certamen::content {
namespace {

std::vector<exam::Option> server_options(const Choice& choice) {
  std::vector<exam::Option> options;
  for (const Option& option : choice.options) {
    // Of a topic in one language the server has the same text in both.
    const std::string& text = option.text.en.text.empty() ? option.text.es.text : option.text.en.text;
    options.push_back(exam::Option{exam::LocalText{{text, text}}, {}, option.correct});
  }
  return options;
}

bool has_digit(const exam::Option& option) {
  const std::string& text = option.text.in(wire::Language::English);
  return std::any_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

}  // namespace

bool is_scale(const Choice& choice) {
  return bank::is_ascending_scale(server_options(choice));
}

bool is_shuffled_scale(const Choice& choice) {
  const std::vector<exam::Option> options = server_options(choice);
  if (options.size() < 2 || !std::all_of(options.begin(), options.end(), has_digit)) return false;
  if (bank::is_ascending_scale(options)) return false;
  const auto ascends = [](const exam::Option& left, const exam::Option& right) {
    return bank::is_ascending_scale({left, right});
  };
  for (std::size_t i = 0; i < options.size(); ++i) {
    for (std::size_t j = i + 1; j < options.size(); ++j) {
      if (!ascends(options[i], options[j]) && !ascends(options[j], options[i])) return false;
    }
  }
  return true;
}

}  // namespace certamen::content
