#include "server/net/status_listener.hpp"

#include <fmt/format.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "server/net/listener.hpp"

namespace certamen::net {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::seconds exchange_time{5};  // for question and answer together
constexpr std::uint32_t header_bytes_max = 8 * 1024;
constexpr std::size_t exchanges_max = 32;  // at once

using Reply = std::function<StatusReply(const std::string& path)>;

// One connection: one question, one answer. Kept alive by its pending operations.
class Exchange : public std::enable_shared_from_this<Exchange> {
 public:
  Exchange(tcp::socket socket, const Reply& reply, std::size_t& running)
      : stream_(std::move(socket)), reply_(reply), running_(running) {
    ++running_;
    parser_.header_limit(header_bytes_max);
  }
  ~Exchange() { --running_; }
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  void start() {
    stream_.expires_after(exchange_time);
    http::async_read_header(stream_, buffer_, parser_, [self = shared_from_this()](const error_code& error, std::size_t) {
      if (!error) self->answer();
    });
  }

 private:
  void answer() {
    const auto& request = parser_.get();
    const bool readable = request.method() == http::verb::get || request.method() == http::verb::head;
    const std::string target(request.target());
    StatusReply reply = readable ? reply_(target.substr(0, target.find('?')))
                                 : StatusReply{405, "text/plain; charset=utf-8", "only GET and HEAD\n"};
    response_.version(request.version());
    response_.result(reply.status);
    response_.set(http::field::content_type, reply.type);
    response_.set(http::field::cache_control, "no-store");
    if (!readable) response_.set(http::field::allow, "GET, HEAD");
    response_.keep_alive(false);
    response_.content_length(reply.body.size());
    if (request.method() != http::verb::head) response_.body() = std::move(reply.body);
    http::async_write(stream_, response_, [self = shared_from_this()](const error_code&, std::size_t) {
      error_code ignored;
      self->stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    });
  }

  beast::tcp_stream stream_;
  const Reply& reply_;
  std::size_t& running_;
  beast::flat_buffer buffer_;
  http::request_parser<http::empty_body> parser_;
  http::response<http::string_body> response_;
};

}  // namespace

struct StatusListener::Parts {
  explicit Parts(Reply what) : reply(std::move(what)) {
    Listener::Shards turns;
    turns.next_context = [this]() -> boost::asio::io_context& { return context; };
    turns.adopt = [this](tcp::socket socket) {
      // Over the bound the newcomer is closed: watchers come again.
      if (running < exchanges_max) std::make_shared<Exchange>(std::move(socket), reply, running)->start();
    };
    listener.emplace(context, std::move(turns));
  }

  Reply reply;
  std::size_t running = 0;
  boost::asio::io_context context{1};
  std::optional<Listener> listener;
  std::thread thread;
};

StatusListener::StatusListener(Reply reply) : parts_(std::make_unique<Parts>(std::move(reply))) {}

StatusListener::~StatusListener() {
  parts_->context.stop();
  if (parts_->thread.joinable()) parts_->thread.join();
}

wire::Result<void> StatusListener::bind(const std::string& host, std::uint16_t port) {
  return parts_->listener->open(host, port, "--status-listen");
}

std::string StatusListener::address() const {
  return parts_->listener->address();
}

void StatusListener::start() {
  parts_->listener->accept_next();
  parts_->thread = std::thread([parts = parts_.get()] { parts->context.run(); });
}

}  // namespace certamen::net
