// Words that no name may hold: the operator's list.
//
// Pure. Words and names are compared as folded() spells them, so case, homoglyphs and digits for letters do not help. A
// word is found where it is a whole word of the name, or several neighbouring parts of the name spell it ("w.o r-d");
// inside a longer word it is not, because honest names hold such letters.
#pragma once

#include <set>
#include <string>

#include "proto/wire/result.hpp"

namespace certamen::lobby {

class WordFilter {
 public:
  // A filter that forbids nothing.
  WordFilter() = default;

  // One word a line; empty lines and those that begin with # say nothing. A fault names the line: a word of several
  // parts, of nothing but signs, not UTF-8, or longer than a name.
  [[nodiscard]] static wire::Result<WordFilter> parse(const std::string& text);

  [[nodiscard]] bool forbids(const std::string& name) const;
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  std::set<std::string> words_;
};

}  // namespace certamen::lobby
