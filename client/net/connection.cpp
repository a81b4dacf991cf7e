#include "client/net/connection.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "proto/tls/channel.hpp"
#include "proto/wire/codec.hpp"
#include "proto/wire/frame.hpp"
#include "proto/wire/limits.hpp"

namespace certamen::client_net {

using boost::asio::ip::tcp;
using boost::system::error_code;

namespace {

// Made once: contexts are shared by all threads.
const tls::Context& client_context() {
  static const tls::Context context = tls::Context::for_client();
  return context;
}

}  // namespace

// One attempt and the connection that comes of it. Pending operations share its ownership, so it outlives them.
class Connection::Attempt : public std::enable_shared_from_this<Attempt> {
 public:
  Attempt(boost::asio::io_context& context, std::function<void(const Fact&)> report, const Connect& wanted)
      : report_(std::move(report)),
        wanted_(wanted),
        number_(wanted.connection),
        resolver_(context),
        socket_(context),
        timer_(context) {}

  [[nodiscard]] std::uint64_t number() const { return number_; }
  [[nodiscard]] bool over() const { return over_; }
  // The server answered in plain text, and that was allowed.
  [[nodiscard]] bool fell_back() const { return fell_back_; }

  void start() {
    if (wanted_.encryption != Encryption::None) channel_.emplace(client_context());
    limit(connect_time_max, "no answer in time");
    resolver_.async_resolve(wanted_.host, wanted_.port,
                            [self = shared_from_this()](error_code error, tcp::resolver::results_type found) {
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
    if (!writing_busy_ && outbox_.empty()) return end();
    limit(drain_time_max, "");
  }

  void abandon() {
    silent_ = true;
    end();
  }

  void fail(const std::string& why, Trouble trouble = Trouble::None, tls::Fingerprint fingerprint = {}) {
    if (over_) return;
    end();
    if (!std::exchange(silent_, true)) report_(Disconnected{number_, why, trouble, std::move(fingerprint)});
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
    error_code ignored;  // without it the connection is only slower
    socket_.set_option(tcp::no_delay(true), ignored);
    linked_ = true;
    if (channel_) {
      write();  // the greeting of the handshake
    } else {
      opened({});
    }
    if (!over_) read();
  }

  void opened(const tls::Fingerprint& fingerprint) {
    timer_.cancel();
    open_ = true;
    if (!silent_) report_(Connected{number_, fingerprint});
  }

  // Whether the handshake led to somebody to believe; tells when not.
  bool believed() {
    const tls::Fingerprint shown = channel_->peer_fingerprint();
    const tls::Fingerprint& known = wanted_.trust.known;
    if (known == shown || (known.empty() && wanted_.trust.first)) {
      opened(shown);
      return !over_;
    }
    if (known.empty()) {
      fail("the server's certificate is not known: SHA-256 " + shown, Trouble::CertificateUnknown, shown);
    } else {
      fail("the server shows another certificate than before: SHA-256 " + shown + " instead of " + known,
           Trouble::CertificateChanged, shown);
    }
    return false;
  }

  // The peer's first byte shows that it does not encrypt.
  void meet_plain_server() {
    const bool may_be_plain = wanted_.encryption == Encryption::Preferred && wanted_.trust.known.empty();
    if (!may_be_plain) return fail("the server does not encrypt", Trouble::NotEncrypted);
    wanted_.encryption = Encryption::None;
    fell_back_ = true;
    channel_.reset();
    writing_raw_.clear();
    writing_busy_ = false;
    linked_ = false;
    ++socket_use_;
    error_code ignored;  // a new one takes its place
    socket_.close(ignored);
    start();
  }

  // Takes in what was read; false when the connection is over or another socket has taken its place.
  bool take_raw(std::span<const std::byte> bytes) {
    if (!channel_) return take(bytes);
    if (!std::exchange(heard_, true) && !tls::begins_tls(bytes.front())) {
      meet_plain_server();
      return false;
    }
    const bool established = channel_->established();
    const auto plain = channel_->take_in(bytes);
    if (!plain) {
      fail(plain.error().what);
      return false;
    }
    if (!established && channel_->established() && !believed()) return false;
    write();
    return plain->empty() || take(*plain);
  }

  void read() {
    socket_.async_read_some(boost::asio::buffer(read_buffer_),
                            [self = shared_from_this(), use = socket_use_](error_code error, std::size_t count) {
                              if (self->over_ || use != self->socket_use_) return;
                              if (error == boost::asio::error::eof) return self->fail("the server hung up");
                              if (error) return self->fail(error.message());
                              if (self->take_raw(std::span{self->read_buffer_}.first(count))) self->read();
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

  // Everything that waits leaves in one write.
  void write() {
    if (over_ || writing_busy_ || !linked_) return;
    std::vector<boost::asio::const_buffer> buffers;
    if (channel_) {
      if (open_) seal();
      writing_raw_ = channel_->take_out();
      if (!writing_raw_.empty()) buffers.emplace_back(writing_raw_.data(), writing_raw_.size());
    } else if (open_) {
      writing_.assign(outbox_.begin(), outbox_.end());
      outbox_.clear();
      for (const auto& frame : writing_) buffers.emplace_back(frame.bytes().data(), frame.bytes().size());
    }
    if (buffers.empty()) return;
    writing_busy_ = true;
    boost::asio::async_write(socket_, buffers,
                             [self = shared_from_this(), use = socket_use_](error_code error, std::size_t) {
                               if (self->over_ || use != self->socket_use_) return;
                               if (error) return self->fail(error.message());
                               self->written();
                             });
  }

  // The frames stay in writing_ until their bytes have left: they count in the outbox.
  void seal() {
    writing_.assign(outbox_.begin(), outbox_.end());
    outbox_.clear();
    for (const auto& frame : writing_) channel_->seal(frame.bytes());
  }

  void written() {
    writing_busy_ = false;
    for (const auto& frame : writing_) outbox_bytes_ -= frame.bytes().size();
    writing_.clear();
    writing_raw_.clear();
    write();
    if (closing_ && !writing_busy_ && outbox_.empty()) end();
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
    if (channel_ && open_ && !writing_busy_) {
      channel_->end();
      const auto last = channel_->take_out();
      socket_.non_blocking(true, ignored);
      if (!last.empty()) socket_.write_some(boost::asio::buffer(last), ignored);
    }
    socket_.shutdown(tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
  }

  const std::function<void(const Fact&)> report_;
  bool silent_ = false;
  Connect wanted_;
  const std::uint64_t number_;
  tcp::resolver resolver_;
  tcp::socket socket_;
  boost::asio::steady_timer timer_;
  std::array<std::byte, 16 * 1024> read_buffer_{};
  wire::FrameReader reader_{wire::server_frame_bytes_max};
  std::deque<wire::Frame> outbox_;    // not yet given to the socket
  std::vector<wire::Frame> writing_;  // on its way
  std::optional<tls::Channel> channel_;
  std::vector<std::byte> writing_raw_;  // on its way, encrypted
  bool writing_busy_ = false;
  std::uint32_t socket_use_ = 0;  // counts sockets: what an earlier one still reports is not heard
  bool heard_ = false;            // the first byte has come
  bool fell_back_ = false;
  std::size_t outbox_bytes_ = 0;  // of both
  bool linked_ = false;           // the socket is connected
  bool open_ = false;             // and messages may be sent
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
    Connect how = *wanted;
    const std::string server = how.host + ":" + how.port;
    // A server that speaks plain text and comes to encrypt says goodbye for it: then encryption is tried again.
    if (how.encryption == Encryption::Preferred && how.trust.known.empty() && plain_server_ == server) {
      how.encryption = Encryption::None;
    }
    const auto report = [this, server](const Fact& fact) {
      if (std::holds_alternative<Connected>(fact) && attempt_->fell_back()) plain_server_ = server;
      if (const auto* heard = std::get_if<Received>(&fact)) {
        const auto* goodbye = std::get_if<wire::Goodbye>(&heard->message);
        if (goodbye != nullptr && goodbye->reason == wire::Farewell::TlsNeeded) plain_server_.clear();
      }
      report_(fact);
    };
    attempt_ = std::make_shared<Attempt>(context_, report, how);
    attempt_->start();
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
