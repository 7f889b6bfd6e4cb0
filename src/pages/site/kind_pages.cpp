#include "pages/site/site_page.hpp"
#include "support/natural_order.hpp"
#include "support/plain_letters.hpp"
#include "words/field_words.hpp"
#include "words/site_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace sss {

namespace {

/// Titles are cut by their first letter, then by more of them where many begin alike.
constexpr std::array<std::size_t, 4> by_letters{1, 3, 6, 10};
/// Dates by year, then by month.
constexpr std::array<std::size_t, 2> by_date{4, 7};

using RowOf = std::function<std::vector<PageCell>(Record const&)>;

/// What a kind's list tells of each record beside its name.
struct KindList {
    std::vector<PageColumn> columns;
    RowOf row;
};

PageCell cell_of(std::optional<Date> const& date)
{
    return date ? PageCell{whole_date(*date, false)} : PageCell{};
}

KindList milestone_list(SiteFacts const& site)
{
    return {{{"Satellite"}, {"State"}, {"Original"}, {"Planned"}, {"Reached"}, {"Difference"}},
            [&site, names = FieldWords{site.records()}](Record const& record) -> std::vector<PageCell> {
                auto const* one = site.state.milestone(record.id);
                if (one == nullptr) return std::vector<PageCell>(6);
                auto const promised = site.promise_of(*one);
                auto const satellite =
                    one->satellite.empty() ? PageCell{} : PageCell{names.record(kinds::satellite, one->satellite)};
                return {satellite,
                        milestone_cell(*one),
                        cell_of(promised.original),
                        cell_of(promised.current),
                        cell_of(one->reached() ? promised.actual : std::nullopt),
                        PageCell{difference_said(promised)}};
            }};
}

KindList meeting_list(SiteFacts const& site)
{
    return {
        {{"When"}, {"Where"}, {"Decisions"}, {"Open actions"}}, [&site](Record const& record) -> std::vector<PageCell> {
            auto const* one = site.state.meeting(record.id);
            if (one == nullptr) return std::vector<PageCell>(4);
            auto const open = std::ranges::count_if(one->actions, [](ActionItem const& item) { return !item.closed; });
            auto const number = [](std::ptrdiff_t of) { return of == 0 ? PageCell{} : PageCell{number_text(of)}; };
            return {one->start ? PageCell{whole_date(one->when())} : PageCell{"no date yet"}, PageCell{place_of(*one)},
                    number(std::ssize(one->decisions)), number(open)};
        }};
}

KindList satellite_list(SiteFacts const& site)
{
    return {{{"Where it is"}, {"Class"}, {"Lead"}},
            [&site, words = FieldWords{site.records()}](Record const& record) -> std::vector<PageCell> {
                std::vector<PageCell> cells(3);
                for (auto const& one : site.standing.satellites)
                    if (one.id == record.id) cells[0] = satellite_state(one);
                if (auto const* type = find(record.fields(), "class"))
                    cells[1] = words.value(*record.kind, "class", *type);
                if (auto const* lead = find(record.fields(), keys::lead))
                    cells[2] = words.value(*record.kind, std::string{keys::lead}, *lead);
                return cells;
            }};
}

/// The first fields that fit into a cell.
KindList plain_list(SiteFacts const& site, Kind const& kind)
{
    constexpr std::size_t most_columns = 4;
    std::vector<std::string> paths;
    KindList list;
    for (auto const& field : kind.fields) {
        if (paths.size() == most_columns) break;
        auto const small =
            field.type != FieldType::array && field.type != FieldType::table && field.type != FieldType::any;
        auto const nested = field.path.find_first_of(".[") != std::string::npos;
        if (!small || nested || field.path == kind.title_field || field.path == keys::notes || field.path == "text")
            continue;
        paths.push_back(field.path);
        list.columns.push_back({FieldWords::label(kind, field.path)});
    }
    list.row = [words = FieldWords{site.records()}, paths](Record const& record) {
        std::vector<PageCell> cells;
        for (auto const& path : paths) {
            auto const* value = find(record.fields(), path);
            cells.push_back(value == nullptr ? PageCell{} : PageCell{words.value(*record.kind, path, *value)});
        }
        return cells;
    };
    return list;
}

std::string date_key(SiteFacts const& site, Record const& record)
{
    auto const* meeting = site.state.meeting(record.id);
    return meeting != nullptr && meeting->start ? iso(meeting->start->first()) : std::string{};
}

}  // namespace

std::vector<SitePage> kind_pages(SiteFacts const& site, Kind const& kind)
{
    auto const meetings = kind.name == kinds::meeting;
    auto const list = kind.name == kinds::milestone   ? milestone_list(site)
                      : meetings                      ? meeting_list(site)
                      : kind.name == kinds::satellite ? satellite_list(site)
                                                      : plain_list(site, kind);
    SitePage whole{record_address(kind, "index"), {}};
    whole.section = whole.address;
    whole.as_data = {as_page("CSV", "data/" + kind.name + ".csv")};
    whole.page.name = kind_title(kind);
    whole.page.title = kind_title(kind) + " – " + site.publication.name;
    PageTable table{kind_title(kind), list.columns};
    table.columns.insert(table.columns.begin(), PageColumn{kind_name(kind)});
    std::vector<ListRow> rows;
    for (auto const& record : site.records().of(kind)) {
        ListRow row{meetings ? date_key(site, record) : search_form(record.title()), list.row(record)};
        row.cells.insert(row.cells.begin(), PageCell{FieldWords::record(record)});
        rows.push_back(std::move(row));
    }
    // The newest meeting is looked for first, a milestone by its name: 2 before 10.
    std::ranges::stable_sort(rows, [&](ListRow const& a, ListRow const& b) {
        return meetings ? b.key < a.key : natural_order(a.key, b.key) < 0;
    });
    whole.page.lead = rows.empty() ? "There are none yet." : count(std::ssize(rows), "record") + '.';
    return meetings ? list_pages(whole, table, std::move(rows), "lists/" + kind.folder, by_date)
                    : list_pages(whole, table, std::move(rows), "lists/" + kind.folder, by_letters);
}

}  // namespace sss
