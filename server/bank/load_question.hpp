// One question from a bank, whole.
//
// A part of server/bank.
#pragma once

#include <string>

#include "proto/wire/result.hpp"
#include "server/exam/question.hpp"

namespace certamen::bank {

class Connection;

// Options as the author wrote them, true before false. A fault when the bank cannot be read or has no such question.
wire::Result<exam::Question> load_question(Connection& database, const std::string& id);

}  // namespace certamen::bank
