#include "content/check/rules.hpp"

namespace certamen::content {

const std::vector<Rule>& all_rules() {
  using namespace rules;
  static const std::vector<Rule> all{
      id_repeated,       note_unknown,
      note_cited_twice,  note_idle,
      lines_outside,     topics_many,
      key_count,         key_few,
      key_unsaid,        option_repeated,
      options_few,       options_order,
      catch_all,         statement_announced,
      statement_asks,    mistake_right,
      mistake_repeated,  spelling_repeated,
      text_long,         tolerance_wide,
      time_short,        draft_unreviewed,
      defence_wrong,     stem_negative,
      stem_article,      stem_double_negative,
      stem_unfocused,    option_vague,
      options_opening,   cue_longest,
      cue_shortest,      cue_absolute,
      cue_form,          cue_clang,
      cue_told,          reason_repeats,
      remark_stale,      explanation_repeats,
      remark_early,      question_mark,
      figures_differ,    names_differ,
      length_differs,    number_style,
      register_familiar, spacing,
      near_duplicate,    share_longest,
      share_shortest,    share_longest_far,
      share_odd,         share_statements,
      share_absolute,    share_topic_statements,
      share_scale,
  };
  return all;
}

}  // namespace certamen::content
