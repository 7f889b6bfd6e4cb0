#include "rules/table.hpp"

#include <array>

namespace sss {
namespace {

// The checks of these stand in records/, where files, settings and TOML are read, and in schema/, where schemas are.
constexpr std::array reading_table{
    Rule{.name = "syntax",
         .summary = "A record is TOML.",
         .reason = "Records are read by sss, by editors and by other programs, and all of them know TOML 1.0 "
                   "(https://toml.io). What TOML 1.1 brought is read too, and is a mistake unless sss.toml says "
                   "`toml = \"1.1\"` below `[data]`. What can be read beside the mistake is still checked.",
         .failing = R"(--- data/organisations/metu.toml
name = Middle East Technical University
type = "university"
)",
         .mended = R"(--- data/organisations/metu.toml
name = "Middle East Technical University"
type = "university"
)",
         .fixed = true},
    Rule{.name = "duplicate-key",
         .summary = "A field is written once.",
         .reason =
             "TOML allows each key once in a table. Two values for one date are often what is left of a merge: only a "
             "person can say which of them holds.",
         .failing = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "other"
planned = 2023-04-11
planned = 2023-04-12
)",
         .mended = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "other"
planned = 2023-04-12
)",
         .fixed = true},
    Rule{.name = "impossible-date",
         .summary = "A date is a day that the calendar has.",
         .reason =
             "30 February is never turned into 2 March in silence: the calendar is that of ISO 8601, and what it does "
             "not have is asked back.",
         .failing = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-31
)",
         .mended = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = "2018-04"
)",
         .fixed = true},
    Rule{.name = "date",
         .summary = "A date is written in one of the forms that sss knows.",
         .reason =
             "2018-04-25; an instant such as 2023-04-15T06:47:00Z; or in quotes what is known: \"2018-04\", "
             "\"2018-Q4\", \"2018-H2\", \"2018\", a range \"2021-12-01/2021-12-10\", and ~ after any of them for "
             "'about'. The forms are those of ISO 8601 and EDTF (ISO 8601-2), with Q and H for quarters and halves.",
         .failing = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "other"
planned = "15 April 2023"
)",
         .mended = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "other"
planned = 2023-04-15
)"},
    Rule{.name = "too-large",
         .summary = "A record has at most 1 MiB.",
         .reason =
             "A record is a page of text. A file beyond this limit is something else, a scan of the minutes perhaps, "
             "and is not read.",
         .fixed = true},
    Rule{.name = "too-deep",
         .summary = "Tables and lists stand at most 64 levels within each other.",
         .reason =
             "A record needs two or three levels. The limit keeps a file that was made to do harm from stalling the "
             "check.",
         .failing = "--- data/organisations/metu.toml\nname = \"METU\"\ntype = \"university\"\nnotes = "
                    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                    "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
         .mended = R"(--- data/organisations/metu.toml
name = "METU"
type = "university"
notes = "Middle East Technical University, Ankara."
)",
         .fixed = true},
    Rule{.name = "not-utf8",
         .summary = "A record is text in UTF-8.",
         .reason =
             "TOML is UTF-8, whatever the language. A file saved in an older encoding would show other letters to "
             "everyone else; save it again as UTF-8.",
         .fixed = true},
    Rule{.name = "not-text",
         .summary = "A record is text.",
         .reason = "Bytes that no text has are the sign of another kind of file under a record's name: a picture, an "
                   "archive, a text in UTF-16.",
         .fixed = true},
    Rule{
        .name = "stray-file",
        .level = Severity::warning,
        .summary = "What stands in the data folder is a record.",
        .reason =
            "A record in a folder that no kind has is never read, and nobody is told: a mistyped folder's name would "
            "lose all that is in it. Nor is one that is hidden, itself or by its folder (.name), unless its kind's ids "
            "admit that. A README may stand anywhere, and [data] ignore in sss.toml names what else is welcome.",
        .failing = R"(--- data/milestone/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
)",
        .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
)"},
    Rule{.name = "not-a-file",
         .summary = "A record is a plain file.",
         .reason =
             "A folder, a device or a pipe whose name ends in .toml holds no record. Nor is one read from a repository "
             "within the repository (a submodule), fetched or not: what it holds is no part of this history.",
         .fixed = true},
    Rule{.name = "outside-link",
         .summary = "No link leads out of the data folder.",
         .reason =
             "A symbolic link in a pull request could make the check read, and the web site publish, a file of the "
             "machine that runs it. Links are therefore not followed out of the data folder.",
         .fixed = true},
    Rule{.name = "duplicate-id",
         .summary = "An id is unique within its kind.",
         .reason =
             "Sub-folders sort records and do not count: two files of one name are two records that claim one id, and "
             "a reference cannot say which of them it means.",
         .failing = R"(--- data/meetings/2018/ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16
--- data/meetings/2019/ankara-review.toml
title = "CDR meeting"
type = "review"
start = 2019-08-21
)",
         .mended = R"(--- data/meetings/2018/ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16
--- data/meetings/2019/beijing-cdr.toml
title = "CDR meeting"
type = "review"
start = 2019-08-21
)",
         .fixed = true},
    Rule{.name = "setting",
         .summary = "sss.toml holds settings that sss knows.",
         .reason = "A mistyped key would leave its default in force in silence. docs/settings.md names every key.",
         .failing = R"(--- sss.toml
[programme]
timezon = "Asia/Shanghai"
)",
         .mended = R"(--- sss.toml
[programme]
timezone = "Asia/Shanghai"
)"},
    Rule{
        .name = "schema",
        .summary = "A schema of the repository says what it means.",
        .reason =
            "A file in schemas/ adds a kind or replaces a standard one (JSON Schema draft-07, with keywords that begin "
            "with x-sss-). What cannot be used of it is left out and told here, so that no record is refused for its "
            "schema's fault.",
        .failing = R"(--- schemas/ground-station.schema.json
{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "propertys": { "name": { "type": "string" } }
}
)",
        .mended = R"(--- schemas/ground-station.schema.json
{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "properties": { "name": { "type": "string" } }
}
)"},
};

}  // namespace

std::span<Rule const> reading_rules()
{
    return reading_table;
}

}  // namespace sss
