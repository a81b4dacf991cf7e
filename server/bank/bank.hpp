// The question bank: what certamen-bank wrote, opened to draw papers from.
//
// Owns a read-only SQLite connection; used by one thread at a time, which may be another one than opened it. Candidates
// and topics are read when it is opened, questions when they are drawn.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "proto/wire/result.hpp"
#include "server/bank/search.hpp"
#include "server/exam/draw.hpp"
#include "server/exam/question.hpp"

namespace certamen::bank {

class Connection;

struct TopicSummary {
  std::string id;
  exam::LocalText title;
  wire::ExamDomain domain = wire::ExamDomain::Secure;
  std::uint32_t question_count = 0;  // playable
  bool operator==(const TopicSummary&) const = default;
};

class Bank {
 public:
  // A fault in one sentence, with what to do about it, when the file is missing, no bank, damaged, of another schema
  // version, or without a playable question.
  static wire::Result<Bank> open(const std::string& path);
  // The same for the bytes of a bank, which are copied; `name` stands for the path in faults.
  static wire::Result<Bank> open_image(std::string_view bytes, const std::string& name);
  Bank(Bank&&) noexcept;
  Bank& operator=(Bank&&) noexcept;
  ~Bank();

  // Every playable question, sorted by id.
  [[nodiscard]] const std::vector<exam::Candidate>& candidates() const { return candidates_; }
  // Every topic with a playable question, sorted by id.
  [[nodiscard]] const std::vector<TopicSummary>& summaries() const { return summaries_; }
  // SHA-256 of the content, 64 hexadecimal digits: equal hashes, equal questions.
  [[nodiscard]] const std::string& content_hash() const { return content_hash_; }
  // Playable questions.
  [[nodiscard]] std::uint32_t question_count() const { return static_cast<std::uint32_t>(candidates_.size()); }
  // The compiler's numbers by name; content/compile/statistics.hpp names them.
  [[nodiscard]] const std::map<std::string, std::int64_t>& statistics() const { return statistics_; }

  // exam::draw over the candidates, with the options of choices shuffled from the same seed. A fault when fewer questions
  // fit the wish than it asks for, and when the file cannot be read any more. Requires spec.question_count > 0.
  wire::Result<exam::Paper> draw_paper(const exam::DrawSpec& spec) const;

  // Questions and notes that hold the words; search.hpp says how. Nothing when the wish has no word.
  wire::Result<std::vector<Found>> search(const SearchWish& wish) const;

 private:
  explicit Bank(std::unique_ptr<Connection> connection);
  static wire::Result<Bank> read(wire::Result<std::unique_ptr<Connection>> connection);
  wire::Result<void> read_contents();

  std::unique_ptr<Connection> connection_;
  std::string content_hash_;
  std::vector<exam::Candidate> candidates_;
  std::vector<TopicSummary> summaries_;
  std::map<std::string, std::int64_t> statistics_;
};

}  // namespace certamen::bank
