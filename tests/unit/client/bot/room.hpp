// Rooms with an open question, for personas to look at.
#pragma once

#include "client/model/model.hpp"

namespace certamen::bot::test {

inline model::Room open_room(wire::QuestionKind kind, std::uint32_t number = 1) {
  model::Room room;
  room.announced.emplace();
  room.announced->number = number;
  room.announced->kind = kind;
  room.announced->difficulty = 2;
  room.announced->prompt = "How many IOPS do 3 volumes of 500 give?";
  room.asked.emplace();
  room.asked->number = number;
  if (kind != wire::QuestionKind::Numeric && kind != wire::QuestionKind::ShortText)
    room.asked->options = {"short", "a longer one", "the longest of them all", "tiny"};
  if (kind == wire::QuestionKind::TrueFalse) room.asked->options = {"true", "false"};
  if (kind == wire::QuestionKind::Matching) room.asked->matches = {"one", "two", "three", "four"};
  room.asked->choose = kind == wire::QuestionKind::MultipleResponse ? 2 : 1;
  room.asked->opens_at = wire::Instant{} + std::chrono::seconds{100};
  room.asked->closes_at = room.asked->opens_at + std::chrono::seconds{20};
  return room;
}

}  // namespace certamen::bot::test
