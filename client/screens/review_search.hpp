// Which questions of a review are looked for: by number, by words of prompt, options and topic, or only those missed.
//
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "client/model/events.hpp"
#include "client/model/model.hpp"
#include "client/screens/view_state.hpp"

namespace certamen::screens {

// Numbers, ascending; all of them when nothing is sought. Requires a room.
[[nodiscard]] std::vector<std::uint32_t> questions_found(const model::Model& model, std::string_view sought,
                                                         bool missed_only);

// After a change of what is looked for: the first of those found is wanted, unless the one looked at is among them.
void follow_search(const model::Model& model, const ViewState& state, std::vector<model::Event>& events);

// The nearest one before or after `number`; nothing when there is none.
[[nodiscard]] std::optional<std::uint32_t> found_before(const std::vector<std::uint32_t>& found, std::uint32_t number);
[[nodiscard]] std::optional<std::uint32_t> found_after(const std::vector<std::uint32_t>& found, std::uint32_t number);

}  // namespace certamen::screens
