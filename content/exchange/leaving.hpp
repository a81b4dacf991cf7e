// What an export leaves behind, counted: a bank of a thousand questions gives one remark a matter.
//
// Plain value.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "content/exchange/exchange.hpp"

namespace certamen::content {

class Leaving {
 public:
  // `why` ends each remark, as in "Moodle XML has no place for them".
  explicit Leaving(std::string why) : why_(std::move(why)) {}

  // The topics that have the language, in their order; the others are counted. They live as long as `topics`.
  [[nodiscard]] std::vector<const Topic*> topics_in(const std::vector<Topic>& topics, wire::Language language);
  // One more thing that is left out.
  void count(const std::string& noun, const std::string& nouns);
  // The notes of a topic and the defences of its questions, where the other side has none.
  void count_notes(const Topic& topic);
  [[nodiscard]] std::vector<Remark> remarks() const;

 private:
  std::string why_;
  std::vector<Remark> topics_;
  std::map<std::string, std::pair<std::string, std::size_t>> left_;  // by plural: singular and how many
};

}  // namespace certamen::content
