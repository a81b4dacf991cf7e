#include "server/report/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace certamen::report {
namespace {

constexpr double alike = 1e-12;  // sums of thirds and quarters that should be equal differ by less

bool asked_everything(const Marks& marks) {
  return std::all_of(marks.begin(), marks.end(), [](const std::optional<Mark>& mark) { return mark.has_value(); });
}

double total_of(const Marks& marks) {
  double total = 0;
  for (const std::optional<Mark>& mark : marks) total += mark ? mark->credit : 0;
  return total;
}

// Pearson's product-moment correlation; none when either does not vary.
std::optional<double> correlation(const std::vector<double>& left, const std::vector<double>& right) {
  const auto count = static_cast<double>(left.size());
  double left_mean = 0;
  double right_mean = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    left_mean += left[i] / count;
    right_mean += right[i] / count;
  }
  double both = 0;
  double left_square = 0;
  double right_square = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    both += (left[i] - left_mean) * (right[i] - right_mean);
    left_square += (left[i] - left_mean) * (left[i] - left_mean);
    right_square += (right[i] - right_mean) * (right[i] - right_mean);
  }
  if (left_square < alike || right_square < alike) return std::nullopt;
  return both / std::sqrt(left_square * right_square);
}

// The mean of `credits` over the `size` players of the highest `totals`. Equals at the border share the places left.
double mean_of_best(const std::vector<double>& credits, const std::vector<double>& totals, std::size_t size) {
  std::vector<double> sorted = totals;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  const double border = sorted[size - 1];
  double above = 0;
  double above_count = 0;
  double at_border = 0;
  double border_count = 0;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    if (totals[i] > border + alike) {
      above += credits[i];
      ++above_count;
    } else if (totals[i] > border - alike) {
      at_border += credits[i];
      ++border_count;
    }
  }
  const auto places = static_cast<double>(size);
  return (above + at_border * (places - above_count) / border_count) / places;
}

Estimate discrimination(const std::vector<double>& credits, const std::vector<double>& rests, std::size_t question_count) {
  if (credits.size() < discrimination_players_min) return {std::nullopt, Thin::TooFewPlayers};
  if (question_count < discrimination_questions_min) return {std::nullopt, Thin::TooFewQuestions};
  return {correlation(credits, rests), Thin::AllAlike};
}

Estimate upper_lower(const std::vector<double>& credits, const std::vector<double>& totals, std::size_t question_count) {
  if (credits.size() < groups_players_min) return {std::nullopt, Thin::TooFewPlayers};
  if (question_count < discrimination_questions_min) return {std::nullopt, Thin::TooFewQuestions};
  const auto [least, most] = std::minmax_element(totals.begin(), totals.end());
  if (*most - *least < alike) return {std::nullopt, Thin::AllAlike};
  const auto size = static_cast<std::size_t>(std::lround(group_share * static_cast<double>(credits.size())));
  std::vector<double> worst_first;
  for (const double total : totals) worst_first.push_back(-total);
  return {mean_of_best(credits, totals, size) - mean_of_best(credits, worst_first, size), {}};
}

}  // namespace

std::vector<ItemStatistics> item_statistics(const std::vector<Marks>& players, std::size_t question_count) {
  std::vector<ItemStatistics> items(question_count);
  for (std::size_t question = 0; question < question_count; ++question) {
    ItemStatistics& item = items[question];
    double sum = 0;
    std::vector<double> credits;
    std::vector<double> totals;
    std::vector<double> rests;
    for (const Marks& marks : players) {
      const std::optional<Mark>& mark = marks.at(question);
      if (!mark) continue;
      ++item.asked;
      if (mark->answered) ++item.answered;
      if (mark->credit > 1 - alike) ++item.right;
      sum += mark->credit;
      if (!asked_everything(marks)) continue;
      credits.push_back(mark->credit);
      totals.push_back(total_of(marks));
      rests.push_back(totals.back() - mark->credit);
    }
    if (item.asked >= facility_players_min) item.facility.value = sum / static_cast<double>(item.asked);
    item.discrimination = discrimination(credits, rests, question_count);
    item.upper_lower = upper_lower(credits, totals, question_count);
  }
  return items;
}

std::vector<std::optional<Third>> thirds(const std::vector<Marks>& players) {
  std::vector<std::optional<Third>> result(players.size());
  std::vector<double> totals;
  for (const Marks& marks : players) {
    if (asked_everything(marks)) totals.push_back(total_of(marks));
  }
  if (totals.size() < thirds_players_min) return result;
  const auto [least, most] = std::minmax_element(totals.begin(), totals.end());
  if (*most - *least < alike) return result;
  for (std::size_t player = 0; player < players.size(); ++player) {
    if (!asked_everything(players[player])) continue;
    const double own = total_of(players[player]);
    const auto better = static_cast<std::size_t>(
        std::count_if(totals.begin(), totals.end(), [own](double total) { return total > own + alike; }));
    result[player] = static_cast<Third>(better * 3 / totals.size());
  }
  return result;
}

Histogram histogram(const std::vector<std::int64_t>& points, std::size_t bins) {
  Histogram result;
  result.counts.resize(bins);
  if (points.empty()) return result;
  const auto [least, most] = std::minmax_element(points.begin(), points.end());
  result.from = *least;
  const auto count = static_cast<std::int64_t>(bins);
  result.width = std::max<std::int64_t>(1, (*most - *least + count) / count);
  for (const std::int64_t each : points) ++result.counts[static_cast<std::size_t>((each - result.from) / result.width)];
  return result;
}

}  // namespace certamen::report
