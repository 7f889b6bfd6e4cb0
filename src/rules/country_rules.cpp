#include "programme/country.hpp"
#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <array>

#include <fmt/format.h>

namespace sss {
namespace {

bool looks_like_a_code(std::string_view text)
{
    auto const capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() == 2 && capital(text[0]) && capital(text[1]);
}

void check_country(Record const& record, Table const& table, std::string_view field, FindingSink& sink)
{
    auto const* code = string_at(table, keys::country);
    // What is no pair of capitals at all is refused by the schema.
    if (code == nullptr || !looks_like_a_code(*code) || country_name(*code)) return;
    auto const meant = country_meant_by(*code);
    sink.add(record, place_of(table, keys::country),
             {"{code} is no country's code", "code"_key = sss::quoted(*code), "field"_key = field},
             meant ? Sentence{"did you mean {code}, {country}?", "code"_arg = sss::quoted(*meant),
                              "country"_arg = *country_name(*meant)}
                   : Sentence{"codes are those of ISO 3166-1 alpha-2, as CN, PE or TR"});
}

void country(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.all()) {
        check_country(record, record.fields(), "country", sink);
        if (auto const* launch = table_at(record.fields(), "launch"))
            check_country(record, *launch, "launch.country", sink);
    }
}

constexpr std::array country_table{
    Rule{.name = "country",
         .summary = "A country is named by its code in ISO 3166-1.",
         .reason =
             "Two letters mean the same in every language, and countries change their names more often than their "
             "codes. The list is that of ISO 3166-1 alpha-2. An international body has a seat, not a nationality: "
             "APSCO sits in CN.",
         .failing = R"(--- data/organisations/ukspace.toml
name = "UK Space Agency"
type = "agency"
country = "UK"
)",
         .mended = R"(--- data/organisations/ukspace.toml
name = "UK Space Agency"
type = "agency"
country = "GB"
)",
         .check = country},
};

}  // namespace

std::span<Rule const> country_rules()
{
    return country_table;
}

}  // namespace sss
