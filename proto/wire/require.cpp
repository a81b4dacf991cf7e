#include "proto/wire/require.hpp"

#include <cstdio>
#include <cstdlib>

namespace certamen::wire {

void require(bool holds, const char* what, const char* file, int line) {
  if (holds) return;
  std::fprintf(stderr, "%s:%d: broken invariant: %s\n", file, line, what);
  std::abort();
}

}  // namespace certamen::wire
