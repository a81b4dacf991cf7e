// Rules of what a player reads after answering, and of the time and the numbers of an answer.
//
// Pure.
#pragma once

#include <string_view>
#include <vector>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

void check_answers(const Question& question, Findings& findings);

// As-of remarks that are older than the newest one of the topics by more than remark_months_max, or later than `month`
// (YYYY-MM; the newest remark where it is empty). There is no clock here: what is new is what the bank says.
[[nodiscard]] std::vector<Finding> check_remarks(const std::vector<Topic>& topics, std::string_view month);

inline constexpr int remark_months_max = 18;

}  // namespace certamen::content
