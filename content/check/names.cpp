// The list of names that a text has in every language.
#include <algorithm>
#include <array>
#include <string>

#include "content/check/languages.hpp"

namespace certamen::content {
namespace {

// Taken from the words of the bank; sorted. What is translated is left out: DB, DR, HA, IT, OS, PC, TV, US, and AZ where
// Spanish says "zona de disponibilidad".
constexpr std::array<std::string_view, 143> acronyms{
    "AAAA", "ACID",  "ACL",  "ACM",  "ACU", "AD",   "AES",  "ALB",  "AMI",   "AMQP",  "API",  "APN",  "ARN",
    "AWS",  "BI",    "BYOL", "CA",   "CDN", "CIDR", "CLB",  "CLI",  "CMK",   "CNAME", "CORS", "CPU",  "CRR",
    "CSV",  "DAX",   "DFS",  "DLQ",  "DMS", "DNS",  "DRM",  "DSQL", "DSSE",  "EBS",   "ECC",  "ECDH", "ECPU",
    "ECR",  "ECS",   "EFS",  "EKS",  "ELB", "EMR",  "ENA",  "ENI",  "ERP",   "ETL",   "FIFO", "FIPS", "GB",
    "GPU",  "HDD",   "HDFS", "HMAC", "HPC", "HSM",  "HTML", "HTTP", "HTTPS", "IAM",   "IMDS", "IOPS", "IP",
    "IPAM", "JDBC",  "JSON", "JWT",  "KB",  "KCL",  "KMS",  "LCU",  "LDAP",  "MAC",   "MB",   "MFA",  "MQ",
    "MQTT", "MSK",   "NAT",  "NFS",  "NLB", "NLCU", "NTFS", "NTP",  "OAC",   "OAI",   "ODBC", "OIDC", "OLAP",
    "OLTP", "ONTAP", "ORC",  "OU",   "PB",  "PCI",  "PDF",  "PHP",  "POSIX", "QLDB",  "RAID", "RAM",  "RBAC",
    "RCU",  "RDP",   "RDS",  "REST", "RSA", "RTO",  "SAM",  "SAML", "SCIM",  "SCP",   "SDK",  "SFTP", "SLA",
    "SMB",  "SNI",   "SNS",  "SQL",  "SQS", "SRR",  "SSD",  "SSE",  "SSH",   "SSL",   "SSM",  "SSO",  "STS",
    "SWF",  "TB",    "TCP",  "TDE",  "TLS", "TTL",  "UDP",  "URI",  "USD",   "VPC",   "VPN",  "WAF",  "WCU",
};

// Names that look like other words.
constexpr std::array<std::string_view, 42> plain_names{
    "Athena",   "Aurora",     "Cognito", "Docker",     "Fargate",  "Firehose",  "Glacier",  "Glue",        "Graviton",
    "Hadoop",   "Hive",       "Java",    "Kafka",      "Kerberos", "Keyspaces", "Kibana",   "Kinesis",     "Kubernetes",
    "Lambda",   "Lightsail",  "Linux",   "Lustre",     "Macie",    "Memcached", "Neptune",  "Nitro",       "Oracle",
    "Outposts", "Parquet",    "Polly",   "Presto",     "Python",   "Redis",     "Redshift", "Rekognition", "Snowball",
    "Snowcone", "Snowmobile", "Spark",   "Timestream", "Valkey",   "Windows",
};

struct Shape {
  std::size_t capitals = 0;
  std::size_t digits = 0;
  std::size_t others = 0;
  bool inner_capital = false;
};

Shape shape_of(const std::string& word) {
  Shape shape;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool capital = word[i] >= 'A' && word[i] <= 'Z';
    if (capital) ++shape.capitals;
    if (word[i] >= '0' && word[i] <= '9') {
      ++shape.digits;
    } else if (!capital) {
      ++shape.others;
    }
    shape.inner_capital = shape.inner_capital || (capital && i > 0);
  }
  return shape;
}

bool is_name(const std::string& word) {
  const Shape shape = shape_of(word);
  if (shape.digits > 0) return word.front() < '0' || word.front() > '9';
  if (shape.others == 0) return std::binary_search(acronyms.begin(), acronyms.end(), word);
  return shape.inner_capital || std::binary_search(plain_names.begin(), plain_names.end(), word);
}

}  // namespace

std::set<std::string> names_in(std::string_view text) {
  std::set<std::string> found;
  for (std::string word : written_words(text)) {
    if (std::binary_search(plain_names.begin(), plain_names.end(), word)) {
      found.insert(word);
      continue;
    }
    word = word.substr(0, word.find('\''));
    if (word.size() > 2 && word.ends_with('s')) word.pop_back();
    if (!word.empty() && is_name(word)) found.insert(word);
  }
  return found;
}

}  // namespace certamen::content
