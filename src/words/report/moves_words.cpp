#include "words/date_words.hpp"
#include "words/report/headline_parts.hpp"
#include "words/report/report_words.hpp"

#include <utility>
#include <vector>

namespace sss {

namespace {

/// What became of a milestone's date, and all that is said of it.
enum class Went { later, forward };

/// "once", "twice", "3 times".
Said times(int number, Words const& words)
{
    if (number == 2) return words.say("twice");
    return words.quantity_in("how often", number, "once", "{n} times");
}

/// "+4 days", "+4 days in all".
Said how_far(Moved const& entry, Words const& words)
{
    auto const amount = slip_in_words(entry.slip, words);
    return entry.moves > 1 ? words.say("{amount} in all", "amount"_a = amount) : Said{amount};
}

/// "SSS-1 CDR slipped twice this week, +4 days in all".
Said one_moved(Moved const& entry, Went went, Said const& when, Words const& words)
{
    auto const amount = slip_in_words(entry.slip, words);
    if (entry.moves == 1)
        return went == Went::later
                   ? words.say("{title} slipped {this_week} ({amount})", "title"_a = as_name(entry.title),
                               "this_week"_a = when, "amount"_a = amount)
                   : words.say("{title} was brought forward {this_week} ({amount})", "title"_a = as_name(entry.title),
                               "this_week"_a = when, "amount"_a = amount);
    auto const often = times(entry.moves, words);
    return went == Went::later
               ? words.say("{title} slipped {often} {this_week}, {amount} in all", "title"_a = as_name(entry.title),
                           "often"_a = often, "this_week"_a = when, "amount"_a = amount)
               : words.say("{title} was brought forward {often} {this_week}, {amount} in all",
                           "title"_a = as_name(entry.title), "often"_a = often, "this_week"_a = when,
                           "amount"_a = amount);
}

/// "SSS-1 CDR slipped twice (+4 days in all) and SSS-2 CDR once (+1 day)", "SSS-1 CDR (+4 days) and SSS-2 CDR (+1 day)
/// slipped this week".
Said two_moved(Moved const& a, Moved const& b, Went went, Said const& when, Words const& words)
{
    auto const title = "title"_a = as_name(a.title);
    auto const other = "other"_a = as_name(b.title);
    auto const far = "far"_a = how_far(a, words);
    auto const other_far = "other_far"_a = how_far(b, words);
    if (a.moves == 1 && b.moves == 1)
        return went == Went::later
                   ? words.say("{title} ({far}) and {other} ({other_far}) slipped {this_week}", title, other, far,
                               other_far, "this_week"_a = when)
                   : words.say("{title} ({far}) and {other} ({other_far}) were brought forward {this_week}", title,
                               other, far, other_far, "this_week"_a = when);
    auto const often = "often"_a = times(a.moves, words);
    auto const other_often = "other_often"_a = times(b.moves, words);
    return went == Went::later
               ? words.say("{title} slipped {often} ({far}) and {other} {other_often} ({other_far})", title, often, far,
                           other, other_often, other_far)
               : words.say("{title} was brought forward {often} ({far}) and {other} {other_often} ({other_far})", title,
                           often, far, other, other_often, other_far);
}

/// What slipped or was brought forward; of many the one that went furthest.
Said moved_part(std::vector<Moved> const& list, Went went, ProgressReport const& report, Words const& words)
{
    if (list.empty()) return {};
    auto const when = this_period(report.period, words);
    if (list.size() == 1) return one_moved(list[0], went, when, words);
    if (list.size() == 2) return two_moved(list[0], list[1], went, when, words);
    auto const title = "title"_a = as_name(list[0].title);
    auto const amount = "amount"_a = slip_in_words(list[0].slip, words);
    return went == Went::later
               ? words.quantity(std::ssize(list), "{n} milestone slipped, {title} furthest ({amount})",
                                "{n} milestones slipped, {title} furthest ({amount})", title, amount)
               : words.quantity(std::ssize(list), "{n} milestone was brought forward, {title} furthest ({amount})",
                                "{n} milestones were brought forward, {title} furthest ({amount})", title, amount);
}

/// "SSS-1 CDR got a date, 11 April", "SSS-1 CDR (11 April) and SSS-2 CDR (3 May) got a date", "3 milestones got a
/// date".
Said got_dates(std::vector<Dated> const& list, Words const& words)
{
    auto const date = [&](Dated const& entry) { return date_here(entry.date, false, words); };
    if (list.empty()) return {};
    if (list.size() == 1)
        return words.say("{title} got a date, {date}", "title"_a = as_name(list[0].title), "date"_a = date(list[0]));
    if (list.size() == 2)
        return words.say("{title} ({date}) and {other} ({other_date}) got a date", "title"_a = as_name(list[0].title),
                         "date"_a = date(list[0]), "other"_a = as_name(list[1].title), "other_date"_a = date(list[1]));
    return words.quantity(std::ssize(list), "{n} milestone got a date", "{n} milestones got a date");
}

Said lost_dates(std::vector<Undated> const& list, Words const& words)
{
    auto const date = [&](Undated const& entry) { return date_here(entry.date, false, words); };
    if (list.empty()) return {};
    if (list.size() == 1)
        return words.say("{title} lost its date, {date}", "title"_a = as_name(list[0].title), "date"_a = date(list[0]));
    if (list.size() == 2)
        return words.say("{title} ({date}) and {other} ({other_date}) lost their dates",
                         "title"_a = as_name(list[0].title), "date"_a = date(list[0]),
                         "other"_a = as_name(list[1].title), "other_date"_a = date(list[1]));
    return words.quantity(std::ssize(list), "{n} milestone lost its date", "{n} milestones lost their dates");
}

/// What got a date and what lost one; of what moved since, the move tells.
Said dated_part(ProgressReport const& report, Words const& words)
{
    auto dated = report.moved.dated;
    std::erase_if(dated, &Dated::moved);
    return in_clauses(got_dates(dated, words), lost_dates(report.moved.undated, words), words);
}

/// Whether nothing moved, in a period of which that is news.
bool stood_still(ProgressReport const& report)
{
    auto const& moved = report.moved;
    return !report.from_dates_only && moved.slipped.empty() && moved.brought_forward.empty() && moved.unmoved.empty() &&
           !report.quiet && report.imported == 0 && report.standing.total.count > 0;
}

Said moves_alone(ProgressReport const& report, Words const& words)
{
    auto const& moved = report.moved;
    if (report.from_dates_only) return {};
    auto const slipped = moved_part(moved.slipped, Went::later, report, words);
    auto const forward = moved_part(moved.brought_forward, Went::forward, report, words);
    if (slipped.empty() && forward.empty() && moved.unmoved.empty()) return {};
    if (slipped.empty() && forward.empty())
        return words.quantity(std::ssize(moved.unmoved), "{n} date moved and came back to where it stood.",
                              "{n} dates moved and came back to where they stood.");
    auto const all_named = moved.slipped.size() <= 2 && moved.brought_forward.size() <= 2 && moved.unmoved.empty();
    auto const one_way = slipped.empty() != forward.empty();
    auto const moves = in_clauses(slipped, forward, words);
    if (one_way && all_named) return words.say("{moves}; no other date moved.", "moves"_a = moves);
    return words.say_in("clauses that make a sentence", "{clauses}.", "clauses"_a = moves);
}

}  // namespace

Said moved_sentence(ProgressReport const& report, Words const& words)
{
    auto const dated = dated_part(report, words);
    if (stood_still(report))
        return dated.empty() ? words.say("No date moved.") : words.say("No date moved; {dated}.", "dated"_a = dated);
    auto const moves = moves_alone(report, words);
    if (dated.empty()) return moves;
    return in_sentences(moves, words.say_in("clauses that make a sentence", "{clauses}.", "clauses"_a = dated), words);
}

}  // namespace sss
