// The sentences of the sample questions, in both languages and in the longest legal form.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "proto/wire/messages.hpp"
#include "tests/golden/samples.hpp"

namespace certamen::golden {

// What the samples say, in one language and wording.
class Texts {
 public:
  Texts(wire::Language language, Wording wording) : language_(language), wording_(wording) {}

  [[nodiscard]] wire::Language language() const { return language_; }
  [[nodiscard]] bool longest() const { return wording_ == Wording::Longest; }
  [[nodiscard]] std::string topic() const;
  [[nodiscard]] std::string prompt(wire::QuestionKind kind) const;
  [[nodiscard]] std::vector<std::string> options(wire::QuestionKind kind) const;
  [[nodiscard]] std::vector<std::string> matches() const;
  [[nodiscard]] std::vector<std::string> spellings() const;
  [[nodiscard]] std::string misspelling() const;
  [[nodiscard]] std::string unit() const;
  [[nodiscard]] std::string explanation() const;
  [[nodiscard]] std::string reason() const;
  [[nodiscard]] std::string note() const;
  [[nodiscard]] std::string as_of() const;
  [[nodiscard]] std::string name(std::size_t index) const;
  [[nodiscard]] std::vector<wire::TopicSummary> topics() const;

 private:
  [[nodiscard]] std::vector<std::string> arranged(std::size_t count) const;
  // The typical text, or a legal one of exactly `length` letters.
  [[nodiscard]] std::string either(const char* english, const char* spanish, std::size_t length) const;

  wire::Language language_;
  Wording wording_;
};

}  // namespace certamen::golden
