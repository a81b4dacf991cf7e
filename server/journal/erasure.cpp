#include "server/journal/erasure.hpp"

namespace certamen::journal {
namespace {

using NameTest = std::function<bool(const std::string& name)>;

// Keys of typed names are case-folded, so none begins with a capital.
std::string key_of_placeholder(const std::string& placeholder) {
  return "ERASED:" + placeholder;
}

bool replace(std::string& name, std::string& key, std::string& look, const NameTest& is_meant,
             const std::string& placeholder) {
  if (name.empty() || !is_meant(name)) return false;
  name = placeholder;
  key = key_of_placeholder(placeholder);
  look.clear();
  return true;
}

}  // namespace

bool erase_name(Entry& entry, const NameTest& is_meant, const std::string& placeholder) {
  if (auto* opened = std::get_if<room::Opened>(&entry.event)) {
    return replace(opened->host_name, opened->host_name_key, opened->host_name_look, is_meant, placeholder);
  }
  if (auto* joined = std::get_if<room::Joined>(&entry.event)) {
    return replace(joined->name, joined->name_key, joined->name_look, is_meant, placeholder);
  }
  if (auto* commanded = std::get_if<room::Commanded>(&entry.event)) {
    auto* rename = std::get_if<wire::RenameMember>(&commanded->command);
    return rename != nullptr && replace(rename->name, commanded->name_key, commanded->name_look, is_meant, placeholder);
  }
  return false;
}

}  // namespace certamen::journal
