#include "work/change/layout.hpp"

#include "records/write_format.hpp"
#include "support/utf8.hpp"
#include "work/typed_path.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// The records that the paths name; all where none is given.
std::vector<Record const*> chosen(WorkingTree const& tree, std::vector<std::string> const& typed,
                                  std::string const& directory)
{
    std::vector<Record const*> records;
    std::vector<std::string> paths;
    for (auto const& path : typed) paths.push_back(path_inside(tree.root, directory, path));
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto const holds = [&](Record const& record) { return is_below(record.path(), paths[i]); };
        if (std::ranges::none_of(tree.records.all(), holds))
            throw UsageError{fmt::format("'{}' holds no record", visible(typed[i]))};
    }
    for (auto const& record : tree.records.all()) {
        auto const wanted = [&](std::string const& path) { return is_below(record.path(), path); };
        if (paths.empty() || std::ranges::any_of(paths, wanted)) records.push_back(&record);
    }
    std::ranges::sort(records, {}, [](Record const* record) { return record->path(); });
    return records;
}

}  // namespace

Layouts lay_out(WorkingTree const& tree, std::vector<std::string> const& paths, std::string const& directory)
{
    Layouts found;
    for (auto const* record : chosen(tree, paths, directory)) {
        if (auto const& problems = record->document.problems; !problems.empty()) {
            found.unreadable.insert(found.unreadable.end(), problems.begin(), problems.end());
            ++found.left;
            continue;
        }
        try {
            auto text = canonical(record->text, *record->kind);
            if (text != record->text) found.changed.push_back({record, std::move(text)});
        } catch (Error const& error) {
            found.refused.push_back(fmt::format("{}: {}", visible(record->path()), error.what()));
            ++found.left;
        }
    }
    // A link is not followed, and what no record was read from is none to lay out: that is said, not passed over.
    if (paths.empty())
        for (auto const& finding : tree.records.findings()) {
            if (finding.rule != "outside-link" && finding.rule != "not-a-file") continue;
            found.unreadable.push_back(finding);
            ++found.left;
        }
    return found;
}

}  // namespace sss
