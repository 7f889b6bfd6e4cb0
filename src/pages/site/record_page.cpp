#include "facts/publication/discretion.hpp"
#include "pages/site/record_sections.hpp"
#include "pages/site/site_page.hpp"
#include "words/date_words.hpp"
#include "words/field_words.hpp"
#include "words/site_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// So many changes stand on the page itself; what came before them stands in the record's data.
constexpr std::size_t most_changes = 100;

/// So many rows of one table stand on it: several tables do.
constexpr std::size_t most_rows_of_a_record = 100;

/// Where the rows of a table stand that the page has no room for.
Said rest_of(PageSection const& section, SitePage const& page)
{
    constexpr std::array<std::string_view, 6> of_milestones{"milestones", "open",  "reached",
                                                            "others",     "needs", "needed-by"};
    if (std::ranges::find(of_milestones, section.anchor) != of_milestones.end())
        return "among " + as_page("all milestones", "milestones/index.html");
    if (section.anchor == "actions" && page.section != "meetings/index.html")
        return "among " + as_page("all actions", "actions/index.html");
    return "in the data of this page (" + page.as_data.front() + ")";
}

/// What has a place of its own on the page.
bool told_elsewhere(Kind const& kind, Field const* field, std::string_view key)
{
    constexpr std::array<std::string_view, 4> dates{keys::baseline, keys::planned, keys::actual, keys::depends_on};
    if (key == kind.title_field || key == keys::sources || key == keys::cancelled) return true;
    if (field != nullptr && !field->key.empty()) return true;  // a list of things
    return kind.name == kinds::milestone && std::ranges::find(dates, key) != dates.end();
}

bool is_prose(Value const& value)
{
    constexpr std::size_t short_text = 160;
    auto const* text = value.string();
    return text != nullptr && (text->size() > short_text || text->find('\n') != std::string::npos);
}

/// What somebody wrote at length, as far as the page has room for it.
std::vector<PageBlock> prose_of(std::string_view text, std::size_t& room)
{
    auto const shown = beginning_of_markdown(text, room);
    std::vector<PageBlock> blocks;
    if (room > 0) {
        auto pieces = parse_markdown(shown);
        blot_mail_addresses(pieces);
        blocks.emplace_back(PageMarkdown{std::move(pieces)});
    }
    room -= std::min(room, shown.size());
    if (shown.size() < text.size()) add_paragraph(blocks, "… The rest stands in the data of this page.");
    return blocks;
}

/// Every field that stands nowhere else, in the schema's order; long texts under headings of their own.
void add_fields(Page& page, SiteFacts const& site, Record const& record, std::size_t room)
{
    FieldWords const words{site.records()};
    PageFacts facts;
    std::vector<PageSection> texts;
    auto const add = [&](Member const& member, Field const* field) {
        if (told_elsewhere(*record.kind, field, member.key)) return;
        if (is_prose(member.value)) {
            texts.push_back(
                {FieldWords::label(*record.kind, member.key), member.key, prose_of(*member.value.string(), room)});
            return;
        }
        if (auto lines = words.lines(*record.kind, member.key, member.value); !lines.empty())
            facts.facts.push_back({FieldWords::label(*record.kind, member.key), std::move(lines)});
    };
    for (auto const& known : record.kind->fields) {
        if (known.path.find_first_of(".[") != std::string::npos) continue;
        auto const member = std::ranges::find(record.fields(), known.path, &Member::key);
        if (member != record.fields().end()) add(*member, &known);
    }
    for (auto const& member : record.fields())
        if (record.kind->field(member.key) == nullptr) add(member, nullptr);
    if (!facts.facts.empty()) page.sections.push_back({"What is known", "facts", {std::move(facts)}});
    std::ranges::move(texts, std::back_inserter(page.sections));
}

/// "Payloads": what the schema calls the list, or its key in the plural.
Said title_of_items(Kind const& kind, Field const& list)
{
    auto const plain = FieldWords::label(kind, list.path);
    return !list.title.empty() || list.path.ends_with('s') ? plain : plain + 's';
}

/// The fields of a list's items: in the schema's order, then what the schema does not know.
std::vector<std::string> fields_of_items(Kind const& kind, std::string const& prefix,
                                         std::vector<Table const*> const& items)
{
    std::vector<std::string> keys;
    for (auto const& field : kind.fields)
        if (field.path.starts_with(prefix) && field.path.find_first_of(".[", prefix.size()) == std::string::npos)
            keys.push_back(field.path.substr(prefix.size()));
    for (auto const* item : items)
        for (auto const& member : *item)
            if (std::ranges::find(keys, member.key) == keys.end()) keys.push_back(member.key);
    return keys;
}

/// Lists of things that have no better place: each a table by its items' fields.
void add_items(Page& page, SiteFacts const& site, Record const& record)
{
    FieldWords const words{site.records()};
    for (auto const& list : record.kind->fields) {
        if (list.key.empty() || list.path == keys::sources || list.path.find_first_of(".[") != std::string::npos)
            continue;
        auto const items = tables_at(record.fields(), list.path);
        if (items.empty()) continue;
        auto const prefix = list.path + "[].";
        PageTable table{FieldWords::label(*record.kind, list.path), {}};
        auto const columns = fields_of_items(*record.kind, prefix, items);
        if (columns.empty()) continue;  // items that say nothing
        for (auto const& column : columns) table.columns.push_back({FieldWords::label(*record.kind, prefix + column)});
        for (auto const* item : items) {
            auto& row = table.rows.emplace_back();
            for (auto const& column : columns) {
                auto const* value = find(*item, column);
                row.push_back(value == nullptr ? PageCell{}
                                               : PageCell{words.value(*record.kind, prefix + column, *value)});
            }
        }
        page.sections.push_back({title_of_items(*record.kind, list), list.path, {std::move(table)}});
    }
}

/// Who names the record, by kind; what has a place of its own on the page is left to that.
void add_named_by(Page& page, SiteFacts const& site, Record const& record)
{
    PageFacts facts;
    Record const* last = nullptr;
    for (auto const& [who, path] : site.named_by.of(record.kind->name, record.id)) {
        // Its own milestones stand in tables of their own.
        auto const listed = who->kind->name == kinds::milestone && (path == keys::owner || path == keys::satellite);
        if (path == keys::depends_on || who == last || listed) continue;
        last = who;
        Said line = FieldWords::record(*who);
        auto const title = kind_title(*who->kind);
        if (facts.facts.empty() || in_plain(facts.facts.back().label) != title) facts.facts.push_back({title, {}});
        facts.facts.back().lines.push_back(line + " (" + label_of(path) + ')');
    }
    if (!facts.facts.empty()) page.sections.push_back({"Named by", "named-by", {std::move(facts)}});
}

void add_sources(Page& page, SiteFacts const& site, Record const& record)
{
    auto const* sources = find(record.fields(), keys::sources);
    if (sources == nullptr) return;
    PageList list;
    for (auto& line : FieldWords{site.records()}.lines(*record.kind, std::string{keys::sources}, *sources))
        list.items.push_back({std::move(line)});
    if (!list.items.empty()) page.sections.push_back({"Sources", "sources", {std::move(list)}});
}

/// Everything that happened to a record, the newest first.
std::vector<PageBlock> history_of(SiteFacts const& site, std::uint32_t thread)
{
    std::vector<PageBlock> blocks;
    ChangeWords const words{site.records()};
    auto const past = site.past_of(thread);
    auto const shown = std::min(past.size(), most_changes);
    for (std::size_t i = 0; i < shown; ++i) {
        auto const& facts = *past[past.size() - 1 - i];
        auto lines = change_said(facts, words, site);
        if (!lines.empty())
            blocks.emplace_back(PageEntry{commit_said(facts.change->commit, site), {}, std::move(lines)});
    }
    if (shown < past.size())
        add_paragraph(blocks, "… and " + count(std::ssize(past) - static_cast<std::int64_t>(shown), "earlier change") +
                                  ", in the data of this page.");
    return blocks;
}

}  // namespace

SitePage record_page(SiteFacts const& site, Record const& record, std::size_t prose)
{
    auto const& kind = *record.kind;
    SitePage made{record_address(kind, record.id), {}};
    made.section = record_address(kind, "index");
    made.above = {as_page(kind_title(kind), made.section)};
    made.as_data = {as_page("JSON", record_address(kind, record.id, ".json"))};
    made.correct_at = record.path();
    auto& page = made.page;
    page.name = as_name(record.title());
    page.title = fmt::format("{} – {}", record.title(), site.publication.name);
    page.sort = kind_name(kind);
    if (!record.document.problems.empty()) page.remarks.push_back("As it stands, the record cannot be read whole.");
    add_own_sections(page, site, record);
    add_fields(page, site, record, prose);
    if (!has_own_items(kind)) add_items(page, site, record);
    add_named_by(page, site, record);
    for (auto& section : page.sections) cut_long(section.blocks, most_rows_of_a_record, rest_of(section, made));
    if (auto const thread = site.thread_of(record)) {
        made.changed = site.last_commit_of(*thread);
        page.sections.push_back({"History", "history", history_of(site, *thread)});
        auto const former = site.former_ids(*thread);
        if (!former.empty()) {
            Said names;
            for (auto const& id : former) names = joined(std::move(names), ", ", as_code(id));
            page.foot.push_back("Called before: " + names + '.');
        }
    }
    add_sources(page, site, record);
    return made;
}

SitePage removed_page(SiteFacts const& site, std::uint32_t index)
{
    auto const& thread = site.thread(index);
    auto const past = site.past_of(index);
    SitePage made{record_address(*thread.kind, thread.id), {}};
    made.section = record_address(*thread.kind, "index");
    made.above = {as_page(kind_title(*thread.kind), made.section)};
    auto& page = made.page;
    auto const title = past.empty() ? thread.id : past.back()->change->title;
    page.name = as_name(title);
    page.title = fmt::format("{} – {}", title, site.publication.name);
    page.sort = kind_name(*thread.kind);
    page.lead = "This record was removed.";
    page.tone = Tone::plain;
    if (!past.empty()) made.changed = past.back()->change->commit;
    page.sections.push_back({"History", "history", history_of(site, index)});
    return made;
}

SitePage former_page(SiteFacts const& site, std::uint32_t index, std::string const& former_id)
{
    auto const& thread = site.thread(index);
    SitePage made{record_address(*thread.kind, former_id), {}};
    auto const now = record_address(*thread.kind, thread.id);
    made.leads_on = now;
    auto const past = site.past_of(index);
    auto const title = past.empty() ? thread.id : past.back()->change->title;
    made.page.name = as_name(title);
    made.page.title = title;
    made.page.lead = "This page has moved: " + as_record(title, now) + '.';
    return made;
}

}  // namespace sss
