#include "content/report/find_part.hpp"

#include <algorithm>
#include <cctype>

#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

template <class Part>
const Part* with_id(const std::vector<Part>& parts, std::string_view id) {
  const auto found = std::find_if(parts.begin(), parts.end(), [id](const Part& part) { return part.id.text == id; });
  return found == parts.end() ? nullptr : &*found;
}

std::vector<std::string> all_ids(const std::vector<Topic>& topics) {
  std::vector<std::string> ids;
  for (const Topic& topic : topics) {
    ids.push_back(topic.id.text);
    for (const Question& question : topic.questions) ids.push_back(topic.id.text + "/" + question.id.text);
    for (const Note& note : topic.notes) ids.push_back(topic.id.text + "#" + note.id.text);
  }
  return ids;
}

std::string lower_case(std::string_view id) {
  std::string lower(id);
  for (char& letter : lower) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return lower;
}

}  // namespace

FoundPart find_part(const std::vector<Topic>& topics, std::string_view id) {
  const std::size_t mark = id.find_first_of("/#");
  const Topic* topic = with_id(topics, id.substr(0, mark));
  if (topic == nullptr || mark == std::string_view::npos) return {topic, nullptr, nullptr};
  const std::string_view part = id.substr(mark + 1);
  const Question* question = id[mark] == '/' ? with_id(topic->questions, part) : nullptr;
  const Note* note = question == nullptr ? with_id(topic->notes, part) : nullptr;
  if (question == nullptr && note == nullptr) return {};
  return {topic, question, note};
}

std::vector<std::string> citing(const Topic& topic, const Note& note) {
  std::vector<std::string> ids;
  for (const Question& question : topic.questions) {
    for (const Words& cited : question.notes) {
      if (cited.text == note.id.text) ids.push_back(topic.id.text + "/" + question.id.text);
    }
  }
  return ids;
}

std::vector<std::string> ids_like(const std::vector<Topic>& topics, std::string_view id, std::size_t count_max) {
  const std::vector<std::string> ids = all_ids(topics);
  const std::string wanted = lower_case(id);
  std::vector<std::string> like;
  std::vector<std::string_view> others;
  for (const std::string& each : ids) {
    const bool holds = !wanted.empty() && each.find(wanted) != std::string::npos;
    if (holds && like.size() < count_max) like.push_back(each);
    if (!holds) others.push_back(each);
  }
  while (like.size() < count_max) {
    const auto next = nearest(wanted, others);
    if (!next) break;
    like.emplace_back(*next);
    others.erase(std::find(others.begin(), others.end(), *next));
  }
  return like;
}

}  // namespace certamen::content
