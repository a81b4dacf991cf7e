#include "content/exchange/domains.hpp"

#include <algorithm>
#include <map>

namespace certamen::content {

void settle_domains(std::vector<Topic>& topics) {
  for (Topic& topic : topics) {
    std::map<wire::ExamDomain, std::size_t> counts;
    for (Question& question : topic.questions) {
      question.domain = question.domain.value_or(topic.domain);
      ++counts[*question.domain];
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& left, const auto& right) { return left.second < right.second; });
    if (most != counts.end()) topic.domain = most->first;
    for (Question& question : topic.questions) {
      if (question.domain == topic.domain) question.domain.reset();
    }
  }
}

}  // namespace certamen::content
