#include "facts/publication/record_threads.hpp"

#include <map>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// Hears changes in their order; those of one commit are renamed all at once, so that two records may swap their ids.
class ThreadSpinner {
public:
    void take_names(Change const& change)
    {
        if (change.former_id.empty()) return;
        if (auto former = called_.extract(RecordKey{change.record.kind, change.former_id}))
            renamed_[change.record] = former.mapped();
    }

    std::uint32_t thread_of(Change const& change)
    {
        if (auto renamed = renamed_.extract(change.record)) called_[change.record] = renamed.mapped();
        auto found = called_.find(change.record);
        if (found == called_.end()) {
            auto const number = static_cast<std::uint32_t>(spun.threads.size());
            found = called_.emplace(change.record, number).first;
            spun.threads.push_back(
                {change.record.kind, change.record.id, {}, ++births_[change.record], false, change.commit});
        }
        auto& thread = spun.threads[found->second];
        thread.id = change.record.id;
        thread.stands = change.type != ChangeType::removed;
        return found->second;
    }

    RecordThreads spun;

private:
    using ByRecord = std::map<RecordKey, std::uint32_t, RecordKeyLess>;
    ByRecord called_;   ///< the thread that bears an id, or bore it last
    ByRecord renamed_;  ///< within the commit at hand
    ByRecord births_;
};

}  // namespace

std::string RecordThreads::Thread::name() const
{
    return nth == 1 ? first_id : fmt::format("{} ({})", first_id, nth);
}

RecordThreads record_threads(History const& whole)
{
    ThreadSpinner spinner;
    spinner.spun.of_change.reserve(whole.changes.size());
    auto const& changes = whole.changes;
    for (std::size_t from = 0, to = 0; from < changes.size(); from = to) {
        while (to < changes.size() && changes[to].commit == changes[from].commit) spinner.take_names(changes[to++]);
        for (auto at = from; at < to; ++at) spinner.spun.of_change.push_back(spinner.thread_of(changes[at]));
    }
    return std::move(spinner.spun);
}

}  // namespace sss
