// What may stand only once in a file or a question; a part of check.hpp.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Each id once; the line says where it was first used.
class DistinctIds {
 public:
  DistinctIds(std::string_view noun, Findings& findings) : noun_(noun), findings_(findings) {}
  void add(const Words& id);

 private:
  std::string_view noun_;
  Findings& findings_;
  std::map<std::string, int> lines_;
};

// Texts that mean the same in a language, each with its place; a text seen before is an error.
class Distinct {
 public:
  Distinct(std::string_view noun, Findings& findings) : noun_(noun), findings_(findings) {}
  void add(const Text& text);

 private:
  using Seen = std::map<std::string, int>;
  bool add(Seen& seen, const Words& words);

  std::string_view noun_;
  Findings& findings_;
  Seen english_;
  Seen spanish_;
};

}  // namespace certamen::content
