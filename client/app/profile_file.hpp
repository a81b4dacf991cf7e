// The profile on disk: a small JSON file that only its owner may read, for it holds tickets.
//
// Written aside and renamed, so that a crash leaves the old or the new one whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "client/model/profile.hpp"
#include "proto/wire/result.hpp"

namespace certamen::client_app {

// CERTAMEN_PROFILE, or else certamen/profile.json in XDG_CONFIG_HOME or ~/.config. Empty when none of these is set.
[[nodiscard]] std::filesystem::path profile_path();

// A profile as text and back. What is damaged or from a later version is left out, never guessed.
[[nodiscard]] std::string text_of(const model::Profile& profile);
[[nodiscard]] wire::Result<model::Profile> profile_of(std::string_view text);

// A missing file is an empty profile; an unreadable one is a fault.
[[nodiscard]] wire::Result<model::Profile> load_profile(const std::filesystem::path& path);
[[nodiscard]] wire::Result<void> save_profile(const std::filesystem::path& path, const model::Profile& profile);

}  // namespace certamen::client_app
