#include "work/history_view.hpp"

#include "history/former_tree_files.hpp"
#include "history/walk.hpp"
#include "print/log.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "words/said.hpp"
#include "words/words.hpp"
#include "work/absence.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// Up to this many names stand in a sentence; the others are counted.
constexpr std::size_t folders_named_at_most = 3;

std::string folder_names(std::vector<std::string> const& paths)
{
    std::string list;
    for (std::size_t i = 0; i < std::min(paths.size(), folders_named_at_most); ++i)
        list += (i == 0 ? "" : ", ") + visible(paths[i]);
    if (paths.size() > folders_named_at_most) list += fmt::format(" and {} more", paths.size() - folders_named_at_most);
    return list;
}

/// "commit 1a2b3c4", or the same of a folder of the repository.
std::string state_name(git::Repository const& repository, git::Commit const& commit)
{
    auto const& folder = repository.narrowed_to();
    return fmt::format("commit {}{}", commit.id.brief(), folder.empty() ? "" : fmt::format(" below {}", folder));
}

/// What `repository` holds at `tip` is what there is to see; an Error where it is not.
void require_sight_of_commit(git::Repository const& repository, std::optional<git::Commit> const& tip,
                             Configuration const& configuration, ProgrammeRequest const& programme, bool of_head)
{
    TreeFiles const files{repository, tip ? tip->tree : git::Oid{}};
    auto const seen = [&] {
        if (!tip) return;
        require_sight(files, configuration.layout, programme, state_name(repository, *tip));
        require_no_filter(repository, files, configuration.layout, tip->id);
        if (!holds_records(repository, tip->tree, configuration.layout))
            require_records_not_elsewhere(files, configuration.layout, state_name(repository, *tip));
    };
    auto const begun = tip && (files.presence(std::string{settings_name}) != Presence::nothing ||
                               files.presence(configuration.layout.data_folder()) != Presence::nothing);
    if (begun) seen();
    if (of_head) require_committed(repository, tip, configuration, programme);
    if (!begun) seen();
}

/// Remarks what the working tree holds and the answer does not.
void tell_uncommitted(HistoryView const& past, Outside const& outside)
{
    auto const& layout = past.configuration->layout;
    std::vector<std::string> hidden;
    try {
        hidden = past.repository.uncommitted(layout.data_folder());
    } catch (Error const& error) {  // what is committed can be told all the same
        outside.remark(fmt::format("sss: whether the working tree holds more is not known: {}\n", error.what()));
        return;
    }
    // What is no record would not be told were it committed.
    std::erase_if(hidden, [&](std::string const& path) { return !layout.slot(path); });
    if (!hidden.empty())
        outside.remark(fmt::format("sss: {} {} not committed and not shown: {}\n",
                                   count(static_cast<std::int64_t>(hidden.size()), "changed record"),
                                   hidden.size() == 1 ? "is" : "are", folder_names(hidden)));
    if (!past.tip) return;
    if (auto const settings = changed_settings(past.repository, *past.tip, *past.configuration); !settings.empty())
        outside.remark(fmt::format("sss: {} changed and not committed; what is committed holds here\n",
                                   folder_names(settings) + (settings.size() == 1 ? " is" : " are")));
}

std::string why_empty(HistoryView const& past)
{
    if (!past.removal) return "there are no records yet";
    auto const& [commit, records] = *past.removal;
    auto const day = in_words(past.line->day(past.line->find(commit.id).value()));
    return fmt::format("there are no records: {} ({})",
                       in_plain(removed_words(records, day, visible(commit.author.name))), commit.id.brief());
}

}  // namespace

HistoryView open_history_view(ProgrammeRequest const& programme, MomentRequest const& moment, Outside const& outside)
{
    return open_history_view(open_repository(programme), programme, moment, outside);
}

HistoryView open_history_view(git::Repository repository, ProgrammeRequest const& programme,
                              MomentRequest const& moment, Outside const& outside)
{
    HistoryView past{
        .repository = std::move(repository), .as_of = moment.as_of.has_value(), .settings_file = programme.config};
    if (outside.follow)
        outside.follow([reads = past.repository.reads()] {
            return fmt::format("sss: reading the history, {} objects so far", reads->load());
        });
    auto const of_head = moment.revision.empty();
    if (of_head) require_branch(past.repository);
    auto const tip = of_head ? past.repository.head() : std::optional{past.repository.resolve(moment.revision)};
    if (tip) {
        past.repository.name_people_as_in(*tip);
        past.tip = past.repository.commit(*tip);
    }
    TreeFiles const files{past.repository, past.tip ? past.tip->tree : git::Oid{}};
    past.configuration = sound_configuration(files, programme);
    require_sight_of_commit(past.repository, past.tip, *past.configuration, programme, of_head);
    if (past.tip)
        past.line = std::make_unique<FirstParentLine const>(past.repository, past.tip->id, past.configuration->zone);
    past.now = past.tip;
    past.today = past.configuration->zone.day_of(outside.now());
    if (past.as_of) {
        past.today = moment.as_of->from(past.today);
        past.repository.require_whole_history("tell what stood on a day of the past");
        past.now = landed_by(past, past.today);
    } else if (of_head) {
        tell_uncommitted(past, outside);
    }
    if (past.now && !holds_records(past.repository, past.now->tree, past.configuration->layout)) {
        past.removal = last_removal(past.repository, past.configuration->layout, past.now->id);
        past.empty = true;
    }
    if (!past.now) past.empty = true;
    if (past.empty) outside.remark("sss: " + why_empty(past) + '\n');
    return past;
}

History read_history(HistoryView const& past, std::optional<git::Commit> const& to, std::optional<git::Oid> const& from)
{
    if (!to) return {};
    return read_history(past.repository, past.configuration->layout, *past.line, to->id, from);
}

History const& whole_history(HistoryView const& past, std::optional<git::Commit> const& to)
{
    auto const id = to ? std::optional{to->id} : std::nullopt;
    if (!past.whole->to || past.whole->to != id) *past.whole = {id, read_history(past, to)};
    return past.whole->history;
}

std::optional<git::Commit> landed_by(HistoryView const& past, Day day)
{
    auto const position = past.line ? past.line->landed_by(day) : std::nullopt;
    if (!position) return std::nullopt;
    return past.repository.commit(past.line->landing(*position)->id);
}

Records records_of(HistoryView const& past, std::optional<git::Commit> const& commit)
{
    if (!commit) return {};
    return read_records(FormerTreeFiles{past.repository, commit->tree}, past.configuration->layout, Detail::values);
}

Records records_beside(HistoryView const& past, std::optional<git::Commit> const& commit)
{
    if (!commit) return {};
    auto const repository = past.repository.another_handle();
    return read_records(FormerTreeFiles{repository, commit->tree}, past.configuration->layout, Detail::values);
}

void remark_gaps(History const& history, Zone const& zone, Outside const& outside)
{
    if (auto const gaps = left_out(history, zone); !gaps.empty()) outside.remark("sss: " + gaps);
}

}  // namespace sss
