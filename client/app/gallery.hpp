// The kit's gallery as pictures in a folder.
#pragma once

#include "client/app/options.hpp"

namespace certamen::client_app {

// Paints every page in every theme and language into options.gallery, in options' size, and returns the program's exit code.
// Complaints go to standard error.
[[nodiscard]] int paint_gallery(const Options& options);

}  // namespace certamen::client_app
