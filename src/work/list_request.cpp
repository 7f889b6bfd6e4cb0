#include "work/list_request.hpp"

#include "facts/query/filter.hpp"
#include "words/text_problem.hpp"
#include "work/by_name.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

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
        return field.role == DateRole::planned || field.role == DateRole::actual;
    };
    auto const given_up = [&](Record const& record) {
        return find(record.fields(), keys::cancelled) != nullptr || moment.lost_on(record.fields()) != nullptr;
    };
    return std::ranges::any_of(kind.fields, planned) ||
           (kind.field(keys::cancelled) != nullptr && std::ranges::any_of(view.records.of(kind), given_up));
}

}  // namespace

Listing listing_of(ListRequest const& request, View const& view)
{
    auto const& kind = find_kind(view.kinds(), request.kind);
    Listing listing;
    listing.kind = &kind;
    listing.moment = std::make_shared<Moment const>(view.records, view.today);
    listing.columns_chosen = !request.columns.empty();
    auto const usual = usual_columns(kind);
    if (listing.columns_chosen)
        for (auto const& part : parts_of(request.columns))
            listing.columns.push_back(understood(part, "--columns", request.columns, kind, view));
    else
        for (auto const& name : usual)
            if (name != "state" || tells_states(kind, view, *listing.moment))
                listing.columns.push_back(understood({name, 0}, "the kind", name, kind, view));
    auto const keys = sort_keys(request.sort, kind, view);
    auto const wanted = filters(request.where, {kind, view.kinds(), *listing.moment});
    for (auto const& text : request.where)
        listing.filter +=
            (listing.filter.empty() ? "" : " and ") + (request.where.size() > 1 ? '(' + text + ')' : text);
    for (auto const& record : view.records.of(kind)) {
        ++listing.total;
        if (!record.document.problems.empty()) listing.unreadable.push_back(record.path());
        if (std::ranges::all_of(wanted, [&](Filter const& filter) { return filter.matches(record); }))
            listing.records.push_back(&record);
    }
    sort(listing.records, keys, *listing.moment);
    return listing;
}

}  // namespace sss
