#include "commands/command_line.hpp"
#include "commands/rewriting.hpp"
#include "programme/date_shift.hpp"
#include "render/move_words.hpp"
#include "render/words.hpp"
#include "reports/cascade.hpp"
#include "schema/text.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct MoveOptions {
    std::string id;
    std::string date;
    std::string reason;
    bool cascade = false;
    bool yes = false;
    bool dry_run = false;
};

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

/// What is over or given up has no plan to move.
void refuse_reached(Record const& record, Zone const& zone)
{
    if (auto const* field = field_of(*record.kind, DateRole::actual))
        if (auto const text = text_in(record.fields(), field->path); !text.empty())
            throw UsageError{fmt::format("{} was reached already, on {}", name_of(record),
                                         said(read_date(text, record.path(), zone))),
                             fmt::format("Its plan is history now. To correct what is written: sss set {} {}=…",
                                         shell_word(record.id), field_of(*record.kind, DateRole::planned)->path)};
    if (find(record.fields(), keys::cancelled) != nullptr)
        throw UsageError{
            fmt::format("{} is cancelled", name_of(record)),
            fmt::format("Where it is planned again, say so first: sss set {} cancelled-", shell_word(record.id))};
}

std::string undated(Record const& record)
{
    throw UsageError{fmt::format("{} has no planned date to move from", name_of(record)),
                     fmt::format("Give it one: sss move {} 2018-06-15", shell_word(record.id))};
}

std::string new_plan(MoveOptions const& options, Record const& record, Field const& field, Day today, Zone const& zone)
{
    auto const old = text_in(record.fields(), field.path);
    auto const shift = shift_typed(options.date);
    if (shift) return old.empty() ? undated(record) : moved_text(old, *shift, zone);
    if (auto const signless = parse_shift("+" + options.date);
        signless && std::holds_alternative<DateShift>(*signless) &&
        std::holds_alternative<DateProblem>(parse_date(options.date, zone)))
        throw UsageError{fmt::format("'{}' is no date, and a distance begins with its sign", visible(options.date)),
                         fmt::format("Later by that: sss move {0} +{1}", shell_word(record.id), options.date)};
    return day_named(options.date, today);
}

/// A meeting moves as a whole: its last day as far as its first.
std::vector<Assignment> moved_meeting(MoveOptions const& options, Record const& record, Day today, Zone const& zone)
{
    auto const* start = field_of(*record.kind, DateRole::start);
    auto const* end = field_of(*record.kind, DateRole::end);
    if (start == nullptr)
        throw UsageError{
            fmt::format("{} has no planned date", schema::with_article(record.kind->name)),
            "`sss move` is for what has a date of the role 'planned', as milestones do, and for meetings."};
    auto const first = new_plan(options, record, *start, today, zone);
    std::vector<Assignment> changes{put_field(start->path, first)};
    auto const last = end == nullptr ? std::string{} : text_in(record.fields(), end->path);
    if (last.empty()) return changes;
    auto shift = shift_typed(options.date);
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

std::string chain_told(MoveOptions const& options, Record const& record, Cascade const& chain, std::string const& date,
                       Surroundings const& surroundings)
{
    auto const width = static_cast<std::size_t>(std::clamp(surroundings.width, 60, 100));
    auto text = chain_text(chain, options.cascade, width);
    if (options.cascade || chain.pushed.empty()) return text;
    auto const number = static_cast<std::int64_t>(chain.pushed.size());
    auto const reason = options.reason.empty() ? std::string{} : " --reason " + shell_word(options.reason);
    text += fmt::format("{} too early now. To push {} just so far: sss move {} {} --cascade{}\n",
                        number == 1 ? "1 milestone comes" : fmt::format("{} milestones come", number),
                        number == 1 ? "it" : "them", shell_word(record.id), shell_word(date), reason);
    return text;
}

Rewriting moved(MoveOptions const& options, WorkingTree const& tree, Surroundings const& surroundings)
{
    auto const& zone = tree.configuration->zone;
    auto const today = zone.day_of(surroundings.now());
    auto const& record = sound_record(tree, options.id);
    auto const* planned = field_of(*record.kind, DateRole::planned);
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    what.reason = options.reason;
    what.dry_run = options.dry_run;
    if (planned == nullptr) {
        what.texts[record.path()] = changed_text(tree, record, moved_meeting(options, record, today, zone));
        return what;
    }
    refuse_reached(record, zone);
    auto const date = new_plan(options, record, *planned, today, zone);
    what.texts[record.path()] = changed_text(tree, record, std::vector{put_field(planned->path, date)});
    if (record.kind->name != kinds::milestone) return what;

    auto const chain = cascade(tree.records, record.id, read_date(date, planned->path, zone));
    what.aside = chain_told(options, record, chain, date, surroundings);
    if (!options.cascade) return what;
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
    if (!chain.pushed.empty() && !options.yes)
        what.question = fmt::format(
            "Write {}?", chain.pushed.size() + 1 == 2 ? "both" : fmt::format("all {}", chain.pushed.size() + 1));
    return what;
}

ExitStatus run_move(MoveOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto tree = open_working_tree(common);
    auto const lock = options.dry_run ? nullptr : lock_data(tree, surroundings);
    if (lock) read_again(tree);
    return rewrite(tree, moved(options, tree, surroundings), common, surroundings);
}

}  // namespace

void add_move(CommandLine& line)
{
    auto options = std::make_shared<MoveOptions>();
    auto const command = line.add_command(
        "move", "A milestone's planned date moves; shows what needs it, and with --cascade pushes that along",
        "  sss move sss-1-cdr 2018-06-15 --reason \"the test bench is late\"\n"
        "  sss move sss-1-cdr +2w              by days (d), weeks (w), months (m), quarters (q) or years (y)\n"
        "  sss move sss-1-cdr -3d --cascade    what needs it follows, just so far that the order holds\n"
        "  sss move 2018-04-review +1w         a meeting: its first and its last day");
    command.add_option("ID", options->id, "The milestone or meeting: its id, or KIND/ID")->required();
    command.add_option("DATE|+2w", options->date, "The new date in any form, or how far it moves")->required();
    command.add_option("--reason", options->reason, "Why, for the commit: with a reason it counts as a move at once")
        ->type_name("TEXT");
    command.add_flag("--cascade", options->cascade,
                     "Push those that need it, directly or through others, by the least that keeps the order");
    command.add_flag("--yes", options->yes, "Do not ask before a cascade is written");
    command.add_flag("--dry-run", options->dry_run, "Print what would change as a diff, and write nothing");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_move(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
