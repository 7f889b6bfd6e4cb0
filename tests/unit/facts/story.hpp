#pragma once

#include "facts/report/progress.hpp"
#include "history/member_changes.hpp"
#include "programme/kind.hpp"
#include "records/document.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A programme's past told in a few lines, without a repository: commits that write records, and the report on any
/// period of them.
class Story {
public:
    Story()
    {
        for (auto const* name : {"meeting", "milestone", "organisation", "satellite"}) {
            Kind kind;
            kind.name = name;
            kind.folder = std::string{name} + 's';
            kind.title_field = kind.name == "organisation" || kind.name == "satellite" ? "name" : "title";
            auto const date = [&](char const* path, DateRole role) {
                Field field;
                field.path = path;
                field.type = FieldType::date;
                field.role = role;
                kind.fields.push_back(field);
            };
            date("baseline", DateRole::baseline);
            date("planned", DateRole::planned);
            date("actual", DateRole::actual);
            kinds_.push_back(std::make_unique<Kind>(std::move(kind)));
        }
    }

    /// Who signs the next commits, and what they give as the reason.
    Story& because(std::string reason)
    {
        reason_ = std::move(reason);
        return *this;
    }

    /// The next commit says that it corrects.
    Story& corrected()
    {
        corrected_ = true;
        return *this;
    }

    /// A commit at noon UTC of this day. Each record is "kind/id" and its TOML; an empty one removes it.
    Story& on(std::string_view day, std::vector<std::pair<std::string, std::string>> const& records)
    {
        LandedCommit told;
        told.commit.id.bytes[0] = static_cast<unsigned char>(whole_.commits.size() + 1);
        told.commit.author.name = "Ada";
        told.landed = told.commit.id;
        told.landed_at = *parse_day(day) + std::chrono::hours{12};
        told.reason = std::exchange(reason_, {});
        told.correction = std::exchange(corrected_, false);
        auto const commit = static_cast<std::uint32_t>(whole_.commits.size());
        whole_.commits.push_back(told);
        for (auto const& [name, text] : records) write(commit, name, text);
        states_.push_back(files_);
        return *this;
    }

    /// Like on(), but on a side branch that the next such commit or this one's merge lands: they land by one merge.
    Story& on_branch(std::string_view day, std::vector<std::pair<std::string, std::string>> const& records)
    {
        on(day, records);
        whole_.commits.back().landed = git::Oid{};
        return *this;
    }

    /// A commit that does nothing but give a record another id, and maybe other text.
    Story& renamed(std::string_view day, std::string const& from, std::string const& to, std::string text = {})
    {
        if (text.empty()) text = files_.at(from);
        on(day, {});
        files_[to] = files_.at(from);
        files_.erase(from);
        write(static_cast<std::uint32_t>(whole_.commits.size() - 1), to, text);
        whole_.changes.back().former_id = from.substr(from.find('/') + 1);
        states_.back() = files_;
        return *this;
    }

    Story& setting_correction_days(int days)
    {
        correction_days_ = days;
        return *this;
    }

    /// Configuration and narrowing of the reports that follow.
    Settings::Report settings;
    Narrowing narrowing;

    /// The report on a period, as it would be made on `today`; without one, on the period's last day.
    /// @param after  the number of the commit after which it begins, as --after has it
    ProgressReport report(std::string_view period_text, std::string_view today_text = {},
                          std::optional<int> after = std::nullopt) const
    {
        auto const asked = today_text.empty() ? *parse_day("2030-01-01") : *parse_day(today_text);
        auto const parsed = parse_period(period_text, asked);
        auto const& period = std::get<Period>(parsed);
        auto const today = std::min(asked, period.last);
        auto const begin = after ? *after : landed_before(period.first);
        auto const end = landed_before(today + std::chrono::days{1});

        History history;
        std::copy(whole_.commits.begin() + begin, whole_.commits.begin() + end, std::back_inserter(history.commits));
        for (auto change : whole_.changes) {
            if (static_cast<int>(change.commit) < begin || static_cast<int>(change.commit) >= end) continue;
            change.commit -= static_cast<std::uint32_t>(begin);
            for (auto& member : change.members) member.commit = change.commit;
            history.changes.push_back(std::move(change));
        }
        auto moved = moves(whole_, correction_days_);
        std::erase_if(moved, [&](Move const& move) {
            return static_cast<int>(move.commit) < begin || static_cast<int>(move.commit) >= end;
        });
        for (auto& move : moved) move.commit -= static_cast<std::uint32_t>(begin);

        auto const zone = Zone::utc();
        auto const before_all = end == 0;
        auto const records = snapshot(before_all ? states_.size() : static_cast<std::size_t>(end));
        History past;
        std::copy(whole_.commits.begin(), whole_.commits.begin() + end, std::back_inserter(past.commits));
        std::copy_if(whole_.changes.begin(), whole_.changes.end(), std::back_inserter(past.changes),
                     [&](Change const& change) { return static_cast<int>(change.commit) < end; });
        auto const touched = last_changes(past);
        ReportInput input{.records = records,
                          .history = before_all ? nullptr : &history,
                          .moves = moved,
                          .period = period,
                          .today = today,
                          .zone = zone,
                          .programme = "The test programme",
                          .settings = settings,
                          .narrowing = narrowing,
                          .last_changes = &touched};
        input.first_commit_here = begin == 0 && end > 0;
        if (after) input.begun_on = zone.day_of(whole_.commits[static_cast<std::size_t>(*after) - 1].landed_at);
        if (input.first_commit_here || before_all) input.records_begin = zone.day_of(whole_.commits.front().landed_at);
        return progress_report(input);
    }

    /// All of it, as a whole history tells it.
    History const& history() const { return whole_; }

private:
    Kind const* kind_of(std::string_view name) const
    {
        return std::ranges::find_if(kinds_, [&](auto const& kind) { return kind->name == name; })->get();
    }

    void write(std::uint32_t commit, std::string const& name, std::string const& text)
    {
        auto const slash = name.find('/');
        Change change;
        change.record = {kind_of(name.substr(0, slash)), name.substr(slash + 1)};
        change.commit = commit;
        auto const before = files_.contains(name) ? parse_document(name, files_[name]).root : Table{};
        auto const after = parse_document(name, text).root;
        auto const* title = find(text.empty() ? before : after, change.record.kind->title_field);
        change.title = title != nullptr && title->string() != nullptr ? *title->string() : change.record.id;
        if (text.empty()) {
            change.type = ChangeType::removed;
            change.content = std::make_shared<Table const>(before);
        } else if (!files_.contains(name)) {
            change.type = ChangeType::added;
            change.content = std::make_shared<Table const>(after);
        } else {
            change.members = member_changes(*change.record.kind, before, after);
            for (auto& member : change.members) member.commit = commit;
        }
        if (text.empty())
            files_.erase(name);
        else
            files_[name] = text;
        whole_.changes.push_back(std::move(change));
    }

    int landed_before(Day day) const
    {
        return static_cast<int>(std::ranges::count_if(
            whole_.commits, [&](LandedCommit const& told) { return told.landed_at < std::chrono::sys_seconds{day}; }));
    }

    Records snapshot(std::size_t commits) const
    {
        std::vector<Kind const*> kinds;
        for (auto const& kind : kinds_) kinds.push_back(kind.get());
        std::vector<Record> all;
        for (auto const& [name, text] : commits == 0 ? std::map<std::string, std::string>{} : states_[commits - 1]) {
            Record record;
            auto const slash = name.find('/');
            record.kind = kind_of(name.substr(0, slash));
            record.id = name.substr(slash + 1);
            record.document = parse_document("data/" + record.kind->folder + '/' + record.id + ".toml", text);
            all.push_back(std::move(record));
        }
        return Records{Layout{"data", kinds}, std::move(all), {}};
    }

    std::vector<std::unique_ptr<Kind>> kinds_;
    History whole_;
    std::map<std::string, std::string> files_;
    std::vector<std::map<std::string, std::string>> states_;
    std::string reason_;
    bool corrected_ = false;
    int correction_days_ = 0;
};

/// The TOML of a milestone, for brevity.
inline std::string milestone(std::string const& title, std::string const& more = {})
{
    return "title = \"" + title + "\"\ntype = \"review\"\n" + more;
}

/// A first commit that is no part of what a case tells.
inline std::pair<std::string, std::string> const somebody{"organisation/ada",
                                                          "name = \"Ada University\"\nshort_name = \"Ada\"\n"};

}  // namespace sss
