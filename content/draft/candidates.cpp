#include "content/draft/candidates.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "content/draft/numbers.hpp"
#include "content/draft/phrases.hpp"
#include "content/draft/scan.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

constexpr std::size_t wrong_max = 3;

// A definition with what choosing its siblings needs to know.
struct Entry {
  std::size_t fact = 0;
  std::vector<std::string> term_words;
  std::set<std::string> meaning;  // of the definition
  std::string folded_term;
  std::string folded_text;
  std::size_t text_characters = 0;
};

bool fits(const std::string& text, const TextRule& rule) {
  return !text.empty() && characters(text) <= rule.characters_max;
}

// "All of the above" does not survive shuffling.
bool points_elsewhere(const std::string& folded_text) {
  return folded_text.find("above") != std::string::npos || folded_text.find("anterior") != std::string::npos;
}

// Words that begin alike count as the same: "replica" and "replication" give each other away.
bool alike(const std::string& left, const std::string& right) {
  constexpr std::size_t stem_bytes = 5;
  if (left.size() < stem_bytes || right.size() < stem_bytes) return left == right;
  return left.compare(0, stem_bytes, right, 0, stem_bytes) == 0;
}

// The same longer word, mistyped.
bool are_spellings(const std::string& left, const std::string& right) {
  constexpr std::size_t bytes_min = 8;
  return left.size() >= bytes_min && nearest(left, {right}).has_value();
}

class Drafter {
 public:
  Drafter(const Outline& outline, wire::Language language) : outline_(outline), language_(language), phrases_(language) {
    for (std::size_t fact = 0; fact < outline.facts.size(); ++fact) {
      const Definition& definition = outline.facts[fact].definition;
      if (definition.term.empty()) continue;
      entry_of_.emplace(fact, entries_.size());
      const std::vector<std::string> meaning = meaning_words(definition.text);
      entries_.push_back(Entry{fact,
                               tokens(definition.term),
                               {meaning.begin(), meaning.end()},
                               folded(definition.term),
                               folded(definition.text),
                               characters(definition.text)});
      ++uses_[entries_.back().folded_term];
    }
    for (std::size_t fact = 0; fact < outline.facts.size(); ++fact) {
      if (outline.facts[fact].items.size() >= items_min) lists_.push_back(fact);
    }
  }

  std::vector<std::vector<Question>> take() {
    std::vector<std::vector<Question>> all(outline_.facts.size());
    for (std::size_t fact = 0; fact < all.size(); ++fact) {
      const auto entry = entry_of_.find(fact);
      if (entry != entry_of_.end()) ask_about_term(entry->second, all[fact]);
      ask_for_number(outline_.facts[fact], all[fact]);
      ask_for_members(fact, all[fact]);
    }
    return all;
  }

 private:
  static constexpr std::size_t items_min = 3;

  [[nodiscard]] Text text(const std::string& words) const { return text_in(language_, words); }

  [[nodiscard]] Question begun(Kind kind, const std::string& prompt, const Fact& fact) const {
    Question question;
    question.kind = kind;
    question.origin = Origin::Draft;
    question.draft = true;
    question.prompt = text(prompt);
    question.explanation = text(phrases_.notes_say(fact.text));
    return question;
  }

  void ask_about_term(std::size_t index, std::vector<Question>& questions) {
    if (!can_be_asked(entries_[index])) return;
    const bool term_first = asked_ % 2 == 0;
    const bool drafted = term_first ? ask_term(index, questions) || ask_definition(index, questions)
                                    : ask_definition(index, questions) || ask_term(index, questions);
    if (drafted) ++asked_;
    ask_in_writing(index, questions);
  }

  // A label that the notes use again and again ("Monitoring:") names no single thing.
  [[nodiscard]] bool can_be_asked(const Entry& entry) const {
    constexpr std::size_t meaning_words_min = 2;
    constexpr int uses_max = 1;
    return uses_.at(entry.folded_term) <= uses_max && entry.meaning.size() >= meaning_words_min;
  }

  [[nodiscard]] const Fact& fact_of(const Entry& entry) const { return outline_.facts[entry.fact]; }

  // The definition with its term blanked; empty where other words still give the term away.
  [[nodiscard]] std::string without_term(const Entry& entry) const {
    const std::vector<std::string> words = tokens(fact_of(entry).definition.text);
    for (const std::string& word : entry.term_words) {
      if (word.size() < 3 && entry.term_words.size() > 1) continue;
      if (std::any_of(words.begin(), words.end(), [&word](const std::string& each) { return alike(each, word); })) return {};
    }
    return fact_of(entry).definition.text;
  }

  // What the question may say of where the fact stands, without giving the answer away.
  [[nodiscard]] std::string open_context(const Entry& entry, const std::string& answer) const {
    const std::string& context = fact_of(entry).context;
    const std::vector<std::string> told = tokens(context);
    const std::vector<std::string> secret = meaning_words(answer);
    const bool tells = std::any_of(secret.begin(), secret.end(), [&told](const std::string& word) {
      return std::any_of(told.begin(), told.end(), [&word](const std::string& each) { return alike(each, word); });
    });
    return tells ? "" : context;
  }

  // Whether the sibling is wrong for the entry beyond doubt, as far as a machine can tell.
  [[nodiscard]] bool can_distract(const Entry& key, const Entry& sibling) const {
    constexpr unsigned likeness_percent_max = 40;
    if (are_spellings(key.folded_term, sibling.folded_term)) return false;
    if (uses_.at(sibling.folded_term) > 1 || sibling.folded_text == key.folded_text) return false;
    if (contains_words(key.term_words, sibling.term_words) || contains_words(sibling.term_words, key.term_words))
      return false;
    if (likeness_percent(key.meaning, sibling.meaning) >= likeness_percent_max) return false;
    return !contains_words(tokens(fact_of(sibling).definition.text), key.term_words) &&
           !contains_words(tokens(fact_of(key).definition.text), sibling.term_words);
  }

  // The most fitting wrong entries: of the same section first, then the nearest of the notes; alike in length.
  template <typename Accept>
  [[nodiscard]] std::vector<const Entry*> siblings_of(std::size_t index, const Accept& accept) const {
    constexpr std::size_t looked_at_max = 8;
    constexpr std::size_t reach = 60;
    const Entry& key = entries_[index];
    std::vector<const Entry*> found;
    for (const bool same_section : {true, false}) {
      if (found.size() >= wrong_max) break;
      for (std::size_t away = 1; away <= reach && found.size() < looked_at_max; ++away) {
        for (const std::size_t at : {index - away, index + away}) {
          if (at >= entries_.size()) continue;
          const Entry& sibling = entries_[at];
          const bool together = fact_of(sibling).section == fact_of(key).section;
          if (together != same_section || !can_distract(key, sibling) || !accept(sibling)) continue;
          if (std::none_of(found.begin(), found.end(), [&](const Entry* other) { return twins(*other, sibling); }))
            found.push_back(&sibling);
        }
      }
      if (same_section) by_length(found, 0, key);
    }
    if (found.size() > wrong_max) found.resize(wrong_max);
    return found;
  }

  [[nodiscard]] static bool twins(const Entry& left, const Entry& right) {
    return left.folded_term == right.folded_term || are_spellings(left.folded_term, right.folded_term) ||
           left.folded_text == right.folded_text;
  }

  static void by_length(std::vector<const Entry*>& found, std::ptrdiff_t from, const Entry& key) {
    const auto apart = [&key](const Entry* entry) {
      return entry->text_characters > key.text_characters ? entry->text_characters - key.text_characters
                                                          : key.text_characters - entry->text_characters;
    };
    std::stable_sort(found.begin() + from, found.end(),
                     [&apart](const Entry* left, const Entry* right) { return apart(left) < apart(right); });
  }

  void add_option(Choice& choice, const std::string& words, bool correct, const std::string& reason) const {
    Option option;
    option.text = text(words);
    option.correct = correct;
    if (fits(reason, reason_rule)) option.reason = text(reason);
    choice.options.push_back(std::move(option));
  }

  bool ask_term(std::size_t index, std::vector<Question>& questions) const {
    constexpr std::size_t siblings_min = 2;
    const Entry& key = entries_[index];
    const std::string definition = without_term(key);
    const std::string prompt = phrases_.ask_term(open_context(key, fact_of(key).definition.term), definition);
    if (definition.empty() || !fits(prompt, prompt_rule) || points_elsewhere(key.folded_term)) return false;
    const auto siblings = siblings_of(index, [](const Entry& entry) { return !points_elsewhere(entry.folded_term); });
    if (siblings.size() < siblings_min) return false;
    Question question = begun(Kind::Single, prompt, fact_of(key));
    Choice choice;
    add_option(choice, fact_of(key).definition.term, true, phrases_.notes_say(fact_of(key).text));
    for (const Entry* sibling : siblings)
      add_option(choice, fact_of(*sibling).definition.term, false, phrases_.notes_say(fact_of(*sibling).text));
    question.body = std::move(choice);
    questions.push_back(std::move(question));
    return true;
  }

  bool ask_definition(std::size_t index, std::vector<Question>& questions) const {
    constexpr std::size_t siblings_min = 2;
    const Entry& key = entries_[index];
    const Fact& fact = fact_of(key);
    const auto usable = [](const Entry& entry) {
      return entry.text_characters <= option_rule.characters_max && !points_elsewhere(entry.folded_text) &&
             entry.meaning.size() > 1 && entry.folded_text.find("://") == std::string::npos;
    };
    const std::string open = open_context(key, fact.definition.text);
    const std::string context = folded(open) == key.folded_term ? "" : open;
    const std::string prompt = phrases_.ask_definition(context, fact.definition.term);
    if (!usable(key) || without_term(key).empty() || !fits(prompt, prompt_rule)) return false;
    const auto siblings = siblings_of(index, usable);
    if (siblings.size() < siblings_min) return false;
    Question question = begun(Kind::Single, prompt, fact);
    Choice choice;
    add_option(choice, fact.definition.text, true, phrases_.notes_say(fact.text));
    for (const Entry* sibling : siblings)
      add_option(choice, fact_of(*sibling).definition.text, false, phrases_.said_of(fact_of(*sibling).definition.term));
    question.body = std::move(choice);
    questions.push_back(std::move(question));
    return true;
  }

  // Only names can be told from their definition to the letter: an acronym, or a word or two with capitals.
  void ask_in_writing(std::size_t index, std::vector<Question>& questions) const {
    constexpr std::size_t meaning_words_min = 3;
    const Entry& key = entries_[index];
    const Bracketed name = bracketed(fact_of(key).definition.term);
    if (!is_acronym(name.before) && !abbreviates(name.inside, name.before)) return;
    if (words_in(name.before).size() > 2 || key.meaning.size() < meaning_words_min) return;
    if (abbreviates(name.before, fact_of(key).definition.text)) return;
    const std::string definition = without_term(key);
    const std::string prompt = phrases_.ask_term_in_writing(open_context(key, fact_of(key).definition.term), definition);
    if (definition.empty() || !fits(prompt, prompt_rule)) return;
    ShortText body;
    body.accepted.push_back(Words{name.before, {}});
    const bool same_thing = abbreviates(name.before, name.inside) || abbreviates(name.inside, name.before);
    if (same_thing && folded(name.before) != folded(name.inside)) body.accepted.push_back(Words{name.inside, {}});
    Question question = begun(Kind::ShortText, prompt, fact_of(key));
    question.body = std::move(body);
    questions.push_back(std::move(question));
  }

  void ask_for_number(const Fact& fact, std::vector<Question>& questions) const {
    if (!fact.items.empty()) return;
    constexpr std::size_t meaning_words_min = 3;
    const auto number = blanked_number(fact.line, language_);
    if (!number || meaning_words(fact.text).size() < meaning_words_min) return;
    if (figures(fact.context).contains(decimal_of(number->micros))) return;
    const bool alone = fact.text == fact.line;
    const std::string prompt = phrases_.ask_number(alone ? number->sentence : fact.context + ": " + number->sentence);
    if (!fits(prompt, prompt_rule)) return;
    Question question = begun(Kind::Numeric, prompt, fact);
    Number body;
    body.micros = number->micros;
    body.unit = text(number->unit);
    question.body = std::move(body);
    questions.push_back(std::move(question));
  }

  // Items of other lists that this one does not have, the nearest lists first; none that shares a word with the head or
  // with an item of this one, since it might belong here too.
  [[nodiscard]] std::vector<std::pair<std::string, const Fact*>> strangers_to(std::size_t fact) const {
    constexpr std::size_t lists_looked_at_max = 12;
    std::set<std::string> own;
    for (const std::string& word : meaning_words(outline_.facts[fact].text)) own.insert(word);
    std::vector<std::pair<std::string, const Fact*>> strangers;
    std::set<std::string> taken;
    const auto here = std::lower_bound(lists_.begin(), lists_.end(), fact) - lists_.begin();
    for (std::size_t away = 1; away <= lists_looked_at_max && strangers.size() < wrong_max; ++away) {
      for (const std::size_t at : {static_cast<std::size_t>(here) - away, static_cast<std::size_t>(here) + away}) {
        if (at >= lists_.size()) continue;
        const Fact& other = outline_.facts[lists_[at]];
        if (folded(other.context) == folded(outline_.facts[fact].context)) continue;
        for (const std::string& item : other.items) {
          const std::vector<std::string> words = meaning_words(item);
          const bool shared =
              std::any_of(words.begin(), words.end(), [&own](const std::string& word) { return own.contains(word); });
          if (shared || !can_be_member(item) || !taken.insert(folded(item)).second) continue;
          strangers.emplace_back(item, &other);
          break;
        }
      }
    }
    if (strangers.size() > wrong_max) strangers.resize(wrong_max);
    return strangers;
  }

  [[nodiscard]] static bool can_be_member(const std::string& item) {
    constexpr std::size_t letters_min = 3;
    return fits(item, option_rule) && item.back() != ':' && letters_in(item) >= letters_min &&
           !meaning_words(item).empty() && !points_elsewhere(folded(item));
  }

  void ask_for_members(std::size_t at, std::vector<Question>& questions) const {
    constexpr std::size_t right_max = 3;
    constexpr std::size_t wrong_min = 2;
    const Fact& fact = outline_.facts[at];
    if (fact.items.size() < items_min || fact.context.empty()) return;
    std::vector<std::string> right;
    for (const std::string& item : fact.items) {
      if (right.size() < right_max && can_be_member(item)) right.push_back(item);
    }
    const auto wrong = strangers_to(at);
    const std::string prompt = phrases_.ask_members(fact.context, right.size());
    if (right.size() < 2 || wrong.size() < wrong_min || !fits(prompt, prompt_rule)) return;
    Question question = begun(Kind::Multiple, prompt, fact);
    Choice choice;
    for (const std::string& item : right) add_option(choice, item, true, phrases_.listed_under(fact.context));
    for (const auto& [item, other] : wrong) add_option(choice, item, false, phrases_.listed_under(other->context));
    question.body = std::move(choice);
    questions.push_back(std::move(question));
  }

  const Outline& outline_;
  wire::Language language_;
  Phrases phrases_;
  std::vector<Entry> entries_;
  std::map<std::size_t, std::size_t> entry_of_;  // by fact
  std::map<std::string, int> uses_;              // of a folded term
  std::vector<std::size_t> lists_;               // facts with items
  std::size_t asked_ = 0;
};

}  // namespace

Text text_in(wire::Language language, const std::string& words) {
  Text text;
  (language == wire::Language::Spanish ? text.es : text.en).text = words;
  return text;
}

std::vector<std::vector<Question>> candidates_of(const Outline& outline, wire::Language language) {
  return Drafter(outline, language).take();
}

}  // namespace certamen::content
