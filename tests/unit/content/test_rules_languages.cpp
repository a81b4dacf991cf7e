// One case a rule of texts in two languages, of answers and of time.
#include <algorithm>

#include "content/check/languages.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Ids = std::vector<std::string>;

namespace {

const std::string english_note = "A bucket keeps at most 500 tags.";
const std::string spanish_note = "Un bucket guarda como máximo 500 etiquetas.";

std::string with_note(const std::string& english, const std::string& spanish) {
  return replaced(spoiled(english_note, "\"" + english + "\""), spanish_note, "\"" + spanish + "\"");
}

}  // namespace

TEST_CASE("names are the same in both languages") {
  CHECK(rules_broken(with_note("EC2 keeps 500 tags.", "El servicio guarda 500 etiquetas.")) == Ids{"names-differ"});
  CHECK(rules_broken(with_note("The CloudFront cache keeps 500 tags.", "La caché guarda 500 etiquetas.")) ==
        Ids{"names-differ"});
  CHECK(rules_broken(with_note("Athena keeps 500 tags.", "Atenea guarda 500 etiquetas.")) == Ids{"names-differ"});
  CHECK(rules_broken(with_note("A DB in an AZ keeps 500 ACLs, NOT more.",
                               "Una base en una zona guarda 500 ACL, y NO más.")) == Ids{});
}

TEST_CASE("names are told from words") {
  using Names = std::set<std::string>;
  CHECK(names_in("EC2's gp3 volumes, CloudFront and 2 ACLs") == Names{"EC2", "gp3", "CloudFront", "ACL"});
  CHECK(names_in("The LEAST effort, NOT 99 % in a DB") == Names{});
  CHECK(names_in("¿Athena o Kinesis?") == Names{"Athena", "Kinesis"});
}

TEST_CASE("a sentence stands in one language only, names and figures may stand in both") {
  const auto same = [](const std::string& text) { return rules_broken(with_note(text, text)); };
  CHECK(same("A bucket keeps at most 500 tags of the owner, and that is all.") == Ids{"untranslated"});
  CHECK(same("Un bucket guarda como máximo 500 etiquetas de la cuenta.") == Ids{"untranslated"});
  CHECK(same("AWS Key Management Service, 500 keys") == Ids{});
  CHECK(same("Internet of Things, 500") == Ids{});
}

TEST_CASE("texts are of comparable length in both languages") {
  CHECK(rules_broken(with_note("A bucket keeps at most 500 tags.",
                               "Un bucket de almacenamiento de cualquier clase guarda como máximo 500 etiquetas.")) ==
        Ids{"length-differs"});
  CHECK(rules_broken(with_note("A bucket of any of the storage classes keeps at most 500 of the tags.", "Guarda 500.")) ==
        Ids{"length-differs"});
}

TEST_CASE("Spanish writes numbers as Spanish does") {
  const auto broken = [](const std::string& english, const std::string& spanish) {
    return rules_broken(with_note(english, spanish));
  };
  const Ids wrong{"number-style"};
  CHECK(broken("It keeps 25,000 tags.", "Guarda 25,000 etiquetas.") == wrong);
  CHECK(broken("It keeps 25,000 tags.", "Guarda 25.000 etiquetas.") == wrong);
  CHECK(broken("It keeps 25,000 tags.", "Guarda 25 000 etiquetas.") == wrong);
  CHECK(broken("It keeps 25,000 tags.", "Guarda 25000 etiquetas.") == wrong);
  CHECK(broken("It keeps 5,000 tags.", "Guarda 5\u00A0000 etiquetas.") == wrong);
  CHECK(broken("It keeps 2.5 GB.", "Guarda 2.5 GB.") == wrong);
  CHECK(broken("It keeps 50% of it.", "Guarda el 50% de eso.") == wrong);
  CHECK(broken("It keeps 50% of it.", "Guarda el 50 % de eso.") == wrong);
  CHECK(broken("It keeps 25,000 tags, 5,000 names, 2.5 GB and 50% over TLS 1.2.",
               "Guarda 25\u00A0000 etiquetas, 5000 nombres, 2,5 GB y el 50\u00A0% con TLS 1.2.") == Ids{});
  CHECK(broken("It is at 169.254.169.254, account 111122223333.", "Está en 169.254.169.254, cuenta 111122223333.") == Ids{});
}

TEST_CASE("English writes numbers as English does") {
  const auto broken = [](const std::string& english, const std::string& spanish) {
    return rules_broken(with_note(english, spanish));
  };
  const Ids wrong{"number-style"};
  CHECK(broken("It keeps 25000 tags.", "Guarda 25\u00A0000 etiquetas.") == wrong);
  CHECK(broken("It keeps 25\u00A0000 tags.", "Guarda 25\u00A0000 etiquetas.") == wrong);
  CHECK(broken("It keeps 2,5 GB.", "Guarda 2,5 GB.") == wrong);
  CHECK(broken("It keeps 50 % of it.", "Guarda el 50\u00A0% de eso.") == wrong);
}

TEST_CASE("Spanish does not say tú to the reader") {
  CHECK(rules_broken(spoiled("¿Cuántas etiquetas admite un bucket?", "¿Cuántas etiquetas tienes en un bucket?")) ==
        Ids{"register-familiar"});
  CHECK(rules_broken(spoiled("¿Cuántas etiquetas admite un bucket?", "¿Cuántas etiquetas admite tu bucket?")) ==
        Ids{"register-familiar"});
}

TEST_CASE("one space stands between words, and none before a mark") {
  CHECK(rules_broken(with_note("A bucket keeps  at most 500 tags.", spanish_note)) == Ids{"spacing"});
  CHECK(rules_broken(with_note(english_note, "Un bucket guarda , como máximo , 500 etiquetas.")) == Ids{"spacing"});
  CHECK(rules_broken(with_note("GRANT ... keeps 500 tags.", "GRANT ... guarda 500 etiquetas.")) == Ids{});
}

TEST_CASE("a reason is more than what it is the reason for") {
  CHECK(rules_broken(spoiled("{en: It keeps messages., es: Guarda mensajes.}", "{en: The queue., es: Guarda mensajes.}")) ==
        Ids{"reason-repeats"});
}

TEST_CASE("an explanation is more than the key") {
  CHECK(rules_broken(spoiled("{en: Objects live in buckets., es: Los objetos viven en buckets.}",
                             "{en: The bucket., es: Los objetos viven en buckets.}")) == Ids{"explanation-repeats"});
  CHECK(rules_broken(spoiled("es: Un solo espacio de nombres para todos.", "es: El nombre de un bucket es global.")) ==
        Ids{"explanation-repeats"});
}

TEST_CASE("a tolerance is rounding, not guessing") {
  CHECK(rules_broken(spoiled("tolerance: 0.5", "tolerance: 51")) == Ids{"tolerance-wide"});
  CHECK(rules_broken(spoiled("tolerance: 0.5", "tolerance: 50")) == Ids{});
}

TEST_CASE("the time allowed is enough to read and think") {
  CHECK(rules_broken(spoiled("seconds: 40", "seconds: 10")) == Ids{"time-short"});
  CHECK(rules_broken(spoiled("seconds: 40", "seconds: 15")) == Ids{});
}

TEST_CASE("what is put in order or matched is read, too") {
  const std::string words =
      "a text of some hundred and twenty letters that a person needs some six seconds to read, whoever it is and when";
  const auto is_short = [](const std::string& text) {
    const Ids broken = rules_broken(text);
    return std::find(broken.begin(), broken.end(), "time-short") != broken.end();
  };
  const std::string ordering = spoiled("    kind: ordering\n", "    kind: ordering\n    seconds: 25\n");
  CHECK_FALSE(is_short(ordering));
  CHECK(is_short(replaced(ordering, "{en: Signature, es: Firma}", "{en: \"" + words + "\", es: Firma}")));
  const std::string matching = spoiled("    kind: matching\n", "    kind: matching\n    seconds: 25\n");
  CHECK_FALSE(is_short(matching));
  CHECK(is_short(replaced(matching, "{en: Objects, es: Objetos}", "{en: \"" + words + "\", es: Objetos}")));
}

TEST_CASE("a remark that is much older than the newest is looked at again") {
  const std::string second =
      "    en: A bucket keeps at most 500 tags.\n    as_of: {date: \"2025-05\", en: It was 50., es: Eran 50.}\n";
  const std::string both = spoiled("    en: A bucket keeps at most 500 tags.\n", second);
  CHECK(rules_broken(both) == Ids{});
  CHECK(rules_broken(replaced(both, "2025-05", "2025-04")) == Ids{"remark-stale"});
  const auto in_month = [](const std::string& text, std::string_view month) {
    Ids rules;
    for (const Finding& finding : compile({SourceFile{"t/sample.yaml", text}}, Drafts::Included, month).findings) {
      rules.emplace_back(finding.rule);
    }
    return rules;
  };
  CHECK(in_month(sample(), "2028-06") == Ids{"remark-stale"});
  CHECK(in_month(sample(), "2028-05") == Ids{});
  CHECK(in_month(sample(), "2026-10") == Ids{"remark-early"});
}
