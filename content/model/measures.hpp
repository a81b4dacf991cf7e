// Measures of texts that the rules need: length, folding, invisible characters, figures, likeness.
//
// Pure. Every function takes UTF-8; only first_invalid_byte() accepts bytes that are none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::content {

// Offset of the first byte that is not UTF-8.
[[nodiscard]] std::optional<std::size_t> first_invalid_byte(std::string_view bytes);

// Composed (NFC): an accent typed as a character of its own joins its letter.
[[nodiscard]] std::string composed(std::string_view text);

// Compared texts: compatibility forms, case and diacritics fold away (NFKC case fold, marks dropped).
[[nodiscard]] std::string folded(std::string_view text);

// Without the spaces, tabs and line ends at its edges.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// Unicode code points.
[[nodiscard]] std::size_t characters(std::string_view text);

// The first control or format character (line break, soft hyphen, joiner, bidi mark), which nobody sees.
[[nodiscard]] std::optional<std::uint32_t> first_invisible(std::string_view text);

// Folded runs of letters and digits, in their order.
[[nodiscard]] std::vector<std::string> tokens(std::string_view text);

// The numbers of a text as plain digits. Separators inside a number fall away, since languages write them differently
// ("1,000.5" and "1 000,5"); digits that belong to a name ("m5.large", "S3") are no figures.
[[nodiscard]] std::set<std::string> figures(std::string_view text);

// Shared share of two sets in percent (Jaccard index, rounded down); 0 when both are empty.
[[nodiscard]] unsigned likeness_percent(const std::set<std::string>& left, const std::set<std::string>& right);

// The candidate that a mistyped word most likely means: at most a third of its letters, or one, are
// added, dropped, replaced or swapped.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      const std::vector<std::string_view>& candidates);

// With a capital letter at the beginning.
[[nodiscard]] std::string capitalised(std::string_view text);

// Whether a capital at the beginning would spoil no name: the text does not begin with a lower-case letter, or its first
// word is a plain one ("one", "manual:", "pay-as-you-go", but not "gp3", "iSCSI", "x-amz-acl" or "aws:kms").
[[nodiscard]] bool may_be_capitalised(std::string_view text);

// A decimal number times 1,000,000, exactly: a sign, digits, and up to six digits after a point. Nothing for any other
// form and for numbers beyond wire::numeric_micros_max.
[[nodiscard]] std::optional<std::int64_t> micros(std::string_view decimal);

// The reverse: 1200000 is "1.2". No trailing zeros.
[[nodiscard]] std::string decimal_of(std::int64_t micros);

}  // namespace certamen::content
