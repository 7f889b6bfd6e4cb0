#include "work/minutes/form.hpp"

#include "facts/standard_records.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "work/change/field_values.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

struct HeaderField {
    std::string_view path;
    std::string_view title;
};

/// The fields of the meeting itself that minutes usually tell.
constexpr std::array<HeaderField, 6> header_fields{{{"held", "Held"},
                                                    {"attendance", "Attendance"},
                                                    {"chair", "Chair"},
                                                    {"participants", "Participants"},
                                                    {"observers", "Observers"},
                                                    {"minutes", "Minutes"}}};
/// Those of a review.
constexpr std::array<HeaderField, 3> review_fields{
    {{"rids.raised", "RIDs raised"}, {"rids.closed", "RIDs closed"}, {"rids.carried_over", "RIDs carried over"}}};

struct KnownSection {
    std::string_view list;
    std::string_view title;
    std::vector<std::string> cells;
    std::string_view explained;
};

std::vector<KnownSection> known_sections()
{
    return {
        {"decision", "Decisions", {"text"}, "What was decided."},
        {"action",
         "Actions",
         {"text", "owner", "due"},
         "What is to be done | by whom | until when. Behind one that is done: | done, or | done and the day."},
        {"speakers", "Speakers", {"name", "office", "organisation", "said"}, "Who spoke | as what | for whom | what."}};
}

std::string one_line_of(std::string_view text)
{
    std::string line;
    for (auto const c : text) {
        auto const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string text_of_value(Value const& value)
{
    if (auto const* text = value.text()) return *text;
    if (auto const* truth = value.boolean()) return *truth ? "yes" : "no";
    if (auto const* whole = value.integer()) return std::to_string(*whole);
    return fmt::format("{}", fmt::join(value.strings(), ", "));
}

/// A line of an item, without blank cells at its end.
std::string line_of_item(MinutesSection const& section, Record const& item, std::string_view name)
{
    std::vector<std::string> cells;
    for (auto const& field : section.cells) cells.push_back(form_cell(cell_text(item, field)));
    if (section.closed != nullptr) {
        auto const closed = cell_text(item, section.closed->path.substr(section.sort->list->path.size() + 3));
        if (!closed.empty()) cells.push_back(fmt::format("{} {}", done_word, closed));
    }
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    auto line = fmt::format("{}", fmt::join(cells, " | "));
    return name == "-" ? fmt::format("- {}", line) : fmt::format("{}  {}", name, line);
}

/// A key that is one word, which a line can begin with. What has another is for `sss set`.
bool is_plain_key(std::string_view key)
{
    auto const plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    return !key.empty() && std::ranges::all_of(key, plain) && key.front() != '-' && key.back() != '.';
}

std::string header(Record const& meeting, Zone const& zone, Day today)
{
    auto const facts = read_meeting(meeting.id, meeting.fields(), zone);
    std::string text;
    auto const add = [&](HeaderField const& one) {
        auto const* field = meeting.kind->field(one.path);
        if (field == nullptr || field->type == FieldType::table) return;
        auto const* value = find_path(meeting.fields(), one.path);
        auto said = value == nullptr ? std::string{} : one_line_of(text_of_value(*value));
        auto const begun = facts.start && facts.first() <= today && !facts.cancelled;
        if (value == nullptr && one.path == keys::held && begun) said = "yes";
        text += fmt::format("{}:{}{}\n", one.title, said.empty() ? "" : " ", said);
    };
    for (auto const& one : header_fields) add(one);
    auto const* type = string_at(meeting.fields(), keys::type);
    if (facts.rids || (type != nullptr && *type == "review"))
        for (auto const& one : review_fields) add(one);
    return text;
}

/// What is still to be done out of the meetings before.
std::string open_from_before(WorkingTree const& tree, std::vector<MinutesSection> const& sections,
                             Record const& meeting)
{
    std::string lines;
    for (auto const& section : sections) {
        if (section.closed == nullptr) continue;
        for (auto const* before : earlier_meetings(tree.records, meeting))
            for (auto const& item : items_of(*section.sort, *before))
                if (is_open(section, item) && is_plain_key(key_of_item(item.id)))
                    lines += line_of_item(section, item, item.id) + '\n';
    }
    if (lines.empty()) return lines;
    return "\nOpen from before\n"
           "# Of earlier meetings of this series. Each stays where it was agreed: write | done behind it, or another "
           "day.\n" +
           lines;
}

}  // namespace

bool is_open(MinutesSection const& section, Record const& item)
{
    return cell_text(item, section.closed->path.substr(section.sort->list->path.size() + 3)).empty();
}

std::vector<MinutesSection> minutes_sections(ItemSorts const& sorts, Kind const& kind)
{
    std::vector<MinutesSection> sections;
    for (auto const& known : known_sections()) {
        auto const sort = std::ranges::find_if(sorts.all(), [&](ItemSort const& one) {
            return one.owner->name == kind.name && one.list->path == known.list;
        });
        if (sort == sorts.all().end()) continue;
        MinutesSection section{&*sort, std::string{known.title}, {}, std::string{known.explained}};
        for (auto const& cell : known.cells)
            if (sort->kind.field(cell) != nullptr) section.cells.push_back(cell);
        for (auto const& field : kind.fields)
            if (field.role == DateRole::closed && field.path.starts_with(sort->list->path + "[]."))
                section.closed = &field;
        if (!section.cells.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

std::vector<Record const*> earlier_meetings(Records const& records, Record const& meeting)
{
    constexpr std::string_view series = "series";
    auto const* name = meeting.kind->field(series) == nullptr ? nullptr : string_at(meeting.fields(), series);
    auto const begin_of = [&](Record const& record) {
        auto const facts = read_meeting(record.id, record.fields(), records.zone());
        return facts.start && !facts.cancelled ? std::optional{facts.first()} : std::nullopt;
    };
    auto const begin = begin_of(meeting);
    std::vector<std::pair<Day, Record const*>> found;
    for (auto const& other : records.of(*meeting.kind)) {
        auto const* its = string_at(other.fields(), series);
        auto const same =
            name != nullptr ? its != nullptr && *its == *name : trimmed(other.title()) == trimmed(meeting.title());
        auto const its_begin = begin_of(other);
        if (same && other.id != meeting.id && begin && its_begin && *its_begin < *begin)
            found.emplace_back(*its_begin, &other);
    }
    std::ranges::stable_sort(found, {}, &std::pair<Day, Record const*>::first);
    std::vector<Record const*> before;
    for (auto const& [day, record] : found) before.push_back(record);
    return before;
}

std::string form_cell(std::string_view text)
{
    std::string cell;
    for (auto const c : one_line_of(text)) {
        if (c == '|' || c == '\\') cell += '\\';
        cell += c;
    }
    return cell;
}

std::vector<std::string> cells_of_line(std::string_view line)
{
    std::vector<std::string> cells{""};
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '|' || line[i + 1] == '\\'))
            cells.back() += line[++i];
        else if (line[i] == '|')
            cells.emplace_back();
        else
            cells.back() += line[i];
    }
    for (auto& cell : cells) cell = one_line_of(trimmed(cell));
    return cells;
}

std::string cell_text(Record const& item, std::string const& field)
{
    auto const* value = find(item.fields(), field);
    if (value == nullptr && field == item.kind->title_field) return std::string{key_of_item(item.id)};
    return value == nullptr ? std::string{} : one_line_of(text_of_value(*value));
}

std::string minutes_form(WorkingTree const& tree, Record const& meeting, Day today)
{
    ItemSorts const sorts{tree.layout().kinds()};
    auto const sections = minutes_sections(sorts, *meeting.kind);
    auto const facts = read_meeting(meeting.id, meeting.fields(), tree.records.zone());
    auto const when = facts.start ? fmt::format(", {}", in_words(facts.when())) : std::string{};
    auto const where = facts.city.empty() ? std::string{} : fmt::format(", {}", one_line_of(facts.city));
    auto text = fmt::format(
        "# Minutes of {} ({}){}{}\n"
        "# Lines that begin with # are passed over. What you leave out or leave empty stays as it is on record.\n"
        "# A new line begins with - and gets its number by itself.\n\n",
        one_line_of(meeting.title()), meeting.id, when, where);
    text += header(meeting, tree.records.zone(), today);
    for (auto const& section : sections) {
        text += fmt::format("\n{}\n# {}\n", section.title, section.explained);
        auto const numbered = section.sort->list->key == keys::id;
        for (auto const& item : items_of(*section.sort, meeting)) {
            auto const key = key_of_item(item.id);
            if (!numbered || is_plain_key(key)) text += line_of_item(section, item, numbered ? key : "-") + '\n';
        }
        if (section.closed != nullptr) text += open_from_before(tree, {section}, meeting);
    }
    return text;
}

}  // namespace sss
