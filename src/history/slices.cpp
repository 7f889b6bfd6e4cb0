#include "history/slices.hpp"

#include <algorithm>

namespace sss {

Slices::Slices(History const& whole, FirstParentLine const& line, int correction_days)
    : whole_(whole), moves_(moves(whole, correction_days))
{
    for (auto const& told : whole.commits) landed_.push_back(line.find(told.landed).value());
    for (std::size_t i = 0; i < moves_.size(); ++i)
        moves_by_commit_[whole.commits[moves_[i].commit].commit.id].push_back(i);
}

History Slices::stretch(std::optional<std::size_t> from, std::size_t to) const
{
    auto const first =
        from ? std::ranges::partition_point(landed_, [&](auto at) { return at >= *from; }) : landed_.begin();
    auto const last = std::ranges::partition_point(landed_, [&](auto at) { return at >= to; });
    History stretch;
    if (first < last)
        append(stretch, static_cast<std::uint32_t>(first - landed_.begin()),
               static_cast<std::uint32_t>(last - landed_.begin()));
    return stretch;
}

void Slices::extend(History& so_far, std::size_t to) const
{
    auto const last = std::ranges::partition_point(landed_, [&](auto at) { return at >= to; });
    append(so_far, static_cast<std::uint32_t>(so_far.commits.size()),
           static_cast<std::uint32_t>(last - landed_.begin()));
}

void Slices::append(History& history, std::uint32_t begin, std::uint32_t end) const
{
    history.zone = whole_.zone;
    auto const back = begin - static_cast<std::uint32_t>(history.commits.size());
    for (auto i = begin; i < end; ++i) history.commits.push_back(whole_.commits[i]);
    auto change = std::ranges::lower_bound(whole_.changes, begin, {}, &Change::commit);
    for (; change != whole_.changes.end() && change->commit < end; ++change) {
        history.changes.push_back(*change);
        history.changes.back().commit -= back;
        for (auto& member : history.changes.back().members) member.commit -= back;
    }
}

std::vector<Move> Slices::moves_in(History const& stretch) const
{
    std::vector<std::pair<std::size_t, std::uint32_t>> found;  // index into moves_, commit of the stretch
    for (std::uint32_t i = 0; i < stretch.commits.size(); ++i)
        if (auto const known = moves_by_commit_.find(stretch.commits[i].commit.id); known != moves_by_commit_.end())
            for (auto const move : known->second) found.emplace_back(move, i);
    std::ranges::sort(found);
    std::vector<Move> result;
    for (auto const& [index, commit] : found) {
        result.push_back(moves_[index]);
        result.back().commit = commit;
    }
    return result;
}

}  // namespace sss
