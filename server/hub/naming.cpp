// Who is called what: typed names, given names, and what is offered instead of a taken one.
#include <algorithm>

#include "server/hub/rooms.hpp"
#include "server/lobby/name_generator.hpp"

namespace certamen::hub {

// A name as typed, if it may sit in any room of this server.
std::optional<lobby::PlayerName> Rooms::admitted(const std::string& typed) const {
  auto name = lobby::admit_name(typed);
  if (name && config_.name_filter.forbids(name->shown)) return std::nullopt;
  return name;
}

// Free in that room, or in one that nobody has entered yet.
lobby::IsFree Rooms::free_in(const room::Room* room) const {
  return [this, room](const lobby::PlayerName& name) {
    if (config_.name_filter.forbids(name.shown)) return false;
    if (room == nullptr) return true;
    return std::none_of(room->members().begin(), room->members().end(), [&name](const auto& entry) {
      return entry.second.name_key == name.key || entry.second.name_look == name.look;
    });
  };
}

std::optional<lobby::PlayerName> Rooms::name_of_host(const RoomWish& wish, const wire::OpenRoom& open) const {
  const bool given = open.settings.generated_names && open.settings.host_plays;
  return given ? lobby::generate_name(wish.language, config_.entropy, free_in(nullptr)) : admitted(open.name);
}

std::optional<lobby::PlayerName> Rooms::name_of_guest(const RoomWish& wish, const wire::JoinRoom& join,
                                                      const room::Room& room) const {
  if (!room.settings().generated_names) return admitted(join.name);
  return lobby::generate_name(wish.language, config_.entropy, free_in(&room));
}

void Rooms::offer_free_name(const room::Joined& joined, const room::Room& room, std::vector<room::Effect>& effects) const {
  for (room::Effect& effect : effects) {
    auto* reply = std::get_if<room::Reply>(&effect);
    auto* rejected = reply != nullptr ? std::get_if<wire::Rejected>(&reply->message) : nullptr;
    if (rejected == nullptr || rejected->reason != wire::Refusal::NameTaken) continue;
    const auto free = lobby::suggest_name({joined.name, joined.name_key, joined.name_look}, free_in(&room));
    if (free) rejected->suggestion = free->shown;
  }
}

}  // namespace certamen::hub
