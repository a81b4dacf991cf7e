#include "client/net/connection.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <deque>
#include <utility>
#include <vector>

#include "proto/wire/codec.hpp"
#include "proto/wire/frame.hpp"
#include "proto/wire/limits.hpp"

namespace certamen::client_net {

using boost::asio::ip::tcp;
using boost::system::error_code;

// One attempt and the connection that comes of it. Pending operations share its ownership, so it outlives them.
class Connection::Attempt : public std::enable_shared_from_this<Attempt> {
 public:
  Attempt(boost::asio::io_context& context, std::function<void(const Fact&)> report, std::uint64_t number)
      : report_(std::move(report)), number_(number), resolver_(context), socket_(context), timer_(context) {}

  [[nodiscard]] std::uint64_t number() const { return number_; }
  [[nodiscard]] bool over() const { return over_; }

  void start(const std::string& host, const std::string& port) {
    limit(connect_time_max, "no answer in time");
    resolver_.async_resolve(host, port, [self = shared_from_this()](error_code error, tcp::resolver::results_type found) {
      if (self->over_) return;
      if (error) return self->fail(error.message());
      self->connect(found);
    });
  }

  void send(const wire::ClientMessage& message) {
    if (over_ || closing_) return;
    wire::Frame frame = wire::encode(message);
    outbox_bytes_ += frame.bytes().size();
    if (outbox_bytes_ > outbox_bytes_max) return fail("the server does not read what is sent");
    outbox_.push_back(std::move(frame));
    write();
  }

  void close() {
    closing_ = true;
    silent_ = true;
    if (writing_.empty() && outbox_.empty()) return end();
    limit(drain_time_max, "");
  }

  void abandon() {
    silent_ = true;
    end();
  }

  void fail(const std::string& why) {
    if (over_) return;
    end();
    if (!std::exchange(silent_, true)) report_(Disconnected{number_, why});
  }

 private:
  void connect(const tcp::resolver::results_type& endpoints) {
    boost::asio::async_connect(socket_, endpoints, [self = shared_from_this()](error_code error, const tcp::endpoint&) {
      if (self->over_) return;
      if (error) return self->fail(error.message());
      self->connected();
    });
  }

  void connected() {
    timer_.cancel();
    error_code ignored;  // without it the connection is only slower
    socket_.set_option(tcp::no_delay(true), ignored);
    open_ = true;
    if (!silent_) report_(Connected{number_});
    if (!over_) read();
  }

  void read() {
    socket_.async_read_some(boost::asio::buffer(read_buffer_),
                            [self = shared_from_this()](error_code error, std::size_t count) {
                              if (self->over_) return;
                              if (error == boost::asio::error::eof) return self->fail("the server hung up");
                              if (error) return self->fail(error.message());
                              if (self->take(std::span{self->read_buffer_}.first(count))) self->read();
                            });
  }

  // Reports every whole message in the bytes; false when the connection is over.
  bool take(std::span<const std::byte> bytes) {
    if (const auto fed = reader_.feed(bytes); !fed) {
      fail(fed.error().what);
      return false;
    }
    while (!over_) {
      const auto body = reader_.next();
      if (!body) {
        fail(body.error().what);
        return false;
      }
      if (!*body) return true;
      const auto message = wire::decode_server(**body);
      if (!message) {
        fail(message.error().what);
        return false;
      }
      if (!silent_) report_(Received{number_, *message});
    }
    return false;
  }

  // Everything that waits leaves in one gathered write.
  void write() {
    if (!open_ || over_ || !writing_.empty() || outbox_.empty()) return;
    writing_.assign(outbox_.begin(), outbox_.end());
    outbox_.clear();
    std::vector<boost::asio::const_buffer> buffers;
    buffers.reserve(writing_.size());
    for (const auto& frame : writing_) buffers.emplace_back(frame.bytes().data(), frame.bytes().size());
    boost::asio::async_write(socket_, buffers, [self = shared_from_this()](error_code error, std::size_t count) {
      if (self->over_) return;
      if (error) return self->fail(error.message());
      self->outbox_bytes_ -= count;
      self->writing_.clear();
      self->write();
      if (self->closing_ && self->writing_.empty()) self->end();
    });
  }

  void limit(wire::Duration time, std::string why) {
    timer_.expires_after(time);
    timer_.async_wait([self = shared_from_this(), why = std::move(why)](error_code error) {
      if (!error && !self->over_) self->fail(why);
    });
  }

  void end() {
    over_ = true;
    resolver_.cancel();
    timer_.cancel();
    error_code ignored;  // nobody is left to tell
    socket_.shutdown(tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
  }

  const std::function<void(const Fact&)> report_;
  bool silent_ = false;
  const std::uint64_t number_;
  tcp::resolver resolver_;
  tcp::socket socket_;
  boost::asio::steady_timer timer_;
  std::array<std::byte, 16 * 1024> read_buffer_{};
  wire::FrameReader reader_{wire::server_frame_bytes_max};
  std::deque<wire::Frame> outbox_;    // not yet given to the socket
  std::vector<wire::Frame> writing_;  // on its way
  std::size_t outbox_bytes_ = 0;      // of both
  bool open_ = false;
  bool closing_ = false;
  bool over_ = false;
};

Connection::Connection(boost::asio::io_context& context, std::function<void(const Fact&)> report)
    : context_(context), report_(std::move(report)) {}

Connection::~Connection() {
  if (attempt_) attempt_->abandon();
}

void Connection::handle(const Request& request) {
  if (const auto* wanted = std::get_if<Connect>(&request)) {
    if (attempt_) attempt_->abandon();
    attempt_ = std::make_shared<Attempt>(context_, report_, wanted->connection);
    attempt_->start(wanted->host, wanted->port);
  } else if (const auto* message = std::get_if<Send>(&request)) {
    if (attempt_ && attempt_->number() == message->connection) attempt_->send(message->message);
  } else if (const auto* end = std::get_if<Close>(&request)) {
    if (attempt_ && attempt_->number() == end->connection) attempt_->close();
  }
}

bool Connection::idle() const {
  return !attempt_ || attempt_->over();
}

void Connection::cut() {
  if (attempt_) attempt_->fail("cut");
}

}  // namespace certamen::client_net
