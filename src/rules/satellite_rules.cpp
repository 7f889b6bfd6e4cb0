#include "programme/whole_number.hpp"
#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace sss {
namespace {

int year_of(Day day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

/// The launches of each satellite that have taken place.
std::map<std::string_view, std::vector<std::pair<Record const*, Date>>> launches(RuleInput const& input)
{
    std::map<std::string_view, std::vector<std::pair<Record const*, Date>>> launches;
    for (auto const& milestone : input.records.of(kinds::milestone)) {
        auto const* type = string_at(milestone.fields(), keys::type);
        auto const* satellite = string_at(milestone.fields(), keys::satellite);
        auto const actual = date_in(milestone.fields(), keys::actual, input.zone);
        if (type == nullptr || *type != "launch" || satellite == nullptr || !actual) continue;
        launches[*satellite].emplace_back(&milestone, actual->date);
    }
    return launches;
}

/// The stations that set satellites free, by the designator of their first piece: what they deploy bears their launch,
/// however much later it was carried up.
constexpr std::array<std::string_view, 7> stations{
    "1977-097",  // Salyut 6
    "1982-033",  // Salyut 7
    "1986-017",  // Mir
    "1998-067",  // International Space Station
    "2011-053",  // Tiangong 1
    "2016-057",  // Tiangong 2
    "2021-035",  // Tiangong
};

/// The years of UTC in which a launch of this date may have been. A day is one of the programme's zone, so that around
/// New Year it may lie in two of them.
std::pair<int, int> launch_years(Date const& date, Zone const& zone)
{
    if (auto const instant = date.instant()) {
        auto const year = year_of(std::chrono::floor<std::chrono::days>(*instant));
        return {year, year};
    }
    auto const day = [](std::chrono::sys_seconds moment) { return std::chrono::floor<std::chrono::days>(moment); };
    return {year_of(day(zone.start_of(date.first()))), year_of(day(zone.end_of(date.last())))};
}

void cospar_year(RuleInput const& input, FindingSink& sink)
{
    auto const all_launches = launches(input);
    for (auto const& satellite : input.records.of(kinds::satellite)) {
        auto const* identifiers = table_at(satellite.fields(), keys::identifiers);
        auto const* cospar = identifiers == nullptr ? nullptr : string_at(*identifiers, keys::cospar);
        auto const found = all_launches.find(satellite.id);
        if (cospar == nullptr || found == all_launches.end()) continue;
        auto const digits = cospar->find_first_not_of("0123456789");
        if (digits != 4 || (*cospar)[4] != '-') continue;
        auto const year = std::stoi(cospar->substr(0, 4));
        auto const of_station = std::ranges::find(stations, cospar->substr(0, 8)) != stations.end();
        auto const fits = [&](auto const& launch) {
            auto const [first, last] = launch_years(launch.second, input.zone);
            return of_station ? year <= last : first <= year && year <= last;
        };
        if (std::ranges::any_of(found->second, fits)) continue;
        auto const& [milestone, date] = found->second.back();
        sink.add(satellite, place_of(*identifiers, keys::cospar),
                 {"{designator} is a designator of {year}, but {title} was launched on {date}",
                  "designator"_key = sss::quoted(*cospar), "year"_arg = year,
                  "title"_arg = sss::quoted(satellite.title()), "date"_key = date.text()},
                 {"the designator begins with the year of the launch in UTC; see {milestone}",
                  "milestone"_arg = milestone->path()});
    }
}

/// The first satellite of each value is found again with the others of the same.
template <typename Key, typename Read, typename Say>
void tell_twice(RuleInput const& input, Read const& read, Say const& say)
{
    std::map<Key, Record const*> first;
    for (auto const& satellite : input.records.of(kinds::satellite)) {
        auto const* identifiers = table_at(satellite.fields(), keys::identifiers);
        auto const key = identifiers == nullptr ? std::nullopt : read(*identifiers);
        if (!key) continue;
        auto const [known, is_new] = first.emplace(*key, &satellite);
        if (!is_new) say(satellite, *identifiers, *known->second);
    }
}

void duplicate_designator(RuleInput const& input, FindingSink& sink)
{
    auto const help = [](Record const& other) {
        return Sentence{"look both up in a catalogue; the other stands in {file}", "file"_arg = other.path()};
    };
    tell_twice<std::string>(
        input,
        [](Table const& identifiers) {
            auto const* text = string_at(identifiers, keys::cospar);
            return text == nullptr ? std::nullopt : std::optional{*text};
        },
        [&](Record const& satellite, Table const& identifiers, Record const& other) {
            sink.add(satellite, place_of(identifiers, keys::cospar),
                     {"{designator} is the designator of {other} too",
                      "designator"_key = sss::quoted(*string_at(identifiers, keys::cospar)),
                      "other"_key = sss::quoted(other.id)},
                     help(other));
        });
    tell_twice<std::int64_t>(
        input,
        [](Table const& identifiers) {
            auto const* value = find(identifiers, keys::norad);
            return value == nullptr ? std::nullopt : whole_number(*value);
        },
        [&](Record const& satellite, Table const& identifiers, Record const& other) {
            sink.add(
                satellite, place_of(identifiers, keys::norad),
                {"{number} is the catalogue number of {other} too",
                 "number"_key = *whole_number(*find(identifiers, keys::norad)), "other"_key = sss::quoted(other.id)},
                help(other));
        });
}

struct FormFactor {
    std::string_view name;
    double largest_mass_kg;
};

/// CubeSat Design Specification Rev 14.1, February 2022. It has no 8U, 16U or 27U.
constexpr std::array form_factors{FormFactor{"1U", 2}, FormFactor{"1.5U", 3}, FormFactor{"2U", 4},
                                  FormFactor{"3U", 6}, FormFactor{"6U", 12},  FormFactor{"12U", 24}};

void cubesat_mass(RuleInput const& input, FindingSink& sink)
{
    for (auto const& satellite : input.records.of(kinds::satellite)) {
        auto const* form = string_at(satellite.fields(), keys::form_factor);
        auto const mass = number_at(satellite.fields(), keys::mass_kg);
        if (form == nullptr || !mass) continue;
        auto const* const limit = std::ranges::find(form_factors, *form, &FormFactor::name);
        if (limit == form_factors.end() || *mass <= limit->largest_mass_kg) continue;
        sink.add(satellite, place_of(satellite.fields(), keys::mass_kg),
                 {"{mass} kg is more than a {form} CubeSat may have: {limit} kg", "mass"_key = *mass,
                  "form"_key = *form, "limit"_arg = limit->largest_mass_kg},
                 "look at 'form_factor' and 'mass_kg', which is in kilograms; or did a waiver allow it?");
    }
}

struct MassClass {
    std::string_view name;
    double from_kg;
    double to_kg;
};

/// The wider of the usual bounds and their variants; both ends belong to both neighbours, for no source says whose they
/// are.
constexpr std::array mass_classes{MassClass{"mini", 100, 500}, MassClass{"micro", 10, 100}, MassClass{"nano", 1, 10},
                                  MassClass{"pico", 0.01, 1}, MassClass{"femto", 0, 0.1}};

void mass_class(RuleInput const& input, FindingSink& sink)
{
    for (auto const& satellite : input.records.of(kinds::satellite)) {
        auto const* name = string_at(satellite.fields(), "class");
        auto const mass = number_at(satellite.fields(), keys::mass_kg);
        if (name == nullptr || !mass) continue;
        auto const* const said = std::ranges::find(mass_classes, *name, &MassClass::name);
        if (said == mass_classes.end() || (said->from_kg <= *mass && *mass <= said->to_kg)) continue;
        auto const* const right = std::ranges::find_if(
            mass_classes, [&](MassClass const& each) { return each.from_kg <= *mass && *mass <= each.to_kg; });
        auto const bounds = said->from_kg > 0
                                ? Sentence{"{from} to {to} kg", "from"_arg = said->from_kg, "to"_arg = said->to_kg}
                                : Sentence{"at most {to} kg", "to"_arg = said->to_kg};
        sink.add(satellite, place_of(satellite.fields(), "class"),
                 {"a satellite of {mass} kg is not of the class {class}, which is {bounds}", "mass"_key = *mass,
                  "class"_key = sss::quoted(*name), "bounds"_arg = bounds},
                 right == mass_classes.end()
                     ? Sentence{"is 'mass_kg' in kilograms?"}
                     : Sentence{"write class = {class}", "class"_arg = sss::quoted(right->name)});
    }
}

struct Range {
    double first;
    double last;
    std::string_view meaning;
};

constexpr std::array temporary_numbers{
    Range{70'000, 79'999, "a number given for the time just after a launch"},
    Range{80'000, 89'999, "an analyst's number"},
    Range{90'000, 99'999, "a placeholder, as amateur databases use it"},
    Range{270'000, 339'999, "an analyst's number"},
    Range{700'000'000, 899'999'999, "an internal number"},
    Range{900'000'000, 999'999'999, "a number of objects not yet matched to a launch"},
};

void norad_temporary(RuleInput const& input, FindingSink& sink)
{
    for (auto const& satellite : input.records.of(kinds::satellite)) {
        auto const* identifiers = table_at(satellite.fields(), keys::identifiers);
        auto const number = identifiers == nullptr ? std::nullopt : number_at(*identifiers, keys::norad);
        if (!number) continue;
        auto const* const range = std::ranges::find_if(
            temporary_numbers, [&](Range const& each) { return each.first <= *number && *number <= each.last; });
        if (range == temporary_numbers.end()) continue;
        sink.add(satellite, place_of(*identifiers, keys::norad),
                 {"{number} is a temporary catalogue number: {meaning}", "number"_key = *number,
                  "meaning"_arg = range->meaning},
                 "replace it when the permanent number is known; until then it will do");
    }
}

constexpr std::array satellite_table{
    Rule{.name = "cospar-year",
         .summary = "The international designator begins with the year of the launch.",
         .reason =
             "CCSDS 502.0-B writes the international designator (COSPAR id) as launch year, launch number in that "
             "year and piece. The year is that of the launch in UTC, which around New Year may differ from "
             "the local one. What a space station sets free is a piece of the station: 1998-067 and letters of the "
             "ISS, in whatever year it was carried there. A launch that reached no orbit has an F before its number: "
             "2021-F01.",
         .failing = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[identifiers]
cospar = "2022-091H"
--- data/milestones/sss-1-launch.toml
title = "SSS-1 launch"
type = "launch"
satellite = "sss-1"
actual = 2021-10-14T10:51:00Z
)",
         .mended = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[identifiers]
cospar = "2021-091H"
--- data/milestones/sss-1-launch.toml
title = "SSS-1 launch"
type = "launch"
satellite = "sss-1"
actual = 2021-10-14T10:51:00Z
)",
         .check = cospar_year},
    Rule{.name = "duplicate-designator",
         .summary = "No two satellites have one designator or one catalogue number.",
         .reason =
             "An international designator (COSPAR id) or a catalogue number (NORAD id) names one object. Where two "
             "records have the same, one of them follows the other's satellite; after a launch of many, pieces "
             "are easily confused.",
         .failing = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[identifiers]
norad = 49322
--- data/satellites/sss-2a.toml
name = "SSS-2A"
class = "nano"

[identifiers]
norad = 49322
)",
         .mended = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[identifiers]
norad = 49322
--- data/satellites/sss-2a.toml
name = "SSS-2A"
class = "nano"

[identifiers]
norad = 49324
)",
         .check = duplicate_designator},
    Rule{.name = "cubesat-mass",
         .level = Severity::warning,
         .summary = "A CubeSat is no heavier than its form allows.",
         .reason =
             "The CubeSat Design Specification, Rev 14.1 of February 2022, allows 2 kg a unit (1U to 12U). Earlier "
             "ones allowed 1 kg and then 1.33 kg a unit, and the one in force when a satellite was designed is the "
             "one that counts; so this rule speaks only where even today's is exceeded. It says nothing of 8U, 16U "
             "and 27U, which the specification does not have.",
         .failing = R"(--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
form_factor = "3U"
mass_kg = 7.3
)",
         .mended = R"(--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
form_factor = "3U"
mass_kg = 3.7
)",
         .check = cubesat_mass},
    Rule{.name = "mass-class",
         .level = Severity::warning,
         .summary = "The class of a satellite fits its mass.",
         .reason =
             "By convention a mini satellite has 100 to 500 kg, a micro 10 to 100, a nano 1 to 10, a pico 0.1 to 1 "
             "and a femto less (some say pico from 0.01 kg). It is no standard and leaves open whose the bounds "
             "are, so here they belong to both neighbours.",
         .failing = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "nano"
mass_kg = 30
)",
         .mended = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"
mass_kg = 30
)",
         .check = mass_class},
    Rule{.name = "norad-temporary",
         .level = Severity::note,
         .summary = "A temporary catalogue number is to be replaced one day.",
         .reason = "After a launch objects are often listed under a number that will not stay: 70 000 to 99 999, "
                   "270 000 to 339 999 and everything from 700 000 000 on are not permanent. The note reminds of it; "
                   "SSS-1 kept such a number for two years.",
         .failing = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[identifiers]
norad = 99191
)",
         .mended = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[identifiers]
norad = 49322
)",
         .check = norad_temporary},
};

}  // namespace

std::span<Rule const> satellite_rules()
{
    return satellite_table;
}

}  // namespace sss
