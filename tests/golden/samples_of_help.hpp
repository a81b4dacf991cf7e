// Samples of what helps a person along: how points work, what is looked for, what is told of a control.
//
// Pure.
#pragma once

#include <vector>

#include "tests/golden/maker.hpp"
#include "tests/golden/samples.hpp"

namespace certamen::golden {

void add_samples_of_help(std::vector<Sample>& made, const Maker& maker);

}  // namespace certamen::golden
