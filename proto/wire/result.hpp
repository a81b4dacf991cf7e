// How our own interfaces report what went wrong: a value or a Fault, never an exception. Functions that return one are
// [[nodiscard]].
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace certamen::wire {

struct Fault {
  std::string what;  // one sentence for a log or an operator, in English, without a full stop
};

template <class T>
using Result = tl::expected<T, Fault>;

[[nodiscard]] inline tl::unexpected<Fault> fault(std::string what) {
  return tl::unexpected<Fault>(Fault{std::move(what)});
}

}  // namespace certamen::wire
