// A rehearsal in the lobby, and the way from a class report to a question.
#include "client/screens/act_parts.hpp"

namespace certamen::screens {

namespace {

std::uint32_t number_of(std::int64_t value) {
  return static_cast<std::uint32_t>(std::max<std::int64_t>(0, value));
}

void review_at(const Wish& wish) {
  wish.want(model::OpenReview{});
  wish.want(model::ShowReviewed{number_of(wish.value)});
}

}  // namespace

const Handlers& host_actions() {
  static const Handlers table{
      {"review.at", review_at},
      {"rehearse", [](const Wish& wish) { wish.state.overlay = Overlay::Rehearsal; }},
      {"rehearsal.bots", [](const Wish& wish) { wish.want(model::SetRehearsalBots{number_of(wish.value) + 1}); }},
      {"rehearsal.start", [](const Wish& wish) { wish.want(model::BeginRehearsal{}); }},
      {"rehearsal.cancel", [](const Wish& wish) { wish.want(model::StopRehearsal{}); }},
      {"rehearsal.again", [](const Wish& wish) { wish.want(model::ResetRehearsal{}); }},
  };
  return table;
}

}  // namespace certamen::screens
