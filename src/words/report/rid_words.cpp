#include "support/saturating.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// "more than ", "fewer than ", "about ", or nothing of an exact number.
std::string_view sense_of(RoughCount const& count)
{
    switch (count.sense) {
        case RoughCount::Sense::more: return "more than ";
        case RoughCount::Sense::fewer: return "fewer than ";
        case RoughCount::Sense::about: return "about ";
        case RoughCount::Sense::exact: break;
    }
    return "";
}

std::string counted(Rids const& rids, std::string_view one, std::string_view many)
{
    std::string text;
    auto const add = [&](std::optional<RoughCount> const& known, std::string_view what) {
        if (!known) return;
        auto const number = known->number;
        auto const size = number < 0 ? saturating_difference(0, number) : number;
        auto const amount = text.empty() ? count(size, one, many) : number_text(size);
        text += fmt::format("{}{}{}{}{}", text.empty() ? "" : ", ", sense_of(*known), amount,
                            number < 0 ? " fewer " : " ", what);
    };
    add(rids.raised, "raised");
    add(rids.closed, "closed");
    add(rids.carried_over, "carried over");
    return text;
}

/// Writes the lines of one report: what RIDs are is said where they are first named.
class RidLines {
public:
    explicit RidLines(ProgressReport const& report) : report_(report), rids_(report.rids) {}

    std::vector<Said> written()
    {
        auto const* alone = told_with_its_meeting();
        auto const left = alone == nullptr   ? Said{}
                          : alone->left_open ? "; " + left_open(*alone) + names(*alone)
                                             : "; how many are left open is not recorded";
        auto const here = this_period(report_.period);
        if (rids_.held) lines_.push_back(of_period(rids_.held) + ' ' + here + left + '.');
        if (rids_.earlier)
            lines_.push_back(of_period(rids_.earlier) + " in " + earlier_meetings() + ", recorded " + here + left +
                             '.');
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

    std::string of_period(Rids const& rids)
    {
        if (std::exchange(explained_, true)) return counted(rids, "RID", "RIDs");
        return counted(rids, "review item (RID)", "review items (RIDs)");
    }

    /// "a meeting of 16–25 April", "2 earlier meetings".
    std::string earlier_meetings() const
    {
        auto const number = std::ranges::count_if(rids_.meetings, &MeetingRids::earlier);
        if (number > 1) return count(number, "earlier meeting");
        auto const one = std::ranges::find_if(rids_.meetings, &MeetingRids::earlier);
        return one->on ? "a meeting of " + date_here(*one->on) : "a meeting without a date";
    }

    static std::string left_open(MeetingRids const& review)
    {
        if (!review.left_open) return "how many it left open is not recorded";
        auto const& left = *review.left_open;
        if (left == RoughCount{0}) return "none is left open";
        return std::string{sense_of(left)} + number_text(left.number) + (left.number == 1 ? " is" : " are") +
               " left open";
    }

    Said names(MeetingRids const& review) const
    {
        constexpr std::size_t most_named = 4;
        std::vector<Said> names;
        for (auto const& name : review.satellites) names.push_back(as_name(name));
        return names.empty() ? Said{} : " (" + some_names(names, most_named) + ')';
    }

    Said of_review(MeetingRids const& review)
    {
        // Only a review of an earlier period, of which there is a number, can be the first that is told.
        auto const known = std::exchange(explained_, true) || !review.left_open;
        auto const left = known ? left_open(review)
                                : std::string{sense_of(*review.left_open)} +
                                      count(review.left_open->number, "review item (RID)", "review items (RIDs)") +
                                      (review.left_open->number == 1 ? " is" : " are") + " left open";
        return as_name(review.title) + (review.on ? ", " + date_here(*review.on) : std::string{}) + names(review) +
               ": " + left + '.';
    }

    /// Of a review of several satellites, some of which met since.
    Said of_shared(MeetingRids const& review)
    {
        auto const& left = *review.left_open;
        auto const explained = std::exchange(explained_, true);
        auto const counted =
            std::string{sense_of(left)} +
            (explained ? count(left.number, "RID") : count(left.number, "review item (RID)", "review items (RIDs)"));
        return as_name(review.title) + (review.on ? ", " + date_here(*review.on) : std::string{}) + ": " + counted +
               (left.number == 1 ? " was" : " were") + " left open; how many of them are still open" + names(review) +
               " is not recorded.";
    }

    ProgressReport const& report_;
    ReviewItems const& rids_;
    std::vector<Said> lines_;
    bool explained_ = false;
};

}  // namespace

std::string rids_in_words(Rids const& rids)
{
    return counted(rids, "RID", "RIDs");
}

std::vector<Said> rid_lines(ProgressReport const& report)
{
    return RidLines{report}.written();
}

}  // namespace sss
