#include <fmt/format.h>

#include <algorithm>

#include "server/report/answers.hpp"
#include "server/report/exports.hpp"
#include "server/report/markup.hpp"
#include "server/report/page_css.hpp"
#include "server/report/words.hpp"

namespace certamen::report {
namespace {

using wire::Language;

constexpr std::size_t bins = 10;

// A page under way, in one language.
class Page {
 public:
  explicit Page(const GameResults& results) : results_(results), language_(results.language) {}

  [[nodiscard]] std::string whole() {
    head();
    standings();
    if (!results_.questions.empty()) {
      charts();
      fairness();
      questions();
      players();
    }
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(const char* english, const char* spanish) const {
    return Words{english, spanish}.in(language_);
  }
  [[nodiscard]] std::string say(const Words& words) const { return words.in(language_); }
  [[nodiscard]] std::string ruling_words(const std::string& ruling) const {
    if (ruling == "voided")
      return say("Voided by the host: it counts for nobody.", "Anulada por el anfitrión: no cuenta para nadie.");
    if (ruling == "skipped")
      return say("Skipped by the host: it was not scored.", "Saltada por el anfitrión: no se puntuó.");
    if (ruling == "unscored") return say("Asked without being scored.", "Se preguntó sin puntuar.");
    return say("The key was corrected afterwards.", "La clave se corrigió después.");
  }
  // Beside an answer, where its points would be a riddle without it.
  [[nodiscard]] std::string ruling_remark(std::size_t index) const {
    const std::string& ruling = results_.questions[index].ruling;
    if (ruling == "voided") return say(" (voided)", " (anulada)");
    if (ruling == "skipped") return say(" (skipped)", " (saltada)");
    if (ruling == "unscored") return say(" (unscored)", " (sin puntuar)");
    return ruling.empty() ? "" : say(" (key corrected)", " (clave corregida)");
  }
  void fact(const std::string& name, const std::string& value) {
    out_ += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
  }
  void open_table(const std::string& caption, const std::vector<std::string>& columns, const std::string& numbers,
                  const std::string& kind = "") {
    out_ += fmt::format("<table{}>\n<caption>{}</caption>\n<thead><tr>", kind, caption);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      out_ += fmt::format("<th scope=\"col\"{}>{}</th>", numbers[i] == 'n' ? " class=\"number\"" : "", columns[i]);
    }
    out_ += "</tr></thead>\n<tbody>\n";
  }
  void close_table() { out_ += "</tbody>\n</table>\n"; }
  [[nodiscard]] static std::string cell(const std::string& html) { return "<td>" + html + "</td>"; }
  template <class Number>
  [[nodiscard]] static std::string number(const Number& value) {
    return fmt::format("<td class=\"number\">{}</td>", value);
  }

  void head() {
    const std::string title = fmt::format("{} {}", say("Results of room", "Resultados de la sala"), escaped(results_.code));
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width\">\n<title>{} - Certamen</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n"
        "<h1>{}</h1>\n<p class=\"quiet\">Certamen, {} {}</p>\n<dl>\n",
        language_ == Language::Spanish ? "es" : "en", title, page_css, title, say("game", "partida"), results_.game);
    fact(say("Players", "Jugadores"), std::to_string(results_.players.size()));
    const auto unscored = std::count_if(results_.questions.begin(), results_.questions.end(),
                                        [](const QuestionResult& question) { return question.unscored; });
    std::string asked = fmt::format("{} {} {}", results_.questions.size(), say("of", "de"), results_.paper_questions);
    if (unscored > 0) asked += fmt::format(", {} {}", unscored, say("without being scored", "sin puntuar"));
    fact(say("Questions asked", "Preguntas hechas"), asked);
    fact(say("Scoring", "Puntuación"), say(words_of(results_.settings.scoring)));
    fact(say("State", "Estado"), results_.finished ? say("finished", "terminada") : say("not finished", "sin terminar"));
    fact(say("Digest", "Huella"), results_.digest);
    out_ += "</dl>\n";
  }

  void standings() {
    out_ += fmt::format("<h2>{}</h2>\n", say("Standings", "Clasificación"));
    if (results_.players.empty()) {
      out_ += fmt::format("<p>{}</p>\n", say("Nobody played.", "No jugó nadie."));
      return;
    }
    open_table(say("Best first; equal ranks are ties.", "De mejor a peor; puestos iguales son empates."),
               {say("Rank", "Puesto"), say("Name", "Nombre"), say("Points", "Puntos"), say("Right", "Aciertos"),
                say("Answered", "Contestadas"), say("Asked", "Preguntadas"), say("Unscored", "Sin puntuar"),
                say("Time of right answers", "Tiempo de los aciertos")},
               "ntnnnnnn");
    for (const PlayerResult& player : results_.players) {
      out_ += "<tr>" + number(player.row.rank) + fmt::format("<th scope=\"row\">{}</th>", isolated(player.row.name)) +
              number(player.row.points) + number(player.row.right_count) + number(player.answered_count) +
              number(player.asked_count) + number(player.unscored_count) +
              number(seconds(player.row.right_tenths, language_)) + "</tr>\n";
    }
    close_table();
    if (!results_.teams.empty()) teams();
  }

  void teams() {
    open_table(say("Teams: each question adds the mean of its members' points.",
                   "Equipos: cada pregunta suma la media de los puntos de sus miembros."),
               {say("Rank", "Puesto"), say("Team", "Equipo"), say("Points", "Puntos"), say("Members", "Miembros")}, "nnnt");
    for (const wire::TeamRow& team : results_.teams) {
      std::string members;
      for (const PlayerResult& player : results_.players) {
        if (player.team == team.team) members += (members.empty() ? "" : ", ") + isolated(player.row.name);
      }
      out_ += "<tr>" + number(team.rank) + number(team.team) + number(team.points) + cell(members) + "</tr>\n";
    }
    close_table();
  }

  void charts() {
    std::vector<std::int64_t> points;
    for (const PlayerResult& player : results_.players) points.push_back(player.row.points);
    const std::string title = say("How many players scored how much", "Cuántos jugadores sacaron cuánto");
    out_ += fmt::format("<h2>{}</h2>\n", title);
    if (points.size() < facility_players_min) {
      out_ += fmt::format("<p>{}</p>\n",
                          say("Too few players for a distribution.", "Muy pocos jugadores para una distribución."));
    } else {
      const Histogram spread = histogram(points, bins);
      std::vector<Column> columns;
      for (std::size_t i = 0; i < spread.counts.size(); ++i) {
        const std::int64_t from = spread.from + static_cast<std::int64_t>(i) * spread.width;
        columns.push_back({fmt::format("{}–{}", from, from + spread.width - 1), spread.counts[i]});
      }
      out_ += column_chart(title, columns);
    }
    facility_chart();
  }

  void facility_chart() {
    const std::string title = say("How easy each question was", "Lo fácil que fue cada pregunta");
    out_ += fmt::format("<h2>{}</h2>\n<p class=\"quiet\">{}</p>\n", title,
                        say("Share of full credit earned by those who were asked.",
                            "Parte del crédito completo que ganaron aquellos a quienes se preguntó."));
    std::vector<Line> lines;
    for (const QuestionResult& question : results_.questions) {
      const ItemStatistics& item = question.statistics;
      const std::string value = item.facility.value ? percent(*item.facility.value) : say(words_of(item.facility.thin));
      lines.push_back({fmt::format("{}.", question.number), item.facility.value.value_or(0), value});
    }
    out_ += line_chart(title, lines);
  }

  void fairness() {
    if (results_.fairness.empty()) return;
    out_ += fmt::format("<h2>{}</h2>\n", say("Fair time", "Tiempo justo"));
    open_table(
        say("Round trips as the server measured them, the credit given for them, and where everyone would stand without.",
            "Idas y vueltas medidas por el servidor, el crédito dado por ellas y el puesto de cada cual sin él."),
        {say("Name", "Nombre"), say("Typical", "Típica"), say("Slow (p95)", "Lenta (p95)"),
         say("Answers credited", "Respuestas con crédito"), say("Credit", "Crédito"),
         say("Stamps not believed", "Sellos no creídos"), say("Rank", "Puesto"),
         say("Rank without credit", "Puesto sin crédito")},
        "tnnnnnnn");
    for (const FairnessResult& row : results_.fairness) {
      out_ += fmt::format("<tr><th scope=\"row\">{}</th>", isolated(name_of_seat(row.seat))) +
              number(milliseconds(row.round_trip_p50_ms)) + number(milliseconds(row.round_trip_p95_ms)) +
              number(row.credited) + number(milliseconds(row.credit_ms)) + number(row.stamps_outside) + number(row.rank) +
              number(row.rank_without_credit) + "</tr>\n";
    }
    close_table();
  }

  [[nodiscard]] static std::string milliseconds(std::uint32_t count) { return fmt::format("{} ms", count); }
  [[nodiscard]] std::string name_of_seat(wire::SeatId seat) const {
    for (const PlayerResult& player : results_.players) {
      if (player.row.seat == seat) return player.row.name;
    }
    return std::to_string(seat.value);
  }

  [[nodiscard]] std::string estimate(const Estimate& from) const {
    return from.value ? fraction(*from.value, language_) : say(words_of(from.thin));
  }

  void questions() {
    out_ += fmt::format("<section class=\"sheet\">\n<h2>{}</h2>\n", say("Questions", "Preguntas"));
    const std::string help = say(
        "Discrimination is the correlation of a question with all others: below 0.2 look at the question, below 0 its "
        "key may be wrong. It is told from {} players and {} questions on. D compares the best and the worst 27 %, from "
        "{} players on. Thirds are by total credit, from {} players on.",
        "La discriminación es la correlación de una pregunta con todas las demás: por debajo de 0,2 conviene revisarla, "
        "por debajo de 0 puede fallar su clave. Se dice a partir de {} jugadores y {} preguntas. D compara el mejor y el "
        "peor 27 %, a partir de {} jugadores. Los tercios van por crédito total, a partir de {} jugadores.");
    out_ += fmt::format("<p class=\"quiet\">{}</p>\n",
                        fmt::format(fmt::runtime(help), discrimination_players_min, discrimination_questions_min,
                                    groups_players_min, thirds_players_min));
    for (const QuestionResult& question : results_.questions) question_card(question);
    out_ += "</section>\n";
  }

  void question_card(const QuestionResult& question) {
    const ItemStatistics& item = question.statistics;
    out_ += fmt::format("<article class=\"card\">\n<h3>{}. {}</h3>\n<p class=\"quiet\">{} · {} · {} · {} {} · {}</p>\n",
                        question.number, escaped(question.prompt), escaped(question.topic), say(words_of(question.domain)),
                        say(words_of(question.kind)), say("difficulty", "dificultad"), question.difficulty,
                        escaped(question.id));
    out_ +=
        fmt::format("<p>{}: <strong>{}</strong></p>\n", say("Right answer", "Respuesta correcta"), escaped(question.key));
    if (!question.ruling.empty()) out_ += fmt::format("<p><strong>{}</strong></p>\n", ruling_words(question.ruling));
    out_ += "<dl>\n";
    fact(say("Right", "Aciertos"), fmt::format("{} {} {}", item.right, say("of", "de"), item.asked));
    fact(say("Facility", "Facilidad"), estimate(item.facility));
    fact(say("Discrimination", "Discriminación"), estimate(item.discrimination));
    fact("D (27 %)", estimate(item.upper_lower));
    out_ += "</dl>\n";
    choices_table(question);
    out_ += "</article>\n";
  }

  void choices_table(const QuestionResult& question) {
    std::vector<std::string> columns = {say("Answer", "Respuesta")};
    std::string numbers = "t";
    if (results_.has_thirds) {
      for (const std::string& third : {say("Upper third", "Tercio alto"), say("Middle", "Medio"), say("Lower", "Bajo")}) {
        columns.push_back(third);
        numbers += 'n';
      }
    }
    columns.push_back(say("All", "Todos"));
    columns.push_back(say("Share", "Parte"));
    open_table(say("Who chose what", "Quién eligió qué"), columns, numbers + "nt", " class=\"choices\"");
    for (const Choice& choice : question.choices) choice_row(choice, isolated(choice.words), question.statistics.asked);
    if (question.choices_left_out > 0) {
      Choice others;
      others.count = question.choices_left_out;
      choice_row(others, say("other answers", "otras respuestas"), question.statistics.asked, false);
    }
    choice_row(question.omitted, say("no answer", "sin respuesta"), question.statistics.asked);
    close_table();
  }

  void choice_row(const Choice& choice, const std::string& words, std::size_t asked, bool has_thirds = true) {
    out_ += fmt::format("<tr{}><th scope=\"row\">{}{}</th>", choice.right ? " class=\"key\"" : "", words,
                        choice.right ? " (" + say("right", "correcta") + ")" : "");
    if (results_.has_thirds) {
      for (const std::size_t count : {choice.upper, choice.middle, choice.lower}) {
        out_ += has_thirds ? number(count) : number("");
      }
    }
    out_ += number(choice.count) + "<td class=\"narrow\">" + bar(choice.count, asked, choice.right) + "</td></tr>\n";
  }

  void players() {
    out_ += fmt::format("<section class=\"sheet\">\n<h2>{}</h2>\n", say("Answers by player", "Respuestas por jugador"));
    for (const PlayerResult& player : results_.players) player_card(player);
    out_ += "</section>\n";
  }

  void player_card(const PlayerResult& player) {
    const bool certain = results_.settings.scoring == wire::Scoring::Certainty;
    out_ += fmt::format("<article class=\"person\">\n<h3>{}</h3>\n", isolated(player.row.name));
    std::vector<std::string> columns = {say("No.", "N.º"), say("Answer", "Respuesta"), say("Result", "Resultado"),
                                        say("Time", "Tiempo"), say("Points", "Puntos")};
    if (certain) columns.push_back(say("Certainty", "Certeza"));
    open_table(fmt::format("{}: {} · {}: {} · {}: {}", say("Rank", "Puesto"), player.row.rank, say("points", "puntos"),
                           player.row.points, say("right", "aciertos"), player.row.right_count),
               columns, "nttnnt");
    for (std::size_t i = 0; i < player.asked.size(); ++i) {
      out_ += fmt::format("<tr><th scope=\"row\" class=\"number\">{}</th>", i + 1);
      answer_cells(player, i, certain);
      out_ += "</tr>\n";
    }
    close_table();
    out_ += "</article>\n";
  }

  void answer_cells(const PlayerResult& player, std::size_t index, bool certain) {
    const std::optional<AnswerResult>& answer = player.answers[index];
    if (!answer) {
      const std::string why = player.asked[index] ? say("no answer", "sin respuesta") : say("not asked", "no preguntada");
      out_ += cell("–") + cell(why + ruling_remark(index)) + number("–") + number(0) + (certain ? cell("–") : "");
      return;
    }
    std::string verdict = say("wrong", "fallo");
    if (answer->right) {
      verdict = say("right", "acierto");
    } else if (answer->credit_thousandths > 0) {
      verdict = fmt::format("{} ({})", say("partly", "en parte"), percent(answer->credit_thousandths / 1000.0));
    }
    std::string words = isolated(answer->words);
    if (!answer->first_words.empty()) {
      words += fmt::format("<br><span class=\"quiet\">{}: {}</span>", say("first vote", "primer voto"),
                           isolated(answer->first_words));
    }
    if (answer->allowance != wire::Allowance::Whole) {
      verdict += fmt::format(" · {} % {}", percent_of(answer->allowance), say("of the time", "del tiempo"));
    }
    out_ += cell(words) + cell(verdict + ruling_remark(index)) + number(seconds(answer->tenths, language_)) +
            number(answer->points);
    if (certain) out_ += cell(answer->certainty ? say(words_of(*answer->certainty)) : "–");
  }

  const GameResults& results_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string html(const GameResults& results) {
  return Page(results).whole();
}

}  // namespace certamen::report
