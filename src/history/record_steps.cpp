#include "history/record_steps.hpp"

#include "history/member_changes.hpp"
#include "records/versions/version_reader.hpp"

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

    bool readable(git::Oid const& id) { return !id || read(id).readable; }

    /// Lets an unreadable version say what the last readable one before it said.
    void say_for(git::Oid const& id, Content const& said)
    {
        if (auto& slot = read(id); !slot.readable) slot.content = said;
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
            auto const& bytes = versions_.bytes[index_of(id)];
            auto content = bytes ? reader_.read(bytes->bytes()) : nullptr;
            auto const readable = content != nullptr;
            if (!readable) ++counts_.unreadable;
            slot = Slot{std::move(content), readable};
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
    VersionReader reader_;
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
    void begin(git::Oid const& line, Content const& said)
    {
        line_ = line;
        told_.unread_before = !parsed_.readable(line);
        if (!told_.unread_before) return;
        parsed_.say_for(line, said);
        told_.said_before = said;
    }

    /// All differences of the file that landed with one commit of the line.
    void landing(std::span<git::BlobChange const> changes)
    {
        tell_landing(changes);
        auto const net =
            std::ranges::find_if(changes, [&](auto const& change) { return edges_[change.pair].whole_line; });
        if (net == changes.end()) return;
        auto& unread = told_.unread;
        if (!unread.empty() && !unread.back().until) unread.back().until = edges_[net->pair].step;
        if (!parsed_.readable(line_)) unread.push_back({edges_[net->pair].step, std::nullopt});
    }

    FileSteps finish()
    {
        told_.unread_after = !parsed_.readable(line_);
        if (told_.unread_after) told_.said = parsed_.before(line_, nullptr);
        return std::move(told_);
    }

private:
    void tell_landing(std::span<git::BlobChange const> changes)
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
        if (!net && !adds_up(side, {0, line_, line_})) return keep_edits(side);
        if (net) line_ = net->after;
        keep_what_came(side, net);
        if (!net || adds_up(side, *net)) {
            for (auto const& change : side) tell(edges_[change.pair].step, change);
        } else if (side.empty()) {
            tell(edges_[net->pair].step, *net);
        } else {
            attribute(side, *net);
        }
    }

    /// The record may stand on the line under another name.
    void keep_edits(std::vector<git::BlobChange> const& side)
    {
        if (line_) return;
        for (auto const& change : side) {
            if (!change.before || !change.after) continue;
            auto const before = parsed_.before(change.before, nullptr);
            auto const after = parsed_.after(change.after, before);
            if (before && after) told_.elsewhere.push_back({edges_[change.pair].step, before, after});
        }
    }

    void keep_what_came(std::vector<git::BlobChange> const& side, std::optional<git::BlobChange> const& net)
    {
        if (side.empty() || !net || net->before || !net->after) return;
        auto last = Content{};
        for (auto const& change : side) last = parsed_.after(change.after, parsed_.before(change.before, last));
        if (auto const content = parsed_.after(net->after, last))
            told_.brought.push_back({edges_[net->pair].step, content});
    }

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
        if (!after) {
            auto const author = author_of([](Content const& old, Content const& now) { return old && !now; });
            record(author, before, after);
            for (std::size_t i = 0; i < side.size(); ++i)
                if (edges_[side[i].pair].step == author && steps[i].first && !(*steps[i].first == *before))
                    told_.taken.push_back({author, steps[i].first, nullptr});
            return;
        }
        if (!before) {
            // New on the branch: by the commit that added it, as it did; what became of it then, by those that did it.
            auto added = steps.size();
            while (added > 0 && (steps[added - 1].first || !steps[added - 1].second)) --added;
            if (added == 0) return record(merge, before, after);
            auto const base = steps[added - 1].second;
            record(edges_[side[added - 1].pair].step, before, base);
            return attribute_fields(side, steps, added, merge, *base, *after);
        }
        attribute_fields(side, steps, 0, merge, *before, *after);
    }

    /// @param first  of the side's steps that may have given a field its value
    void attribute_fields(std::vector<git::BlobChange> const& side,
                          std::vector<std::pair<Content, Content>> const& steps, std::size_t first, std::uint32_t merge,
                          Table const& before, Table const& after)
    {
        auto const author_of = [&](auto const& gave_it) {
            for (auto i = side.size(); i-- > first;)
                if (gave_it(steps[i].first, steps[i].second)) return edges_[side[i].pair].step;
            return merge;
        };
        std::map<std::uint32_t, RecordStep> by_author;
        for (auto& member : member_changes(kind_, before, after)) {
            auto const author = author_of([&](Content const& old, Content const& now) {
                auto const* was = old ? find(*old, member.key) : nullptr;
                auto const* is = now ? find(*now, member.key) : nullptr;
                if ((is != nullptr) != member.to.has_value()) return false;
                if (is != nullptr && !same_meaning(kind_, member.key, *is, *member.to)) return false;
                return (was == nullptr) != (is == nullptr) ||
                       (was != nullptr && !same_meaning(kind_, member.key, *was, *is));
            });
            auto& told = by_author.try_emplace(author, RecordStep{author, file_, {}, {}, {}, title_of(kind_, after)})
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
                       std::vector<Edge> const& edges, Walk const& walk, Versions const& versions,
                       std::shared_ptr<Table const> const& said)
{
    Teller teller{kind, file, edges, walk, versions};
    auto const first = std::ranges::find_if(changes, [&](auto const& change) { return edges[change.pair].whole_line; });
    if (first != changes.end()) teller.begin(first->before, said);
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
