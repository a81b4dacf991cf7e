#include "server/net/listener.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>

#include "server/net/interfaces.hpp"

namespace certamen::net {
namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

// Out of descriptors: wait until somebody leaves instead of spinning.
constexpr std::chrono::milliseconds pause_after_failure{100};

}  // namespace

Listener::Listener(boost::asio::io_context& context, Shards shards)
    : acceptor_(context), pause_(context), shards_(std::move(shards)) {}

wire::Result<void> Listener::open(const std::string& host, std::uint16_t port, const std::string& option) {
  error_code error;
  tcp::resolver resolver(acceptor_.get_executor());
  const auto found = resolver.resolve(host, std::to_string(port), tcp::resolver::passive, error);
  if (error || found.empty()) return wire::fault(fmt::format("cannot listen on {}: {}", host, error.message()));
  const tcp::endpoint endpoint = *found.begin();
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(boost::asio::socket_base::max_listen_connections, error);
  if (error == boost::asio::error::address_in_use) {
    return wire::fault(
        fmt::format("port {} on {} is taken; choose another with {} HOST:PORT (port 0 picks one)", port, host, option));
  }
  if (error) return wire::fault(fmt::format("cannot listen on {}:{}: {}", host, port, error.message()));
  return {};
}

std::string Listener::address() const {
  return text_of(endpoint());
}

tcp::endpoint Listener::endpoint() const {
  error_code ignored;
  return acceptor_.local_endpoint(ignored);
}

void Listener::accept_next() {
  acceptor_.async_accept(shards_.next_context(), [this](const error_code& error, Socket socket) {
    if (error == boost::asio::error::operation_aborted) return;
    if (error) {
      spdlog::warn("cannot accept a connection: {}", error.message());
      pause_.expires_after(pause_after_failure);
      pause_.async_wait([this](const error_code& aborted) {
        if (!aborted) accept_next();
      });
      return;
    }
    shards_.adopt(std::move(socket));
    accept_next();
  });
}

void Listener::close() {
  error_code ignored;
  acceptor_.close(ignored);
  pause_.cancel();
}

}  // namespace certamen::net
