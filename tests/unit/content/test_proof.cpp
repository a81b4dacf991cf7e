// The pages of a proof: whole, linked, escaped, with nothing from elsewhere.
#include <map>
#include <regex>
#include <set>

#include "content/report/html.hpp"
#include "content/report/proof_pages.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;

namespace {

std::map<std::string, std::string> pages_of(const std::vector<SourceFile>& files) {
  std::map<std::string, std::string> pages;
  for (ProofPage& page : proof_pages(compile(files).topics, "hash-of-the-content")) pages[page.file] = std::move(page.html);
  return pages;
}

std::map<std::string, std::string> sample_pages() {
  return pages_of({SourceFile{"t/sample.yaml", sample()}, SourceFile{"t/alpha.yaml", plain_topic("alpha", 2, 1)}});
}

std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression); at != std::sregex_iterator(); ++at) {
    found.push_back((*at)[1]);
  }
  return found;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// What follows the head of the article with this id.
std::string article(const std::string& page, const std::string& id) {
  const std::size_t begin = page.find("<article id=\"" + id + "\">");
  REQUIRE(begin != std::string::npos);
  return page.substr(begin, page.find("</article>", begin) - begin);
}

}  // namespace

TEST_CASE("a proof has an index, statistics and a page a topic, with links that lead somewhere") {
  const auto pages = sample_pages();
  std::set<std::string> names;
  for (const auto& [name, html] : pages) names.insert(name);
  CHECK(names == std::set<std::string>{"index.html", "statistics.html", "topic-alpha.html", "topic-sample.html"});
  for (const auto& [name, html] : pages) {
    INFO(name);
    for (const std::string& link : all_of(html, "href=\"([^\"]*)\"")) {
      const std::size_t mark = link.find('#');
      const std::string file = link.substr(0, mark);
      const std::string& target = file.empty() ? html : pages.at(file);
      if (mark != std::string::npos) CHECK(target.find("id=\"" + link.substr(mark + 1) + "\"") != std::string::npos);
    }
    CHECK(html.find("http") == std::string::npos);
    CHECK(html.find("src=") == std::string::npos);
    CHECK(html.find("url(") == std::string::npos);
  }
  CHECK(pages.at("index.html").find("hash-of-the-content") != std::string::npos);
}

TEST_CASE("every element that is opened is closed, in the right order") {
  for (const auto& [name, html] : sample_pages()) {
    INFO(name);
    const std::set<std::string> alone{"meta", "br", "input"};
    std::vector<std::string> open;
    const std::regex tag("<(/?)([a-z0-9]+)[^>]*>");
    for (std::sregex_iterator at(html.begin(), html.end(), tag); at != std::sregex_iterator(); ++at) {
      const std::string element = (*at)[2];
      if (alone.contains(element)) continue;
      if ((*at)[1].length() == 0) {
        open.push_back(element);
      } else {
        REQUIRE_FALSE(open.empty());
        REQUIRE(open.back() == element);
        open.pop_back();
      }
    }
    CHECK(open.empty());
  }
}

TEST_CASE("a question shows its key by shape and word, its reasons, and a box to tick for every row") {
  const std::string page = sample_pages().at("topic-sample.html");
  CHECK(count_of(page, "<article ") == 7);
  const std::string question = article(page, "choose-one");
  CHECK(count_of(question, "<tr class=\"right\">") == 1);
  CHECK(count_of(question, "<tr class=\"wrong\">") == 3);
  CHECK(question.find("✔</span><span class=\"unseen\"> right</span>") != std::string::npos);
  CHECK(count_of(question, "type=\"checkbox\"") == 6);
  CHECK(question.find("<td lang=\"es\"><p class=\"text\">El bucket</p><p class=\"reason\">Guarda objetos.</p></td>") !=
        std::string::npos);
  CHECK(question.find("single · 2 understand · resilient · 40 s · written") != std::string::npos);
  CHECK(page.find("<strong>As of 2026-11:</strong> The notes name the key first.") != std::string::npos);
  CHECK(page.find("lines 10-20, 30") != std::string::npos);
  CHECK(page.find("break-inside: avoid") != std::string::npos);
  CHECK(page.find("prefers-color-scheme: dark") != std::string::npos);
}

TEST_CASE("texts cannot break out of their place") {
  const std::string page =
      pages_of({SourceFile{"t/sample.yaml", spoiled("It keeps rows.", "\"<script>'\\\"&\"")}}).at("topic-sample.html");
  CHECK(page.find("&lt;script&gt;'&quot;&amp;") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
}

TEST_CASE("a topic of one language has one column") {
  const std::string page =
      pages_of({SourceFile{"t/rios.yaml",
                           "topic: rios\ntitle: {es: Ríos}\nlanguages: [es]\norigin: imported\nquestions:\n"
                           "  - id: q\n    kind: true_false\n    prompt: {es: El Volga es largo.}\n"
                           "    answer: true\n"}})
          .at("topic-rios.html");
  CHECK(page.find("Español") != std::string::npos);
  CHECK(page.find("English") == std::string::npos);
  CHECK(page.find("Verdadero") != std::string::npos);
}
