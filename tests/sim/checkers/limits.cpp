#include "tests/sim/checkers/limits.hpp"

namespace certamen::sim {

void Limits::frame_sent(const FrameSent& sent) {
  const std::size_t length = sent.frame.bytes().size();
  if (sent.frame.body().size() > wire::server_frame_bytes_max) report("a frame of {} bytes", length);
  const std::size_t unread = sight().network.unread_bytes(sent.connection) + length;
  if (unread > plan_.outbox_bytes_max) report("an outbox of {} bytes for connection {}", unread, sent.connection);
}

void Limits::frame_refused(const std::string& why) {
  report("a frame that no client understands: {}", why);
}

void Limits::model_changed(const Program& program) {
  const model::Model& model = program.model();
  const bool within = model.notices.size() <= model::notices_max && model.clock.samples.size() <= model::clock_samples_max &&
                      model.clock.in_flight.size() <= 8 && model.profile.seats.size() <= model::seats_kept_max &&
                      model.profile.recent_servers.size() <= model::recent_servers_max;
  if (!within) report("a list of {}'s model is longer than its limit", program.label());
}

void Limits::probe() {
  if (!sight().server.up()) return;
  for (const auto& hub : sight().server.hubs()) {
    if (hub->session_count() > plan_.limits.sessions_per_shard_max) report("a hub holds {} sessions", hub->session_count());
    if (hub->rooms().count() > plan_.limits.rooms_per_shard_max && sight().server.lives() == 1) {
      report("a hub holds {} rooms", hub->rooms().count());  // a restart with fewer shards may give one more than it takes
    }
  }
  for (const auto& [game, recorded] : sight().server.entries_recorded()) {
    const std::uint64_t held = sight().server.entries_unsafe(game);
    if (held > plan_.limits.held_entries_per_room_max + held_slack) report("a room holds the effects of {} entries", held);
  }
}

}  // namespace certamen::sim
