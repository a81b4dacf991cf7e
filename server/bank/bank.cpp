#include "server/bank/bank.hpp"

#include <fmt/core.h>

#include <utility>

#include "server/bank/connection.hpp"
#include "server/bank/load_question.hpp"
#include "server/bank/names.hpp"
#include "server/bank/option_order.hpp"
#include "server/bank/statement.hpp"

namespace certamen::bank {

Bank::Bank(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Bank::Bank(Bank&&) noexcept = default;
Bank& Bank::operator=(Bank&&) noexcept = default;
Bank::~Bank() = default;

wire::Result<Bank> Bank::open(const std::string& path) {
  return read(Connection::open(path));
}

wire::Result<Bank> Bank::open_image(std::string_view bytes, const std::string& name) {
  return read(Connection::open_image(bytes, name));
}

wire::Result<Bank> Bank::read(wire::Result<std::unique_ptr<Connection>> connection) {
  if (!connection) return tl::unexpected(connection.error());
  Bank bank(std::move(*connection));
  const std::string& name = bank.connection_->name();
  if (auto read = bank.read_contents(); !read) {
    return wire::fault(fmt::format("bank {}: cannot be read: {}", name, read.error().what));
  }
  if (bank.candidates_.empty()) {
    return wire::fault(
        fmt::format("bank {}: holds no question that can be played; add questions to the topics and build it again", name));
  }
  return bank;
}

wire::Result<void> Bank::read_contents() {
  Statement bank(*connection_, "SELECT content_hash FROM bank");
  if (!bank.next()) return tl::unexpected(bank.fault().value_or(wire::Fault{"no row in table bank"}));
  content_hash_ = bank.text(0);

  std::map<std::string, std::uint32_t> playable_by_topic;
  Statement questions(*connection_, "SELECT id, topic, kind, domain, difficulty FROM questions ORDER BY id");
  while (questions.next()) {
    const auto kind = playable_kind(questions.text(2));
    const auto domain = domain_named(questions.text(3));
    if (!kind) continue;
    if (!domain) return wire::fault(fmt::format("question {} has an unknown domain", questions.text(0)));
    candidates_.push_back(exam::Candidate{questions.text(0), questions.text(1), *kind, *domain,
                                          static_cast<std::uint32_t>(questions.integer(4))});
    ++playable_by_topic[questions.text(1)];
  }
  if (questions.fault()) return tl::unexpected(*questions.fault());

  Statement topics(*connection_, "SELECT title_en, title_es, id, domain FROM topics ORDER BY id");
  while (topics.next()) {
    const auto playable = playable_by_topic.find(topics.text(2));
    const auto domain = domain_named(topics.text(3));
    if (playable == playable_by_topic.end() || !domain) continue;
    summaries_.push_back(TopicSummary{topics.text(2), topics.local_text(0), *domain, playable->second});
  }
  if (topics.fault()) return tl::unexpected(*topics.fault());

  Statement numbers(*connection_, "SELECT name, value FROM statistics");
  while (numbers.next()) statistics_[numbers.text(0)] = numbers.integer(1);
  if (numbers.fault()) return tl::unexpected(*numbers.fault());
  return {};
}

wire::Result<exam::Paper> Bank::draw_paper(const exam::DrawSpec& spec) const {
  const std::vector<std::string> ids = exam::draw(candidates_, spec);
  if (ids.size() < spec.question_count) {
    return wire::fault(fmt::format("only {} of {} questions fit the wish", ids.size(), spec.question_count));
  }
  // A sequence of its own, so that an option's place says nothing about which questions were drawn.
  constexpr std::uint64_t shuffle_salt = 0x6F7074696F6E73ULL;  // "options"
  exam::Random random(spec.seed ^ shuffle_salt);
  exam::Paper paper;
  paper.questions.reserve(ids.size());
  const Reading reading(*connection_);
  for (const std::string& id : ids) {
    auto question = load_question(*connection_, id);
    if (!question)
      return wire::fault(fmt::format("bank {}: question {} {}", connection_->name(), id, question.error().what));
    order_options(*question, random);
    paper.questions.push_back(std::move(*question));
  }
  return paper;
}

wire::Result<std::vector<Found>> Bank::search(const SearchWish& wish) const {
  auto found = bank::search(*connection_, wish);
  if (!found) return wire::fault(fmt::format("bank {}: cannot be searched: {}", connection_->name(), found.error().what));
  return found;
}

}  // namespace certamen::bank
