#include "server/bank/bank.hpp"

#include <fmt/core.h>
#include <sqlite3.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "server/bank/load_question.hpp"
#include "server/bank/names.hpp"
#include "server/bank/option_order.hpp"
#include "server/bank/statement.hpp"

namespace certamen::bank {
namespace {

constexpr std::int64_t application_id = 0x43455254;  // "CERT", as content/schema writes it
constexpr std::int64_t schema_version = 2;
constexpr std::string_view build_it = "build one with: certamen-bank build content/topics content/tables -o bank.db";

// The first column of a query's only row.
wire::Result<std::string> ask(sqlite3* database, std::string_view sql) {
  Statement row(database, sql);
  const bool found = row.next();
  if (row.fault()) return tl::unexpected(*row.fault());
  if (!found) return wire::fault("no row");
  return row.text(0);
}

}  // namespace

void Bank::Closer::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

Bank::Bank(Connection database, std::string path) : database_(std::move(database)), path_(std::move(path)) {}
Bank::Bank(Bank&&) noexcept = default;
Bank& Bank::operator=(Bank&&) noexcept = default;
Bank::~Bank() = default;

wire::Result<Bank> Bank::open(const std::string& path) {
  std::error_code problem;
  const std::filesystem::file_status status = std::filesystem::status(path, problem);
  if (!std::filesystem::exists(status)) return wire::fault(fmt::format("bank {}: no such file; {}", path, build_it));
  if (std::filesystem::is_directory(status)) return wire::fault(fmt::format("bank {}: is a folder; name a bank file", path));

  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
  Bank bank(Connection(database), path);
  if (opened != SQLITE_OK) return wire::fault(fmt::format("bank {}: cannot be opened: {}", path, sqlite3_errmsg(database)));
  if (auto checked = bank.check(); !checked) return tl::unexpected(checked.error());
  if (auto read = bank.read_contents(); !read) {
    return wire::fault(fmt::format("bank {}: cannot be read: {}", path, read.error().what));
  }
  if (bank.candidates_.empty()) {
    return wire::fault(
        fmt::format("bank {}: holds no question that can be played; add questions to the topics and build it again", path));
  }
  return bank;
}

wire::Result<void> Bank::check() const {
  const auto wrong = [this](const std::string& what) { return wire::fault(fmt::format("bank {}: {}", path_, what)); };
  const auto identity = ask(database_.get(), "PRAGMA application_id");
  if (!identity) return wrong(fmt::format("is damaged or not a question bank ({}); {}", identity.error().what, build_it));
  if (*identity != std::to_string(application_id)) return wrong(fmt::format("is not a question bank; {}", build_it));
  const auto version = ask(database_.get(), "PRAGMA user_version");
  if (!version) return wrong(version.error().what);
  if (*version != std::to_string(schema_version)) {
    return wrong(
        fmt::format("has schema version {}, this program reads version {}; build the bank again with the certamen-bank "
                    "of this program",
                    *version, schema_version));
  }
  const auto sound = ask(database_.get(), "PRAGMA quick_check(1)");
  if (!sound) return wrong(fmt::format("is damaged ({}); build it again", sound.error().what));
  if (*sound != "ok") return wrong(fmt::format("is damaged ({}); build it again", *sound));
  return {};
}

wire::Result<void> Bank::read_contents() {
  auto hash = ask(database_.get(), "SELECT content_hash FROM bank");
  if (!hash) return tl::unexpected(hash.error());
  content_hash_ = std::move(*hash);

  std::map<std::string, std::uint32_t> playable_by_topic;
  Statement questions(database_.get(), "SELECT id, topic, kind, domain, difficulty FROM questions ORDER BY id");
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

  Statement topics(database_.get(), "SELECT title_en, title_es, id, domain FROM topics ORDER BY id");
  while (topics.next()) {
    const auto playable = playable_by_topic.find(topics.text(2));
    const auto domain = domain_named(topics.text(3));
    if (playable == playable_by_topic.end() || !domain) continue;
    summaries_.push_back(TopicSummary{topics.text(2), topics.local_text(0), *domain, playable->second});
  }
  if (topics.fault()) return tl::unexpected(*topics.fault());

  Statement numbers(database_.get(), "SELECT name, value FROM statistics");
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
  for (const std::string& id : ids) {
    auto question = load_question(database_.get(), id);
    if (!question) return wire::fault(fmt::format("bank {}: question {} {}", path_, id, question.error().what));
    order_options(*question, random);
    paper.questions.push_back(std::move(*question));
  }
  return paper;
}

}  // namespace certamen::bank
