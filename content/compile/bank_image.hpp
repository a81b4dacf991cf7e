// The bank of checked topics, as the bytes of its SQLite file.
//
// No file is touched. Deterministic: equal topics give equal bytes with the same SQLite library, on any day and machine.
#pragma once

#include <string>
#include <vector>

#include "content/model/topic.hpp"
#include "proto/wire/result.hpp"

namespace certamen::content {

struct BankImage {
  std::string bytes;
  std::string content_hash;  // SHA-256 of the content, 64 hexadecimal digits
};

// Requires topics of compile() without errors, in its order.
wire::Result<BankImage> make_bank(const std::vector<Topic>& topics);

}  // namespace certamen::content
