#include "proto/wire/presets.hpp"

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
  }
  return settings;
}

}  // namespace certamen::wire
