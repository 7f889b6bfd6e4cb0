#include "support/saturating.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

/// What review items are called: by their abbreviation once it was said what it stands for.
enum class Called { explained, briefly };

/// "335 RIDs", "335 review items (RIDs)".
Said items(std::int64_t number, Called called, Words const& words)
{
    return called == Called::briefly ? words.quantity(number, "{n} RID", "{n} RIDs")
                                     : words.quantity(number, "{n} review item (RID)", "{n} review items (RIDs)");
}

/// "more than 335 RIDs", "about 335 RIDs"; the amount itself where it is exact.
Said sensed(RoughCount::Sense sense, Said amount, Words const& words)
{
    switch (sense) {
        case RoughCount::Sense::more: return words.say_in("review items", "more than {amount}", "amount"_a = amount);
        case RoughCount::Sense::fewer: return words.say_in("review items", "fewer than {amount}", "amount"_a = amount);
        case RoughCount::Sense::about: return words.say_in("review items", "about {amount}", "amount"_a = amount);
        case RoughCount::Sense::exact: break;
    }
    return amount;
}

Said counted(Rids const& rids, Called called, Words const& words)
{
    Said text;
    auto const amount = [&](RoughCount const& known) {
        auto const size = known.number < 0 ? saturating_difference(0, known.number) : known.number;
        return sensed(known.sense, text.empty() ? items(size, called, words) : Said{number_text(size)}, words);
    };
    auto const add = [&](Said more) { text = in_a_row(std::move(text), std::move(more), words); };
    if (rids.raised) {
        auto const said = "amount"_a = amount(*rids.raised);
        add(rids.raised->number < 0 ? words.say_in("review items", "{amount} fewer raised", said)
                                    : words.say_in("review items", "{amount} raised", said));
    }
    if (rids.closed) {
        auto const said = "amount"_a = amount(*rids.closed);
        add(rids.closed->number < 0 ? words.say_in("review items", "{amount} fewer closed", said)
                                    : words.say_in("review items", "{amount} closed", said));
    }
    if (rids.carried_over) {
        auto const said = "amount"_a = amount(*rids.carried_over);
        add(rids.carried_over->number < 0 ? words.say_in("review items", "{amount} fewer carried over", said)
                                          : words.say_in("review items", "{amount} carried over", said));
    }
    return text;
}

/// Writes the lines of one report: what RIDs are is said where they are first named.
class RidLines {
public:
    RidLines(ProgressReport const& report, Words const& words) : report_(report), rids_(report.rids), words_(words) {}

    std::vector<Said> written()
    {
        auto const* alone = told_with_its_meeting();
        auto const left = alone == nullptr   ? Said{}
                          : alone->left_open ? with_names(left_open(*alone), *alone)
                                             : words_.say_in("review items", "how many are left open is not recorded");
        auto const here = "this_week"_a = this_period(report_.period, words_);
        auto const add = [&](Said told) { lines_.push_back(sentence(in_clauses(std::move(told), left, words_))); };
        if (rids_.held) add(words_.say("{rids} {this_week}", "rids"_a = of_period(rids_.held), here));
        if (rids_.earlier)
            add(words_.say("{rids} in {meetings}, recorded {this_week}", "rids"_a = of_period(rids_.earlier),
                           "meetings"_a = earlier_meetings(), here));
        for (auto const& review : rids_.latest)
            if (&review != alone && tells(review)) lines_.push_back(of_review(review));
        for (auto const& review : rids_.shared)
            if (review.left_open.value_or(0) != RoughCount{0}) lines_.push_back(of_shared(review));
        return std::move(lines_);
    }

private:
    bool here(MeetingRids const& review) const
    {
        return std::ranges::find(rids_.meetings, review.meeting, &MeetingRids::meeting) != rids_.meetings.end();
    }

    /// What is not known, or none, is said once: in the period of the review.
    bool tells(MeetingRids const& review) const
    {
        return here(review) || review.left_open.value_or(0) != RoughCount{0};
    }

    /// The period's only meeting with review items, where Meetings names it already and it is a last review.
    MeetingRids const* told_with_its_meeting() const
    {
        auto const named = std::ranges::find(report_.sections, ReportSection::meetings) != report_.sections.end();
        if (!named || rids_.meetings.size() != 1) return nullptr;
        auto const found = std::ranges::find(rids_.latest, rids_.meetings.front().meeting, &MeetingRids::meeting);
        return found == rids_.latest.end() ? nullptr : &*found;
    }

    Said sentence(Said clauses) const
    {
        return words_.say_in("clauses that make a sentence", "{clauses}.", "clauses"_a = std::move(clauses));
    }

    /// Whether they are explained from here on.
    Called called() { return std::exchange(explained_, true) ? Called::briefly : Called::explained; }

    Said of_period(Rids const& rids) { return counted(rids, called(), words_); }

    /// "a meeting of 16–25 April", "2 earlier meetings".
    Said earlier_meetings() const
    {
        auto const number = std::ranges::count_if(rids_.meetings, &MeetingRids::earlier);
        if (number > 1) return words_.quantity_in("in them", number, "{n} earlier meeting", "{n} earlier meetings");
        auto const one = std::ranges::find_if(rids_.meetings, &MeetingRids::earlier);
        if (!one->on) return words_.say_in("in it", "a meeting without a date");
        return words_.say_in("in it", "a meeting of {date}", "date"_a = date_here(*one->on, false, words_));
    }

    Said are_left_open(RoughCount const& left, Said amount) const
    {
        return words_.quantity(left.number, "{amount} is left open", "{amount} are left open",
                               "amount"_a = sensed(left.sense, std::move(amount), words_));
    }

    Said left_open(MeetingRids const& review) const
    {
        if (!review.left_open) return words_.say("how many it left open is not recorded");
        auto const& left = *review.left_open;
        if (left == RoughCount{0}) return words_.say_in("review items", "none is left open");
        return are_left_open(left, Said{number_text(left.number)});
    }

    Said names(MeetingRids const& review) const
    {
        constexpr std::size_t most_named = 4;
        std::vector<Said> names;
        for (auto const& name : review.satellites) names.push_back(as_name(name));
        return some_names(names, most_named, words_);
    }

    Said with_names(Said what, MeetingRids const& review) const
    {
        if (review.satellites.empty()) return what;
        return words_.say_in("what holds of satellites", "{what} ({satellites})", "what"_a = std::move(what),
                             "satellites"_a = names(review));
    }

    Said title_and_day(MeetingRids const& review) const
    {
        return in_a_row(as_name(review.title), review.on ? Said{date_here(*review.on, false, words_)} : Said{}, words_);
    }

    Said of_review(MeetingRids const& review)
    {
        // Only a review of an earlier period, of which there is a number, can be the first that is told.
        auto const known = std::exchange(explained_, true) || !review.left_open;
        auto const left =
            known ? left_open(review)
                  : are_left_open(*review.left_open, items(review.left_open->number, Called::explained, words_));
        return words_.say_in("a review", "{review}: {left_open}.",
                             "review"_a = with_names(title_and_day(review), review), "left_open"_a = left);
    }

    /// Of a review of several satellites, some of which met since.
    Said of_shared(MeetingRids const& review)
    {
        auto const& left = *review.left_open;
        auto const head = "review"_a = title_and_day(review);
        auto const amount = "amount"_a = sensed(left.sense, items(left.number, called(), words_), words_);
        if (review.satellites.empty())
            return words_.quantity(
                left.number, "{review}: {amount} was left open; how many of them are still open is not recorded.",
                "{review}: {amount} were left open; how many of them are still open is not recorded.", head, amount);
        return words_.quantity(
            left.number,
            "{review}: {amount} was left open; how many of them are still open ({satellites}) is not recorded.",
            "{review}: {amount} were left open; how many of them are still open ({satellites}) is not recorded.", head,
            amount, "satellites"_a = names(review));
    }

    ProgressReport const& report_;
    ReviewItems const& rids_;
    Words const& words_;
    std::vector<Said> lines_;
    bool explained_ = false;
};

}  // namespace

Said rids_in_words(Rids const& rids, Words const& words)
{
    return counted(rids, Called::briefly, words);
}

std::vector<Said> rid_lines(ProgressReport const& report, Words const& words)
{
    return RidLines{report, words}.written();
}

}  // namespace sss
