// Walks every screen in both languages, in three sizes, with typical and with the longest legal texts.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <functional>
#include <set>

#include "client/screens/screens.hpp"
#include "client/ui/check.hpp"
#include "client/ui/focus.hpp"
#include "tests/golden/samples.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

constexpr std::array sizes{ui::Size{1024, 640},  ui::Size{1280, 720},  ui::Size{1920, 1080},
                           ui::Size{3840, 2160}, ui::Size{1280, 1024}, ui::Size{2560, 1080}};

constexpr std::array text_sizes{model::TextSize::Usual, model::TextSize::Large, model::TextSize::Larger};

std::string where(const golden::Sample& sample, wire::Language language, golden::Wording wording, ui::Size size,
                  model::TextSize text) {
  return fmt::format("{} {} {} {}x{} {} %", sample.name, language == wire::Language::Spanish ? "es" : "en",
                     wording == golden::Wording::Longest ? "longest" : "typical", size.width, size.height,
                     model::text_size_percents[static_cast<std::size_t>(text)]);
}

// One line a problem found in any scene.
std::vector<std::string> problems(const std::function<std::vector<std::string>(const ui::Scene&)>& check,
                                  model::Look look = model::Look::Dark) {
  std::vector<std::string> found;
  for (const auto language : {wire::Language::English, wire::Language::Spanish}) {
    for (const auto wording : {golden::Wording::Typical, golden::Wording::Longest}) {
      for (golden::Sample& sample : golden::samples(language, wording)) {
        sample.model.profile.preferences.look = look;
        for (const ui::Size size : sizes) {
          for (const model::TextSize text : text_sizes) {
            if (look != model::Look::Dark && text != model::TextSize::Usual) continue;  // its colours stay the same
            sample.model.profile.preferences.text_size = text;
            for (const std::string& problem : check(screens::view(sample.model, sample.state, sample.now, size))) {
              found.push_back(where(sample, language, wording, size, text) + ": " + problem);
            }
          }
        }
      }
    }
  }
  return found;
}

std::string listed(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("every text of every screen stays in its room and in the window") {
  CHECK(listed(problems(ui::overflows)) == "");
}

TEST_CASE("no text of any screen lies on another") {
  CHECK(listed(problems(ui::text_overlaps)) == "");
}

TEST_CASE("nothing hides a part of a text, but what is dragged over it and a tip that was asked for") {
  std::vector<std::string> hidden = problems(ui::half_covered_texts);
  std::erase_if(hidden, [](const std::string& line) {
    return line.starts_with("asking_ordering_dragged") || line.starts_with("asking_matching_dragged") ||
           line.starts_with("review_tip");
  });
  CHECK(listed(hidden) == "");
}

TEST_CASE("no two things to press share a place, and each has a name of its own") {
  CHECK(listed(problems(ui::region_overlaps)) == "");
}

TEST_CASE("every text can be read on what lies under it, in every theme") {
  // A screen under a darkening layer is not meant to be read.
  for (const model::Look look : {model::Look::Dark, model::Look::Light, model::Look::HighContrast}) {
    INFO("theme " << static_cast<int>(look));
    CHECK(listed(problems(ui::weak_contrasts, look)) == "");
  }
}

TEST_CASE("no type is smaller than eighteen units, which is 18 pixels at full HD") {
  CHECK(listed(problems([](const ui::Scene& scene) { return ui::small_texts(scene, 18); })) == "");
}

TEST_CASE("only names of people and titles of topics may be cut") {
  const auto sentences = [](const ui::Scene& scene) {
    std::vector<std::string> found;
    for (const ui::Primitive& primitive : scene.primitives) {
      const auto* text = std::get_if<ui::Text>(&primitive);
      if (text == nullptr || !text->cut) continue;
      const bool name =
          text->text.find(" Www") != std::string::npos || text->text.ends_with(" Ww…") || text->text.ends_with(" W…");
      const bool title = text->text.find("Redundancia") != std::string::npos ||
                         text->text.find("sistemas") != std::string::npos ||
                         text->text.find("recuperación") != std::string::npos;
      if (!name && !title) found.push_back(text->text);
    }
    return found;
  };
  CHECK(listed(problems(sentences)) == "");
}

TEST_CASE("a reveal always shows why, the note, and until when it held") {
  const auto missing = [](const ui::Scene& scene) {
    std::vector<std::string> found;
    if (!scene.name.starts_with("reveal") && scene.name != "review") return found;
    bool note = false;
    bool why = false;
    bool as_of = false;
    bool loading = false;  // or nothing was found to be shown
    for (const ui::Primitive& primitive : scene.primitives) {
      if (const auto* text = std::get_if<ui::Text>(&primitive)) {
        note = note || text->text.starts_with("From the study notes") || text->text.starts_with("De los apuntes");
        why = why || text->text == "Why" || text->text == "Por qué";
        as_of = as_of || text->text.find("ovember 2026") != std::string::npos ||
                text->text.find("oviembre de 2026") != std::string::npos;
        const bool nothing = text->text == "Nothing matches" || text->text == "Nada coincide";
        loading = loading || (scene.name == "review" && nothing);
      }
      if (const auto* arc = std::get_if<ui::Arc>(&primitive)) loading = loading || arc->sweep_turns == 0.28F;
    }
    if (!note && !loading) found.emplace_back("the note is missing");
    if (!why && !loading) found.emplace_back("the explanation is missing");
    if (!as_of && !loading) found.emplace_back("the as-of remark is missing");
    return found;
  };
  CHECK(listed(problems(missing)) == "");
}

TEST_CASE("every action of every screen is understood") {
  const auto unknown = [](const ui::Scene& scene) {
    std::vector<std::string> found;
    const model::Model model = model::make_model({}, "", 1);
    const auto understood = [&](const ui::Action& action) {
      screens::ViewState state;
      std::vector<model::Event> events;
      return action.name.starts_with("text.") || screens::act(model, state, action, events);
    };
    for (const ui::Region& region : scene.regions) {
      if (!understood(region.action)) found.push_back(region.id + " -> " + region.action.name);
    }
    for (const ui::Shortcut& shortcut : scene.shortcuts) {
      if (!understood(shortcut.action)) found.push_back("key -> " + shortcut.action.name);
    }
    return found;
  };
  CHECK(listed(problems(unknown)) == "");
}

TEST_CASE("no key means two things on one screen") {
  CHECK(listed(problems([](const ui::Scene& scene) {
          std::vector<std::string> found;
          for (std::size_t i = 0; i < scene.shortcuts.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
              const ui::Shortcut& first = scene.shortcuts[j];
              const ui::Shortcut& second = scene.shortcuts[i];
              // Escape takes back what was looked for before it leads back.
              const bool taken_back = first.action.name == "search.clear";
              if (first.key == second.key && first.action != second.action && !taken_back) {
                found.push_back(first.action.name + " and " + second.action.name);
              }
            }
          }
          return found;
        })) == "");
}

TEST_CASE("the focus reaches everything that can be pressed, and comes round") {
  const auto unreached = [](const ui::Scene& scene) {
    std::set<std::string> missing;
    for (const ui::Region& region : scene.regions) {
      if (region.enabled) missing.insert(region.id);
    }
    ui::Touch touch;
    for (std::size_t step = 0; step <= scene.regions.size(); ++step) {
      touch.focused = ui::next_focus(scene, touch, true);
      missing.erase(touch.focused);
    }
    return std::vector<std::string>{missing.begin(), missing.end()};
  };
  CHECK(listed(problems(unreached)) == "");
}
