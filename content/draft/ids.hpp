// Ids from texts of any script: lower-case letters a to z, digits and single hyphens.
//
// Pure. The same text gives the same id on any day; a text without a letter or digit gets one from its hash.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace certamen::content {

// At most `words_max` words and 40 characters.
[[nodiscard]] std::string id_of(std::string_view text, std::size_t words_max);

// Hands out ids that nobody has yet: a second "s3" is "s3-2".
class UniqueIds {
 public:
  [[nodiscard]] std::string take(const std::string& id);

 private:
  std::map<std::string, int> taken_;
};

}  // namespace certamen::content
