#include "rules/table.hpp"

#include <array>

namespace sss {
namespace {

// These are checked by schema/, which applies a kind's schema to its records.
constexpr std::array schema_table{
    Rule{
        .name = "unknown-field",
        .summary = "A record has only fields that its schema knows.",
        .reason =
            "A mistyped field's name would be a date that no report ever sees. `sss schema KIND` shows the fields of a "
            "kind; a schema of your own can add some.",
        .failing = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
plannd = 2019-08-29
)",
        .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2019-08-29
)"},
    Rule{.name = "missing-field",
         .summary = "A record has the fields that its schema requires.",
         .reason = "Few fields are required: those without which a report could not even name the record.",
         .failing = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
planned = 2019-08-29
)",
         .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2019-08-29
)"},
    Rule{.name = "wrong-type",
         .summary = "A field holds the type of value that its schema names.",
         .reason =
             "A number in quotes is a text to every program that reads it, and a single name where a list is asked for "
             "is no list.",
         .failing = R"(--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
mass_kg = "4"
)",
         .mended = R"(--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
mass_kg = 4
)"},
    Rule{
        .name = "not-allowed-value",
        .summary = "A field with a list of values holds one of them.",
        .reason =
            "Types, classes and review codes are counted and grouped in reports; a word of one's own would stand alone "
            "in every table.",
        .failing = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "reveiw"
)",
        .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
)"},
    Rule{
        .name = "out-of-range",
        .summary = "A number lies within its bounds.",
        .reason = "A negative count or an inclination of 971 degrees is a slip of the pen, often a lost decimal point.",
        .failing = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[orbit]
inclination_deg = 974.6
)",
        .mended = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[orbit]
inclination_deg = 97.46
)"},
    Rule{.name = "pattern",
         .summary = "A text has the form that its schema asks for.",
         .reason =
             "Codes, designators and addresses are read by other programs, which take one form alone: an international "
             "designator is 2021-091H (CCSDS 502.0-B), a country CN (ISO 3166-1).",
         .failing = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[identifiers]
cospar = "21091H"
)",
         .mended = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"

[identifiers]
cospar = "2021-091H"
)"},
    Rule{
        .name = "length",
        .summary = "A text, a list or a table is neither too short nor too long.",
        .reason =
            "An empty title says nothing, and three dimensions are three numbers. A field of which nothing is known is "
            "left out.",
        .failing = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"
dimensions_mm = [350, 650]
)",
        .mended = R"(--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"
dimensions_mm = [350, 350, 650]
)"},
    Rule{.name = "duplicate-item",
         .summary = "A list names each thing once.",
         .reason = "A participant named twice would be counted twice.",
         .failing = R"(--- data/milestones/sss-2b-prr-pdr.toml
title = "SSS-2B PRR and PDR"
type = "review"
reviews = ["PRR", "PRR"]
)",
         .mended = R"(--- data/milestones/sss-2b-prr-pdr.toml
title = "SSS-2B PRR and PDR"
type = "review"
reviews = ["PRR", "PDR"]
)"},
};

}  // namespace

std::span<Rule const> schema_rules()
{
    return schema_table;
}

}  // namespace sss
