#include "history/branch_work.hpp"

#include "history/member_changes.hpp"
#include "programme/key_index.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sss {

namespace {

bool says(Kind const& kind, std::string const& key, Value const* value, Value const* other)
{
    if (value == nullptr || other == nullptr) return value == other;
    return same_meaning(kind, key, *value, *other);
}

/// A step of a branch, asked about one field after the other.
class Edit {
public:
    explicit Edit(FileSteps::Apart const& edit) : step(edit.step), before_(*edit.before), after_(*edit.after) {}

    /// Whether it gave the field this value.
    bool gave(Kind const& kind, MemberChange const& member) const
    {
        auto const said = [](Member const* found) { return found != nullptr ? &found->value : nullptr; };
        auto const* was = said(before_.find(member.key));
        auto const* is = said(after_.find(member.key));
        return says(kind, member.key, is, member.to.get()) && !says(kind, member.key, was, is);
    }

    std::uint32_t step;

private:
    KeyIndex<Table> before_, after_;
};

Change* changed_record(std::vector<Change>& changes, RecordKey const& record)
{
    auto const found = std::ranges::find_if(
        changes, [&](Change const& change) { return change.type == ChangeType::changed && change.record == record; });
    return found == changes.end() ? nullptr : &*found;
}

/// The change of a record in a step, a new one where the step has none yet.
Change& change_at(std::vector<Change>& changes, RecordKey const& record, std::string const& title)
{
    if (auto* known = changed_record(changes, record)) return *known;
    Change change;
    change.record = record;
    change.title = title;
    changes.push_back(std::move(change));
    return changes.back();
}

std::string title_in(RecordKey const& record, Table const& content)
{
    auto const* title = record.kind->title_field.empty() ? nullptr : find(content, record.kind->title_field);
    return title != nullptr && title->string() != nullptr && !title->string()->empty() ? *title->string() : record.id;
}

}  // namespace

BranchWork::BranchWork(Walk const& walk, std::vector<FileSteps> const& files, std::vector<Layout::Slot> const& slots,
                       std::vector<std::vector<Change>>& by_step)
    : walk_(walk), by_step_(by_step)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        RecordKey const record{slots[i].kind, slots[i].id};
        for (auto const& one : files[i].taken) taken_[{one.step, record}] = one.before;
        for (auto const& one : files[i].brought) brought_[{one.landing, record}] = one.content;
        for (auto const& one : files[i].elsewhere) elsewhere_[walk.steps[one.step].landing][record].push_back(one);
    }
}

void BranchWork::before_join(std::uint32_t step)
{
    renaming_.clear();
    if (taken_.empty() && elsewhere_.empty()) return;
    auto const landing = walk_.steps[step].landing;
    std::erase_if(carried_, [landing](auto const& one) { return one.second.landing != landing; });
    if (handed_over_ != landing + 1) hand_over(landing);
    handed_over_ = landing + 1;
    for (auto& change : by_step_[step]) {
        auto const carried = carried_.find(change.record);
        if (change.type == ChangeType::changed) {
            if (carried != carried_.end()) rewrite(change, carried->second);
        } else if (change.type == ChangeType::removed) {
            if (carried != carried_.end()) {
                renaming_.push_back({change.record, std::make_shared<Table const>(std::move(carried->second.said))});
                carried_.erase(carried);
            } else if (auto const taken = taken_.find({step, change.record}); taken != taken_.end()) {
                renaming_.push_back({change.record, change.content});
                change.content = taken->second;
            }
        }
    }
    if (step == landing) finish(landing);
    std::erase_if(by_step_[step],
                  [](Change const& change) { return change.type == ChangeType::changed && change.members.empty(); });
}

/// What a merge is told to have done to a record that the branch knew by a former name, where a step of the branch did.
void BranchWork::hand_over(std::uint32_t landing)
{
    auto const found = elsewhere_.find(landing);
    if (found == elsewhere_.end()) return;
    for (auto const& [former, edits] : found->second) {
        auto const name = names_.find(former);
        auto const& record = name != names_.end() ? name->second : former;
        auto* const merged = changed_record(by_step_[landing], record);
        if (merged == nullptr) continue;
        auto const title = merged->title;
        std::vector<std::pair<std::uint32_t, MemberChange>> given;
        std::vector<Edit> latest_first;
        for (auto one = edits.rbegin(); one != edits.rend(); ++one) latest_first.emplace_back(*one);
        std::erase_if(merged->members, [&](MemberChange const& member) {
            auto const edit =
                std::ranges::find_if(latest_first, [&](Edit const& one) { return one.gave(*record.kind, member); });
            if (edit == latest_first.end()) return false;
            given.emplace_back(edit->step, member);
            return true;
        });
        for (auto& [step, member] : given)
            change_at(by_step_[step], record, title).members.push_back(std::move(member));
    }
}

/// The change as it follows from what was told so far; what says nothing new then is not told.
void BranchWork::rewrite(Change& change, Carried& carried)
{
    {
        KeyIndex const told{carried.said};
        std::erase_if(change.members, [&](MemberChange& member) {
            auto const found = told.place(member.key);
            auto const said = found ? SharedValue{carried.said, *found} : SharedValue{};
            if (says(*change.record.kind, member.key, said.get(), member.to.get())) return true;
            member.from = said;
            return false;
        });
    }
    carried.said = with_changes(carried.said, change.members, Side::after);
}

/// What is left between what was told and what landed is the merge's own word.
void BranchWork::finish(std::uint32_t landing)
{
    for (auto& [record, carried] : carried_) {
        auto const landed = brought_.find({landing, record});
        if (landed == brought_.end()) continue;
        auto rest = member_changes(*record.kind, carried.said, *landed->second);
        if (rest.empty()) continue;
        auto& change = change_at(by_step_[landing], record, title_in(record, *landed->second));
        std::vector<MemberChange> added;
        KeyIndex const told{change.members};
        for (auto& member : rest) {
            if (auto const* known = told.find(member.key))
                change.members[static_cast<std::size_t>(known - change.members.data())].to = std::move(member.to);
            else
                added.push_back(std::move(member));
        }
        std::ranges::move(added, std::back_inserter(change.members));
    }
}

void BranchWork::after_join(std::uint32_t step, std::vector<Change>& changes)
{
    for (auto const& renaming : renaming_) {
        auto const found = std::ranges::find_if(changes, [&](Change const& change) {
            if (change.record.kind != renaming.record.kind) return false;
            return change.former_id == renaming.record.id ||
                   (change.record.id == renaming.record.id && change.type != ChangeType::added);
        });
        auto const known = found != changes.end();
        if (known && found->type == ChangeType::removed) {
            found->content = renaming.line;
            continue;
        }
        // The file went to another folder, or the record got another name: told as what it did to the line's version.
        auto const record = known ? found->record : renaming.record;
        auto said = *renaming.line;
        if (known) {
            said = with_changes(said, found->members, Side::after);
            found->members = member_changes(*record.kind, *renaming.line, said);
            if (found->members.empty() && found->former_id.empty()) changes.erase(found);
        }
        carried_[record] = {walk_.steps[step].landing, std::move(said)};
    }
    if (!elsewhere_.empty()) remember_names(changes);
}

void BranchWork::remember_names(std::span<Change const> changes)
{
    for (auto const& change : changes) {
        if (change.type == ChangeType::added) names_.erase(change.record);
        if (change.former_id.empty()) continue;
        RecordKey const former{change.record.kind, change.former_id};
        for (auto& [name, now] : names_)
            if (now == former) now = change.record;
        names_.insert_or_assign(former, change.record);
        names_.erase(change.record);
    }
}

}  // namespace sss
