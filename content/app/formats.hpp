// The formats that `import` and `export` know, by the names that people type.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/exchange/exchange.hpp"

namespace certamen::content {

struct ImportFormat {
  std::string_view name;
  std::string_view extension;  // of files that are surely of it; empty for none
  wire::Result<Import> (*read)(std::string_view bytes, const ImportWish& wish);
};

struct ExportFormat {
  std::string_view name;
  bool both_languages;
  std::function<Export(const std::vector<Topic>& topics, wire::Language language)> write;
};

[[nodiscard]] const std::vector<ImportFormat>& import_formats();
[[nodiscard]] const std::vector<ExportFormat>& export_formats();

// By its extension; a .txt file is Aiken where a line begins with "ANSWER:", else GIFT.
[[nodiscard]] const ImportFormat* guessed_format(const std::string& path, std::string_view bytes);

// "gift, aiken or csv"
template <class Format>
[[nodiscard]] std::string listed(const std::vector<Format>& formats) {
  std::string names;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (i > 0) names += i + 1 == formats.size() ? " or " : ", ";
    names += formats[i].name;
  }
  return names;
}

template <class Format>
[[nodiscard]] const Format* format_named(const std::vector<Format>& formats, std::string_view name) {
  for (const Format& format : formats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace certamen::content
