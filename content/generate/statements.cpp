#include "content/generate/statements.hpp"

#include <algorithm>
#include <utility>

namespace certamen::content {
namespace {

struct Claim {
  ColumnWork* column = nullptr;
  const Entry* entry = nullptr;
  const Entry* other = nullptr;  // a sibling with another value; none where all rows have the same
  std::string id_rest;
  std::uint64_t hash = 0;
  bool holds = true;
};

// The sibling whose value would be believed: of quantities a neighbour in size.
const Entry* sibling_of(const Comparison& comparison, const Entry& entry, std::string_view id) {
  Entries others;
  for (const Entry& other : comparison.entries) {
    if (apart(comparison, entry, other)) others.push_back(&other);
  }
  if (others.empty()) return nullptr;
  others = hashed_order(others, id);
  if (comparison.column->type == ColumnType::Text) return others.front();
  const bool lower_wanted = stable_hash(id) % 2 == 0;
  const Entry* lower = nullptr;
  const Entry* higher = nullptr;
  for (const Entry* other : others) {
    if (other->micros < entry.micros && (lower == nullptr || other->micros > lower->micros)) lower = other;
    if (other->micros > entry.micros && (higher == nullptr || other->micros < higher->micros)) higher = other;
  }
  const Entry* wanted = lower_wanted ? lower : higher;
  if (wanted != nullptr) return wanted;
  return lower_wanted ? higher : lower;
}

std::vector<Claim> claims_of(std::vector<ColumnWork>& columns) {
  std::vector<Claim> claims;
  for (ColumnWork& column : columns) {
    if (!column.comparison.column->ask_statement) continue;
    for (const Entry& entry : column.comparison.entries) {
      Claim claim{&column, &entry, nullptr, entry.row->id.text + "-statement", 0, true};
      const std::string id = id_of(column.comparison, claim.id_rest);
      claim.hash = stable_hash(id);
      claim.other = sibling_of(column.comparison, entry, id + "/sibling");
      claim.holds = claim.other == nullptr || claim.hash % 2 == 0;
      claims.push_back(std::move(claim));
    }
  }
  return claims;
}

void balance(std::vector<Claim>& claims) {
  std::vector<Claim*> free;
  for (Claim& claim : claims) {
    if (claim.other != nullptr) free.push_back(&claim);
  }
  std::sort(free.begin(), free.end(), [](const Claim* left, const Claim* right) { return left->hash < right->hash; });
  const auto all = static_cast<std::ptrdiff_t>(claims.size());
  std::ptrdiff_t holding = std::count_if(claims.begin(), claims.end(), [](const Claim& claim) { return claim.holds; });
  for (Claim* claim : free) {
    const bool too_many_hold = holding - (all - holding) > 1;
    const bool too_few_hold = (all - holding) - holding > 1;
    if (!too_many_hold && !too_few_hold) return;
    if (claim->holds != too_many_hold) continue;
    claim->holds = !claim->holds;
    holding += claim->holds ? 1 : -1;
  }
}

Question statement_of(const Claim& claim, Findings& findings) {
  const Comparison& comparison = claim.column->comparison;
  const Column& column = *comparison.column;
  Question question = question_of(comparison, claim.id_rest, Kind::TrueFalse);
  question.prompt = claim.holds ? claim.entry->fact : sentence(column.state, claim.entry->row, &claim.other->value);
  question.body = Statement{claim.holds, reason_of(*claim.entry)};
  Entries told{claim.entry};
  std::vector<Sentence> sentences{{claim.entry->fact, false}, {claim.entry->because, true}};
  if (claim.other != nullptr) {
    told.push_back(claim.other);
    sentences.push_back({claim.other->fact, false});
  }
  sentences.push_back({column.why.value_or(Text{}), true});
  question.notes = claim.column->notes.citing(told);
  question.explanation = explanation(question, sentences, findings);
  return question;
}

}  // namespace

void add_statements(std::vector<ColumnWork>& columns, Findings& findings) {
  std::vector<Claim> claims = claims_of(columns);
  balance(claims);
  for (const Claim& claim : claims) claim.column->questions.push_back(statement_of(claim, findings));
}

}  // namespace certamen::content
