// The proof of a bank: pages that a reviewer reads on a screen or on paper, with a box to tick for every text.
//
// Pure. The same topics give the same bytes.
#pragma once

#include <string>
#include <vector>

#include "content/model/topic.hpp"

namespace certamen::content {

struct ProofPage {
  std::string file;  // "index.html", "statistics.html", "topic-<id>.html"
  std::string html;
};

// An index, the statistics, and a page a topic. `content_hash` stands in the index: it says which bank this is the proof of.
[[nodiscard]] std::vector<ProofPage> proof_pages(const std::vector<Topic>& topics, const std::string& content_hash);

}  // namespace certamen::content
