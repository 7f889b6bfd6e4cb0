#pragma once

#include "facts/change/change_facts.hpp"
#include "records/records.hpp"
#include "words/field_labels.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

enum class WordDetail {
    full,   ///< every field that changed
    brief,  ///< notes and sources are only mentioned, beside what weighs more
};

/// Whether the change itself tells this reason: what is cancelled says why, and the commit often says it too.
bool tells_reason(ChangeFacts const& facts, std::string_view reason);

/// One thing that is said of a change, and what it is about, so that nobody has to read it.
struct Clause {
    std::string path;       ///< of the field; empty: the record itself
    std::string said;       ///< "1 May → 15 June 2018"
    std::string more = {};  ///< what stands behind it in brackets: "+45 days, third move"

    std::string text() const { return more.empty() ? said : said + " (" + more + ')'; }
};

/// Puts what is said of this field before all else: why something was given up says more than since when.
void told_first(std::vector<Clause>& clauses, std::string_view path);

/// Says changes as sentences: "12 → 14 April 2023 (+2 days, third move, +3 in all)". The record's name is not part of
/// them. Text out of records stands in them as it is: the printer of a format escapes it.
class ChangeWords {
public:
    /// @param records  as they stand at the end: names of what is referred to, types of milestones
    explicit ChangeWords(Records const& records, WordDetail detail = WordDetail::full)
        : records_(records), zone_(records.zone()), detail_(detail)
    {}

    /// What happened to the record, the most telling first; at least one sentence. Of a record that came or went only
    /// the facts' fields where there are some: "new milestone, owner Beihang University".
    std::vector<std::string> sentences(ChangeFacts const& facts) const;

    /// The same, each with what it is about.
    std::vector<Clause> clauses(ChangeFacts const& facts) const;

    /// A value by itself: a date in words, a reference by its title, a number with its unit; one line, cut where it is
    /// long.
    /// @param path  of the field, which may tell a unit
    std::string value(std::string_view path, Field const* field, Value const& value) const;

    /// A reference by its title: "Beihang University"; the id itself where no record has it.
    std::string title_of(std::vector<std::string> const& kinds, std::string const& id) const;

private:
    std::string sources(std::vector<FieldChange const*> const& added) const;
    std::string added(Change const& change) const;
    std::string removed(Change const& change) const;
    Clause field(ChangeFacts const& facts, FieldChange const& change) const;
    std::string undated(ChangeFacts const& facts, FieldChange const& change) const;
    std::string reached(Change const& change, Date const& date) const;
    Clause move(ChangeFacts const& facts, Date const& from, Date const& to) const;
    Clause dated(ChangeFacts const& facts, FieldChange const& change, Date const* from, Date const* to) const;
    std::optional<Clause> meeting_days(Change const& change, std::vector<FieldChange> const& fields) const;
    std::vector<Clause> part(ChangeFacts const& facts) const;
    std::string item(FieldChange const& change, Value const& value, bool gone) const;
    std::string item_changed(Kind const& kind, std::string const& path, Table const& from, Table const& to) const;
    std::string members(Kind const& kind, FieldChange const& change) const;
    std::string value_text(Field const* field, Value const& value) const;

    Records const& records_;
    Zone const& zone_;
    WordDetail detail_;
};

inline constexpr std::size_t quoted_width = 100;  ///< in columns, of a text that is quoted in a sentence

/// Whether a text, a list or a table stands there and holds nothing.
bool holds_nothing(Value const& value);

/// One line of a text that may be long: line ends and runs of blanks become one blank, and what goes beyond `width`
/// columns is cut and marked with an ellipsis.
std::string one_line(std::string_view text, std::size_t width);

}  // namespace sss
