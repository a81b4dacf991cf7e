#include "tests/golden/texts.hpp"

#include <array>

#include "client/ui/utf8.hpp"

namespace certamen::golden {

namespace {

constexpr const char* long_english =
    "An application that processes orders behind an Application Load Balancer writes every transaction to a relational "
    "database and must survive the loss of a whole Availability Zone without losing acknowledged writes, while keeping the "
    "operational effort as small as possible and without changing the code that the development team maintains today; which "
    "combination of services and settings meets all of these requirements at the lowest cost for the next three years? ";
constexpr const char* long_spanish =
    "Una aplicación que procesa pedidos detrás de un Application Load Balancer escribe cada transacción en una base de "
    "datos "
    "relacional y debe sobrevivir a la pérdida de una zona de disponibilidad completa sin perder escrituras confirmadas, "
    "con "
    "el menor esfuerzo operativo posible y sin cambiar el código que mantiene hoy el equipo de desarrollo; ¿qué combinación "
    "de "
    "servicios y ajustes cumple todos estos requisitos con el menor coste durante los próximos tres años? ";

constexpr const char* long_title = "Redundancia, escalado y recuperación de grandes sistemas en varias regiones";

std::string of_length(const std::string& source, std::size_t length) {
  std::string text = source;
  while (ui::code_point_count(text) < length) text += source;
  text.resize(ui::offset_of(text, length));
  if (text.back() == ' ') text.back() = '.';
  return text;
}

constexpr std::array people{"Ana",    "Bruno", "Carmen", "Diego",  "Elena",  "Farid", "Gloria",  "Hugo",
                            "Irene",  "Jorge", "Karima", "Lucía",  "Marcos", "Nadia", "Óscar",   "Paula",
                            "Quique", "Rosa",  "Samuel", "Teresa", "Unai",   "Vera",  "Yolanda", "Zoe"};

struct TopicText {
  const char* id;
  const char* english;
  const char* spanish;
  wire::ExamDomain domain;
};
constexpr std::array topic_texts{
    TopicText{"ec2-placement-groups", "Placement groups", "Placement groups", wire::ExamDomain::HighPerforming},
    TopicText{"s3-storage-classes", "S3 storage classes", "Clases de almacenamiento de S3", wire::ExamDomain::CostOptimized},
    TopicText{"kms-keys", "KMS keys", "Claves de KMS", wire::ExamDomain::Secure},
    TopicText{"sqs-standard", "SQS standard queues", "Colas estándar de SQS", wire::ExamDomain::Resilient},
    TopicText{"aurora-core", "Aurora", "Aurora", wire::ExamDomain::Resilient},
    TopicText{"vpc-basics", "VPC basics", "Fundamentos de VPC", wire::ExamDomain::Secure},
    TopicText{"efs-vs-ebs", "EFS and EBS compared", "EFS frente a EBS", wire::ExamDomain::HighPerforming},
    TopicText{"ec2-purchasing-options", "EC2 purchasing options", "Opciones de compra de EC2",
              wire::ExamDomain::CostOptimized},
    TopicText{"sns-fanout", "SNS fan-out", "Difusión con SNS", wire::ExamDomain::Resilient},
    TopicText{"dynamodb-basics", "DynamoDB basics", "Fundamentos de DynamoDB", wire::ExamDomain::HighPerforming},
    TopicText{"cloudwatch-metrics", "CloudWatch metrics", "Métricas de CloudWatch", wire::ExamDomain::Resilient},
    TopicText{"elb-concepts", "Load balancer concepts", "Conceptos de balanceadores", wire::ExamDomain::HighPerforming},
    TopicText{"vpc-igw-nat", "Internet and NAT gateways", "Pasarelas de internet y NAT", wire::ExamDomain::Secure},
    TopicText{"storage-gateway", "Storage Gateway", "Storage Gateway", wire::ExamDomain::Resilient},
    TopicText{"secrets-manager", "Secrets Manager", "Secrets Manager", wire::ExamDomain::Secure},
    TopicText{"ecs", "Containers on ECS", "Contenedores en ECS", wire::ExamDomain::HighPerforming}};

}  // namespace

std::string Texts::either(const char* english, const char* spanish, std::size_t length) const {
  const bool spanish_text = language_ == wire::Language::Spanish;
  if (longest()) return of_length(spanish_text ? long_spanish : long_english, length);
  return spanish_text ? spanish : english;
}

std::string Texts::topic() const {
  return longest() ? of_length(long_title, 70) : "Placement groups";
}

std::string Texts::prompt(wire::QuestionKind kind) const {
  switch (kind) {
    case wire::QuestionKind::SingleChoice:
      return either(
          "A tightly coupled simulation exchanges messages between its nodes all the time and needs the lowest network "
          "latency "
          "that EC2 can give. All nodes fit in one Availability Zone. Which placement strategy fits best?",
          "Una simulación muy acoplada intercambia mensajes entre sus nodos sin parar y necesita la menor latencia de red "
          "que EC2 "
          "pueda dar. Todos los nodos caben en una zona de disponibilidad. ¿Qué estrategia de ubicación conviene más?",
          420);
    case wire::QuestionKind::MultipleResponse:
      return either("Which two statements about partition placement groups are true? Choose two.",
                    "¿Qué dos afirmaciones sobre los partition placement groups son ciertas? Elija dos.", 420);
    case wire::QuestionKind::TrueFalse:
      return either("A cluster placement group can span several Availability Zones of the same Region.",
                    "Un cluster placement group puede abarcar varias zonas de disponibilidad de la misma región.", 420);
    case wire::QuestionKind::Numeric:
      return either(
          "One rack-level spread placement group covers three Availability Zones. How many running instances can it hold at "
          "most?",
          "Un spread placement group a nivel de rack cubre tres zonas de disponibilidad. ¿Cuántas instancias en ejecución "
          "puede "
          "tener como máximo?",
          420);
    case wire::QuestionKind::Matching:
      return either("Which limit goes with which placement strategy?", "¿Qué límite tiene cada estrategia de ubicación?",
                    420);
    case wire::QuestionKind::ShortText:
      return either("Which service keeps objects for the lowest price when they are read once a year?",
                    "¿Qué servicio guarda objetos al menor precio si se leen una vez al año?", 420);
    case wire::QuestionKind::Ordering:
      return either("From the nearest to the farthest: order the placement strategies by how close they keep instances.",
                    "De la más próxima a la más lejana: ordene las estrategias según lo cerca que dejan las instancias.",
                    420);
  }
  return {};
}

std::vector<std::string> Texts::options(wire::QuestionKind kind) const {
  switch (kind) {
    case wire::QuestionKind::SingleChoice:
      return {either("A cluster placement group", "Un cluster placement group", 130),
              either("A spread placement group", "Un spread placement group", 129),
              either("A partition placement group", "Un partition placement group", 128),
              either("An Auto Scaling group across three zones", "Un Auto Scaling group en tres zonas", 130)};
    case wire::QuestionKind::MultipleResponse:
      return {either("Partitions do not share racks", "Las particiones no comparten racks", 130),
              either("There are at most seven partitions in each zone", "Hay siete particiones por zona como máximo", 130),
              either("All instances share one rack", "Todas las instancias comparten un rack", 130),
              either("They hold at most seven instances", "Admiten siete instancias como máximo", 130),
              either("They give the lowest latency of all", "Dan la menor latencia de todos", 130),
              either("They cannot be used by Kafka or Cassandra", "Kafka y Cassandra no pueden usarlos", 130)};
    case wire::QuestionKind::TrueFalse:
      return language_ == wire::Language::Spanish ? std::vector<std::string>{"Verdadero", "Falso"}
                                                  : std::vector<std::string>{"True", "False"};
    case wire::QuestionKind::Ordering: return arranged(6);
    case wire::QuestionKind::Matching: return arranged(longest() ? 6 : 4);
    case wire::QuestionKind::Numeric:
    case wire::QuestionKind::ShortText: return {};
  }
  return {};
}

std::vector<std::string> Texts::arranged(std::size_t count) const {
  std::vector<std::string> items{either("A cluster placement group", "Un cluster placement group", 130),
                                 either("A partition placement group", "Un partition placement group", 129),
                                 either("A spread placement group by rack", "Un spread placement group por rack", 128),
                                 either("Two Availability Zones", "Dos zonas de disponibilidad", 130),
                                 either("Two Regions of one continent", "Dos regiones de un continente", 130),
                                 either("Two continents", "Dos continentes", 130)};
  items.resize(count);
  return items;
}

std::vector<std::string> Texts::matches() const {
  std::vector<std::string> all{either("Seven instances in each zone", "Siete instancias por zona", 130),
                               either("Seven partitions in each zone", "Siete particiones por zona", 129),
                               either("One Availability Zone", "Una zona de disponibilidad", 130),
                               either("No limit of its own", "Ningún límite propio", 128),
                               either("Seven hosts", "Siete hosts", 130),
                               either("One Region", "Una región", 130)};
  all.resize(longest() ? 6 : 4);
  return all;
}

std::vector<std::string> Texts::spellings() const {
  std::vector<std::string> all{either("S3 Glacier Deep Archive", "S3 Glacier Deep Archive", 130),
                               either("Glacier Deep Archive", "Glacier Deep Archive", 130),
                               either("Deep Archive", "Deep Archive", 120)};
  if (longest()) all.resize(wire::spellings_max, all.back());
  return all;
}

std::string Texts::misspelling() const {
  return either("s3 glacier flexible", "s3 glacier flexible", 128);
}

std::string Texts::unit() const {
  return either("instances", "instancias", 24);
}

std::string Texts::explanation() const {
  return either(
      "Cluster trades resilience for speed, with all instances near each other in one zone. Spread and partition trade the "
      "other way.",
      "Cluster cambia resiliencia por velocidad, con todas las instancias cercanas en una zona. Spread y partition hacen el "
      "cambio "
      "inverso.",
      480);
}

std::string Texts::reason() const {
  return either(
      "It separates instances onto distinct hardware to limit failures; it does nothing to shorten the network path.",
      "Separa las instancias en hardware distinto para limitar fallos; no acorta el camino de red.", 260);
}

std::string Texts::note() const {
  return either(
      "A rack-level spread placement group runs at most 7 instances in each Availability Zone and can cover several zones "
      "of a "
      "Region.",
      "Un spread placement group a nivel de rack admite como máximo 7 instancias en ejecución por zona de disponibilidad y "
      "puede "
      "cubrir varias zonas de una región.",
      260);
}

std::string Texts::as_of() const {
  return either(
      "One line of the original notes says \"per group of AZ\"; the limit is counted per Availability Zone and group.",
      "Una línea de los apuntes originales dice \"por grupo de AZ\"; el límite se cuenta por zona de disponibilidad y "
      "grupo.",
      320);
}

std::string Texts::name(std::size_t index) const {
  const std::string base = people[index % people.size()];
  if (longest()) return of_length(base + " Wwwwwm de la Mmmmmmmmm", wire::name_graphemes_max);
  return index < people.size() ? base : base + " " + std::to_string(index / people.size() + 1);
}

std::vector<wire::TopicSummary> Texts::topics() const {
  std::vector<wire::TopicSummary> topics;
  const std::size_t count = longest() ? 110 : topic_texts.size();
  for (std::size_t i = 0; i < count; ++i) {
    const TopicText& text = topic_texts[i % topic_texts.size()];
    wire::TopicSummary topic;
    topic.id = std::string{text.id} + (i < topic_texts.size() ? "" : std::to_string(i));
    topic.title = longest() ? of_length(long_title, 70) : language_ == wire::Language::Spanish ? text.spanish : text.english;
    topic.domain = text.domain;
    topic.question_count = static_cast<std::uint32_t>(9 + i % 7);
    topics.push_back(std::move(topic));
  }
  return topics;
}

}  // namespace certamen::golden
