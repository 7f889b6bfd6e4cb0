#pragma once

#include "commands/workspace.hpp"
#include "reports/field_path.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What a command looks at that speaks of records as they stand: the working tree, or a commit where --rev or --as-of
/// names one or the repository is bare.
struct View {
    std::unique_ptr<Configuration const> own_configuration;  ///< of a working tree
    std::optional<HistoryView> past;                         ///< of a commit
    std::filesystem::path root;                              ///< of a working tree
    Records records;
    Day today;

    Configuration const& configuration() const { return past ? *past->configuration : *own_configuration; }
    std::vector<Kind const*> const& kinds() const { return configuration().layout.kinds(); }
};

View open_view(CommonOptions const& common, HistoryOptions const& history, Surroundings const& surroundings,
               Detail detail);

/// The kind of this name, or of this folder; a UsageError with a suggestion where there is none.
Kind const& find_kind(View const& view, std::string_view typed);

/// The UsageError that shows what is wrong in the text of an option.
/// @param what  "the filter", "--columns"
UsageError wrong_text(std::string_view what, TextProblem const& problem, std::string_view text);

}  // namespace sss
