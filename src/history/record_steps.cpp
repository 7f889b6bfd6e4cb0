#include "history/record_steps.hpp"

#include "history/member_changes.hpp"
#include "records/document.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace sss {

namespace {

using Content = std::shared_ptr<Table const>;  ///< empty: the record does not exist

/// The versions of one file, parsed at most once each while they are near at hand.
class Parsed {
public:
    Parsed(Versions const& versions, FileSteps& counts) : versions_(versions), counts_(counts)
    {
        counts_.versions = versions.ids.size();
        slots_.resize(versions.ids.size());
    }

    /// What a version says that a step begins with; `fallback` where it is unreadable and was never stepped to.
    Content before(git::Oid const& id, Content const& fallback)
    {
        if (!id) return nullptr;
        auto const& [content, readable] = read(id);
        return readable || content ? content : fallback;
    }

    /// What a version says that a step leads to. An unreadable one says what `last`, the version before it, said, so
    /// that the next readable one is told as one change and nothing is told of the broken one but that it exists. The
    /// same broken bytes may come back later, in place of another version.
    Content after(git::Oid const& id, Content const& last)
    {
        if (!id) return nullptr;
        auto& [content, readable] = read(id);
        if (!readable) content = last;
        return content;
    }

private:
    struct Slot {
        Content content;
        bool readable = false;
    };

    Slot& read(git::Oid const& id)
    {
        auto& slot = slots_[index_of(id)];
        if (!slot) {
            auto table = std::make_shared<Table>();
            auto const readable = parse_values(versions_.bytes[index_of(id)].bytes(), *table);
            if (!readable) ++counts_.unreadable;
            slot = readable ? Slot{std::move(table), true} : Slot{};
        }
        return *slot;
    }

    std::size_t index_of(git::Oid const& id) const
    {
        return static_cast<std::size_t>(std::ranges::lower_bound(versions_.ids, id) - versions_.ids.begin());
    }

    Versions const& versions_;
    FileSteps& counts_;
    std::vector<std::optional<Slot>> slots_;
};

std::string title_of(Kind const& kind, Table const& content)
{
    auto const* title = kind.title_field.empty() ? nullptr : find(content, kind.title_field);
    return title != nullptr && title->string() != nullptr ? *title->string() : std::string{};
}

class Teller {
public:
    Teller(Kind const& kind, std::uint32_t file, std::vector<Edge> const& edges, Walk const& walk,
           Versions const& versions)
        : kind_(kind), file_(file), edges_(edges), walk_(walk), parsed_(versions, told_)
    {}

    /// What the line holds before the first landing.
    void begin(git::Oid const& line) { line_ = line; }

    /// All differences of the file that landed with one commit of the line.
    void landing(std::span<git::BlobChange const> changes)
    {
        std::vector<git::BlobChange> side;
        std::optional<git::BlobChange> net;
        for (auto const& change : changes) {
            if (edges_[change.pair].whole_line)
                net = change;
            else if (!edges_[change.pair].side_merge)
                side.push_back(change);
            else if (differs_from_all_parents(change, changes))
                side.push_back(change);
        }
        // Without a change the side's work on this file came and went, as a name does that a record had for a while; or
        // it did not land, for the line had it already or refused it.
        if (!net && !adds_up(side, {0, line_, line_})) return;
        if (net) line_ = net->after;
        if (!net || adds_up(side, *net)) {
            for (auto const& change : side) tell(edges_[change.pair].step, change);
        } else if (side.empty()) {
            tell(edges_[net->pair].step, *net);
        } else {
            attribute(side, *net);
        }
    }

    FileSteps finish() { return std::move(told_); }

private:
    /// A merge on a side branch has an edge to each parent; it did something itself only where the file differs from
    /// all of them, which then is told once, at the first of its edges.
    bool differs_from_all_parents(git::BlobChange const& change, std::span<git::BlobChange const> changes) const
    {
        auto const step = edges_[change.pair].step;
        auto const same_step = [&](git::BlobChange const& other) { return edges_[other.pair].step == step; };
        auto const first = std::ranges::find_if(changes, same_step);
        return first->pair == change.pair && static_cast<std::size_t>(std::ranges::count_if(changes, same_step)) ==
                                                 walk_.steps[step].commit.parents.size();
    }

    static bool adds_up(std::vector<git::BlobChange> const& side, git::BlobChange const& net)
    {
        if (side.empty() || side.front().before != net.before || side.back().after != net.after) return false;
        return std::ranges::adjacent_find(side, [](auto const& a, auto const& b) { return a.after != b.before; }) ==
               side.end();
    }

    void tell(std::uint32_t step, git::BlobChange const& change)
    {
        auto const before = parsed_.before(change.before, nullptr);
        auto const after = parsed_.after(change.after, before);
        record(step, before, after);
    }

    void record(std::uint32_t step, Content const& before, Content const& after)
    {
        if (before == after) return;
        RecordStep told{step, file_, {}, {}, {}, title_of(kind_, after ? *after : *before)};
        if (before && after) {
            told.members = member_changes(kind_, *before, *after);
            if (told.members.empty()) return;
        } else {
            told.before = before;
            told.after = after;
        }
        told_.steps.push_back(std::move(told));
    }

    /// Both sides touched the record: each field that landed is told by the last side commit that gave it the value
    /// that landed, or else by the merge itself.
    void attribute(std::vector<git::BlobChange> const& side, git::BlobChange const& net)
    {
        auto const merge = edges_[net.pair].step;
        auto const before = parsed_.before(net.before, nullptr);
        // The side's versions are parsed first, in their order, so that a broken one falls back on its own past.
        std::vector<std::pair<Content, Content>> steps;
        for (auto const& change : side) {
            auto const old = parsed_.before(change.before, before);
            steps.emplace_back(old, parsed_.after(change.after, old));
        }
        auto const after = parsed_.after(net.after, before);
        if (before == after) return;
        auto const author_of = [&](auto const& gave_it) {
            for (auto i = side.size(); i-- > 0;)
                if (gave_it(steps[i].first, steps[i].second)) return edges_[side[i].pair].step;
            return merge;
        };
        if (!before || !after) {
            return record(
                author_of([&](Content const& old, Content const& now) { return !old != !now && !now == !after; }),
                before, after);
        }
        std::map<std::uint32_t, RecordStep> by_author;
        for (auto& member : member_changes(kind_, *before, *after)) {
            auto const author = author_of([&](Content const& old, Content const& now) {
                auto const* was = old ? find(*old, member.key) : nullptr;
                auto const* is = now ? find(*now, member.key) : nullptr;
                if ((is != nullptr) != member.to.has_value()) return false;
                auto const* field = kind_.field(member.key);
                if (is != nullptr && !same_meaning(field, *is, *member.to)) return false;
                return (was == nullptr) != (is == nullptr) || (was != nullptr && !same_meaning(field, *was, *is));
            });
            auto& told = by_author.try_emplace(author, RecordStep{author, file_, {}, {}, {}, title_of(kind_, *after)})
                             .first->second;
            told.members.push_back(std::move(member));
        }
        for (auto& [author, told] : by_author) told_.steps.push_back(std::move(told));
    }

    Kind const& kind_;
    std::uint32_t file_;
    std::vector<Edge> const& edges_;
    Walk const& walk_;
    git::Oid line_;  ///< the version that stands on the line
    FileSteps told_;
    Parsed parsed_;
};

}  // namespace

FileSteps record_steps(Kind const& kind, std::uint32_t file, std::vector<git::BlobChange> const& changes,
                       std::vector<Edge> const& edges, Walk const& walk, Versions const& versions)
{
    Teller teller{kind, file, edges, walk, versions};
    auto const first = std::ranges::find_if(changes, [&](auto const& change) { return edges[change.pair].whole_line; });
    if (first != changes.end()) teller.begin(first->before);
    auto const landing_of = [&](git::BlobChange const& change) { return walk.steps[edges[change.pair].step].landing; };
    for (auto from = changes.begin(); from != changes.end();) {
        auto const landing = landing_of(*from);
        auto const to =
            std::find_if(from, changes.end(), [&](auto const& change) { return landing_of(change) != landing; });
        teller.landing({from, to});
        from = to;
    }
    return teller.finish();
}

}  // namespace sss
