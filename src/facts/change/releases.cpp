#include "facts/change/releases.hpp"

#include "history/walk.hpp"
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

/// Tags of commits that nothing in the stretch leads to.
std::vector<std::string> names_of(TagsByCommit const& left)
{
    std::vector<std::string> names;
    for (auto const& [commit, tags] : left)
        for (auto const& tag : tags) names.push_back(tag.name);
    std::ranges::sort(names);
    return names;
}

/// A commit of another line landed when its own clock says.
Day landed_on(FirstParentLine const& line, git::Commit const& commit)
{
    auto const position = line.find(commit.id);
    return position ? line.day(*position) : line.zone().day_of(commit.committer.when);
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

Releases find_releases(git::Repository const& repository, ReleaseStretch const& stretch, FirstParentLine const& line)
{
    Releases releases;
    auto tagged = tags_by_commit(repository, stretch.until);
    if (tagged.empty()) return releases;
    auto const bottom = stretch.from ? repository.merge_base(stretch.tip, *stretch.from) : std::nullopt;
    // In the order of landing a tagged commit stands behind all that it contains.
    auto const walk = walk_history(repository, stretch.tip, bottom);
    std::unordered_map<git::Oid, std::size_t> first;  // commit → the earliest step that is tagged and contains it
    std::vector<std::size_t> steps;                   // those that are tagged, the newest first
    for (auto i = walk.steps.size(); i-- > 0;) {
        auto const& commit = walk.steps[i].commit;
        if (auto found = tagged.extract(commit.id)) {
            put_leading_tag_first(found.mapped());
            auto const& leading = found.mapped().front();
            auto const own = leading.annotation && leading.annotation->tagger;
            auto const landed = landed_on(line, walk.steps[walk.steps[i].landing].commit);
            auto const dated = walk.on_line(i) ? landed : line.zone().day_of(commit.committer.when);
            releases.all.push_back({std::move(found.mapped()), commit.id, landed,
                                    own ? line.zone().day_of(leading.annotation->tagger->when) : dated});
            steps.push_back(i);
            first[commit.id] = i;
        }
        auto const known = first.find(commit.id);
        if (known == first.end()) continue;
        auto const release = known->second;
        for (auto const& parent : commit.parents) {
            auto const [at, is_new] = first.try_emplace(parent, release);
            at->second = std::min(at->second, release);
        }
    }
    releases.elsewhere = names_of(tagged);

    put_into_version_order(releases.all);
    std::unordered_map<git::Oid, std::size_t> place;
    for (std::size_t i = 0; i < releases.all.size(); ++i) place[releases.all[i].commit] = i;
    for (auto const& [commit, step] : first) releases.by_commit[commit] = place.at(walk.steps[step].commit.id);
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
