#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <vector>

#include "server/report/answers.hpp"
#include "server/report/exports.hpp"

namespace certamen::report {
namespace {

using Cells = std::vector<std::string>;

// Whether a spreadsheet would run it, once apostrophes are taken from its front; spaces before do not stop some.
bool is_formula(std::string_view text) {
  const std::size_t at = text.find_first_not_of("' ");
  return at != std::string_view::npos && std::string_view("=+-@\t\r").find(text[at]) != std::string_view::npos;
}

// A text of ours or of strangers.
std::string text(const std::string& words) {
  const std::string safe = is_formula(words) ? "'" + words : words;
  if (safe.find_first_of("\",;\t\r\n") == std::string::npos && !safe.starts_with(' ') && !safe.ends_with(' ')) return safe;
  std::string quoted = "\"";
  for (const char letter : safe) quoted.append(letter == '"' ? 2 : 1, letter);
  return quoted + '"';
}

// Cells that are ready: numbers of ours, which may be negative, and texts that went through text().
std::string row(const Cells& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (&cell == &cells.front() ? "" : ",") + cell;
  return line + "\r\n";
}

std::string number(const Estimate& estimate) {
  if (!estimate.value) return name_of(estimate.thin);
  const double value = std::abs(*estimate.value) < 0.00005 ? 0 : *estimate.value;
  return fmt::format("{:.4f}", value);
}

std::string in_seconds(wire::Duration length) {
  const std::int64_t millis = length.count() / 1'000;
  return fmt::format("{}{}.{:03}", millis < 0 ? "-" : "", std::abs(millis) / 1'000, std::abs(millis) % 1'000);
}

std::string in_seconds(std::uint64_t tenths) {
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::string players_table(const GameResults& results) {
  std::string table =
      row({"rank", "seat", "name", "points", "right", "answered", "asked", "right_seconds", "team", "unscored"});
  for (const PlayerResult& player : results.players) {
    table +=
        row({std::to_string(player.row.rank), std::to_string(player.row.seat.value), text(player.row.name),
             std::to_string(player.row.points), std::to_string(player.row.right_count),
             std::to_string(player.answered_count), std::to_string(player.asked_count), in_seconds(player.row.right_tenths),
             player.team == 0 ? "" : std::to_string(player.team), std::to_string(player.unscored_count)});
  }
  return table;
}

Cells answer_cells(const std::optional<AnswerResult>& answer) {
  if (!answer) return {"", "0", "0", "", "0", "0", "", "", "", "", "", "", "", ""};
  return {text(answer->words),
          answer->right ? "1" : "0",
          fmt::format("{}.{:03}", answer->credit_thousandths / 1000, answer->credit_thousandths % 1000),
          in_seconds(answer->tenths),
          std::to_string(answer->points),
          std::to_string(answer->bonus),
          answer->certainty ? name_of(*answer->certainty) : "",
          in_seconds(answer->received),
          in_seconds(answer->chosen),
          answer->time_credit ? in_seconds(*answer->time_credit) : "",
          std::to_string(percent_of(answer->allowance)),
          text(answer->first_words),
          answer->first_words.empty() ? ""
          : answer->first_right       ? "1"
                                      : "0",
          answer->first_words.empty() ? "" : in_seconds(answer->first_tenths)};
}

std::string answers_table(const GameResults& results) {
  std::string table = row({"seat", "name", "question", "question_id", "answer", "right", "credit", "seconds", "points",
                           "bonus", "certainty", "received_seconds", "client_stamp_seconds", "time_credit_seconds",
                           "time_percent", "first_answer", "first_right", "first_seconds", "ruling"});
  for (const PlayerResult& player : results.players) {
    for (std::size_t i = 0; i < results.questions.size(); ++i) {
      if (!player.asked[i]) continue;
      Cells cells = {std::to_string(player.row.seat.value), text(player.row.name),
                     std::to_string(results.questions[i].number), text(results.questions[i].id)};
      for (std::string& cell : answer_cells(player.answers[i])) cells.push_back(std::move(cell));
      cells.push_back(results.questions[i].ruling);
      table += row(cells);
    }
  }
  return table;
}

std::string questions_table(const GameResults& results) {
  std::string table = row({"question", "question_id", "kind", "domain", "difficulty", "topic", "prompt", "key", "asked",
                           "answered", "right", "facility", "discrimination", "upper_lower_27", "ruling"});
  for (const QuestionResult& question : results.questions) {
    const ItemStatistics& item = question.statistics;
    table += row({std::to_string(question.number), text(question.id), name_of(question.kind), name_of(question.domain),
                  std::to_string(question.difficulty), text(question.topic), text(question.prompt), text(question.key),
                  std::to_string(item.asked), std::to_string(item.answered), std::to_string(item.right),
                  number(item.facility), number(item.discrimination), number(item.upper_lower), question.ruling});
  }
  return table;
}

std::string choices_table(const GameResults& results) {
  std::string table =
      row({"question", "question_id", "choice", "right", "upper_third", "middle_third", "lower_third", "all"});
  for (const QuestionResult& question : results.questions) {
    const auto add = [&](const Choice& choice, const std::string& words) {
      Cells cells = {std::to_string(question.number), text(question.id), words, choice.right ? "1" : "0"};
      for (const std::size_t count : {choice.upper, choice.middle, choice.lower}) {
        cells.push_back(results.has_thirds ? std::to_string(count) : "");
      }
      cells.push_back(std::to_string(choice.count));
      table += row(cells);
    };
    for (const Choice& choice : question.choices) add(choice, text(choice.words));
    add(question.omitted, "(omitted)");
  }
  return table;
}

std::string fairness_table(const GameResults& results) {
  std::string table = row({"seat", "rank", "rank_without_credit", "answers", "credited", "credit_ms", "stamps_outside",
                           "round_trip_p50_ms", "round_trip_p95_ms"});
  for (const FairnessResult& player : results.fairness) {
    table += row({std::to_string(player.seat.value), std::to_string(player.rank), std::to_string(player.rank_without_credit),
                  std::to_string(player.answers), std::to_string(player.credited), std::to_string(player.credit_ms),
                  std::to_string(player.stamps_outside), std::to_string(player.round_trip_p50_ms),
                  std::to_string(player.round_trip_p95_ms)});
  }
  return table;
}

}  // namespace

std::string csv(const GameResults& results, Table table) {
  switch (table) {
    case Table::Players: return players_table(results);
    case Table::Answers: return answers_table(results);
    case Table::Questions: return questions_table(results);
    case Table::Choices: return choices_table(results);
    case Table::Fairness: return fairness_table(results);
  }
  return {};
}

}  // namespace certamen::report
