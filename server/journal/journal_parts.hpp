// Internal to the journal: the mapping of papers, the bulky part of its schema.
#pragma once

#include "journal.pb.h"
#include "proto/wire/codec_parts.hpp"
#include "server/exam/question.hpp"

namespace certamen::journal {

namespace pb = ::certamen::journal::v1;

void put(const exam::Paper& from, pb::PaperDrawn& to);
exam::Paper take(const pb::PaperDrawn& from, wire::codec::Check& check);

}  // namespace certamen::journal
