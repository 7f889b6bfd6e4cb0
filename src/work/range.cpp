#include "work/range.hpp"

#include "facts/change/releases.hpp"
#include "programme/period.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::string_view forms =
    "A period is 2018-04, 2018-Q2, last-month, 2018-04-01..2018-04-30 …; a range of revisions is A..B.";

class Understanding {
public:
    Understanding(std::string const& text, HistoryView const& past) : text_(text), past_(past) {}

    Range range()
    {
        if (text_.empty()) return range_;
        auto const read = period(text_);
        if (auto const* days = std::get_if<Period>(&read)) {
            take_days(*days);
        } else if (auto const* since = std::get_if<SinceRevision>(&read)) {
            take_from(since->revision);
        } else if (auto const three = text_.find("..."); three != text_.npos) {
            take_parted(text_.substr(0, three), text_.substr(three + 3));
        } else if (auto const two = text_.find(".."); two != text_.npos) {
            take_ends(text_.substr(0, two), text_.substr(two + 2), std::get<DateProblem>(read));
        } else {
            take_one(std::get<DateProblem>(read));
        }
        return std::move(range_);
    }

private:
    using Reading = std::variant<Period, SinceRevision, DateProblem>;

    Reading period(std::string_view text) const
    {
        return parse_period(text, past_.today, past_.configuration->settings.programme.week_starts);
    }

    void take_days(Period const& days)
    {
        range_.first = days.first;
        range_.last = days.last;
        if (text_.find("..") == text_.npos) warn_of_namesake(text_);
    }

    /// Where a date is also the name of a branch or tag, whoever meant that one is told how to write it.
    void warn_of_namesake(std::string const& text)
    {
        auto const names = past_.repository.revision_names();
        if (!std::ranges::binary_search(names, text) || !range_.advice.empty()) return;
        auto const tag = past_.repository.knows("refs/tags/" + text);
        range_.advice = fmt::format("'{0}' is read as a date; the {1} of that name is written {2}/{0}", visible(text),
                                    tag ? "tag" : "branch", tag ? "tags" : "heads");
    }

    void take_from(std::string const& end)
    {
        auto const read = period(end);
        if (auto const* days = std::get_if<Period>(&read)) {
            range_.first = days->first;
            warn_of_namesake(end);
        } else {
            range_.from = revision(end);
        }
    }

    void take_to(std::string const& end)
    {
        auto const read = period(end);
        if (auto const* days = std::get_if<Period>(&read)) {
            range_.last = days->last;
            warn_of_namesake(end);
        } else {
            range_.to = revision(end);
        }
    }

    void take_ends(std::string const& from, std::string const& to, DateProblem const& problem)
    {
        // Two days of which something is wrong: what that is says more than that they are no revisions.
        auto const is_date = [this](std::string const& end) { return std::holds_alternative<Period>(period(end)); };
        if (is_date(from) && is_date(to))
            throw UsageError{fmt::format("'{}' cannot be told: {}", visible(text_), problem.message.text()),
                             problem.help.whole()};
        if (!from.empty()) take_from(from);
        if (!to.empty()) take_to(to);
        if (range_.from) warn_of_swapped_ends(from, to);
    }

    void warn_of_swapped_ends(std::string const& from, std::string const& to)
    {
        auto const end = range_.to ? range_.to : past_.now ? std::optional{past_.now->id} : std::nullopt;
        if (!end || *end == *range_.from || past_.repository.merge_base(*range_.from, *end) != end) return;
        range_.advice = fmt::format("{} holds nothing that {} does not hold; the other way round it is {}..{}",
                                    to.empty() ? "HEAD" : visible(to), visible(from), to.empty() ? "HEAD" : visible(to),
                                    visible(from));
    }

    void take_parted(std::string const& from, std::string const& to)
    {
        range_.to = revision(to.empty() ? "HEAD" : to);
        auto const other = revision(from.empty() ? "HEAD" : from);
        range_.from = past_.repository.merge_base(other, *range_.to);
        if (!range_.from)
            throw UsageError{fmt::format("{} and {} have no past in common", visible(from), visible(to)),
                             "`A..B` tells what B holds and A does not."};
    }

    void take_one(DateProblem const& problem)
    {
        // "2024-13" is a date with something wrong, not a revision that nobody knows.
        if (is_date_like(problem) && !past_.repository.knows(text_))
            throw UsageError{fmt::format("'{}' is no period: {}", visible(text_), problem.message.text()),
                             problem.help.whole()};
        if (!past_.repository.knows(text_)) throw unknown(text_, &problem);
        auto const commit = past_.repository.resolve(text_);
        for (std::string_view const prefix : {"refs/tags/", "tags/", ""}) {
            if (!text_.starts_with(prefix)) continue;
            auto const name = text_.substr(prefix.size());
            auto const tags = past_.repository.tags();
            if (std::ranges::find(tags, name, &git::Tag::name) == tags.end()) continue;
            range_.to = commit;
            past_.repository.require_whole_history("tell what a release brought");
            range_.from = release_before(past_.repository, commit);
            return;
        }
        throw UsageError{
            fmt::format("'{}' is a revision, and a changelog tells a range of them", visible(text_)),
            fmt::format("..{0} is all that led to it, {0}.. what came after it, {0}^..{0} what it brought itself.",
                        visible(text_))};
    }

    static bool is_date_like(DateProblem const& problem)
    {
        return problem.sort == DateProblem::Sort::a_part || problem.sort == DateProblem::Sort::other_form;
    }

    git::Oid revision(std::string const& text) const
    {
        if (!past_.repository.knows(text)) throw unknown(text, nullptr);
        return past_.repository.resolve(text);
    }

    UsageError unknown(std::string const& text, DateProblem const* problem) const
    {
        auto const names = past_.repository.revision_names();
        // A clone that CI makes often has the branch of its origin and none of its own.
        auto const remote = std::ranges::find_if(names, [&](auto const& one) { return one.ends_with('/' + text); });
        auto const near = remote != names.end() ? std::optional{*remote} : nearest(text, names);
        auto const advised = problem != nullptr && problem->sort == DateProblem::Sort::misspelt;
        auto const help = advised ? problem->help.whole()
                          : near  ? fmt::format("Did you mean '{}'?", visible(*near))
                                  : "";
        auto const alone = problem != nullptr;
        return UsageError{fmt::format("'{}' is neither a period nor a revision of this repository", visible(text)),
                          !help.empty() ? help
                          : alone       ? std::string{forms}
                                        : "A revision is a branch, a tag, a commit or any form that `git rev-parse` "
                                          "understands."};
    }

    std::string const& text_;
    HistoryView const& past_;
    Range range_;
};

}  // namespace

Range understand_range(std::string const& text, HistoryView const& past)
{
    return Understanding{text, past}.range();
}

}  // namespace sss
