#include <string>
#include <vector>

#include "proto/wire/frame.hpp"
#include "proto/wire/limits.hpp"
#include "tests/support/catch.hpp"

namespace certamen::wire {
namespace {

constexpr std::size_t body_bytes_max = 4096;

std::span<const std::byte> bytes_of(const std::string& text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

std::string text_of(std::span<const std::byte> bytes) {
  std::string text;
  for (const std::byte byte : bytes) text.push_back(static_cast<char>(byte));
  return text;
}

std::string framed(const std::string& body) {
  return text_of(Frame::from_body(body).bytes());
}

std::string header(std::uint32_t length) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>((length >> shift) & 0xFFU));
  return bytes;
}

// Feeds one piece and takes every whole body that it completes.
void take_all(FrameReader& reader, const std::string& piece, std::vector<std::string>& bodies) {
  REQUIRE(reader.feed(bytes_of(piece)));
  for (;;) {
    const auto body = reader.next();
    REQUIRE(body);
    if (!*body) return;
    bodies.push_back(text_of(**body));
  }
}

const std::vector<std::string>& sample_bodies() {
  static const std::vector<std::string> bodies = {"", "x", std::string(300, 'y'), std::string("\0\x01\xFF", 3)};
  return bodies;
}

std::string sample_stream() {
  std::string stream;
  for (const std::string& body : sample_bodies()) stream += framed(body);
  return stream;
}

}  // namespace

TEST_CASE("a frame is a big-endian length and its body") {
  const Frame frame = Frame::from_body(std::string(258, 'a'));
  CHECK(text_of(frame.bytes()).substr(0, 6) == std::string("\0\0\x01\x02"
                                                           "aa",
                                                           6));
  CHECK(frame.body().size() == 258);
  CHECK_FALSE(frame.empty());
  CHECK(Frame{}.empty());
  CHECK(Frame{}.bytes().empty());
  CHECK(Frame{}.body().empty());
}

TEST_CASE("copies of a frame share its bytes") {
  const Frame frame = Frame::from_body("once");
  const Frame copy = frame;  // NOLINT(performance-unnecessary-copy-initialization): the copy is the subject
  CHECK(copy.bytes().data() == frame.bytes().data());
}

TEST_CASE("a stream cut in two at any byte gives the same bodies") {
  const std::string stream = sample_stream();
  for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
    CAPTURE(cut);
    FrameReader reader(body_bytes_max);
    std::vector<std::string> bodies;
    take_all(reader, stream.substr(0, cut), bodies);
    take_all(reader, stream.substr(cut), bodies);
    REQUIRE(bodies == sample_bodies());
    REQUIRE(reader.buffered_bytes() == 0);
  }
}

TEST_CASE("a stream cut into pieces of any one size gives the same bodies") {
  const std::string stream = sample_stream();
  for (std::size_t size = 1; size <= stream.size(); ++size) {
    CAPTURE(size);
    FrameReader reader(body_bytes_max);
    std::vector<std::string> bodies;
    for (std::size_t at = 0; at < stream.size(); at += size) take_all(reader, stream.substr(at, size), bodies);
    REQUIRE(bodies == sample_bodies());
  }
}

TEST_CASE("frames glued together come out one by one, each valid until the next call") {
  FrameReader reader(body_bytes_max);
  REQUIRE(reader.feed(bytes_of(sample_stream() + framed("later").substr(0, 6))));
  for (const std::string& expected : sample_bodies()) {
    const auto body = reader.next();
    REQUIRE(body);
    REQUIRE(*body);
    CHECK(text_of(**body) == expected);
  }
  const auto nothing = reader.next();
  REQUIRE(nothing);
  CHECK_FALSE(*nothing);
  CHECK(reader.buffered_bytes() == 6);
}

TEST_CASE("a body of exactly the limit passes, one byte more is refused") {
  FrameReader reader(body_bytes_max);
  std::vector<std::string> bodies;
  take_all(reader, framed(std::string(body_bytes_max, 'z')), bodies);
  REQUIRE(bodies.size() == 1);

  REQUIRE(reader.feed(bytes_of(header(body_bytes_max + 1))));
  const auto refused = reader.next();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what == "a frame of 4097 bytes was announced, the limit is 4096");
}

TEST_CASE("a length over the limit is refused by its header alone") {
  for (const std::uint32_t announced : {4097U, 0x00FFFFFFU, 0x7FFFFFFFU, 0x80000000U, 0xFFFFFFFFU}) {
    CAPTURE(announced);
    FrameReader reader(body_bytes_max);
    REQUIRE(reader.feed(bytes_of(header(announced))));
    const auto refused = reader.next();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.find(std::to_string(announced)) != std::string::npos);
    CHECK(reader.buffered_bytes() == 0);
  }
}

TEST_CASE("frames before one over the limit are still given") {
  FrameReader reader(body_bytes_max);
  REQUIRE(reader.feed(bytes_of(framed("first") + framed("second") + header(0x80000000U) + std::string(500, '?'))));
  CHECK(text_of(**reader.next()) == "first");
  CHECK(text_of(**reader.next()) == "second");
  CHECK_FALSE(reader.next());
  CHECK(reader.buffered_bytes() == 0);
}

TEST_CASE("a lost stream stays lost") {
  FrameReader reader(body_bytes_max);
  REQUIRE(reader.feed(bytes_of(header(0x80000000U))));
  REQUIRE_FALSE(reader.next());
  for (int i = 0; i < 3; ++i) {
    CHECK_FALSE(reader.feed(bytes_of(framed("valid again"))));
    CHECK_FALSE(reader.next());
    CHECK(reader.buffered_bytes() == 0);
  }
}

TEST_CASE("a reader that is drained holds less than one frame and one piece") {
  constexpr std::size_t piece_bytes = 1000;
  std::string stream;
  for (int i = 0; i < 100; ++i) stream += framed(std::string(body_bytes_max, 'm')) + framed("small");
  FrameReader reader(body_bytes_max);
  std::size_t most = 0;
  std::vector<std::string> bodies;
  for (std::size_t at = 0; at < stream.size(); at += piece_bytes) {
    REQUIRE(reader.feed(bytes_of(stream.substr(at, piece_bytes))));
    most = std::max(most, reader.buffered_bytes());
    take_all(reader, {}, bodies);
  }
  CHECK(bodies.size() == 200);
  CHECK(most < frame_header_bytes + body_bytes_max + piece_bytes);
}

}  // namespace certamen::wire
