#include "content/draft/note_text.hpp"

#include <fmt/core.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "content/draft/scan.hpp"
#include "content/model/finding.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

struct Opening {
  std::string_view bytes;
  std::string_view what;
};

// Files that people take for text. What they open with is never how notes begin.
constexpr std::array<Opening, 9> documents{{{"%PDF-", "a PDF"},
                                            {"PK\x03\x04", "a Word, OpenDocument or ZIP file"},
                                            {"\xD0\xCF\x11\xE0", "an old Word or Office file"},
                                            {"{\\rtf", "a rich text file"},
                                            {"\x89PNG", "a picture"},
                                            {"\xFF\xD8\xFF", "a picture"},
                                            {"GIF8", "a picture"},
                                            {"\x1F\x8B", "a compressed file"},
                                            {"SQLite format 3", "a database"}}};

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// The longer marks first: the mark of UTF-32 begins with that of UTF-16.
constexpr std::array<Mark, 4> marks{{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                     {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                     {"\xFF\xFE", "UTF-16LE"},
                                     {"\xFE\xFF", "UTF-16BE"}}};

std::string converted(std::string_view bytes, const char* encoding) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), encoding).toUTF8String(text);
  return text;
}

bool is_control(char letter) {
  const auto code = static_cast<unsigned char>(letter);
  const bool blank = letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f' || letter == '\v';
  return (code < 0x20U && !blank) || code == 0x7FU;
}

bool is_binary(std::string_view bytes) {
  constexpr std::size_t text_bytes_per_control = 20;
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  return controls * text_bytes_per_control > bytes.size();
}

// The encoding of UTF-16 without a mark: Western text in it has a zero in every other byte.
const char* unmarked_utf16(std::string_view bytes) {
  constexpr std::size_t sample_bytes = 4096;
  const std::string_view sample = bytes.substr(0, sample_bytes);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '\0') ++zeros[at % 2];
  }
  const std::size_t pairs = sample.size() / 2;
  if (pairs < 2) return nullptr;
  if (zeros[1] * 10 > pairs * 7 && zeros[0] * 10 < pairs) return "UTF-16LE";
  if (zeros[0] * 10 > pairs * 7 && zeros[1] * 10 < pairs) return "UTF-16BE";
  return nullptr;
}

// What is left of UTF-8 once its broken places are taken out, and how many there were; whole characters of several bytes
// tell a damaged file from one in another encoding.
struct Salvage {
  std::string text;
  std::size_t broken = 0;
  std::size_t wide = 0;
};

Salvage salvaged(std::string_view bytes) {
  Salvage salvage;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    const auto code = next_code(bytes, at);
    if (code < 0) {
      ++salvage.broken;
      continue;
    }
    if (at - start > 1) ++salvage.wide;
    salvage.text.append(bytes.substr(start, at - start));
  }
  return salvage;
}

std::string utf8_of(std::string_view bytes, std::vector<std::string>& remarks) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (const Mark& mark : marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    remarks.push_back(fmt::format("the notes are {}; they were converted to UTF-8", mark.encoding));
    return converted(bytes.substr(mark.bytes.size()), mark.encoding);
  }
  if (const char* encoding = unmarked_utf16(bytes)) {
    remarks.push_back(fmt::format("the notes look like {}; they were converted to UTF-8", encoding));
    return converted(bytes, encoding);
  }
  if (!first_invalid_byte(bytes)) return std::string(bytes);
  Salvage salvage = salvaged(bytes);
  if (salvage.wide > salvage.broken) {
    remarks.push_back(fmt::format("{} that {} no UTF-8 {} left out", counted(salvage.broken, "byte"),
                                  salvage.broken == 1 ? "is" : "are", salvage.broken == 1 ? "was" : "were"));
    return std::move(salvage.text);
  }
  remarks.emplace_back(
      "the notes are not UTF-8; they were read as Windows-1252 (Latin-1): look whether the accents are right");
  return converted(bytes, "windows-1252");
}

// Whether a topic may hold the character: nobody sees control, format and unassigned ones.
bool is_visible(UChar32 code) {
  constexpr UChar32 replacement = 0xFFFD;
  const int8_t type = u_charType(code);
  return code != replacement && type != U_CONTROL_CHAR && type != U_FORMAT_CHAR && type != U_UNASSIGNED &&
         type != U_SURROGATE;
}

TextLine cleaned(std::string_view raw, std::size_t number, std::size_t& dropped) {
  constexpr std::size_t tab_columns = 4;
  TextLine line{number, 0, ""};
  bool blank = false;
  std::size_t column = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t start = at;
    const UChar32 code = next_code(raw, at);
    if (u_isUWhiteSpace(code) != 0) {
      column = code == '\t' ? (column / tab_columns + 1) * tab_columns : column + 1;
      blank = true;
      continue;
    }
    if (!is_visible(code)) {
      ++dropped;
      continue;
    }
    if (line.text.empty()) {
      line.indent = column;
    } else if (blank) {
      line.text.push_back(' ');
    }
    blank = false;
    line.text.append(raw.substr(start, at - start));
  }
  line.text = composed(line.text);
  return line;
}

}  // namespace

wire::Result<NoteText> read_note_text(std::string_view bytes) {
  if (bytes.size() > notes_bytes_max) {
    return wire::fault(
        fmt::format("the notes are too large; at most {} MiB are read, split them", notes_bytes_max / (1024UL * 1024)));
  }
  for (const Opening& opening : documents) {
    if (bytes.starts_with(opening.bytes))
      return wire::fault(fmt::format("the notes are {}; save their text as a .txt file first", opening.what));
  }
  NoteText notes;
  const std::string text = utf8_of(bytes, notes.remarks);
  if (is_binary(text)) return wire::fault("the notes are no text, but binary data; save them as a .txt file first");
  std::size_t dropped = 0;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    notes.lines.push_back(cleaned(std::string_view(text).substr(at, end - at), ++number, dropped));
    at = end + (text.compare(end, 2, "\r\n") == 0 ? 2U : 1U);
  }
  if (dropped > 0)
    notes.remarks.push_back(fmt::format("{} that nobody sees or reads were left out", counted(dropped, "character")));
  return notes;
}

}  // namespace certamen::content
