#include "tests/unit/proto/sample_messages.hpp"

namespace certamen::proto_test {

using namespace wire;  // the words of the protocol, and nothing else, are the subject of this file

template <>
RoomJoined sample<RoomJoined>();

namespace {

Ticket ticket_from(std::uint8_t first) {
  Ticket ticket;
  for (std::uint8_t& byte : ticket.bytes) byte = first++;
  return ticket;
}

RoomSettings settings() {
  RoomSettings settings;
  settings.mode = Mode::Solo;
  settings.pacing = Pacing::Automatic;
  settings.scoring = Scoring::Accuracy;
  settings.question_count = 12;
  settings.capacity = 345;
  settings.answer_seconds = 67;
  settings.reading_seconds = 8;
  settings.reveal_seconds = 90;
  settings.ranking_seconds = 11;
  settings.difficulty_min = 2;
  settings.difficulty_max = 4;
  settings.late_join = false;
  settings.host_plays = true;
  settings.shuffle_per_player = true;
  settings.topics = {"ec2-placement-groups", "s3-storage-classes"};
  settings.domains = {ExamDomain::Resilient, ExamDomain::CostOptimized};
  settings.credit_cap_ms = 0;  // frames from before there was a cap say nothing of it
  return settings;
}

RoomSettings settings_with_options() {
  RoomSettings wish = settings();
  wish.scoring = Scoring::Exam;
  wish.streak_bonus = true;
  wish.penalty_percent = 25;
  wish.partial_credit = true;
  wish.kinds = {QuestionKind::Ordering, QuestionKind::ShortText};
  return wish;
}

OpenRoom open_with_cap() {
  OpenRoom wish{settings(), ""};
  wish.settings.credit_cap_ms = 250;
  return wish;
}

FairnessReported fairness() {
  return {{{{2}, 10, 9, 1'234, 1, 180, 260, 1, 2}, {{3}, 10, 0, 0, 0, 0, 0, 2, 1}}, 2, 2'250};
}

RoomJoined joined_with_fairness() {
  RoomJoined joined = sample<RoomJoined>();
  joined.snapshot = {};
  joined.snapshot.settings = settings();
  joined.snapshot.phase = Phase::Finished;
  joined.snapshot.fairness = fairness();
  return joined;
}

RoomSettings exam_settings() {
  RoomSettings wish = settings();
  wish.mode = Mode::ExamSimulation;
  wish.pacing = Pacing::WhenAnswered;
  wish.scoring = Scoring::Exam;
  wish.question_count = 65;
  wish.exam_seconds = 7800;
  return wish;
}

Snapshot snapshot() {
  Snapshot snapshot;
  snapshot.sequence = 300;
  snapshot.settings = settings();
  snapshot.phase = Phase::Revealing;
  snapshot.paused = sample<RoomPaused>();
  snapshot.roster = {{{1}, "", Role::Host, false, true}, {{2}, "Ñandú", Role::Player, true, false}};
  snapshot.announced = sample<QuestionAnnounced>();
  snapshot.asked = sample<QuestionAsked>();
  snapshot.own_answer = sample<AnswerLocked>();
  snapshot.revealed = sample<QuestionRevealed>();
  snapshot.own_result = sample<OwnResult>();
  snapshot.ranking = sample<RankingShown>();
  snapshot.finished = sample<MatchFinished>();
  return snapshot;
}

RoomJoined joined_with_rules() {
  RoomJoined joined = sample<RoomJoined>();
  joined.snapshot = {};
  joined.snapshot.sequence = 9;
  joined.snapshot.settings = settings_with_options();
  joined.snapshot.points_rules = {{Rule::HighCertainty, 300, -600}, {Rule::TiesByTime, 0, 0}};
  return joined;
}

MatchFinished finished_with_rulings() {
  MatchFinished finished = sample<MatchFinished>();
  finished.voided = {3, 7};
  finished.key_corrected = {7};
  finished.skipped = {2};
  return finished;
}

RoomJoined joined_in_exam() {
  RoomJoined joined = sample<RoomJoined>();
  joined.snapshot = {};
  joined.snapshot.sequence = 318;
  joined.snapshot.settings = exam_settings();
  joined.snapshot.phase = Phase::Examining;
  joined.snapshot.exam = sample<ExamOpened>();
  joined.snapshot.own_exam = OwnExam{{sample<AnswerLocked>(), {65, TextAnswer{"KMS"}, 40'000}}, {3, 12}, true};
  joined.snapshot.exam_result = sample<ExamResult>();
  return joined;
}

RoomSettings exam_settings_with_unscored() {
  RoomSettings wish = exam_settings();
  wish.exam_unscored_count = 15;
  return wish;
}

ExamResult result_with_unscored() {
  ExamResult result = sample<ExamResult>();
  result.unscored_count = 15;
  return result;
}

OpenRoom open_for_rehearsal() {
  OpenRoom wish{settings(), ""};
  wish.settings.rehearsal = true;
  return wish;
}

RoomJoined joined_with_class_report() {
  RoomJoined joined = sample<RoomJoined>();
  joined.snapshot = {};
  joined.snapshot.settings = exam_settings();
  joined.snapshot.phase = Phase::Finished;
  joined.snapshot.class_report = sample<ClassReported>();
  return joined;
}

QuestionReviewed reviewed_unscored() {
  QuestionReviewed reviewed = sample<QuestionReviewed>();
  reviewed.revealed.unscored = true;
  return reviewed;
}

RoomJoined joined_late() {
  RoomJoined joined = sample<RoomJoined>();
  joined.snapshot = {};
  joined.snapshot.settings = exam_settings_with_unscored();
  joined.snapshot.phase = Phase::Ranking;
  joined.snapshot.points_rules = {{Rule::UnscoredItems, 15, 0}};
  joined.snapshot.first_question = 4;
  return joined;
}

RoomSettings team_settings() {
  RoomSettings wish = settings();
  wish.mode = Mode::TeamPractice;
  wish.scoring = Scoring::Accuracy;
  wish.team_count = 4;
  wish.team_forming = TeamForming::Balanced;
  wish.discuss_seconds = 60;
  wish.freeze_questions = 3;
  return wish;
}

QuestionAsked asked_again() {
  QuestionAsked asked = sample<QuestionAsked>();
  asked.vote = 2;
  return asked;
}

QuestionRevealed revealed_twice_voted() {
  QuestionRevealed revealed = sample<QuestionRevealed>();
  revealed.first_picks_by_option = {100, 200, 5, 1};
  revealed.first_answered_count = 306;
  revealed.first_right_count = 100;
  return revealed;
}

RankingShown frozen_ranking() {
  RankingShown ranking = sample<RankingShown>();
  ranking.teams = {{2, 1, 900, 3}, {1, 2, -20, 4}};
  ranking.frozen = true;
  return ranking;
}

MatchFinished finished_with_teams() {
  MatchFinished finished = sample<MatchFinished>();
  finished.teams = {{1, 1, 1800, 3}, {2, 1, 1800, 4}};
  finished.resolver = {{{7}, 0, 0, 3, -100}, {{2}, 1, 900, 2, 900}, {{4}, 2, 850, 1, 1850}};
  return finished;
}

TeamVotes team_votes() {
  return {3, 2, 5, 4, {1, 3, 0, 0}, {{-1'200'000'000, 2, {}}, {7, 1, {}}}, {{"señal", 1, {}}}};
}

RoomJoined joined_in_discussion() {
  RoomJoined joined = sample<RoomJoined>();
  joined.snapshot = {};
  joined.snapshot.sequence = 330;
  joined.snapshot.settings = team_settings();
  joined.snapshot.phase = Phase::Discussing;
  joined.snapshot.announced = sample<QuestionAnnounced>();
  joined.snapshot.asked = sample<QuestionAsked>();
  joined.snapshot.discussion = DiscussionOpened{3, instant_from_micros(150'000'000)};
  joined.snapshot.team_votes = team_votes();
  joined.snapshot.first_answer = sample<AnswerLocked>();
  joined.snapshot.allowances = {{{2}, Allowance::ThreeHalves}, {{9}, Allowance::Twice}};
  joined.snapshot.frozen_ranking = frozen_ranking();
  return joined;
}

QuestionReviewed reviewed_twice_voted() {
  QuestionReviewed reviewed = sample<QuestionReviewed>();
  reviewed.own_first_answer = ChoiceAnswer{{1}};
  return reviewed;
}

QuestionAsked asked_matching() {
  QuestionAsked asked = sample<QuestionAsked>();
  asked.choose = 1;
  asked.unit.clear();
  asked.options = {"S3", "SQS", "RDS"};
  asked.matches = {"Filas", "Objetos", "Mensajes"};
  return asked;
}

QuestionRevealed revealed_text() {
  QuestionRevealed revealed;
  revealed.number = 4;
  revealed.answered_count = 4;
  revealed.right_count = 3;
  revealed.player_count = 5;
  revealed.explanation = "KMS gestiona claves.";
  revealed.text_key = {"KMS", "Key Management Service"};
  revealed.text_picks = {{"kms", 3, ""}, {"iam", 1, "Guarda identidades."}};
  return revealed;
}

OpenRoom open_room_with_password() {
  OpenRoom wish{settings(), "José 🦉", "pan y queso"};
  wish.settings.generated_names = true;
  return wish;
}

OpenRoom open_listed_room() {
  OpenRoom wish{settings(), "Ana"};
  wish.settings.listed = true;
  return wish;
}

}  // namespace

template <>
OpenRoom sample<OpenRoom>() {
  return {settings(), "José 🦉"};
}
template <>
ResumeSeat sample<ResumeSeat>() {
  return {"K7W2RX", ticket_from(0x10)};
}
template <>
CommandRoom sample<CommandRoom>() {
  return {Command::Pause, ticket_from(0xF0)};
}

template <>
RoomJoined sample<RoomJoined>() {
  return {"K7W2RX", {2}, Role::Player, true, ticket_from(0x20), ticket_from(0x30), snapshot()};
}

const std::vector<ClientSample>& client_samples() {
  static const std::vector<ClientSample> samples = {
      {"client_hello", sample<Hello>()},
      {"client_ping", sample<Ping>()},
      {"client_choose_language", sample<ChooseLanguage>()},
      {"client_browse_topics", sample<BrowseTopics>()},
      {"client_open_room", sample<OpenRoom>()},
      {"client_join_room", sample<JoinRoom>()},
      {"client_resume_seat", sample<ResumeSeat>()},
      {"client_leave_room", sample<LeaveRoom>()},
      {"client_submit_answer", sample<SubmitAnswer>()},
      {"client_submit_answer_numeric", SubmitAnswer{9, NumericAnswer{-1'500'000}, instant_from_micros(7)}},
      {"client_ping_echo", Ping{0, 0x0123456789ABCDEF}},
      {"client_open_room_cap", open_with_cap()},
      {"client_open_room_options", OpenRoom{settings_with_options(), ""}},
      {"client_submit_answer_order", SubmitAnswer{2, OrderAnswer{{2, 0, 1}}, instant_from_micros(8), Certainty::High}},
      {"client_submit_answer_match", SubmitAnswer{3, MatchAnswer{{1, 1, 0}}, instant_from_micros(9), Certainty::Low}},
      {"client_submit_answer_text", SubmitAnswer{4, TextAnswer{"Señal"}, instant_from_micros(10), std::nullopt}},
      {"client_hello_password", Hello{1, 1, "0.2.0", Language::English, "Ábrete, sésamo"}},
      {"client_open_room_password", open_room_with_password()},
      {"client_join_room_password", JoinRoom{"K7W2RX", "Ana", Role::Player, ticket_from(0x40), "pan y queso"}},
      {"client_command_room", sample<CommandRoom>()},
      {"client_review_match", sample<ReviewMatch>()},
      {"client_command_next", CommandRoom{Command::Next, ticket_from(12), Moment{Phase::Asking, 7}}},
      {"client_command_extend", CommandRoom{ExtendQuestion{90}, ticket_from(1)}},
      {"client_command_skip", CommandRoom{SkipQuestion{}, ticket_from(2)}},
      {"client_command_void", CommandRoom{VoidQuestion{7}, ticket_from(3)}},
      {"client_command_correct_options", CommandRoom{CorrectKey{7, {1, 3}, 0, 0, {}}, ticket_from(4)}},
      {"client_command_correct_number", CommandRoom{CorrectKey{8, {}, -1'500'000, 20, {}}, ticket_from(4)}},
      {"client_command_correct_text", CommandRoom{CorrectKey{9, {}, 0, 0, {"Señal", "signal"}}, ticket_from(4)}},
      {"client_command_kick", CommandRoom{RemoveMember{{5}, false}, ticket_from(5)}},
      {"client_command_ban", CommandRoom{RemoveMember{{6}, true}, ticket_from(6)}},
      {"client_command_rename", CommandRoom{RenameMember{{6}, "Ñandú"}, ticket_from(7)}},
      {"client_command_lock", CommandRoom{LockRoom{true}, ticket_from(8)}},
      {"client_command_hand_over", CommandRoom{HandOver{{9}}, ticket_from(9)}},
      {"client_command_appoint", CommandRoom{AppointCohost{{9}, true}, ticket_from(10)}},
      {"client_command_take_over", CommandRoom{TakeOver{}, ticket_from(11)}},
      {"client_open_room_exam", OpenRoom{exam_settings(), "Ana"}},
      {"client_open_room_exam_unscored", OpenRoom{exam_settings_with_unscored(), "Ana"}},
      {"client_fetch_paper", FetchPaper{}},
      {"client_flag_question", FlagQuestion{65, true}},
      {"client_hand_in", HandIn{}},
      {"client_open_room_teams", OpenRoom{team_settings(), "Ana"}},
      {"client_submit_answer_second_vote",
       SubmitAnswer{2, ChoiceAnswer{{1}}, instant_from_micros(11), Certainty::Middle, 2}},
      {"client_choose_team", ChooseTeam{8}},
      {"client_command_move_to_team", CommandRoom{MoveToTeam{{7}, 2}, ticket_from(12)}},
      {"client_command_set_allowance", CommandRoom{SetAllowance{{7}, Allowance::FiveQuarters}, ticket_from(13)}},
      {"client_open_room_listed", open_listed_room()},
      {"client_open_room_rehearsal", open_for_rehearsal()},
  };
  return samples;
}

namespace {

// What everybody in a room hears of a match.
std::vector<ServerSample> match_samples() {
  return {
      {"room_roster_changed", RoomEvent{301, sample<RosterChanged>()}},
      {"room_match_started", RoomEvent{302, sample<MatchStarted>()}},
      {"room_question_announced", RoomEvent{303, sample<QuestionAnnounced>()}},
      {"room_question_asked", RoomEvent{304, sample<QuestionAsked>()}},
      {"room_question_revealed", RoomEvent{305, sample<QuestionRevealed>()}},
      {"room_ranking_shown", RoomEvent{306, sample<RankingShown>()}},
      {"room_match_finished", RoomEvent{307, sample<MatchFinished>()}},
      {"room_room_paused", RoomEvent{308, sample<RoomPaused>()}},
      {"room_room_resumed", RoomEvent{309, sample<RoomResumed>()}},
      {"server_room_joined_rules", joined_with_rules()},
      {"room_question_asked_matching", RoomEvent{314, asked_matching()}},
      {"room_question_revealed_text", RoomEvent{315, revealed_text()}},
      {"room_question_extended", RoomEvent{318, sample<QuestionExtended>()}},
      {"room_question_skipped", RoomEvent{319, sample<QuestionSkipped>()}},
      {"room_ranking_corrected", RoomEvent{320, sample<RankingCorrected>()}},
      {"room_lock_changed", RoomEvent{321, sample<RoomLockChanged>()}},
      {"room_match_finished_rulings", RoomEvent{322, finished_with_rulings()}},
      {"room_roster_cohost", RoomEvent{323, RosterChanged{{{{4}, "Leo", Role::Player, true, true, true}}, {}}}},
  };
}

// What one player hears, and a host of all of them.
std::vector<ServerSample> seat_samples() {
  return {
      {"seat_answer_locked_certainty", SeatEvent{316, AnswerLocked{3, OrderAnswer{{1, 0}}, 32, Certainty::Middle}}},
      {"seat_own_result_credit",
       SeatEvent{317, OwnResult{3, true, false, 32, -250, -250, 0, 9, 310, 0, 667, 100, Certainty::High}}},
      {"seat_fairness_reported", SeatEvent{318, fairness()}},
      {"server_room_joined_fairness", joined_with_fairness()},
      {"seat_answer_locked", SeatEvent{310, sample<AnswerLocked>()}},
      {"seat_own_result", SeatEvent{311, sample<OwnResult>()}},
      {"seat_progress_counted", SeatEvent{312, sample<ProgressCounted>()}},
      {"seat_question_reviewed", SeatEvent{313, sample<QuestionReviewed>()}},
      {"seat_rights_changed", SeatEvent{324, sample<RightsChanged>()}},
  };
}

std::vector<ServerSample> exam_samples() {
  return {
      {"room_exam_opened", RoomEvent{318, sample<ExamOpened>()}},
      {"seat_paper_question", SeatEvent{318, sample<PaperQuestion>()}},
      {"seat_question_flagged", SeatEvent{318, QuestionFlagged{12, true}}},
      {"seat_paper_handed_in", SeatEvent{318, PaperHandedIn{}}},
      {"seat_exam_result", SeatEvent{319, sample<ExamResult>()}},
      {"server_room_joined_exam", joined_in_exam()},
      {"seat_exam_result_unscored", SeatEvent{342, result_with_unscored()}},
      {"seat_question_reviewed_unscored", SeatEvent{343, reviewed_unscored()}},
      {"server_room_joined_late", joined_late()},
      {"server_room_joined_class_report", joined_with_class_report()},
  };
}

// Teams, second votes, frozen rankings and allowances.
std::vector<ServerSample> team_samples() {
  return {
      {"server_rejected_team", Rejected{Refusal::TeamInvalid, 0}},
      {"server_room_joined_discussion", joined_in_discussion()},
      {"room_roster_team", RoomEvent{331, RosterChanged{{{{4}, "Leo", Role::Player, true, true, false, 3}}, {}}}},
      {"room_question_asked_again", RoomEvent{332, asked_again()}},
      {"room_question_revealed_twice_voted", RoomEvent{333, revealed_twice_voted()}},
      {"room_ranking_frozen", RoomEvent{334, frozen_ranking()}},
      {"room_match_finished_teams", RoomEvent{335, finished_with_teams()}},
      {"room_discussion_opened", RoomEvent{336, DiscussionOpened{3, instant_from_micros(150'000'000)}}},
      {"seat_answer_locked_second_vote", SeatEvent{337, AnswerLocked{3, ChoiceAnswer{{2}}, 32, std::nullopt, 2}}},
      {"seat_question_reviewed_twice_voted", SeatEvent{338, reviewed_twice_voted()}},
      {"seat_team_votes", SeatEvent{339, team_votes()}},
      {"seat_allowance_changed", SeatEvent{340, AllowanceChanged{{7}, Allowance::Twice}}},
      {"seat_frozen_ranking", SeatEvent{341, FrozenRanking{frozen_ranking()}}},
  };
}

}  // namespace

const std::vector<ServerSample>& server_samples() {
  static const std::vector<ServerSample> samples = [] {
    std::vector<ServerSample> all = {
        {"server_welcome", sample<Welcome>()},
        {"server_pong", sample<Pong>()},
        {"server_topics_listed", sample<TopicsListed>()},
        {"server_room_joined", sample<RoomJoined>()},
        {"server_room_left", sample<RoomLeft>()},
        {"server_room_troubled", sample<RoomTroubled>()},
        {"server_rejected", sample<Rejected>()},
        {"server_goodbye", sample<Goodbye>()},
        {"server_rejected_suggestion", Rejected{Refusal::NameTaken, 0, "Ana 2"}},
        {"server_rejected_room_password_needed", Rejected{Refusal::RoomPasswordNeeded, 0}},
        {"server_rejected_room_password_wrong", Rejected{Refusal::RoomPasswordWrong, 0}},
        {"server_rejected_server_password", Rejected{Refusal::ServerPasswordNeeded, 0}},
        {"server_goodbye_server_password", Goodbye{Farewell::ServerPasswordWrong, 1, 1}},
        {"server_rejected_locked", Rejected{Refusal::RoomLocked, 0}},
        {"server_goodbye_banned", Goodbye{Farewell::Banned, 1, 1}},
        {"server_welcome_reachable", Welcome{1, "0.3.0", "9f86d081884c7d65", 200, {"192.0.2.7:7117", "[2001:db8::7]:7117"}}},
    };
    for (const auto& topic : {match_samples(), seat_samples(), exam_samples(), team_samples(), told_samples()}) {
      all.insert(all.end(), topic.begin(), topic.end());
    }
    return all;
  }();
  return samples;
}

}  // namespace certamen::proto_test
