#pragma once

#include <string_view>

/// The kinds that sss brings with it and the fields of theirs that it understands, by the names that they have in
/// schemas/: each stands here once, so that a slip of the pen does not compile. What else a record holds is read by
/// what its schema says of it.
namespace sss::kinds {

inline constexpr std::string_view milestone = "milestone";
inline constexpr std::string_view meeting = "meeting";
inline constexpr std::string_view satellite = "satellite";
inline constexpr std::string_view statement = "statement";
inline constexpr std::string_view organisation = "organisation";

}  // namespace sss::kinds

namespace sss::keys {

// Of several kinds.
inline constexpr std::string_view aliases = "aliases";      ///< former ids
inline constexpr std::string_view cancelled = "cancelled";  ///< a table: `date`, `reason`
inline constexpr std::string_view city = "city";
inline constexpr std::string_view country = "country";
inline constexpr std::string_view date = "date";
inline constexpr std::string_view id = "id";
inline constexpr std::string_view name = "name";
inline constexpr std::string_view owner = "owner";
inline constexpr std::string_view reason = "reason";
inline constexpr std::string_view satellite = "satellite";
inline constexpr std::string_view satellites = "satellites";
inline constexpr std::string_view sources = "sources";  ///< tables: where it can be checked
inline constexpr std::string_view notes = "notes";      ///< free text, in Markdown
inline constexpr std::string_view title = "title";
inline constexpr std::string_view type = "type";

// Of milestones.
inline constexpr std::string_view actual = "actual";
inline constexpr std::string_view baseline = "baseline";
inline constexpr std::string_view depends_on = "depends_on";
inline constexpr std::string_view outcome = "outcome";
inline constexpr std::string_view planned = "planned";
inline constexpr std::string_view repeats = "repeats";
inline constexpr std::string_view reviews = "reviews";
inline constexpr std::string_view weight = "weight";

// Of meetings, and of what they agree.
inline constexpr std::string_view action = "action";
inline constexpr std::string_view attendance = "attendance";
inline constexpr std::string_view carried_over = "carried_over";
inline constexpr std::string_view closed = "closed";
inline constexpr std::string_view closed_by = "closed_by";
inline constexpr std::string_view decision = "decision";
inline constexpr std::string_view due = "due";
inline constexpr std::string_view end = "end";
inline constexpr std::string_view held = "held";
inline constexpr std::string_view milestones = "milestones";
inline constexpr std::string_view minutes = "minutes";
inline constexpr std::string_view raised = "raised";
inline constexpr std::string_view rids = "rids";
inline constexpr std::string_view start = "start";
inline constexpr std::string_view text = "text";

// Of satellites and organisations.
inline constexpr std::string_view cospar = "cospar";
inline constexpr std::string_view form_factor = "form_factor";
inline constexpr std::string_view identifiers = "identifiers";
inline constexpr std::string_view lead = "lead";
inline constexpr std::string_view mass_kg = "mass_kg";
inline constexpr std::string_view norad = "norad";
inline constexpr std::string_view parent = "parent";
inline constexpr std::string_view partners = "partners";
inline constexpr std::string_view short_name = "short_name";

}  // namespace sss::keys
