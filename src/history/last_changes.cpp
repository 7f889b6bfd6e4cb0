#include "history/last_changes.hpp"

#include "git/path_changes.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sss {

namespace {

/// The line behind a position, a stretch at a time: each stretch is compared folder by folder, as path_changes is fast.
class LineBack {
public:
    LineBack(FirstParentLine const& line, std::size_t position)
        : line_(line), next_(line.landing(position)), position_(position)
    {}

    /// The next landings; fewer than asked for where the line ends or `more` says so. They stand oldest first, for a
    /// tree is quickly compared with the one that came before it.
    template <typename More>
    void step(std::size_t many, More more)
    {
        pairs.clear();
        landed_at.clear();
        while (next_ && pairs.size() < many && more(*next_)) {
            auto const landing = *next_;
            next_ = line_.landing(++position_);
            landed_at.push_back(landing.at);
            pairs.push_back({next_ ? next_->tree : git::Oid{}, landing.tree});
        }
        std::ranges::reverse(pairs);
        std::ranges::reverse(landed_at);
    }

    bool ended() const { return !next_; }

    std::vector<git::TreePair> pairs;
    std::vector<std::chrono::sys_seconds> landed_at;

private:
    FirstParentLine const& line_;
    std::optional<Landing> next_;
    std::size_t position_;
};

}  // namespace

LastChanges last_changes(git::Repository const& repository, Layout const& layout, FirstParentLine const& on,
                         std::size_t position, std::span<RecordKey const> records, std::chrono::sys_seconds until,
                         std::size_t at_most)
{
    LastChanges found;
    std::vector<Kind const*> kinds;
    for (auto const* kind : layout.kinds())
        if (std::ranges::find(records, kind, &RecordKey::kind) != records.end()) kinds.push_back(kind);
    auto const few = layout.only(kinds);
    std::set<RecordKey, RecordKeyLess> waiting{records.begin(), records.end()};

    LineBack line{on, position};
    std::size_t beyond = 0;
    auto const more = [&](Landing const& landing) { return landing.at >= until || beyond++ < at_most; };
    for (std::size_t many = 64; !waiting.empty() && !line.ended(); many = std::min<std::size_t>(many * 4, 4096)) {
        line.step(many, more);
        if (line.pairs.empty()) break;
        auto const files = git::path_changes(
            repository, line.pairs, [&](std::string_view folder) { return few.leads_to_records(folder); },
            [&](std::string_view path) {
                auto const slot = few.slot(path);
                return slot && waiting.contains({slot->kind, slot->id});
            });
        for (auto const& file : files) {
            auto const slot = few.slot(file.path).value();
            RecordKey key{slot.kind, slot.id};
            auto const newest = line.landed_at[file.changes.back().pair];
            waiting.erase(key);
            // A record whose file went to another sub-folder has two paths.
            auto& at = found.at.try_emplace(std::move(key), newest).first->second;
            at = std::max(at, newest);
        }
        if (!line.ended()) found.looked_back_to = line.landed_at.front();
    }
    if (waiting.empty() || line.ended()) found.looked_back_to.reset();
    return found;
}

LastChangesOnLine::LastChangesOnLine(git::Repository const& repository, Layout const& layout,
                                     FirstParentLine const& line)
{
    std::vector<git::TreePair> pairs;
    for (std::size_t i = 0; i < line.size(); ++i) landings_.push_back(line.landing(i).value());
    for (std::size_t i = 0; i < landings_.size(); ++i)
        pairs.push_back({i + 1 < landings_.size() ? landings_[i + 1].tree : git::Oid{}, landings_[i].tree});
    auto const files = git::path_changes(
        repository, pairs, [&](std::string_view folder) { return layout.leads_to_records(folder); },
        [&](std::string_view path) { return layout.slot(path).has_value(); });
    for (auto const& file : files) {
        auto const slot = layout.slot(file.path).value();
        auto& changed = changed_[{slot.kind, slot.id}];
        for (auto const& change : file.changes) changed.push_back(change.pair);
    }
    for (auto& [record, changed] : changed_) std::ranges::sort(changed);
}

LastChanges LastChangesOnLine::at(std::size_t position, std::span<RecordKey const> records,
                                  std::chrono::sys_seconds until, std::size_t at_most) const
{
    auto end = position;
    for (std::size_t beyond = 0; end < landings_.size() && (landings_[end].at >= until || beyond++ < at_most); ++end) {
    }
    LastChanges found;
    auto all = true;
    for (auto const& record : records) {
        auto const known = changed_.find(record);
        auto const newest = known == changed_.end() ? std::vector<std::size_t>::const_iterator{}
                                                    : std::ranges::lower_bound(known->second, position);
        if (known != changed_.end() && newest != known->second.end() && *newest < end)
            found.at[record] = landings_[*newest].at;
        else
            all = false;
    }
    if (!all && end > position && end < landings_.size()) found.looked_back_to = landings_[end - 1].at;
    return found;
}

LastChanges last_changes(History const& history)
{
    LastChanges found;
    for (auto const& change : history.changes) {
        if (!change.former_id.empty()) found.at.erase({change.record.kind, change.former_id});
        if (change.type == ChangeType::removed)
            found.at.erase(change.record);
        else
            found.at[change.record] = history.commits[change.commit].landed_at;
    }
    return found;
}

}  // namespace sss
