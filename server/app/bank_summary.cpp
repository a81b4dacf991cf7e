#include "server/app/bank_summary.hpp"

namespace certamen::app {

hub::BankSummary summary_of(const bank::Bank& bank) {
  hub::BankSummary summary;
  summary.content_hash = bank.content_hash();
  summary.question_count = bank.question_count();
  for (std::size_t i = 0; i < wire::language_count; ++i) {
    for (const bank::TopicSummary& topic : bank.summaries()) {
      summary.topics[i].push_back({topic.id, topic.title.by_language[i], topic.domain, topic.question_count});
    }
  }
  return summary;
}

}  // namespace certamen::app
