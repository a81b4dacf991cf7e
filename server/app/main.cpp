#include "server/app/options.hpp"
#include "server/app/serve.hpp"

int main(int argc, char* argv[]) {
  const auto parsed = certamen::app::parse_options(argc, argv);
  if (const int* exit_code = std::get_if<int>(&parsed)) return *exit_code;
  return certamen::app::serve(std::get<certamen::app::Options>(parsed));
}
