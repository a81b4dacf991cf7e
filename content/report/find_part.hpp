// A topic, a question or a note by its id.
//
// Pure; what is found points into the topics.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/model/topic.hpp"

namespace certamen::content {

struct FoundPart {
  const Topic* topic = nullptr;  // null: there is no such part
  const Question* question = nullptr;
  const Note* note = nullptr;  // with neither: the topic
};

// "<topic>", "<topic>/<question>", "<topic>#<note>"; after a slash a note too when there is no such question.
[[nodiscard]] FoundPart find_part(const std::vector<Topic>& topics, std::string_view id);

// Ids of the topic's questions that exercise the note.
[[nodiscard]] std::vector<std::string> citing(const Topic& topic, const Note& note);

// Ids that were probably meant, the likeliest first; at most `count_max`.
[[nodiscard]] std::vector<std::string> ids_like(const std::vector<Topic>& topics, std::string_view id,
                                                std::size_t count_max);

}  // namespace certamen::content
