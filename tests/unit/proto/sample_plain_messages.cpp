#include "tests/unit/proto/sample_messages.hpp"

// The messages that are made of no others.
namespace certamen::proto_test {

using namespace wire;  // as in sample_messages.cpp

template <>
Hello sample<Hello>() {
  return {1, 3, "0.1.0", Language::Spanish};
}
template <>
Ping sample<Ping>() {
  return {0x0123456789ABCDEF};
}
template <>
ChooseLanguage sample<ChooseLanguage>() {
  return {Language::Spanish};
}
template <>
BrowseTopics sample<BrowseTopics>() {
  return {};
}
template <>
JoinRoom sample<JoinRoom>() {
  return {"K7W2RX", "Ana", Role::Spectator};
}
template <>
LeaveRoom sample<LeaveRoom>() {
  return {};
}
template <>
SubmitAnswer sample<SubmitAnswer>() {
  return {3, ChoiceAnswer{{0, 2, 5}}, instant_from_micros(1'234'567)};
}
template <>
ReviewMatch sample<ReviewMatch>() {
  return {};
}
template <>
Welcome sample<Welcome>() {
  return {1, "0.1.0", "9f86d081884c7d65", 200};
}
template <>
Pong sample<Pong>() {
  return {0x0123456789ABCDEF, instant_from_micros(5'000'001), instant_from_micros(5'000'042)};
}
template <>
TopicsListed sample<TopicsListed>() {
  return {{{"ec2-placement-groups", "Placement groups", ExamDomain::HighPerforming, 12},
           {"s3-storage-classes", "Clases de S3", ExamDomain::CostOptimized, 9}}};
}
template <>
RoomLeft sample<RoomLeft>() {
  return {};
}
template <>
RoomTroubled sample<RoomTroubled>() {
  return {true};
}
template <>
Rejected sample<Rejected>() {
  return {Refusal::TooLate, 4};
}
template <>
Goodbye sample<Goodbye>() {
  return {Farewell::VersionUnsupported, 1, 1};
}

}  // namespace certamen::proto_test
