// Length-delimited frames without I/O: bytes in, whole messages out.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "proto/wire/result.hpp"

namespace certamen::wire {

// One encoded frame, header included: shared immutable bytes, encoded once and sent to many. Copies share the bytes,
// across threads too.
class Frame {
 public:
  Frame() = default;
  // Takes the message body; prepends the header. Requires body.size() <= server_frame_bytes_max.
  static Frame from_body(std::string_view body);
  [[nodiscard]] std::span<const std::byte> bytes() const;
  [[nodiscard]] std::span<const std::byte> body() const;
  [[nodiscard]] bool empty() const { return !bytes_; }

 private:
  std::shared_ptr<const std::string> bytes_;
};

// Cuts a byte stream into frame bodies. Refuses a length over the limit before buffering any of it; memory stays below
// one frame plus what a single feed() brought. After a refusal the stream is lost: close it.
class FrameReader {
 public:
  explicit FrameReader(std::size_t body_bytes_max) : body_bytes_max_(body_bytes_max) {}
  // Takes the next bytes of the stream, cut anywhere.
  [[nodiscard]] Result<void> feed(std::span<const std::byte> bytes);
  // The next whole body, valid until the next call of feed() or next(); nothing when more bytes are needed.
  // A fault when the announced length is over the limit.
  [[nodiscard]] Result<std::optional<std::span<const std::byte>>> next();
  [[nodiscard]] std::size_t buffered_bytes() const { return buffer_.size() - consumed_; }

 private:
  std::size_t body_bytes_max_;
  std::vector<std::byte> buffer_;
  std::size_t consumed_ = 0;
  bool lost_ = false;
};

}  // namespace certamen::wire
