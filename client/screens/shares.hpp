// Shares of right answers, as an exam's and a class' report show them.
//
// Pure.
#pragma once

#include <string>

#include "client/screens/canvas.hpp"

namespace certamen::screens {

// A line: the name, how many of how many, the share, and its interval as a band and in words.
void draw_share(const Canvas& canvas, ui::Rect row, const std::string& name, const wire::ExamShare& share, bool strong);

}  // namespace certamen::screens
