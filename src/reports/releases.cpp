#include "reports/releases.hpp"

#include "programme/version_name.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace sss {

namespace {

using TagsByCommit = std::unordered_map<git::Oid, std::vector<git::Tag>>;

TagsByCommit tags_by_commit(git::Repository const& repository, std::optional<std::chrono::sys_seconds> const& until)
{
    TagsByCommit found;
    for (auto& tag : repository.tags()) {
        auto const later = until && tag.annotation && tag.annotation->tagger && *until < tag.annotation->tagger->when;
        if (!later) found[tag.commit].push_back(std::move(tag));
    }
    return found;
}

/// Versions first, the highest leading; the others as they come, by name.
void put_leading_tag_first(std::vector<git::Tag>& tags)
{
    std::ranges::stable_sort(tags, [](git::Tag const& a, git::Tag const& b) {
        auto const left = read_version(a.name), right = read_version(b.name);
        if (left.has_value() != right.has_value()) return left.has_value();
        if (!left) return false;
        if (left->family != right->family) return left->family < right->family;
        return version_order(*left, *right) > 0;
    });
}

/// Within each family of versions the higher one comes first; the family keeps its places.
void put_into_version_order(std::vector<Release>& releases)
{
    std::map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < releases.size(); ++i)
        if (auto const version = read_version(releases[i].tags.front().name)) places[version->family].push_back(i);
    auto const landed = releases;
    for (auto const& [family, slots] : places) {
        auto ordered = slots;
        std::ranges::stable_sort(ordered, [&](std::size_t a, std::size_t b) {
            return version_order(*read_version(landed[a].tags.front().name),
                                 *read_version(landed[b].tags.front().name)) > 0;
        });
        for (std::size_t i = 0; i < slots.size(); ++i) releases[slots[i]] = landed[ordered[i]];
    }
}

/// Sorts the tags that name no release of the line by why they do not.
void name_left_out(Releases& releases, git::Repository const& repository, git::Oid const& tip,
                   std::optional<git::Oid> const& bottom, TagsByCommit const& left)
{
    if (left.empty()) return;
    auto const known = repository.reachable(tip, bottom.value_or(git::Oid{}));
    std::unordered_set<git::Oid> const here{known.begin(), known.end()};
    for (auto const& [commit, tags] : left)
        for (auto const& tag : tags) (here.contains(commit) ? releases.aside : releases.elsewhere).push_back(tag.name);
    std::ranges::sort(releases.aside);
    std::ranges::sort(releases.elsewhere);
}

}  // namespace

std::string_view first_line(git::Annotation const& annotation)
{
    std::string_view text{annotation.message};
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    text = text.substr(0, text.find('\n'));
    while (text.ends_with('\r') || text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text.starts_with("-----BEGIN ") ? std::string_view{} : text;
}

Releases find_releases(git::Repository const& repository, ReleaseStretch const& stretch, Zone const& zone)
{
    Releases releases;
    auto tagged = tags_by_commit(repository, stretch.until);
    if (tagged.empty()) return releases;
    auto const bottom = stretch.from ? repository.merge_base(stretch.tip, *stretch.from) : std::nullopt;
    std::unordered_map<git::Oid, std::size_t> newer;  // commit of the line → its release, counted in landing order
    for (auto id = stretch.tip; id && id != bottom;) {
        auto const commit = repository.commit(id);
        if (auto found = tagged.extract(id)) {
            put_leading_tag_first(found.mapped());
            auto const& leading = found.mapped().front();
            auto const landed = zone.day_of(commit.committer.when);
            auto const own = leading.annotation && leading.annotation->tagger;
            auto const day = own ? zone.day_of(leading.annotation->tagger->when) : landed;
            releases.all.push_back({std::move(found.mapped()), id, landed, day});
        }
        if (!releases.all.empty()) newer[id] = releases.all.size() - 1;
        id = commit.parents.empty() ? git::Oid{} : commit.parents.front();
    }
    name_left_out(releases, repository, stretch.tip, bottom, tagged);

    std::vector<git::Oid> in_landing_order;
    for (auto const& release : releases.all) in_landing_order.push_back(release.commit);
    put_into_version_order(releases.all);
    std::unordered_map<git::Oid, std::size_t> index;
    for (std::size_t i = 0; i < releases.all.size(); ++i) index[releases.all[i].commit] = i;
    for (auto& [commit, release] : newer) release = index.at(in_landing_order[release]);
    releases.by_landing = std::move(newer);
    return releases;
}

std::optional<git::Oid> release_before(git::Repository const& repository, git::Oid const& commit)
{
    std::unordered_set<git::Oid> tagged;
    for (auto const& tag : repository.tags()) tagged.insert(tag.commit);
    auto parents = repository.commit(commit).parents;
    while (!parents.empty()) {
        auto const parent = parents.front();
        if (tagged.contains(parent)) return parent;
        parents = repository.commit(parent).parents;
    }
    return std::nullopt;
}

}  // namespace sss
