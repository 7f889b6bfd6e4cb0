#include "print/record_page.hpp"

#include "facts/query/field_path.hpp"
#include "print/findings/findings_text.hpp"
#include "print/json/changes_json.hpp"
#include "print/markdown/markdown.hpp"
#include "print/text/columns.hpp"
#include "support/plain_letters.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/value_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

/// A field with its values in words, a line each; not yet safe for any format.
struct Told {
    std::string label;
    std::vector<std::string> lines;
    bool prose = false;  ///< a text of several lines, told as it is
    bool list = false;   ///< prose each line of which stands for itself
};

constexpr std::size_t longest_source = 400;

class RecordWords {
public:
    explicit RecordWords(RecordPage const& page)
        : page_(page),
          moment_(page.records, page.today),
          // A plan that was used up by what failed tells of nothing that is still to come.
          waits_(is(StateWord::open) && !(is(StateWord::failed) && is(StateWord::undated)))
    {}

    /// Every field but the actions, in the schema's order.
    std::vector<Told> fields() const
    {
        std::vector<Told> told;
        auto const& record = page_.record;
        if (is(StateWord::dropped) && !is(StateWord::failed))
            told.push_back({"state", {"no longer awaited: its satellite was given up or lost"}, false, false});
        if (is(StateWord::lost))
            told.push_back({"state", {"lost at launch, " + in_words(*moment_.lost_on(record.fields()))}, false, false});
        if (record.id.find('#') != std::string::npos && has_state(*record.kind))
            told.push_back({"state", {std::string{sss::state_of(record, moment_)}}, false, false});
        auto const add = [&](Member const& member) {
            if (member.key == record.kind->title_field || member.key == "action") return;
            told.push_back(field(member.key, member.value));
        };
        for (auto const& known : record.kind->fields) {
            if (known.path.find_first_of(".[") != std::string::npos) continue;
            auto const member = std::ranges::find(record.fields(), known.path, &Member::key);
            if (member != record.fields().end()) add(*member);
        }
        for (auto const& member : record.fields())
            if (record.kind->field(member.key) == nullptr) add(member);
        return told;
    }

    std::vector<Told> actions() const
    {
        std::vector<Told> told;
        auto const* list = find(page_.record.fields(), keys::action);
        if (list == nullptr || list->array() == nullptr) return told;
        for (auto const& item : *list->array()) {
            if (item.table() == nullptr) continue;
            auto const text = [&](std::string_view key) {
                auto const* value = find(*item.table(), key);
                return value != nullptr ? value_text(*value) : std::string{};
            };
            auto const owner = text("owner");
            auto const& kind = *page_.record.kind;
            Told action{text("id"), {action_state(*item.table())}, false, false};
            if (!owner.empty()) {
                auto const* known = kind.field("action[].owner");
                action.lines.back() += ", " + (known != nullptr ? reference(*known, owner) : owner);
            }
            if (auto const what = text("text"); !what.empty()) action.lines.push_back(what);
            told.push_back(std::move(action));
        }
        return told;
    }

    /// "SSS-1 System CDR (sss-1-system-cdr), which depends on this": who names the record.
    std::vector<Told> named_by() const
    {
        std::vector<Told> told;
        Record const* last = nullptr;
        for (auto const& [record, path] : page_.named_by) {
            if (record == last) {
                told.back().lines.back() += ", " + label_of(path);
                continue;
            }
            last = record;
            auto line = with_id(record->title(), record->id) + ": " + label_of(path);
            if (!told.empty() && told.back().label == record->kind->name)
                told.back().lines.push_back(std::move(line));
            else
                told.push_back({record->kind->name, {std::move(line)}, false, false});
        }
        return told;
    }

    /// The newest changes, newest first: the day as label, a sentence a line.
    std::vector<Told> changes() const
    {
        std::vector<Told> told;
        if (page_.history == nullptr) return told;
        ChangeWords const words{page_.records};
        auto const first = page_.changes.size() - std::min(page_.changes.size(), told_changes);
        for (auto i = page_.changes.size(); i-- > first;) {
            auto const& change = page_.changes[i];
            auto const& commit = page_.history->commits[change.change->commit];
            told.push_back({iso(page_.zone.day_of(commit.landed_at)), words.sentences(change), false, false});
        }
        return told;
    }

    /// What is said of the history below the changes; empty where nothing is.
    std::string history_remark() const
    {
        if (!page_.history_untold.empty()) return capitalised(page_.history_untold) + ".";
        if (page_.history == nullptr || page_.changes.size() <= told_changes) return {};
        return fmt::format("… {}: sss log {}",
                           count(static_cast<std::int64_t>(page_.changes.size() - told_changes), "earlier change"),
                           page_.in_log.empty() ? page_.record.id : page_.in_log);
    }

    std::string findings() const
    {
        if (page_.findings.empty()) return "No findings.";
        return capitalised(counted_findings(page_.findings)) + "; `sss validate " + page_.record.path() +
               "` tells more.";
    }

    bool is(StateWord word) const { return holds(word, page_.record.fields(), *page_.record.kind, "", moment_); }

private:
    static std::string with_id(std::string const& title, std::string const& id)
    {
        auto plain = search_form(title);
        std::ranges::replace(plain, ' ', '-');
        return plain == id ? title : fmt::format("{} ({})", title, id);
    }

    std::string reference(Field const& field, std::string const& id) const
    {
        for (auto const& kind : field.references)
            if (auto const* record = page_.records.find(kind, id)) return with_id(record->title(), id);
        return id + " (no such record)";
    }

    std::string action_state(Table const& action) const
    {
        auto const date = [&](std::string_view key) {
            auto const* value = find(action, key);
            return value != nullptr ? value->date(page_.zone) : std::nullopt;
        };
        if (auto const closed = date("closed")) return "closed " + in_words(*closed);
        if (find(action, keys::closed) != nullptr) return "closed";
        auto const due = date("due");
        if (!due) return "open, no due date";
        return fmt::format("open, due {} ({})", in_words(*due), ago_or_ahead(page_.today, *due));
    }

    std::string one(Field const* field, std::string_view path, Value const& value) const
    {
        if (value.unreadable()) return "(cannot be read)";
        auto const role = field != nullptr ? field->role : DateRole::none;
        auto const is_date = role != DateRole::none || (field != nullptr && field->type == FieldType::date);
        if (auto const date = is_date ? value.date(page_.zone) : std::nullopt) {
            auto const far =
                ago_or_ahead(page_.today, *date, role == DateRole::planned && waits_ ? PastAs::late : PastAs::ago);
            auto const telling = role != DateRole::baseline && role != DateRole::other && role != DateRole::none &&
                                 (role != DateRole::planned || waits_);
            return telling ? fmt::format("{} ({})", in_words(*date), far) : in_words(*date);
        }
        if (field != nullptr && !field->references.empty() && value.string() != nullptr)
            return reference(*field, *value.string());
        if (value.table() != nullptr) return members(*value.table(), path);
        if (auto const* array = value.array()) return items(field, path, *array);
        auto const number = value.integer() != nullptr || value.floating() != nullptr;
        return value_text(value) + (number ? std::string{unit_of(path)} : std::string{});
    }

    /// A list on one line. Where texts and tables stand side by side, a table is told as its first member with the
    /// others in brackets: "nikic, lcnr (roles maintainer)".
    std::string items(Field const* field, std::string_view path, Array const& array) const
    {
        auto const is_table = [](Value const& item) { return item.table() != nullptr; };
        auto const mixed = std::ranges::any_of(array, is_table) && !std::ranges::all_of(array, is_table);
        std::string text;
        for (auto const& item : array) {
            auto said = is_table(item) && mixed ? headed(*item.table(), path)
                                                : one(field, is_table(item) ? fmt::format("{}[]", path) : path, item);
            text += (text.empty() ? "" : is_table(item) && !mixed ? "; " : ", ") + said;
        }
        return text;
    }

    std::string headed(Table const& table, std::string_view path) const
    {
        if (table.empty()) return {};
        auto const where = fmt::format("{}[].{}", path, table.front().key);
        auto const head = one(page_.record.kind->field(where), where, table.front().value);
        auto const rest = members(Table{table.begin() + 1, table.end()}, path);
        return rest.empty() ? head : fmt::format("{} ({})", head, rest);
    }

    /// "regime sun-synchronous, altitude 517 km".
    std::string members(Table const& table, std::string_view path) const
    {
        std::string text;
        for (auto const& member : table) {
            auto const where = fmt::format("{}.{}", path, member.key);
            auto const* field = page_.record.kind->field(where);
            auto const said = one(field, where, member.value);
            // The items of a list say by themselves what they are; a table's members need their names.
            auto const bare = path.ends_with("[]") && member.value.boolean() == nullptr;
            auto const divider = text.empty() ? "" : bare && member.key == "said" ? ": " : ", ";
            text += divider + (bare ? said : label_of(member.key) + ' ' + said);
        }
        return text;
    }

    Told field(std::string const& path, Value const& value) const
    {
        auto const* known = page_.record.kind->field(path);
        Told told{label_of(path), {}, false, false};
        if (auto const* text = value.string(); text != nullptr && text->find('\n') != std::string::npos) {
            told.prose = true;
            std::string_view rest{*text};
            while (!rest.empty()) {
                auto const line = rest.substr(0, rest.find('\n'));
                told.lines.emplace_back(line);
                rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            }
            return told;
        }
        auto const* array = value.array();
        if (auto const* table = value.table(); table != nullptr && std::ranges::any_of(*table, is_deep)) {
            for (auto const& member : *table) told.lines.push_back(members({member}, path));
            return told;
        }
        if (array == nullptr) {
            told.lines.push_back(one(known, path, value));
            return told;
        }
        auto const of_tables = std::ranges::any_of(*array, [](Value const& item) { return item.table() != nullptr; });
        if (path == "sources" && of_tables) {
            told.prose = told.list = true;
            for (auto const& item : *array) add_source(told.lines, item);
            return told;
        }
        for (auto const& item : *array) {
            auto said = one(known, of_tables ? path + "[]" : path, item);
            if (of_tables || told.lines.empty())
                told.lines.push_back(std::move(said));
            else
                told.lines.back() += ", " + said;
        }
        return told;
    }

    /// A member that needs a line of its own.
    static bool is_deep(Member const& member)
    {
        auto const* array = member.value.array();
        return member.value.table() != nullptr || (array != nullptr && array->size() > 1);
    }

    /// What it is, and below it where it is found.
    static void add_source(std::vector<std::string>& lines, Value const& source)
    {
        if (source.table() == nullptr) return;
        for (auto const& member : *source.table())
            lines.push_back((member.key == "title" ? "" : "  ") +
                            (member.key == "title" || member.key == "url" ? "" : label_of(member.key) + ' ') +
                            one_line(value_text(member.value), longest_source));
    }

    RecordPage const& page_;
    Moment moment_;
    bool waits_;  ///< for the day that is planned
};

constexpr std::size_t longest_label = 14;
constexpr std::size_t page_indent = 2;

std::size_t label_width(std::vector<std::vector<Told>> const& sections)
{
    std::size_t width = 0;
    for (auto const& section : sections)
        for (auto const& told : section)
            if (!told.prose) width = std::max(width, std::min(display_width(visible(told.label)), longest_label));
    return width + page_indent;
}

std::vector<Row> rows_of(std::vector<Told> const& section)
{
    std::vector<Row> rows;
    for (auto const& told : section) {
        if (told.prose) continue;
        auto label = visible(told.label) + "  ";
        for (auto const& line : told.lines) {
            rows.push_back({label, {{visible(line)}}, {}});
            label.clear();
        }
    }
    return rows;
}

/// A text as it is; lines that are too long are broken at blanks and go on below their own beginning.
std::string prose(Told const& told, std::size_t width)
{
    std::string text;
    auto const too_long = [&](std::string const& line) { return display_width(visible(line)) + page_indent > width; };
    auto const narrow = !told.list && std::ranges::any_of(told.lines, too_long);
    for (auto const& line : narrow ? rejoined(told.lines) : told.lines) {
        auto const shown = visible(line);
        auto const lead = std::min(shown.find_first_not_of(' '), shown.size());
        auto const rest = shown.substr(lead);
        auto const hanging = lead + (rest.starts_with("- ") ? 2 : 0);
        auto const room = width > hanging + page_indent + 20 ? width - hanging - page_indent : 20;
        // An address is of no use in pieces.
        auto const parts = rest.find(' ') == std::string::npos ? std::vector{rest} : wrapped(rest, room);
        for (std::size_t i = 0; i < parts.size(); ++i)
            text +=
                (parts[i].empty() ? "" : std::string(page_indent + (i == 0 ? lead : hanging), ' ') + parts[i]) + '\n';
    }
    return text;
}

std::vector<std::string_view> state_words(RecordWords const& words)
{
    std::vector<std::string_view> holding;
    if (words.is(StateWord::lost)) return {name(StateWord::lost)};
    for (auto const word : {StateWord::late, StateWord::achieved, StateWord::undated, StateWord::cancelled,
                            StateWord::open, StateWord::failed, StateWord::dropped})
        if (words.is(word)) holding.push_back(name(word));
    return holding;
}

}  // namespace

std::string record_text(RecordPage const& page, std::size_t width, bool colour)
{
    RecordWords const words{page};
    auto const& record = page.record;
    auto const fields = words.fields(), actions = words.actions(), named = words.named_by(), changes = words.changes();
    auto const labels = label_width({fields, actions, named, changes});
    auto const heading = [&](std::string_view text) { return '\n' + styled(text, Style::bold, colour) + '\n'; };

    auto text = styled(visible(record.title()), Style::bold, colour) + '\n';
    text += styled(visible(fmt::format("{}/{} · {}{}", record.kind->name, record.id, record.path(),
                                       page.uncommitted ? " · not committed as it stands" : "")),
                   Style::faint, colour) +
            "\n\n";
    text += columns(rows_of(fields), labels, width, colour);
    for (auto const& told : fields)
        if (told.prose) text += heading(capitalised(visible(told.label))) + prose(told, width);
    if (!actions.empty()) text += heading("Actions") + columns(rows_of(actions), labels, width, colour);
    if (!named.empty()) text += heading("Named by") + columns(rows_of(named), labels, width, colour);
    auto const remark = words.history_remark();
    if (!changes.empty() || !remark.empty())
        text += heading("History") + columns(rows_of(changes), labels, width, colour);
    if (!remark.empty()) text += visible(remark) + '\n';
    return text + '\n' + visible(words.findings()) + '\n';
}

std::string record_markdown(RecordPage const& page)
{
    RecordWords const words{page};
    auto const& record = page.record;
    auto text = fmt::format("# {}\n\n{}\n\n", escape_markdown(record.title()),
                            escape_markdown(fmt::format("{}/{}, {}", record.kind->name, record.id, record.path())));
    auto const section = [&](std::string_view heading, std::vector<Told> const& list) {
        if (list.empty()) return;
        if (!heading.empty()) text += fmt::format("\n## {}\n\n", heading);
        for (auto const& told : list) {
            if (told.prose) continue;
            text += fmt::format("- **{}:** {}\n", escape_markdown(told.label),
                                told.lines.empty() ? "" : escape_markdown(told.lines.front()));
            for (std::size_t i = 1; i < told.lines.size(); ++i)
                text += fmt::format("  - {}\n", escape_markdown(told.lines[i]));
        }
    };
    auto const fields = words.fields();
    section("", fields);
    for (auto const& told : fields) {
        if (!told.prose) continue;
        text += fmt::format("\n## {}\n\n", escape_markdown(capitalised(told.label)));
        for (auto const& line : told.lines) text += line.empty() ? "\n" : escape_markdown(line) + "  \n";
    }
    section("Actions", words.actions());
    section("Named by", words.named_by());
    section("History", words.changes());
    if (auto const remark = words.history_remark(); !remark.empty()) text += '\n' + escape_markdown(remark) + '\n';
    return text + '\n' + escape_markdown(words.findings()) + '\n';
}

std::string record_json(RecordPage const& page)
{
    RecordWords const words{page};
    auto const& record = page.record;
    Json document{{"format", 1},           {"kind", record.kind->name}, {"id", record.id}, {"title", record.title()},
                  {"file", record.path()}, {"as_of", iso(page.today)}};
    if (says(StateWord::open, *record.kind, "") || words.is(StateWord::lost)) document["states"] = state_words(words);
    document["fields"] = as_json(Value{record.fields()});
    document["named_by"] = Json::array();
    for (auto const& [other, path] : page.named_by)
        document["named_by"].push_back(
            {{"kind", other->kind->name}, {"id", other->id}, {"title", other->title()}, {"field", path}});
    if (page.history != nullptr) {
        auto changes = Json::array();
        auto const first = page.changes.size() - std::min(page.changes.size(), told_changes);
        ChangeWords const sentences{page.records};
        for (auto i = page.changes.size(); i-- > first;) {
            auto const& commit = page.history->commits[page.changes[i].change->commit];
            changes.push_back({{"day", iso(page.zone.day_of(commit.landed_at))},
                               {"commit", commit.commit.id.hex()},
                               {"author", commit.commit.author.name},
                               {"sentences", sentences.sentences(page.changes[i])}});
        }
        document["history"] = {{"total", page.changes.size()}, {"newest", std::move(changes)}};
    } else {
        document["history"] = nullptr;
    }
    document["uncommitted"] = page.uncommitted;
    auto const number = [&](Severity severity) {
        return std::ranges::count(page.findings, severity, &Finding::severity);
    };
    document["findings"] = {{"errors", number(Severity::error)},
                            {"warnings", number(Severity::warning)},
                            {"notes", number(Severity::note)}};
    return dumped(document);
}

std::string pages_json(std::vector<std::string> const& pages)
{
    if (pages.size() == 1) return pages.front();
    Json document{{"format", 1}, {"records", Json::array()}};
    for (auto const& page : pages) document["records"].push_back(Json::parse(page));
    return dumped(document);
}

}  // namespace sss
