#include "proto/wire/frame.hpp"

#include <fmt/format.h>

#include <string_view>

#include "proto/wire/limits.hpp"
#include "proto/wire/require.hpp"

namespace certamen::wire {

Frame Frame::from_body(std::string_view body) {
  require(body.size() <= server_frame_bytes_max, "an encoded frame keeps its limit");
  auto bytes = std::make_shared<std::string>();
  bytes->reserve(frame_header_bytes + body.size());
  const auto length = static_cast<std::uint32_t>(body.size());
  for (int shift = 24; shift >= 0; shift -= 8) bytes->push_back(static_cast<char>((length >> shift) & 0xFFU));
  bytes->append(body);
  Frame frame;
  frame.bytes_ = std::move(bytes);
  return frame;
}

std::span<const std::byte> Frame::bytes() const {
  return bytes_ ? std::as_bytes(std::span(bytes_->data(), bytes_->size())) : std::span<const std::byte>{};
}

std::span<const std::byte> Frame::body() const {
  return bytes_ ? bytes().subspan(frame_header_bytes) : std::span<const std::byte>{};
}

Result<void> FrameReader::feed(std::span<const std::byte> bytes) {
  if (lost_) return fault("the stream was lost at a frame over the limit");
  // What was handed out is dropped only now, so that a body stays valid until the next call.
  buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(consumed_));
  consumed_ = 0;
  buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
  return {};
}

Result<std::optional<std::span<const std::byte>>> FrameReader::next() {
  if (lost_) return fault("the stream was lost at a frame over the limit");
  const std::span<const std::byte> rest = std::span<const std::byte>(buffer_).subspan(consumed_);
  if (rest.size() < frame_header_bytes) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < frame_header_bytes; ++i) length = (length << 8U) | std::to_integer<std::size_t>(rest[i]);
  if (length > body_bytes_max_) {
    lost_ = true;
    buffer_.clear();
    consumed_ = 0;
    return fault(fmt::format("a frame of {} bytes was announced, the limit is {}", length, body_bytes_max_));
  }
  if (rest.size() < frame_header_bytes + length) return std::nullopt;
  consumed_ += frame_header_bytes + length;
  return rest.subspan(frame_header_bytes, length);
}

}  // namespace certamen::wire
