#include "work/change/past_plan.hpp"

#include "facts/standard_records.hpp"
#include "records/document.hpp"
#include "support/shell_word.hpp"
#include "words/date_words.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace sss {

namespace {

std::optional<Date> date_of_role(Kind const& kind, Table const& fields, DateRole role, Zone const& zone)
{
    for (auto const& field : kind.fields)
        if (field.role == role && field.path.find_first_of(".[") == std::string::npos)
            return date_at(fields, field.path, zone);
    return std::nullopt;
}

/// The last day of what is planned: of a meeting that has several its end.
std::optional<Date> plan_of(Kind const& kind, Table const& fields, Zone const& zone)
{
    if (kind.name != kinds::meeting) return date_of_role(kind, fields, DateRole::planned, zone);
    auto const end = date_of_role(kind, fields, DateRole::end, zone);
    return end ? end : date_of_role(kind, fields, DateRole::start, zone);
}

bool is_settled(Record const& record, Table const& fields, Zone const& zone)
{
    if (find(fields, keys::cancelled) != nullptr) return true;
    if (record.kind->name == kinds::meeting) return read_meeting(record.id, fields, zone).held;
    return std::ranges::any_of(record.kind->fields, [&](Field const& field) {
        return field.role == DateRole::actual && find(fields, field.path) != nullptr;
    });
}

}  // namespace

std::string past_plan(Record const& record, std::string const& text, Day today, Zone const& zone)
{
    Table after;
    if (!parse_values(text, after)) return {};
    auto const plan = plan_of(*record.kind, after, zone);
    auto const before = plan_of(*record.kind, record.fields(), zone);
    if (!plan || (before && *before == *plan) || !is_late(*plan, today) || is_settled(record, after, zone)) return {};
    auto const meeting = record.kind->name == kinds::meeting;
    return fmt::format("  That plan has passed already ({}). Where it was {} then: sss done {}{}\n",
                       ago_or_ahead(today, *plan, PastAs::ago), meeting ? "held" : "reached", shell_word(record.id),
                       meeting ? std::string{} : ' ' + shell_word(plan->text()));
}

}  // namespace sss
