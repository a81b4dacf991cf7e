// A virtual screen with nobody else on it: a window that another one covers may never be painted.
#pragma once

#include <sys/types.h>

#include <string>

namespace certamen::test {

class Display {
 public:
  explicit Display(const std::string& size);  // "1280x720"; throws when Xvfb does not start
  ~Display();                                 // and everything on it ends
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }  // ":99"

 private:
  pid_t process_ = -1;
  std::string name_;
};

}  // namespace certamen::test
