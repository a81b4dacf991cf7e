// Which pictures of a match are still to be taken.
//
// Pure: it says when and under which name; whoever owns the window takes the picture.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "client/app/shown.hpp"
#include "client/model/model.hpp"

namespace certamen::client_app {

class Camera {
 public:
  // The file's name, without folder, of the picture that is due now; each view is due once, when it has settled.
  [[nodiscard]] std::optional<std::string> due(const model::Model& model, const Shown& shown, wire::Instant now) const;
  void took(const Shown& shown) { taken_.insert(shown.view); }
  // When the present view will have settled, if its picture is still to be taken; local.
  [[nodiscard]] std::optional<wire::Instant> deadline(const Shown& shown) const;

 private:
  std::set<std::string> taken_;
};

}  // namespace certamen::client_app
