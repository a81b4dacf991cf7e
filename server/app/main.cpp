#include <array>
#include <string_view>

#include "server/app/commands.hpp"
#include "server/app/options.hpp"
#include "server/app/serve.hpp"

namespace {

struct Command {
  std::string_view word;
  int (*run)(int argc, const char* const* argv);
};

int serve_command(int argc, const char* const* argv) {
  const auto parsed = certamen::app::parse_options(argc, argv);
  if (const int* exit_code = std::get_if<int>(&parsed)) return *exit_code;
  return certamen::app::serve(std::get<certamen::app::Options>(parsed));
}

constexpr std::array commands = {
    Command{"serve", serve_command},
    Command{"backup", certamen::app::backup_command},
    Command{"erase", certamen::app::erase_command},
    Command{"prune", certamen::app::prune_command},
    Command{"replay", certamen::app::replay_command},
    Command{"export", certamen::app::export_command},
};

}  // namespace

int main(int argc, char* argv[]) {
  const std::string_view word = argc > 1 ? argv[1] : "";
  for (const Command& command : commands) {
    if (word == command.word) return command.run(argc - 1, argv + 1);
  }
  return serve_command(argc, argv);
}
