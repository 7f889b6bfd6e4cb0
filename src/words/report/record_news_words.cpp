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

}  // namespace

std::vector<Said> record_lines(ProgressReport const& report)
{
    std::vector<Said> lines;
    auto const tell = [&](std::vector<NamedRecord> const& list, std::string_view kind, std::string_view verb) {
        if (list.empty()) return;
        std::vector<Said> names;
        for (auto const& entry : list) {
            auto name = as_name(entry.title);
            if (!entry.former_id.empty()) {
                name += " (" + as_name(entry.former_id) + " → " + as_name(entry.id) + ')';
            } else if (!entry.fields.empty()) {
                std::vector<Said> fields;
                for (auto const& field : entry.fields) fields.push_back(as_name(in_prose(field)));
                name += " (" + some_names(fields, 3) + ')';
            }
            names.push_back(std::move(name));
        }
        auto const number = std::ssize(list);
        lines.push_back(number_text(number) + ' ' + as_name(kind) + (number == 1 ? "" : "s") + ' ' + verb + ": " +
                        some_names(names, 6));
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
        tell(news.added, news.kind, "new");
        tell(news.removed, news.kind, "removed");
        tell(news.renamed, news.kind, "renamed");
        tell(news.changed, news.kind, "changed");
    }
    if (!only_notes.empty()) lines.push_back("Only notes or sources changed in " + some_names(only_notes, 6));
    return lines;
}

}  // namespace sss
