#pragma once

#include "facts/query/moment.hpp"
#include "programme/kind.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sss {

/// A state that is derived and stands in no file. Each says something of every table that has a planned (or
/// due) or an actual (or closed) date: of milestones, and of the actions of a meeting.
enum class StateWord : std::uint8_t {
    late,  ///< or overdue
    achieved,
    undated,
    cancelled,
    open,     ///< still to be reached: what failed is, until another repeats it
    failed,   ///< held and not passed, or a launch that failed
    dropped,  ///< no longer awaited, because its satellite was given up or lost before it was reached
    lost,     ///< of a satellite alone: its launch failed, and no other followed
};

/// The word that is spelled so; several spell one: "reached", "achieved".
std::optional<StateWord> state_word(std::string_view text);
/// All spellings.
std::vector<std::string_view> state_words();
/// "late".
std::string_view name(StateWord word);

/// Whether a word can be said of a table of a kind.
/// @param prefix  of the table's fields in the kind: "" for the record itself, "action[]." for an action
bool says(StateWord word, Kind const& kind, std::string_view prefix);
/// Whether a word holds of a table of a record.
bool holds(StateWord word, Table const& table, Kind const& kind, std::string_view prefix, Moment const& moment);

/// Whether records of this kind have a state.
bool has_state(Kind const& kind);
/// The word that says most of a record; of one that has no dates of its own only that it was given up or lost, else
/// empty. What is due and closed, as actions are, is "open", "overdue" or "closed".
std::string_view state_of(Record const& record, Moment const& moment);

/// The field directly in a table that has one of these roles, by its key within the table; empty where there is none.
std::string_view key_of_role(Kind const& kind, std::string_view prefix, DateRole role, DateRole other);
/// The plan, or when it is due.
std::string_view planned_key(Kind const& kind, std::string_view prefix);
/// When it was reached or closed.
std::string_view reached_key(Kind const& kind, std::string_view prefix);

/// The plan of a table for what is still to come, where that is awaited: nothing for one that was reached, is given up,
/// or that used its plan up by failing on its day.
std::optional<Date> plan_ahead(Table const& table, Kind const& kind, std::string_view prefix, Moment const& moment);

}  // namespace sss
