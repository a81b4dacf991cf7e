#include "tests/unit/content/sample.hpp"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/catch.hpp"

namespace certamen::content {

const std::string& sample() {
  static const std::string text = R"yaml(topic: sample
title: {en: Sample storage, es: Almacenamiento de muestra}
domain: secure
source: "10-20, 30"
notes:
  - id: limits
    lines: "10, 12-14"
    en: A bucket keeps at most 500 tags.
    es: Un bucket guarda como máximo 500 etiquetas.
  - id: order
    lines: "30"
    en: Requests pass the policy before the key.
    es: Las peticiones pasan la política antes que la clave.
    as_of:
      date: "2026-11"
      en: The notes name the key first.
      es: Los apuntes nombran primero la clave.
questions:
  - id: choose-one
    kind: single
    difficulty: 2
    notes: [limits]
    seconds: 40
    domain: resilient
    prompt: {en: "Which store keeps objects for a backup team?", es: "¿Qué servicio guarda objetos para un equipo de copias?"}
    options:
      - text: {en: The bucket, es: El bucket}
        correct: true
        reason: {en: It keeps objects., es: Guarda objetos.}
      - text: {en: The queue, es: La cola}
        reason: {en: It keeps messages., es: Guarda mensajes.}
      - {text: {en: The table, es: La tabla}, reason: {en: It keeps rows., es: Guarda filas.}}
      - {text: {en: The log, es: El log}, reason: {en: It keeps lines., es: Guarda líneas.}}
    explanation: {en: Objects live in buckets., es: Los objetos viven en buckets.}
  - id: choose-two
    kind: multiple
    difficulty: 3
    notes: [limits, order]
    prompt: {en: "Which of these encrypt data at rest? Choose two.", es: "¿Cuáles cifran los datos en reposo? Elija dos."}
    options:
      - {text: {en: Managed keys, es: Claves gestionadas}, correct: true, reason: {en: They encrypt., es: Cifran.}}
      - {text: {en: Customer keys, es: Claves del cliente}, correct: true, reason: {en: They encrypt., es: Cifran.}}
      - {text: {en: Access logs, es: Registros de acceso}, reason: {en: They only tell., es: Solo cuentan.}}
      - {text: {en: Tags, es: Etiquetas}, reason: {en: They only name., es: Solo nombran.}}
    explanation: {en: Keys encrypt., es: Las claves cifran.}
  - id: is-it-so
    kind: true_false
    difficulty: 1
    notes: [limits]
    prompt: {en: A bucket name is global., es: El nombre de un bucket es global.}
    answer: true
    reason: {en: Names are shared by all accounts., es: Los nombres son comunes a todas las cuentas.}
    explanation: {en: One namespace for everybody., es: Un solo espacio de nombres para todos.}
  - id: how-many
    kind: numeric
    difficulty: 4
    notes: [limits]
    prompt: {en: "How many tags can one bucket hold?", es: "¿Cuántas etiquetas admite un bucket?"}
    answer: {value: 500, tolerance: 0.5, unit: {en: tags, es: etiquetas}}
    mistakes:
      - {value: 50, reason: {en: That is the old limit., es: Ese es el límite antiguo.}}
    explanation: {en: The limit is 500., es: El límite es 500.}
  - id: in-order
    kind: ordering
    difficulty: 2
    notes: [order]
    prompt: {en: Order the checks of a request., es: Ordene las comprobaciones de una petición.}
    items:
      - {text: {en: Signature, es: Firma}, reason: {en: Who asks., es: Quién pide.}}
      - {text: {en: Policy, es: Política}, reason: {en: What is allowed., es: Qué se permite.}}
      - {text: {en: Key, es: Clave}, reason: {en: What is decrypted., es: Qué se descifra.}}
    explanation: {en: Cheap checks come first., es: Primero van las comprobaciones baratas.}
  - id: pair-up
    kind: matching
    difficulty: 2
    notes: [order]
    prompt: {en: Match each service with what it keeps., es: Empareje cada servicio con lo que guarda.}
    pairs:
      - {left: S3, right: {en: Objects, es: Objetos}, reason: {en: By key., es: Por clave.}}
      - {left: SQS, right: {en: Messages, es: Mensajes}, reason: {en: In queues., es: En colas.}}
      - {left: RDS, right: {en: Rows, es: Filas}, reason: {en: In tables., es: En tablas.}}
    explanation: {en: Each keeps its own., es: Cada uno guarda lo suyo.}
  - id: name-it
    kind: short_text
    difficulty: 5
    notes: [order]
    prompt: {en: "What is the encryption service called?", es: "¿Cómo se llama el servicio de cifrado?"}
    accept: [KMS, Key Management Service]
    mistakes:
      - {text: IAM, reason: {en: It keeps identities., es: Guarda identidades.}}
    explanation: {en: KMS manages keys., es: KMS gestiona claves.}
)yaml";
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string spoiled(const std::string& from, const std::string& to) {
  return replaced(sample(), from, to);
}

std::vector<std::string> findings_of(const std::string& text) {
  const std::string path = "topics/sample.yaml";
  std::vector<std::string> lines;
  for (const Finding& finding : compile({SourceFile{path, text}}).findings) {
    lines.push_back(format(finding).substr(path.size() + 1));
  }
  return lines;
}

std::vector<std::string> rules_broken(const std::vector<SourceFile>& files) {
  std::vector<std::string> rules;
  for (const Finding& finding : compile(files).findings) rules.emplace_back(finding.rule);
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  return rules;
}

std::vector<std::string> rules_broken(const std::string& text) {
  return rules_broken({SourceFile{"topics/sample.yaml", text}});
}

int line_of(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string plain_topic(const std::string& id, int questions, int difficulty) {
  std::string text =
      "topic: " + id + "\ntitle: {en: Topic " + id + ", es: Tema " + id + "}\ndomain: resilient\nsource: \"1\"\n";
  text += "notes:\n  - {id: fact, lines: \"1\", en: A fact., es: Un hecho.}\nquestions:\n";
  for (int i = 0; i < questions; ++i) {
    const std::string name = "q" + std::to_string(i);
    text +=
        "  - id: " + name + "\n    kind: single\n    difficulty: " + std::to_string(difficulty) + "\n    notes: [fact]\n";
    text += "    prompt: \"" + id + " " + name + "\"\n    options:\n";
    for (const std::string letter : {"A", "B", "C", "D"}) {
      text +=
          "      - {text: Option " + letter + ", reason: Because " + letter + (letter == "B" ? ", correct: true}\n" : "}\n");
    }
    text += "    explanation: {en: So it is., es: Así es.}\n";
  }
  return text;
}

std::vector<Topic> topics_of(const std::vector<SourceFile>& files) {
  Compiled compiled = compile(files);
  for (const Finding& finding : compiled.findings) FAIL(format(finding));
  return compiled.topics;
}

TemporaryFile::TemporaryFile() {
  std::string pattern = (std::filesystem::temp_directory_path() / "certamen-test-XXXXXX").string();
  REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  folder_ = pattern;
  path_ = folder_ + "/bank.db";
}

TemporaryFile::TemporaryFile(const std::string& bytes) : TemporaryFile() {
  write_file(path_, bytes);
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream stream(path, std::ios::binary);
  stream << bytes;
  REQUIRE(stream.good());
}

}  // namespace certamen::content
