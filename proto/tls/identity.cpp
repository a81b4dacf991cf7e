#include "proto/tls/identity.hpp"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

namespace certamen::tls {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

constexpr long seconds_valid = 100L * 365 * 24 * 3600;
constexpr long seconds_before = 24L * 3600;  // for clients whose clock is behind

bool describe(X509* certificate, EVP_PKEY* key) {
  std::array<unsigned char, 8> random{};
  if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) return false;
  random[0] &= 0x7FU;  // serial numbers are positive
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> serial(
      BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr), &BN_free);
  X509_NAME* name = X509_get_subject_name(certificate);
  const auto* common_name = reinterpret_cast<const unsigned char*>("certamen");
  return X509_set_version(certificate, 2) == 1 && serial &&
         BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr &&
         X509_gmtime_adj(X509_getm_notBefore(certificate), -seconds_before) != nullptr &&
         X509_gmtime_adj(X509_getm_notAfter(certificate), seconds_valid) != nullptr &&
         X509_set_pubkey(certificate, key) == 1 &&
         X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common_name, -1, -1, 0) == 1 &&
         X509_set_issuer_name(certificate, name) == 1 && X509_sign(certificate, key, EVP_sha256()) != 0;
}

std::string text_of(BIO* memory) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(memory, &data);
  return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string{};
}

}  // namespace

bool is_fingerprint(const std::string& text) {
  constexpr std::size_t length = 32 * 3 - 1;
  if (text.size() != length) return false;
  for (std::size_t i = 0; i < length; ++i) {
    const char letter = text[i];
    const bool digit = (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'F');
    if (i % 3 == 2 ? letter != ':' : !digit) return false;
  }
  return true;
}

wire::Result<Identity> make_identity() {
  const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
  const Certificate certificate(X509_new(), &X509_free);
  const Memory certificate_text(BIO_new(BIO_s_mem()), &BIO_free_all);
  const Memory key_text(BIO_new(BIO_s_mem()), &BIO_free_all);
  const bool made = key && certificate && certificate_text && key_text && describe(certificate.get(), key.get()) &&
                    PEM_write_bio_X509(certificate_text.get(), certificate.get()) == 1 &&
                    PEM_write_bio_PKCS8PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
  if (!made) return wire::fault("OpenSSL could not make a certificate");
  return Identity{text_of(certificate_text.get()), text_of(key_text.get())};
}

}  // namespace certamen::tls
