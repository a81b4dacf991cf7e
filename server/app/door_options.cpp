#include "server/app/door_options.hpp"

namespace certamen::app {

void add_door_options(CLI::App& parser, Options& options) {
  parser.add_option("--name-filter", options.name_filter_path, "Words that no name may hold, one a line")
      ->envname("CERTAMEN_NAME_FILTER")
      ->type_name("FILE");
  parser
      .add_option("--server-password-file", options.server_password_path,
                  "Ask for the password in the first line of this file")
      ->envname("CERTAMEN_SERVER_PASSWORD_FILE")
      ->type_name("FILE");
  parser
      .add_option("--open-rooms", options.open_rooms,
                  "Who may open rooms; with holders only that asks for the server's password, and joining is free")
      ->envname("CERTAMEN_OPEN_ROOMS")
      ->capture_default_str()
      ->check(CLI::IsMember({"anyone", "holders"}));
}

std::optional<std::string> door_options_fault(const Options& options) {
  if (options.open_rooms == "holders" && options.server_password_path.empty()) {
    return "--open-rooms holders goes with --server-password-file";
  }
  return std::nullopt;
}

}  // namespace certamen::app
