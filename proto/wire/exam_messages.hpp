// The parts of protocol 1 that only the exam simulation uses, as plain structs. A part of messages.hpp.
#pragma once

#include "proto/wire/types.hpp"

namespace certamen::wire {

// ---- what a client wishes ----

// Exam simulation: asks for the whole paper, without its keys; answered by one PaperQuestion a question.
struct FetchPaper {
  bool operator==(const FetchPaper&) const = default;
};
// Exam simulation: a mark on the own paper, kept by the server.
struct FlagQuestion {
  std::uint32_t question_number = 0;
  bool flagged = true;
  bool operator==(const FlagQuestion&) const = default;
};
// Exam simulation: nothing of the own paper is to change any more.
struct HandIn {
  bool operator==(const HandIn&) const = default;
};

// ---- facts ----

// Exam simulation: the paper can be fetched, and every question answered and answered otherwise until closes_at. A pause
// moves both times as RoomResumed says.
struct ExamOpened {
  std::uint32_t question_count = 0;
  Instant opens_at{};
  Instant closes_at{};
  bool operator==(const ExamOpened&) const = default;
};
struct QuestionFlagged {
  std::uint32_t question_number = 0;
  bool flagged = false;
  bool operator==(const QuestionFlagged&) const = default;
};
struct PaperHandedIn {
  bool operator==(const PaperHandedIn&) const = default;
};
// Right answers of some questions, and the interval in which the true share lies with 90 % confidence.
struct ExamShare {
  std::uint32_t right_count = 0;
  std::uint32_t question_count = 0;
  std::uint32_t right_thousandths = 0;  // rounded half up
  std::uint32_t low_thousandths = 0;    // rounded down
  std::uint32_t high_thousandths = 0;   // rounded up
  bool operator==(const ExamShare&) const = default;
};
struct DomainResult {
  ExamDomain domain = ExamDomain::Secure;
  ExamShare share;
  bool operator==(const DomainResult&) const = default;
};
// The scaled figures, from 100 to 1000, are an estimate: the real exam's scale is not published.
struct ExamResult {
  ExamShare whole;
  std::vector<DomainResult> domains;  // those the paper asked about
  std::uint32_t scaled_estimate = 0;
  std::uint32_t scaled_low = 0;
  std::uint32_t scaled_high = 0;
  std::uint32_t pass_mark = 0;
  std::uint32_t unscored_count = 0;  // questions that were asked and are in none of the shares
  bool operator==(const ExamResult&) const = default;
};

// What a whole class made of some questions: every player's answer to each of them, blanks included, and the interval in
// which the share would lie with 90 % confidence on other questions like these.
struct ClassShare {
  std::uint32_t question_count = 0;
  std::uint32_t answer_count = 0;
  std::uint32_t right_count = 0;
  std::uint32_t right_thousandths = 0;  // rounded half up
  std::uint32_t low_thousandths = 0;    // rounded down
  std::uint32_t high_thousandths = 0;   // rounded up
  bool operator==(const ClassShare&) const = default;
};
struct ClassDomain {
  ExamDomain domain = ExamDomain::Secure;
  ClassShare share;
  bool operator==(const ClassDomain&) const = default;
};
struct MissedQuestion {
  std::uint32_t number = 0;
  ExamDomain domain = ExamDomain::Secure;
  std::string prompt;
  std::uint32_t wrong_count = 0;  // players whose answer was not right
  std::uint32_t blank_count = 0;  // and those who gave none
  bool operator==(const MissedQuestion&) const = default;
};
struct ClassRow {
  SeatId seat;
  std::uint32_t right_count = 0;
  std::uint32_t scaled_estimate = 0;  // passed: at least pass_mark
  bool handed_in = false;
  bool operator==(const ClassRow&) const = default;
};
// Exam simulation, for hosts: the whole class at the end.
struct ClassReported {
  ClassShare whole;
  std::vector<ClassDomain> domains;    // those the paper asked about
  std::vector<MissedQuestion> missed;  // most missed first, at most missed_questions_max; none that everybody had right
  std::vector<ClassRow> rows;          // every player, best first
  std::uint32_t player_count = 0;
  std::uint32_t handed_in_count = 0;
  std::uint32_t passed_count = 0;
  std::uint32_t pass_mark = 0;
  std::uint32_t unscored_count = 0;  // as in ExamResult
  bool operator==(const ClassReported&) const = default;
};

}  // namespace certamen::wire
