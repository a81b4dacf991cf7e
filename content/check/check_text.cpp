#include "content/check/check_text.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "content/model/measures.hpp"

namespace certamen::content {

std::string doubled_word(const std::string& text) {
  const std::string plain = folded(text);
  std::string before;
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', begin), plain.size());
    std::string word = plain.substr(begin, end - begin);
    const bool letters = std::all_of(word.begin(), word.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
    if (letters && !word.empty() && word == before) return word;
    before = std::move(word);
    begin = end + 1;
  }
  return {};
}

}  // namespace certamen::content
