#include "server/net/connection.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <utility>

#include "proto/wire/codec.hpp"

namespace certamen::net {
namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

// A snapshot of a full room fits several times.
constexpr std::size_t outbox_bytes_max = std::size_t{4} * 1024 * 1024;
constexpr std::size_t frames_per_write_max = 16;
constexpr std::size_t sealed_bytes_at_once = std::size_t{64} * 1024;
constexpr std::chrono::seconds linger_time{2};
constexpr int reads_per_wake_max = 4;  // so that one flooding peer does not starve the others

bool would_block(const error_code& error) {
  return error == boost::asio::error::would_block || error == boost::asio::error::try_again;
}

}  // namespace

Connection::Connection(Socket socket, std::uint64_t session, const Callbacks& callbacks, std::span<std::byte> read_buffer,
                       const std::optional<tls::Context>& encryption)
    : socket_(std::move(socket)),
      session_(session),
      callbacks_(callbacks),
      read_buffer_(read_buffer),
      linger_(socket_.get_executor()) {
  if (encryption) channel_.emplace(*encryption);
}

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
    take_in(read_buffer_.first(count));
    if (count < read_buffer_.size()) break;
  }
  if (!closed_) wait_to_read();
}

void Connection::take_in(std::span<const std::byte> bytes) {
  const bool first = !std::exchange(heard_, true);
  if (first && channel_ && !tls::begins_tls(bytes.front())) {
    channel_.reset();
    send(wire::encode(wire::ServerMessage{wire::Goodbye{wire::Farewell::TlsNeeded, 0, 0}}));
    return close_when_sent();
  }
  // What a client says after it was told to go is not heard, but its close is.
  if (!channel_) {
    if (!closing_) callbacks_.received(session_, bytes);
    return;
  }
  const bool established = channel_->established();
  const auto opened = channel_->take_in(bytes);
  if (!opened) {
    flush();  // the alert that says why
    return fail();
  }
  flush();
  if (!opened->empty() && !closing_ && !closed_ && (established || channel_->established())) {
    callbacks_.received(session_, *opened);
  }
}

void Connection::send(const wire::Frame& frame) {
  if (closed_ || closing_) return;
  outbox_bytes_ += frame.bytes().size();
  outbox_.push_back(frame);
  if (outbox_bytes_ > outbox_bytes_max) cut_off();
}

// What was not begun yet goes: the farewell takes its place, and leaves if the peer reads again in time.
void Connection::cut_off() {
  ++callbacks_.traffic->readers_dropped;
  const bool begun = first_offset_ > 0;
  outbox_.resize(begun ? 1 : 0);
  outbox_.push_back(wire::encode(wire::ServerMessage{wire::Goodbye{wire::Farewell::TooSlow, 0, 0}}));
  outbox_bytes_ = 0;
  for (const wire::Frame& frame : outbox_) outbox_bytes_ += frame.bytes().size();
  outbox_bytes_ -= first_offset_;
  close_when_sent();
  tell_closed();
}

void Connection::flush() {
  if (closed_ || writing_) return;
  while (channel_ ? write_sealed() : write_frames()) {
  }
  const bool empty = outbox_.empty() && sealed_.empty();
  if (closing_ && !closed_ && !writing_ && empty) {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
  }
}

bool Connection::write_frames() {
  if (outbox_.empty()) return false;
  std::array<boost::asio::const_buffer, frames_per_write_max> buffers;
  std::size_t used = 0;
  for (; used < outbox_.size() && used < buffers.size(); ++used) {
    const auto bytes = outbox_[used].bytes().subspan(used == 0 ? first_offset_ : 0);
    buffers[used] = boost::asio::buffer(bytes.data(), bytes.size());
  }
  error_code error;
  const std::size_t count = used == 1 ? socket_.write_some(buffers.front(), error)  // the cheaper call
                                      : socket_.write_some(std::span(buffers).first(used), error);
  if (would_block(error)) return wait_to_write(), false;
  if (error) return fail(), false;
  callbacks_.traffic->bytes_sent += count;
  sent(count);
  return true;
}

// Takes frames off the outbox once their bytes have left, or are sealed.
void Connection::sent(std::size_t count) {
  outbox_bytes_ -= count;
  count += first_offset_;
  std::size_t done = 0;
  while (done < outbox_.size() && count >= outbox_[done].bytes().size()) count -= outbox_[done++].bytes().size();
  outbox_.erase(outbox_.begin(), outbox_.begin() + static_cast<std::ptrdiff_t>(done));
  first_offset_ = count;
}

// No more than the socket is likely to take at once: what is sealed can no longer give way to a farewell.
void Connection::seal_frames() {
  std::size_t sealed_bytes = 0;
  while (channel_->established() && !outbox_.empty() && sealed_bytes < sealed_bytes_at_once) {
    const auto bytes = outbox_.front().bytes();
    channel_->seal(bytes);
    sealed_bytes += bytes.size();
    sent(bytes.size());
  }
  if (closing_ && outbox_.empty() && !std::exchange(end_sealed_, true)) channel_->end();
}

bool Connection::write_sealed() {
  if (sealed_.empty()) {
    seal_frames();
    sealed_ = channel_->take_out();
    sealed_offset_ = 0;
    if (sealed_.empty()) return false;
  }
  error_code error;
  const auto rest = std::span(sealed_).subspan(sealed_offset_);
  const std::size_t count = socket_.write_some(boost::asio::buffer(rest.data(), rest.size()), error);
  if (would_block(error)) return wait_to_write(), false;
  if (error) return fail(), false;
  callbacks_.traffic->bytes_sent += count;
  sealed_offset_ += count;
  if (sealed_offset_ == sealed_.size()) sealed_ = std::vector<std::byte>();  // an idle connection keeps no memory for it
  return true;
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
  if (channel_ && !channel_->established()) return fail();  // nobody could open what would be said
  closing_ = true;
  // A peer that neither reads nor closes must not keep its descriptor.
  linger_.expires_after(linger_time);
  linger_.async_wait([self = shared_from_this()](const error_code& error) {
    if (!error) self->fail();
  });
  flush();
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
  tell_closed();
}

void Connection::tell_closed() {
  if (std::exchange(told_closed_, true)) return;
  boost::asio::post(socket_.get_executor(), [self = shared_from_this()] { self->callbacks_.closed(self->session_); });
}

}  // namespace certamen::net
