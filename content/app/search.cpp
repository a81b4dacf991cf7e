// certamen-bank search: questions and notes by their words.
#include <fmt/core.h>

#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/output.hpp"
#include "content/app/sources.hpp"
#include "content/app/terminal.hpp"
#include "content/compile/bank_image.hpp"
#include "content/report/columns.hpp"
#include "server/bank/bank.hpp"

namespace certamen::content {
namespace {

struct Wish {
  std::vector<std::string> words;
  std::string language;
  std::size_t count_max = 20;
  bool json = false;
};

constexpr char hit_begins = '\x01';
constexpr char hit_ends = '\x02';

constexpr std::string_view name_of(bank::FoundKind kind) {
  return kind == bank::FoundKind::Question ? "question" : "note";
}

constexpr const char* tag_of(wire::Language language) {
  return language == wire::Language::English ? "en" : "es";
}

// A bank is searched as it is; topics are compiled first.
tl::expected<bank::Bank, int> open_bank(const std::vector<std::string>& sources, std::ostream& err) {
  const auto refused = [&err](const wire::Fault& fault) {
    complain(fault, err);
    return tl::unexpected(exit_usage_wrong);
  };
  if (sources.size() == 1 && is_bank(sources.front())) {
    auto bank = bank::Bank::open(sources.front());
    if (!bank) return refused(bank.error());
    return std::move(*bank);
  }
  const auto topics = load_topics(sources, err);
  if (!topics) return tl::unexpected(topics.error());
  const auto image = make_bank(*topics);
  if (!image) return refused(image.error());
  auto bank = bank::Bank::open_image(image->bytes, sources.front());
  if (!bank) return refused(bank.error());
  return std::move(*bank);
}

std::string json_of(const std::vector<bank::Found>& all) {
  nlohmann::json list = nlohmann::json::array();
  for (const bank::Found& found : all) {
    nlohmann::json parts = nlohmann::json::array();
    for (const bank::SnippetPart& part : found.snippet) parts.push_back({{"text", part.text}, {"hit", part.hit}});
    list.push_back(
        {{"id", found.id}, {"kind", name_of(found.kind)}, {"language", tag_of(found.language)}, {"snippet", parts}});
  }
  return list.dump(2);
}

// What was searched for is bold, or in brackets where nothing can be bold.
std::string marked(const std::string& line, bool colours) {
  std::string out;
  for (const char letter : line) {
    if (letter == hit_begins) {
      out += colours ? "\033[1;33m" : "[";
    } else if (letter == hit_ends) {
      out += colours ? "\033[0m" : "]";
    } else {
      out += letter;
    }
  }
  return out;
}

void print(const std::vector<bank::Found>& all, const Terminal& terminal, std::ostream& out) {
  constexpr std::size_t indent = 4;
  for (const bank::Found& found : all) {
    out << found.id << '\n';
    std::string text;
    for (const bank::SnippetPart& part : found.snippet) text += part.hit ? hit_begins + part.text + hit_ends : part.text;
    for (const std::string& line : wrapped(text, terminal.width - indent)) {
      out << std::string(indent, ' ') << marked(line, terminal.colours) << '\n';
    }
  }
}

// The last ones of several words that are the names of files or folders are sources.
std::vector<std::string> take_sources(std::vector<std::string>& words) {
  std::vector<std::string> sources;
  std::error_code ignored;
  while (words.size() > 1 && std::filesystem::exists(words.back(), ignored)) {
    sources.insert(sources.begin(), std::move(words.back()));
    words.pop_back();
  }
  return sources;
}

// A last word that can only be meant as a file, and is none: a path, or a name that ends as banks and topics do.
std::optional<std::string> missing_source(const std::vector<std::string>& words) {
  if (words.size() < 2) return std::nullopt;
  const std::string& last = words.back();
  const std::string ending = std::filesystem::path(last).extension().string();
  const bool path = last.starts_with('/') || last.starts_with("./") || last.starts_with("../") || last.ends_with('/');
  return path || ending == ".db" || ending == ".yaml" ? std::optional{last} : std::nullopt;
}

int search(const Wish& wish, std::ostream& out, std::ostream& err) {
  std::vector<std::string> words = wish.words;
  const auto sources = sources_named(take_sources(words));
  if (const auto missing = missing_source(words)) {
    complain(wire::Fault{*missing + ": there is no such file or folder"}, err);
    return exit_usage_wrong;
  }
  bank::SearchWish asked;
  for (const std::string& word : words) asked.words += (asked.words.empty() ? "" : " ") + word;
  if (!wish.language.empty()) asked.language = wish.language == "en" ? wire::Language::English : wire::Language::Spanish;
  asked.count_max = wish.count_max;
  if (!sources) {
    complain(sources.error(), err);
    return exit_usage_wrong;
  }
  const auto bank = open_bank(*sources, err);
  if (!bank) return bank.error();
  const auto found = bank->search(asked);
  if (!found) {
    complain(found.error(), err);
    return exit_usage_wrong;
  }
  if (wish.json) {
    out << json_of(*found) << '\n';
  } else {
    print(*found, standard_output(), out);
    if (found->empty()) err << "certamen-bank: nothing found\n";
  }
  return exit_done;
}

}  // namespace

Command search_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand("search", "Find questions and notes by their words, in both languages");
  parser
      ->add_option("words", wish->words,
                   "All of them, in any order, accents and case aside; the last one may be the beginning of a word, and "
                   "'\"words in quotes\"' stand side by side")
      ->required()
      ->option_text("WORDS... [SOURCE...]");
  parser->add_option("-n,--most", wish->count_max, "So many, the best first")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  parser->add_option("-l,--language", wish->language, "Only texts in en or es")->check(CLI::IsMember({"en", "es"}));
  parser->add_flag("--json", wish->json, "As JSON");
  parser->footer(std::string("SOURCE, an existing file or folder: ") + source_help + ".");
  return {parser, [wish](std::ostream& out, std::ostream& err) { return search(*wish, out, err); }};
}

}  // namespace certamen::content
