#include "work/query/list_request.hpp"

#include "facts/query/filter.hpp"
#include "words/text_problem.hpp"
#include "work/by_name.hpp"
#include "work/query/computed_columns.hpp"
#include "work/query/listed_part.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// The UsageError that shows what is wrong in the text of an option.
/// @param what  "the filter", "--columns"
UsageError wrong_text(std::string_view what, TextProblem const& problem, std::string_view text)
{
    return UsageError{fmt::format("{} cannot be understood: {}", what, problem.message), shown(problem, text)};
}

/// A part of a list with commas, and where it stands.
struct Part {
    std::string_view text;
    std::size_t offset;
};

std::vector<Part> parts_of(std::string_view text)
{
    std::vector<Part> parts;
    for (std::size_t from = 0;;) {
        auto const to = std::min(text.find(',', from), text.size());
        auto begin = from, end = to;
        while (begin < end && text[begin] == ' ') ++begin;
        while (end > begin && text[end - 1] == ' ') --end;
        parts.push_back({text.substr(begin, end - begin), begin});
        if (to == text.size()) return parts;
        from = to + 1;
    }
}

FieldPath understood(Part const& part, std::string_view what, std::string_view whole, Kind const& kind,
                     View const& view)
{
    auto path = read_field_path(part.text, kind, view.kinds(), part.offset);
    if (auto const* problem = std::get_if<TextProblem>(&path)) throw wrong_text(what, *problem, whole);
    return std::move(std::get<FieldPath>(path));
}

std::vector<SortKey> sort_keys(std::string const& text, Kind const& kind, View const& view)
{
    std::vector<SortKey> keys;
    if (text.empty()) return keys;
    for (auto part : parts_of(text)) {
        auto const descending = part.text.starts_with('-');
        if (descending) part = {part.text.substr(1), part.offset + 1};
        keys.push_back({understood(part, "--sort", text, kind, view), descending});
    }
    return keys;
}

std::vector<Filter> filters(std::vector<std::string> const& texts, FilterWorld const& world)
{
    std::vector<Filter> filters;
    for (auto const& text : texts) {
        auto filter = Filter::read(text, world);
        if (auto const* problem = std::get_if<TextProblem>(&filter)) throw wrong_text("the filter", *problem, text);
        filters.push_back(std::move(std::get<Filter>(filter)));
    }
    return filters;
}

/// Of kinds without a plan of their own the state says only that one was given up or lost, which most never are.
bool tells_states(Kind const& kind, View const& view, Moment const& moment)
{
    auto const planned = [](Field const& field) {
        return field.role == DateRole::planned || field.role == DateRole::actual || field.role == DateRole::due ||
               field.role == DateRole::closed;
    };
    auto const given_up = [&](Record const& record) {
        return find(record.fields(), keys::cancelled) != nullptr || moment.lost_on(record.fields()) != nullptr;
    };
    auto const own = [&](Field const& field) { return planned(field) && field.path.find('[') == std::string::npos; };
    return std::ranges::any_of(kind.fields, own) ||
           (kind.field(keys::cancelled) != nullptr && std::ranges::any_of(view.records.of(kind), given_up));
}

class Lister {
public:
    Lister(ListRequest const& request, View const& view)
        : request_(request), view_(view), moment_(std::make_shared<Moment>(view.records, view.today))
    {}

    Listing list()
    {
        choose_kind();
        choose_columns();
        auto const keys = sort_keys(request_.sort, *listing_.kind, view_);
        auto const wanted = filters(request_.where, {*listing_.kind, view_.kinds(), *moment_});
        for (auto const& column : listing_.columns) ask(column);
        for (auto const& key : keys) ask(key.path);
        for (auto const& filter : wanted) filter.for_each_path([this](FieldPath const& path) { ask(path); });
        listing_.history_untold = tell_computed(*moment_, asked_, listing_.items.get(), *listing_.kind, view_);
        for (auto const& text : request_.where)
            listing_.filter +=
                (listing_.filter.empty() ? "" : " and ") + (request_.where.size() > 1 ? '(' + text + ')' : text);
        auto const narrows = request_.narrowing.any() || !request_.period.empty();
        auto const belongs = listed_part(request_, *listing_.kind, listing_.items.get(), view_);
        tell_part();
        for (auto const& record : candidates()) {
            ++listing_.total;
            if (narrows && !belongs(record)) continue;
            if (std::ranges::all_of(wanted, [&](Filter const& filter) { return filter.matches(record); }))
                listing_.records.push_back(&record);
        }
        for (auto const& record : view_.records.of(listing_.items ? *listing_.items->sort->owner : *listing_.kind))
            if (!record.document.problems.empty()) listing_.unreadable.push_back(record.path());
        sort(listing_.records, keys, *moment_);
        if (request_.limit && *request_.limit < listing_.records.size()) {
            listing_.left_out = listing_.records.size() - *request_.limit;
            listing_.records.resize(*request_.limit);
        }
        listing_.moment = moment_;
        return std::move(listing_);
    }

private:
    /// What narrows it stands with the filter, as it was typed.
    void tell_part()
    {
        auto const& part = request_.narrowing;
        auto const add = [&](std::string_view option, std::string const& words) {
            listing_.filter += fmt::format("{}--{} {}", listing_.filter.empty() ? "" : " ", option, words);
        };
        if (!part.satellites.empty()) add("satellite", fmt::format("{}", fmt::join(part.satellites, ",")));
        if (!part.organisations.empty()) add("organisation", fmt::format("{}", fmt::join(part.organisations, ",")));
        if (!part.types.empty()) add("type", fmt::format("{}", fmt::join(part.types, ",")));
        if (!request_.period.empty()) add("period", request_.period);
    }

    void choose_kind()
    {
        auto items = std::make_shared<ListedItems>(ListedItems{ItemSorts{view_.kinds()}});
        items->sort = find_items(items->sorts, view_.kinds(), request_.kind);
        if (items->sort == nullptr) {
            listing_.kind = &find_kind(view_.kinds(), request_.kind);
            return;
        }
        items->records = items_of(*items->sort, view_.records);
        listing_.kind = &items->sort->kind;
        listing_.items = std::move(items);
    }

    void choose_columns()
    {
        auto const parts = request_.columns.empty() ? std::vector<Part>{} : parts_of(request_.columns);
        listing_.columns_chosen = !parts.empty();
        listing_.columns_added =
            std::ranges::any_of(parts, [](Part const& part) { return part.text.starts_with('+'); });
        if (!listing_.columns_chosen || listing_.columns_added) add_usual();
        for (auto part : parts) {
            if (part.text.starts_with('+')) part = {part.text.substr(1), part.offset + 1};
            auto column = understood(part, "--columns", request_.columns, *listing_.kind, view_);
            auto const twice = listing_.columns_added && std::ranges::find(listing_.columns, column.text,
                                                                           &FieldPath::text) != listing_.columns.end();
            if (!twice) listing_.columns.push_back(std::move(column));
        }
    }

    void add_usual()
    {
        auto const usual = listing_.items ? usual_columns(*listing_.items->sort) : usual_columns(*listing_.kind);
        for (auto const& name : usual)
            if (name != "state" || listing_.items || tells_states(*listing_.kind, view_, *moment_))
                listing_.columns.push_back(understood({name, 0}, "the kind", name, *listing_.kind, view_));
    }

    void ask(FieldPath const& path)
    {
        if (path.computed) asked_.push_back(path);
    }

    std::span<Record const> candidates() const
    {
        if (listing_.items) return listing_.items->records;
        return view_.records.of(*listing_.kind);
    }

    ListRequest const& request_;
    View const& view_;
    std::shared_ptr<Moment> moment_;
    std::vector<FieldPath> asked_;
    Listing listing_;
};

}  // namespace

Listing listing_of(ListRequest const& request, View const& view)
{
    return Lister{request, view}.list();
}

}  // namespace sss
