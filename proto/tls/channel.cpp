#include "proto/tls/channel.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include "proto/wire/require.hpp"

namespace certamen::tls {
namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

constexpr const char* ciphers_1_2 = "ECDHE+AESGCM:ECDHE+CHACHA20";

Fingerprint fingerprint_of(const X509* certificate) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (certificate == nullptr || X509_digest(certificate, EVP_sha256(), digest.data(), &length) != 1) return {};
  Fingerprint text;
  for (unsigned i = 0; i < length; ++i) {
    if (i > 0) text.push_back(':');
    text.push_back(digits[digest[i] >> 4U]);
    text.push_back(digits[digest[i] & 15U]);
  }
  return text;
}

std::string last_error() {
  const char* reason = ERR_reason_error_string(ERR_peek_error());
  std::string text = reason != nullptr ? reason : "broken off";
  ERR_clear_error();
  return text;
}

Memory memory_of(const std::string& text) {
  return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free_all};
}

// No pass phrase can be asked for: a server starts alone.
int no_pass_phrase(char*, int, int, void*) {
  return 0;
}

bool add_chain(SSL_CTX* context, BIO* text) {
  while (X509* next = PEM_read_bio_X509(text, nullptr, nullptr, nullptr)) {
    if (SSL_CTX_add0_chain_cert(context, next) != 1) {
      X509_free(next);
      return false;
    }
  }
  ERR_clear_error();  // the end of the text counts as an error
  return true;
}

// What OpenSSL reads from and writes to: the caller's bytes and a vector, so that an idle connection holds no buffers.
struct Pipe {
  std::span<const std::byte> in;
  std::vector<std::byte> out;
};

int read_pipe(BIO* bio, char* to, int bytes_max) {
  auto* pipe = static_cast<Pipe*>(BIO_get_data(bio));
  BIO_clear_retry_flags(bio);
  if (pipe->in.empty()) {
    BIO_set_retry_read(bio);
    return -1;
  }
  const std::size_t count = std::min(pipe->in.size(), static_cast<std::size_t>(bytes_max));
  std::memcpy(to, pipe->in.data(), count);
  pipe->in = pipe->in.subspan(count);
  return static_cast<int>(count);
}

int write_pipe(BIO* bio, const char* from, int count) {
  auto* pipe = static_cast<Pipe*>(BIO_get_data(bio));
  const auto bytes = std::as_bytes(std::span(from, static_cast<std::size_t>(count)));
  pipe->out.insert(pipe->out.end(), bytes.begin(), bytes.end());
  return count;
}

long control_pipe(BIO*, int command, long, void*) {
  return command == BIO_CTRL_FLUSH ? 1 : 0;  // nothing is held back, and nothing else is asked of it
}

const BIO_METHOD* pipe_method() {
  static const auto method = [] {
    std::unique_ptr<BIO_METHOD, decltype(&BIO_meth_free)> made(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "pipe"),
                                                               &BIO_meth_free);
    wire::require(made != nullptr, "OpenSSL gives a kind of BIO");
    BIO_meth_set_read(made.get(), &read_pipe);
    BIO_meth_set_write(made.get(), &write_pipe);
    BIO_meth_set_ctrl(made.get(), &control_pipe);
    return made;
  }();
  return method.get();
}

}  // namespace

struct Context::Parts {
  explicit Parts(const SSL_METHOD* method) : context(SSL_CTX_new(method)) {
    wire::require(context != nullptr, "OpenSSL gives a context");
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET |
                                     SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_cipher_list(context, ciphers_1_2);
    // A client judges the certificate by its fingerprint; that the peer holds its key is proved in every handshake.
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
  }
  ~Parts() { SSL_CTX_free(context); }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  SSL_CTX* context;
  bool serves = false;
};

wire::Result<Context> Context::for_server(const Identity& identity) {
  const auto parts = std::make_shared<Parts>(TLS_server_method());
  parts->serves = true;
  const Memory text = memory_of(identity.certificate_pem);
  const Certificate certificate(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr), &X509_free);
  if (!certificate || SSL_CTX_use_certificate(parts->context, certificate.get()) != 1 ||
      !add_chain(parts->context, text.get())) {
    return wire::fault("not a PEM certificate that can be used (" + last_error() + ")");
  }
  const Memory key_text = memory_of(identity.key_pem);
  const Key key(PEM_read_bio_PrivateKey(key_text.get(), nullptr, &no_pass_phrase, nullptr), &EVP_PKEY_free);
  if (!key) return wire::fault("not a PEM private key without a pass phrase (" + last_error() + ")");
  if (X509_check_private_key(certificate.get(), key.get()) != 1 || SSL_CTX_use_PrivateKey(parts->context, key.get()) != 1) {
    ERR_clear_error();
    return wire::fault("the key is not the key of the certificate");
  }
  Context context;
  context.fingerprint_ = fingerprint_of(certificate.get());
  context.parts_ = parts;
  return context;
}

Context Context::for_client() {
  Context context;
  context.parts_ = std::make_shared<const Parts>(TLS_client_method());
  return context;
}

struct Channel::Parts {
  explicit Parts(std::shared_ptr<const Context::Parts> of)
      : context(std::move(of)), ssl(SSL_new(context->context)) {
    BIO* bio = BIO_new(pipe_method());
    wire::require(ssl != nullptr && bio != nullptr, "OpenSSL gives a connection");
    BIO_set_data(bio, &pipe);
    BIO_set_init(bio, 1);
    SSL_set_bio(ssl, bio, bio);  // and owns it
    if (context->serves) {
      SSL_set_accept_state(ssl);
    } else {
      SSL_set_connect_state(ssl);
      static_cast<void>(SSL_do_handshake(ssl));  // writes the greeting
    }
    ERR_clear_error();
  }
  ~Parts() { SSL_free(ssl); }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  // Whether a call that could not finish only waits for more.
  [[nodiscard]] bool waits(int result) const {
    const int error = SSL_get_error(ssl, result);
    return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
  }

  std::shared_ptr<const Context::Parts> context;
  SSL* ssl;
  Pipe pipe;
};

Channel::Channel(const Context& context) : parts_(std::make_unique<Parts>(context.parts_)) {}
Channel::Channel(Channel&&) noexcept = default;
Channel& Channel::operator=(Channel&&) noexcept = default;
Channel::~Channel() = default;

bool Channel::established() const {
  return SSL_is_init_finished(parts_->ssl) == 1;
}

wire::Result<std::vector<std::byte>> Channel::take_in(std::span<const std::byte> sealed) {
  parts_->pipe.in = sealed;
  auto opened = open();
  parts_->pipe.in = {};  // OpenSSL has taken all of it, or the channel is lost
  return opened;
}

wire::Result<std::vector<std::byte>> Channel::open() {
  ERR_clear_error();
  if (!established()) {
    const int done = SSL_do_handshake(parts_->ssl);
    if (done != 1 && !parts_->waits(done)) return wire::fault("no encrypted connection: " + last_error());
    if (done != 1) return std::vector<std::byte>{};
  }
  std::vector<std::byte> opened;
  std::array<std::byte, 16 * 1024> buffer;  // not set: only what was read is used
  for (;;) {
    const int count = SSL_read(parts_->ssl, buffer.data(), static_cast<int>(buffer.size()));
    if (count > 0) {
      opened.insert(opened.end(), buffer.begin(), buffer.begin() + count);
      continue;
    }
    const bool ended = SSL_get_error(parts_->ssl, count) == SSL_ERROR_ZERO_RETURN;
    if (ended || parts_->waits(count)) return opened;
    return wire::fault("the encrypted connection is broken: " + last_error());
  }
}

void Channel::seal(std::span<const std::byte> plain) {
  ERR_clear_error();
  if (plain.empty()) return;
  // Memory takes everything; only a lost channel takes nothing, and then the next take_in() says so.
  static_cast<void>(SSL_write(parts_->ssl, plain.data(), static_cast<int>(plain.size())));
  ERR_clear_error();
}

void Channel::end() {
  if (established()) static_cast<void>(SSL_shutdown(parts_->ssl));
  ERR_clear_error();
}

std::vector<std::byte> Channel::take_out() {
  return std::exchange(parts_->pipe.out, {});
}

Fingerprint Channel::peer_fingerprint() const {
  const Certificate certificate(SSL_get1_peer_certificate(parts_->ssl), &X509_free);
  return fingerprint_of(certificate.get());
}

bool begins_tls(std::byte first) {
  constexpr std::byte handshake{22};
  constexpr std::byte alert{21};
  return first == handshake || first == alert;
}

}  // namespace certamen::tls
