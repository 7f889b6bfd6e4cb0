#include "work/change/move.hpp"

#include "facts/change/cascade.hpp"
#include "print/text/chain_text.hpp"
#include "programme/date_shift.hpp"
#include "schema/text.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/move_words.hpp"
#include "words/words.hpp"
#include "work/change/past_plan.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

Field const* field_of(Kind const& kind, DateRole role)
{
    auto const found = std::ranges::find_if(
        kind.fields, [role](Field const& field) { return field.role == role && is_settable(field); });
    return found == kind.fields.end() ? nullptr : &*found;
}

/// What a date field says, as its file spells it; empty where it says nothing.
std::string text_in(Table const& fields, std::string const& path)
{
    auto const* value = find_path(fields, path);
    return value == nullptr || value->text() == nullptr ? std::string{} : *value->text();
}

Date read_date(std::string const& text, std::string const& what, Zone const& zone)
{
    auto const read = parse_date(text, zone);
    if (auto const* date = std::get_if<Date>(&read)) return *date;
    auto const& problem = std::get<DateProblem>(read);
    throw UsageError{fmt::format("{}: {}", visible(what), problem.message.text()), problem.help.text()};
}

/// The text moved by the distance. An instant keeps its clock time and its offset: only its day moves.
std::string moved_text(std::string const& text, DateShift const& shift, Zone const& zone)
{
    constexpr std::size_t length_of_day = 10;
    auto const date = read_date(text, text, zone);
    auto const moved = shifted(date, shift, zone);
    if (auto const* problem = std::get_if<DateProblem>(&moved))
        throw UsageError{problem->message.text(), problem->help.text()};
    auto const& later = std::get<Date>(moved);
    if (!date.instant()) return later.text();
    // By so many days of the programme's zone; the day as it is written, in its own offset, goes as far.
    auto const written = parse_day(text.substr(0, length_of_day)).value();
    return iso(written + std::chrono::floor<std::chrono::days>(*later.instant() - *date.instant())) +
           text.substr(length_of_day);
}

/// "+2w" as a distance; nothing where a date stands there.
std::optional<DateShift> shift_typed(std::string const& typed)
{
    auto const read = parse_shift(typed);
    if (!read) return std::nullopt;
    if (auto const* shift = std::get_if<DateShift>(&*read)) return *shift;
    auto const& problem = std::get<DateProblem>(*read);
    throw UsageError{fmt::format("{}: {}", visible(typed), problem.message.text()), problem.help.text()};
}

void refuse_given_up(Record const& record)
{
    if (find(record.fields(), keys::cancelled) != nullptr)
        throw UsageError{
            fmt::format("{} is cancelled", name_of(record)),
            fmt::format("Where it is planned again, say so first: sss set {} cancelled-", shell_word(record.id))};
}

/// What is over or given up has no plan to move.
void refuse_reached(Record const& record, Zone const& zone)
{
    if (auto const* field = field_of(*record.kind, DateRole::actual))
        if (auto const text = text_in(record.fields(), field->path); !text.empty())
            throw UsageError{fmt::format("{} was reached already, on {}", name_of(record),
                                         said(read_date(text, record.path(), zone))),
                             fmt::format("Its plan is history now. To correct what is written: sss set {} {}=…",
                                         shell_word(record.id), field_of(*record.kind, DateRole::planned)->path)};
    refuse_given_up(record);
}

/// A meeting that was held, or given up, is not planned any more.
void refuse_held(Record const& record)
{
    auto const* held = find(record.fields(), keys::held);
    if (held != nullptr && held->boolean() != nullptr && *held->boolean())
        throw UsageError{fmt::format("{} was held already", name_of(record)),
                         fmt::format("To correct its days: sss set {} start=… end=…", shell_word(record.id))};
    refuse_given_up(record);
}

std::string undated(Record const& record)
{
    throw UsageError{fmt::format("{} has no planned date to move from", name_of(record)),
                     fmt::format("Give it one: sss move {} 2018-06-15", shell_word(record.id))};
}

std::string new_plan(MoveRequest const& request, Record const& record, Field const& field, Day today, Zone const& zone)
{
    auto const old = text_in(record.fields(), field.path);
    auto const shift = shift_typed(request.date);
    if (shift) return old.empty() ? undated(record) : moved_text(old, *shift, zone);
    if (auto const signless = parse_shift("+" + request.date);
        signless && std::holds_alternative<DateShift>(*signless) &&
        std::holds_alternative<DateProblem>(parse_date(request.date, zone)))
        throw UsageError{fmt::format("'{}' is no date, and a distance begins with its sign", visible(request.date)),
                         fmt::format("Later by that: sss move {0} +{1}", shell_word(record.id), request.date)};
    return day_named(request.date, today, Toward::future);
}

/// A meeting moves as a whole: its last day as far as its first.
std::vector<Assignment> moved_meeting(MoveRequest const& request, Record const& record, Day today, Zone const& zone)
{
    auto const* start = field_of(*record.kind, DateRole::start);
    auto const* end = field_of(*record.kind, DateRole::end);
    if (start == nullptr)
        throw UsageError{
            fmt::format("{} has no planned date", schema::with_article(record.kind->name)),
            "`sss move` is for what has a date of the role 'planned', as milestones do, and for meetings."};
    refuse_held(record);
    auto const first = new_plan(request, record, *start, today, zone);
    std::vector<Assignment> changes{put_field(start->path, first)};
    auto const last = end == nullptr ? std::string{} : text_in(record.fields(), end->path);
    if (last.empty()) return changes;
    auto shift = shift_typed(request.date);
    if (!shift) {
        auto const from = read_date(text_in(record.fields(), start->path), record.path(), zone);
        auto const to = read_date(first, start->path, zone);
        auto const plain = [](Date const& date) { return date.precision() <= Precision::day && !date.is_range(); };
        if (!plain(from) || !plain(to))
            throw UsageError{
                fmt::format("how far {} moves cannot be told from {} and {}", name_of(record), from.text(), to.text()),
                fmt::format("Give both days: sss set {} {}=… {}=…", shell_word(record.id), start->path, end->path)};
        shift = DateShift{static_cast<int>((to.first() - from.first()).count()), 0};
    }
    changes.push_back(put_field(end->path, moved_text(last, *shift, zone)));
    return changes;
}

std::string chain_told(MoveRequest const& request, Record const& record, Cascade const& chain, std::string const& date)
{
    auto text = chain_text(chain, request.cascade, request.width);
    if (request.cascade || chain.pushed.empty()) return text;
    auto const number = static_cast<std::int64_t>(chain.pushed.size());
    auto const reason = request.reason.empty() ? std::string{} : " --reason " + shell_word(request.reason);
    text += fmt::format("{} too early now. To push {} just so far: sss move {} {} --cascade{}\n",
                        number == 1 ? "1 milestone comes" : fmt::format("{} milestones come", number),
                        number == 1 ? "it" : "them", shell_word(record.id), shell_word(date), reason);
    return text;
}

}  // namespace

Rewriting rewriting_for(WorkingTree const& tree, MoveRequest const& request, Outside const& outside)
{
    auto const& zone = tree.configuration->zone;
    auto const today = zone.day_of(outside.now());
    auto const& record = sound_record(tree, request.id);
    auto const* planned = field_of(*record.kind, DateRole::planned);
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    what.reason = request.reason;
    if (planned == nullptr) {
        what.texts[record.path()] = changed_text(tree, record, moved_meeting(request, record, today, zone));
        what.aside = past_plan(record, *what.texts[record.path()], today, zone);
        return what;
    }
    refuse_reached(record, zone);
    auto const date = new_plan(request, record, *planned, today, zone);
    what.texts[record.path()] = changed_text(tree, record, std::vector{put_field(planned->path, date)});
    what.aside = past_plan(record, *what.texts[record.path()], today, zone);
    if (record.kind->name != kinds::milestone) return what;

    auto const chain = cascade(tree.records, record.id, read_date(date, planned->path, zone));
    what.aside += chain_told(request, record, chain, date);
    if (!request.cascade) return what;
    // What an earlier run has written of the chain belongs to the same commit.
    what.along.push_back(record.path());
    for (auto const& one : chain.stays)
        if (auto const* stays = tree.records.find(kinds::milestone, one.id)) what.along.push_back(stays->path());
    for (auto const& push : chain.pushed) {
        auto const* follower = tree.records.find(kinds::milestone, push.id);
        auto const old = text_in(follower->fields(), "planned");
        auto const days = static_cast<int>((push.to.last() - push.from.last()).count());
        what.texts[follower->path()] =
            changed_text(tree, *follower, std::vector{put_field(keys::planned, moved_text(old, {days, 0}, zone))});
    }
    if (!chain.pushed.empty())
        what.question = fmt::format(
            "Write {}?", chain.pushed.size() + 1 == 2 ? "both" : fmt::format("all {}", chain.pushed.size() + 1));
    return what;
}

}  // namespace sss
