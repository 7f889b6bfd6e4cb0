#include "work/site/site_making.hpp"

#include "facts/publication/site_facts.hpp"
#include "pages/site/site_page.hpp"
#include "print/html/report_figures.hpp"
#include "print/html/site_html.hpp"
#include "print/json/site_json.hpp"
#include "records/files.hpp"
#include "site/logo.hpp"
#include "support/plain_letters.hpp"
#include "support/utf8.hpp"
#include "support/version.hpp"
#include "words/report/report_words.hpp"
#include "words/site_words.hpp"
#include "work/export/exporting.hpp"
#include "work/report/promised.hpp"
#include "work/site/past_reports.hpp"
#include "work/site/site_figures.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t largest_page = 100'000;  ///< in bytes
constexpr std::size_t largest_about = largest_page;

/// Makes the files of one site, each once.
class SiteMaker {
public:
    SiteMaker(ExportMaterial const& material, SiteFacts const& facts, bool uncommitted)
        : material_(material), facts_(facts)
    {
        frame_.uncommitted = uncommitted;
        auto const& settings = material.settings();
        auto css = site_stylesheet(settings.site.accent);
        frame_.name = settings.programme.short_name.empty() ? facts.publication.name : settings.programme.short_name;
        frame_.stylesheet = stylesheet_name(css);
        frame_.url = settings.site.url;
        frame_.edit = settings.site.edit;
        frame_.leaves_out = facts.publication.leaves_out;
        auto terms = settings.terms;
        for (auto& [letters, meaning] : terms) meaning = without_mail_addresses(meaning);
        frame_.glossary = Glossary{terms};
        add_navigation();
        files_.push_back({frame_.stylesheet, std::move(css)});
    }

    /// What the settings name beside the records; an Error where it is not there, or cannot be shown to everybody.
    void add_own_files(TreeFiles const& files)
    {
        auto const& site = material_.settings().site;
        if (!site.logo.empty()) {
            auto logo = named_file(files, "the logo", site.logo, largest_logo);
            if (auto const problem = logo_problem(site.logo, logo))
                throw Error{fmt::format("show {} on every page", site.logo), problem->text(),
                            "Export the picture anew, as plain SVG or as PNG."};
            frame_.logo = logo_name(site.logo, logo);
            files_.push_back({frame_.logo, std::move(logo)});
        }
        if (!site.about.empty()) {
            auto const text = named_file(files, "the page about the programme", site.about, largest_about);
            if (text.size() > largest_about)
                throw Error{fmt::format("make a page of {}", site.about),
                            fmt::format("it is larger than {} bytes", largest_about),
                            "Shorten it: a page about the programme is read in some minutes."};
            frame_.pages.push_back(as_page("About", "about.html"));
            about_ = about_page(facts_, text);
        }
    }

    void add_pages()
    {
        if (about_) {
            add(*about_);
            if (files_.back().bytes.size() > largest_page)
                throw Error{fmt::format("make a page of {}", material_.settings().site.about),
                            fmt::format("it would be larger than {} bytes", largest_page),
                            "Shorten it: a page about the programme is read in some minutes."};
        }
        auto const figures = front_figures();
        add(front_page(facts_), figures);
        for (auto const* kind : shown_)
            for (auto const& page : kind_pages(facts_, *kind)) add(page);
        for (auto const& page : actions_pages(facts_)) add(page);
        for (auto const& page : timeline_pages(facts_)) add(page);
        for (auto const& page : news_pages(facts_)) add(page);
        add(glossary_page(facts_, frame_.glossary));
        add(not_found_page());
        add_records();
    }

    void add_reports(PastReports& reports)
    {
        std::vector<KeptReport> kept;
        reports.tell_months([&](ProgressReport const& report) {
            KeptReport one{report.period, fmt::format("reports/{}.html", report.period.name),
                           verdict_word(report.health.verdict), report.standing.reached.count,
                           report.standing.total.count};
            add(report_page_of(facts_, one, report));
            kept.push_back(std::move(one));
        });
        add(reports_page(kept));
        SinceFacts const since{facts_};
        for (auto const& one : kept) add(since_page(facts_, since.since(one.period.last), one.period));
    }

    /// Reports would tell what is not for the public, or untruths.
    void add_no_reports() { add(reports_page({})); }

    /// Feeds, calendars, tables and databases, and the page that names them.
    void add_data()
    {
        auto const events = events_of(material_);
        auto const part = [&](ExportPart const& of, std::string const& address) {
            files_.push_back({address + ".atom", feed_of(material_, of, facts_.news, false)});
            files_.push_back({address + ".ics", calendar_of(material_, of, events)});
        };
        part(material_.part(), "programme");
        for (auto const& record : facts_.records().all()) {
            auto const& kind = record.kind->name;
            if (kind == kinds::satellite)
                part(material_.part({{record.id}, {}, {}}), record_address(*record.kind, record.id, {}));
            else if (kind == kinds::organisation)
                part(material_.part({{}, {record.id}, {}}), record_address(*record.kind, record.id, {}));
        }
        std::vector<DataFile> data{{"programme.atom", "programme.atom", "What is new: a feed, for a reader of news."},
                                   {"programme.ics", "programme.ics", "Milestones, meetings and actions: a calendar."}};
        auto const whole = [&](ExportFormat format, bool history, std::string const& name, std::string what) {
            ExportRequest request;
            request.format = format;
            request.history = history;
            for (auto& file : exported(material_, request)) {
                auto path = "data/" + (file.name.empty() ? name : file.name);
                auto const table = file.name.ends_with(".csv");
                data.push_back({path, path.substr(5), table ? "A table for a spreadsheet." : what});
                files_.push_back({std::move(path), std::move(file.bytes)});
            }
        };
        whole(ExportFormat::sqlite, true, "programme.sqlite", "The whole history as a database, for questions in SQL.");
        whole(ExportFormat::datasette, false, "metadata.json", "What Datasette is told of that database.");
        whole(ExportFormat::csv, true, {}, "What the columns of the tables mean (Frictionless Data Package).");
        whole(ExportFormat::json, false, "records.json", "All records, in one document.");
        whole(ExportFormat::jsonl, true, "changes.jsonl", "Every change that ever landed, one a line.");
        add(data_page(facts_, data));
    }

    /// By path. An Error where two files would have one place.
    MadeSite finished()
    {
        files_.push_back(
            {"site.json", site_json(commit_of_now(), material_.past().today, std::string{version()}, pages_)});
        if (!frame_.url.empty()) files_.push_back({"sitemap.xml", sitemap(files_, frame_.url)});
        if (auto const met = site_collisions(files_); !met.empty())
            throw Error{"give each page an address of its own",
                        fmt::format("{} and {} would stand at one place{}", visible(met.front().one),
                                    visible(met.front().other),
                                    met.size() == 1 ? "" : fmt::format(", and {} more would too", met.size() - 1)),
                        "Rename one of the two records: sss rename OLD-ID NEW-ID."};
        std::ranges::sort(files_, {}, &SiteFile::path);
        return {std::move(files_), pages_, {}};
    }

private:
    static std::string named_file(TreeFiles const& files, std::string const& what, std::string const& path,
                                  std::size_t limit)
    {
        auto bytes = read_own_file(files, what, path, limit);
        if (!bytes)
            throw Error{fmt::format("read {}", what), fmt::format("{} does not stand there", path),
                        "Put it there and commit it, or take its name out of [site] in sss.toml."};
        return std::move(*bytes);
    }

    void add_navigation()
    {
        std::set<Kind const*> met;
        for (std::uint32_t i = 0; i < facts_.threads(); ++i) met.insert(facts_.thread(i).kind);
        for (auto const* kind : facts_.kinds)
            if (met.contains(kind)) shown_.push_back(kind);
        // Readers know satellites; milestones are looked for within them.
        std::ranges::stable_partition(shown_, [](Kind const* kind) { return kind->name == kinds::satellite; });
        for (auto const* kind : shown_)
            frame_.pages.push_back(as_page(kind_title(*kind), record_address(*kind, "index")));
        frame_.pages.push_back(as_page("Actions", "actions/index.html"));
        frame_.pages.push_back(as_page("Timeline", "timeline/index.html"));
        frame_.pages.push_back(as_page("What’s new", "news/index.html"));
        frame_.pages.push_back(as_page("Reports", "reports/index.html"));
        frame_.pages.push_back(as_page("Data", "data/index.html"));
    }

    void add(SitePage const& page, std::span<Figure const> figures = {})
    {
        auto const changed = page.changed ? commit_said(*page.changed, facts_) : Said{};
        files_.push_back({page.address, site_html(frame_, page, changed, figures)});
        ++pages_;
    }

    /// Each record has its page; what is gone or was called otherwise keeps its address, where nobody bears it now.
    void add_records()
    {
        // What a record was called before gives way to what stands; two addresses that differ in capitals alone are
        // one.
        std::set<std::string> taken;
        for (auto const& file : files_) taken.insert(search_form(file.path));
        for (auto const& record : facts_.records().all()) {
            if (!material_.discretion().shows(*record.kind)) continue;
            auto page = record_page(facts_, record);
            if (!taken.insert(search_form(page.address)).second) fail_of(record, page.address);
            auto const figures = figures_of(facts_, record, page.changed);
            add(page, figures);
            // A text of marks alone can be ten times as long on its page.
            for (std::size_t const prose : {6'000U, 0U}) {
                if (files_.back().bytes.size() <= largest_page) break;
                page = record_page(facts_, record, prose);
                files_.pop_back();
                --pages_;
                add(page, figures);
            }
            files_.push_back({record_address(*record.kind, record.id, ".json"), site_record_json(facts_, record)});
        }
        for (auto i = facts_.threads(); i-- > 0;) {
            auto const& thread = facts_.thread(i);
            if (!thread.stands && taken.insert(search_form(record_address(*thread.kind, thread.id))).second)
                add(removed_page(facts_, i));
        }
        for (auto i = facts_.threads(); i-- > 0;) {
            auto const& thread = facts_.thread(i);
            for (auto const& former : facts_.former_ids(i))
                if (taken.insert(search_form(record_address(*thread.kind, former))).second)
                    add(former_page(facts_, i, former));
        }
    }

    [[noreturn]] static void fail_of(Record const& record, std::string const& address)
    {
        throw Error{"give each page an address of its own",
                    fmt::format("the {} {} would stand at {}, where another page stands", record.kind->name,
                                visible(record.id), visible(address)),
                    fmt::format("Give it another id: sss rename {}/{} NEW-ID", record.kind->name, visible(record.id))};
    }

    /// How many milestones were reached over time: the picture of the front page.
    std::vector<Figure> front_figures() const
    {
        auto const& settings = material_.settings();
        ReportCharts charts;
        charts.burnup = burnup({.state = facts_.state,
                                .whole = facts_.publication.whole,
                                .moves = facts_.moves,
                                .zone = facts_.zone(),
                                .today = facts_.standing.today});
        charts.week_start = settings.programme.week_starts;
        auto figures = report_figures(charts, false);
        for (auto& figure : figures) figure = without_numbers(std::move(figure));
        return figures;
    }

    static std::string verdict_word(Schedule verdict)
    {
        switch (verdict) {
            case Schedule::on_schedule: return "on schedule";
            case Schedule::partly_behind: return "partly behind";
            case Schedule::behind: return "behind";
            case Schedule::nothing_open:
            case Schedule::unknown: break;
        }
        return {};
    }

    std::string commit_of_now() const
    {
        auto const& now = material_.past().now;
        return now ? now->id.hex() : std::string{};
    }

    ExportMaterial const& material_;
    SiteFacts const& facts_;
    SiteFrame frame_;
    std::vector<Kind const*> shown_;  ///< of which there are or were records
    std::vector<SiteFile> files_;
    std::optional<SitePage> about_;
    std::size_t pages_ = 0;
};

}  // namespace

MadeSite make_site(SiteRequest const& request, ProgrammeRequest const& programme, Outside const& outside)
{
    ExportRequest asked;
    asked.moment = request.moment;
    asked.url = request.url;
    ExportMaterial const material{asked, programme, outside, true};
    material.past().repository.require_whole_history("build the site");
    auto const& past = material.past();
    if (past.configuration->zone.day_of(outside.now()) < past.today)
        throw UsageError{
            fmt::format("nobody knows how the programme stands on {}: that day is to come", iso(past.today)),
            "Leave --as-of out, or name a day that has been."};
    if (!past.now && past.tip)
        throw Error{"build the site", fmt::format("nothing was committed by {}", iso(past.today)), "Name a later day."};
    if (!past.now)
        throw Error{"build the site", "nothing is committed yet, and a site tells what is",
                    "Commit the records first, or begin with sss init --example."};
    PastReports reports{material};
    auto const standing = reports.now();
    auto const publication = material.publication();
    SiteFacts facts{publication, material.discretion().kinds(), material.state(), standing};
    facts.promised = promised_reports(material.past());
    if (tells_schedule(facts)) {
        for (auto& line : trend({.state = facts.state,
                          .whole = publication.whole,
                          .moves = facts.moves,
                          .zone = facts.zone(),
                          .today = standing.today})
                              .lines)
            if (line.forecasts.size() > 1) facts.trends.emplace(line.id, line);
        facts.reported = reports.months();
    }
    SiteMaker maker{material, facts, request.uncommitted};
    maker.add_own_files(TreeFiles{past.repository, past.now->tree});
    maker.add_pages();
    if (tells_schedule(facts))
        maker.add_reports(reports);
    else
        maker.add_no_reports();
    maker.add_data();
    auto made = maker.finished();
    auto const& data = material.settings().data;
    if (auto const root = material.past().repository.work_tree(); !root.empty()) {
        made.folder = (root / material.settings().site.folder).string();
        for (auto const& one : {data.schemas, material.settings().report.archive})
            made.elsewhere.push_back((root / one).string());
        // Where the root itself holds the records, a site lies beside their folders.
        if (data.folder != ".") made.elsewhere.push_back((root / data.folder).string());
        for (auto const* kind : past.configuration->layout.kinds())
            made.elsewhere.push_back((root / data.folder / kind->folder).string());
    }
    return made;
}

}  // namespace sss
