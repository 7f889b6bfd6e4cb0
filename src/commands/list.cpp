#include "commands/command_line.hpp"
#include "render/listing.hpp"
#include "render/text_problem.hpp"
#include "render/words.hpp"
#include "reports/filter.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"
#include "work/view.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace sss {

namespace {

/// The UsageError that shows what is wrong in the text of an option.
/// @param what  "the filter", "--columns"
UsageError wrong_text(std::string_view what, TextProblem const& problem, std::string_view text)
{
    return UsageError{fmt::format("{} cannot be understood: {}", what, problem.message), shown(problem, text)};
}

struct ListOptions {
    HistoryOptions history;
    std::string kind;
    std::vector<std::string> where;
    std::string sort;
    std::string columns;
    Format format = Format::table;
    std::optional<std::size_t> width;
};

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

Listing listing_of(ListOptions const& options, View const& view)
{
    auto const& kind = find_kind(view.kinds(), options.kind);
    Listing listing;
    listing.kind = &kind;
    listing.moment = std::make_shared<Moment const>(view.records, view.today);
    listing.columns_chosen = !options.columns.empty();
    auto const usual = usual_columns(kind);
    if (listing.columns_chosen)
        for (auto const& part : parts_of(options.columns))
            listing.columns.push_back(understood(part, "--columns", options.columns, kind, view));
    else
        for (auto const& name : usual)
            if (name != "state" || tells_states(kind, view, *listing.moment))
                listing.columns.push_back(understood({name, 0}, "the kind", name, kind, view));
    auto const keys = sort_keys(options.sort, kind, view);
    auto const wanted = filters(options.where, {kind, view.kinds(), *listing.moment});
    for (auto const& text : options.where)
        listing.filter +=
            (listing.filter.empty() ? "" : " and ") + (options.where.size() > 1 ? '(' + text + ')' : text);
    for (auto const& record : view.records.of(kind)) {
        ++listing.total;
        if (!record.document.problems.empty()) listing.unreadable.push_back(record.path());
        if (std::ranges::all_of(wanted, [&](Filter const& filter) { return filter.matches(record); }))
            listing.records.push_back(&record);
    }
    sort(listing.records, keys, *listing.moment);
    return listing;
}

void complain_of_unreadable(Listing const& listing, Surroundings const& surroundings)
{
    if (listing.unreadable.empty()) return;
    auto const many = listing.unreadable.size();
    surroundings.complain(fmt::format("sss: {} cannot be read whole ({}{}); `sss validate` tells why\n",
                                      count(static_cast<std::int64_t>(many), listing.kind->name),
                                      visible(listing.unreadable.front()),
                                      many > 1 ? fmt::format(" and {} more", many - 1) : ""));
}

ExitStatus run_list(ListOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const view = open_view(common, moment(options.history), outside(common, surroundings), Detail::values);
    auto const listing = listing_of(options, view);
    if (!common.quiet) complain_of_unreadable(listing, surroundings);
    auto const at_terminal = surroundings.output_is_terminal && common.output.empty();
    auto const width = options.width.value_or(at_terminal ? static_cast<std::size_t>(surroundings.width) : 0);
    deliver(options.format == Format::json       ? list_json(listing)
            : options.format == Format::csv      ? list_csv(listing)
            : options.format == Format::markdown ? list_markdown(listing)
                                                 : list_text(listing, {width, in_color(common, surroundings)}),
            common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_list(CommandLine& line)
{
    auto options = std::make_shared<ListOptions>();
    auto const command = line.add_command(
        "list", "Records of one kind as a table, filtered and sorted",
        "  sss list milestone --where late                          planned, and not reached in time\n"
        "  sss list milestone --where 'satellite.lead = sjtu'       by a field of what is referred to\n"
        "  sss list milestone --where 'planned < today+30 and open' --sort planned\n"
        "  sss list satellite --columns id,name,orbit.altitude_km   other columns\n"
        "  sss list meeting --format csv -o meetings.csv            for a spreadsheet");
    command.add_option("KIND", options->kind, "milestone, meeting, satellite, organisation, or a kind of your own")
        ->type_name("")
        ->required();
    command.add_option("--where", options->where, "Only records of which this holds; given twice: both")
        ->type_name("FILTER")
        ->expected(1)
        ->take_all();
    command.add_option("--sort", options->sort, "By these fields; -FIELD: the other way round")->type_name("FIELDS");
    command.add_option("--columns", options->columns, "These fields, with commas between them")->type_name("FIELDS");
    command.add_format_option(options->format, {Format::table, Format::json, Format::csv, Format::markdown},
                              "table, json, csv or markdown");
    command.add_option("--width", options->width, "Cut the table to so many columns; 0: as wide as it needs")
        ->type_name("N");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_list(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
