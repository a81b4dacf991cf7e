// What the compiler has to say about a topic file: where, what is wrong, and how to mend it.
//
// Pure values. Errors keep a bank from being written; warnings are shown and counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/model/promise.hpp"
#include "content/model/rule.hpp"

namespace certamen::content {

enum class Severity : std::uint8_t { Error, Warning };

// A spot in a topic file: the line, from 1, and the path of the field, "questions[3].options[1].reason.es" (indexes from
// 0; empty for the whole file).
struct Place {
  int line = 1;
  std::string field;
};

struct Finding {
  Severity severity = Severity::Error;
  std::string path;
  Place place;
  std::string message;
  std::string_view rule;  // the id of the rule that is broken, of static life; empty where the format is
};

// Collects the findings of one file.
class Findings {
 public:
  explicit Findings(std::string path) : path_(std::move(path)) {}
  void error(const Place& place, std::string message);
  void warning(const Place& place, std::string message);
  // Something that a whole question has is not there: an error, but a warning where the file does not promise it.
  void gap(const Place& place, std::string message);
  // A broken rule, "<what>; <mend>": with the rule's own mend unless another is given.
  void report(const Rule& rule, const Place& place, std::string_view what, std::string_view mend = {});
  // What the file promises; everything until it is set.
  void set_promise(const Promise& promise) { promise_ = promise; }
  [[nodiscard]] const Promise& promise() const { return promise_; }
  [[nodiscard]] const std::vector<Finding>& all() const { return all_; }

 private:
  std::string path_;
  Promise promise_;
  std::vector<Finding> all_;
};

[[nodiscard]] Finding finding_of(const Rule& rule, const Promise& promise, const std::string& path, const Place& place,
                                 std::string_view what, std::string_view mend = {});

// "topics/x.yaml:41: questions[3].prompt.es: missing; add the Spanish prompt", with "warning: " before a warning's field,
// and the id of the rule at the end, as " [cue-longest]". A finding without a path is about the whole bank.
[[nodiscard]] std::string format(const Finding& finding);

// By path, line and field; what was found twice is kept once.
void sort_findings(std::vector<Finding>& findings);

[[nodiscard]] std::size_t count(const std::vector<Finding>& findings, Severity severity);

// "1 error", "2 errors".
[[nodiscard]] std::string counted(std::size_t number, std::string_view noun);

}  // namespace certamen::content
