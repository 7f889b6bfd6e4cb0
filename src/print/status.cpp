#include "print/status.hpp"

#include "print/json/json_text.hpp"
#include "print/text/columns.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace sss {

namespace {

constexpr std::size_t longest_title = 60;
constexpr std::size_t most_records = 20;  ///< whose changes are told one by one
constexpr std::size_t most_missing = 6;   // as the report names them
constexpr std::size_t most_files = 5;

std::int64_t number(std::size_t count)
{
    return static_cast<std::int64_t>(count);
}

class StatusText {
public:
    StatusText(StatusFacts const& facts, std::size_t width, bool colour) : facts_(facts), width_(width), colour_(colour)
    {}

    std::string text()
    {
        merge();
        uncommitted();
        to_dos("Overdue", facts_.to_do.overdue, Style::bad);
        to_dos(fmt::format("Due in the next {}", count(facts_.days, "day")), facts_.to_do.coming, Style::plain);
        if (facts_.unpushed && *facts_.unpushed > 0) {
            heading("Not pushed");
            text_ += fmt::format("  {}\n    git push\n", count(number(*facts_.unpushed), "commit"));
        }
        if (facts_.unpublished && facts_.unpublished->changes > 0) {
            heading("Not yet published");
            std::string ours;
            for (auto const& id : facts_.mine) ours += " --organisation " + shell_word(id);
            text_ += fmt::format("  {} since the report of {}\n    sss report --period since-last{}\n",
                                 count(number(facts_.unpublished->changes), "change"),
                                 in_words(facts_.unpublished->since), ours);
        }
        missing_reports();
        if (text_.empty()) text_ = nothing();
        if (!facts_.mine.empty())
            text_ = styled(visible(fmt::format("Of {}", fmt::join(facts_.names, " and "))), Style::bold, colour_) +
                    "\n\n" + text_;
        return text_;
    }

private:
    void heading(std::string const& title)
    {
        text_ += (text_.empty() ? "" : "\n") + styled(title, Style::bold, colour_) + '\n';
    }

    void missing_reports()
    {
        if (facts_.missing.empty()) return;
        heading("Reports that were promised");
        std::vector<std::string> names;
        for (auto const& one : facts_.missing) names.push_back(in_words(one.period));
        text_ += fmt::format("  {} did not come: {}\n    sss report --archive {} --every {} --commit\n",
                             capitalised(count(number(names.size()), "report")), some_names(names, most_missing),
                             shell_word(facts_.archive), name_of(facts_.missing.front().period.unit));
    }

    /// A merge that stands half done comes before all else: what follows is told of files that it may have left in two
    /// halves.
    void merge()
    {
        if (!facts_.merging && facts_.conflicts.empty()) return;
        heading("A merge is not finished");
        auto const& all = facts_.conflicts;
        for (std::size_t i = 0; i < std::min(all.size(), most_files); ++i)
            text_ += fmt::format("  {}: both sides changed it\n", visible(all[i]));
        if (all.size() > most_files)
            text_ += fmt::format("  and {} more\n", count(number(all.size() - most_files), "file"));
        text_ += all.empty() ? "    git commit\n" : "    sss validate, mend each, git add it, then git commit\n";
    }

    void uncommitted()
    {
        if (facts_.uncommitted.empty() && facts_.other_files.empty()) return;
        heading("Not committed");
        auto const& all = facts_.uncommitted;
        for (std::size_t i = 0; i < std::min(all.size(), most_records); ++i) {
            auto lead = "  " + one_line(all[i].title, longest_title) + ": ";
            for (auto const& sentence : all[i].sentences) {
                text_ += visible(lead + sentence) + '\n';
                lead = "    ";
            }
        }
        if (all.size() > most_records)
            text_ += fmt::format("  and {} more\n", count(number(all.size() - most_records), "record"));
        for (std::size_t i = 0; i < std::min(facts_.other_files.size(), most_files); ++i)
            text_ += fmt::format("  {}\n", visible(facts_.other_files[i]));
        if (facts_.other_files.size() > most_files)
            text_ += fmt::format("  and {} more\n", count(number(facts_.other_files.size() - most_files), "file"));
        auto rest = facts_.how_to_commit;
        if (rest.starts_with(commit_lead)) rest.erase(0, commit_lead.size());
        if (!rest.empty()) text_ += "  " + rest;
        if (rest.empty() && !facts_.other_files.empty()) text_ += "  " + how_to_commit_files();
    }

    /// Settings and schemas, where no record waits beside them.
    std::string how_to_commit_files() const
    {
        auto const& files = facts_.other_files;
        if (files.size() > most_files) return "  git add . && git commit -m 'Settings'\n";
        return fmt::format("  git add --{0} && git commit -m 'Settings' --{0}\n", shell_arguments(files));
    }

    void to_dos(std::string const& title, std::vector<ToDo> const& all, Style style)
    {
        if (all.empty()) return;
        heading(title);
        auto const width = std::max<std::size_t>(width_, 60);
        std::vector<Row> rows;
        std::array<std::size_t, 4> widest{};
        for (auto const& one : all) {
            auto const when = fmt::format("{} ({})", in_words(one.date), ago_or_ahead(facts_.today, one.date));
            Row row{"  ", {}, {}};
            row.cells.push_back({visible(one_line(one.title, longest_title))});
            row.cells.push_back({visible(when), style, true});
            row.cells.push_back({visible(one.owner.empty() ? "nobody" : facts_.organisation(one.owner))});
            row.cells.push_back({next_command(one)});
            for (std::size_t i = 0; i < widest.size(); ++i)
                widest[i] = std::max(widest[i], display_width(row.cells[i].text));
            rows.push_back(std::move(row));
        }
        // A command is to be copied: where it would be broken each stands on a line of its own.
        auto const gaps = 2 * widest.size();
        if (widest[0] + widest[1] + widest[2] + widest[3] + gaps > width)
            for (auto& row : rows) {
                row.paragraph = std::move(row.cells.back().text);
                row.cells.pop_back();
            }
        text_ += columns(rows, 2, width, colour_);
    }

    std::string nothing() const
    {
        return fmt::format("Nothing waits: {}nothing is overdue, and nothing is due in the next {}.\n",
                           facts_.has_repository ? "all is committed, " : "", count(facts_.days, "day"));
    }

    static constexpr std::string_view commit_lead = "Commit it with\n";

    StatusFacts const& facts_;
    std::size_t width_;
    bool colour_;
    std::string text_;
};

nlohmann::ordered_json to_do_json(ToDo const& one)
{
    return {{"kind", one.kind},
            {"id", one.id},
            {"title", one.title},
            {"owner", one.owner.empty() ? nlohmann::ordered_json{} : nlohmann::ordered_json(one.owner)},
            {"date", one.date.text()},
            {"late", one.late},
            {"next", next_command(one)}};
}

}  // namespace

std::string StatusFacts::organisation(std::string const& id) const
{
    auto const found = std::ranges::find(organisations, id, &std::pair<std::string, std::string>::first);
    return found == organisations.end() ? id : found->second;
}

std::string next_command(ToDo const& one)
{
    return fmt::format("sss {} {}", one.sort == ToDo::Sort::close ? "close" : "done", shell_word(one.id));
}

std::string status_text(StatusFacts const& facts, std::size_t width, bool colour)
{
    return StatusText{facts, width, colour}.text();
}

std::string status_json(StatusFacts const& facts)
{
    using Json = nlohmann::ordered_json;
    Json document{{"format", 1}, {"as_of", iso(facts.today)}, {"days", facts.days}, {"organisations", facts.mine}};
    auto changed = Json::array();
    for (auto const& one : facts.uncommitted)
        changed.push_back({{"kind", one.kind}, {"id", one.id}, {"title", one.title}, {"sentences", one.sentences}});
    document["uncommitted"] = std::move(changed);
    document["other_files"] = facts.other_files;
    document["merging"] = facts.merging;
    document["conflicts"] = facts.conflicts;
    for (auto const& [name, list] :
         {std::pair{"overdue", &facts.to_do.overdue}, std::pair{"coming", &facts.to_do.coming}}) {
        auto all = Json::array();
        for (auto const& one : *list) all.push_back(to_do_json(one));
        document[name] = std::move(all);
    }
    document["unpushed"] = facts.unpushed ? Json(*facts.unpushed) : Json{};
    document["unpublished"] =
        facts.unpublished ? Json{{"since", iso(facts.unpublished->since)}, {"changes", facts.unpublished->changes}}
                          : Json{};
    document["missing_reports"] = Json::array();
    for (auto const& one : facts.missing) document["missing_reports"].push_back(one.period.name);
    return dumped(document);
}

}  // namespace sss
