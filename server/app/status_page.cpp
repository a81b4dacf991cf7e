#include "server/app/status_page.hpp"

namespace certamen::app {
namespace {

constexpr std::chrono::milliseconds patience{1000};  // with a shard, before it counts as stuck
constexpr unsigned ok = 200;
constexpr unsigned not_found = 404;
constexpr unsigned unavailable = 503;

}  // namespace

net::StatusReply StatusPage::reply(const std::string& path) const {
  net::StatusReply reply;
  if (path == "/healthz") {
    const bool healthy = status::healthy(report());
    reply.status = healthy ? ok : unavailable;
    reply.body = healthy ? "ok\n" : "a shard does not answer\n";
  } else if (path == "/readyz") {
    const std::string why_not = status::unready_because(report());
    reply.status = why_not.empty() ? ok : unavailable;
    reply.body = why_not.empty() ? "ready\n" : why_not + "\n";
  } else if (path == "/metrics") {
    reply.type = "text/plain; version=0.0.4; charset=utf-8";
    reply.body = status::metrics_text(report());
  } else {
    reply.status = not_found;
    reply.body = "there are /healthz, /readyz and /metrics\n";
  }
  return reply;
}

status::Report StatusPage::report() const {
  status::Report report;
  report.version = CERTAMEN_VERSION;
  const auto uptime = std::chrono::steady_clock::now() - started_at_;
  report.uptime_seconds = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(uptime).count());
  report.listening = true;  // the page is made when the server listens
  report.draining = draining_;
  report.shards = network_.count(patience);
  report.disk = disk_.counts();
  report.bank_questions = disk_.bank_questions();
  return report;
}

}  // namespace certamen::app
