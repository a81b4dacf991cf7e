// What the commands print, in the same words.
#pragma once

#include <ostream>
#include <string>

#include "content/compile/compile.hpp"
#include "proto/wire/result.hpp"

namespace certamen::content {

// "certamen-bank: <what>"
void complain(const wire::Fault& fault, std::ostream& err);

[[nodiscard]] bool has_errors(const Compiled& compiled);

void print_findings(const Compiled& compiled, std::ostream& out);

// "110 topics, 1073 notes, 1079 questions: 0 errors, 0 warnings, 7 warnings defended"
[[nodiscard]] std::string summary(const Compiled& compiled);

// Whether a path that the user named is a bank rather than a topic file or a folder of them.
[[nodiscard]] bool is_bank(const std::string& source);

}  // namespace certamen::content
