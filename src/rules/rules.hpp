#pragma once

#include "history/former_record.hpp"
#include "programme/date.hpp"
#include "programme/finding.hpp"
#include "records/layout.hpp"
#include "records/records.hpp"
#include "schema/schemas.hpp"
#include "support/zone.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sss {

/// Which record has which id, answered at once however many there are.
class Lookup {
public:
    explicit Lookup(Records const& records);

    /// The record of this kind and id, or nullptr.
    Record const* find(std::string_view kind, std::string_view id) const;
    /// All records of this id, by kind.
    std::vector<Record const*> named(std::string_view id) const;

    /// True for an id whose record most likely exists, but is told as a problem of its own: it stands in a wrong
    /// folder, is a link that is not followed, or its file's name needs mending. A reference to it is no mistake of the
    /// one who refers.
    bool misplaced(std::string_view id) const { return misplaced_.contains(id); }

private:
    std::unordered_map<std::string_view, std::vector<Record const*>> by_id_;
    std::set<std::string, std::less<>> misplaced_;
};

struct JudgedHistory;

/// What a rule may look at. Everything outlives the check.
struct RuleInput {
    Records const& records;
    Layout const& layout;
    Schemas const& schemas;
    Lookup const& lookup;
    Day today;                              ///< in the programme's time zone
    Zone const& zone;                       ///< the programme's
    FormerRecords former_records = {};      ///< may be empty: history is not at hand
    JudgedHistory const* judged = nullptr;  ///< what rules look back at; nullptr: they do not run
    int margin_days = 0;                    ///< `[plan] margin_days`
    bool newer_toml = true;                 ///< `[data] toml` is "1.1": what is of TOML 1.1 is no finding
};

class FindingSink;

/// One thing that can be wrong with records. The texts are the source of its page in docs/rules/.
struct Rule {
    std::string_view name;
    Severity level = Severity::error;  ///< unless `[rules]` of sss.toml says otherwise
    std::string_view summary;          ///< what it asks for, in one line
    std::string_view reason;           ///< why, in a few sentences, with the source where a standard says so
    /// Files that break it, and the same mended: each file begins with a line `--- path`. Both empty where no text can
    /// show it (a link, bytes that are no text). Where the past matters the files stand in commits: each begins with a
    /// line `=== DAY SUBJECT`, then come the rest of its message and the files that it writes.
    std::string_view failing = {};
    std::string_view mended = {};
    /// nullptr for what readers and the schema engine tell while they do their work.
    void (*check)(RuleInput const&, FindingSink&) = nullptr;
    /// Its findings mean that something was not read, so it cannot be lowered or turned off.
    bool fixed = false;
    /// Of rules that look back. A rule may look at what stands and back.
    void (*look_back)(RuleInput const&, JudgedHistory const&, FindingSink&) = nullptr;
};

/// Takes the findings of one rule.
class FindingSink {
public:
    FindingSink(Rule const& rule, std::vector<Finding>& findings, std::vector<Finding>& uncommitted)
        : rule_(rule), findings_(findings), uncommitted_(uncommitted)
    {}

    void add(Record const& record, Place place, Sentence message, Sentence help);

    /// On a change that no commit holds yet. A commit's message can still make it right, so it is a warning at the
    /// most.
    void add_uncommitted(Record const& record, Place place, Sentence message, Sentence help);

    /// On no record: on a setting. @param file  as it is called where there is no other
    void add_to_settings(Sentence message, Sentence help, std::string file = "sss.toml");

private:
    Finding made(Record const& record, Place place, Sentence message, Sentence help) const;

    Rule const& rule_;
    std::vector<Finding>& findings_;
    std::vector<Finding>& uncommitted_;
};

/// All rules: first those of reading, then those of the schema, then those that look at more than one field.
std::span<Rule const> all_rules();

/// The rule of this name, or nullptr.
Rule const* rule_named(std::string_view name);

/// The names of all rules, for what reads `[rules]`.
std::vector<std::string> rule_names();

/// What `[rules]` says: a severity, or nothing for "off" (Settings::rules).
using RuleLevels = std::map<std::string, std::optional<Severity>>;

/// Gives every finding the level that its rule is set to, and drops those of rules that are off. Fixed rules keep
/// theirs.
void apply_levels(std::vector<Finding>& findings, RuleLevels const& levels);

/// Everything that is wrong with a state of a data repository: what its reading said, what the schemas say of each
/// record, and what the rules say of all. Sorted; each mistake once.
std::vector<Finding> check_records(RuleInput const& input, RuleLevels const& levels);

/// The same, for those who have no lookup of their own.
std::vector<Finding> check_records(Records const& records, Layout const& layout, Schemas const& schemas, Day today,
                                   Zone const& zone, RuleLevels const& levels);

}  // namespace sss
