#include "work/change/repeat.hpp"

#include "facts/query/back_references.hpp"
#include "facts/standard_records.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "work/change/new_record.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sss {

namespace {

/// What the new one shares with the one that failed. What that needed has come; how much it weighs stands for both; and
/// what was first promised is still what it is late against.
constexpr std::array shared_fields{keys::type,     keys::satellite, keys::reviews,
                                   keys::baseline, keys::owner,     keys::weight};

constexpr std::string_view repetition = ", repetition";

/// "CDR, repetition", and of that "CDR, repetition 2".
std::string title_of_repetition(std::string const& title)
{
    auto const at = title.rfind(repetition);
    if (at == std::string::npos) return title + std::string{repetition};
    auto const rest = title.substr(at + repetition.size());
    if (rest.empty()) return title + " 2";
    if (rest.front() == ' ' && rest.size() < 4 &&
        std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return fmt::format("{}{} {}", title.substr(0, at), repetition, std::stoi(rest.substr(1)) + 1);
    return title + std::string{repetition};
}

/// The failed one's id with the next number that is free: "cdr" gives "cdr-2", and that "cdr-3".
std::string id_of_repetition(std::string const& id, WorkingTree const& tree)
{
    auto stem = id;
    auto number = 2;
    if (auto const dash = id.rfind('-');
        dash != std::string::npos && id.size() - dash == 2 && id.back() >= '2' && id.back() <= '9')
    {
        stem = id.substr(0, dash);
        number = id.back() - '0' + 1;
    }
    for (;; ++number)
        if (auto next = fmt::format("{}-{}", stem, number); tree.records.find(kinds::milestone, next) == nullptr)
            return next;
}

void refuse_what_did_not_fail(Record const& record, WorkingTree const& tree)
{
    if (record.kind->name != kinds::milestone || record.kind->field(keys::repeats) == nullptr)
        throw UsageError{fmt::format("{} is no milestone, and only a milestone is repeated", name_of(record)), ""};
    auto const milestone = read_milestone(record.id, record.fields(), tree.configuration->zone);
    if (!milestone.failed())
        throw UsageError{
            fmt::format("{} has not failed", name_of(record)),
            milestone.held()
                ? fmt::format("Where it has: sss set {} outcome=failed", shell_word(record.id))
                : fmt::format("Where it was held and failed: sss done {} --outcome failed", shell_word(record.id))};
    for (auto const& other : tree.records.of(kinds::milestone))
        if (auto const* repeats = string_at(other.fields(), keys::repeats); repeats != nullptr && *repeats == record.id)
            throw UsageError{fmt::format("{} repeats it already", name_of(other)),
                             fmt::format("To plan that anew: sss move {} …", shell_word(other.id))};
}

/// Who still waits: those that need the failed one.
std::string now_waiting(Record const& record, Records const& records)
{
    std::string text;
    for (auto const& reference : back_references(record, records)) {
        auto const& other = *reference.record;
        auto const settled =
            find(other.fields(), keys::actual) != nullptr || find(other.fields(), keys::cancelled) != nullptr;
        if (reference.path == keys::depends_on && !settled)
            text += fmt::format("  {} needs {} and waits for this one now.\n", name_of(other), name_of(record));
    }
    return text;
}

}  // namespace

Rewriting rewriting_for(WorkingTree const& tree, RepeatRequest const& request, Outside const& outside)
{
    auto const& failed = sound_record(tree, request.id);
    refuse_what_did_not_fail(failed, tree);
    auto const& schema = tree.schema(*failed.kind);
    auto const today = tree.configuration->zone.day_of(outside.now());
    AddRequest asked;
    asked.fields.emplace_back(keys::title, request.title.empty() ? title_of_repetition(failed.title()) : request.title);
    asked.fields.emplace_back(keys::repeats, failed.id);
    if (!request.date.empty()) asked.fields.emplace_back(keys::planned, request.date);
    std::vector<std::string> problems;
    auto record = record_of(asked, schema, tree.records, today, problems);
    if (!problems.empty()) throw UsageError{problems.front()};
    for (auto const key : shared_fields)
        if (auto const* value = find(failed.fields(), key)) record.push_back({std::string{key}, {}, *value});
    auto const id = request.as.empty() ? id_of_repetition(failed.id, tree) : request.as;
    if (auto const objection = objection_to_id(tree, *failed.kind, id)) throw UsageError{objection->text()};
    Rewriting what{.lead = {failed.kind, id}, .texts = {}};
    what.texts[tree.layout().path_of(*failed.kind, id)] = text_of(std::move(record), *failed.kind);
    // That the other one failed may not be committed yet: it belongs to the same matter.
    what.along.push_back(failed.path());
    what.reason = request.reason;
    what.aside = now_waiting(failed, tree.records);
    if (request.date.empty())
        what.aside += fmt::format("  It has no planned date yet: sss move {} DATE\n", shell_word(id));
    return what;
}

}  // namespace sss
