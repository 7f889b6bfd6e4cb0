#include "words/change_words.hpp"

#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// How loosely a date is said: by its days, a day before its instant, about before plainly. Greater: less exactly.
std::tuple<int, bool, bool> exactness(Date const& date)
{
    return {(date.last() - date.first()).count(), !date.instant(), date.approximate()};
}

std::string text_of(Table const& table, std::string_view key)
{
    auto const* value = find(table, key);
    return value != nullptr && value->text() != nullptr ? *value->text() : std::string{};
}

/// "cancelled on 21 November 2026: covered by the QR".
std::string given_up(Table const& cancelled, Zone const& zone)
{
    auto sentence = std::string{"cancelled"};
    if (auto const date = date_at(cancelled, keys::date, zone))
        sentence += (date->precision() <= Precision::day ? " on " : " in ") + in_words(*date);
    if (auto const reason = text_of(cancelled, keys::reason); !reason.empty())
        sentence += ": " + one_line(reason, quoted_width);
    return sentence;
}

bool is_long(Value const& value)
{
    auto const* text = value.string();
    return text != nullptr && (text->find('\n') != std::string::npos || text->size() > 60);
}

std::size_t lines_in(std::string_view text)
{
    if (text.empty()) return 0;
    return static_cast<std::size_t>(std::ranges::count(text, '\n')) + (text.ends_with('\n') ? 0 : 1);
}

}  // namespace

std::string one_line(std::string_view text, std::size_t width)
{
    std::string line;
    for (auto const c : text) {
        auto const blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (line.ends_with(' ')) line.pop_back();
    return truncated(line, width);
}

std::string ChangeWords::title_of(std::vector<std::string> const& kinds, std::string const& id) const
{
    for (auto const& kind : kinds)
        if (auto const* record = records_.find(kind, id)) return record->title();
    return id;
}

bool tells_reason(ChangeFacts const& facts, std::string_view reason)
{
    auto const says = [&](Value const* value) {
        return value != nullptr && value->string() != nullptr && *value->string() == reason;
    };
    auto const& change = *facts.change;
    if (change.type == ChangeType::added && change.content != nullptr) {
        auto const* cancelled = find(*change.content, keys::cancelled);
        return cancelled != nullptr && cancelled->table() != nullptr && says(find(*cancelled->table(), keys::reason));
    }
    return std::ranges::any_of(facts.fields, [&](FieldChange const& field) {
        return field.path == "cancelled.reason" && field.to && says(&*field.to);
    });
}

void told_first(std::vector<Clause>& clauses, std::string_view path)
{
    std::ranges::stable_partition(clauses, [path](Clause const& clause) { return clause.path == path; });
}

std::vector<std::string> ChangeWords::sentences(ChangeFacts const& facts) const
{
    std::vector<std::string> said;
    for (auto const& clause : clauses(facts)) said.push_back(clause.text());
    return said;
}

std::vector<Clause> ChangeWords::clauses(ChangeFacts const& facts) const
{
    auto const& change = *facts.change;
    if (change.type != ChangeType::changed && !facts.fields.empty()) return part(facts);
    if (change.type == ChangeType::added) return {{{}, added(change)}};
    if (change.type == ChangeType::removed) return {{{}, removed(change)}};

    // The dates that the programme waits for first, then the rest in the order of the file.
    auto const weight = [](FieldChange const& one) {
        auto const role = one.field != nullptr ? one.field->role : DateRole::none;
        return role == DateRole::actual ? 0 : role == DateRole::planned ? 1 : one.path.starts_with("cancelled") ? 2 : 3;
    };
    auto fields = facts.fields;
    std::ranges::stable_sort(fields, {}, weight);
    // A launch that flies at the hour last planned says the date once.
    auto const reached_as_planned = [&](FieldChange const& one) {
        return weight(one) == 1 && one.to && std::ranges::any_of(fields, [&](FieldChange const& other) {
                   return weight(other) == 0 && !other.from && other.to &&
                          date_of(other.to, zone_) == date_of(one.to, zone_);
               });
    };
    std::vector<Clause> said;
    if (!change.former_id.empty())
        said.push_back({{}, fmt::format("renamed from {} to {}", change.former_id, change.record.id)});
    // When and why it was given up are one sentence.
    Table cancellation;
    for (auto const& one : fields)
        if (one.path.starts_with("cancelled.") && !one.from && one.to)
            cancellation.push_back({one.path.substr(std::string_view{"cancelled."}.size()), {}, *one.to});
    auto const newly_cancelled = cancellation.size() > 1 && find(cancellation, keys::date) != nullptr;
    std::vector<FieldChange const*> new_sources;
    std::vector<std::string> minor;
    auto const days = meeting_days(change, fields);
    if (days) said.push_back(*days);
    for (auto const& one : fields) {
        if (days && (one.path == keys::start || one.path == keys::end)) continue;
        if (one.path.starts_with("sources[") && one.to && !one.from)
            new_sources.push_back(&one);
        else if (detail_ == WordDetail::brief && (one.path == keys::notes || one.path.starts_with(keys::sources)))
            minor.push_back("notes");
        else if (newly_cancelled && one.path == "cancelled.date")
            said.push_back({one.path, given_up(cancellation, zone_)});
        else if (!(newly_cancelled && one.path == "cancelled.reason") && !reached_as_planned(one))
            said.push_back(field(facts, one));
    }
    if (detail_ == WordDetail::brief && !said.empty()) {
        if (!new_sources.empty()) minor.push_back(count(static_cast<std::int64_t>(new_sources.size()), "source"));
        if (!minor.empty()) said.push_back({"notes", fmt::format("also {}", fmt::join(minor, " and "))});
    } else {
        if (!minor.empty()) said.push_back({"notes", "notes rewritten"});
        if (!new_sources.empty()) said.push_back({"sources", sources(new_sources)});
    }
    return said;
}

/// "16–25 → 23 April – 2 May 2018 (+7 days)": a meeting whose first and last day went equally far, or whose only day
/// did, is told by its days as one.
std::optional<Clause> ChangeWords::meeting_days(Change const& change, std::vector<FieldChange> const& fields) const
{
    if (change.record.kind->name != kinds::meeting || change.type != ChangeType::changed) return std::nullopt;
    auto const at = [&](std::string_view path) {
        auto const found = std::ranges::find(fields, path, &FieldChange::path);
        return found != fields.end() ? &*found : nullptr;
    };
    struct Ends {
        std::optional<Date> from, to;
    };
    auto const exact = [&](FieldChange const* one) -> std::optional<Ends> {
        if (one == nullptr) return std::nullopt;
        Ends side{date_of(one->from, zone_), date_of(one->to, zone_)};
        auto const is_day = [](std::optional<Date> const& date) {
            return date && date->precision() == Precision::day && !date->is_range() && !date->approximate();
        };
        return is_day(side.from) && is_day(side.to) ? std::optional{side} : std::nullopt;
    };
    auto const start = exact(at(keys::start));
    if (!start) return std::nullopt;
    auto const distance = slip(*start->from, *start->to);
    if (at(keys::end) == nullptr) {
        auto const* record = records_.find(kinds::meeting, change.record.id);
        if (record == nullptr || find(record->fields(), keys::end) != nullptr) return std::nullopt;
        return Clause{std::string{keys::start}, move_in_words(*start->from, *start->to), slip_in_words(distance)};
    }
    auto const end = exact(at(keys::end));
    if (!end || slip(*end->from, *end->to).days != distance.days || end->from->first() < start->from->first())
        return std::nullopt;
    return Clause{std::string{keys::start},
                  move_in_words(Date::range(start->from->first(), end->from->last()),
                                Date::range(start->to->first(), end->to->last())),
                  slip_in_words(distance)};
}

std::vector<Clause> ChangeWords::part(ChangeFacts const& facts) const
{
    auto as_changed = *facts.change;
    as_changed.type = ChangeType::changed;
    auto said = clauses({&as_changed, facts.category, facts.fields, facts.move});
    said.front().said.insert(0, facts.change->type == ChangeType::added
                                    ? fmt::format("new {}, ", facts.change->record.kind->name)
                                    : std::string{"removed, "});
    return said;
}

std::string ChangeWords::added(Change const& change) const
{
    auto const& content = *change.content;
    auto const& kind = change.record.kind->name;
    if (auto const* cancelled = find(content, keys::cancelled); cancelled != nullptr && cancelled->table() != nullptr)
        return fmt::format("new {}, {}", kind, given_up(*cancelled->table(), zone_));
    if (kind == kinds::milestone) {
        if (auto const actual = date_at(content, keys::actual, zone_))
            return "new milestone, " + reached(change, *actual) +
                   (text_of(content, keys::outcome) == "failed" ? ", failed" : "");
        if (auto const planned = date_at(content, keys::planned, zone_))
            return "new milestone, " + plan_in_words(*planned);
        return "new milestone, no date yet";
    }
    if (kind == kinds::meeting) {
        auto sentence = std::string{"new meeting"};
        auto const start = date_at(content, keys::start, zone_);
        auto const end = date_at(content, keys::end, zone_);
        if (start && end && !(*start == *end) && start->precision() == Precision::day &&
            end->precision() == Precision::day) {
            sentence +=
                ", " + in_words(start->last() < end->first() ? Date::range(start->first(), end->last()) : *start);
        } else if (start) {
            sentence += ", " + in_words(*start);
        }
        if (auto const city = text_of(content, keys::city); !city.empty()) sentence += ", " + city;
        return sentence;
    }
    return "new " + kind;
}

std::string ChangeWords::removed(Change const& change) const
{
    auto const& content = *change.content;
    if (auto const actual = date_at(content, keys::actual, zone_))
        return fmt::format("removed (it was reached {})", in_words(*actual));
    if (auto const planned = date_at(content, keys::planned, zone_))
        return fmt::format("removed (it was {})", plan_in_words(*planned));
    return "removed";
}

/// What is said of a milestone that is reached depends on what it is.
std::string ChangeWords::reached(Change const& change, Date const& date) const
{
    std::string type, outcome;
    if (change.content) {
        type = text_of(*change.content, keys::type);
        outcome = text_of(*change.content, keys::outcome);
    } else if (auto const* record = records_.find(change.record.kind->name, change.record.id)) {
        type = text_of(record->fields(), keys::type);
    }
    // What a commit says of it counts, whatever came later.
    for (auto const& member : change.members)
        if (member.key == "outcome" && member.to && member.to->string() != nullptr) outcome = *member.to->string();
    auto const* verb = outcome == "failed"    ? "held"
                       : outcome == "failure" ? "launch failed"
                       : type == "review"     ? "held"
                       : type == "launch"     ? "launched"
                       : type == "contract"   ? "signed"
                       : type == "delivery"   ? "delivered"
                                              : "reached";
    return fmt::format("{} {}", verb, in_words(date));
}

Clause ChangeWords::move(ChangeFacts const& facts, Date const& from, Date const& to) const
{
    auto distance = slip(from, to);
    if (from.open_ended() || to.open_ended())
        return {"planned",
                from == to ? plan_in_words(to) : fmt::format("{} (it was {})", plan_in_words(to), plan_in_words(from))};
    if (!distance.moved() && !(facts.move && facts.move->put_right))
        return {"planned", fmt::format("planned for {}{}", in_words(to),
                                       exactness(to) > exactness(from)   ? ", less exactly than before"
                                       : exactness(to) < exactness(from) ? ", more exactly than before"
                                                                         : "")};
    auto const* right = facts.move && facts.move->put_right ? &*facts.move : nullptr;
    if (right != nullptr) distance = right->slip;
    Clause clause{"planned", move_in_words(right != nullptr ? right->from : from, to), slip_in_words(distance)};
    if (facts.move && facts.move->correction) clause.more += ", a correction";
    if (facts.move && !facts.move->correction && facts.move->ordinal > 1) {
        clause.more += fmt::format(", {} move", ordinal(facts.move->ordinal));
        auto const& total = facts.move->total;
        auto const in_days = total.precision <= Precision::day && distance.days != 0 && total.seconds == 0;
        if (total.direction() != distance.direction())
            clause.more += fmt::format(", {} in all", in_days ? signed_text(total.days) : slip_in_words(total));
    }
    if (right != nullptr) clause.more += fmt::format(", put right before: it was {}", in_words(from));
    return clause;
}

Clause ChangeWords::dated(ChangeFacts const& facts, FieldChange const& change, Date const* from, Date const* to) const
{
    auto const role = change.field->role;
    auto const label = label_of(change.path, change.field);
    if (role == DateRole::planned) {
        if (from != nullptr && to != nullptr) return move(facts, *from, *to);
        if (to != nullptr) return {change.path, plan_in_words(*to)};
        return {change.path, fmt::format("no date planned any more (it was {})", in_words(*from))};
    }
    if (role == DateRole::actual) {
        if (to != nullptr && from == nullptr && facts.move && !facts.move->correction && facts.move->ordinal > 0) {
            return {change.path, fmt::format("{}, after {} ({} in all)", reached(*facts.change, *to),
                                             count(facts.move->ordinal, "move"), slip_in_words(facts.move->total))};
        }
        if (from != nullptr && to != nullptr)
            return {change.path, "date reached: " + move_in_words(*from, *to), slip_in_words(slip(*from, *to))};
        if (to != nullptr) return {change.path, reached(*facts.change, *to)};
        return {change.path, fmt::format("open again: it no longer counts as reached on {}", in_words(*from))};
    }
    if (role == DateRole::closed && to != nullptr && from == nullptr)
        return {change.path, fmt::format("{} closed {}", label.substr(0, label.rfind(' ')), in_words(*to))};
    if (from != nullptr && to != nullptr) {
        auto const distance = slip(*from, *to);
        return {change.path, fmt::format("{} {}", label, move_in_words(*from, *to)),
                distance.direction() == 0 ? std::string{} : slip_in_words(distance)};
    }
    if (to != nullptr) return {change.path, fmt::format("{} {}", label, in_words(*to))};
    if (role == DateRole::closed)
        return {change.path,
                fmt::format("{} open again (it was closed {})", label.substr(0, label.rfind(' ')), in_words(*from))};
    return {change.path, fmt::format("{} dropped (it was {})", label, in_words(*from))};
}

Clause ChangeWords::field(ChangeFacts const& facts, FieldChange const& change) const
{
    if (change.field != nullptr && change.field->role != DateRole::none) {
        auto const from = date_of(change.from, zone_);
        auto const to = date_of(change.to, zone_);
        auto const readable = (!change.from || from) && (!change.to || to);
        if (readable) return dated(facts, change, from ? &*from : nullptr, to ? &*to : nullptr);
    }
    return {change.path, undated(facts, change)};
}

std::string ChangeWords::undated(ChangeFacts const& facts, FieldChange const& change) const
{
    auto const label = label_of(change.path, change.field);
    auto const* present = change.to ? &*change.to : &*change.from;
    if (change.path.ends_with(']') && present->table() != nullptr && change.from.has_value() != change.to.has_value())
        return item(change, *present, !change.to);
    if (change.path == "held" && facts.change->record.kind->name == kinds::meeting && present->boolean() != nullptr)
        return !change.to ? "no longer down as held" : *present->boolean() ? "held" : "not held";
    if (change.path == "cancelled.reason" && !change.from)
        return fmt::format("cancelled: {}", value_text(change.field, *change.to));
    auto const size_of = [&](SharedValue const& one) {
        return one ? size_text(change.path, *one) : std::optional<std::string>{""};
    };
    if (auto const was = size_of(change.from), is = size_of(change.to); was && is) {
        if (change.from && change.to) return fmt::format("{} {} → {}", label, *was, *is);
        return change.to ? label + ' ' + *is : fmt::format("{} dropped (it was {})", label, *was);
    }
    auto const arrays =
        (!change.from || change.from->array() != nullptr) && (!change.to || change.to->array() != nullptr);
    auto const of_plain_items = change.field != nullptr && change.field->item_type != FieldType::table;
    if (arrays && (of_plain_items || (change.from && change.to))) return members(*facts.change->record.kind, change);

    auto const long_text = (change.from && is_long(*change.from)) || (change.to && is_long(*change.to));
    if (long_text) {
        if (!change.from)
            return fmt::format("{} added ({})", label,
                               count(static_cast<std::int64_t>(lines_in(*change.to->string())), "line"));
        if (!change.to) return label + " dropped";
        return label + " rewritten";
    }
    if (change.path == "held" && change.to && change.to->boolean() != nullptr)
        return *change.to->boolean() ? "held" : "not held";
    auto const unit = unit_of(change.path);
    auto const told = [&](Value const& one) {
        auto text = value_text(change.field, one);
        return one.table() != nullptr && !holds_nothing(one) ? '(' + text + ')' : text;
    };
    if (change.from && change.to) return fmt::format("{} {} → {}{}", label, told(*change.from), told(*change.to), unit);
    if (change.to && holds_nothing(*change.to)) return label + " added, empty";
    if (change.to) return fmt::format("{} {}{}", label, value_text(change.field, *change.to), unit);
    return fmt::format("{} dropped (it was {}{})", label, value_text(change.field, *change.from), unit);
}

}  // namespace sss
