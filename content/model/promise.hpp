// What a topic file promises to have, which decides whether something absent from it is worth a word.
//
// Pure values.
#pragma once

namespace certamen::content {

// At least one.
struct Languages {
  bool en = true;
  bool es = true;
  bool operator==(const Languages&) const = default;
};

struct Promise {
  Languages languages;
  bool whole = true;  // every question with its explanation, reasons and notes
};

}  // namespace certamen::content
