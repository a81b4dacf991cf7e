// The interface's sentences in the person's language, with their places filled.
//
// Pure. Sentences come from assets/strings; a Words is a small value that only knows which language to take.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "assets/strings.hpp"
#include "client/model/model.hpp"
#include "proto/wire/messages.hpp"

namespace certamen::screens {

using strings::Key;
using Places = std::initializer_list<std::pair<std::string_view, std::string>>;

class Words {
 public:
  explicit Words(wire::Language language) : language_(language) {}

  [[nodiscard]] wire::Language language() const { return language_; }
  // The sentence with each "{name}" replaced by its value.
  [[nodiscard]] std::string operator()(Key key, Places places = {}) const;
  // The form for so many, with {count} filled.
  [[nodiscard]] std::string count(Key key, std::uint64_t number, Places places = {}) const;

  // "12 345": groups of three from five digits on.
  [[nodiscard]] std::string number(std::int64_t value) const;
  [[nodiscard]] std::string percent(std::int64_t value) const;  // of whole hundredths, as "56%" or "56 %"
  // A month written as 2026-11; anything else stays as it is.
  [[nodiscard]] std::string month(const std::string& date) const;
  // A duration of tenths of a second as "3.2" or "3,2".
  [[nodiscard]] std::string tenths(std::uint32_t value) const;
  // Whole millionths with their unit.
  [[nodiscard]] std::string quantity(std::int64_t micros, const std::string& unit) const;

  [[nodiscard]] std::string of(wire::ExamDomain domain) const;
  [[nodiscard]] std::string of(wire::QuestionKind kind) const;
  [[nodiscard]] std::string of(wire::Refusal refusal) const;
  [[nodiscard]] std::string of(wire::Farewell farewell) const;
  [[nodiscard]] std::string of(const model::OrderRefused& refused) const;
  [[nodiscard]] std::string of(model::FieldError error) const;
  [[nodiscard]] std::string of(model::NumberError error) const;

 private:
  wire::Language language_;
};

// "K7M 2PQ": in two halves, as people read it out.
[[nodiscard]] std::string spaced_code(const std::string& code);

}  // namespace certamen::screens
