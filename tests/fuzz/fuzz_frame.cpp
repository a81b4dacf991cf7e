#include <string>
#include <vector>

#include "proto/wire/frame.hpp"
#include "proto/wire/limits.hpp"
#include "proto/wire/require.hpp"
#include "tests/fuzz/choices.hpp"
#include "tests/fuzz/entries.hpp"

namespace certamen::fuzz {
namespace {

struct Cut {
  std::vector<std::string> bodies;
  bool lost = false;
};

// Takes what is whole; false when the stream is lost.
bool take_whole(wire::FrameReader& reader, Cut& cut) {
  for (;;) {
    const auto body = reader.next();
    if (!body) return false;
    if (!*body) return true;
    cut.bodies.emplace_back(reinterpret_cast<const char*>((*body)->data()), (*body)->size());
  }
}

// The pieces' sizes come round and round from `sizes`; no sizes: all at once.
Cut cut(std::span<const std::byte> stream, std::span<const std::byte> sizes, std::size_t body_bytes_max) {
  wire::FrameReader reader(body_bytes_max);
  Cut result;
  for (std::size_t i = 0; !stream.empty(); ++i) {
    const std::size_t wished = sizes.empty() ? stream.size() : 1 + std::to_integer<std::size_t>(sizes[i % sizes.size()]);
    const auto piece = stream.first(std::min(wished, stream.size()));
    stream = stream.subspan(piece.size());
    wire::require(reader.feed(piece).has_value(), "a stream that is not lost is fed");
    if (!take_whole(reader, result)) {
      wire::require(reader.buffered_bytes() == 0 && !reader.feed(piece) && !reader.next(), "a lost stream stays lost");
      result.lost = true;
      return result;
    }
    wire::require(reader.buffered_bytes() < wire::frame_header_bytes + body_bytes_max, "less than a frame is kept");
  }
  return result;
}

}  // namespace

void fuzz_frame(std::span<const std::byte> bytes) {
  Choices choices(bytes);
  const std::size_t body_bytes_max = 1 + std::size_t{choices.byte()};
  const auto sizes = choices.bytes(choices.below(16));
  const std::span<const std::byte> stream = choices.rest();
  const Cut whole = cut(stream, {}, body_bytes_max);
  const Cut pieces = cut(stream, sizes, body_bytes_max);
  wire::require(whole.bodies == pieces.bodies && whole.lost == pieces.lost, "cutting changes nothing");

  std::string again;
  for (const std::string& body : whole.bodies) {
    wire::require(body.size() <= body_bytes_max, "a body keeps the limit");
    const wire::Frame frame = wire::Frame::from_body(body);
    again.append(reinterpret_cast<const char*>(frame.bytes().data()), frame.bytes().size());
  }
  const std::string given(reinterpret_cast<const char*>(stream.data()), stream.size());
  wire::require(given.compare(0, again.size(), again) == 0, "the bodies are the stream's");
}

}  // namespace certamen::fuzz
