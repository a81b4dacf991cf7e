// What every scene must satisfy, found by machine: texts stay in their room, presses are unambiguous, type can be read.
//
// Pure; each check returns one sentence a problem, none when all is well.
#pragma once

#include <string>
#include <vector>

#include "client/ui/scene.hpp"

namespace certamen::ui {

// Texts wider or higher than the room they were given, and anything outside the scene.
[[nodiscard]] std::vector<std::string> overflows(const Scene& scene);

// Interactive regions that share an area, that lie outside the scene, or whose ids are not unique.
[[nodiscard]] std::vector<std::string> region_overlaps(const Scene& scene);

// Texts that lie on each other, unless something solid was painted between them.
[[nodiscard]] std::vector<std::string> text_overlaps(const Scene& scene);

// Texts of which something solid, painted later, hides a part. What lies under a dialogue's scrim does not count.
[[nodiscard]] std::vector<std::string> half_covered_texts(const Scene& scene);

// Texts whose contrast with what is painted under them is below WCAG AA: 4.5, or 3 for large type (32 units, bold 24).
[[nodiscard]] std::vector<std::string> weak_contrasts(const Scene& scene);

// Texts smaller than `size_min` units.
[[nodiscard]] std::vector<std::string> small_texts(const Scene& scene, float size_min);

// Texts that were shortened.
[[nodiscard]] std::vector<std::string> cut_texts(const Scene& scene);

}  // namespace certamen::ui
