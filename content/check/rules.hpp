// Every rule of content/check, in one place: id, weight, guideline and mend.
//
// Pure values. Guidelines are those of Haladyna, Downing and Rodriguez (2002) by number; content/README.md says which are
// applied, which a reader has to check, and which do not fit a timed quiz.
#pragma once

#include <vector>

#include "content/model/rule.hpp"

namespace certamen::content {

namespace rules {

// Structure: what a file must have to be asked at all.
inline constexpr Rule id_repeated{"id-repeated", Weight::Error, "ours", "choose another id"};
inline constexpr Rule note_unknown{"note-unknown", Weight::Error, "1", "cite the id of a note"};
inline constexpr Rule note_cited_twice{"note-cited-twice", Weight::Error, "1", "keep one"};
inline constexpr Rule note_idle{"note-idle", Weight::Warning, "1", "ask one or merge it"};
inline constexpr Rule lines_outside{"lines-outside", Weight::Warning, "1", "correct one of them"};
inline constexpr Rule topics_many{"topics-many", Weight::Error, "ours", "merge some"};
inline constexpr Rule key_count{"key-count", Weight::Error, "19", "mark the options that are right"};
inline constexpr Rule key_few{"key-few", Weight::Gap, "19", "add right or wrong options, or make it a single choice"};
inline constexpr Rule key_unsaid{"key-unsaid", Weight::Gap, "14", "say in the prompt how many to choose"};
inline constexpr Rule option_repeated{"option-repeated", Weight::Error, "19, 22", "make every one different"};
inline constexpr Rule options_few{"options-few", Weight::Warning, "18", "add a plausible wrong option"};
inline constexpr Rule options_order{"options-order", Weight::Warning, "21",
                                    "put the numbers in ascending order; the game keeps it"};
inline constexpr Rule statement_announced{"statement-announced", Weight::Error, "13, 16", "begin with the statement itself"};
inline constexpr Rule statement_asks{"statement-asks", Weight::Gap, "9", "write a statement that holds or does not"};
inline constexpr Rule mistake_right{"mistake-right", Weight::Error, "19",
                                    "a mistake lies outside the tolerance of the answer"};
inline constexpr Rule mistake_repeated{"mistake-repeated", Weight::Error, "19", "keep one"};
inline constexpr Rule spelling_repeated{"spelling-repeated", Weight::Error, "19", "keep one"};
inline constexpr Rule tolerance_wide{"tolerance-wide", Weight::Warning, "19", "accept only what is rounding"};
inline constexpr Rule time_short{"time-short", Weight::Warning, "13", "allow more seconds, or shorten prompt and options"};
inline constexpr Rule draft_unreviewed{"draft-unreviewed", Weight::Warning, "11", "read it, then take out 'draft: true'"};
inline constexpr Rule defence_wrong{"defence-wrong", Weight::Error, "ours", "take the defence out"};

// Stems.
inline constexpr Rule stem_negative{"stem-negative", Weight::Warning, "17",
                                    "ask positively, or write the negative in capitals"};
inline constexpr Rule stem_double_negative{"stem-double-negative", Weight::Warning, "17, 27", "say it positively"};
inline constexpr Rule stem_article{"stem-article", Weight::Warning, "28c", "move the article into the options"};
inline constexpr Rule stem_unfocused{"stem-unfocused", Weight::Warning, "15",
                                     "ask something that can be answered before the options are read"};

// Options, and the cues that give a key away.
inline constexpr Rule catch_all{"catch-all", Weight::Error, "9, 25, 26", "write a real option"};
inline constexpr Rule option_vague{"option-vague", Weight::Warning, "19", "say when or how often"};
inline constexpr Rule options_opening{"options-opening", Weight::Warning, "13, 15",
                                      "move the words that all options share into the prompt"};
inline constexpr Rule cue_longest{"cue-longest", Weight::Warning, "24, 28d", "shorten the key or lengthen a wrong option"};
inline constexpr Rule cue_shortest{"cue-shortest", Weight::Warning, "24, 28d", "lengthen the key or shorten a wrong option"};
inline constexpr Rule cue_absolute{"cue-absolute", Weight::Warning, "28a",
                                   "take the word out, or let right and wrong options have such words"};
inline constexpr Rule cue_form{"cue-form", Weight::Warning, "23, 28c", "give all options one form"};
inline constexpr Rule cue_clang{"cue-clang", Weight::Warning, "28b",
                                "name it otherwise in the key, or let a wrong option have the word too", Sight::Bank};
inline constexpr Rule cue_told{"cue-told", Weight::Warning, "28b",
                               "change the numbers, so that the answer is not among them"};

// Answers.
inline constexpr Rule reason_repeats{"reason-repeats", Weight::Warning, "ours", "say why"};
inline constexpr Rule explanation_repeats{"explanation-repeats", Weight::Warning, "ours", "say why it is so"};
inline constexpr Rule remark_stale{"remark-stale", Weight::Warning, "2", "check whether it still holds, and date it anew"};
inline constexpr Rule remark_early{"remark-early", Weight::Error, "2", "date it when it was last known true"};

// Tables.
inline constexpr Rule sentence_open{"sentence-open", Weight::Error, "12", "end it with a full stop"};
inline constexpr Rule value_names_row{"value-names-row", Weight::Warning, "28b", "write it without the name"};
inline constexpr Rule word_doubled{"word-doubled", Weight::Warning, "12", "change the pattern or what fills it"};

// Languages.
inline constexpr Rule question_mark{"question-mark", Weight::Warning, "12", "add it"};
inline constexpr Rule untranslated{"untranslated", Weight::Warning, "12",
                                   "translate it; names, figures and code may be the same in both"};
inline constexpr Rule figures_differ{"figures-differ", Weight::Warning, "12", "write the same figures in both"};
inline constexpr Rule names_differ{"names-differ", Weight::Warning, "12", "name the same things in both"};
inline constexpr Rule length_differs{"length-differs", Weight::Warning, "12", "say the same in both"};
inline constexpr Rule number_style{"number-style", Weight::Warning, "12", "write numbers as the language does"};
inline constexpr Rule register_familiar{"register-familiar", Weight::Warning, "12",
                                        "questions speak without a person, or with usted"};
inline constexpr Rule spacing{"spacing", Weight::Warning, "12", "keep one space, and none before a mark"};

// The whole bank.
inline constexpr Rule near_duplicate{"near-duplicate", Weight::Warning, "4", "ask something else", Sight::Bank};
inline constexpr Rule share_longest{"share-longest", Weight::Warning, "24, 28d", "shorten keys, lengthen wrong options",
                                    Sight::Bank};
inline constexpr Rule share_longest_far{"share-longest-far", Weight::Error, "24, 28d",
                                        "shorten keys, lengthen wrong options", Sight::Bank};
inline constexpr Rule share_shortest{"share-shortest", Weight::Warning, "24, 28d", "lengthen keys, shorten wrong options",
                                     Sight::Bank};
inline constexpr Rule share_odd{"share-odd", Weight::Warning, "23, 28d", "let wrong options stand out as often",
                                Sight::Bank};
inline constexpr Rule share_statements{"share-statements", Weight::Warning, "20", "turn some statements around",
                                       Sight::Bank};
inline constexpr Rule share_topic_statements{"share-topic-statements", Weight::Warning, "20", "turn some statements around"};
inline constexpr Rule share_absolute{"share-absolute", Weight::Warning, "28a",
                                     "let such words stand in statements of both kinds", Sight::Bank};
inline constexpr Rule share_scale{"share-scale", Weight::Warning, "20, 21",
                                  "choose wrong numbers so that the key is first or last as often as chance has it",
                                  Sight::Bank};

}  // namespace rules

// In the order of `lint --rules`.
[[nodiscard]] const std::vector<Rule>& all_rules();

// Fewer questions than this are too few for rules of Sight::Bank.
inline constexpr std::size_t bank_questions_min = 200;

}  // namespace certamen::content
