#include "facts/publication/site_facts.hpp"

#include "history/moves.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace sss {

namespace {

/// An alias may be any name that people use; one that was an id has small letters, digits and hyphens alone. What a
/// kind of another pattern was called before, its history knows.
bool can_be_id(std::string_view alias)
{
    auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !alias.empty() && std::ranges::all_of(alias, plain);
}

}  // namespace

SiteFacts::SiteFacts(Publication const& made_of, std::vector<Kind const*> published,
                     StandardRecords const& records_read, ProgressReport const& where)
    : publication(made_of),
      kinds(std::move(published)),
      state(records_read),
      standing(where),
      moves(sss::moves(made_of.whole, made_of.settings.history.correction_days)),
      named_by(made_of.records),
      news(sss::news(made_of.whole, made_of.threads, made_of.settings.history.correction_days)),
      changes_(change_facts(made_of.whole.changes, moves, made_of.whole.zone,
                            RenamesFollowed::of_steps(made_of.whole.changes))),
      of_thread_(made_of.threads.threads.size())
{
    auto const* first = publication.whole.changes.data();
    for (std::uint32_t i = 0; i < changes_.size(); ++i)
        of_thread_[publication.threads.of_change[static_cast<std::size_t>(changes_[i].change - first)]].push_back(i);
    for (auto const& record : records().all()) {
        auto const [at, fresh] = by_title_.emplace(record.title(), &record);
        if (!fresh) at->second = nullptr;
    }
    for (std::uint32_t i = 0; i < threads(); ++i)
        if (thread(i).stands) standing_threads_[{thread(i).kind, thread(i).id}] = i;
}

std::vector<NewsItem const*> SiteFacts::by_landing() const
{
    std::vector<NewsItem const*> items;
    for (auto const& item : news) items.push_back(&item);
    std::ranges::stable_sort(
        items, [](NewsItem const* a, NewsItem const* b) { return a->first_commit() > b->first_commit(); });
    return items;
}

std::vector<ChangeFacts const*> SiteFacts::past_of(std::uint32_t thread) const
{
    std::vector<ChangeFacts const*> past;
    for (auto const index : of_thread_[thread]) past.push_back(&changes_[index]);
    return past;
}

std::uint32_t SiteFacts::last_commit_of(std::uint32_t index) const
{
    auto const& all = of_thread_[index];
    return all.empty() ? thread(index).birth : changes_[all.back()].change->commit;
}

std::optional<std::uint32_t> SiteFacts::thread_of(Record const& record) const
{
    auto const found = standing_threads_.find({record.kind, record.id});
    return found == standing_threads_.end() ? std::nullopt : std::optional{found->second};
}

std::vector<std::string> SiteFacts::former_ids(std::uint32_t index) const
{
    auto const& of = thread(index);
    std::vector<std::string> ids;
    std::set<std::string, std::less<>> seen{of.id};
    auto const add = [&](std::string const& id) {
        if (!id.empty() && !standing_threads_.contains({of.kind, id}) && seen.insert(id).second) ids.push_back(id);
    };
    add(of.first_id);
    for (auto const at : of_thread_[index]) add(changes_[at].change->former_id);
    if (auto const* record = of.stands ? records().find(of.kind->name, of.id) : nullptr)
        for (auto const& alias : strings_at(record->fields(), keys::aliases))
            if (can_be_id(alias)) add(alias);
    return ids;
}

Move const* SiteFacts::last_move(std::uint32_t index) const
{
    Move const* last = nullptr;
    for (auto const at : of_thread_[index])
        if (auto const& move = changes_[at].move; move && !move->correction) last = &*move;
    return last;
}

bool tells_schedule(SiteFacts const& site)
{
    auto const& left_out = site.publication.settings.site.leave_out;
    return std::ranges::none_of(left_out, [](std::string_view one) {
        auto const dot = one.find('.');
        if (one.substr(0, dot) != kinds::milestone) return false;
        constexpr std::array<std::string_view, 6> deciding{keys::actual,  keys::baseline, keys::cancelled,
                                                           keys::outcome, keys::planned,  keys::repeats};
        return dot == std::string_view::npos ||
               std::ranges::find(deciding, one.substr(dot + 1, one.find('.', dot + 1) - dot - 1)) != deciding.end();
    });
}

std::optional<Date> SiteFacts::first_baseline(std::uint32_t index) const
{
    for (auto const at : of_thread_[index])
        for (auto const& field : changes_[at].fields)
            if (field.path == keys::baseline && field.from) return field.from->date(zone());
    return std::nullopt;
}

Promise SiteFacts::promise_of(Milestone const& milestone) const
{
    auto const* record = records().find(kinds::milestone, milestone.id);
    auto const thread = record != nullptr ? thread_of(*record) : std::nullopt;
    auto const* move = thread ? last_move(*thread) : nullptr;
    Promise made;
    made.current = milestone.planned;
    made.actual = milestone.actual;
    if (milestone.baseline) made.original = thread ? first_baseline(*thread) : std::nullopt;
    if (!made.original) made.original = milestone.baseline;
    if (!made.original && move != nullptr) made.original = move->first;
    if (!made.original) made.original = milestone.planned;
    if (move != nullptr) made.moves = move->ordinal;
    auto const& stands = made.actual ? made.actual : made.current;
    if (made.original && stands) made.difference = slip(*made.original, *stands);
    return made;
}

}  // namespace sss
