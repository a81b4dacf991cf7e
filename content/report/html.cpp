#include "content/report/html.hpp"

#include <fmt/core.h>

#include "content/report/proof_css.hpp"

namespace certamen::content::html {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += letter;  // every other character stands for itself
    }
  }
  return out;
}

std::string page(const Page& page) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{}\n<title>{}</title>\n"
      "<style>\n{}</style>\n</head>\n<body>\n<nav aria-label=\"Pages\">{}</nav>\n<main>\n{}</main>\n</body>\n</html>\n",
      generator, escaped(page.title), proof_css, page.navigation, page.body);
}

std::string number_cell(std::size_t number) {
  return number == 0 ? R"(<td class="zero">0</td>)" : fmt::format("<td>{}</td>", number);
}

}  // namespace certamen::content::html
