#include "facts/report/report_input.hpp"

#include "history/net.hpp"

#include <algorithm>

namespace sss {

Source ReportBasis::source(std::uint32_t commit) const
{
    auto const& told = input.history->commits[commit];
    return {told.commit.id, told.commit.author.name, input.zone.day_of(told.landed_at), told.reason};
}

namespace {

StandardRecords whole_state(ReportInput const& input)
{
    auto state = read_standard_records(input.records);
    if (input.history == nullptr) turn_back(state, input.today);
    return state;
}

MilestonesBefore milestones_before_all(ReportBasis const& basis, std::span<Change const> net)
{
    MilestonesBefore found;
    for (auto const& change : net) {
        if (change.record.kind->name != kinds::milestone || change.type == ChangeType::removed) continue;
        auto const fields = fields_before(basis, change);
        auto const& id = change.former_id.empty() ? change.record.id : change.former_id;
        found[change.record.id] = fields ? std::optional{read_milestone(id, *fields, basis.input.zone)} : std::nullopt;
    }
    return found;
}

std::map<std::string, std::vector<Change const*>, std::less<>> steps_of_milestones(std::span<Change const> steps)
{
    std::map<std::string, std::vector<Change const*>, std::less<>> found;
    for (auto const& step : steps) {
        if (step.record.kind->name != kinds::milestone) continue;
        if (!step.former_id.empty())
            if (auto past = found.extract(step.former_id)) found[step.record.id] = std::move(past.mapped());
        if (step.type != ChangeType::changed) found.erase(step.record.id);
        if (step.type != ChangeType::removed) found[step.record.id].push_back(&step);
    }
    return found;
}

bool is_of(Change const& change, std::string_view kind)
{
    return change.record.kind->name == kind;
}

std::string const& id_then(Change const& change)
{
    return change.former_id.empty() ? change.record.id : change.former_id;
}

/// Whether ids that say what belongs where meant something else when the period began.
bool changes_belonging(Change const& change)
{
    if (is_of(change, kinds::satellite)) return !change.former_id.empty();
    if (!is_of(change, kinds::organisation)) return false;
    return !change.former_id.empty() || change.type != ChangeType::changed ||
           std::ranges::find(change.members, keys::parent, &MemberChange::key) != change.members.end();
}

/// By the ids that they had when the period began. Who is renamed keeps the new one beside, unless another bore it
/// then.
std::vector<std::string> ids_then(ReportBasis const& basis, std::string_view kind, std::vector<std::string> const& ids)
{
    std::vector<std::string> then;
    for (auto const& id : ids) {
        auto of_another = false;
        for (auto const& change : basis.net) {
            if (!is_of(change, kind) || change.type == ChangeType::added) continue;
            if (change.record.id == id && !change.former_id.empty()) then.push_back(change.former_id);
            of_another = of_another || (change.record.id != id && id_then(change) == id);
        }
        if (!of_another) then.push_back(id);
    }
    // None of them was there then: an empty list would ask for all, and no record has this id.
    if (then.empty() && !ids.empty()) then.emplace_back("/");
    return then;
}

Narrowing narrowing_then(ReportBasis const& basis)
{
    auto narrowing = basis.input.narrowing;
    narrowing.satellites = ids_then(basis, kinds::satellite, narrowing.satellites);
    narrowing.organisations = ids_then(basis, kinds::organisation, narrowing.organisations);
    return narrowing;
}

/// Whether a milestone could not be read when the period began: then it was no part of the state.
bool unread_before(ReportBasis const& basis, std::string_view id)
{
    return basis.input.history != nullptr &&
           std::ranges::any_of(basis.input.history->unread_before, [id](UnreadRecord const& one) {
               return one.record.kind->name == kinds::milestone && one.record.id == id;
           });
}

/// The milestones that could be read when the period began, and cannot at its end.
void add_broken_since(ReportBasis const& basis, StandardRecords& then)
{
    if (basis.input.history == nullptr) return;
    for (auto const& [record, said] : basis.input.history->unread_after) {
        if (record.kind->name != kinds::milestone) continue;
        auto const* change = basis.net_of(record);
        auto const& id = change != nullptr ? id_then(*change) : record.id;
        if (unread_before(basis, id)) continue;
        if (change != nullptr) {
            if (auto const fields = fields_before(basis, *change))
                then.milestones.push_back(read_milestone(id, *fields, basis.input.zone));
        } else if (said != nullptr) {
            then.milestones.push_back(read_milestone(id, *said, basis.input.zone));
        }
    }
}

}  // namespace

StandardRecords state_when_begun(ReportBasis const& basis)
{
    StandardRecords then;
    for (auto const& milestone : basis.whole.milestones)
        if (auto const* before = basis.before(milestone.id); before != nullptr && !unread_before(basis, before->id))
            then.milestones.push_back(*before);
    add_broken_since(basis, then);
    then.satellites = basis.whole.satellites;
    then.parents = basis.whole.parents;
    for (auto const& change : basis.net) {
        if (is_of(change, kinds::organisation)) then.parents.erase(change.record.id);
        if (is_of(change, kinds::satellite))
            std::erase_if(then.satellites, [&](Satellite const& one) { return one.id == change.record.id; });
    }
    for (auto const& change : basis.net) {
        auto const removed = is_of(change, kinds::milestone) && change.type == ChangeType::removed;
        if (!removed && !is_of(change, kinds::organisation) && !is_of(change, kinds::satellite)) continue;
        auto const fields = fields_before(basis, change);
        if (!fields) continue;
        if (removed && !unread_before(basis, change.record.id))
            then.milestones.push_back(read_milestone(change.record.id, *fields, basis.input.zone));
        if (is_of(change, kinds::satellite))
            then.satellites.push_back(read_satellite(id_then(change), *fields, basis.input.zone));
        if (!is_of(change, kinds::organisation)) continue;
        auto const* parent = find(*fields, keys::parent);
        if (parent != nullptr && parent->string() != nullptr) then.parents[id_then(change)] = *parent->string();
    }
    std::ranges::sort(then.milestones, {}, &Milestone::id);
    std::ranges::sort(then.satellites, {}, &Satellite::id);
    mark_fates(then);
    return then;
}

MilestonesBefore milestones_at(ReportBasis const& basis, std::uint32_t commit)
{
    auto const later = std::ranges::upper_bound(basis.steps, commit, {}, &Change::commit);
    return milestones_before_all(basis, net_changes({later, basis.steps.end()}));
}

ReportBasis::ReportBasis(ReportInput const& report_input)
    : input(report_input),
      whole(whole_state(report_input)),
      belongs(report_input.narrowing, whole),
      state(narrowed(whole, belongs, report_input.records))
{
    for (auto const& milestone : whole.milestones)
        if (!milestone.satellite.empty()) of_satellite[milestone.satellite].push_back(&milestone);
    if (input.history == nullptr) return;
    for (auto const& change : input.history->changes)
        if (!input.imported(change.commit)) steps.push_back(change);
    net = net_changes(steps);
    for (auto const& change : net) net_by_record.emplace(change.record, &change);
    milestones_before = milestones_before_all(*this, net);
    milestone_steps = steps_of_milestones(steps);
    if (belongs.narrowed() && std::ranges::any_of(net, changes_belonging)) {
        whole_then = state_when_begun(*this);
        belonged_then.emplace(narrowing_then(*this), *whole_then);
    }
    for (auto const& change : input.history->changes)
        if (input.imported(change.commit) &&
            (change.content == nullptr || belonged().record(*change.record.kind, change.record.id, *change.content)))
            ++imported;
}

std::span<Milestone const* const> ReportBasis::milestones_of(Satellite const& satellite) const
{
    auto const found = of_satellite.find(satellite.id);
    if (found == of_satellite.end()) return {};
    return found->second;
}

Change const* ReportBasis::net_of(RecordKey const& record) const
{
    auto const found = net_by_record.find(record);
    return found != net_by_record.end() ? found->second : nullptr;
}

std::string ReportBasis::owner_name(Milestone const& milestone) const
{
    return milestone.owner.empty() ? std::string{} : whole.organisation(milestone.owner);
}

Milestone const* ReportBasis::before(std::string_view id, MilestonesBefore const& then) const
{
    auto const changed = then.find(id);
    if (changed == then.end()) return whole.milestone(id);
    return changed->second ? &*changed->second : nullptr;
}

bool ReportBasis::tells_of(Change const& change) const
{
    if (!belongs.narrowed()) return true;
    auto const fields = change.type == ChangeType::removed ? fields_before(*this, change) : fields_after(*this, change);
    auto const& then_or_now = change.type == ChangeType::removed ? belonged() : belongs;
    return fields && then_or_now.record(*change.record.kind, change.record.id, *fields);
}

bool ReportBasis::tells_of(RecordKey const& record) const
{
    if (!belongs.narrowed()) return true;
    if (auto const* found = input.records.find(record.kind->name, record.id))
        return belongs.record(*found->kind, found->id, found->fields());
    auto const removed = std::ranges::find(net, record, &Change::record);
    return removed != net.end() && tells_of(*removed);
}

std::optional<Table> fields_after(ReportBasis const& basis, Change const& change)
{
    if (change.type == ChangeType::removed) return std::nullopt;
    auto const* record = basis.input.records.find(change.record.kind->name, change.record.id);
    return record != nullptr && record->document.problems.empty() ? std::optional{record->fields()} : std::nullopt;
}

namespace {

UnreadRecord const* unread(std::vector<UnreadRecord> const& records, RecordKey const& key)
{
    auto const found = std::ranges::find(records, key, &UnreadRecord::record);
    return found != records.end() ? &*found : nullptr;
}

/// What a record says at the end; of one that cannot be read there, what it last said.
std::optional<Table> said_after(ReportBasis const& basis, Change const& change)
{
    if (auto fields = fields_after(basis, change)) return fields;
    auto const* broken =
        basis.input.history != nullptr ? unread(basis.input.history->unread_after, change.record) : nullptr;
    return broken != nullptr && broken->said != nullptr ? std::optional{*broken->said} : std::nullopt;
}

}  // namespace

std::optional<Table> fields_before(ReportBasis const& basis, Change const& change)
{
    if (change.type == ChangeType::added) return std::nullopt;
    if (change.type == ChangeType::removed)
        return change.content != nullptr ? std::optional{*change.content} : std::nullopt;
    auto fields = said_after(basis, change);
    if (!fields) return std::nullopt;
    for (auto const& member : change.members) {
        erase_if(*fields, [&](Member const& other) { return other.key == member.key; });
        if (member.from) fields->push_back({member.key, {}, *member.from});
    }
    return fields;
}

}  // namespace sss
