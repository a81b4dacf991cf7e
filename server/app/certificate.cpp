#include "server/app/certificate.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace certamen::app {
namespace {

constexpr std::uintmax_t file_bytes_max = std::uintmax_t{1024} * 1024;

std::string reason() {
  return std::system_category().message(errno);
}

wire::Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(path, error);
  if (error) return wire::fault(fmt::format("cannot read {}: {}", path, error.message()));
  if (bytes > file_bytes_max) return wire::fault(fmt::format("cannot use {}: it is too large for a certificate", path));
  std::ifstream file(path, std::ios::binary);
  if (!file) return wire::fault(fmt::format("cannot read {}: {}", path, reason()));
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Written aside and linked into place: a server that dies half-way leaves nothing, and two that start at once agree.
wire::Result<void> keep(const std::string& path, const std::string& text) {
  const std::string aside = fmt::format("{}.{}", path, ::getpid());
  const int file = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return wire::fault(fmt::format("cannot write {}: {}", aside, reason()));
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  const bool closed = ::close(file) == 0;
  const bool linked = written && closed && (::link(aside.c_str(), path.c_str()) == 0 || errno == EEXIST);
  const std::string why = linked ? std::string{} : reason();
  ::unlink(aside.c_str());
  if (!linked) return wire::fault(fmt::format("cannot keep the certificate as {}: {}", path, why));
  return {};
}

// One file holds both, so that neither can be lost or replaced without the other.
wire::Result<tls::Identity> own_identity(const std::string& data_path) {
  if (data_path == ":memory:") return tls::make_identity();
  const std::string path = data_path + ".tls.pem";
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    const auto made = tls::make_identity();
    if (!made) return tl::unexpected(made.error());
    if (const auto kept = keep(path, made->certificate_pem + made->key_pem); !kept) return tl::unexpected(kept.error());
  }
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  return tls::Identity{*text, *text};
}

wire::Result<tls::Identity> given_identity(const Options& options) {
  auto certificate = read_file(options.certificate_path);
  if (!certificate) return tl::unexpected(certificate.error());
  auto key = read_file(options.key_path);
  if (!key) return tl::unexpected(key.error());
  return tls::Identity{std::move(*certificate), std::move(*key)};
}

}  // namespace

wire::Result<std::optional<tls::Context>> encryption_of(const Options& options) {
  if (!options.encrypted) return std::optional<tls::Context>{};
  const bool given = !options.certificate_path.empty();
  const auto identity = given ? given_identity(options) : own_identity(options.data_path);
  if (!identity) return tl::unexpected(identity.error());
  auto context = tls::Context::for_server(*identity);
  if (context) return std::optional{std::move(*context)};
  const std::string files =
      given ? fmt::format("{} and {}", options.certificate_path, options.key_path) : options.data_path + ".tls.pem";
  return wire::fault(fmt::format("cannot use {}: {}", files, context.error().what));
}

}  // namespace certamen::app
