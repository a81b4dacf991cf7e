#include "content/report/proof_pages.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <numeric>

#include "content/compile/statistics.hpp"
#include "content/report/census.hpp"
#include "content/report/html.hpp"
#include "content/report/topic_page.hpp"

namespace certamen::content {
namespace {

using html::escaped;
using html::number_cell;

constexpr std::string_view home = "<a href=\"index.html\">All topics</a> <a href=\"statistics.html\">Statistics</a>";

std::string file_of(const Topic& topic) {
  return "topic-" + topic.id.text + ".html";
}

std::string head_cell(std::string_view name, bool words = false) {
  return fmt::format("<th scope=\"col\"{}>{}</th>", words ? " class=\"words\"" : "", name);
}

// "true_false" reads "true or false" as a head that may be broken.
std::string head_of(const KindName& kind) {
  std::string name(kind.name);
  std::replace(name.begin(), name.end(), '_', ' ');
  return head_cell(name);
}

// The title in the first language as a link to the topic's page, in the other below it.
std::string linked_title(const Topic& topic) {
  const auto link = [&topic](std::string_view tag, const std::string& title) {
    return fmt::format("<a lang=\"{}\" href=\"{}\">{}</a>", tag, escaped(file_of(topic)), escaped(title));
  };
  if (!topic.languages.en) return link("es", topic.title.es.text);
  const bool other = topic.languages.es && topic.title.es.text != topic.title.en.text;
  return link("en", topic.title.en.text) +
         (other ? fmt::format("<br><span class=\"other\" lang=\"es\">{}</span>", escaped(topic.title.es.text)) : "");
}

std::string index_page(const std::vector<Topic>& topics, const Census& census, const std::string& content_hash) {
  std::string body = fmt::format(
      "<h1>Proof of the question bank</h1>\n<p>{}, {}, {}.</p>\n<p class=\"quiet\">Content <span "
      "class=\"id\">{}</span></p>\n",
      counted(topics.size(), "topic"), counted(census.total.notes, "note"), counted(census.total.questions, "question"),
      escaped(content_hash));
  body += "<h2>Topics</h2>\n<div class=\"wide\"><table class=\"numbers\">\n<thead><tr>" + head_cell("Topic", true) +
          head_cell("Domain", true) + head_cell("Notes") + head_cell("Questions") +
          "<th scope=\"col\" class=\"words\">Reviewed</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const Topic& topic = topics[i];
    body += fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"words\">{}</td>{}{}"
        "<td class=\"words\"><input type=\"checkbox\" aria-label=\"{} is reviewed\"></td></tr>\n",
        linked_title(topic), name_of(topic.domain), number_cell(census.topics[i].notes),
        number_cell(census.topics[i].questions), escaped(topic.id.text));
  }
  body += fmt::format("</tbody>\n<tfoot><tr><th scope=\"row\">All</th><td></td>{}{}<td></td></tr></tfoot>\n</table></div>\n",
                      number_cell(census.total.notes), number_cell(census.total.questions));
  return html::page({"Proof of the question bank", std::string(home), body});
}

std::string kinds_row(const TopicCount& count, const std::string& name) {
  std::string row =
      fmt::format("<tr><th scope=\"row\">{}</th>{}{}", name, number_cell(count.notes), number_cell(count.questions));
  for (const std::size_t number : count.by_kind) row += number_cell(number);
  return row + "</tr>\n";
}

std::string kinds_table(const Census& census) {
  std::string table = "<h2>Topics by kind</h2>\n<div class=\"wide\"><table class=\"numbers\">\n<thead><tr>" +
                      head_cell("Topic", true) + head_cell("Notes") + head_cell("Questions");
  for (const KindName& kind : kind_names) table += head_of(kind);
  table += "</tr></thead>\n<tbody>\n";
  for (const TopicCount& count : census.topics) {
    table += kinds_row(count, fmt::format("<a href=\"topic-{0}.html\">{0}</a>", escaped(count.id)));
  }
  return table + "</tbody>\n<tfoot>" + kinds_row(census.total, "All") + "</tfoot>\n</table></div>\n";
}

std::string domains_table(const Census& census) {
  std::string table = "<h2>Domains by difficulty</h2>\n<div class=\"wide\"><table class=\"numbers\">\n<thead><tr>" +
                      head_cell("Domain", true);
  for (std::uint32_t difficulty = difficulty_min; difficulty <= difficulty_max; ++difficulty) {
    table += head_cell(fmt::format("{} {}", difficulty, difficulty_name(difficulty)));
  }
  table += head_cell("All") + "</tr></thead>\n<tbody>\n";
  for (const DomainName& domain : domain_names) {
    const ByDifficulty& numbers = census.by_domain.at(static_cast<std::size_t>(domain.domain));
    table += fmt::format("<tr><th scope=\"row\">{}</th>", domain.name);
    for (const std::size_t number : numbers) table += number_cell(number);
    table += number_cell(std::accumulate(numbers.begin(), numbers.end(), std::size_t{0})) + "</tr>\n";
  }
  return table + "</tbody>\n</table></div>\n";
}

template <class Rows>
std::string short_table(std::string_view title, std::string_view first, const Rows& rows) {
  std::string table = fmt::format("<h2>{}</h2>\n<table class=\"numbers\">\n<thead><tr>{}{}</tr></thead>\n<tbody>\n", title,
                                  head_cell(first, true), head_cell("Questions"));
  for (const auto& [name, number] : rows) {
    table += fmt::format("<tr><th scope=\"row\">{}</th>{}</tr>\n", name, number_cell(number));
  }
  return table + "</tbody>\n</table>\n";
}

std::string unexercised_list(const Census& census) {
  std::string list = "<h2>Notes that no question exercises</h2>\n";
  if (census.unexercised.empty()) return list + "<p>None.</p>\n";
  list += "<ul>\n";
  for (const std::string& id : census.unexercised) {
    const std::size_t mark = id.find('#');
    list += fmt::format("<li><a href=\"topic-{}.html#note-{}\">{}</a></li>\n", escaped(id.substr(0, mark)),
                        escaped(id.substr(mark + 1)), escaped(id));
  }
  return list + "</ul>\n";
}

// The sentences of the report on cues, each a paragraph.
std::string cues_of(const std::vector<Topic>& topics) {
  std::string paragraphs;
  std::string sentences = format_cues(statistics_of(topics));
  for (std::size_t end = sentences.find('\n'); end != std::string::npos; end = sentences.find('\n')) {
    std::string sentence = sentences.substr(0, end);
    sentence.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence.front())));
    paragraphs += fmt::format("<p>{}.</p>\n", escaped(sentence));
    sentences.erase(0, end + 1);
  }
  return paragraphs;
}

std::string statistics_page(const std::vector<Topic>& topics, const Census& census) {
  std::vector<std::pair<std::string, std::size_t>> origins;
  for (const OriginName& each : origin_names) {
    origins.emplace_back(each.name, census.by_origin.at(static_cast<std::size_t>(each.origin)));
  }
  std::string body = "<h1>Statistics</h1>\n" + domains_table(census);
  body += short_table("Languages", "Languages", census.by_language) + short_table("Origins", "Origin", origins);
  if (!census.by_table.empty()) body += short_table("Comparison tables", "Table", census.by_table);
  body += "<h2>Cues</h2>\n" + cues_of(topics);
  body += unexercised_list(census) + kinds_table(census);
  return html::page({"Statistics", std::string(home), body});
}

// To the topics before and after, for reading through.
std::string navigation(const std::vector<Topic>& topics, std::size_t index) {
  std::string links(home);
  const auto link = [&](std::size_t to, std::string_view arrow, std::string_view relation) {
    links += fmt::format(" <a rel=\"{}\" href=\"{}\">{} {}</a>", relation, escaped(file_of(topics[to])), arrow,
                         escaped(topics[to].id.text));
  };
  if (index > 0) link(index - 1, "←", "prev");
  if (index + 1 < topics.size()) link(index + 1, "→", "next");
  return links;
}

}  // namespace

std::vector<ProofPage> proof_pages(const std::vector<Topic>& topics, const std::string& content_hash) {
  const Census census = census_of(topics);
  std::vector<ProofPage> pages;
  pages.push_back({"index.html", index_page(topics, census, content_hash)});
  pages.push_back({"statistics.html", statistics_page(topics, census)});
  for (std::size_t i = 0; i < topics.size(); ++i) {
    pages.push_back({file_of(topics[i]), topic_page(topics[i], navigation(topics, i))});
  }
  return pages;
}

}  // namespace certamen::content
