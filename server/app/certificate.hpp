// The certificate that the server shows: the operator's, or one of its own making, kept beside the data file.
#pragma once

#include <optional>

#include "proto/tls/channel.hpp"
#include "server/app/options.hpp"

namespace certamen::app {

// Nothing where connections are to be plain. Makes the server's own certificate when there is none yet, readable by its
// owner alone and whole or not at all; a server whose data is kept in memory has a new one at each start. A fault names
// the file and what is wrong with it.
[[nodiscard]] wire::Result<std::optional<tls::Context>> encryption_of(const Options& options);

}  // namespace certamen::app
