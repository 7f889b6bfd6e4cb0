#pragma once

#include "records/records.hpp"
#include "work/history_view.hpp"
#include "work/overlay.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace sss {

/// Records as they stand: in the working tree, or in a commit where a revision or a day is asked for or the repository
/// is bare.
struct View {
    std::unique_ptr<Configuration const> own_configuration;  ///< of a working tree
    std::optional<HistoryView> past;                         ///< of a commit
    std::filesystem::path root;                              ///< of a working tree
    std::optional<git::Repository> around;                   ///< that holds it; nothing where none does
    Records records;
    Day today;

    Configuration const& configuration() const { return past ? *past->configuration : *own_configuration; }
    std::vector<Kind const*> const& kinds() const { return configuration().layout.kinds(); }
};

/// @param unsaved  texts of an editor that stand for those of the working tree; settings and schemas may be among them
View open_view(ProgrammeRequest const& programme, MomentRequest const& moment, Outside const& outside, Detail detail,
               ChangedTexts const& unsaved = {});

}  // namespace sss
