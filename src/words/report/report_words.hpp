#pragma once

#include "facts/report/progress.hpp"
#include "facts/report/satellite_groups.hpp"
#include "words/words.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The sentences and phrases of a progress report, the same in every format for people. They are said in the language
/// that is handed down; in English for what has no other: templates, the pages of a site, data.
namespace sss {

/// "week 15 of 2023 (10–16 April), as of 13 April", "April 2018"; the as-of day only where it is not the period's last.
std::string period_line(ProgressReport const& report, Words const& words = {});

/// The same, its period for machines too where HTML has a form for it.
Said period_said(ProgressReport const& report, Words const& words = {});

/// "this week", "that day", "in these days".
Said this_period(Period const& period, Words const& words = {});

/// "83 %"; never "100 %" while something is missing nor "0 %" while there is something: "over 99 %", "under 1 %".
std::string percent_text(double part, double whole, Words const& words = {});
/// "9 of 11".
Said part_of(std::int64_t part, std::int64_t whole, Words const& words = {});
/// Whether a share is the same by weight as by count.
bool weighs_alike(Tally const& part, Tally const& whole);

/// "SSS-1 and SSS-2A only.", "Only what belongs to Ada.", "SSS-1, meetings only."; empty where the report is of all.
Said narrowing_line(ProgressReport const& report, Words const& words = {});
/// "week 15 of 2023, as of 13 April (SSS-1 only)": what tells one report from another where titles are listed.
std::string period_and_part(ProgressReport const& report, Words const& words = {});
/// "sss-2b was not on record on 30 April 2018.", by the ids that were asked for: what a record is called was said
/// later, and a report on that day must not change with it. Empty where all of them are on record.
Said not_yet_on_record(ProgressReport const& report, Words const& words = {});
/// What a report that is narrowed away from milestones tells first: "3 satellites on record."
Said other_kinds_sentence(ProgressReport const& report, Words const& words = {});

/// What a director reads: whether the schedule holds and what is furthest behind, how much is reached, what comes next.
std::vector<Said> verdict(ProgressReport const& report, Words const& words = {});
/// What the period brought: what was reached and what counts no more, what moved, what cannot come true as planned.
std::vector<Said> news(ProgressReport const& report, Words const& words = {});
/// Both in one stretch, without the verdict on the schedule: for who tells that apart (`schedule_sentence`).
std::vector<Said> headline(ProgressReport const& report, Words const& words = {});

/// "Partly behind schedule: 1 of 3 open milestones is overdue."; empty where nothing is open or nothing can be known.
Said schedule_verdict(ProgressReport const& report, Words const& words = {});
/// "Furthest behind: SSS-1 launch, +45 days on its baseline."; empty where nothing is behind.
Said furthest_behind(ProgressReport const& report, Words const& words = {});
/// On what the verdict rests, and what its words mean: to be read by who asks.
std::vector<Said> schedule_basis(ProgressReport const& report, Words const& words = {});
/// The verdict with all the numbers that say so, in one stretch; empty where there is none.
Said schedule_sentence(ProgressReport const& report, Words const& words = {});
/// What its words mean. Empty where none of them was said.
Said schedule_rule(ProgressReport const& report, Words const& words = {});
/// The same, for where no heading says of what: to be printed once, below.
Said schedule_definition(ProgressReport const& report, Words const& words = {});

/// What the reader must know of how the report was made: dates alone, an import, what was left out. Often empty.
std::vector<Said> remarks(ProgressReport const& report, Words const& words = {});

/// "3 days later than planned", "as planned, 4 days later than its baseline", "within the planned days", "in the
/// planned month" (of one whose day is known no better); empty where no plan was on record.
Said punctuality(Achieved const& entry, Words const& words = {});
/// "recorded 19 days later"; empty where it was not.
Said recording(Achieved const& entry, Words const& words = {});

/// "passed with actions", "held, failed", "a partial success"; empty where no outcome is recorded.
Said outcome_in_words(std::string_view outcome, Words const& words = {});
/// What comes of one that failed: "to be held again: SSS-1 CDR 2, planned for 3 May", "nothing on record repeats it".
Said after_failure(Failed const& entry, Words const& words = {});
/// "SSS-1 CDR", "Beijing station (ground-station)": of a milestone, or of another kind that has plans too.
Said overdue_name(Late const& late, Words const& words = {});
/// "SSS-1 CDR", "SSS-1 CDR (not before 3 May)", "SSS-1 CDR (held 3 May and failed; nothing on record repeats it)": of
/// what has no date.
Said undated_name(Expected const& entry, Words const& words = {});

/// "first move", "third move, +5 days in all", "first and second move", "third to fifth move, +8 days in all".
Said which_move(Moved const& entry, Words const& words = {});
/// The way without what its dates share, and without the times of day that did not matter; "no date → 11 → 12 April" of
/// one that was given its date in the period.
std::string way_in_words(Moved const& entry, Words const& words = {});
/// "weather", or "no reason given".
Said reason(Source const& source, Words const& words = {});
/// "KSBY, 11 April, a1b2c3d".
Said source_in_words(Source const& source, Words const& words = {});

/// "no date → 11 April", "15 April → no date".
std::string way_in_words(Dated const& entry, Words const& words = {});
std::string way_in_words(Undated const& entry, Words const& words = {});
/// "got a date", "got a date, its baseline too", "got a date; baseline 12 April".
Said got_date(Dated const& entry, Words const& words = {});
/// "lost its date".
Said lost_date(Undated const& entry, Words const& words = {});
/// How one that moved since got its date in the period; nullptr for any other, and for one whose date came back: of
/// that its first move tells.
Dated const* dated_and_moved(Moved const& entry, ProgressReport const& report);
/// "dated 11 April, its baseline too".
Said was_dated(Dated const& entry, Words const& words = {});

/// "15 April", "no date"; where it was first written otherwise "14 April, now 15 April".
Said plan_of_new(NewMilestone const& entry, Words const& words = {});
/// Why one that is open is not awaited; empty where it is.
Said fate_of_new(NewMilestone const& entry, Words const& words = {});
/// Whether its plan was first written otherwise than it stands, as people are told it.
bool first_planned_otherwise(NewMilestone const& entry);

/// The heading of a section: "Achieved", "RIDs", "Not updated".
Said title_of(ReportSection section, Words const& words = {});
/// Whether a section is told as "none": it is empty, could have something to tell, and is asked to say so. (*Overdue*
/// always says so.)
bool says_none(ProgressReport const& report, ReportSection section);

/// "all inherited from SSS-1 CDR", "3 inherited from SSS-1 CDR, 1 its own"; empty where nothing was inherited.
Said origin_in_words(Moved const& entry, Words const& words = {});
/// "Together they slipped by 15 days: 4 days of their own and 11 inherited."; empty where that tells nothing more.
Said slip_totals_sentence(ProgressReport const& report, Words const& words = {});
/// "+12 days on its baseline", "about 2 years later than its baseline"; empty where it stands there.
Said behind_baseline(std::optional<Slip> const& slip, Words const& words = {});

/// What else is new and no longer open, by name; empty where nothing is.
Said new_but_not_open(ProgressReport const& report, Words const& words = {});

/// "5 days before SSS-1 CDR is over (14 June); new this week".
Said conflict_in_words(Conflict const& conflict, ProgressReport const& report, Words const& words = {});

/// How many dates were only put right; empty where none was.
Said corrections_sentence(ProgressReport const& report, Words const& words = {});

/// "16–25 April, Ankara, TR"; "…; recorded 14 May"; where nobody recorded that it was held "planned for 16–25 April,
/// Ankara, TR; not recorded as held".
Said meeting_when(MeetingNews const& meeting, Words const& words = {});
/// Where it was, who was in the chair, how many came; then who spoke, a line each: as far as it is on record.
std::vector<Said> meeting_course(MeetingNews const& meeting, Words const& words = {});
/// "335 RIDs raised, 40 carried over"; empty where there is none.
Said rids_in_words(Rids const& rids, Words const& words = {});

/// "overdue by 12 days", "due 30 June (in 17 days)", "no due date"; and how long it is open.
Said action_state(ActionStanding const& action, ProgressReport const& report, Words const& words = {});

/// "3 agreed this week, 1 closed, 1 re-opened."; empty where nothing was.
Said actions_of_period(ProgressReport const& report, Words const& words = {});
/// "was closed 12 January", of an action that is open again.
Said closed_before(ActionStanding const& action, Words const& words = {});

/// "was cancelled 6 February, stands as reached"
Said reinstated_was(Reinstated const& entry, Words const& words = {});

/// The period's review items, and what the latest reviews left open, a line each; what stands under Meetings is not
/// told twice. May be empty though there are some: what is not recorded is said once.
std::vector<Said> rid_lines(ProgressReport const& report, Words const& words = {});

/// "3 of 9 open matters have not been touched for more than 90 days:".
Said freshness_sentence(ProgressReport const& report, Words const& words = {});
/// "2 of 3 milestones, 1 of 2 actions".
Said stale_matters(OwnersFreshness const& owner, Words const& words = {});
/// "the longest: SSS-2 launch, 412 days".
Said oldest_matter(OwnersFreshness const& owner, Words const& words = {});

/// "SSS-1: Status of April, by APSCO, Li Xinjun, 25 April (12 days ago)": of what a statement is, whose and how old.
Said statement_head(Statement const& statement, ProgressReport const& report, Words const& words = {});
/// Its first paragraphs and items, as plain text; where there are more, how many and the command that shows all.
std::vector<Said> statement_paragraphs(Statement const& statement, Words const& words = {});

/// An owner's name, or that none is named.
Said owner_or_none(std::string const& name, Words const& words = {});

/// "3 open, none overdue."
Said open_actions_sentence(ProgressReport const& report, Words const& words = {});

/// "SSS-1 re-entered on 10 May.": what became of satellites in the period where no milestone of the part says it.
std::vector<Said> satellite_news(ProgressReport const& report, Words const& words = {});

/// "in orbit for 546 days", "before launch, phase D", "re-entered 10 May 2025 after 1,304 days in orbit".
Said whereabouts(SatelliteStanding const& satellite, Words const& words = {});
/// "next: launch, 14 April", "next: EM integrated test, undated", "no open milestone"; after the launch how many were
/// left open where none has a date ahead. Empty where it has no milestones of the part.
Said next_of(SatelliteStanding const& satellite, ProgressReport const& report, Words const& words = {});
/// The same where it stands under a heading that says so.
Said what_comes(SatelliteStanding const& satellite, ProgressReport const& report, Words const& words = {});

/// "9 of 11"; where weights tell another story "9 of 11, 71 % by weight"; "no milestone of this part, 9 of 11 in
/// all".
Said share_of_satellite(SatelliteStanding const& satellite, Words const& words = {});

/// Milestones and meetings that come up, by date.
struct Ahead {
    Said title;
    Date on;
    bool time = false;  ///< its time of day matters: of a milestone's instant
    Said who_or_where;
};
std::vector<Ahead> coming_up(ProgressReport const& report, Words const& words = {});

/// What came, went and changed among the records: a line for each kind and sort of news, with names where they are few.
std::vector<Said> record_lines(ProgressReport const& report, Words const& words = {});

/// "Days are those of Asia/Shanghai.": by which midnight commits and moments were told apart; empty without a commit.
Said days_of(ProgressReport const& report, Words const& words = {});
/// "Made by sss 0.1.0 from commit 5080aab…", to be followed by the command that makes it again (made_line.hpp); empty
/// where there is no commit.
std::string made_from(ProgressReport const& report);
/// "It cannot be made again without the settings file mine.toml."; mostly empty.
Said made_beside(ProgressReport const& report, Words const& words = {});

/// "By owner: 12 of SUPARCO, 9 of METU, … and 3 owners more."; empty: it is one alone.
Said counts_by_owner(std::span<OwnersCount const> owners, Words const& words = {});
/// "Before launch, phase C, CDR held": where the satellites of a group are, as a row begins with it.
Said group_whereabouts(SatelliteGroup const& group, Words const& words = {});

/// A date as the report says it.
std::string date_here(Date const& date, bool time = false, Words const& words = {});
/// The same, for machines too.
Said date_said(Date const& date, bool time = false, Words const& words = {});
std::string day_here(Day day, Words const& words = {});

}  // namespace sss
