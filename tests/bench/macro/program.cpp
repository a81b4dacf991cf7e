#include "tests/bench/macro/program.hpp"

#include <boost/process.hpp>
#include <filesystem>
#include <stdexcept>

namespace certamen::bench {

namespace process = boost::process;

struct Program::Parts {
  process::opstream in;
  process::ipstream out;
  process::child child;
};

Program::Program(const std::string& name, const std::vector<std::string>& arguments)
    : name_(name), parts_(std::make_unique<Parts>()) {
  const auto here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  parts_->child = process::child((here / name).string(), process::args(arguments),
                                 process::std_in<parts_->in, process::std_out> parts_->out);
}

Program::~Program() {
  kill();
}

pid_t Program::process() const {
  return parts_->child.id();
}

std::string Program::line() {
  std::string line;
  if (!std::getline(parts_->out, line)) throw std::runtime_error(name_ + " ended early; its words are above");
  return line;
}

nlohmann::json Program::ask(const nlohmann::json& order) {
  parts_->in << order.dump() << '\n' << std::flush;
  return nlohmann::json::parse(line());
}

void Program::kill() {
  std::error_code ignored;
  if (parts_->child.running(ignored)) parts_->child.terminate(ignored);
}

}  // namespace certamen::bench
