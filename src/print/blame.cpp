#include "print/blame.hpp"

#include "print/json/changes_json.hpp"
#include "print/markdown/markdown.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <functional>
#include <string_view>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t value_width = 70;  ///< of a value: the rest is the record's to tell
constexpr std::size_t blame_author_width = 24;
constexpr std::size_t blame_label_width = 24;
constexpr std::size_t longest_key = 12;  ///< of an item that names itself in the label

/// What a row of the page says; not yet safe for any format.
struct BlamedLine {
    std::string label, value;
    std::optional<std::uint32_t> commit;
};

/// "action[a2]" of "action[a2].closed"; empty where no item holds the field.
std::string_view item_of(std::string_view path)
{
    auto const end = path.rfind("].");
    return end == std::string_view::npos ? std::string_view{} : path.substr(0, end + 1);
}

class BlameWords {
public:
    explicit BlameWords(BlameFacts const& facts) : facts_(facts), words_(facts.records) {}

    std::vector<BlamedLine> rows() const
    {
        std::vector<BlamedLine> rows;
        auto const& values = facts_.values;
        auto const of_some_fields = facts_.scope && !facts_.scope->fields.empty();
        for (std::size_t from = 0; from < values.size();) {
            auto const item = item_of(values[from].path);
            auto to = from + 1;
            while (!item.empty() && to < values.size() && item_of(values[to].path) == item) ++to;
            auto const one_hand = std::ranges::all_of(values.subspan(from, to - from), [&](auto const& value) {
                return value.commit == values[from].commit;
            });
            if (!item.empty() && one_hand && !of_some_fields)
                rows.push_back(whole_item(values.subspan(from, to - from), item));
            else
                for (auto const& value : values.subspan(from, to - from)) rows.push_back(single(value));
            from = to;
        }
        return rows;
    }

    /// Commits that wrote something that stands, newest first.
    std::vector<std::uint32_t> commits() const
    {
        std::vector<std::uint32_t> all;
        for (auto const& value : facts_.values)
            if (value.commit) all.push_back(*value.commit);
        std::ranges::sort(all, std::greater{});
        auto const repeated = std::ranges::unique(all);
        all.erase(repeated.begin(), repeated.end());
        return all;
    }

    LandedCommit const& told(std::uint32_t commit) const { return facts_.history.commits[commit]; }
    std::string day(std::uint32_t commit) const { return iso(facts_.zone.day_of(told(commit).landed_at)); }
    std::string author(std::uint32_t commit) const
    {
        return one_line(told(commit).commit.author.name, blame_author_width);
    }

    std::string why(std::uint32_t commit) const
    {
        auto const& one = told(commit);
        auto text = one.reason.empty() ? one_line(subject(one.commit), 200) : "“" + one_line(one.reason, 200) + "”";
        if (one.landed != one.commit.id)
            text += fmt::format("{}landed with {}", text.empty() ? "" : " · ", one.landed.brief());
        return text;
    }

    /// What must be known beside the rows; a sentence each.
    std::vector<std::string> feet() const
    {
        std::vector<std::string> feet;
        if (facts_.scope) feet.push_back(in_words(*facts_.scope, facts_.values.size(), "value"));
        if (std::ranges::any_of(facts_.values, [](auto const& value) { return !value.commit; }))
            feet.emplace_back("Not known: the version that wrote it cannot be read.");
        if (facts_.removed) feet.emplace_back("Not committed: the working tree does not hold the record any more.");
        if (!facts_.uncommitted.empty())
            feet.push_back(fmt::format("Not committed, and so not shown: other values of {}.",
                                       fmt::join(facts_.uncommitted, ", ")));
        return feet;
    }

private:
    BlamedLine single(BlamedValue const& value) const
    {
        auto const said = one_line(words_.value(value.path, value.field, value.value), value_width);
        auto const item = item_of(value.path);
        auto const key = item.empty() ? item : item.substr(item.find('[') + 1);
        if (key.size() <= longest_key + 1) return {label_of(value.path), said, value.commit};
        auto const label = std::string{item.substr(0, item.find('['))} + value.path.substr(item.size());
        return {label_of(label), fmt::format("{} ({})", said, one_line(key.substr(0, key.size() - 1), value_width / 2)),
                value.commit};
    }

    /// An item by what it says of itself.
    BlamedLine whole_item(std::span<BlamedValue const> values, std::string_view item) const
    {
        auto const member = [&](std::string_view key) {
            auto const found = std::ranges::find_if(
                values, [&](BlamedValue const& value) { return value.path.substr(item.size() + 1) == key; });
            return found == values.end() ? std::string{} : words_.value(found->path, found->field, found->value);
        };
        std::string said;
        for (auto const* key : {"text", "title", "name", "purpose", "use"})
            if (said.empty()) said = member(key);
        auto const array = item.substr(0, item.find('['));
        auto const key = item.substr(array.size() + 1, item.size() - array.size() - 2);
        if (said.empty()) said = key;
        auto const named = key.size() <= longest_key && said != key;
        return {named ? label_of(item) : label_of(array), one_line(said, value_width), values.front().commit};
    }

    BlameFacts const& facts_;
    ChangeWords words_;
};

}  // namespace

std::string blame_text(BlameFacts const& facts, std::size_t width, bool colour)
{
    BlameWords const words{facts};
    auto const& record = facts.record;
    auto text = fmt::format("{} ({} {})\n\n", styled(visible(record.title()), Style::bold, colour), record.kind->name,
                            visible(record.id));
    std::vector<Row> rows;
    std::size_t labels = 0;
    std::string last;
    for (auto const& said : words.rows()) {
        auto const label = truncated(visible(said.label), blame_label_width);
        labels = std::max(labels, display_width(label) + 2);
        Row row{label == last ? std::string{} : label, {{visible(said.value)}}, {}};
        if (said.commit) {
            row.cells.push_back({words.day(*said.commit)});
            row.cells.push_back({visible(words.author(*said.commit))});
            row.cells.push_back({words.told(*said.commit).commit.id.brief(), Style::faint});
        } else {
            row.cells.push_back({"not known"});
        }
        last = label;
        rows.push_back(std::move(row));
    }
    text += columns(rows, labels, width, colour);

    std::vector<Row> commits;
    for (auto const commit : words.commits())
        commits.push_back({words.told(commit).commit.id.brief(), {{visible(words.why(commit))}}, {}});
    if (!commits.empty()) text += '\n' + columns(commits, 9, width, colour);
    auto first = true;
    for (auto const& foot : words.feet()) {
        text += (first && !rows.empty() ? "\n" : "") + visible(foot) + '\n';
        first = false;
    }
    return text;
}

std::string blame_markdown(BlameFacts const& facts)
{
    BlameWords const words{facts};
    auto text = fmt::format("# {}\n\n", escape_markdown(facts.record.title()));
    MarkdownTable table{{"field", "value", "since", "by", "commit", "why"}};
    for (auto const& said : words.rows()) {
        std::vector<std::string> cells{escape_markdown(said.label), escape_markdown(said.value), "not known"};
        if (said.commit)
            cells = {cells[0],
                     cells[1],
                     words.day(*said.commit),
                     escape_markdown(words.author(*said.commit)),
                     std::string{words.told(*said.commit).commit.id.brief()},
                     escape_markdown(words.why(*said.commit))};
        table.add(std::move(cells));
    }
    text += table.text();
    for (auto const& foot : words.feet()) text += '\n' + escape_markdown(foot) + '\n';
    return text;
}

std::string blame_json(BlameFacts const& facts)
{
    using Json = nlohmann::ordered_json;
    BlameWords const words{facts};
    auto const& record = facts.record;
    Json document{{"format", 1},
                  {"record", {{"kind", record.kind->name}, {"id", record.id}, {"title", record.title()}}},
                  {"values", Json::array()},
                  {"commits", Json::array()}};
    for (auto const& value : facts.values)
        document["values"].push_back(
            {{"path", value.path},
             {"value", as_json(value.value)},
             {"commit", value.commit ? Json(words.told(*value.commit).commit.id.hex()) : Json(nullptr)}});
    for (auto const commit : words.commits()) document["commits"].push_back(as_json(words.told(commit), facts.zone));
    if (facts.scope) document["filter"] = as_json(*facts.scope, facts.values.size());
    if (facts.removed) document["removed"] = true;
    if (!facts.uncommitted.empty()) document["uncommitted"] = facts.uncommitted;
    document["versions"] = {{"read", facts.history.versions}, {"unreadable", facts.history.unreadable_versions}};
    return dumped(document);
}

}  // namespace sss
