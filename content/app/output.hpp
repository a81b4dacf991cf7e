// What the commands print, in the same words.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "content/compile/compile.hpp"
#include "content/exchange/exchange.hpp"
#include "proto/wire/result.hpp"

namespace certamen::content {

// "certamen-bank: <what>"
void complain(const wire::Fault& fault, std::ostream& err);

// Tables alone make no bank.
inline const wire::Fault no_topics{"no topic among the files; name the topics that the tables join"};

[[nodiscard]] bool has_errors(const Compiled& compiled);

void print_findings(const Compiled& compiled, std::ostream& out);

// "quiz.gift:12: what", without the line where there is none, and without the file where there is none.
void print_remarks(const std::string& file, const std::vector<Remark>& remarks, std::ostream& out);

// "110 topics, 20 tables, 1173 notes, 1579 questions: 0 errors, 0 warnings, 7 warnings defended", without tables and
// defended warnings where there are none
[[nodiscard]] std::string summary(const Compiled& compiled);

// Whether a path that the user named is a bank rather than a topic or table file or a folder of them.
[[nodiscard]] bool is_bank(const std::string& source);

}  // namespace certamen::content
