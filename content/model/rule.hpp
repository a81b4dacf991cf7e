// A rule of good questions: its name, what it costs to break it, where it comes from, and how to mend.
//
// Pure values.
#pragma once

#include <cstdint>
#include <string_view>

namespace certamen::content {

// An Error keeps a bank from being written; a Gap is an error in a file that is whole and a warning in others; a Warning
// can be defended by the question that it is about.
enum class Weight : std::uint8_t { Error, Gap, Warning };

// What a rule must see to judge: one file, or the whole bank. Rules of the bank are quiet on a few files, which are too few
// for shares and for telling rare words from common ones.
enum class Sight : std::uint8_t { File, Bank };

struct Rule {
  std::string_view id;  // "cue-longest": shown with every finding
  Weight weight = Weight::Warning;
  std::string_view guideline;  // of Haladyna, Downing and Rodriguez (2002) by number, or "ours"
  std::string_view mend;       // what to do, as "shorten the key or lengthen a distractor"
  Sight sight = Sight::File;
};

// Reading knows this one; all others are in content/check/rules.hpp.
inline constexpr Rule text_long{"text-long", Weight::Warning, "13", "shorten it to what the question needs"};

}  // namespace certamen::content
