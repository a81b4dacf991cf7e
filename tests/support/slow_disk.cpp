// A disk that takes its time: preloaded into a server, makes every flush as slow as CERTAMEN_FLUSH_MILLIS says.
#include <dlfcn.h>
#include <poll.h>

#include <cstdlib>

namespace {

int after_a_while(const char* name, int descriptor) {
  const char* millis = std::getenv("CERTAMEN_FLUSH_MILLIS");
  if (millis != nullptr) ::poll(nullptr, 0, std::atoi(millis));
  using Flush = int (*)(int);
  const auto flush = reinterpret_cast<Flush>(::dlsym(RTLD_NEXT, name));
  return flush(descriptor);
}

}  // namespace

extern "C" int fdatasync(int descriptor) {
  return after_a_while("fdatasync", descriptor);
}
extern "C" int fsync(int descriptor) {
  return after_a_while("fsync", descriptor);
}
