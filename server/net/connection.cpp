#include "server/net/connection.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <chrono>

namespace certamen::net {
namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

// A snapshot of a full room fits several times.
constexpr std::size_t outbox_bytes_max = std::size_t{4} * 1024 * 1024;
constexpr std::size_t frames_per_write_max = 16;
constexpr std::chrono::seconds linger_time{2};
constexpr int reads_per_wake_max = 4;  // so that one flooding peer does not starve the others

bool would_block(const error_code& error) {
  return error == boost::asio::error::would_block || error == boost::asio::error::try_again;
}

}  // namespace

Connection::Connection(tcp::socket socket, std::uint64_t session, const Callbacks& callbacks,
                       std::span<std::byte> read_buffer)
    : socket_(std::move(socket)),
      session_(session),
      callbacks_(callbacks),
      read_buffer_(read_buffer),
      linger_(socket_.get_executor()) {}

void Connection::start() {
  error_code ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
  socket_.non_blocking(true, ignored);
  wait_to_read();
}

void Connection::wait_to_read() {
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const error_code& error) {
    if (self->closed_) return;
    if (error) return self->fail();
    self->read();
  });
}

void Connection::read() {
  for (int i = 0; i < reads_per_wake_max && !closed_; ++i) {
    error_code error;
    const std::size_t count = socket_.read_some(boost::asio::buffer(read_buffer_.data(), read_buffer_.size()), error);
    if (would_block(error)) break;
    if (error) return fail();
    // What a client says after it was told to go is not heard, but its close is.
    if (!closing_) callbacks_.received(session_, read_buffer_.first(count));
    if (count < read_buffer_.size()) break;
  }
  if (!closed_) wait_to_read();
}

void Connection::send(const wire::Frame& frame) {
  if (closed_ || closing_) return;
  outbox_bytes_ += frame.bytes().size();
  outbox_.push_back(frame);
  if (outbox_bytes_ > outbox_bytes_max) {
    ++callbacks_.traffic->readers_dropped;
    return fail();
  }
  if (!writing_) flush();
}

void Connection::flush() {
  while (!outbox_.empty()) {
    std::array<boost::asio::const_buffer, frames_per_write_max> buffers;
    std::size_t used = 0;
    for (; used < outbox_.size() && used < buffers.size(); ++used) {
      const auto bytes = outbox_[used].bytes().subspan(used == 0 ? first_offset_ : 0);
      buffers[used] = boost::asio::buffer(bytes.data(), bytes.size());
    }
    error_code error;
    std::size_t sent = socket_.write_some(std::span(buffers).first(used), error);
    if (would_block(error)) return wait_to_write();
    if (error) return fail();
    outbox_bytes_ -= sent;
    callbacks_.traffic->bytes_sent += sent;
    sent += first_offset_;
    std::size_t done = 0;
    while (done < outbox_.size() && sent >= outbox_[done].bytes().size()) sent -= outbox_[done++].bytes().size();
    outbox_.erase(outbox_.begin(), outbox_.begin() + static_cast<std::ptrdiff_t>(done));
    first_offset_ = sent;
  }
  if (closing_) {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
  }
}

void Connection::wait_to_write() {
  writing_ = true;
  socket_.async_wait(tcp::socket::wait_write, [self = shared_from_this()](const error_code& error) {
    self->writing_ = false;
    if (self->closed_) return;
    if (error) return self->fail();
    self->flush();
  });
}

void Connection::close_when_sent() {
  if (closed_ || closing_) return;
  closing_ = true;
  // A peer that neither reads nor closes must not keep its descriptor.
  linger_.expires_after(linger_time);
  linger_.async_wait([self = shared_from_this()](const error_code& error) {
    if (!error) self->fail();
  });
  if (!writing_) flush();
}

void Connection::close() {
  closed_ = true;
  linger_.cancel();
  error_code ignored;
  socket_.close(ignored);
}

// Told later: whoever is in the middle of sending must not meet the consequences half-way.
void Connection::fail() {
  if (closed_) return;
  close();
  boost::asio::post(socket_.get_executor(), [self = shared_from_this()] { self->callbacks_.closed(self->session_); });
}

}  // namespace certamen::net
