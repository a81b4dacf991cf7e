#include <cstddef>
#include <cstdint>

#include "tests/fuzz/entries.hpp"

// CERTAMEN_FUZZ_ENTRY is the entry function of the executable that this file is compiled for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  certamen::fuzz::CERTAMEN_FUZZ_ENTRY(std::as_bytes(std::span(data, size)));
  return 0;
}
