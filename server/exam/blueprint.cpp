#include "server/exam/blueprint.hpp"

#include <algorithm>
#include <numeric>

namespace certamen::exam {

std::vector<std::uint32_t> apportion(std::uint32_t total, const std::vector<std::uint32_t>& weights) {
  std::vector<std::uint32_t> shares(weights.size());
  const std::uint64_t sum = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  if (sum == 0) return shares;
  std::vector<std::uint64_t> remainders(weights.size());
  std::uint32_t dealt = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::uint64_t parts = std::uint64_t{total} * weights[i];
    shares[i] = static_cast<std::uint32_t>(parts / sum);
    remainders[i] = parts % sum;
    dealt += shares[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&remainders](std::size_t left, std::size_t right) { return remainders[left] > remainders[right]; });
  for (std::size_t i = 0; dealt < total; ++i, ++dealt) ++shares[order[i]];
  return shares;
}

}  // namespace certamen::exam
