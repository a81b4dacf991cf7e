// The rules of languages.hpp that look at one text: how a language writes numbers, spaces and its reader.
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>

#include "content/check/languages.hpp"
#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

constexpr std::string_view firm_space = "\u00A0";

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_word_byte(char letter) {
  return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' ||
         (static_cast<unsigned char>(letter) & 0x80U) != 0;
}

// A number as it is written, with its groups, and what stands around it.
struct Numeral {
  std::string_view written;
  std::string_view after;  // the rest of the text
};

// The bytes of a separator inside a number: ".", "," or a space, where as many digits follow as it needs.
std::size_t separator_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const auto digits_from = [rest](std::size_t from) {
    std::size_t digits = 0;
    while (from + digits < rest.size() && is_digit(rest[from + digits])) ++digits;
    return digits;
  };
  if (rest.starts_with('.') || rest.starts_with(',')) return digits_from(1) > 0 ? 1 : 0;
  for (const std::string_view space : {std::string_view(" "), firm_space}) {
    if (rest.starts_with(space) && digits_from(space.size()) == 3) return space.size();
  }
  return 0;
}

// Numbers that stand for themselves: no part of a name, a path, a range of ports, an address or a version.
std::vector<Numeral> numerals(std::string_view text) {
  std::vector<Numeral> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    std::size_t separators = 0;
    while (at < text.size()) {
      if (is_digit(text[at])) {
        ++at;
      } else if (const std::size_t bytes = separator_at(text, at); bytes > 0) {
        if (text[at] == '.') ++separators;
        at += bytes;
      } else {
        break;
      }
    }
    const bool firm_before = begin >= firm_space.size() && text.substr(0, begin).ends_with(firm_space);
    const char before = begin == 0 ? ' ' : text[begin - 1];
    const bool joined_before = !firm_before && (is_word_byte(before) || before == '-' || before == ':' || before == '/' ||
                                                before == '.' || before == '=');
    const bool joined_after = at < text.size() && (is_word_byte(text[at]) && !text.substr(at).starts_with(firm_space));
    if (!joined_before && !joined_after && separators < 2)
      found.push_back({text.substr(begin, at - begin), text.substr(at)});
  }
  return found;
}

std::size_t digits_in(std::string_view written) {
  return static_cast<std::size_t>(std::count_if(written.begin(), written.end(), is_digit));
}

// "1,000" with mark ','; "1,000,000" too.
bool groups_with(std::string_view written, std::string_view mark) {
  std::size_t at = written.find(mark);
  if (at == std::string_view::npos || at == 0 || at > 3) return false;
  while (at < written.size()) {
    if (!written.substr(at).starts_with(mark)) return false;
    at += mark.size();
    std::size_t digits = 0;
    while (at < written.size() && is_digit(written[at])) ++digits, ++at;
    if (digits != 3) return false;
  }
  return true;
}

// Ids and addresses are longer than any quantity.
bool is_ungrouped(std::string_view written) {
  constexpr std::size_t together_max = 4;
  constexpr std::size_t quantity_max = 9;
  const std::size_t whole = written.find_first_not_of("0123456789") == std::string_view::npos
                                ? written.size()
                                : written.find_first_not_of("0123456789");
  return whole > together_max && whole <= quantity_max && written.front() != '0';
}

bool measures_something(std::string_view after) {
  static const std::vector<std::string> units{
      "usd",  "ms",   "gb",       "gib",     "mb",    "mib",  "tb",    "tib",  "kb",       "kib",  "pb",  "gbps", "mbps",
      "gbit", "mbit", "segundos", "minutos", "horas", "dias", "veces", "iops", "millones", "vcpu", "acu", "rcu",  "wcu"};
  if (after.starts_with('%') || after.starts_with(std::string(firm_space) + "%")) return true;
  const std::vector<std::string> words = tokens(after.substr(0, 24));
  const bool follows = after.starts_with(' ') || after.starts_with(firm_space);
  return follows && !words.empty() && std::find(units.begin(), units.end(), words.front()) != units.end();
}

// What is wrong and how to mend it.
struct Slip {
  std::string what;
  std::string mend;
};

std::optional<Slip> spanish_slip(const Numeral& numeral, std::string_view english) {
  const std::string_view written = numeral.written;
  const bool same_in_english = english.find(written) != std::string_view::npos;
  const auto shown = [written](std::string_view how) { return fmt::format("writes '{}' {}", written, how); };
  if (groups_with(written, ",") && same_in_english) {
    return Slip{shown("with the comma of English"),
                "group five digits or more with no-break spaces (U+00A0), four not at all"};
  }
  if (groups_with(written, ".") && figures(english).contains(*figures(written).begin()) && !same_in_english) {
    return Slip{shown("with points"), "group five digits or more with no-break spaces (U+00A0), four not at all"};
  }
  if (groups_with(written, " ") && figures(english).contains(*figures(written).begin())) {
    return Slip{shown("with a space that may break"), "use a no-break space (U+00A0)"};
  }
  if (groups_with(written, firm_space) && digits_in(written) == 4)
    return Slip{shown("in groups"), "write four digits together"};
  const std::size_t point = written.find('.');
  if (point != std::string_view::npos && !groups_with(written, ".") && measures_something(numeral.after)) {
    return Slip{shown("with a point"), "Spanish decimals have a comma"};
  }
  if (is_ungrouped(written)) return Slip{shown("without groups"), "group five digits or more with no-break spaces (U+00A0)"};
  if (numeral.after.starts_with('%') || numeral.after.starts_with(" %")) {
    return Slip{shown("and a percent sign"), "put a no-break space (U+00A0) between them"};
  }
  return std::nullopt;
}

std::optional<Slip> english_slip(const Numeral& numeral) {
  const std::string_view written = numeral.written;
  const auto shown = [written](std::string_view how) { return fmt::format("writes '{}' {}", written, how); };
  if (is_ungrouped(written)) return Slip{shown("without groups"), "group thousands with commas"};
  const std::size_t comma = written.rfind(',');
  if (comma != std::string_view::npos && written.size() - comma - 1 < 3 && written.find('.') == std::string_view::npos) {
    return Slip{shown("with a comma"), "English decimals have a point"};
  }
  if (groups_with(written, firm_space)) return Slip{shown("with spaces"), "group thousands with commas"};
  if (numeral.after.starts_with(" %") || numeral.after.starts_with(std::string(firm_space) + "%")) {
    return Slip{shown("and a percent sign apart"), "write them together"};
  }
  return std::nullopt;
}

void check_numbers(const Words& words, std::string_view other, Language language, Findings& findings) {
  for (const Numeral& numeral : numerals(words.text)) {
    const auto slip = language == &Text::en ? english_slip(numeral) : spanish_slip(numeral, other);
    if (!slip) continue;
    findings.report(rules::number_style, words.place, slip->what, slip->mend);
    return;
  }
}

// Forms of tú and vosotros that are nothing else; "elige" and its like are also what a service does.
void check_register(const Words& spanish, Findings& findings) {
  static const Vocabulary familiar{
      {}, {"tu",      "tus",       "tuyo",     "tuya",     "contigo", "tienes", "puedes",   "debes",
           "quieres", "necesitas", "usas",     "eliges",   "sabes",   "eres",   "vosotros", "vosotras",
           "vuestro", "vuestra",   "vuestros", "vuestras", "podeis",  "teneis", "debeis"}};
  const std::string word = familiar.first_in(tokens(spanish.text), &Text::es);
  if (!word.empty()) findings.report(rules::register_familiar, spanish.place, fmt::format("says '{}' to the reader", word));
}

void check_spacing(const Words& words, Findings& findings) {
  const std::string& text = words.text;
  bool slips =
      text.find("  ") != std::string::npos || text.find("( ") != std::string::npos || text.find(" )") != std::string::npos;
  for (const std::string_view mark : {" ,", " ;", " ."}) {
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) continue;
    const std::size_t end = at + mark.size();
    slips = slips || end == text.size() || text[end] == ' ';
  }
  if (slips) findings.report(rules::spacing, words.place, "has a space too many");
}

}  // namespace

void check_style(const Words& words, std::string_view other, Language language, Findings& findings) {
  if (words.text.empty()) return;
  // A text that is the same in both is a name or a number of both; the English style of it is the reader's to judge.
  const bool shared = words.text == other;
  if (!shared) check_numbers(words, other, language, findings);
  if (language == &Text::es && !shared) check_register(words, findings);
  check_spacing(words, findings);
}

}  // namespace certamen::content
