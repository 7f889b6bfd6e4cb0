#include "history/last_names.hpp"
#include "history/moves.hpp"
#include "rules/field_past.hpp"
#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

/// "2021-10-20 (1a2b3c4)": when a commit reached the branch, and which it is.
std::string landing(RuleInput const& input, JudgedHistory const& judged, std::uint32_t commit)
{
    auto const& told = judged.history.commits[commit];
    return fmt::format("{} ({})", iso(input.zone.day_of(told.landed_at)), told.commit.id.brief());
}

/// "'actual' was 2021-10-14 since 2021-10-20 (1a2b3c4), and is 2021-10-15 since …".
Sentence was_and_is(RuleInput const& input, JudgedHistory const& judged, std::string_view field, Unexplained const& one)
{
    auto const was = one.was.date.text();
    auto const since = landing(input, judged, one.was.commit);
    auto const is = one.is ? Sentence{"{date}", "date"_key = one.is->text()} : Sentence{"gone"};
    if (!judged.committed(one.commit))
        return {"'{field}' was {was} since {since}, and is {is} now", "field"_key = field, "was"_key = was,
                "since"_arg = since, "is"_arg = is};
    return {"'{field}' was {was} since {since}, and is {is} since {then}",
            "field"_key = field,
            "was"_key = was,
            "since"_arg = since,
            "is"_arg = is,
            "then"_arg = landing(input, judged, one.commit)};
}

/// A date that changed, and nobody says why, of a record that still stands.
struct Case {
    Record const& record;
    Field const& field;
    Unexplained what;
    bool committed;

    Place place() const { return place_of(record.fields(), field.path); }

    void report_to(FindingSink& sink, Sentence message, Sentence help) const
    {
        if (committed)
            sink.add(record, place(), std::move(message), std::move(help));
        else
            sink.add_uncommitted(record, place(), std::move(message), std::move(help));
    }

    /// What to do with a trailer: of a commit that was made, and of one that will be.
    Sentence say(std::string_view trailer) const
    {
        return committed ? Sentence{"end that commit's message with the line `{trailer}`", "trailer"_arg = trailer}
                         : Sentence{"commit this with the line `{trailer}` at the end of the message",
                                    "trailer"_arg = trailer};
    }
};

std::vector<Case> cases(RuleInput const& input, JudgedHistory const& judged, DateRole role)
{
    std::vector<Case> found;
    for (auto const& [key, past] : date_pasts(judged.history, role)) {
        auto const* record = input.records.find(key.kind->name, key.id);
        if (record == nullptr || !record->document.whole) continue;
        auto const what = unexplained(past, judged);
        if (!what) continue;
        auto const field = std::ranges::find(key.kind->fields, role, &Field::role);
        found.push_back({*record, *field, *what, judged.committed(what->commit)});
    }
    return found;
}

void actual_changed(RuleInput const& input, JudgedHistory const& judged, FindingSink& sink)
{
    for (auto const& one : cases(input, judged, DateRole::actual)) {
        if (!one.what.is) continue;
        one.report_to(sink, was_and_is(input, judged, one.field.path, one.what),
                      {"if {was} was wrong, {mended}; else put it back", "was"_arg = one.what.was.date.text(),
                       "mended"_arg = one.say("Correction: yes")});
    }
}

void actual_removed(RuleInput const& input, JudgedHistory const& judged, FindingSink& sink)
{
    for (auto const& one : cases(input, judged, DateRole::actual)) {
        // Whoever cancels gives the reason in the record.
        if (one.what.is || find(one.record.fields(), keys::cancelled) != nullptr) continue;
        one.report_to(sink,
                      {"{change}: what was reached is open again",
                       "change"_arg = was_and_is(input, judged, one.field.path, one.what)},
                      {"{mended} (`Correction: yes` if it never was reached); else put {was} back",
                       "mended"_arg = one.say("Reason: …"), "was"_arg = one.what.was.date.text()});
    }
}

void baseline_moved(RuleInput const& input, JudgedHistory const& judged, FindingSink& sink)
{
    for (auto const& one : cases(input, judged, DateRole::baseline))
        one.report_to(sink, was_and_is(input, judged, one.field.path, one.what),
                      {"put {was} back, for 'planned' is what moves; where a new baseline was agreed on, {mended}",
                       "was"_arg = one.what.was.date.text(), "mended"_arg = one.say("Reason: …")});
}

/// The moves of one plan that are judged together, as one.
struct Slipped {
    Date from;
    Date to;
    std::uint32_t commit;
    bool corrected;  ///< all of them are corrections
    bool reason;
};

/// "45 days"; between instants of less than a day apart "3 hours 20 minutes".
std::string by_how_much(Slip const& later)
{
    if (later.days != 0) return schema::counted(static_cast<std::size_t>(later.days), "day");
    auto const minutes = static_cast<std::size_t>(later.seconds) / 60;
    std::string text;
    for (auto const& [number, unit] : {std::pair{minutes / 60, "hour"}, std::pair{minutes % 60, "minute"}})
        if (number != 0) text += (text.empty() ? "" : " ") + schema::counted(number, unit);
    return text.empty() ? schema::counted(static_cast<std::size_t>(later.seconds), "second") : text;
}

std::vector<Slipped> slips_of(std::span<Move const> moves, JudgedHistory const& judged)
{
    std::vector<Slipped> all;
    std::optional<std::uint32_t> last;
    for (auto const& move : moves) {
        if (!judged.is_judged[move.commit] || !judged.committed(move.commit)) continue;
        if (!last || !judged_together(judged, *last, move.commit))
            all.push_back({move.from, move.to, move.commit, true, false});
        auto& one = all.back();
        one.to = move.to;
        one.commit = move.commit;
        one.corrected = one.corrected && move.correction;
        one.reason = one.reason || !move.reasons.empty();
        last = move.commit;
    }
    std::erase_if(all, [](Slipped const& one) {
        auto const distance = slip(one.from, one.to);
        return one.corrected || one.reason || !distance.moved() || distance.direction() < 0;
    });
    return all;
}

/// The moves of each record by the name that it bears in the end; those of a record that went are left out.
std::map<RecordKey, std::vector<Move>, RecordKeyLess> moves_by_record(JudgedHistory const& judged)
{
    LastNames const names{judged.history};
    std::map<RecordKey, std::vector<Move>, RecordKeyLess> by_record;
    for (auto& move : moves(judged.history, judged.correction_days))
        if (auto const key = names.of(move.record, move.commit)) by_record[*key].push_back(std::move(move));
    return by_record;
}

void slip_without_reason(RuleInput const& input, JudgedHistory const& judged, FindingSink& sink)
{
    auto const by_record = moves_by_record(judged);
    for (auto const& [key, of_record] : by_record) {
        auto const* record = input.records.find(key.kind->name, key.id);
        if (record == nullptr || !record->document.whole) continue;
        auto const slips = slips_of(of_record, judged);
        if (slips.empty()) continue;
        auto const& last = slips.back();
        auto const field = std::ranges::find(key.kind->fields, DateRole::planned, &Field::role);
        auto const more = slips.size() == 1 ? Sentence{}
                                            : Sentence{" (and {number} before)",
                                                       "number"_arg = schema::counted(slips.size() - 1, "slip")};
        sink.add(*record, place_of(record->fields(), field->path),
                 {"'{field}' slipped by {days}, from {from} to {to}, on {landing} without a reason{more}",
                  "field"_key = field->path, "days"_arg = by_how_much(slip(last.from, last.to)),
                  "from"_key = last.from.text(), "to"_key = last.to.text(),
                  "landing"_arg = landing(input, judged, last.commit), "more"_arg = more},
                 "end that commit's message with the line `Reason: …`, or with `Correction: yes` where the old date "
                 "was never meant");
    }
}

constexpr std::array look_back_table{
    Rule{.name = "actual-changed",
         .level = Severity::warning,
         .summary = "What has happened keeps its date.",
         .reason =
             "'actual' is a fact that reports have told and others rely on. It may be said more exactly at any time "
             "(\"2021-10\", then 2021-10-14). Another date says that the first one was wrong, and the commit should "
             "say so: `Correction: yes`, or a `Reason: …`. Within [history] correction_days after it was first "
             "written it is a slip of the pen that needs no word. Looked at are changes that are not committed yet; "
             "with --since what a branch brings, with --history the whole past.",
         .failing = R"(=== 2021-10-20 SSS-1 is in orbit
--- data/milestones/sss-1-orbit.toml
title = "SSS-1 in orbit"
type = "operation"
actual = 2021-10-14
=== 2021-12-01 The date of the orbit
--- data/milestones/sss-1-orbit.toml
title = "SSS-1 in orbit"
type = "operation"
actual = 2021-10-17
)",
         .mended = R"(=== 2021-10-20 SSS-1 is in orbit
--- data/milestones/sss-1-orbit.toml
title = "SSS-1 in orbit"
type = "operation"
actual = 2021-10-14
=== 2021-12-01 The date of the orbit

Correction: yes
--- data/milestones/sss-1-orbit.toml
title = "SSS-1 in orbit"
type = "operation"
actual = 2021-10-17
)",
         .look_back = actual_changed},
    Rule{.name = "actual-removed",
         .level = Severity::warning,
         .summary = "What was reached is not silently open again.",
         .reason = "Reports have counted it as done, and milestones that depend on it have begun. A verdict may be "
                   "withdrawn and a test repeated, but then the commit that takes 'actual' out says why in a line "
                   "`Reason: …`, or that it was never so: `Correction: yes`. A milestone that is cancelled instead "
                   "gives its reason in the record.",
         .failing = R"(=== 2019-09-06 The CDR was held
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
actual = 2019-08-29
=== 2019-11-04 The CDR once more
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
)",
         .mended = R"(=== 2019-09-06 The CDR was held
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
actual = 2019-08-29
=== 2019-11-04 The CDR once more

Reason: the board withdrew its verdict
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
)",
         .look_back = actual_removed},
    Rule{.name = "baseline-moved",
         .level = Severity::warning,
         .summary = "A baseline stays where it is.",
         .reason = "'baseline' is the date first promised, and every slip is measured from it. If it follows the "
                   "forecast, nothing is ever late. 'planned' is what moves. Where the programme agrees on a new "
                   "baseline, the commit says so in a line `Reason: …`.",
         .failing = R"(=== 2022-06-01 The launch is agreed
--- data/milestones/sss-2b-flight.toml
title = "SSS-2B flight"
type = "other"
baseline = 2023-04-11
planned = 2023-04-11
=== 2023-03-30 The launch moves

Reason: more checks of the launcher
--- data/milestones/sss-2b-flight.toml
title = "SSS-2B flight"
type = "other"
baseline = 2023-04-11
planned = 2023-04-14
=== 2023-04-02 The promise follows
--- data/milestones/sss-2b-flight.toml
title = "SSS-2B flight"
type = "other"
baseline = 2023-04-14
planned = 2023-04-14
actual = 2023-04-15
)",
         .mended = R"(=== 2022-06-01 The launch is agreed
--- data/milestones/sss-2b-flight.toml
title = "SSS-2B flight"
type = "other"
baseline = 2023-04-11
planned = 2023-04-11
=== 2023-03-30 The launch moves

Reason: more checks of the launcher
--- data/milestones/sss-2b-flight.toml
title = "SSS-2B flight"
type = "other"
baseline = 2023-04-11
planned = 2023-04-14
actual = 2023-04-15
)",
         .look_back = baseline_moved},
    Rule{.name = "slip-without-reason",
         .level = Severity::warning,
         .summary = "A plan that slips says why.",
         .reason =
             "A date that moves later concerns everybody who waits for it, and in a year nobody will remember why it "
             "moved. The commit says it in a line `Reason: …` at the end of its message (`sss move --reason` "
             "proposes it), and reports tell it. Of commits that land together one reason is enough. A correction "
             "(within [history] correction_days after the date was first written, or with `Correction: yes`) is no "
             "slip. Judged is what is committed: with --since what a branch brings, with --history the whole past.",
         .failing = R"(=== 2018-02-01 The CDR is planned
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2018-05-01
=== 2018-04-10 The CDR moves
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2018-06-15
=== 2018-06-20 The CDR was held
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2018-06-15
actual = 2018-06-15
)",
         .mended = R"(=== 2018-02-01 The CDR is planned
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2018-05-01
=== 2018-04-10 The CDR moves

Reason: the test bench is late
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2018-06-15
=== 2018-06-20 The CDR was held
--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2018-06-15
actual = 2018-06-15
)",
         .look_back = slip_without_reason},
};

}  // namespace

std::span<Rule const> look_back_rules()
{
    return look_back_table;
}

}  // namespace sss
