#include "client/ui/motion.hpp"

namespace certamen::ui {

float eased(Moment since, Moment duration, Moment now) {
  if (now >= since + duration) return 1;
  if (now <= since) return 0;
  const float share = static_cast<float>((now - since).count()) / static_cast<float>(duration.count());
  const float rest = 1 - share;
  return 1 - rest * rest * rest;
}

}  // namespace certamen::ui
