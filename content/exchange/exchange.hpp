// Question files of other programs, in and out.
//
// Pure: bytes in, topics and remarks out, and the other way round. Reading never stops at what is wrong: a question that
// cannot be read becomes a remark with its line and reason, and the rest is read. Nothing is lost silently: whatever the
// other side can say and this one cannot, or the reverse, is a remark.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/model/topic.hpp"
#include "proto/wire/result.hpp"
#include "proto/wire/types.hpp"

namespace certamen::content {

struct Remark {
  std::size_t line = 0;  // in the file that was read, from 1; 0 for the whole file and for files that are written
  std::string what;
};

struct ImportWish {
  std::string topic_id;  // of the topic, and the first part of the ids of the topics where the file has several categories
  std::string title;     // of the topic where the file names none; empty: made from topic_id
  wire::Language language = wire::Language::English;  // of the file's texts
  wire::ExamDomain domain = wire::ExamDomain::General;
};

// Topics of origin Imported, one a category of the file, each within the limits of content/model/limits.hpp. Ids and titles
// that the file itself gives to topics win over the wish, and our own JSON keeps the origin too.
struct Import {
  std::vector<Topic> topics;
  std::vector<Remark> remarks;     // by line
  std::size_t question_count = 0;  // that the file has, read or not
};

struct Export {
  std::string bytes;
  std::vector<Remark> remarks;
};

// A fault only for what is no such file at all: not UTF-8, not XML or JSON, too large to be one.
wire::Result<Import> import_gift(std::string_view bytes, const ImportWish& wish);
wire::Result<Import> import_aiken(std::string_view bytes, const ImportWish& wish);
wire::Result<Import> import_moodle_xml(std::string_view bytes, const ImportWish& wish);
wire::Result<Import> import_csv(std::string_view bytes, const ImportWish& wish);
wire::Result<Import> import_json(std::string_view bytes, const ImportWish& wish);

// In one language; a topic without it is left out with a remark. JSON and CSV hold both languages.
Export export_gift(const std::vector<Topic>& topics, wire::Language language);
Export export_moodle_xml(const std::vector<Topic>& topics, wire::Language language);
Export export_csv(const std::vector<Topic>& topics);
Export export_json(const std::vector<Topic>& topics);
Export export_anki(const std::vector<Topic>& topics, wire::Language language);

}  // namespace certamen::content
