#include "content/app/formats.hpp"

#include <filesystem>

namespace certamen::content {

const std::vector<ImportFormat>& import_formats() {
  static const std::vector<ImportFormat> formats{
      {"gift", ".gift", import_gift}, {"aiken", ".aiken", import_aiken}, {"moodle-xml", ".xml", import_moodle_xml},
      {"csv", ".csv", import_csv},    {"json", ".json", import_json},
  };
  return formats;
}

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> formats{
      {"gift", false, export_gift},
      {"moodle-xml", false, export_moodle_xml},
      {"csv", true, [](const std::vector<Topic>& topics, wire::Language) { return export_csv(topics); }},
      {"json", true, [](const std::vector<Topic>& topics, wire::Language) { return export_json(topics); }},
      {"anki", false, export_anki},
  };
  return formats;
}

const ImportFormat* guessed_format(const std::string& path, std::string_view bytes) {
  const std::string extension = std::filesystem::path(path).extension().string();
  for (const ImportFormat& format : import_formats()) {
    if (extension == format.extension) return &format;
  }
  if (extension != ".txt") return nullptr;
  const bool aiken = bytes.starts_with("ANSWER:") || bytes.find("\nANSWER:") != std::string_view::npos;
  return format_named(import_formats(), aiken ? "aiken" : "gift");
}

}  // namespace certamen::content
