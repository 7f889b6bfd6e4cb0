#pragma once

#include "programme/date.hpp"
#include "programme/outcome.hpp"
#include "programme/rough_count.hpp"
#include "records/records.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One milestone as its record says it. Views and pointers live as long as the records.
struct Milestone {
    std::string id;
    std::string title;
    std::string type;       ///< empty where the record has none
    std::string satellite;  ///< its satellite's id; empty: the whole programme's
    std::string owner;      ///< an organisation's id; empty: nobody named
    std::vector<std::string> reviews;
    std::vector<std::string> depends_on;  ///< milestones' ids, as they are written
    std::string outcome;
    std::string repeats;  ///< the id of the one that failed and that this one holds again; empty: it repeats none
    std::optional<Date> baseline;
    std::optional<Date> planned;
    std::optional<Date> not_before;  ///< a plan with an open end, which gives no `planned`
    std::optional<Date> actual;
    double weight = 1;
    bool cancelled = false;
    std::optional<Date> cancelled_on;
    std::string cancelled_why;
    bool date_unreadable =
        false;  ///< has a planned or actual date that cannot be read: nothing is said of its standing

    // What other records say of it, known within `StandardRecords` alone (see `Fates`).
    std::string repeated_by = {};  ///< of one that failed: the one that holds it again
    bool dropped = false;          ///< its satellite was given up or lost, and it had not been reached

    /// It took place, whatever came of it.
    bool held() const { return actual.has_value(); }
    /// It took place and did not come to what it was for: a review or test that was not passed, a launch that failed.
    bool failed() const { return held() && is_failure(outcome); }
    bool reached() const { return held() && !failed(); }
    /// Still to be reached: neither reached nor given up, nor does another stand for it.
    bool open() const { return !reached() && counts(); }
    /// Whether it is one of those that the programme means to reach, or has reached.
    bool counts() const { return !cancelled && !dropped && repeated_by.empty(); }
    /// The plan for what is still to come: one that was held on its day and failed has used its plan up.
    std::optional<Date> plan_ahead() const
    {
        auto const used_up = failed() && planned && planned->last() <= actual->last();
        return used_up ? std::nullopt : planned;
    }
};

struct Decision {
    std::string id;
    std::string text;
};

/// An action of a meeting's minutes.
struct ActionItem {
    std::string id;
    std::string text;
    std::string owner;  ///< an organisation's id; empty: nobody named
    std::optional<Date> due;
    std::optional<Date> closed;
    std::string closed_by;  ///< a meeting's id
};

struct Rids {
    std::optional<RoughCount> raised;
    std::optional<RoughCount> closed;
    std::optional<RoughCount> carried_over;

    explicit operator bool() const { return raised || closed || carried_over; }
    bool operator==(Rids const&) const = default;
};

/// Who spoke at a meeting.
struct Speaker {
    std::string name;
    std::string office;        ///< may be empty, as all that follows
    std::string organisation;  ///< an id
    std::string said;
};

struct Meeting {
    std::string id;
    std::string title;
    std::string city;
    std::string country;
    std::optional<Date> start;
    std::optional<Date> not_before;  ///< a start with an open end, which gives no `start`
    std::optional<Date> end;
    bool held = false;  ///< the record says so: in so many words, or by what it tells of its course (minutes)
    bool cancelled = false;
    std::optional<Date> cancelled_on;
    std::string cancelled_why;
    std::string venue;
    std::string chair;
    std::optional<RoughCount> attendance;
    std::vector<Speaker> speakers;
    Rids rids;
    std::vector<std::string> milestones;     ///< the ids of those that it decided on
    std::vector<std::string> satellites;     ///< ids
    std::vector<std::string> organisations;  ///< ids of those that held it or took part in it
    std::vector<Decision> decisions;
    std::vector<ActionItem> actions;

    Day first() const { return start->first(); }
    Day last() const { return end ? end->last() : start->last(); }
    /// Its days as one date, for telling. Only where it has a start.
    Date when() const;
};

struct Satellite {
    std::string id;
    std::string name;
    std::vector<std::string> organisations = {};  ///< ids of its lead and its partners
    bool cancelled = false;                       ///< the programme has given it up
    std::optional<Date> cancelled_on = {};
    std::string cancelled_why = {};
};

/// A record of which something could not be read, and was left out of the report.
struct LeftOut {
    std::string path;
    std::string why;  ///< a clause
};

/// The standard kinds of a snapshot, read once for all sections of a report. Records of other kinds are counted but
/// not understood.
struct StandardRecords {
    std::vector<Milestone> milestones;  ///< by id, as all lists here
    std::vector<Meeting> meetings;
    std::vector<Satellite> satellites;
    std::map<std::string, std::string, std::less<>> organisations;  ///< id → short name, or name
    std::map<std::string, std::string, std::less<>> parents;        ///< an organisation's id → its parent's
    std::vector<LeftOut> left_out;                                  ///< by path
    std::size_t records = 0;

    Milestone const* milestone(std::string_view id) const;
    Meeting const* meeting(std::string_view id) const;
    Satellite const* satellite(std::string_view id) const;
    /// What people call the organisation; the id itself where no record has it.
    std::string const& organisation(std::string const& id) const;
};

StandardRecords read_standard_records(Records const& records);

/// What some records say of others: which satellites are gone, so that what they still had to reach is no longer
/// awaited, and who repeats what failed. Hears all of one moment first, then marks.
class Fates {
public:
    void hear(Satellite const& satellite);
    void hear(Milestone const& milestone);
    void mark(Milestone& milestone) const;

private:
    struct Launch {
        std::string id;
        Date on;
        bool failed;
    };
    bool is_gone(std::string const& satellite) const;
    /// The one that holds a failed milestone again, by its own word; of a launch also a later one of the satellite that
    /// took place: whatever failed before, that is the one it flew or was lost with. Empty: there is none.
    std::string repetition_of(Milestone const& failed) const;

    std::set<std::string, std::less<>> given_up_;                  ///< satellites
    std::map<std::string, Launch, std::less<>> launches_;          ///< the last one of each satellite
    std::map<std::string, std::string, std::less<>> repetitions_;  ///< milestone → the one that repeats it
};

/// The milestones of some records, one for each, with what the others say of them; one whose record cannot be read
/// whole is `date_unreadable`.
std::vector<Milestone> read_milestones(Records const& records);

/// When the launch of a satellite failed, where no other followed and neither an end of its mission nor a re-entry is
/// on record. The milestones are marked.
std::optional<Date> lost_at_launch(std::span<Milestone const> milestones, std::string_view satellite);

/// Marks all milestones of a state anew.
void mark_fates(StandardRecords& state);

/// The satellites that a meeting is about: those that it names, and those on whose milestones it decides. By id.
std::vector<std::string> satellites_of(StandardRecords const& state, Meeting const& meeting);

/// Takes away what by the records' own dates had not happened yet on that day: for the time before the first commit,
/// of which no snapshot tells.
void turn_back(StandardRecords& state, Day today);

/// One record out of its fields alone, for what a record said at another time. @param zone  the programme's
Milestone read_milestone(std::string id, Table const& fields, Zone const& zone);
Meeting read_meeting(std::string id, Table const& fields, Zone const& zone);
Satellite read_satellite(std::string id, Table const& fields, Zone const& zone);

}  // namespace sss
