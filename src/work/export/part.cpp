#include "work/export/part.hpp"

#include <utility>

namespace sss {

ExportPart::ExportPart(Narrowing part, StandardRecords const& state, Records const& records, History const& whole,
                       RecordThreads const& threads)
    : narrowing_(std::move(part)), belongs_(narrowing_, state), wanted_(threads.threads.size(), 1)
{
    if (belongs_.narrowed()) decide(records, whole, threads);
}

void ExportPart::decide(Records const& records, History const& whole, RecordThreads const& threads)
{
    std::vector<Table const*> removed(threads.threads.size());
    for (std::size_t i = 0; i < whole.changes.size(); ++i)
        if (auto const& change = whole.changes[i]; change.type == ChangeType::removed)
            removed[threads.of_change[i]] = change.content.get();
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        auto const& of = threads.threads[i];
        auto const* record = of.stands ? records.find(of.kind->name, of.id) : nullptr;
        auto const* fields = record != nullptr ? &record->fields() : of.stands ? nullptr : removed[i];
        wanted_[i] = fields != nullptr && belongs_.record(*of.kind, of.id, *fields) ? 1 : 0;
    }
}

}  // namespace sss
