#include "proto/wire/names.hpp"

#include <algorithm>

#include "proto/wire/codec_parts.hpp"

namespace certamen::wire {
namespace {

std::string plain(std::string name, std::size_t prefix_bytes) {
  name.erase(0, std::min(prefix_bytes, name.size()));
  std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return name;
}

}  // namespace

std::string name_of(Refusal reason) {
  return plain(codec::pb::Refusal_Name(codec::schema_enum<codec::pb::Refusal>(reason)), std::string("REFUSAL_").size());
}

std::string name_of(Farewell reason) {
  return plain(codec::pb::Farewell_Name(codec::schema_enum<codec::pb::Farewell>(reason)), std::string("FAREWELL_").size());
}

}  // namespace certamen::wire
