#include "client/app/errands.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace certamen::client_app {

namespace {

constexpr wire::Duration patience = std::chrono::seconds{20};

void append(std::vector<Errand>& all, std::vector<Errand> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

Errands::Errands(const Script& script) {
  if (script.tries_settings) append(left_, setting_errands());
  if (script.tries_teams) append(left_, team_errands());
  if (script.tries_orders) append(left_, order_errands());
}

bool Errands::hold(const Sight& sight, wire::Instant now, std::optional<Wish>& next) {
  next.reset();
  if (before_ && before_->model.room && !sight.model.room) return true;  // whoever has lost the room says so
  for (;;) {
    if (!before_) {
      const auto due = std::find_if(left_.begin(), left_.end(), [&](const Errand& each) { return each.due(sight); });
      if (due == left_.end()) return false;
      std::rotate(left_.begin(), due, due + 1);
      before_ = Before{sight.model, sight.scene};
      pressed_ = false;
      since_ = now;
    }
    // What was so already would prove nothing.
    const bool done = pressed_ && left_.front().seen(sight, *before_);
    if (!done && left_.front().passes && !left_.front().due(sight)) {
      before_.reset();
      continue;
    }
    if (!done) {
      next = left_.front().wish(sight, *before_);
      pressed_ = pressed_ || next.has_value();
      return true;
    }
    left_.erase(left_.begin());
    before_.reset();
  }
}

std::string Errands::failure(wire::Instant now) const {
  if (!before_ || now - since_ < patience) return {};
  return "waited in vain to see: " + left_.front().name;
}

std::optional<wire::Instant> Errands::deadline() const {
  if (!before_) return std::nullopt;
  return since_ + patience;
}

std::string Errands::left() const {
  std::string names;
  for (const Errand& each : left_) names += (names.empty() ? "" : ", ") + each.name;
  return names;
}

}  // namespace certamen::client_app
