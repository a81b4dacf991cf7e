#include "tests/golden/samples.hpp"

#include <algorithm>

#include "tests/golden/texts.hpp"

namespace certamen::golden {

namespace {

using namespace std::chrono_literals;
using wire::QuestionKind;

constexpr model::Instant now_of_all{std::chrono::seconds{1000}};
constexpr wire::SeatId own_seat{4};
constexpr std::uint32_t number_now = 3;

struct Maker {
  Texts texts;
  std::vector<Sample> made;

  // ---- models ----

  [[nodiscard]] model::Model blank() const {
    model::Model model;
    model.profile.language = texts.language();
    model.profile.name = texts.name(3);
    model.draft.address = "192.168.1.20:7040";
    return model;
  }

  [[nodiscard]] model::Model online() const {
    model::Model model = blank();
    model.connection.link = model::Link::Online;
    model.connection.address = model.draft.address;
    model.connection.number = 1;
    model.connection.heard_at_local = now_of_all;
    model.clock.synchronised = true;
    model.clock.round_trip = 12ms;
    model.topics = texts.topics();
    return model;
  }

  [[nodiscard]] std::size_t player_count() const { return texts.longest() ? 400 : 18; }

  // Seat 1 is the host; seat 4 is one's own when one plays.
  [[nodiscard]] model::Model seated(wire::Phase phase, wire::Role role) const {
    model::Model model = online();
    model.screen = model::Screen::Room;
    model::Room room;
    room.code = "K7M2PQ";
    room.role = role;
    room.plays = role == wire::Role::Player;
    room.seat = role == wire::Role::Host ? wire::SeatId{1} : own_seat;
    if (role == wire::Role::Host) room.host_ticket = wire::Ticket{};
    room.phase = phase;
    room.phase_since_local = now_of_all - 10s;
    room.roster[{1}] = {{1}, "Host", wire::Role::Host, false, true};
    for (std::size_t i = 0; i < player_count(); ++i) {
      const wire::SeatId seat{static_cast<std::uint32_t>(i + 2)};
      room.roster[seat] = {seat, seat == own_seat ? texts.name(3) : texts.name(i == 3 ? 30 : i), wire::Role::Player, true,
                           i % 7 != 5};
    }
    if (role == wire::Role::Spectator) room.roster[own_seat].plays = false;
    model.room = std::move(room);
    return model;
  }

  [[nodiscard]] model::Model asking(QuestionKind kind, wire::Role role, model::Duration left) const {
    model::Model model = seated(wire::Phase::Asking, role);
    model::Room& room = *model.room;
    room.announced = announced(kind);
    room.asked = asked(kind, left);
    if (role != wire::Role::Player) {
      const auto players = static_cast<std::uint32_t>(player_count());
      room.progress = wire::ProgressCounted{number_now, players * 2 / 3, players};
    }
    room.own_result = wire::OwnResult{.question_number = 2, .answered = true, .right = true, .points = 1730, .streak = 2};
    return model;
  }

  [[nodiscard]] model::Model revealed(QuestionKind kind, wire::Role role) const {
    model::Model model = asking(kind, role, 0s);
    model::Room& room = *model.room;
    room.phase = wire::Phase::Revealing;
    room.revealed = reveal(kind);
    room.own_result.reset();
    return model;
  }

  // ---- questions ----

  [[nodiscard]] wire::QuestionAnnounced announced(QuestionKind kind, std::uint32_t number = number_now) const {
    wire::QuestionAnnounced fact;
    fact.number = number;
    fact.total = texts.longest() ? 100 : 10;
    fact.kind = kind;
    fact.domain = wire::ExamDomain::HighPerforming;
    fact.difficulty = 2;
    fact.topic_title = texts.topic();
    fact.prompt = texts.prompt(kind);
    fact.opens_at = now_of_all - 20s;
    return fact;
  }

  [[nodiscard]] wire::QuestionAsked asked(QuestionKind kind, model::Duration left) const {
    wire::QuestionAsked fact;
    fact.number = number_now;
    fact.options = texts.options(kind);
    fact.choose = kind == QuestionKind::MultipleResponse ? 2 : 1;
    if (kind == QuestionKind::Numeric) fact.unit = texts.unit();
    fact.closes_at = now_of_all + left;
    fact.opens_at = fact.closes_at - 30s;
    fact.points_possible = 1000;
    return fact;
  }

  [[nodiscard]] wire::QuestionRevealed reveal(QuestionKind kind) const {
    wire::QuestionRevealed fact;
    fact.number = number_now;
    const auto options = texts.options(kind).size();
    const auto players = static_cast<std::uint32_t>(player_count());
    fact.player_count = players;
    fact.answered_count = players - 1;
    fact.right_count = players * 6 / 10;
    if (kind == QuestionKind::Numeric) {
      fact.numeric_key_micros = 21'000'000;
      fact.numeric_tolerance_micros = texts.longest() ? 1'500'000 : 0;
      fact.numeric_picks = {{21'000'000, fact.right_count, ""}, {7'000'000, 4, texts.reason()}, {49'000'000, 2, ""}};
      if (texts.longest()) fact.numeric_picks.push_back({123'456'789'123'456, 1, texts.reason()});
    } else {
      fact.key = {0};
      if (kind == QuestionKind::MultipleResponse) fact.key = {0, 1};
      for (std::size_t i = 0; i < options; ++i) {
        fact.picks_by_option.push_back(i == 0 ? fact.right_count
                                              : (players - fact.right_count) / static_cast<std::uint32_t>(i + 1));
        fact.reasons.push_back(texts.reason());
      }
    }
    fact.explanation = texts.explanation();
    fact.notes.push_back({texts.note(), texts.as_of(), "2026-11", "165, 172-175"});
    if (texts.longest()) fact.notes.push_back({texts.note(), "", "", "178"});
    return fact;
  }

  void answer(model::Model& model, wire::Answer given, bool right) const {
    model::Room& room = *model.room;
    room.own.locked = wire::AnswerLocked{number_now, std::move(given), 32};
    if (room.phase != wire::Phase::Revealing) return;
    room.own_result = wire::OwnResult{.question_number = number_now,
                                      .answered = true,
                                      .right = right,
                                      .answer_tenths = 32,
                                      .points_gained = right ? 870 : 0,
                                      .points = right ? 2600 : 1730,
                                      .streak = right ? 3U : 0U,
                                      .rank = 4,
                                      .player_count = 18,
                                      .right_count = 2};
  }

  // ---- standings ----

  [[nodiscard]] std::vector<wire::RankingRow> rows(wire::SeatId last_is) const {
    std::vector<wire::RankingRow> result;
    const std::size_t count = std::min<std::size_t>(player_count(), wire::ranking_rows_max);
    for (std::size_t i = 0; i < count; ++i) {
      wire::RankingRow row;
      row.seat = {static_cast<std::uint32_t>(i + 20)};
      row.name = texts.name(i + 5);
      row.rank = static_cast<std::uint32_t>(i == 3 ? 3 : i + 1);
      row.previous_rank = static_cast<std::uint32_t>(i == 0 ? 3 : i == 2 ? 1 : i + 1);
      row.points = (texts.longest() ? 987'654 : 2'890) - static_cast<std::int64_t>(i == 3 ? 2 : i) * 137;
      row.points_gained = static_cast<std::int64_t>(930 - 41 * i) * (i % 4 == 3 ? 0 : 1);
      row.right_count = i < 3 ? 3 : 2;
      result.push_back(row);
    }
    wire::RankingRow& own = result[std::min<std::size_t>(11, count - 1)];
    own.seat = last_is;
    own.name = texts.name(3);
    own.previous_rank = own.rank + 3;
    return result;
  }

  [[nodiscard]] model::Model ranked(wire::Role role, model::Duration ago) const {
    model::Model model = revealed(QuestionKind::SingleChoice, role);
    model::Room& room = *model.room;
    room.phase = wire::Phase::Ranking;
    model::Standings standings;
    standings.shown = {
        .after_question = number_now, .rows = rows(own_seat), .player_count = static_cast<std::uint32_t>(player_count())};
    standings.since_local = now_of_all - ago;
    const auto count = standings.shown.rows.size();
    for (std::size_t i = 0; i < count; ++i) {
      const wire::RankingRow& row = standings.shown.rows[i];
      const std::size_t from = i == 0 ? 2 : i == 2 ? 0 : i;
      standings.motion.push_back({row.seat, from, i, row.points - row.points_gained, row.points});
    }
    room.standings = std::move(standings);
    return model;
  }

  [[nodiscard]] model::Model finished(wire::Role role, wire::Mode mode) const {
    model::Model model = seated(wire::Phase::Finished, role);
    model::Room& room = *model.room;
    room.settings.mode = mode;
    wire::MatchFinished fact;
    fact.rows = rows(own_seat);
    if (mode == wire::Mode::Solo) fact.rows = {fact.rows[std::min<std::size_t>(11, fact.rows.size() - 1)]};
    fact.player_count = mode == wire::Mode::Solo ? 1 : static_cast<std::uint32_t>(player_count());
    fact.question_count = texts.longest() ? 100 : 10;
    fact.fastest_seat = fact.rows.front().seat;
    fact.fastest_tenths = 21;
    fact.streak_seat = fact.rows[std::min<std::size_t>(1, fact.rows.size() - 1)].seat;
    fact.streak_length = 5;
    room.finished = std::move(fact);
    return model;
  }

  [[nodiscard]] model::Model reviewing(QuestionKind kind) const {
    model::Model model = finished(wire::Role::Player, wire::Mode::Competition);
    model.screen = model::Screen::Review;
    model::Room& room = *model.room;
    room.review_asked = true;
    room.review_number = number_now;
    for (std::uint32_t number = 1; number <= room.finished->question_count; ++number) {
      wire::QuestionReviewed reviewed;
      reviewed.announced = announced(kind, number);
      reviewed.asked = asked(kind, 0s);
      reviewed.revealed = reveal(kind);
      const bool right = number % 3 != 0;
      if (kind == QuestionKind::Numeric) {
        reviewed.own_answer = wire::NumericAnswer{right ? 21'000'000 : 7'000'000};
      } else {
        reviewed.own_answer = wire::ChoiceAnswer{{static_cast<wire::OptionIndex>(right ? 0 : 1)}};
      }
      reviewed.own_result = wire::OwnResult{.question_number = number,
                                            .answered = true,
                                            .right = right,
                                            .answer_tenths = 48,
                                            .points_gained = right ? 840 : 0};
      room.review[number] = std::move(reviewed);
    }
    return model;
  }

  // ---- the collection ----

  Sample& add(const std::string& name, model::Model model) {
    made.push_back({name, std::move(model), {}, now_of_all});
    return made.back();
  }

  void add_forms();
  void add_rooms();
  void add_boards();
  void add_reveals();
  void add_endings();
  void add_overlays();
};

void Maker::add_forms() {
  model::Model first = blank();
  first.profile.name.clear();
  add("welcome", std::move(first)).state.welcome = true;
  add("start", blank());
  model::Model known = blank();
  known.profile.recent_servers = {"192.168.1.20:7040", "aula-3.example.org:7040"};
  known.profile.seats = {{"192.168.1.20:7040", "K7M2PQ", texts.name(3), {}, std::nullopt}};
  add("start_known", std::move(known));
  model::Model full = blank();
  full.connection.farewell = wire::Farewell::RoomClosed;
  add("start_farewell", std::move(full));

  model::Model solo = online();
  solo.screen = model::Screen::Solo;
  add("solo", solo);
  solo.draft.solo.topics = {solo.topics[0].id};
  solo.draft.solo.question_count = 30;
  add("solo_few", solo);
  solo.topics.clear();
  add("solo_waiting", solo);
  solo.connection.failures = 2;
  solo.connection.link = model::Link::Offline;
  add("solo_unreachable", std::move(solo));

  model::Model join = blank();
  join.screen = model::Screen::Join;
  add("join", join);
  join.draft.code = "K7M 2PX";
  join.draft.code_error = model::FieldError::CodeUnknown;
  join.draft.name_error = model::FieldError::NameTaken;
  join.draft.address_error = model::FieldError::AddressInvalid;
  add("join_errors", std::move(join));

  model::Model host = online();
  host.screen = model::Screen::Host;
  add("host", host);
  host.draft.address_error = model::FieldError::AddressInvalid;
  host.draft.name_error = model::FieldError::NameTooLong;
  add("host_errors", std::move(host));

  model::Model settings = blank();
  settings.screen = model::Screen::Settings;
  add("settings", std::move(settings));
}

void Maker::add_rooms() {
  model::Model entering = blank();
  entering.connection.address = "192.168.1.20:7040";
  entering.connection.link = model::Link::Connecting;
  entering.entry = wire::JoinRoom{"K7M2PQ", texts.name(3), wire::Role::Player};
  add("entering", entering);
  entering.connection.failures = 3;
  add("entering_failing", std::move(entering));
  model::Model empty = seated(wire::Phase::Gathering, wire::Role::Host);
  std::erase_if(empty.room->roster, [](const auto& entry) { return entry.second.plays; });
  add("lobby_empty", std::move(empty));
  add("lobby_host", seated(wire::Phase::Gathering, wire::Role::Host));
  add("lobby_player", seated(wire::Phase::Gathering, wire::Role::Player));
  add("drawing", seated(wire::Phase::Drawing, wire::Role::Player));
}

void Maker::add_boards() {
  for (const auto& [name, kind] :
       {std::pair{"reading", QuestionKind::SingleChoice}, {"reading_multiple", QuestionKind::MultipleResponse}}) {
    model::Model model = seated(wire::Phase::Reading, wire::Role::Player);
    model.room->announced = announced(kind);
    model.room->announced->opens_at = now_of_all + 2s;
    add(name, std::move(model));
  }
  add("asking_single", asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms));
  add("asking_true_false", asking(QuestionKind::TrueFalse, wire::Role::Player, 12s));
  model::Model several = asking(QuestionKind::MultipleResponse, wire::Role::Player, 9s);
  several.room->own.picks = {1};
  add("asking_multiple", several);
  several.room->own.picks = {1, 2};
  several.room->own.too_many_picks = true;
  add("asking_too_many", std::move(several));
  model::Model number = asking(QuestionKind::Numeric, wire::Role::Player, 25s);
  add("asking_numeric", number);
  number.room->own.numeric_text = "1 234,5x";
  number.room->own.numeric_error = model::NumberError::Malformed;
  add("asking_numeric_error", number);
  number.room->own = {};
  answer(number, wire::NumericAnswer{21'000'000}, true);
  add("locked_numeric", std::move(number));

  model::Model single = asking(QuestionKind::SingleChoice, wire::Role::Player, 4200ms);
  single.room->own.pending = model::PendingAnswer{number_now, wire::ChoiceAnswer{{1}}, now_of_all, 1};
  add("pending", single);
  single.room->own.pending.reset();
  answer(single, wire::ChoiceAnswer{{1}}, false);
  add("locked", single);
  single.room->own = {};
  single.room->asked->closes_at = now_of_all - 100ms;
  add("time_up", std::move(single));

  add("projector_single", asking(QuestionKind::SingleChoice, wire::Role::Spectator, 21400ms));
  add("host_multiple", asking(QuestionKind::MultipleResponse, wire::Role::Host, 14s));
  add("host_numeric", asking(QuestionKind::Numeric, wire::Role::Host, 5500ms));
  model::Model both = asking(QuestionKind::SingleChoice, wire::Role::Host, 14s);
  both.room->plays = true;
  add("host_plays", std::move(both));
}

void Maker::add_reveals() {
  model::Model right = revealed(QuestionKind::SingleChoice, wire::Role::Player);
  answer(right, wire::ChoiceAnswer{{0}}, true);
  add("reveal_right", std::move(right));
  model::Model wrong = revealed(QuestionKind::SingleChoice, wire::Role::Player);
  answer(wrong, wire::ChoiceAnswer{{1}}, false);
  add("reveal_wrong", std::move(wrong));
  model::Model none = revealed(QuestionKind::TrueFalse, wire::Role::Player);
  none.room->own_result = wire::OwnResult{.question_number = number_now};
  add("reveal_unanswered", std::move(none));
  model::Model several = revealed(QuestionKind::MultipleResponse, wire::Role::Player);
  answer(several, wire::ChoiceAnswer{{1, 4}}, false);
  add("reveal_multiple", std::move(several));
  model::Model number = revealed(QuestionKind::Numeric, wire::Role::Player);
  answer(number, wire::NumericAnswer{7'000'000}, false);
  add("reveal_numeric", std::move(number));
  add("reveal_host", revealed(QuestionKind::SingleChoice, wire::Role::Host));
  model::Model automatic = revealed(QuestionKind::Numeric, wire::Role::Spectator);
  automatic.room->revealed->continues_at = now_of_all + 5s;
  automatic.room->settings.pacing = wire::Pacing::Automatic;
  add("reveal_projector", std::move(automatic));
}

void Maker::add_endings() {
  add("ranking", ranked(wire::Role::Player, 5s));
  add("ranking_moving", ranked(wire::Role::Player, 150ms));
  model::Model host = ranked(wire::Role::Host, 5s);
  add("ranking_host", std::move(host));
  add("podium", finished(wire::Role::Player, wire::Mode::Competition));
  add("podium_solo", finished(wire::Role::Player, wire::Mode::Solo));
  add("review", reviewing(QuestionKind::SingleChoice));
  add("review_multiple", reviewing(QuestionKind::MultipleResponse));
  add("review_numeric", reviewing(QuestionKind::Numeric));
  model::Model loading = reviewing(QuestionKind::SingleChoice);
  loading.room->review.clear();
  add("review_loading", std::move(loading));
}

void Maker::add_overlays() {
  model::Model lost = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  lost.connection.link = model::Link::Lost;
  lost.connection.lost_since_local = now_of_all - 12s;
  lost.room->own.pending = model::PendingAnswer{number_now, wire::ChoiceAnswer{{1}}, now_of_all, 0};
  add("lost", std::move(lost));
  model::Model paused = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  paused.room->paused = wire::RoomPaused{wire::PauseReason::HostGone, now_of_all};
  add("paused_player", std::move(paused));
  model::Model own = asking(QuestionKind::SingleChoice, wire::Role::Host, 21400ms);
  own.room->paused = wire::RoomPaused{wire::PauseReason::HostAsked, now_of_all};
  add("paused_host", std::move(own));
  model::Model later = ranked(wire::Role::Host, 5s);
  later.room->paused = wire::RoomPaused{wire::PauseReason::HostAsked, now_of_all};
  add("paused_ranking", std::move(later));
  model::Model trouble = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  trouble.room->storage_failing = true;
  add("trouble", std::move(trouble));
  model::Model refused = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  refused.notices = {{wire::Refusal::TooFewQuestions, now_of_all - 1s}};
  refused.room->own.refused = wire::Refusal::TooLate;
  add("refused", std::move(refused));
  model::Model notice = blank();
  notice.connection.address = notice.draft.address;
  notice.notices = {{model::Remark::ConnectionFailed, now_of_all - 1s}};
  add("notice", std::move(notice));
  const model::Model board = asking(QuestionKind::SingleChoice, wire::Role::Host, 21400ms);
  add("menu", board).state.overlay = screens::Overlay::Menu;
  add("ask_leave", board).state.overlay = screens::Overlay::AskLeave;
  add("ask_end", board).state.overlay = screens::Overlay::AskEnd;
}

}  // namespace

std::vector<Sample> samples(wire::Language language, Wording wording) {
  Maker maker{Texts{language, wording}, {}};
  maker.add_forms();
  maker.add_rooms();
  maker.add_boards();
  maker.add_reveals();
  maker.add_endings();
  maker.add_overlays();
  return std::move(maker.made);
}

}  // namespace certamen::golden
