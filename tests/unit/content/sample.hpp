// A topic with one question of each kind that passes every rule, and ways to spoil it.
#pragma once

#include <string>
#include <vector>

#include "content/compile/compile.hpp"

namespace certamen::content {

// The text of topics/sample.yaml.
const std::string& sample();

// The text with the first occurrence of `from` made `to`; fails the test when there is none.
std::string replaced(std::string text, const std::string& from, const std::string& to);
// The sample so changed.
std::string spoiled(const std::string& from, const std::string& to);

// What the compiler says of the text as topics/sample.yaml, one line a finding, without the path.
std::vector<std::string> findings_of(const std::string& text);

// The ids of the rules that the text, or the files, break, each once and sorted; empty for what is wrong with the format.
std::vector<std::string> rules_broken(const std::string& text);
std::vector<std::string> rules_broken(const std::vector<SourceFile>& files);

// Line from 1 of the first occurrence.
int line_of(const std::string& text, const std::string& part);

// A topic of single choices `q0`, `q1`, ... with prompts that share few words.
std::string plain_topic(const std::string& id, int questions, int difficulty);

// Topics without a finding, compiled.
std::vector<Topic> topics_of(const std::vector<SourceFile>& files);

// The path of a file of its own for this test, removed when the object goes.
class TemporaryFile {
 public:
  TemporaryFile();
  explicit TemporaryFile(const std::string& bytes);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string folder_;
  std::string path_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

}  // namespace certamen::content
