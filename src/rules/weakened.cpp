#include "rules/weakened.hpp"

#include "programme/key_index.hpp"
#include "records/lines.hpp"
#include "rules/record_fields.hpp"
#include "rules/rules.hpp"
#include "rules/schema_demands.hpp"
#include "rules/table.hpp"
#include "schema/compare.hpp"
#include "schema/json.hpp"
#include "support/embedded.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

constexpr std::string_view rule_name = "check-weakened";
constexpr std::size_t demands_named = 5;

/// The level of a rule under these settings; nothing: it is off.
std::optional<Severity> level_under(Settings const& settings, Rule const& rule)
{
    auto const set = settings.rules.find(std::string{rule.name});
    return set == settings.rules.end() || rule.fixed ? std::optional{rule.level} : set->second;
}

Sentence level_text(std::optional<Severity> level)
{
    if (!level) return "off";
    if (*level == Severity::error) return "an error";
    if (*level == Severity::warning) return "a warning";
    return "a note";
}

class SwitchedOff {
public:
    SwitchedOff(Configuration const& before, Configuration const& after, std::optional<SettingsFile> const& settings,
                std::vector<std::string> const& left_behind)
        : before_(before), after_(after), left_behind_(left_behind)
    {
        if (!settings) return;
        file_ = settings->path;
        text_ = settings->text;
        document_ = parse_document(file_, text_);
        lines_ = Lines{text_};
    }

    std::vector<Finding> find()
    {
        auto const* rule = rule_named(rule_name);
        auto const level = level_under(before_.settings, *rule);
        if (!level) return {};
        level_ = *level;
        of_rules();
        of_data();
        of_kinds();
        of_waivers();
        of_numbers();
        of_promises();
        of_zone();
        return std::move(found_);
    }

private:
    void add(Place place, Sentence message)
    {
        Finding finding{rule_name,
                        level_,
                        file_,
                        place,
                        std::move(message),
                        "where that is wanted, bring it in by itself, before what it lets pass",
                        {}};
        keep_excerpt(finding, lines_.line(place.line));
        found_.push_back(std::move(finding));
    }

    /// Where a key of the settings stands; nowhere where it does not.
    Place place_of_key(std::string_view section, std::string_view key) const
    {
        auto const* table = sss::find(document_.root, section);
        if (table == nullptr || table->table() == nullptr) return {};
        auto const* value = sss::find(*table->table(), key);
        return value != nullptr ? value->place : Place{};
    }

    void of_rules()
    {
        for (auto const& rule : all_rules()) {
            auto const was = level_under(before_.settings, rule);
            auto const is = level_under(after_.settings, rule);
            if (!was || (is && *is <= *was)) continue;
            add(place_of_key("rules", rule.name),
                {"the rule {rule} is {is} now; it was {was}", "rule"_key = sss::quoted(rule.name),
                 "is"_arg = level_text(is), "was"_arg = level_text(was)});
        }
    }

    void of_data()
    {
        auto const& was = before_.settings.data;
        auto const& is = after_.settings.data;
        // Another folder is none of it: whether records are left behind in the one before is seen by looking there.
        if (!left_behind_.empty())
            add(place_of_key("data", "folder"),
                left_behind_.size() == 1
                    ? Sentence{"1 record is not looked at any more, {first} first",
                               "first"_key = sss::quoted(left_behind_.front())}
                    : Sentence{"{number} records are not looked at any more, {first} first",
                               "number"_arg = left_behind_.size(), "first"_key = sss::quoted(left_behind_.front())});
        if (is.toml > was.toml)
            add(place_of_key("data", "toml"), {"records are held to TOML {is} now; it was {was}, which allows less",
                                               "is"_key = is.toml, "was"_key = was.toml});
        if (is.schemas != was.schemas && !before_.own_schemas.empty())
            add(place_of_key("data", "schemas"),
                {"schemas are looked for in {is} now, and no longer in {was}", "is"_key = sss::quoted(is.schemas),
                 "was"_key = sss::quoted(was.schemas)});
        for (auto const& pattern : is.ignore)
            if (std::ranges::find(was.ignore, pattern) == was.ignore.end())
                add(place_of_key("data", "ignore"),
                    {"what {glob} fits is left out now", "glob"_key = sss::quoted(pattern)});
    }

    void of_kinds()
    {
        for (auto const* kind : before_.layout.kinds()) {
            if (std::ranges::find(after_.layout.kinds(), kind->name, [](Kind const* one) { return one->name; }) ==
                after_.layout.kinds().end())
                add(place_of_key("data", "kinds"),
                    {"records of the kind {kind} are not looked at any more", "kind"_key = sss::quoted(kind->name)});
            else
                of_schema(kind->name);
        }
    }

    void of_schema(std::string const& kind)
    {
        auto const was = schema_text(before_, kind);
        auto const is = schema_text(after_, kind);
        if (was.text == is.text) return;
        std::vector<Finding> unread;
        auto const before = schema::parse_json(was.path, was.text, unread);
        auto const after = schema::parse_json(is.path, is.text, unread);
        if (!before || !after || before->table() == nullptr || after->table() == nullptr)
            return;  // an error of its own
        auto const lost = lost_demands(*before->table(), *after->table());
        if (lost.empty()) return;
        auto const shown = std::min(lost.size(), demands_named);
        std::vector<std::string> named{lost.begin(), lost.begin() + static_cast<std::ptrdiff_t>(shown)};
        found_.push_back(
            {rule_name,
             level_,
             is.path,
             {},
             {"the schema of {kind} asks for less: {demands}{more}", "kind"_key = sss::quoted(kind),
              "demands"_key = fmt::format("{}", fmt::join(named, ", ")),
              "more"_arg = lost.size() > shown ? Sentence{" and {number} more", "number"_arg = lost.size() - shown}
                                               : Sentence{}},
             "where that is wanted, bring it in by itself, before what it lets pass",
             {}});
    }

    /// The schema in force: the repository's own, or the standard one.
    static SchemaFile schema_text(Configuration const& configuration, std::string const& kind)
    {
        for (auto const& own : configuration.own_schemas)
            if (kind_name_of(own.path) == kind) return own;
        for (auto const& standard : embedded::schemas())
            if (kind_name_of(standard.path) == kind)
                return {configuration.settings.data.schemas + '/' + kind + ".schema.json", std::string{standard.bytes}};
        return {};
    }

    void of_waivers()
    {
        std::map<std::pair<std::string, std::string>, Day> known;
        for (auto const& waiver : before_.settings.waivers) {
            auto& last = known.try_emplace({waiver.rule.text, waiver.record.text}, waiver.last).first->second;
            last = std::max(last, waiver.last);
        }
        for (auto const& waiver : after_.settings.waivers) {
            auto const old = known.find({waiver.rule.text, waiver.record.text});
            if (old != known.end() && waiver.last <= old->second) continue;
            add(waiver.until.place,
                {"{rule} of {record} is waived until {day}, and was {before}",
                 "rule"_key = sss::quoted(waiver.rule.text), "record"_key = sss::quoted(waiver.record.text),
                 "day"_key = iso(waiver.last),
                 "before"_arg =
                     old == known.end() ? Sentence{"not"} : Sentence{"until {day}", "day"_arg = iso(old->second)}});
        }
    }

    void of_numbers()
    {
        auto const more = [&](std::string_view section, std::string_view key, int was, int is) {
            if (is > was)
                add(place_of_key(section, key), {"[{section}] {key} is {is} now; it was {was}", "section"_key = section,
                                                 "key"_key = key, "is"_key = is, "was"_arg = was});
        };
        auto const& was = before_.settings;
        auto const& is = after_.settings;
        more("history", "correction_days", was.history.correction_days, is.history.correction_days);
        more("report", "stale_days", was.report.stale_days, is.report.stale_days);
        if (is.plan.margin_days < was.plan.margin_days)
            add(place_of_key("plan", "margin_days"),
                {"[plan] margin_days is {is} now; it was {was}", "is"_key = is.plan.margin_days,
                 "was"_arg = was.plan.margin_days, "key"_key = "margin_days"});
    }

    /// A report that nobody promises any more is missed by nobody.
    void of_promises()
    {
        auto const& was = before_.settings.publication;
        auto const& is = after_.settings.publication;
        if (!was.every) return;
        auto const rarer = !is.every || *is.every > *was.every;
        auto const later = is.since && (!was.since || *is.since > *was.since);
        if (rarer || later || is.within_days > was.within_days)
            add(place_of_key("publication", rarer   ? "every"
                                            : later ? "since"
                                                    : "within_days"),
                {"[publication] promises less than it did: {what}", "what"_key = rarer   ? "fewer reports"
                                                                                 : later ? "from a later day on"
                                                                                         : "more days after a period"});
    }

    /// Where days end later, a plan is overdue later.
    void of_zone()
    {
        using namespace std::chrono_literals;
        auto most = std::chrono::seconds{0};
        constexpr std::chrono::sys_days begin{std::chrono::year{2024} / 1 / 1};
        for (auto month = 0; month < 12; ++month) {  // of summer time, too
            auto const moment = std::chrono::sys_seconds{begin + month * std::chrono::days{30}};
            most = std::max(most, before_.zone.offset_at(moment) - after_.zone.offset_at(moment));
        }
        if (most > 0s)
            add(place_of_key("programme", "timezone"),
                {"[programme] timezone is {is} now; it was {was}, where days end up to {hours} hours earlier",
                 "is"_key = sss::quoted(after_.zone.name()), "was"_key = sss::quoted(before_.zone.name()),
                 "hours"_arg = (most + 59min) / 1h});
    }

    Configuration const& before_;
    Configuration const& after_;
    std::vector<std::string> const& left_behind_;
    std::string file_ = "sss.toml";
    std::string text_;
    Lines lines_{text_};
    Document document_;
    Severity level_ = Severity::warning;
    std::vector<Finding> found_;
};

constexpr std::array rules{
    Rule{.name = rule_name,
         .level = Severity::warning,
         .summary = "A branch does not switch off what would judge it.",
         .reason =
             "Settings, schemas and waivers stand in the repository, so whoever proposes a change can change them "
             "too. With --since a branch is judged by its own and by those that stood where it parted: what only "
             "the latter find counts as well, and what the branch switches off is said. Wanted changes of the "
             "settings come by themselves, in a branch that a maintainer reads for them; what they let pass comes "
             "after. The level is that of the settings where the branch parted.",
         .failing = R"(=== 2025-03-01 The first satellite
--- sss.toml
[programme]
name = "Student satellites"
--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
=== 2025-03-08 No word on launches any more
--- sss.toml
[programme]
name = "Student satellites"
[rules]
launch-without-satellite = "off"
)",
         .mended = R"(=== 2025-03-01 The first satellite
--- sss.toml
[programme]
name = "Student satellites"
--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
=== 2025-03-08 A longer name
--- sss.toml
[programme]
name = "Student satellites and their launches"
)"},
};

}  // namespace

std::span<Rule const> weakening_rules()
{
    return rules;
}

std::vector<Finding> weakened(Configuration const& before, Configuration const& after,
                              std::optional<SettingsFile> const& settings, std::vector<std::string> const& left_behind)
{
    return SwitchedOff{before, after, settings, left_behind}.find();
}

bool judge_alike(Configuration const& a, Configuration const& b)
{
    auto const text = [](SchemaFile const& file) { return std::tie(file.path, file.text); };
    return a.settings == b.settings && std::ranges::equal(a.own_schemas, b.own_schemas, {}, text, text);
}

}  // namespace sss
