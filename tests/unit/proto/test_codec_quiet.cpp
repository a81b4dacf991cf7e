#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>

#include "proto/wire/codec.hpp"
#include "tests/support/catch.hpp"

namespace certamen::wire {
namespace {

// What `talk` prints on standard error.
template <class Talk>
std::string heard_on_standard_error(const Talk& talk) {
  std::FILE* listener = std::tmpfile();
  REQUIRE(listener != nullptr);
  std::fflush(stderr);
  const int kept = dup(STDERR_FILENO);
  dup2(fileno(listener), STDERR_FILENO);
  talk();
  std::fflush(stderr);
  dup2(kept, STDERR_FILENO);
  close(kept);
  std::rewind(listener);
  std::array<char, 4096> heard{};
  const std::size_t length = std::fread(heard.data(), 1, heard.size(), listener);
  std::fclose(listener);
  return {heard.data(), length};
}

}  // namespace

// Protobuf prints a line for every text that is not UTF-8; a hostile peer could fill the server's log with them.
TEST_CASE("refusing garbage says nothing on standard error") {
  const std::string not_utf8("\x0A\x03\x1A\x01\xC3", 5);
  const auto body = std::as_bytes(std::span(not_utf8.data(), not_utf8.size()));
  CHECK(heard_on_standard_error([] { std::fputs("the listener works", stderr); }) == "the listener works");
  CHECK(heard_on_standard_error([&] { (void)decode_client(body); }).empty());
  CHECK(heard_on_standard_error([&] { (void)decode_server(body); }).empty());
}

}  // namespace certamen::wire
