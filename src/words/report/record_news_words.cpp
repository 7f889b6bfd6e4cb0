#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace sss {

namespace {

/// "depends on", as people write the name of a field.
std::string in_prose(std::string field)
{
    std::ranges::replace(field, '_', ' ');
    return field;
}

/// What happened to records of a kind.
enum class Event { added, removed, renamed, changed };

/// "2 milestones new: …". The kind's own name stands in it, which has no other plural: programmes have kinds of their
/// own.
Said of_kind(std::int64_t number, std::string_view kind_name, Event event, Said const& list, Words const& words)
{
    auto const kind = "kind"_a = as_name(kind_name);
    auto const names = "names"_a = list;
    switch (event) {
        case Event::added:
            return words.quantity(number, "{n} {kind} new: {names}", "{n} {kind}s new: {names}", kind, names);
        case Event::removed:
            return words.quantity(number, "{n} {kind} removed: {names}", "{n} {kind}s removed: {names}", kind, names);
        case Event::renamed:
            return words.quantity(number, "{n} {kind} renamed: {names}", "{n} {kind}s renamed: {names}", kind, names);
        case Event::changed: break;
    }
    return words.quantity(number, "{n} {kind} changed: {names}", "{n} {kind}s changed: {names}", kind, names);
}

/// "SSS-1 CDR (cdr → sss-1-cdr)", "SSS-1 CDR (owner and depends on)".
Said with_what_changed(NamedRecord const& record, Words const& words)
{
    auto const name = "title"_a = as_name(record.title);
    if (!record.former_id.empty())
        return words.say_in("a record that was renamed", "{title} ({former} → {id})", name,
                            "former"_a = as_name(record.former_id), "id"_a = as_name(record.id));
    if (record.fields.empty()) return as_name(record.title);
    std::vector<Said> fields;
    if (!record.way.empty()) fields.emplace_back(move_in_words(record.way, {}, words));
    for (auto const& field : record.fields)
        if (record.way.empty() || (field != keys::start && field != keys::end))
            fields.push_back(as_name(in_prose(field)));
    return words.say_in("a record and its fields", "{title} ({fields})", name,
                        "fields"_a = some_names(fields, 3, words));
}

}  // namespace

std::vector<Said> record_lines(ProgressReport const& report, Words const& words)
{
    constexpr std::size_t most_named = 6;
    std::vector<Said> lines;
    auto const tell = [&](std::vector<NamedRecord> const& list, std::string_view kind, Event event) {
        if (list.empty()) return;
        std::vector<Said> names;
        for (auto const& entry : list) names.push_back(with_what_changed(entry, words));
        lines.push_back(of_kind(std::ssize(list), kind, event, some_names(names, most_named, words), words));
    };
    std::vector<Said> only_notes;
    for (auto news : report.record_news) {
        std::erase_if(news.added, [](NamedRecord const& record) { return record.told; });
        std::erase_if(news.changed, [&](NamedRecord const& record) {
            auto const slight = std::ranges::all_of(
                record.fields, [](auto const& f) { return f == keys::notes || f == keys::sources; });
            if (slight) only_notes.push_back(as_name(record.title));
            return slight;
        });
        tell(news.added, news.kind, Event::added);
        tell(news.removed, news.kind, Event::removed);
        tell(news.renamed, news.kind, Event::renamed);
        tell(news.changed, news.kind, Event::changed);
    }
    if (!only_notes.empty())
        lines.push_back(words.say("Only notes or sources changed in {names}",
                                  "names"_a = some_names(only_notes, most_named, words)));
    return lines;
}

}  // namespace sss
