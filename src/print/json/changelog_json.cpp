#include "print/changelog.hpp"
#include "print/json/changes_json.hpp"
#include "words/changelog_words.hpp"

#include <cstdint>
#include <set>
#include <utility>

namespace sss {

namespace {

using nlohmann::ordered_json;

/// The commits that the changes point to, in the order of landing.
std::set<std::uint32_t> commits_told(Changelog const& changelog)
{
    std::set<std::uint32_t> commits;
    for (auto const& group : changelog.groups) {
        for (auto const& section : group.sections) {
            for (auto const& entry : section.changes) {
                commits.insert(entry.facts.change->commit);
                commits.insert(entry.commits.begin(), entry.commits.end());
                for (auto const& field : entry.facts.fields) commits.insert(field.commit);
            }
        }
    }
    return commits;
}

ordered_json entry_json(ChangelogEntry const& entry, History const& history)
{
    auto json = as_json(entry.facts, history);
    if (entry.commits.size() > 1)
        for (auto const commit : entry.commits) json["commits"].push_back(history.commits[commit].commit.id.hex());
    for (auto const& reason : entry.reasons) {
        json["reasons"].push_back(reason.text);
        json["reasons_by"].push_back(history.commits[reason.commit].commit.id.hex());
    }
    return json;
}

ordered_json release_json(Release const& release)
{
    ordered_json json{{"commit", release.commit.hex()}, {"day", iso(release.day)}, {"tags", ordered_json::array()}};
    for (auto const& tag : release.tags) {
        ordered_json one{{"name", tag.name}, {"annotated", tag.annotation.has_value()}};
        if (tag.annotation) one["message"] = first_line(*tag.annotation);
        json["tags"].push_back(std::move(one));
    }
    return json;
}

ordered_json group_json(ChangelogGroup const& group, History const& history)
{
    ordered_json period{
        {"name", group.period.name}, {"first", iso(group.period.first)}, {"last", iso(group.period.last)}};
    if (group.release) period["release"] = release_json(*group.release);
    auto sections = ordered_json::array();
    auto changes = ordered_json::array();
    for (auto const& section : group.sections) {
        auto const& belonging = section.belonging;
        ordered_json one{{"name", heading_of(belonging)}, {"id", nullptr}, {"count", section.changes.size()}};
        if (belonging.count == Belonging::Count::one) one["id"] = belonging.id;
        sections.push_back(std::move(one));
        for (auto const& entry : section.changes) changes.push_back(entry_json(entry, history));
    }
    period["groups"] = std::move(sections);
    period["changes"] = std::move(changes);
    return period;
}

}  // namespace

std::string changelog_json(ChangelogFacts const& facts)
{
    ordered_json document{{"format", 1},
                          {"programme", facts.programme},
                          {"by", facts.by},
                          {"within", facts.within},
                          {"periods", ordered_json::array()}};
    for (auto const& group : facts.changelog.groups) document["periods"].push_back(group_json(group, facts.history));
    auto commits = ordered_json::object();
    for (auto const i : commits_told(facts.changelog))
        commits[facts.history.commits[i].commit.id.hex()] = as_json(facts.history.commits[i], facts.zone);
    document["commits"] = std::move(commits);
    document["versions"] = {{"read", facts.history.versions}, {"unreadable", facts.history.unreadable_versions}};
    return dumped(document);
}

}  // namespace sss
