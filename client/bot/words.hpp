// Notices as plain English, for reports and logs; what people read on screens is worded there.
//
// Pure.
#pragma once

#include <string_view>

#include "client/model/model.hpp"

namespace certamen::bot {

[[nodiscard]] std::string_view word_of(const model::Notice& notice);

}  // namespace certamen::bot
