#include "facts/publication/news.hpp"

#include "history/moves.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace sss {

namespace {

/// Whether a change is one of words: texts that name nothing, and where something was read.
bool is_of_words(FieldChange const& change)
{
    auto const& path = change.path;
    if (path.substr(0, path.find_first_of("[.")) == keys::sources || path == keys::aliases) return true;
    auto const* field = change.field;
    if (field == nullptr) return true;
    auto const is_text = field->type == FieldType::string || field->type == FieldType::any;
    return is_text && field->role == DateRole::none && field->references.empty() && field->choices.empty();
}

std::optional<NewsSort> sort_of(ChangeFacts const& facts, LandedCommit const& told)
{
    switch (facts.category) {
        case Category::added: return NewsSort::added;
        case Category::removed: return NewsSort::removed;
        case Category::achieved: return NewsSort::reached;
        case Category::failed: return NewsSort::failed;
        case Category::cancelled: return NewsSort::cancelled;
        case Category::slipped:
        case Category::brought_forward: return NewsSort::moved;
        case Category::changed: break;
    }
    if (told.correction || (facts.move && facts.move->correction)) return std::nullopt;
    if (std::ranges::all_of(facts.fields, is_of_words)) return std::nullopt;
    return NewsSort::changed;
}

}  // namespace

std::string_view name(NewsSort sort)
{
    constexpr std::array<std::string_view, 7> names{"added",     "reached", "failed", "moved",
                                                    "cancelled", "removed", "changed"};
    return names.at(static_cast<std::size_t>(sort));
}

std::vector<NewsItem> news(History const& whole, RecordThreads const& threads, int correction_days)
{
    auto facts = change_facts(whole.changes, moves(whole, correction_days), whole.zone,
                              RenamesFollowed::of_steps(whole.changes));
    std::vector<NewsItem> items;
    std::map<std::uint32_t, std::size_t> last;                                // of each thread
    std::map<std::tuple<std::uint32_t, NewsSort, Day>, std::uint32_t> count;  // of one day
    for (auto& one : facts) {
        if (one.change->type == ChangeType::changed && one.fields.empty()) continue;  // a rename alone
        auto const thread = threads.of_change[static_cast<std::size_t>(one.change - whole.changes.data())];
        auto const& told = whole.commits[one.change->commit];
        auto const sort = sort_of(one, told);
        auto const known = last.find(thread);
        if (!sort && known != last.end()) {
            items[known->second].told.push_back(std::move(one));
            continue;
        }
        auto const day = std::chrono::floor<std::chrono::days>(told.landed_at);
        auto const kept = sort.value_or(NewsSort::changed);
        last[thread] = items.size();
        items.push_back({kept, thread, {std::move(one)}, day, ++count[{thread, kept, day}]});
    }
    auto const place = [&](NewsItem const& item) {
        auto const& of = threads.threads[item.thread];
        return std::tuple{item.sort, std::string_view{of.kind->name}, std::string_view{of.first_id}, of.nth};
    };
    std::ranges::stable_sort(items, [&](NewsItem const& a, NewsItem const& b) {
        if (a.last_commit() != b.last_commit()) return a.last_commit() > b.last_commit();
        if (a.first_commit() != b.first_commit()) return a.first_commit() > b.first_commit();
        return place(a) < place(b);
    });
    return items;
}

}  // namespace sss
