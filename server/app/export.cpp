#include <array>
#include <cstdio>
#include <filesystem>

#include "server/app/command_line.hpp"
#include "server/app/commands.hpp"
#include "server/app/past_games.hpp"
#include "server/report/exports.hpp"
#include "server/store/placing.hpp"

namespace certamen::app {
namespace {

constexpr const char* program = "certamen-server export";

constexpr const char* about =
    "Writes a game's results, rebuilt from its journal: standings, every answer with its timing, the questions and what "
    "the\n"
    "answers say about them (facility, discrimination, who chose what). Also of a game that is not over: then of the\n"
    "questions revealed so far. The data file is only read; a server may be using it.";

constexpr const char* footer =
    "Formats:\n"
    "  csv   one table: answers (the default), players, questions, choices or fairness, by --table; for Excel with --bom\n"
    "  json  everything in one object\n"
    "  html  a page to read and to print, with charts; nothing in it is loaded from elsewhere\n"
    "Numbers that so few players or questions cannot support are named (too_few_players) instead.\n\n"
    "A file that is there already is replaced only with --force.\n\n"
    "Exit codes: 0 written, 1 no such game, or several by that code (then they are listed), 2 wrong usage or a file that\n"
    "cannot be used, 3 the journal does not replay.\n\n"
    "Examples:\n"
    "  certamen-server export --data certamen-data.db --game K7Q2MX --format html --language es -o results.html\n"
    "  certamen-server export --data certamen-data.db --game K7Q2MX --format csv --table questions --bom";

struct Wanted {
  std::string data;
  std::string game;
  std::string format;
  std::string table = "answers";
  std::string language = "en";
  std::string path;
  bool force = false;
  bool mark = false;
};

report::Table table_of(const std::string& name) {
  constexpr std::array names = {"players", "answers", "questions", "choices", "fairness"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<report::Table>(i);
  }
  return report::Table::Answers;
}

std::string written(const report::GameResults& results, const Wanted& wanted) {
  constexpr const char* byte_order_mark = "\xEF\xBB\xBF";
  if (wanted.format == "csv") return (wanted.mark ? byte_order_mark : "") + report::csv(results, table_of(wanted.table));
  return wanted.format == "json" ? report::json(results) : report::html(results);
}

wire::Result<void> write_out(const std::string& text, const Wanted& wanted) {
  if (!wanted.path.empty()) return store::write_file(wanted.path, text, wanted.force);
  const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!whole) return wire::fault("standard output cannot be written");
  return {};
}

bool is_same_file(const std::string& left, const std::string& right) {
  std::error_code unknown;
  return std::filesystem::equivalent(left, right, unknown);
}

void add_options(CLI::App& parser, Wanted& wanted) {
  add_data_option(parser, wanted.data);
  parser.add_option("--game", wanted.game, "The game's number or the code of its room")->required()->type_name("GAME");
  parser.add_option("--format", wanted.format, "csv, json or html")
      ->required()
      ->check(CLI::IsMember({"csv", "json", "html"}));
  parser.add_option("--table", wanted.table, "For csv: players, answers, questions, choices or fairness")
      ->check(CLI::IsMember({"players", "answers", "questions", "choices", "fairness"}))
      ->capture_default_str();
  parser.add_option("--language", wanted.language, "Of the texts: en or es")
      ->check(CLI::IsMember({"en", "es"}))
      ->capture_default_str();
  parser.add_option("-o,--output", wanted.path, "Where to write; standard output without it")->type_name("FILE");
  parser.add_flag("--bom", wanted.mark, "With csv: begin with a byte order mark, without which Excel reads accents wrong");
  parser.add_flag("--force", wanted.force, "Replace a file that is there");
}

}  // namespace

int export_command(int argc, const char* const* argv) {
  Wanted wanted;
  CLI::App parser(about, program);
  parser.footer(footer);
  add_options(parser, wanted);
  if (const auto exit_code = parse_or_exit(parser, argc, argv)) return *exit_code;
  if (wanted.format != "csv" && (wanted.mark || parser.count("--table") > 0)) {
    return refuse(program, "--table and --bom go with --format csv; json and html hold everything");
  }
  if (is_same_file(wanted.data, wanted.path)) return refuse(program, "the results cannot take the place of the data file");
  const auto archive = store::Archive::open(wanted.data);
  if (!archive) return refuse(program, archive.error().what);
  const auto found = find_game(*archive, wanted.game, program);
  if (const int* exit_code = std::get_if<int>(&found)) return *exit_code;
  const auto results = report::results_of(std::get<report::Game>(found),
                                          wanted.language == "es" ? wire::Language::Spanish : wire::Language::English);
  if (!results) {
    static_cast<void>(refuse(program, results.error().what));
    return exit_broken;
  }
  if (const auto done = write_out(written(*results, wanted), wanted); !done) return refuse(program, done.error().what);
  return exit_done;
}

}  // namespace certamen::app
