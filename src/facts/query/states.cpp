#include "facts/query/states.hpp"

#include "programme/outcome.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sss {

namespace {

struct Word {
    std::string_view name;
    StateWord word;
};

// Of one word its own name comes first.
constexpr std::array words{Word{"late", StateWord::late},        Word{"achieved", StateWord::achieved},
                           Word{"undated", StateWord::undated},  Word{"cancelled", StateWord::cancelled},
                           Word{"open", StateWord::open},        Word{"failed", StateWord::failed},
                           Word{"reached", StateWord::achieved}, Word{"dropped", StateWord::dropped},
                           Word{"lost", StateWord::lost},        Word{"overdue", StateWord::late}};

/// Satellites and meetings have no plan that could be late, and yet they can be given up.
bool can_be_cancelled(Kind const& kind, std::string_view prefix)
{
    return kind.field(std::string{prefix} + "cancelled") != nullptr;
}

/// What other records alone say of it: its launch.
bool can_be_lost(Kind const& kind, std::string_view prefix)
{
    return kind.name == kinds::satellite && prefix.empty();
}

bool is_planned_or_reached(Kind const& kind, std::string_view prefix)
{
    return !planned_key(kind, prefix).empty() || !reached_key(kind, prefix).empty();
}

/// What is due and closed has neither a plan nor an actual date.
bool is_closed_rather_than_reached(Kind const& kind)
{
    return key_of_role(kind, "", DateRole::planned, DateRole::actual).empty();
}

/// A review or test that was not passed, a launch that failed: held, and not reached.
bool says_failed(Table const& table)
{
    auto const* outcome = find(table, "outcome");
    return outcome != nullptr && outcome->string() != nullptr && is_failure(*outcome->string());
}

/// What a table says of itself, and what is known of it besides.
struct WordStanding {
    bool failed = false;
    bool achieved = false;
    bool cancelled = false;
    bool dropped = false;
    bool open = false;
    bool planned = false;  ///< it says so; what it says may not be readable
    bool used_up = false;  ///< its plan: it was held with the day that it named, and failed
    std::optional<Date> plan = {};
};

WordStanding standing_of(Table const& table, Kind const& kind, std::string_view prefix, Moment const& moment)
{
    auto const planned = planned_key(kind, prefix);
    auto const reached = reached_key(kind, prefix);
    auto const said = [&](std::string_view key) { return !key.empty() && find(table, key) != nullptr; };
    auto const held = said(reached);  // one that cannot be read says all the same that it was reached
    WordStanding is;
    is.failed = held && prefix.empty() && kind.name == kinds::milestone && says_failed(table);
    is.achieved = held && !is.failed;
    is.cancelled = can_be_cancelled(kind, prefix) && said("cancelled");
    auto const& zone = moment.records().zone();
    is.planned = said(planned);
    is.plan = date_at(table, planned, zone);
    // What was held and failed with the day that its plan named has no plan for what is still to come.
    is.used_up = is.failed && is.plan && !is.plan->open_ended() && [&] {
        auto const on = date_at(table, reached, zone);
        return !on || is.plan->last() <= on->last();
    }();
    is.dropped = !is.cancelled && moment.is_dropped(table);
    is.open = !is.achieved && !is.cancelled && !is.dropped && !moment.is_repeated(table);
    return is;
}

}  // namespace

std::optional<StateWord> state_word(std::string_view text)
{
    auto const found = std::ranges::find(words, text, &Word::name);
    return found == words.end() ? std::nullopt : std::optional{found->word};
}

std::vector<std::string_view> state_words()
{
    std::vector<std::string_view> all;
    for (auto const& word : words) all.push_back(word.name);
    return all;
}

std::string_view name(StateWord word)
{
    return std::ranges::find(words, word, &Word::word)->name;
}

bool says(StateWord word, Kind const& kind, std::string_view prefix)
{
    if (word == StateWord::cancelled && can_be_cancelled(kind, prefix)) return true;
    if (word == StateWord::lost) return can_be_lost(kind, prefix);
    return is_planned_or_reached(kind, prefix);
}

bool holds(StateWord word, Table const& table, Kind const& kind, std::string_view prefix, Moment const& moment)
{
    auto const is = standing_of(table, kind, prefix, moment);
    switch (word) {
        case StateWord::achieved: return is.achieved;
        case StateWord::failed: return is.failed;
        case StateWord::cancelled: return is.cancelled;
        case StateWord::open: return is.open;
        case StateWord::dropped: return is.dropped;
        case StateWord::lost: return can_be_lost(kind, prefix) && !is.cancelled && moment.lost_on(table) != nullptr;
        case StateWord::undated: return is.open && (!is.planned || is.used_up || (is.plan && is.plan->open_ended()));
        case StateWord::late: return is.open && !is.used_up && is.plan && is_late(*is.plan, moment.today());
    }
    return false;
}

bool has_state(Kind const& kind)
{
    return is_planned_or_reached(kind, "") || can_be_cancelled(kind, "");
}

std::string_view state_of(Record const& record, Moment const& moment)
{
    auto const& kind = *record.kind;
    auto const is = [&](StateWord word) { return holds(word, record.fields(), kind, "", moment); };
    if (can_be_cancelled(kind, "") && is(StateWord::cancelled)) return name(StateWord::cancelled);
    if (can_be_lost(kind, "") && is(StateWord::lost)) return name(StateWord::lost);
    if (!is_planned_or_reached(kind, "")) return {};
    if (is_closed_rather_than_reached(kind))
        return is(StateWord::achieved) ? "closed" : is(StateWord::late) ? "overdue" : "open";
    for (auto const word : {StateWord::failed, StateWord::dropped, StateWord::achieved, StateWord::late,
                            StateWord::undated, StateWord::open})
        if (is(word)) return name(word);
    return {};
}

std::string_view key_of_role(Kind const& kind, std::string_view prefix, DateRole role, DateRole other)
{
    for (auto const& field : kind.fields) {
        if (field.role != role && field.role != other) continue;
        std::string_view const path = field.path;
        if (!path.starts_with(prefix)) continue;
        auto const key = path.substr(prefix.size());
        if (key.find_first_of(".[") == std::string_view::npos) return key;
    }
    return {};
}

std::string_view planned_key(Kind const& kind, std::string_view prefix)
{
    return key_of_role(kind, prefix, DateRole::planned, DateRole::due);
}

std::string_view reached_key(Kind const& kind, std::string_view prefix)
{
    return key_of_role(kind, prefix, DateRole::actual, DateRole::closed);
}

std::optional<Date> plan_ahead(Table const& table, Kind const& kind, std::string_view prefix, Moment const& moment)
{
    auto const is = standing_of(table, kind, prefix, moment);
    return is.open && !is.used_up ? is.plan : std::nullopt;
}

}  // namespace sss
