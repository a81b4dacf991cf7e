#include "client/screens/screens.hpp"
#include "tests/golden/maker.hpp"
#include "tests/golden/samples.hpp"

namespace certamen::golden {

namespace {

using namespace std::chrono_literals;
using wire::QuestionKind;

struct Hosts : Maker {
  std::vector<Sample> made;

  screens::ViewState& add(const std::string& name, model::Model model) {
    made.push_back({name, std::move(model), {}, now_of_all});
    Sample& sample = made.back();
    sample.state.scene = screens::view(sample.model, sample.state, sample.now, {1920, 1080}).name;
    return sample.state;
  }
  void add_foreign();
};

// The bank has these questions in the reader's other language alone.
void Hosts::add_foreign() {
  const wire::Language own = texts.language();
  const wire::Language other = own == wire::Language::English ? wire::Language::Spanish : wire::Language::English;
  const auto foreign = [other](model::Model model) {
    if (model.room->announced) model.room->announced->only_in = other;
    for (auto& [number, question] : model.room->review) question.announced.only_in = other;
    return model;
  };
  add("foreign_choice", foreign(asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms)));
  add("foreign_paper", foreign(examining(QuestionKind::SingleChoice, wire::Role::Player)));
  add("foreign_reveal", foreign(revealed(QuestionKind::SingleChoice, wire::Role::Player)));
  add("foreign_review", foreign(reviewing(QuestionKind::SingleChoice)));
  model::Model same = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  same.room->announced->only_in = own;  // nothing to say: it is the reader's own
  add("foreign_to_others", std::move(same));
}

}  // namespace

std::vector<Sample> host_samples(wire::Language language, Wording wording) {
  Hosts hosts{{Texts{language, wording}}, {}};
  hosts.add_foreign();
  return std::move(hosts.made);
}

}  // namespace certamen::golden
