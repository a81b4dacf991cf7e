// Keeps SFML's own words off standard error while it lives.
//
// SFML writes there what we say better, or what is no trouble at all. One thread. SFML stays inside client/render.
#pragma once

#include <SFML/System/Err.hpp>
#include <sstream>
#include <string>

namespace certamen::render {

class Hush {
 public:
  Hush() : before_(sf::err().rdbuf(heard_.rdbuf())) {}
  Hush(const Hush&) = delete;
  Hush& operator=(const Hush&) = delete;
  ~Hush() { sf::err().rdbuf(before_); }

  // What SFML would have said.
  [[nodiscard]] std::string heard() const { return heard_.str(); }

 private:
  std::ostringstream heard_;
  std::streambuf* before_;
};

}  // namespace certamen::render
