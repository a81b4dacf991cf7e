#include "content/report/topic_page.hpp"

#include <fmt/core.h>

#include <array>

#include "content/model/names.hpp"
#include "content/report/html.hpp"
#include "content/report/sheet.hpp"
#include "content/report/sheet_text.hpp"

namespace certamen::content {
namespace {

using html::escaped;

struct Column {
  std::string_view tag;
  std::string_view name;
  std::string_view as_of;
};
constexpr std::array<Column, wire::language_count> columns{Column{"en", "English", "As of"},
                                                           Column{"es", "Español", "A fecha de"}};

bool has(const Languages& languages, std::size_t column) {
  return column == wire::index_of(wire::Language::English) ? languages.en : languages.es;
}

// Opens a table with a column to tick, one for the mark, and one a language.
std::string table_head(const Languages& languages, std::string_view what, std::string_view kind) {
  std::string head = fmt::format(
      "<table class=\"sheet {}\">\n<caption class=\"unseen\">{}</caption>\n<thead><tr>"
      "<th class=\"seen\" scope=\"col\"><span class=\"unseen\">Read and found right</span>✓</th>"
      "<th class=\"mark\" scope=\"col\"><span class=\"unseen\">Key</span></th>",
      kind, escaped(what));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (has(languages, i)) head += fmt::format("<th scope=\"col\" lang=\"{}\">{}</th>", columns[i].tag, columns[i].name);
  }
  return head + "</tr></thead>\n<tbody>\n";
}

// One row; `cell` gives the HTML of a column's text.
template <class Cell>
std::string table_row(const Languages& languages, std::string_view row_class, std::string_view what, std::string_view mark,
                      const Cell& cell) {
  std::string row = fmt::format(
      "<tr class=\"{}\"><td class=\"seen\"><input type=\"checkbox\" aria-label=\"{} is right\"></td>"
      "<th class=\"mark\" scope=\"row\">{}</th>",
      row_class, escaped(what), mark);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (has(languages, i)) row += fmt::format("<td lang=\"{}\">{}</td>", columns[i].tag, cell(i));
  }
  return row + "</tr>\n";
}

std::string paragraph(std::string_view name, const std::string& text) {
  return text.empty() ? "" : fmt::format("<p class=\"{}\">{}</p>", name, escaped(text));
}

// What is right differs by shape, by word and by weight as well as by colour.
std::string mark_of(const SheetRow& row) {
  switch (row.mark) {
    case Mark::Right:
      return escaped(row.label) + R"(<span class="shape" aria-hidden="true">✔</span><span class="unseen"> right</span>)";
    case Mark::Wrong:
      return escaped(row.label) + R"(<span class="shape" aria-hidden="true">✗</span><span class="unseen"> wrong</span>)";
    case Mark::Part: return escaped(row.label);
  }
  return {};
}

std::string_view class_of(Mark mark) {
  switch (mark) {
    case Mark::Right: return "right";
    case Mark::Wrong: return "wrong";
    case Mark::Part: return "part";
  }
  return {};
}

std::string note_cell(const SheetNote& note, std::size_t language) {
  std::string cell = paragraph("text", note.text[language]);
  if (!note.as_of[language].empty()) {
    cell += fmt::format("<p class=\"remark\"><strong>{} {}:</strong> {}</p>", columns.at(language).as_of,
                        escaped(note.as_of_date), escaped(note.as_of[language]));
  }
  return cell;
}

std::string notes_table(const Topic& topic) {
  if (topic.notes.empty()) return {};
  std::string out = "<h2>Notes</h2>\n" + table_head(topic.languages, "Notes", "notes");
  for (const Note& note : topic.notes) {
    const SheetNote sheet = sheet_of(topic, note);
    const std::string id =
        fmt::format("<span class=\"id\" id=\"note-{0}\">{0}</span>", escaped(note.id.text)) +
        (note.lines.text.empty() ? "" : "<br><span class=\"lines\">lines " + escaped(note.lines.text) + "</span>");
    out += table_row(topic.languages, "note", "The note " + note.id.text, id,
                     [&sheet](std::size_t language) { return note_cell(sheet, language); });
  }
  return out + "</tbody></table>\n";
}

std::string cited_notes(const Question& question) {
  std::string out;
  for (const Words& note : question.notes) {
    out += fmt::format("{}<a href=\"#note-{}\">{}</a>", out.empty() ? "" : ", ", escaped(note.text), escaped(note.text));
  }
  return out.empty() ? "" : "<p class=\"quiet\">Notes: " + out + "</p>\n";
}

std::string article(const Topic& topic, const Question& question) {
  const Sheet sheet = sheet_of(topic, question);
  std::string out =
      fmt::format("<article id=\"{}\">\n<header><h3 class=\"id\">{}</h3><span class=\"quiet\">{}</span></header>\n",
                  escaped(question.id.text), escaped(question.id.text), escaped(summary_of(sheet)));
  out += table_head(topic.languages, "Question " + question.id.text, "question");
  out += table_row(topic.languages, "prompt", "The prompt", "<span class=\"unseen\">Prompt</span>",
                   [&](std::size_t language) { return paragraph("text", sheet.prompt[language]); });
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    const SheetRow& row = sheet.rows[i];
    const std::string name = row.label.empty() ? fmt::format("Answer {}", i + 1) : "Answer " + row.label;
    out += table_row(topic.languages, class_of(row.mark), name, mark_of(row), [&row](std::size_t language) {
      return paragraph("text", row.text[language]) + paragraph("reason", row.reason[language]);
    });
  }
  if (!sheet.explanation[0].empty() || !sheet.explanation[1].empty()) {
    out += table_row(topic.languages, "explanation", "The explanation", "Why",
                     [&](std::size_t language) { return paragraph("text", sheet.explanation[language]); });
  }
  return out + "</tbody></table>\n" + cited_notes(question) + "</article>\n";
}

}  // namespace

std::string topic_page(const Topic& topic, const std::string& navigation) {
  html::Page page;
  page.title = topic.languages.en ? topic.title.en.text : topic.title.es.text;
  page.navigation = navigation;
  std::string heading = topic.languages.en ? escaped(topic.title.en.text) : "";
  if (topic.languages.es && topic.title.es.text != topic.title.en.text) {
    heading += fmt::format("{}<span {}lang=\"es\">{}</span>", heading.empty() ? "" : " ",
                           heading.empty() ? "" : "class=\"other\" ", escaped(topic.title.es.text));
  }
  page.body = fmt::format("<h1>{}</h1>\n<p class=\"quiet\"><span class=\"id\">{}</span> · {} · {} · {} · {}{}</p>\n",
                          heading, escaped(topic.id.text), name_of(topic.domain), name_of(topic.origin),
                          counted(topic.notes.size(), "note"), counted(topic.questions.size(), "question"),
                          topic.source.text.empty() ? "" : " · lines " + escaped(topic.source.text));
  page.body += notes_table(topic);
  page.body += "<h2>Questions</h2>\n";
  for (const Question& question : topic.questions) page.body += article(topic, question);
  return html::page(page);
}

}  // namespace certamen::content
