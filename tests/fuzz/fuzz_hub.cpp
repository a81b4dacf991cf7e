#include "tests/fuzz/entries.hpp"
#include "tests/fuzz/hub_driver.hpp"

namespace certamen::fuzz {

void fuzz_hub(std::span<const std::byte> bytes) {
  constexpr std::size_t choices_max = 2000;  // longer rows find nothing that shorter ones do not, only slower
  HubDriver(Choices(bytes.first(std::min(bytes.size(), choices_max)))).run();
}

}  // namespace certamen::fuzz
