#include "pages/report/report_page.hpp"

#include "pages/report/sections.hpp"
#include "words/report/report_words.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

/// Its columns are unlike the others'.
bool stands_apart(ReportSection section)
{
    return section == ReportSection::satellites || section == ReportSection::statements ||
           section == ReportSection::freshness || section == ReportSection::forecast;
}

void add_sections(Page& page, ProgressReport const& report, Words const& words)
{
    for (auto const section : report.sections) {
        PageSection made{title_of(section, words), std::string{name_of(section)}, {}, stands_apart(section)};
        if (says_none(report, section))
            made.blocks.push_back(PageParagraph{words.say_in("what a section tells", "None.")});
        else if (!is_before_its_part(report))
            made.blocks = report_section(report, section, words);
        if (!made.blocks.empty()) page.sections.push_back(std::move(made));
    }
}

Said in_one(std::vector<Said> const& sentences, Words const& words)
{
    Said all;
    for (auto const& sentence : sentences) all = in_sentences(std::move(all), sentence, words);
    return all;
}

Tone tone_of(Schedule verdict)
{
    if (verdict == Schedule::behind || verdict == Schedule::partly_behind) return Tone::bad;
    return verdict == Schedule::on_schedule ? Tone::good : Tone::plain;
}

}  // namespace

std::vector<std::string> listing_of(ProgressReport const& report, std::vector<std::string> command)
{
    auto const narrow = [&](std::string const& option, std::vector<NamedPart> const& parts) {
        for (auto const& part : parts) command.insert(command.end(), {option, part.id.empty() ? "none" : part.id});
    };
    narrow("--satellite", report.narrowed_to.satellites);
    narrow("--organisation", report.narrowed_to.organisations);
    if (std::ranges::find(report.made.arguments, "--as-of") != report.made.arguments.end())
        command.insert(command.end(), {"--as-of", iso(report.today)});
    return command;
}

std::optional<double> share_of(Tally const& reached, Tally const& total)
{
    if (total.count == 0) return std::nullopt;
    if (reached.count == total.count) return 1;
    auto const share = total.weight > 0 ? reached.weight / total.weight : 0;
    return std::clamp(share, reached.count > 0 ? 0.01 : 0.0, 0.99);
}

std::vector<PageBlock> report_section(ProgressReport const& report, ReportSection section, Words const& words)
{
    switch (section) {
        case ReportSection::achieved: return achieved_section(report, words);
        case ReportSection::failed: return failed_section(report, words);
        case ReportSection::reopened: return reopened_section(report, words);
        case ReportSection::moved: return moved_section(report, words);
        case ReportSection::added: return added_section(report, words);
        case ReportSection::cancelled: return cancelled_section(report, words);
        case ReportSection::coming_up: return coming_section(report, words);
        case ReportSection::overdue: return overdue_section(report, words);
        case ReportSection::undated: return undated_section(report, words);
        case ReportSection::conflicts: return conflicts_section(report, words);
        case ReportSection::meetings: return meetings_section(report, words);
        case ReportSection::actions: return actions_section(report, words);
        case ReportSection::rids: return rids_section(report, words);
        case ReportSection::satellites: return satellites_section(report, words);
        case ReportSection::statements: return statements_section(report, words);
        case ReportSection::freshness: return freshness_section(report, words);
        case ReportSection::publication: return publication_section(report, words);
        case ReportSection::records: return records_section(report, words);
        case ReportSection::forecast: return forecast_section(report, words);
        case ReportSection::charts: return {FiguresHere{}};
    }
    return {};
}

Page report_page(ProgressReport const& report, Words const& words)
{
    Page page;
    page.words = words;
    auto const sort = words.say("Progress report");
    auto const named = !report.programme.empty();
    page.name = named ? as_name(report.programme) : sort;
    if (named) page.sort = sort;
    page.subtitle = period_said(report, words);
    page.title = in_plain(words.say_in("what a page tells, and of when", "{name}: {period}", "name"_a = page.name,
                                       "period"_a = period_and_part(report, words)));
    page.part = narrowing_line(report, words);
    page.lead = in_one(verdict(report, words), words);
    page.tone = tone_of(report.health.verdict);
    page.rest = in_one(news(report, words), words);
    if (auto basis = schedule_basis(report, words); !basis.empty())
        page.basis = {words.say("How the schedule is judged"), {in_one(basis, words)}};
    page.share = share_of(report.standing.reached, report.standing.total);
    page.remarks = remarks(report, words);
    add_sections(page, report, words);
    for (auto const& said : {days_of(report, words), made_beside(report, words)})
        if (!said.empty()) page.foot.push_back(said);
    if (auto const made = made_from(report); !made.empty()) page.made = {made, report.made.arguments};
    return page;
}

}  // namespace sss
