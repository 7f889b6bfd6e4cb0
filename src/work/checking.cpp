#include "work/checking.hpp"

#include "facts/change/difference.hpp"
#include "history/compare.hpp"
#include "rules/look_back.hpp"
#include "rules/rules.hpp"
#include "rules/validation.hpp"
#include "support/utf8.hpp"
#include "work/absence.hpp"
#include "work/look_back.hpp"
#include "work/opening.hpp"
#include "work/typed_path.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

bool stands_below(std::string const& file, std::vector<std::string> const& paths)
{
    return paths.empty() || std::ranges::any_of(paths, [&](auto const& path) { return is_below(file, path); });
}

/// Keeps what stands below one of the paths.
void narrow(Validation& checked, std::vector<std::string> const& paths)
{
    if (paths.empty()) return;
    auto const elsewhere = [&](std::string const& file) { return !stands_below(file, paths); };
    auto first = checked.records.begin();
    for (auto& kind : checked.kinds) {
        auto const behind = first + static_cast<std::ptrdiff_t>(kind.records);
        kind.records -= static_cast<std::size_t>(std::count_if(first, behind, elsewhere));
        first = behind;
    }
    std::erase_if(checked.kinds, [](KindCount const& kind) { return kind.records == 0; });
    std::erase_if(checked.records, elsewhere);
    std::erase_if(checked.findings, [&](Finding const& finding) { return elsewhere(finding.file); });
    std::erase_if(checked.waived, [&](Waived const& waived) { return elsewhere(waived.finding.file); });
}

std::vector<std::string> files_of(Validation const& checked)
{
    auto files = checked.records;
    for (auto const& finding : checked.findings) files.push_back(finding.file);
    return files;
}

/// Where files stand now that the branch gave another name. Asked only where one with a finding is new.
std::map<std::string, std::string> moved_since(CheckedState const& state, ProgrammeRequest const& programme)
{
    auto const configuration = read_configuration(*state.files, named_settings(programme), rule_names());
    auto const before = read_records(*state.base->files, configuration->layout, Detail::values);
    auto const after = read_records(*state.files, configuration->layout, Detail::values);
    return moved_files(compare(configuration->layout, before, after).changes, before, after);
}

/// Takes out of `checked` what stood at the base too.
FindingCounts set_older_aside(Validation& checked, CheckedState const& state, StateRequest const& request,
                              ProgrammeRequest const& programme, Outside const& outside)
{
    // What both sides would find on any day is judged on the same day, so that time alone brings nothing new.
    Validation base;
    Weakening weakening;
    try {
        base = validate(*state.base->files, named_settings(programme), state.now);
        if (state.base->commit)
            weakening = weakening_of({*state.base->files, *state.files, named_settings(programme), state.now,
                                      former_records_of(state), past_of(state, request, outside)});
    } catch (NotReadable const& unread) {
        // Whoever mends it must get through: all that is found counts.
        outside.warn(
            fmt::format("sss: what stood where {} parted cannot be judged, so every finding counts as "
                        "new: {}\n",
                        visible(request.since), unread.what()));
        return {};
    }
    auto const there = files_of(base);
    std::set<std::string_view> const known{there.begin(), there.end()};
    auto const in_new_file =
        std::ranges::any_of(checked.findings, [&](Finding const& finding) { return !known.contains(finding.file); });
    auto const moved =
        in_new_file && !base.findings.empty() ? moved_since(state, programme) : std::map<std::string, std::string>{};
    auto found = new_findings(base.findings, std::move(checked.findings), moved);
    checked.findings = std::move(found.appeared);
    add_weakening(checked.findings, std::move(weakening), base.findings, moved);
    return count_findings(found.older);
}

/// A check that could not look is none.
void require_data(Validation const& checked, CheckedState const& state, ProgrammeRequest const& programme)
{
    if (state.name.empty()) return;  // before the first commit
    auto const configuration = read_configuration(*state.files, named_settings(programme), rule_names());
    require_sight(*state.files, configuration->layout, programme, state.name);
    if (state.repository)
        require_no_filter(*state.repository, *state.files, configuration->layout,
                          state.of_commit ? state.tip : std::nullopt);
    else if (state.around)
        require_no_filter(*state.around, *state.files, configuration->layout, std::nullopt);
    if (checked.records.empty()) require_records_not_elsewhere(*state.files, configuration->layout, state.name);
}

}  // namespace

Check check(CheckRequest const& request, ProgrammeRequest const& programme, Outside const& outside)
{
    auto const state = find_state(request.state, programme, outside);
    auto checked = validate(*state.files, named_settings(programme), state.now, former_records_of(state),
                            past_of(state, request.state, outside));
    require_data(checked, state, programme);
    auto const paths = paths_of(state, programme, request.paths, files_of(checked));

    Check check;
    check.fail_on = request.fail_on;
    narrow(checked, paths);
    if (state.base) {
        auto const older = set_older_aside(checked, state, request.state, programme, outside);
        // What is switched off concerns every path.
        std::erase_if(checked.findings, [&](Finding const& finding) {
            return finding.rule != "check-weakened" && !stands_below(finding.file, paths);
        });
        check.since = Since{request.state.since, state.base->commit ? state.base->commit->brief() : "", older};
    }
    check.records = std::move(checked.records);
    check.findings = std::move(checked.findings);
    check.waived = std::move(checked.waived);
    check.kinds = std::move(checked.kinds);
    return check;
}

}  // namespace sss
