// Who a server is to its clients: a certificate and its key, and the fingerprint by which people compare them.
//
// Values without I/O; OpenSSL stays behind this folder's headers. Certificates are not checked against authorities: a
// client remembers the fingerprint of the first meeting, as SSH does.
#pragma once

#include <string>

#include "proto/wire/result.hpp"

namespace certamen::tls {

struct Identity {
  std::string certificate_pem;  // the server's own first, then any chain
  std::string key_pem;
};

// SHA-256 of a certificate, as 32 pairs of upper-case hexadecimal digits with colons: what `openssl x509 -fingerprint
// -sha256` prints.
using Fingerprint = std::string;

[[nodiscard]] bool is_fingerprint(const std::string& text);

// A new EC P-256 key and a certificate for it that it signed itself, valid for a hundred years: nobody renews what
// people have compared once.
[[nodiscard]] wire::Result<Identity> make_identity();

}  // namespace certamen::tls
