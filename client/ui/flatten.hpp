// A scene that looks the same and costs less to paint: what lies under a dialogue's scrim is painted in the colours that it
// has there, without the scrim, and what the dialogue's panel covers is not painted at all.
//
// Pure. Only for painting: regions, shortcuts and scrolls are left out. A scene without a scrim stays as it is.
#pragma once

#include "client/ui/scene.hpp"

namespace certamen::ui {

// A scrim is a box without rounding or outline over the whole scene, the last one counts. Blending it over a picture is the
// same as blending it over each of its colours, because both are linear.
[[nodiscard]] Scene flattened(const Scene& scene);

}  // namespace certamen::ui
