#include "facts/query/narrowing.hpp"

#include <algorithm>

namespace sss {

namespace {

/// The ids in a record's own fields that refer to records of one kind.
std::vector<std::string> named(Kind const& kind, Table const& fields, std::string_view target)
{
    std::vector<std::string> ids;
    for (auto const& field : kind.fields) {
        if (field.path.find_first_of(".[") != std::string::npos) continue;
        if (std::ranges::find(field.references, target) == field.references.end()) continue;
        auto const* value = find(fields, field.path);
        if (value == nullptr) continue;
        if (auto const* text = value->string()) ids.push_back(*text);
        if (auto const* array = value->array())
            for (auto const& one : *array)
                if (auto const* text = one.string()) ids.push_back(*text);
    }
    return ids;
}

}  // namespace

bool Belongs::Wanted::fits_any(std::vector<std::string> const& all) const
{
    if (!asked) return true;
    if (all.empty()) return ids.contains("");
    return std::ranges::any_of(all, [this](auto const& id) { return ids.contains(id); });
}

Belongs::Belongs(Narrowing const& narrowing, StandardRecords const& whole) : whole_(whole)
{
    satellites_.asked = !narrowing.satellites.empty();
    satellites_.ids.insert(narrowing.satellites.begin(), narrowing.satellites.end());
    organisations_.asked = !narrowing.organisations.empty();
    organisations_.ids.insert(narrowing.organisations.begin(), narrowing.organisations.end());
    kinds_.insert(narrowing.kinds.begin(), narrowing.kinds.end());
    // Each round reaches one generation further down; a circle of parents ends when nothing new comes.
    for (auto grown = organisations_.asked; grown;) {
        grown = false;
        for (auto const& [child, parent] : whole.parents)
            if (organisations_.ids.contains(parent) && organisations_.ids.insert(child).second) grown = true;
    }
}

bool Belongs::part(Milestone const& milestone) const
{
    return satellites_.fits(milestone.satellite) && organisations_.fits(milestone.owner);
}

bool Belongs::part(Meeting const& meeting) const
{
    if (satellites_.asked && !satellites_.fits_any(sss::satellites_of(whole_, meeting))) return false;
    if (!organisations_.asked || organisations_.fits_any(meeting.organisations)) return true;
    return std::ranges::any_of(meeting.actions, [this](ActionItem const& action) { return part(action); });
}

bool Belongs::part(Satellite const& satellite) const
{
    return satellites_.fits(satellite.id) && organisations_.fits_any(satellite.organisations);
}

bool Belongs::part(ActionItem const& action) const
{
    return organisations_.fits(action.owner);
}

bool Belongs::satellites_of(Kind const& kind, std::string const& id, Table const& fields) const
{
    if (!satellites_.asked) return true;
    if (kind.name == kinds::meeting)
        return satellites_.fits_any(sss::satellites_of(whole_, read_meeting(id, fields, Zone::utc())));
    if (kind.name == kinds::satellite) return satellites_.fits(id);
    return satellites_.fits_any(named(kind, fields, kinds::satellite));
}

bool Belongs::part(Kind const& kind, std::string const& id, Table const& fields) const
{
    if (!satellites_.asked && !organisations_.asked) return true;
    // Whose part a record is, no day says.
    if (kind.name == kinds::milestone) return part(read_milestone(id, fields, Zone::utc()));
    if (kind.name == kinds::meeting) return part(read_meeting(id, fields, Zone::utc()));
    if (kind.name == kinds::satellite) return part(read_satellite(id, fields, Zone::utc()));
    if (kind.name == kinds::organisation) return satellites_.fits("") && organisations_.fits(id);
    return satellites_.fits_any(named(kind, fields, kinds::satellite)) &&
           organisations_.fits_any(named(kind, fields, kinds::organisation));
}

StandardRecords narrowed(StandardRecords const& whole, Belongs const& belongs, Records const& records)
{
    auto state = whole;
    if (!belongs.narrowed()) return state;
    auto const drop = [&](auto& items, std::string_view kind) {
        std::erase_if(items, [&](auto const& item) { return !belongs.kind(kind) || !belongs.part(item); });
    };
    drop(state.milestones, kinds::milestone);
    drop(state.meetings, kinds::meeting);
    drop(state.satellites, kinds::satellite);
    for (auto& meeting : state.meetings)
        std::erase_if(meeting.actions, [&](ActionItem const& action) { return !belongs.part(action); });
    state.records = static_cast<std::size_t>(std::ranges::count_if(
        records.all(), [&](Record const& record) { return belongs.record(*record.kind, record.id, record.fields()); }));
    std::erase_if(state.left_out, [&](LeftOut const& left_out) {
        auto const found = std::ranges::find(records.all(), left_out.path, &Record::path);
        if (found == records.all().end()) return false;
        // Of a file that cannot be read whole nobody can tell to whom it belongs.
        return found->document.whole ? !belongs.record(*found->kind, found->id, found->fields())
                                     : !belongs.kind(found->kind->name);
    });
    return state;
}

}  // namespace sss
