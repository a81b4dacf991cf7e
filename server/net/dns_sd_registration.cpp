#include "server/net/dns_sd_registration.hpp"

#include <avahi-client/client.h>
#include <avahi-client/publish.h>
#include <avahi-common/alternative.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>
#include <avahi-common/simple-watch.h>
#include <avahi-common/strlst.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <chrono>
#include <string>
#include <utility>

#include "server/net/interfaces.hpp"

namespace certamen::net {
namespace {

constexpr int look_again_ms = 5'000;
constexpr int until_something_happens = -1;
constexpr std::chrono::milliseconds patience_at_stop{250};

// Where the service is found.
struct Reach {
  AvahiIfIndex interface = AVAHI_IF_UNSPEC;
  AvahiProtocol protocol = AVAHI_PROTO_UNSPEC;
};

Reach reach_of(const boost::asio::ip::tcp::endpoint& bound) {
  const auto& address = bound.address();
  Reach reach;
  if (address.is_v4()) reach.protocol = AVAHI_PROTO_INET;
  if (address.is_unspecified()) return reach;
  if (address.is_v6()) reach.protocol = AVAHI_PROTO_INET6;
  for (const LanAddress& each : lan_addresses()) {
    if (each.address == address) reach.interface = static_cast<AvahiIfIndex>(each.interface);
  }
  return reach;
}

using TextRecords = std::unique_ptr<AvahiStringList, decltype(&avahi_string_list_free)>;

TextRecords text_records(const DnsSdService& service) {
  AvahiStringList* list = nullptr;
  // The library puts each before the others.
  for (auto text = service.txt.rbegin(); text != service.txt.rend(); ++text) {
    list = avahi_string_list_add(list, text->c_str());
  }
  return {list, &avahi_string_list_free};
}

}  // namespace

// All but `stopping` and the waking belongs to the thread, which keeps this alive when it is left alone with a bus that
// hangs.
struct DnsSdRegistration::Loop {
  Loop(DnsSdService announced, Reach where)
      : service(std::move(announced)), reach(where), poll(avahi_simple_poll_new(), &avahi_simple_poll_free) {}

  void run();
  void wake() {
    stopping = true;
    avahi_simple_poll_wakeup(poll.get());
  }

  void connect();
  void disconnect();
  void enter(AvahiClient& of, AvahiClientState state);
  void enter(AvahiEntryGroupState state);
  void put(AvahiClient& of);
  [[nodiscard]] int fill(AvahiEntryGroup& empty);
  void rename();
  void say(const std::string& words);

  DnsSdService service;
  Reach reach;
  std::unique_ptr<AvahiSimplePoll, decltype(&avahi_simple_poll_free)> poll;
  std::atomic<bool> stopping = false;
  AvahiClient* client = nullptr;
  AvahiEntryGroup* group = nullptr;  // the client's
  bool lost = false;
  std::string said;
};

void DnsSdRegistration::Loop::run() {
  while (!stopping) {
    connect();
    while (!stopping && client != nullptr && !lost) {
      if (avahi_simple_poll_iterate(poll.get(), until_something_happens) != 0) lost = true;
    }
    disconnect();
    if (!stopping && avahi_simple_poll_iterate(poll.get(), look_again_ms) != 0) break;
  }
}

void DnsSdRegistration::Loop::connect() {
  lost = false;
  const auto entered = [](AvahiClient* of, AvahiClientState state, void* loop) {
    static_cast<Loop*>(loop)->enter(*of, state);
  };
  int error = 0;
  client = avahi_client_new(avahi_simple_poll_get(poll.get()), AVAHI_CLIENT_NO_FAIL, entered, this, &error);
  if (client == nullptr) say(fmt::format("no DNS-SD: {}", avahi_strerror(error)));
}

void DnsSdRegistration::Loop::disconnect() {
  if (client != nullptr) avahi_client_free(client);
  client = nullptr;
  group = nullptr;
}

// Also called before avahi_client_new returns, hence `of`.
void DnsSdRegistration::Loop::enter(AvahiClient& of, AvahiClientState state) {
  switch (state) {
    case AVAHI_CLIENT_S_RUNNING: put(of); break;
    case AVAHI_CLIENT_S_COLLISION:
    case AVAHI_CLIENT_S_REGISTERING:
      // The machine's own name is changing; put again when it has one.
      if (group != nullptr) avahi_entry_group_reset(group);
      break;
    case AVAHI_CLIENT_FAILURE:
      say(fmt::format("no DNS-SD: {}", avahi_strerror(avahi_client_errno(&of))));
      lost = true;
      break;
    case AVAHI_CLIENT_CONNECTING: say("no DNS-SD: no Avahi daemon"); break;
  }
}

void DnsSdRegistration::Loop::enter(AvahiEntryGroupState state) {
  switch (state) {
    case AVAHI_ENTRY_GROUP_ESTABLISHED:
      said.clear();
      if (!stopping) spdlog::info("the local network finds this server by DNS-SD as {}", service.name);
      break;
    case AVAHI_ENTRY_GROUP_COLLISION:
      rename();
      put(*avahi_entry_group_get_client(group));
      break;
    case AVAHI_ENTRY_GROUP_FAILURE:
      say(fmt::format("no DNS-SD: {}", avahi_strerror(avahi_client_errno(avahi_entry_group_get_client(group)))));
      lost = true;
      break;
    case AVAHI_ENTRY_GROUP_UNCOMMITED:
    case AVAHI_ENTRY_GROUP_REGISTERING: break;
  }
}

void DnsSdRegistration::Loop::put(AvahiClient& of) {
  const auto entered = [](AvahiEntryGroup* in, AvahiEntryGroupState state, void* loop) {
    static_cast<Loop*>(loop)->group = in;  // it is told its first state before avahi_entry_group_new returns
    static_cast<Loop*>(loop)->enter(state);
  };
  if (group == nullptr) group = avahi_entry_group_new(&of, entered, this);
  int result = group == nullptr ? avahi_client_errno(&of) : avahi_entry_group_reset(group);
  if (result == AVAHI_OK) result = fill(*group);
  if (result == AVAHI_OK) return;
  say(fmt::format("no DNS-SD: {}", avahi_strerror(result)));
  lost = true;
}

int DnsSdRegistration::Loop::fill(AvahiEntryGroup& empty) {
  const TextRecords texts = text_records(service);
  int result = AVAHI_ERR_COLLISION;
  // Of the services on this machine the daemon knows the names at once.
  for (int renames_left = 100; result == AVAHI_ERR_COLLISION && renames_left > 0; --renames_left) {
    result = avahi_entry_group_add_service_strlst(&empty, reach.interface, reach.protocol, AvahiPublishFlags{},
                                                  service.name.c_str(), dns_sd_type.data(), nullptr, nullptr, service.port,
                                                  texts.get());
    if (result == AVAHI_ERR_COLLISION) rename();
  }
  return result == AVAHI_OK ? avahi_entry_group_commit(&empty) : result;
}

void DnsSdRegistration::Loop::rename() {
  const std::unique_ptr<char, decltype(&avahi_free)> other(avahi_alternative_service_name(service.name.c_str()),
                                                           &avahi_free);
  if (other) service.name = other.get();
}

// Once, however often it is so.
void DnsSdRegistration::Loop::say(const std::string& words) {
  if (!stopping && words != said) spdlog::debug("{}", words);
  said = words;
}

DnsSdRegistration::DnsSdRegistration(DnsSdService service, const boost::asio::ip::tcp::endpoint& bound)
    : loop_(std::make_shared<Loop>(std::move(service), reach_of(bound))) {}

DnsSdRegistration::~DnsSdRegistration() {
  stop();
}

void DnsSdRegistration::start() {
  if (!loop_->poll) return;  // no file descriptor left
  std::promise<void> end;
  ended_ = end.get_future();
  thread_ = std::thread([loop = loop_, end = std::move(end)]() mutable {
    loop->run();
    end.set_value();
  });
}

void DnsSdRegistration::stop() {
  if (!thread_.joinable()) return;
  loop_->wake();
  if (ended_.wait_for(patience_at_stop) == std::future_status::ready) {
    thread_.join();
  } else {
    thread_.detach();
  }
}

}  // namespace certamen::net
