#include "print/changelog.hpp"
#include "words/changelog_words.hpp"
#include "words/date_words.hpp"
#include "words/value_words.hpp"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

TemplateValues field_values(FieldChange const& field)
{
    auto const text = [](SharedValue const& value) { return value ? value_text(*value) : std::string{}; };
    TemplateValues values{
        {{"PATH", field.path}, {"LABEL", label_of(field.path)}, {"FROM", text(field.from)}, {"TO", text(field.to)}},
        {}};
    if (field.from) values.sections.push_back({"BEFORE", {}});
    if (field.to) values.sections.push_back({"AFTER", {}});
    return values;
}

TemplateValues move_values(Move const& move)
{
    TemplateValues values{{{"FROM", move.from.text()},
                           {"TO", move.to.text()},
                           {"DAYS", fmt::format("{}", move.slip.days)},
                           {"ORDINAL", fmt::format("{}", move.ordinal)},
                           {"TOTAL_DAYS", fmt::format("{}", move.total.days)}},
                          {}};
    if (move.correction) values.sections.push_back({"CORRECTION", {}});
    return values;
}

std::string all_reasons(ChangelogEntry const& entry)
{
    std::string all;
    for (auto const& reason : entry.reasons) all += (all.empty() ? "" : "; ") + reason.text;
    return all;
}

TemplateValues change_values(ChangelogEntry const& entry, ChangelogFacts const& facts, ChangeWords const& words)
{
    auto const& change = *entry.facts.change;
    auto const& told = facts.history.commits[change.commit];
    auto const sentences = words.sentences(entry.facts);
    TemplateValues values{{{"TITLE", change.title},
                           {"KIND", change.record.kind->name},
                           {"ID", change.record.id},
                           {"FORMER_ID", change.former_id},
                           {"CATEGORY", std::string{name(entry.facts.category)}},
                           {"SAID", fmt::format("{}", fmt::join(sentences, "; "))},
                           {"REASONS", all_reasons(entry)},
                           {"AUTHOR", told.commit.author.name},
                           {"COMMIT", told.commit.id.hex()},
                           {"COMMIT_SHORT", told.commit.id.brief()},
                           {"DAY", iso(facts.zone.day_of(told.landed_at))}},
                          {}};
    for (auto const& sentence : sentences) values.sections.push_back({"SENTENCE", {{{"TEXT", sentence}}, {}}});
    for (auto const& reason : entry.reasons) {
        auto const& giving = facts.history.commits[reason.commit].commit;
        values.sections.push_back(
            {"REASON",
             {{{"TEXT", reason.text}, {"AUTHOR", giving.author.name}, {"COMMIT_SHORT", giving.id.brief()}}, {}}});
    }
    if (!change.former_id.empty()) values.sections.push_back({"RENAMED", {}});
    for (auto const& field : entry.facts.fields) values.sections.push_back({"FIELD", field_values(field)});
    if (entry.facts.move) values.sections.push_back({"MOVE", move_values(*entry.facts.move)});
    return values;
}

TemplateValues release_values(Release const& release)
{
    TemplateValues values{{{"DAY", iso(release.day)},
                           {"DAY_IN_WORDS", in_words(release.day)},
                           {"COMMIT", release.commit.hex()},
                           {"COMMIT_SHORT", release.commit.brief()}},
                          {}};
    for (auto const& tag : release.tags) {
        TemplateValues one{{{"NAME", tag.name}}, {}};
        auto const note = tag.annotation ? std::string{first_line(*tag.annotation)} : std::string{};
        one.variables.emplace_back("MESSAGE", note);
        values.sections.push_back({"TAG", std::move(one)});
    }
    return values;
}

TemplateValues period_values(ChangelogGroup const& group, ChangelogFacts const& facts, ChangeWords const& words)
{
    TemplateValues values{{{"NAME", heading_of(group).name},
                           {"CODE", group.period.name},
                           {"FIRST", iso(group.period.first)},
                           {"LAST", iso(group.period.last)},
                           {"COUNT", fmt::format("{}", group.count())}},
                          {}};
    if (group.release) values.sections.push_back({"RELEASE", release_values(*group.release)});
    if (group.sections.empty()) values.sections.push_back({"UNCHANGED", {}});
    for (auto const& section : group.sections) {
        TemplateValues one{{{"NAME", heading_of(section.belonging)},
                            {"ID", section.belonging.id},
                            {"COUNT", fmt::format("{}", section.changes.size())}},
                           {}};
        for (auto const& entry : section.changes)
            one.sections.push_back({"CHANGE", change_values(entry, facts, words)});
        values.sections.push_back({"GROUP", std::move(one)});
    }
    return values;
}

}  // namespace

TemplateNames const& changelog_names()
{
    static TemplateNames const field{"FIELD", {"PATH", "LABEL", "FROM", "TO"}, {{"BEFORE", {}}, {"AFTER", {}}}};
    static TemplateNames const move{"MOVE", {"FROM", "TO", "DAYS", "ORDINAL", "TOTAL_DAYS"}, {{"CORRECTION", {}}}};
    static TemplateNames const change{
        "CHANGE",
        {"TITLE", "KIND", "ID", "FORMER_ID", "CATEGORY", "SAID", "REASONS", "AUTHOR", "COMMIT", "COMMIT_SHORT", "DAY"},
        {{"SENTENCE", {"TEXT"}}, {"REASON", {"TEXT", "AUTHOR", "COMMIT_SHORT"}}, {"RENAMED", {}}, field, move}};
    static TemplateNames const release{
        "RELEASE", {"DAY", "DAY_IN_WORDS", "COMMIT", "COMMIT_SHORT"}, {{"TAG", {"NAME", "MESSAGE"}}}};
    static TemplateNames const period{"PERIOD",
                                      {"NAME", "CODE", "FIRST", "LAST", "COUNT"},
                                      {release, {"UNCHANGED", {}}, {"GROUP", {"NAME", "ID", "COUNT"}, {change}}}};
    static TemplateNames const all{"", {"PROGRAMME", "BY", "WITHIN"}, {period, {"NOTHING", {}}}};
    return all;
}

std::variant<std::string, TemplateProblem> changelog_by_template(ChangelogFacts const& facts, std::string_view source,
                                                                 TemplateFormat format)
{
    ChangeWords const words{facts.records, WordDetail::brief};
    TemplateValues values{{{"PROGRAMME", facts.programme}, {"BY", facts.by}, {"WITHIN", facts.within}}, {}};
    for (auto const& group : facts.changelog.groups)
        values.sections.push_back({"PERIOD", period_values(group, facts, words)});
    if (facts.changelog.groups.empty()) values.sections.push_back({"NOTHING", {}});
    return fill_template(source, format, changelog_names(), values);
}

}  // namespace sss
