#include "print/status.hpp"

#include "print/json/json_text.hpp"
#include "print/text/columns.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>

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
        uncommitted();
        to_dos("Overdue", facts_.to_do.overdue, Style::bad);
        to_dos(fmt::format("Due in the next {}", count(facts_.days, "day")), facts_.to_do.coming, Style::plain);
        if (facts_.unpushed && *facts_.unpushed > 0) {
            heading("Not pushed");
            text_ += fmt::format("  {}\n    git push\n", count(number(*facts_.unpushed), "commit"));
        }
        if (facts_.unpublished && facts_.unpublished->changes > 0) {
            heading("Not yet published");
            text_ +=
                fmt::format("  {} since the report of {}\n    sss report --period since-last\n",
                            count(number(facts_.unpublished->changes), "change"), in_words(facts_.unpublished->since));
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
        text_ += fmt::format("  {} did not come: {}\n    sss report --archive {} --every {}\n",
                             capitalised(count(number(names.size()), "report")), some_names(names, most_missing),
                             shell_word(facts_.archive), name_of(facts_.missing.front().period.unit));
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
    }

    void to_dos(std::string const& title, std::vector<ToDo> const& all, Style style)
    {
        if (all.empty()) return;
        heading(title);
        std::vector<Row> rows;
        std::size_t label = 0;
        for (auto const& one : all) {
            auto name = "  " + visible(one_line(one.title, longest_title)) + "  ";
            label = std::max(label, display_width(name));
            auto const when = fmt::format("{} ({})", in_words(one.date), ago_or_ahead(facts_.today, one.date));
            Row row{std::move(name), {}, {}};
            row.cells.push_back({visible(when), style});
            row.cells.push_back({visible(one.owner.empty() ? "nobody" : facts_.organisation(one.owner))});
            row.cells.push_back({next_command(one)});
            rows.push_back(std::move(row));
        }
        text_ += columns(rows, std::min(label, width_ / 3), std::max<std::size_t>(width_, 60), colour_);
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
