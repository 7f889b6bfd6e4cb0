#pragma once

#include "programme/date.hpp"
#include "programme/finding.hpp"
#include "programme/period.hpp"
#include "programme/report_section.hpp"
#include "records/document.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// `sss.toml`: the programme's name and habits. Every key has a default, so an empty file works.
struct Settings {
    struct Programme {
        std::string name;              ///< empty: not said
        std::string short_name;        ///< empty: not said
        std::string description;       ///< in a few sentences what it is for; empty: not said
        std::string id;                ///< on which ids in feeds and calendars hang; empty: that of the first commit
        std::string timezone = "UTC";  ///< a name of the IANA database, known to Zone::named
        std::chrono::weekday week_starts = std::chrono::Monday;
        bool operator==(Programme const&) const = default;
    };
    struct Data {
        std::string folder = "data";  ///< relative to the root, without `.` and `..` parts; "." is the root itself
        std::string schemas = "schemas";
        std::vector<std::string> kinds;   ///< empty: the standard kinds and all in the schemas folder; else only these
        std::vector<std::string> ignore;  ///< globs, relative to the data folder
        std::string toml = "1.0";         ///< the version of TOML that records are held to: "1.0" or "1.1"
        bool operator==(Data const&) const = default;
    };
    struct History {
        int correction_days = 7;
        bool operator==(History const&) const = default;
    };
    struct Report {
        int upcoming_days = 30;
        int stale_days = 90;
        int tolerance_days = 7;  ///< so far may a plan lie behind its baseline and still count as on schedule
        std::vector<ReportSection> sections = report_sections();  ///< those that are printed, in their order
        bool say_empty = false;                                   ///< a section without content says so
        std::string archive = "reports";                          ///< where reports are kept, relative to the root
        bool operator==(Report const&) const = default;
    };
    /// The head of a report that is sent as a message.
    struct Mail {
        std::string from;             ///< "Secretariat <pmo@example.org>"; empty: not said
        std::vector<std::string> to;  ///< likewise, each one address
        bool operator==(Mail const&) const = default;
    };

    struct Plan {
        int margin_days = 0;
        bool operator==(Plan const&) const = default;
    };
    /// What is published, and how: for pages, feeds, calendars and exports alike.
    struct Site {
        std::string url;                         ///< ends with a slash; empty: nowhere
        std::string calendar_refresh = "PT12H";  ///< a duration of RFC 5545
        std::vector<std::string> leave_out;      ///< "supplier", "milestone.notes", "meeting.action.text"
        bool people_named = true;                ///< false: no person's name is published
        std::string license;                     ///< of the data, an SPDX id; empty: not said
        std::string folder = "site";             ///< into which the pages are written, relative to the root
        std::string edit;    ///< where a record can be corrected: an address that holds {path}; empty: nowhere
        std::string commit;  ///< where a commit can be seen: an address that holds {commit}; empty: nowhere
        std::string accent;  ///< the programme's colour, "#0b5fff"; empty: that of sss
        std::string about;   ///< a file in Markdown that tells of the programme, relative to the root; empty: none
        std::string logo;    ///< a picture that stands for the programme, SVG or PNG, likewise
        bool operator==(Site const&) const = default;
    };
    /// What was promised of reports: whether it was kept, the history of the archive says.
    struct Publication {
        std::optional<PeriodUnit> every = {};  ///< week, month, quarter or year; nothing: none was promised
        int within_days = 7;                   ///< after the end of a period
        std::optional<Day> since = {};         ///< from which it is measured; nothing: from the first kept report
        bool operator==(Publication const&) const = default;
    };
    /// What a waiver names, and where: its findings stand there.
    struct Named {
        std::string text;
        Place place;
        std::string line;  ///< the source line, for excerpts
        bool operator==(Named const&) const = default;
    };
    /// The findings of one rule on one record that are accepted until a day.
    struct Waiver {
        std::string file;  ///< the settings file
        Named rule;
        Named record;  ///< an id, or KIND/ID
        std::string reason;
        Named until;
        Day last;  ///< of `until`; on it the waiver still holds
        bool operator==(Waiver const&) const = default;
    };

    Programme programme;
    Data data;
    std::map<std::string, std::optional<Severity>> rules;  ///< level by rule name; no level: the rule is off
    std::vector<Waiver> waivers;                           ///< in the order of the file; only those that are sound
    History history;
    Report report;
    Mail mail;
    Plan plan;
    Site site;
    Publication publication;
    std::map<std::string, std::string> terms;  ///< abbreviations of the programme; an empty meaning takes one away

    bool operator==(Settings const&) const = default;
};

/// One key of the settings, for their check, for documentation and for `sss init`. The keys of [rules] are the rules'
/// names and stand in no row.
struct SettingRow {
    std::string_view section;
    std::string_view key;
    std::string_view fallback;     ///< the default, as TOML
    std::string_view description;  ///< one line
};

/// All keys, by section, in the order in which they are documented.
std::span<SettingRow const> setting_rows();

/// Reads the settings; what is wrong in them becomes findings of the rule `setting`, with the place and a suggestion,
/// and the default stands in for it. Syntax errors stand in the document's own problems and are not told again.
/// @param known_rules  names that [rules] may hold; empty: all are taken
Settings read_settings(Document const& document, std::vector<Finding>& findings,
                       std::span<std::string const> known_rules = {});

/// The same from the text of the file: syntax errors are among the findings, and each finding shows its line.
Settings read_settings(std::string path, std::string_view text, std::vector<Finding>& findings,
                       std::span<std::string const> known_rules = {});

}  // namespace sss
