#include <fmt/core.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "content/exchange/markup.hpp"

namespace certamen::content {
namespace {

constexpr std::string_view line_break = "\u2028";

std::string character_of(std::uint32_t code) {
  constexpr std::uint32_t last = 0x10FFFF;
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  std::string bytes;
  if (code == 0 || code > last || surrogate) return bytes;
  icu::UnicodeString(static_cast<UChar32>(code)).toUTF8String(bytes);
  return bytes;
}

const std::map<std::string_view, std::string_view>& named_entities() {
  static const std::map<std::string_view, std::string_view> table{
      {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},   {"apos", "'"},   {"nbsp", " "},   {"ensp", " "},
      {"emsp", " "},   {"thinsp", " "}, {"shy", ""},     {"zwnj", ""},     {"zwj", ""},     {"aacute", "á"}, {"eacute", "é"},
      {"iacute", "í"}, {"oacute", "ó"}, {"uacute", "ú"}, {"ntilde", "ñ"},  {"uuml", "ü"},   {"Aacute", "Á"}, {"Eacute", "É"},
      {"Iacute", "Í"}, {"Oacute", "Ó"}, {"Uacute", "Ú"}, {"Ntilde", "Ñ"},  {"Uuml", "Ü"},   {"agrave", "à"}, {"egrave", "è"},
      {"igrave", "ì"}, {"ograve", "ò"}, {"ugrave", "ù"}, {"acirc", "â"},   {"ecirc", "ê"},  {"icirc", "î"},  {"ocirc", "ô"},
      {"ucirc", "û"},  {"atilde", "ã"}, {"otilde", "õ"}, {"ccedil", "ç"},  {"Ccedil", "Ç"}, {"auml", "ä"},   {"euml", "ë"},
      {"iuml", "ï"},   {"ouml", "ö"},   {"Auml", "Ä"},   {"Ouml", "Ö"},    {"szlig", "ß"},  {"aelig", "æ"},  {"oslash", "ø"},
      {"aring", "å"},  {"iquest", "¿"}, {"iexcl", "¡"},  {"ordf", "ª"},    {"ordm", "º"},   {"deg", "°"},    {"micro", "µ"},
      {"plusmn", "±"}, {"sup1", "¹"},   {"sup2", "²"},   {"sup3", "³"},    {"frac12", "½"}, {"frac14", "¼"}, {"frac34", "¾"},
      {"times", "×"},  {"divide", "÷"}, {"middot", "·"}, {"laquo", "«"},   {"raquo", "»"},  {"euro", "€"},   {"pound", "£"},
      {"yen", "¥"},    {"cent", "¢"},   {"copy", "©"},   {"reg", "®"},     {"trade", "™"},  {"sect", "§"},   {"para", "¶"},
      {"bull", "•"},   {"hellip", "…"}, {"ndash", "–"},  {"mdash", "—"},   {"lsquo", "‘"},  {"rsquo", "’"},  {"sbquo", "‚"},
      {"ldquo", "“"},  {"rdquo", "”"},  {"bdquo", "„"},  {"larr", "←"},    {"uarr", "↑"},   {"rarr", "→"},   {"darr", "↓"},
      {"harr", "↔"},   {"rArr", "⇒"},   {"hArr", "⇔"},   {"minus", "−"},   {"le", "≤"},     {"ge", "≥"},     {"ne", "≠"},
      {"equiv", "≡"},  {"asymp", "≈"},  {"infin", "∞"},  {"radic", "√"},   {"sum", "∑"},    {"prod", "∏"},   {"int", "∫"},
      {"part", "∂"},   {"isin", "∈"},   {"notin", "∉"},  {"cap", "∩"},     {"cup", "∪"},    {"sub", "⊂"},    {"sube", "⊆"},
      {"empty", "∅"},  {"forall", "∀"}, {"exist", "∃"},  {"and", "∧"},     {"or", "∨"},     {"not", "¬"},    {"alpha", "α"},
      {"beta", "β"},   {"gamma", "γ"},  {"delta", "δ"},  {"epsilon", "ε"}, {"theta", "θ"},  {"lambda", "λ"}, {"mu", "μ"},
      {"pi", "π"},     {"rho", "ρ"},    {"sigma", "σ"},  {"tau", "τ"},     {"phi", "φ"},    {"omega", "ω"},  {"Gamma", "Γ"},
      {"Delta", "Δ"},  {"Sigma", "Σ"},  {"Phi", "Φ"},    {"Omega", "Ω"}};
  return table;
}

// The text of an entity's inner part, "eacute" or "#233".
std::optional<std::string> entity(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto found = named_entities().find(name);
    if (found == named_entities().end()) return std::nullopt;
    return std::string(found->second);
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  constexpr std::size_t digits_max = 7;
  if (name.empty() || name.size() > digits_max) return std::nullopt;
  std::uint32_t code = 0;
  for (const char letter : name) {
    std::uint32_t digit = 16;
    if (letter >= '0' && letter <= '9') digit = static_cast<std::uint32_t>(letter - '0');
    if (letter >= 'a' && letter <= 'f') digit = static_cast<std::uint32_t>(letter - 'a') + 10;
    if (letter >= 'A' && letter <= 'F') digit = static_cast<std::uint32_t>(letter - 'A') + 10;
    const std::uint32_t base = hexadecimal ? 16 : 10;
    if (digit >= base) return std::nullopt;
    code = code * base + digit;
  }
  return character_of(code);
}

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  std::string_view inside;  // after the name
};

const std::set<std::string_view>& known_tags() {
  static const std::set<std::string_view> names{
      "a",       "abbr", "article", "audio",   "b",       "big",    "blockquote", "body",   "br",     "button", "center",
      "cite",    "code", "dd",      "del",     "details", "div",    "dl",         "dt",     "em",     "embed",  "figcaption",
      "figure",  "font", "footer",  "h1",      "h2",      "h3",     "h4",         "h5",     "h6",     "head",   "header",
      "hr",      "html", "i",       "iframe",  "img",     "input",  "ins",        "kbd",    "label",  "li",     "link",
      "mark",    "math", "meta",    "nolink",  "o:p",     "object", "ol",         "p",      "param",  "pre",    "q",
      "s",       "samp", "script",  "section", "small",   "source", "span",       "strike", "strong", "style",  "sub",
      "summary", "sup",  "svg",     "table",   "tbody",   "td",     "tfoot",      "th",     "thead",  "title",  "tr",
      "track",   "tt",   "u",       "ul",      "var",     "video",  "wbr"};
  return names;
}

bool breaks_line(std::string_view name) {
  static const std::set<std::string_view> names{
      "article", "blockquote", "br", "dd", "div", "dl", "dt",  "figcaption", "figure", "h1", "h2", "h3", "h4",
      "h5",      "h6",         "hr", "li", "ol",  "p",  "pre", "section",    "table",  "td", "th", "tr", "ul"};
  return names.contains(name);
}

// What a tag shows and words cannot say; its content goes with it where it has any.
std::string_view shown_by(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> table{{{"img", "an image"},
                                                                                {"audio", "a sound"},
                                                                                {"video", "a video"},
                                                                                {"iframe", "a frame"},
                                                                                {"object", "an object"},
                                                                                {"embed", "an object"},
                                                                                {"svg", "a drawing"},
                                                                                {"math", "a formula"},
                                                                                {"input", "a field"}}};
  for (const auto& [tag, shown] : table) {
    if (tag == name) return shown;
  }
  return {};
}

bool hides_content(std::string_view name) {
  static const std::set<std::string_view> names{"audio", "video", "iframe", "object", "svg", "math", "script", "style"};
  return names.contains(name);
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

// The value of an attribute; empty where there is none.
std::string attribute(std::string_view inside, std::string_view name) {
  for (std::size_t at = inside.find(name); at != std::string_view::npos; at = inside.find(name, at + 1)) {
    const bool begins = at > 0 && (inside[at - 1] == ' ' || inside[at - 1] == '\n' || inside[at - 1] == '\t');
    std::size_t from = at + name.size();
    if (!begins || from >= inside.size() || inside[from] != '=') continue;
    ++from;
    if (from >= inside.size()) return {};
    const char quote = inside[from];
    if (quote != '"' && quote != '\'') return std::string(inside.substr(from, inside.find_first_of(" \t\n/", from) - from));
    return without_entities(inside.substr(from + 1, inside.find(quote, from + 1) - from - 1));
  }
  return {};
}

// Small digits where there are some for every character; else "^(...)" and "_(...)".
std::string raised(std::string_view text, bool up) {
  constexpr std::array<std::string_view, 10> above{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  constexpr std::array<std::string_view, 10> below{"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string small;
  for (const char letter : text) {
    if (letter >= '0' && letter <= '9') {
      small += (up ? above : below)[static_cast<std::size_t>(letter - '0')];
    } else if (letter == '-') {
      small += up ? "⁻" : "₋";
    } else {
      return text.size() == 1 ? fmt::format("{}{}", up ? '^' : '_', text) : fmt::format("{}({})", up ? '^' : '_', text);
    }
  }
  return small;
}

class TagReader {
 public:
  explicit TagReader(std::string_view html) : rest_(html) {}

  Unmarked read() {
    while (!rest_.empty()) {
      const std::size_t open = rest_.find('<');
      say(rest_.substr(0, open));
      if (open == std::string_view::npos) break;
      rest_.remove_prefix(open);
      if (rest_.starts_with("<!--")) {
        skip_past("-->");
      } else if (const auto tag = take_tag()) {
        apply(*tag);
      } else {
        say(rest_.substr(0, 1));
        rest_.remove_prefix(1);
      }
    }
    return std::move(read_);
  }

 private:
  void say(std::string_view text) {
    std::string words = without_entities(text);
    if (preformatted_ == 0) {
      read_.text += words;
      return;
    }
    for (const char letter : words) {
      if (letter == '\n') {
        read_.text += line_break;
      } else {
        read_.text.push_back(letter);
      }
    }
  }

  void skip_past(std::string_view end) {
    const std::size_t at = rest_.find(end);
    rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
  }

  // Whether a known tag begins here; then it is taken off.
  std::optional<Tag> take_tag() {
    constexpr std::size_t tag_bytes_max = 64 * 1024;
    Tag tag;
    std::size_t at = 1;
    if (at < rest_.size() && rest_[at] == '/') {
      tag.closing = true;
      ++at;
    }
    while (at < rest_.size() && (std::string_view(" \t\r\n/><").find(rest_[at]) == std::string_view::npos)) {
      tag.name.push_back(lower(rest_[at++]));
      if (tag.name.size() > 10) return std::nullopt;
    }
    if (!known_tags().contains(tag.name)) return std::nullopt;
    char quote = 0;
    const std::size_t begin = at;
    for (; at < rest_.size() && at < tag_bytes_max; ++at) {
      const char letter = rest_[at];
      if (quote != 0) {
        if (letter == quote) quote = 0;
      } else if ((letter == '"' || letter == '\'') && rest_[at - 1] == '=') {
        quote = letter;
      } else if (letter == '>') {
        tag.inside = rest_.substr(begin, at - begin);
        rest_.remove_prefix(at + 1);
        return tag;
      }
    }
    return std::nullopt;
  }

  void apply(const Tag& tag) {
    if (breaks_line(tag.name)) read_.text += line_break;
    if (tag.name == "pre" && (tag.closing ? preformatted_ > 0 : true)) preformatted_ += tag.closing ? -1 : 1;
    if (tag.name == "sup" || tag.name == "sub") raise(tag);
    if (tag.closing) return;
    if (tag.name == "li") read_.text += "– ";
    if (const std::string_view shown = shown_by(tag.name); !shown.empty()) lose(tag, shown);
    if (hides_content(tag.name) && !tag.inside.ends_with('/')) skip_past("</" + tag.name + ">");
  }

  void raise(const Tag& tag) {
    if (!tag.closing) {
      raised_from_ = read_.text.size();
    } else if (raised_from_ && *raised_from_ < read_.text.size()) {
      const std::string text = read_.text.substr(*raised_from_);
      read_.text.resize(*raised_from_);
      read_.text += raised(text, tag.name == "sup");
      raised_from_.reset();
    }
  }

  void lose(const Tag& tag, std::string_view shown) {
    std::string source = attribute(tag.inside, "src");
    if (source.empty()) source = attribute(tag.inside, "data");
    constexpr std::size_t shown_bytes_max = 80;
    source.resize(std::min(source.size(), source.find('?')));
    source.erase(0, source.rfind('/') + 1);
    if (source.starts_with("data:") || source.size() > shown_bytes_max) source.clear();
    read_.lost.push_back(source.empty() ? std::string(shown) : fmt::format("{} ({})", shown, source));
    const std::string words = attribute(tag.inside, "alt");
    if (!words.empty()) read_.text += fmt::format("[{}]", words);
  }

  std::string_view rest_;
  Unmarked read_;
  int preformatted_ = 0;
  std::optional<std::size_t> raised_from_;
};

}  // namespace

std::string without_entities(std::string_view text) {
  constexpr std::size_t name_bytes_max = 10;
  std::string plain;
  while (true) {
    const std::size_t at = text.find('&');
    plain += text.substr(0, at);
    if (at == std::string_view::npos) return plain;
    text.remove_prefix(at);
    const std::size_t end = text.substr(0, name_bytes_max + 2).find(';');
    const auto found = end == std::string_view::npos ? std::nullopt : entity(text.substr(1, end - 1));
    plain += found ? *found : "&";
    text.remove_prefix(found ? end + 1 : 1);
  }
}

Unmarked without_tags(std::string_view html) {
  return TagReader(html).read();
}

}  // namespace certamen::content
