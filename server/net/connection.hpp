// One client's socket on its shard: bytes in as they come, frames out through a bounded outbox.
//
// Lives on its shard's thread alone; kept alive by its pending operations. A reader that lets more than the outbox bound
// pile up is cut off, with a word of farewell where its socket still takes one: it resumes with its ticket and gets a
// snapshot. Encrypted or plain for its whole life; the handshake's time is the hub's greeting time. A peer that speaks
// plain text where encryption is wanted is told so in plain text.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "proto/tls/channel.hpp"
#include "proto/wire/frame.hpp"
#include "server/hub/counts.hpp"
#include "server/net/socket.hpp"

namespace certamen::net {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  struct Callbacks {
    std::function<void(std::uint64_t session, std::span<const std::byte>)> received;
    std::function<void(std::uint64_t session)> closed;  // once; not after close()
    hub::Traffic* traffic = nullptr;                    // never null in use; counts all connections of the shard
  };

  // `callbacks` and `read_buffer` are the shard's and outlive this; the buffer is shared by all connections of the shard.
  // Without `encryption` the connection is plain.
  Connection(Socket socket, std::uint64_t session, const Callbacks& callbacks,
             std::span<std::byte> read_buffer, const std::optional<tls::Context>& encryption);

  void start();
  // Puts the frame at the end of what is to be sent; it leaves with the next flush().
  void send(const wire::Frame& frame);
  // Tries to write at once all that waits; what the socket does not take leaves when it can.
  void flush();
  // Ends the sending side as soon as everything sent has left; closes when the peer does, two seconds later at the latest.
  void close_when_sent();
  // Closes now. No callback follows.
  void close();
  [[nodiscard]] std::size_t outbox_bytes() const { return outbox_bytes_; }

 private:
  void wait_to_read();
  void read();
  void take_in(std::span<const std::byte> bytes);
  // Each writes once; false when nothing is left to write, or the socket takes no more, or it failed.
  [[nodiscard]] bool write_frames();
  [[nodiscard]] bool write_sealed();
  void seal_frames();
  void sent(std::size_t count);
  void wait_to_write();
  void cut_off();
  void fail();
  void tell_closed();

  Socket socket_;
  std::uint64_t session_;
  const Callbacks& callbacks_;
  std::span<std::byte> read_buffer_;
  std::vector<wire::Frame> outbox_;
  std::size_t first_offset_ = 0;  // bytes of outbox_.front() already sent
  std::size_t outbox_bytes_ = 0;
  std::optional<tls::Channel> channel_;
  std::vector<std::byte> sealed_;  // encrypted, not yet sent
  std::size_t sealed_offset_ = 0;  // bytes of sealed_ already sent
  bool heard_ = false;             // the first byte has come
  bool end_sealed_ = false;
  bool told_closed_ = false;
  boost::asio::steady_timer linger_;
  bool writing_ = false;
  bool closing_ = false;
  bool closed_ = false;
};

}  // namespace certamen::net
