// A bank back as the topics it was made of, the reverse of bank_image.hpp.
//
// Reads one file. A bank keeps all of its content and nothing of how it was written: places are those of no file, a
// question that was a draft is not marked as one, a topic is of the origin that its questions have, and of the comparison
// table that a question was drawn from there is only the name.
#pragma once

#include <string>
#include <vector>

#include "content/model/topic.hpp"
#include "proto/wire/result.hpp"

namespace certamen::content {

// make_bank() of the topics has the content hash of the bank. A fault in one sentence when the file is missing, no bank,
// damaged or of another schema version.
[[nodiscard]] wire::Result<std::vector<Topic>> read_bank(const std::string& path);

}  // namespace certamen::content
