// A topic as its author wrote it: notes and the questions that exercise them, in both languages.
//
// Pure values. Every text and part remembers its place in the file, so that a rule can point at it. Texts are composed
// (NFC); whatever the reader could not make out is left empty and has been reported.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content/model/finding.hpp"
#include "content/model/promise.hpp"
#include "proto/wire/types.hpp"

namespace certamen::content {

// A text in one language, or an id.
struct Words {
  std::string text;
  Place place;
};

// A text in both languages. Where the author wrote it once, both have the same words and place; a language that the topic
// does not have is empty.
struct Text {
  Words en;
  Words es;
};

struct AsOf {
  std::string date;  // YYYY-MM
  Text text;
};

struct Note {
  Words id;
  Words lines;
  Text text;
  std::optional<AsOf> as_of;
  Place place;
};

// Where questions come from, and so how much their author owes them: what is written here is whole, with reasons, notes
// and both languages; what came through a door may have gaps, which are warnings until somebody fills them.
enum class Origin : std::uint8_t { Written, Table, Imported, Draft };

enum class Kind : std::uint8_t { Single, Multiple, TrueFalse, Numeric, Ordering, Matching, ShortText };

struct Option {
  Text text;
  Text reason;
  bool correct = false;
  Place place;
};

// single and multiple
struct Choice {
  std::vector<Option> options;
  Place place;
};

// true_false
struct Statement {
  bool holds = false;
  Text reason;  // for the wrong choice
};

struct NumericMistake {
  std::int64_t micros = 0;
  Text reason;
  Place place;
};

// Numbers times 1,000,000.
struct Number {
  std::int64_t micros = 0;
  std::int64_t tolerance_micros = 0;
  Text unit;
  std::vector<NumericMistake> mistakes;
  Place place;
};

struct Item {
  Text text;
  Text reason;
};

// Items in the right order.
struct Ordering {
  std::vector<Item> items;
};

struct Pair {
  Text left;
  Text right;
  Text reason;
};

struct Matching {
  std::vector<Pair> pairs;
};

struct Misspelling {
  Words text;
  Text reason;
};

struct ShortText {
  std::vector<Words> accepted;
  std::vector<Misspelling> mistakes;
};

// What the kind asks; monostate where the kind could not be read.
using Body = std::variant<std::monostate, Choice, Statement, Number, Ordering, Matching, ShortText>;

// Why a question may break a rule that only warns.
struct Defence {
  Words rule;    // its id
  Words reason;  // for the reader of the file
};

// The column of a comparison table that a question was drawn from.
struct Drawn {
  std::string table;
  std::string column;
  std::string path;  // of the table
};

struct Question {
  Words id;
  Kind kind = Kind::Single;
  std::uint32_t difficulty = 1;
  std::optional<std::uint32_t> seconds;
  std::optional<wire::ExamDomain> domain;  // where it differs from the topic's
  std::vector<Words> notes;                // cited note ids
  Origin origin = Origin::Written;         // the topic's, or Table
  std::optional<Drawn> drawn;              // of origin Table
  bool draft = false;                      // made by a machine, not yet reviewed
  Text prompt;
  Text explanation;
  Body body;
  std::vector<Defence> defended;
  Place place;
};

struct Topic {
  std::string path;
  Words id;
  Text title;
  Languages languages;
  Origin origin = Origin::Written;
  wire::ExamDomain domain = wire::ExamDomain::General;
  Words source;
  std::vector<Note> notes;
  std::vector<Question> questions;
};

}  // namespace certamen::content
