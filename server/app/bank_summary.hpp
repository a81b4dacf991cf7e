// A bank as hubs tell clients of it.
//
// Pure.
#pragma once

#include "server/bank/bank.hpp"
#include "server/hub/bank_summary.hpp"

namespace certamen::app {

[[nodiscard]] hub::BankSummary summary_of(const bank::Bank& bank);

}  // namespace certamen::app
