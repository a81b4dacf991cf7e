// A rehearsal with simulated players, from the host's lobby: how many, how far they are, and go or no-go.
#include <algorithm>
#include <array>
#include <cmath>

#include "client/screens/console.hpp"
#include "client/screens/pages.hpp"
#include "client/ui/notice.hpp"

namespace certamen::screens {

namespace {

constexpr float check_height = 104;
constexpr float check_gap = 8;

std::string in_seconds(const Canvas& canvas, wire::Duration duration) {
  return canvas.words.quantity(std::chrono::ceil<std::chrono::milliseconds>(duration).count() * 1000, "");
}

// ---- before it ----

void draw_wish(const Canvas& canvas, ui::Rect inside) {
  const model::Rehearsal& rehearsal = canvas.model.rehearsal;
  const std::uint32_t most = model::rehearsal_bots_most(canvas.model);
  const std::uint32_t bots = std::clamp(rehearsal.bots, 1U, most);
  const ui::Button start{.id = "rehearsal.start",
                         .label = canvas.words(Key::RehearsalStart),
                         .key = canvas.words(Key::KeyEnter),
                         .style = ui::ButtonStyle::Primary,
                         .action = {"rehearsal.start", 0},
                         .mark = ui::MarkKind::Play,
                         .enabled = model::can_rehearse(canvas.model)};
  draw_panel_end(canvas, inside, {start});
  if (start.enabled) canvas.key(ui::KeyName::Enter, start.action);
  canvas.kit.scene.first_focus = start.id;
  ui::write_fitted(canvas.kit, ui::take_top(inside, 200, ui::gap_large), canvas.words(Key::RehearsalHelp),
                   {ui::Weight::Regular, 30, ui::label_size_min, 5}, canvas.theme().text, ui::Align::Left,
                   ui::VerticalAlign::Top);
  label(canvas, ui::take_top(inside, 36, ui::gap_small), canvas.words(Key::RehearsalPlayers));
  ui::Rect line = ui::take_top(inside, ui::control_height);
  ui::slider(canvas.kit, ui::take_left(line, std::min(line.width, 900.0F)),
             {.id = "rehearsal.bots",
              .value = static_cast<std::int64_t>(bots) - 1,
              .max = std::max<std::int64_t>(1, static_cast<std::int64_t>(most) - 1),
              .shown = std::to_string(bots),
              .action = "rehearsal.bots",
              .enabled = most > 1});
}

// ---- while it runs ----

void draw_progress(const Canvas& canvas, ui::Rect& room, const std::string& text, std::uint32_t done, std::uint32_t whole) {
  ui::write(canvas.kit, ui::take_top(room, 44, 6), text, {ui::body_size, ui::Weight::Medium, true}, canvas.theme().text);
  const ui::Rect track = ui::take_top(room, 16, ui::gap_large);
  ui::fill(canvas.kit, track, canvas.theme().line, 8);
  const float share = whole == 0 ? 0 : static_cast<float>(std::min(done, whole)) / static_cast<float>(whole);
  if (share > 0)
    ui::fill(canvas.kit, {track.x, track.y, std::max(16.0F, track.width * share), track.height}, canvas.theme().gold, 8);
}

void draw_running(const Canvas& canvas, ui::Rect inside) {
  const model::Rehearsal& rehearsal = canvas.model.rehearsal;
  const bool leaving = rehearsal.stage == model::RehearsalStage::Cancelling;
  const ui::Button cancel{.id = "rehearsal.cancel",
                          .label = canvas.words(Key::RehearsalCancel),
                          .key = "C",
                          .style = ui::ButtonStyle::Dangerous,
                          .action = {"rehearsal.cancel", 0},
                          .enabled = !leaving};
  draw_panel_end(canvas, inside, {cancel});
  if (!leaving) canvas.key("c", cancel.action);
  ui::Rect head = ui::take_top(inside, 160, ui::gap_large);
  ui::spinner(canvas.kit, ui::take_left(head, 160, ui::gap_large).centre(), 52);
  ui::write_fitted(canvas.kit, head, canvas.words(leaving ? Key::RehearsalCancelling : Key::RehearsalRunning),
                   {ui::Weight::SemiBold, ui::title_size, ui::body_size, 2}, canvas.theme().text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  const model::RehearsalProgress& progress = rehearsal.progress;
  const std::string players = canvas.words.number(rehearsal.bots);
  draw_progress(canvas, inside,
                canvas.words(Key::RehearsalJoined, {{"count", canvas.words.number(progress.joined)}, {"players", players}}),
                progress.joined, rehearsal.bots);
  draw_progress(canvas, inside,
                canvas.words(Key::RehearsalAnswered, {{"count", canvas.words.number(progress.answered)},
                                                      {"acknowledged", canvas.words.number(progress.acknowledged)}}),
                progress.acknowledged, std::max(progress.answered, 1U));
  draw_progress(
      canvas, inside,
      canvas.words(Key::RehearsalFinished, {{"count", canvas.words.number(progress.finished)}, {"players", players}}),
      progress.finished, rehearsal.bots);
}

// ---- after it ----

// What a check is called, what was measured, what it is held against, why, and what to do about it.
struct Told {
  std::string name;
  std::string measured;
  std::string bound;
  std::string reason;
  std::string mend;
};

Told told(const Canvas& canvas, model::RehearsalCheck check, const model::RehearsalMeasures& measures) {
  const Words& words = canvas.words;
  const auto bound = [&](wire::Duration most) { return words(Key::RehearsalBound, {{"bound", in_seconds(canvas, most)}}); };
  switch (check) {
    case model::RehearsalCheck::Joining:
      return {words(Key::RehearsalJoining),
              words(Key::RehearsalJoiningMeasured, {{"count", words.number(measures.joined)},
                                                    {"players", words.number(measures.wanted)},
                                                    {"seconds", in_seconds(canvas, measures.slowest_join)}}),
              bound(model::join_time_bound), words(Key::RehearsalJoiningReason), words(Key::RehearsalJoiningMend)};
    case model::RehearsalCheck::Opening:
      return {words(Key::RehearsalOpening),
              words(Key::RehearsalOpeningMeasured, {{"seconds", in_seconds(canvas, measures.opening_spread)}}),
              bound(model::opening_spread_bound), words(Key::RehearsalOpeningReason), words(Key::RehearsalOpeningMend)};
    case model::RehearsalCheck::Acknowledging:
      return {words(Key::RehearsalAcknowledging),
              words(Key::RehearsalAcknowledgingMeasured, {{"usual", in_seconds(canvas, measures.acknowledgement_p50)},
                                                          {"slow", in_seconds(canvas, measures.acknowledgement_p95)},
                                                          {"slowest", in_seconds(canvas, measures.acknowledgement_p99)}}),
              bound(model::acknowledgement_bound), words(Key::RehearsalAcknowledgingReason),
              words(Key::RehearsalAcknowledgingMend)};
    case model::RehearsalCheck::Answers: {
      const std::uint32_t unheard = measures.answered - std::min(measures.answered, measures.acknowledged);
      return {words(Key::RehearsalAnswers),
              words(Key::RehearsalAnswersMeasured,
                    {{"lost", words.number(measures.lost + unheard)}, {"answers", words.number(measures.answered)}}),
              words(Key::RehearsalBoundNone), words(Key::RehearsalAnswersReason), words(Key::RehearsalAnswersMend)};
    }
    case model::RehearsalCheck::Results:
      return {words(Key::RehearsalResults),
              words(Key::RehearsalResultsMeasured,
                    {{"count", words.number(measures.finished)}, {"players", words.number(measures.joined)}}),
              words(Key::RehearsalBoundAll), words(Key::RehearsalResultsReason), words(Key::RehearsalResultsMend)};
  }
  return {};
}

void draw_check(const Canvas& canvas, const ui::Rect& rect, const model::RehearsalFinding& finding, const Told& words) {
  const ui::Theme& theme = canvas.theme();
  ui::fill(canvas.kit, rect, theme.background, ui::corner_small);
  ui::Rect inside = ui::inset(rect, 16, 6);
  ui::draw(canvas.kit, finding.holds ? ui::MarkKind::Tick : ui::MarkKind::Cross, ui::take_left(inside, 44, ui::gap).centre(),
           38, finding.holds ? theme.right : theme.coral);
  const ui::Rect why = ui::take_right(inside, std::round(inside.width * 0.46F), ui::gap_large);
  ui::write_fitted(canvas.kit, why, finding.holds ? words.reason : words.mend,
                   {ui::Weight::Regular, ui::label_size, ui::text_size_min, 3}, finding.holds ? theme.muted : theme.text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  ui::Rect upper = ui::take_top(inside, inside.height / 2);
  ui::write_fitted(canvas.kit, ui::take_right(upper, 260, ui::gap), words.bound,
                   {ui::Weight::Regular, ui::label_size, ui::text_size_min, 1}, theme.muted, ui::Align::Right,
                   ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, upper, words.name, {ui::Weight::SemiBold, ui::body_size, ui::text_size_min, 1}, theme.text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, inside, words.measured, {ui::Weight::Medium, ui::label_size, ui::text_size_min, 1},
                   finding.holds ? theme.text : theme.coral, ui::Align::Left, ui::VerticalAlign::Middle);
}

std::string detail_of(const Canvas& canvas, const model::RehearsalMeasures& measures, bool go) {
  const Words& words = canvas.words;
  if (!measures.reached) return words(Key::RehearsalUnreachable);
  if (measures.refused) return words(Key::RehearsalRefused, {{"reason", words.of(*measures.refused)}});
  std::string text = go ? words.count(Key::RehearsalGoDetail, measures.joined) : words(Key::RehearsalNoGoDetail);
  if (measures.turned_away > 0) text += " " + words.count(Key::RehearsalTurnedAway, measures.turned_away);
  return text;
}

void draw_verdict(const Canvas& canvas, ui::Rect inside) {
  const ui::Theme& theme = canvas.theme();
  const model::RehearsalMeasures& measures = *canvas.model.rehearsal.measures;
  const model::RehearsalVerdict verdict = model::verdict_on(measures);
  const ui::Button again{
      .id = "rehearsal.again", .label = canvas.words(Key::RehearsalAgain), .key = "R", .action = {"rehearsal.again", 0}};
  draw_panel_end(canvas, inside, {again});
  canvas.key("r", again.action);
  ui::Rect head = ui::take_top(inside, 110, ui::gap);
  ui::draw(canvas.kit, verdict.go ? ui::MarkKind::Tick : ui::MarkKind::Cross, ui::take_left(head, 100, ui::gap).centre(), 88,
           verdict.go ? theme.right : theme.coral);
  const std::string word = canvas.words(verdict.go ? Key::RehearsalGo : Key::RehearsalNoGo);
  const ui::Font font{ui::display_size, ui::Weight::Bold, false};
  ui::write(canvas.kit, ui::take_left(head, ui::text_width(word, font) + 1, ui::gap_section), word, font,
            verdict.go ? theme.right : theme.coral);
  ui::write_fitted(canvas.kit, head, detail_of(canvas, measures, verdict.go),
                   {ui::Weight::Regular, ui::body_size, ui::text_size_min, 4}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  const auto count = static_cast<float>(std::max<std::size_t>(verdict.findings.size(), 1));
  const float height = std::min(check_height, (inside.height - check_gap * (count - 1)) / count);
  for (const model::RehearsalFinding& finding : verdict.findings) {
    draw_check(canvas, ui::take_top(inside, height, check_gap), finding, told(canvas, finding.check, measures));
  }
}

}  // namespace

ui::Button rehearsal_button(const Canvas& canvas) {
  return {.id = "rehearse", .label = canvas.words(Key::RehearsalOpen), .key = "R", .action = {"rehearse", 0}, .order = 1};
}

void draw_rehearsal(const Canvas& canvas) {
  const ui::Rect inside = draw_panel(canvas, canvas.words(Key::RehearsalTitle));
  const model::Rehearsal& rehearsal = canvas.model.rehearsal;
  if (rehearsal.stage == model::RehearsalStage::Ended && rehearsal.measures) return draw_verdict(canvas, inside);
  const bool runs =
      rehearsal.stage == model::RehearsalStage::Running || rehearsal.stage == model::RehearsalStage::Cancelling;
  if (runs) return draw_running(canvas, inside);
  draw_wish(canvas, inside);
}

}  // namespace certamen::screens
