// Builds the models behind the samples, one state at a time.
//
// Pure. Seat 1 is the host; seat 4 is one's own when one plays.
#pragma once

#include <string>

#include "client/model/model.hpp"
#include "tests/golden/texts.hpp"

namespace certamen::golden {

using wire::QuestionKind;

inline constexpr model::Instant now_of_all{std::chrono::seconds{1000}};
inline constexpr wire::SeatId own_seat{4};
inline constexpr std::uint32_t number_now = 3;

struct Maker {
  Texts texts;

  // ---- models ----
  [[nodiscard]] model::Model blank() const;
  [[nodiscard]] model::Model online() const;
  // With listed rooms, but for the last.
  [[nodiscard]] std::vector<model::FoundServer> servers_found(std::uint32_t count) const;
  [[nodiscard]] std::size_t player_count() const;
  [[nodiscard]] std::vector<wire::PointsRule> rules(wire::Scoring scoring) const;
  [[nodiscard]] model::Model seated(wire::Phase phase, wire::Role role) const;
  [[nodiscard]] model::Model asking(QuestionKind kind, wire::Role role, model::Duration left) const;
  [[nodiscard]] model::Model revealed(QuestionKind kind, wire::Role role) const;

  // ---- questions ----
  [[nodiscard]] wire::QuestionAnnounced announced(QuestionKind kind, std::uint32_t number = number_now) const;
  [[nodiscard]] wire::QuestionAsked asked(QuestionKind kind, model::Duration left) const;
  [[nodiscard]] wire::QuestionRevealed reveal(QuestionKind kind) const;
  void answer(model::Model& model, wire::Answer given, bool right) const;

  // ---- an exam ----
  [[nodiscard]] model::Model examining(QuestionKind kind, wire::Role role) const;
  [[nodiscard]] model::Model examined() const;

  // ---- standings ----
  [[nodiscard]] std::vector<wire::RankingRow> rows(wire::SeatId last_is) const;
  // Everybody gets a team in turn, of the settings' number.
  void in_teams(model::Model& model) const;
  [[nodiscard]] model::Model discussing(wire::QuestionKind kind, wire::Role role) const;
  [[nodiscard]] model::Model ranked(wire::Role role, model::Duration ago) const;
  [[nodiscard]] model::Model finished(wire::Role role, wire::Mode mode) const;
  [[nodiscard]] model::Model reviewing(QuestionKind kind) const;
};

}  // namespace certamen::golden
