#include "work/export/part.hpp"

#include <type_traits>
#include <utility>

namespace sss {

ThreadEnds::ThreadEnds(Records const& records, History const& whole, RecordThreads const& threads)
    : ends_(threads.threads.size())
{
    std::vector<Table const*> removed(ends_.size());
    for (std::size_t i = 0; i < whole.changes.size(); ++i)
        if (auto const& change = whole.changes[i]; change.type == ChangeType::removed)
            removed[threads.of_change[i]] = change.content.get();
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        auto const& of = threads.threads[i];
        auto const* record = of.stands ? records.find(of.kind->name, of.id) : nullptr;
        auto const* fields = record != nullptr ? &record->fields() : of.stands ? nullptr : removed[i];
        auto& end = ends_[i];
        end = {of.kind, of.id};
        if (fields == nullptr) continue;
        // Whose part a record is, no day says.
        auto const& kind = of.kind->name;
        if (kind == kinds::milestone)
            end.said = read_milestone(of.id, *fields, Zone::utc());
        else if (kind == kinds::meeting)
            end.said = read_meeting(of.id, *fields, Zone::utc());
        else if (kind == kinds::satellite)
            end.said = read_satellite(of.id, *fields, Zone::utc());
        else
            end.said = fields;
    }
}

bool ThreadEnds::belongs(std::uint32_t thread, Belongs const& part) const
{
    auto const& end = ends_[thread];
    if (!part.kind(end.kind->name)) return false;
    return std::visit(
        [&](auto const& said) {
            using Said = std::decay_t<decltype(said)>;
            if constexpr (std::is_same_v<Said, std::monostate>)
                return false;
            else if constexpr (std::is_same_v<Said, Table const*>)
                return part.part(*end.kind, end.id, *said);
            else
                return part.part(said);
        },
        end.said);
}

ExportPart::ExportPart(Narrowing part, StandardRecords const& state, ThreadEnds const& ends)
    : narrowing_(std::move(part)), belongs_(narrowing_, state), wanted_(ends.size(), 1)
{
    if (!belongs_.narrowed()) return;
    for (std::uint32_t i = 0; i < wanted_.size(); ++i) wanted_[i] = ends.belongs(i, belongs_) ? 1 : 0;
}

}  // namespace sss
