#include "server/status/report.hpp"

#include <algorithm>

#include "proto/wire/names.hpp"
#include "server/status/exposition.hpp"

namespace certamen::status {
namespace {

using Shards = std::vector<std::optional<hub::ShardCounts>>;

// One metric with a sample a shard; `samples` writes those of one.
template <class Samples>
void per_shard(Exposition& out, const Shards& shards, const char* name, const char* type, const char* help,
               const Samples& samples) {
  out.metric(name, type, help);
  for (std::size_t i = 0; i < shards.size(); ++i) {
    if (shards[i]) samples(Labels{{"shard", std::to_string(i)}}, *shards[i]);
  }
}

template <class Value>
void gauge(Exposition& out, const Shards& shards, const char* name, const char* help, const Value& value) {
  per_shard(out, shards, name, "gauge", help,
            [&](const Labels& labels, const hub::ShardCounts& counts) { out.sample(labels, value(counts)); });
}

template <class Value>
void counter(Exposition& out, const Shards& shards, const char* name, const char* help, const Value& value) {
  per_shard(out, shards, name, "counter", help,
            [&](const Labels& labels, const hub::ShardCounts& counts) { out.sample(labels, value(counts)); });
}

template <class Reason>
void reasons(Exposition& out, const Labels& labels, const std::map<Reason, std::uint64_t>& counts) {
  for (const auto& [reason, count] : counts) {
    Labels with_reason = labels;
    with_reason.emplace_back("reason", wire::name_of(reason));
    out.sample(with_reason, count);
  }
}

void put_shards(Exposition& out, const Shards& shards) {
  using One = const hub::ShardCounts&;
  gauge(out, shards, "certamen_rooms", "Rooms that are there.", [](One one) { return one.hub.rooms; });
  gauge(out, shards, "certamen_rooms_in_question", "Rooms with a running question.",
        [](One one) { return one.hub.rooms_in_question; });
  gauge(out, shards, "certamen_sessions", "Clients connected.", [](One one) { return one.hub.sessions; });
  gauge(out, shards, "certamen_steps_held", "Steps of rooms that wait for their commit.",
        [](One one) { return one.hub.steps_held; });
  gauge(out, shards, "certamen_connections", "Open sockets.", [](One one) { return one.connections; });
  gauge(out, shards, "certamen_outbox_bytes", "Bytes waiting for slow sockets.", [](One one) { return one.outbox_bytes; });
  counter(out, shards, "certamen_sessions_opened_total", "Connections accepted.",
          [](One one) { return one.hub.sessions_opened; });
  counter(out, shards, "certamen_readers_dropped_total", "Clients cut off because they did not read.",
          [](One one) { return one.traffic.readers_dropped; });
  counter(out, shards, "certamen_received_bytes_total", "Bytes received.",
          [](One one) { return one.traffic.bytes_received; });
  counter(out, shards, "certamen_sent_bytes_total", "Bytes sent.", [](One one) { return one.traffic.bytes_sent; });
  per_shard(out, shards, "certamen_refusals_total", "counter", "Wishes refused, by reason.",
            [&](const Labels& labels, One one) { reasons(out, labels, one.hub.refusals); });
  per_shard(out, shards, "certamen_farewells_total", "counter", "Clients let go, by reason.",
            [&](const Labels& labels, One one) { reasons(out, labels, one.hub.farewells); });
  per_shard(out, shards, "certamen_acknowledgement_seconds", "histogram",
            "From the receipt of an answer to its acknowledgement.",
            [&](const Labels& labels, One one) { out.sample(labels, one.hub.acknowledgement); });
}

void put_disk(Exposition& out, const DiskCounts& disk) {
  const auto one = [&out](const char* name, const char* type, const char* help, std::uint64_t value) {
    out.metric(name, type, help);
    out.sample({}, value);
  };
  one("certamen_disk_inbox", "gauge", "Letters to the disk not read yet.", disk.inbox);
  one("certamen_disk_waiting", "gauge", "Journal entries read and not committed.", disk.waiting);
  one("certamen_disk_failing", "gauge", "1 while the data file cannot be written.", disk.failing ? 1 : 0);
  one("certamen_entries_committed_total", "counter", "Journal entries committed.", disk.committed);
  one("certamen_games_pruned_total", "counter", "Closed games removed because of their age.", disk.games_pruned);
  out.metric("certamen_commit_seconds", "histogram", "How long a commit took; one holds all entries that had arrived.");
  out.sample({}, disk.commit);
}

}  // namespace

bool healthy(const Report& report) {
  return std::all_of(report.shards.begin(), report.shards.end(), [](const auto& shard) { return shard.has_value(); });
}

std::string unready_because(const Report& report) {
  if (!report.listening) return "not listening yet";
  if (report.draining) return "stopping";
  if (!healthy(report)) return "a shard does not answer";
  if (report.disk.failing) return "the data file cannot be written";
  if (report.bank_questions == 0) return "the bank has no questions";
  return {};
}

std::string metrics_text(const Report& report) {
  Exposition out;
  out.metric("certamen_build_info", "gauge", "The version that runs.");
  out.sample({{"version", report.version}}, 1);
  out.metric("certamen_ready", "gauge", "1 while new players may be sent here.");
  out.sample({}, unready_because(report).empty() ? 1 : 0);
  out.metric("certamen_uptime_seconds", "gauge", "Since the start.");
  out.sample({}, report.uptime_seconds);
  out.metric("certamen_bank_questions", "gauge", "Questions in the bank in use.");
  out.sample({}, report.bank_questions);
  put_shards(out, report.shards);
  put_disk(out, report.disk);
  return out.text();
}

}  // namespace certamen::status
