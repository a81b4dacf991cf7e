#include <functional>
#include <string>
#include <vector>

#include "proto/wire/codec.hpp"
#include "proto/wire/codec_parts.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/proto/breaches.hpp"
#include "tests/unit/proto/sample_messages.hpp"

// What our structs can say and the wire must not: for every range one value on each outer side, refused by the field's
// name. tests/unit/proto/test_codec_fields.cpp does the same for what only the schema can say.
namespace certamen::wire {
namespace {

constexpr Instant too_early = instant_from_micros(-1);
constexpr Instant too_late = instant_from_micros((std::int64_t{1} << 53) + 1);

}  // namespace

TEST_CASE("a greeting outside its ranges is refused by name") {
  check_refused<ClientMessage, Hello>(
      proto_test::sample<Hello>(),
      {{"hello.protocol_min", [](Hello& hello) { hello.protocol_min = 0; }},
       {"hello.protocol_min", [](Hello& hello) { hello.protocol_min = hello.protocol_max + 1; }},
       {"hello.client_version", [](Hello& hello) { hello.client_version = letters(65); }},
       {"hello.server_password", [](Hello& hello) { hello.server_password = letters(password_bytes_max + 1); }},
       {"hello.language", [](Hello& hello) { hello.language = beyond(Language::Spanish); }}});
  check_refused<ClientMessage, ChooseLanguage>(
      {}, {{"language", [](ChooseLanguage& choice) { choice.language = beyond(Language::Spanish); }}});
}

TEST_CASE("settings outside their ranges are refused by name") {
  using S = RoomSettings;
  const std::vector<Breach<S>> breaches = {
      {"mode", [](S& s) { s.mode = beyond(Mode::TeamPractice); }},
      {"pacing", [](S& s) { s.pacing = beyond(Pacing::WhenAnswered); }},
      {"scoring", [](S& s) { s.scoring = beyond(Scoring::Exam); }},
      {"exam_seconds", [](S& s) { s.exam_seconds = exam_seconds_min - 1; }},
      {"exam_seconds", [](S& s) { s.exam_seconds = exam_seconds_max + 1; }},
      {"question_count", [](S& s) { s.question_count = 0; }},
      {"question_count", [](S& s) { s.question_count = questions_per_match_max + 1; }},
      {"capacity", [](S& s) { s.capacity = 0; }},
      {"capacity", [](S& s) { s.capacity = players_per_room_max + 1; }},
      {"answer_seconds", [](S& s) { s.answer_seconds = 1; }},
      {"answer_seconds", [](S& s) { s.answer_seconds = 301; }},
      {"reading_seconds", [](S& s) { s.reading_seconds = 0; }},
      {"reading_seconds", [](S& s) { s.reading_seconds = 31; }},
      {"reveal_seconds", [](S& s) { s.reveal_seconds = 0; }},
      {"reveal_seconds", [](S& s) { s.reveal_seconds = 121; }},
      {"ranking_seconds", [](S& s) { s.ranking_seconds = 0; }},
      {"ranking_seconds", [](S& s) { s.ranking_seconds = 61; }},
      {"difficulty_min", [](S& s) { s.difficulty_min = 0; }},
      {"difficulty_min", [](S& s) { s.difficulty_min = s.difficulty_max = 6; }},
      {"difficulty_max", [](S& s) { s.difficulty_max = 6; }},
      {"difficulty_max", [](S& s) { s.difficulty_min = 4, s.difficulty_max = 3; }},
      {"topics", [](S& s) { s.topics = std::vector<std::string>(topics_max + 1, "t"); }},
      {"topics", [](S& s) { s.topics = {letters(topic_id_bytes_max + 1)}; }},
      {"domains", [](S& s) { s.domains = std::vector<ExamDomain>(exam_domain_count + 1, ExamDomain::Secure); }},
      {"domains", [](S& s) { s.domains = {beyond(ExamDomain::General)}; }},
      {"penalty_percent", [](S& s) { s.penalty_percent = 101; }},
      {"kinds", [](S& s) { s.kinds = std::vector<QuestionKind>(question_kind_count + 1, QuestionKind::Ordering); }},
      {"kinds", [](S& s) { s.kinds = {beyond(QuestionKind::ShortText)}; }},
  };
  std::vector<Breach<OpenRoom>> wrapped;
  for (const auto& [field, breach] : breaches) {
    wrapped.push_back({field, [breach = breach](OpenRoom& wish) { breach(wish.settings); }});
  }
  wrapped.push_back({"open_room.name", [](OpenRoom& wish) { wish.name = letters(name_bytes_max + 1); }});
  wrapped.push_back({"open_room.password", [](OpenRoom& wish) { wish.password = letters(password_bytes_max + 1); }});
  check_refused<ClientMessage>(proto_test::sample<OpenRoom>(), wrapped);
}

TEST_CASE("a way into a room outside its ranges is refused by name") {
  std::vector<Breach<JoinRoom>> breaches = {
      {"join_room.name", [](JoinRoom& wish) { wish.name = letters(name_bytes_max + 1); }},
      {"join_room.password", [](JoinRoom& wish) { wish.password = letters(password_bytes_max + 1); }},
      {"join_room.role", [](JoinRoom& wish) { wish.role = Role::Host; }},
      {"join_room.role", [](JoinRoom& wish) { wish.role = beyond(Role::Spectator); }}};
  for (const char* code : {"", "ABCDE", "ABCDEFG", "abcdef", "ABC-12", "ABCD\xC3\x89", "ABC 12"}) {
    breaches.push_back({"code", [code](JoinRoom& wish) { wish.code = code; }});
  }
  check_refused<ClientMessage>(proto_test::sample<JoinRoom>(), breaches);
  check_refused<ClientMessage, ResumeSeat>(proto_test::sample<ResumeSeat>(),
                                           {{"code", [](ResumeSeat& wish) { wish.code = "abcdef"; }}});
}

TEST_CASE("an answer outside its ranges is refused by name") {
  using A = SubmitAnswer;
  check_refused<ClientMessage, A>(
      proto_test::sample<A>(),
      {{"submit_answer.question_number", [](A& a) { a.question_number = 0; }},
       {"submit_answer.question_number", [](A& a) { a.question_number = questions_per_match_max + 1; }},
       {"answer.options", [](A& a) { a.answer = ChoiceAnswer{{}}; }},
       {"answer.options", [](A& a) { a.answer = ChoiceAnswer{{options_max}}; }},
       {"answer.options",
        [](A& a) {
          a.answer = ChoiceAnswer{{1, 1}};
        }},
       {"answer.options",
        [](A& a) {
          a.answer = ChoiceAnswer{{2, 1}};
        }},
       {"answer.options",
        [](A& a) {
          a.answer = ChoiceAnswer{{0, 1, 2, 3, 4, 5, 6, 7, 7}};
        }},
       {"answer.micros", [](A& a) { a.answer = NumericAnswer{numeric_micros_max + 1}; }},
       {"answer.micros", [](A& a) { a.answer = NumericAnswer{-numeric_micros_max - 1}; }},
       {"answer.micros", [](A& a) { a.answer = NumericAnswer{INT64_MIN}; }},
       {"answer.order", [](A& a) { a.answer = OrderAnswer{}; }},
       {"answer.order",
        [](A& a) {
          a.answer = OrderAnswer{{0, 0}};
        }},
       {"answer.order",
        [](A& a) {
          a.answer = OrderAnswer{{1, 2}};
        }},
       {"answer.order", [](A& a) { a.answer = OrderAnswer{std::vector<OptionIndex>(options_max + 1, 0)}; }},
       {"answer.matches", [](A& a) { a.answer = MatchAnswer{}; }},
       {"answer.matches",
        [](A& a) {
          a.answer = MatchAnswer{{0, options_max}};
        }},
       {"answer.matches", [](A& a) { a.answer = MatchAnswer{std::vector<OptionIndex>(options_max + 1, 0)}; }},
       {"answer.text", [](A& a) { a.answer = TextAnswer{}; }},
       {"answer.text", [](A& a) { a.answer = TextAnswer{letters(text_answer_bytes_max + 1)}; }},
       {"submit_answer.certainty", [](A& a) { a.certainty = beyond(Certainty::High); }},
       {"submit_answer.chosen_at", [](A& a) { a.chosen_at = too_early; }},
       {"submit_answer.chosen_at", [](A& a) { a.chosen_at = too_late; }}});
  check_refused<ClientMessage, CommandRoom>(
      proto_test::sample<CommandRoom>(),
      {{"command_room.command", [](CommandRoom& wish) { wish.command = beyond(Command::End); }},
       {"command_room.at.phase",
        [](CommandRoom& wish) {
          wish.at = Moment{beyond(Phase::Discussing), 1};
        }},
       {"command_room.at.question_number", [](CommandRoom& wish) {
          wish.at = Moment{Phase::Asking, questions_per_match_max + 1};
        }}});
}

TEST_CASE("what a server says of itself outside its ranges is refused by name") {
  check_refused<ServerMessage, Welcome>(
      proto_test::sample<Welcome>(),
      {{"welcome.protocol", [](Welcome& welcome) { welcome.protocol = protocol_version_min - 1; }},
       {"welcome.protocol", [](Welcome& welcome) { welcome.protocol = protocol_version_max + 1; }},
       {"welcome.server_version", [](Welcome& welcome) { welcome.server_version = letters(65); }},
       {"welcome.bank_hash", [](Welcome& welcome) { welcome.bank_hash = letters(129); }},
       {"welcome.reachable", [](Welcome& welcome) { welcome.reachable = {letters(address_bytes_max + 1)}; }},
       {"welcome.reachable", [](Welcome& welcome) {
          welcome.reachable = {reachable_addresses_max + 1, "192.0.2.7:7117"};
        }}});
  check_refused<ServerMessage, Pong>(proto_test::sample<Pong>(),
                                     {{"pong.received_at", [](Pong& pong) { pong.received_at = too_early; }},
                                      {"pong.sent_at", [](Pong& pong) { pong.sent_at = too_late; }}});
  using T = TopicsListed;
  check_refused<ServerMessage, T>(proto_test::sample<T>(),
                                  {{"topics", [](T& t) { t.topics.resize(topics_max + 1); }},
                                   {"topics.id", [](T& t) { t.topics[0].id = letters(topic_id_bytes_max + 1); }},
                                   {"topics.title", [](T& t) { t.topics[0].title = letters(topic_title_bytes_max + 1); }},
                                   {"topics.domain", [](T& t) { t.topics[0].domain = beyond(ExamDomain::General); }}});
  check_refused<ServerMessage, Rejected>(
      {}, {{"rejected.reason", [](Rejected& no) { no.reason = static_cast<Refusal>(200); }},
           {"rejected.reason", [](Rejected& no) { no.reason = beyond(Refusal::TooLong); }},
           {"rejected.reason", [](Rejected& no) { no.reason = beyond(Refusal::ServerPasswordNeeded); }},
           {"rejected.suggestion", [](Rejected& no) { no.suggestion = letters(name_bytes_max + 1); }}});
  check_refused<ServerMessage, Goodbye>(
      {}, {{"goodbye.reason", [](Goodbye& bye) { bye.reason = static_cast<Farewell>(200); }},
           {"goodbye.reason", [](Goodbye& bye) { bye.reason = beyond(Farewell::TlsNeeded); }},
           {"goodbye.reason", [](Goodbye& bye) { bye.reason = beyond(Farewell::Banned); }},
           {"goodbye.reason", [](Goodbye& bye) { bye.reason = beyond(Farewell::ServerPasswordWrong); }}});
}

TEST_CASE("a seat outside its ranges is refused by name") {
  using J = RoomJoined;
  check_refused<ServerMessage, J>(
      proto_test::sample<J>(),
      {{"code", [](J& j) { j.code = "abc"; }},
       {"joined.seat", [](J& j) { j.seat = {}; }},
       {"joined.role", [](J& j) { j.role = beyond(Role::Spectator); }},
       {"snapshot.phase", [](J& j) { j.snapshot.phase = beyond(Phase::Discussing); }},
       {"snapshot.allowances",
        [](J& j) {
          j.snapshot.allowances.resize(seats_per_room_max + 1, {{1}, {}});
        }},
       {"snapshot.roster", [](J& j) { j.snapshot.roster.assign(seats_per_room_max + 1, j.snapshot.roster.at(0)); }},
       {"paused.reason", [](J& j) { j.snapshot.paused->reason = beyond(PauseReason::StorageFailing); }},
       {"roster.seat", [](J& j) { j.snapshot.roster.at(0).seat = {}; }},
       {"question_count", [](J& j) { j.snapshot.settings.question_count = 0; }},
       {"snapshot.points_rules", [](J& j) { j.snapshot.points_rules.resize(points_rules_max + 1); }},
       {"points_rules.rule",
        [](J& j) {
          j.snapshot.points_rules = {{beyond(Rule::UnscoredItems), 0, 0}};
        }},
       {"fairness.rows", [](J& j) { j.snapshot.fairness.emplace().rows.resize(ranking_rows_max + 1, {{1}}); }},
       {"fairness.seat", [](J& j) { j.snapshot.fairness.emplace().rows.resize(1); }},
       {"snapshot.first_question", [](J& j) { j.snapshot.first_question = questions_per_match_max + 2; }},
       {"exam_unscored_count", [](J& j) { j.snapshot.settings.exam_unscored_count = questions_per_match_max; }},
       {"credit_cap_ms", [](J& j) { j.snapshot.settings.credit_cap_ms = credit_cap_ms_max + 1; }},
       {"locked.question_number", [](J& j) { j.snapshot.own_answer->question_number = 0; }}});
}

TEST_CASE("the roster and the pauses of a room outside their ranges are refused by name") {
  using R = RosterChanged;
  check_room_fact_refused<R>(proto_test::sample<R>(),
                             {{"roster.seat", [](R& r) { r.changed[0].seat = {}; }},
                              {"roster.name", [](R& r) { r.changed[0].name = letters(name_bytes_max + 1); }},
                              {"roster.role", [](R& r) { r.changed[0].role = beyond(Role::Spectator); }},
                              {"roster", [](R& r) { r.changed.assign(seats_per_room_max + 1, r.changed[0]); }},
                              {"roster", [](R& r) { r.gone.resize(seats_per_room_max + 1); }}});
  check_room_fact_refused<RoomPaused>(
      {}, {{"paused.reason", [](RoomPaused& p) { p.reason = beyond(PauseReason::StorageFailing); }},
           {"paused.since", [](RoomPaused& p) { p.since = too_early; }}});
  check_room_fact_refused<RoomResumed>({}, {{"resumed.opens_at", [](RoomResumed& r) { r.opens_at = too_early; }},
                                            {"resumed.closes_at", [](RoomResumed& r) { r.closes_at = too_late; }},
                                            {"resumed.continues_at", [](RoomResumed& r) { r.continues_at = too_early; }}});
}

TEST_CASE("a question outside its ranges is refused by name") {
  using N = QuestionAnnounced;
  check_room_fact_refused<N>(proto_test::sample<N>(),
                             {{"announced.number", [](N& n) { n.number = 0; }},
                              {"announced.number", [](N& n) { n.number = n.total = questions_per_match_max + 1; }},
                              {"announced.total", [](N& n) { n.total = n.number - 1; }},
                              {"announced.total", [](N& n) { n.total = questions_per_match_max + 1; }},
                              {"announced.kind", [](N& n) { n.kind = beyond(QuestionKind::ShortText); }},
                              {"announced.domain", [](N& n) { n.domain = beyond(ExamDomain::General); }},
                              {"announced.difficulty", [](N& n) { n.difficulty = 0; }},
                              {"announced.difficulty", [](N& n) { n.difficulty = 6; }},
                              {"announced.topic_title", [](N& n) { n.topic_title = letters(text_bytes_max + 1); }},
                              {"announced.prompt", [](N& n) { n.prompt = letters(text_bytes_max + 1); }},
                              {"announced.only_in", [](N& n) { n.only_in = beyond(Language::Spanish); }},
                              {"announced.opens_at", [](N& n) { n.opens_at = too_late; }}});
  using Q = QuestionAsked;
  check_room_fact_refused<Q>(proto_test::sample<Q>(),
                             {{"asked.number", [](Q& q) { q.number = 0; }},
                              {"asked.number", [](Q& q) { q.number = questions_per_match_max + 1; }},
                              {"asked.options", [](Q& q) { q.options.resize(options_max + 1); }},
                              {"asked.options", [](Q& q) { q.options[0] = letters(text_bytes_max + 1); }},
                              {"asked.choose", [](Q& q) { q.choose = 0; }},
                              {"asked.choose", [](Q& q) { q.choose = options_max + 1; }},
                              {"asked.matches", [](Q& q) { q.matches.resize(options_max + 1); }},
                              {"asked.matches", [](Q& q) { q.matches = {letters(text_bytes_max + 1)}; }},
                              {"asked.unit", [](Q& q) { q.unit = letters(text_bytes_max + 1); }},
                              {"asked.opens_at", [](Q& q) { q.opens_at = too_early; }},
                              {"asked.closes_at", [](Q& q) { q.closes_at = too_late; }},
                              {"asked.closes_at", [](Q& q) { q.closes_at = q.opens_at - Duration{1}; }}});
}

TEST_CASE("a reveal outside its ranges is refused by name") {
  using R = QuestionRevealed;
  check_room_fact_refused<R>(proto_test::sample<R>(),
                             {{"revealed.number", [](R& r) { r.number = 0; }},
                              {"revealed.number", [](R& r) { r.number = questions_per_match_max + 1; }},
                              {"revealed.key", [](R& r) { r.key = {options_max}; }},
                              {"revealed", [](R& r) { r.key.assign(options_max + 1, 1); }},
                              {"revealed", [](R& r) { r.picks_by_option.resize(options_max + 1); }},
                              {"revealed", [](R& r) { r.numeric_picks.resize(options_max + 1); }},
                              {"revealed", [](R& r) { r.reasons.resize(options_max + 1); }},
                              {"revealed", [](R& r) { r.notes.resize(notes_per_question_max + 1); }},
                              {"revealed", [](R& r) { r.text_key.resize(spellings_max + 1); }},
                              {"revealed", [](R& r) { r.text_picks.resize(options_max + 1); }},
                              {"revealed.text_key", [](R& r) { r.text_key = {letters(text_answer_bytes_max + 1)}; }},
                              {"revealed.text",
                               [](R& r) {
                                 r.text_picks = {{letters(text_answer_bytes_max + 1), 1, ""}};
                               }},
                              {"revealed.text",
                               [](R& r) {
                                 r.text_picks = {{"", 1, letters(text_bytes_max + 1)}};
                               }},
                              {"revealed.numeric",
                               [](R& r) {
                                 r.numeric_picks = {{1, 1, letters(text_bytes_max + 1)}};
                               }},
                              {"revealed.reasons", [](R& r) { r.reasons[0] = letters(text_bytes_max + 1); }},
                              {"revealed.explanation", [](R& r) { r.explanation = letters(text_bytes_max + 1); }},
                              {"note.text", [](R& r) { r.notes[0].text = letters(text_bytes_max + 1); }},
                              {"note.as_of", [](R& r) { r.notes[0].as_of = letters(text_bytes_max + 1); }},
                              {"note.as_of_date", [](R& r) { r.notes[0].as_of_date = letters(17); }},
                              {"note.lines", [](R& r) { r.notes[0].lines = letters(129); }},
                              {"revealed.continues_at", [](R& r) { r.continues_at = too_early; }}});
}

TEST_CASE("a ranking outside its ranges is refused by name") {
  using R = RankingShown;
  check_room_fact_refused<R>(proto_test::sample<R>(),
                             {{"ranking.after_question", [](R& r) { r.after_question = questions_per_match_max + 1; }},
                              {"rows", [](R& r) { r.rows.assign(ranking_rows_max + 1, r.rows[0]); }},
                              {"row.seat", [](R& r) { r.rows[0].seat = {}; }},
                              {"row.name", [](R& r) { r.rows[0].name = letters(name_bytes_max + 1); }},
                              {"row.rank", [](R& r) { r.rows[0].rank = 0; }},
                              {"row.rank", [](R& r) { r.rows[0].rank = seats_per_room_max + 1; }},
                              {"row.previous_rank", [](R& r) { r.rows[0].previous_rank = seats_per_room_max + 1; }},
                              {"ranking.continues_at", [](R& r) { r.continues_at = too_late; }}});
  using F = MatchFinished;
  check_room_fact_refused<F>(proto_test::sample<F>(),
                             {{"finished.question_count", [](F& f) { f.question_count = questions_per_match_max + 1; }},
                              {"rows", [](F& f) { f.rows.assign(ranking_rows_max + 1, f.rows[0]); }}});
}

TEST_CASE("what concerns one seat outside its ranges is refused by name") {
  check_seat_fact_refused<AnswerLocked>(
      proto_test::sample<AnswerLocked>(),
      {{"locked.question_number", [](AnswerLocked& l) { l.question_number = 0; }},
       {"locked.question_number", [](AnswerLocked& l) { l.question_number = questions_per_match_max + 1; }},
       {"locked.certainty", [](AnswerLocked& l) { l.certainty = beyond(Certainty::High); }},
       {"answer.options", [](AnswerLocked& l) { l.answer = ChoiceAnswer{}; }}});
  check_seat_fact_refused<OwnResult>(
      proto_test::sample<OwnResult>(),
      {{"result.credit_thousandths", [](OwnResult& o) { o.credit_thousandths = 1001; }},
       {"result.certainty", [](OwnResult& o) { o.certainty = beyond(Certainty::High); }},
       {"result.question_number", [](OwnResult& o) { o.question_number = 0; }},
       {"result.question_number", [](OwnResult& o) { o.question_number = questions_per_match_max + 1; }}});
  check_seat_fact_refused<QuestionReviewed>(
      proto_test::sample<QuestionReviewed>(),
      {{"announced.number", [](QuestionReviewed& r) { r.announced.number = 0; }},
       {"asked.choose", [](QuestionReviewed& r) { r.asked.choose = 0; }},
       {"revealed.number", [](QuestionReviewed& r) { r.revealed.number = 0; }},
       {"answer.micros", [](QuestionReviewed& r) { r.own_answer = NumericAnswer{INT64_MAX}; }},
       {"result.question_number", [](QuestionReviewed& r) { r.own_result->question_number = 0; }}});
}

TEST_CASE("what an exam tells outside its ranges is refused by name") {
  check_refused<ClientMessage, FlagQuestion>(
      {1, true}, {{"flag_question.question_number", [](FlagQuestion& flag) { flag.question_number = 0; }}});
  check_room_fact_refused<ExamOpened>(proto_test::sample<ExamOpened>(),
                                      {{"exam.question_count", [](ExamOpened& e) { e.question_count = 0; }},
                                       {"exam.closes_at", [](ExamOpened& e) { e.closes_at = too_late; }}});
  check_seat_fact_refused<QuestionFlagged>(
      {1, true}, {{"flagged.question_number", [](QuestionFlagged& f) { f.question_number = questions_per_match_max + 1; }}});
  check_seat_fact_refused<PaperQuestion>(proto_test::sample<PaperQuestion>(),
                                         {{"announced.number", [](PaperQuestion& p) { p.announced.number = 0; }},
                                          {"asked.choose", [](PaperQuestion& p) { p.asked.choose = 0; }}});
  using R = ExamResult;
  check_seat_fact_refused<R>(proto_test::sample<R>(),
                             {{"share.question_count", [](R& r) { r.whole.question_count = questions_per_match_max + 1; }},
                              {"share.right_count", [](R& r) { r.whole.right_count = r.whole.question_count + 1; }},
                              {"share.high_thousandths", [](R& r) { r.domains[0].share.high_thousandths = 1001; }},
                              {"exam_result.domain", [](R& r) { r.domains[0].domain = beyond(ExamDomain::General); }},
                              {"exam_result.domains", [](R& r) { r.domains.assign(exam_domain_count + 1, r.domains[0]); }},
                              {"exam_result.unscored_count", [](R& r) { r.unscored_count = questions_per_match_max + 1; }},
                              {"exam_result.scaled_estimate", [](R& r) { r.scaled_estimate = 1001; }}});
}

TEST_CASE("what teams are told outside its ranges is refused by name") {
  check_refused<ClientMessage, ChooseTeam>({1}, {{"choose_team.team", [](ChooseTeam& c) { c.team = 0; }},
                                                 {"choose_team.team", [](ChooseTeam& c) { c.team = teams_max + 1; }}});
  check_refused<ClientMessage, SubmitAnswer>(proto_test::sample<SubmitAnswer>(),
                                             {{"submit_answer.vote", [](SubmitAnswer& s) { s.vote = 3; }}});
  check_room_fact_refused<DiscussionOpened>(
      {1, {}}, {{"discussion.number", [](DiscussionOpened& d) { d.number = 0; }},
                {"discussion.continues_at", [](DiscussionOpened& d) { d.continues_at = too_late; }}});
  using V = TeamVotes;
  check_seat_fact_refused<V>({1, 1, 0, 0, {}, {}, {}},
                             {{"team_votes.number", [](V& v) { v.number = 0; }},
                              {"team_votes.team", [](V& v) { v.team = 0; }},
                              {"team_votes.team", [](V& v) { v.team = teams_max + 1; }},
                              {"team_votes", [](V& v) { v.picks_by_option.resize(options_max + 1); }},
                              {"team_votes", [](V& v) { v.numeric_picks.resize(options_max + 1); }},
                              {"team_votes.text", [](V& v) {
                                 v.text_picks = {{letters(text_answer_bytes_max + 1), 1, {}}};
                               }}});
  check_seat_fact_refused<AllowanceChanged>(
      {{1}, {}}, {{"allowance.seat", [](AllowanceChanged& a) { a.seat = {}; }},
                  {"allowance", [](AllowanceChanged& a) { a.allowance = beyond(Allowance::Twice); }}});
  using R = RankingShown;
  check_room_fact_refused<R>({}, {{"teams", [](R& r) { r.teams.resize(teams_max + 1); }},
                                  {"teams.team",
                                   [](R& r) {
                                     r.teams = {{0, 1, 0, 0}};
                                   }},
                                  {"teams.rank", [](R& r) {
                                     r.teams = {{1, 0, 0, 0}};
                                   }}});
  using F = MatchFinished;
  check_room_fact_refused<F>({}, {{"resolver", [](F& f) { f.resolver.resize(ranking_rows_max + 1, {{1}}); }},
                                  {"resolver.seat", [](F& f) { f.resolver.resize(1); }},
                                  {"resolver.rank", [](F& f) {
                                     f.resolver = {{{1}, 0, 0, 0, 0}};
                                   }}});
}

TEST_CASE("numbers between the old words of an enum and its new ones are nobody's") {
  codec::Check check;
  for (int number : {-1, 0, 3, 29, 31, 300}) {
    codec::Check refused;
    (void)codec::plain_enum(static_cast<codec::pb::Mode>(number), wire::Mode::ExamSimulation, "mode", refused);
    CAPTURE(number);
    CHECK_FALSE(refused.ok());
  }
  CHECK(codec::plain_enum(codec::pb::MODE_EXAM_SIMULATION, wire::Mode::ExamSimulation, "mode", check) ==
        wire::Mode::ExamSimulation);
  CHECK(check.ok());
}

}  // namespace certamen::wire
