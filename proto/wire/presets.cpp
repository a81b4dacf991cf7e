#include "proto/wire/presets.hpp"

#include <algorithm>

namespace certamen::wire {

RoomSettings preset(Mode mode) {
  RoomSettings settings;
  settings.mode = mode;
  switch (mode) {
    case Mode::Competition: break;
    case Mode::Solo:
      settings.scoring = Scoring::Accuracy;
      settings.host_plays = true;
      settings.capacity = 1;
      break;
    case Mode::ExamSimulation:
      settings.scoring = Scoring::Exam;
      settings.question_count = 65;  // in 130 minutes, at exam_seconds_per_question
      break;
    case Mode::TeamPractice:
      settings.scoring = Scoring::Accuracy;
      settings.team_count = teams_min;
      settings.team_forming = TeamForming::Balanced;
      settings.discuss_seconds = 60;
      break;
  }
  return settings;
}

RoomSettings as_played(RoomSettings settings) {
  const bool alone = settings.mode == Mode::Solo || settings.mode == Mode::ExamSimulation;
  if (settings.mode == Mode::Solo) settings.host_plays = true;
  if (settings.mode == Mode::ExamSimulation) settings.scoring = Scoring::Exam;
  const bool exam = settings.mode == Mode::ExamSimulation;
  settings.exam_unscored_count = exam ? std::min(settings.exam_unscored_count, settings.question_count - 1) : 0;
  if (alone) {
    settings.team_count = 0;
    settings.discuss_seconds = 0;
    settings.freeze_questions = 0;
  }
  if (settings.mode == Mode::TeamPractice && settings.team_count == 0) settings.team_count = teams_min;
  if (settings.rehearsal) settings.listed = false;
  return settings;
}

}  // namespace certamen::wire
