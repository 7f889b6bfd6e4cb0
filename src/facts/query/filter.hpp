#pragma once

#include "facts/query/field_path.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace sss {

/// What a filter is read for, and what it looks at. All must outlive the filter.
struct FilterWorld {
    Kind const& kind;                    ///< of the records that are filtered
    std::span<Kind const* const> kinds;  ///< those in force
    Moment const& moment;                ///< of the records that are filtered
};

/// A condition on records, as `--where` takes it.
///
///     owner = sjtu and (late or planned < 2023-05)
///
/// `field = value`, `!=`, `<`, `<=`, `>`, `>=`, and `~` for "contains" (without regard to capitals and marks); `field`
/// alone: it is set, and not false; the words of StateWord; `not`, `and` (binds stronger than `or`), `or`, parentheses;
/// values in single or double quotes where they hold blanks or parentheses. Fields are paths (see FieldPath). A field
/// with several values matches when any of them does, and `!=` is `not =`: it also holds where nothing is set.
///
/// Dates are intervals of days, and of `<`, `=` and `>` exactly one holds between two of them: wholly before, sharing
/// a day, wholly after. `<=` is "not wholly after", `>=` "not wholly before". Two instants are compared to the second.
/// `today`, `today+30` and `today-7` are days, and so is what counted_day() reads.
class Filter {
public:
    /// A filter, or the first thing that is wrong with the text: its grammar, an unknown field, a value that is none of
    /// an enumeration's choices, no date, no number, or the id of no record.
    static std::variant<Filter, TextProblem> read(std::string_view text, FilterWorld const& world);

    bool matches(Record const& record) const;

    /// Calls `visit` for each path that it looks at.
    void for_each_path(std::function<void(FieldPath const&)> const& visit) const;

    struct Node;

private:
    Filter(std::shared_ptr<Node const> root, FilterWorld const& world) : root_(std::move(root)), world_(world) {}

    std::shared_ptr<Node const> root_;
    FilterWorld world_;
};

/// How two dates stand to each other: −1 wholly before, 0 sharing a day (of two instants: the same second), 1 wholly
/// after.
int compare(Date const& a, Date const& b);

}  // namespace sss
