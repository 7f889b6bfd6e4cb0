#include "work/change/working_tree.hpp"

#include "git/git_folder.hpp"
#include "rules/validation.hpp"
#include "support/links.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/absence.hpp"
#include "work/names_of_one_past.hpp"
#include "work/opening.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

namespace fs = std::filesystem;

fs::path data_folder(WorkingTree const& tree)
{
    auto const& folder = tree.layout().data_folder();
    return folder.empty() ? tree.root : tree.root / folder;
}

constexpr std::size_t unfinished_named = 3;

std::string named_of(Unfinished const& unfinished)
{
    std::string list;
    auto const& paths = unfinished.paths;
    for (std::size_t i = 0; i < std::min(paths.size(), unfinished_named); ++i)
        list += (i == 0 ? "" : ", ") + visible(paths[i]);
    if (paths.size() > unfinished_named) list += fmt::format(" and {} more", paths.size() - unfinished_named);
    return list;
}

/// What the reader does about a change that sss does not settle by itself.
std::string by_hand(Unfinished const& unfinished, JournalPlace const& place)
{
    auto const then =
        fmt::format("`git diff` shows what stands, `git restore` takes it back. When all is as it should be: rm {}",
                    shell_word(place.file().string()));
    if (unfinished.state == Unfinished::State::unreadable) return then;
    return fmt::format("The change was of {}.\n{}", named_of(unfinished), then);
}

std::string not_settled(Unfinished const& unfinished)
{
    return unfinished.state == Unfinished::State::unreadable
               ? std::string{"its journal cannot be read"}
               : fmt::format("{} was changed since, and what was changed by hand is not overwritten",
                             visible(unfinished.path));
}

void settle(JournalPlace const& place, Outside const& outside)
{
    auto const settled = settle_unfinished(place);
    if (!settled) return;
    using State = Unfinished::State;
    if (settled->state == State::changed || settled->state == State::unreadable)
        throw Error{"put back a change that was interrupted", not_settled(*settled), by_hand(*settled, place)};
    auto const became = settled->state == State::half        ? "is put back: all is as it was before"
                        : settled->state == State::not_begun ? "had changed nothing yet"
                                                             : "was complete: nothing is to be put back";
    outside.warn(fmt::format("sss: a change of {} that was interrupted {} ({})\n",
                             count(static_cast<std::int64_t>(settled->paths.size()), "file"), became,
                             named_of(*settled)));
}

}  // namespace

WorkingTree open_working_tree(ProgrammeRequest const& programme)
{
    auto root = find_root(programme);
    FolderFiles files{root, programme.git};
    auto configuration = sound_configuration(files, programme);
    require_plain_folders(files, configuration->layout, fmt::format("the working tree at {}", visible(root.string())));
    auto records = read_records(files, configuration->layout, Detail::places);
    auto past = names_of_one_past(programme, {}, *configuration);
    records.remember(past);
    return {std::move(root), std::move(files), std::move(configuration), std::move(records), std::move(past)};
}

void read_again(WorkingTree& tree)
{
    tree.records = read_records(tree.files, tree.layout(), Detail::places);
    tree.records.remember(tree.past);
}

std::unique_ptr<DataLock> lock_data(WorkingTree const& tree, Outside const& outside)
{
    auto const folder = data_folder(tree);
    auto lock = std::make_unique<DataLock>(folder);
    if (auto const place = git::journal_place(tree.root)) {
        settle(*place, outside);
        sweep(place->folder, true);
    }
    sweep(folder);
    return lock;
}

std::string unfinished_words(ProgrammeRequest const& programme)
{
    std::error_code failed;
    auto root = fs::canonical(programme.directory, failed);
    while (!failed && !fs::exists(root / "sss.toml", failed) && !fs::exists(root / ".git", failed)) {
        if (root == root.parent_path()) return {};
        root = root.parent_path();
    }
    auto const place = failed ? std::nullopt : git::journal_place(root);
    auto const found = place ? find_unfinished(*place) : std::nullopt;
    using State = Unfinished::State;
    if (!found || found->state == State::complete || found->state == State::not_begun) return {};
    if (found->state == State::half)
        return fmt::format(
            "sss: a change of {} was interrupted and stands half done ({})\n  The next command that writes "
            "puts it back.\n",
            count(static_cast<std::int64_t>(found->paths.size()), "file"), named_of(*found));
    return fmt::format("sss: a change was interrupted and stands half done: {}\n  {}\n", not_settled(*found),
                       by_hand(*found, *place));
}

void write_records(WorkingTree const& tree, std::span<FileChange const> changes)
{
    auto const place = git::journal_place(tree.root);
    write_together(changes, place ? &*place : nullptr);
}

std::vector<Finding> findings_with(WorkingTree const& tree, ChangedTexts const& changed,
                                   ProgrammeRequest const& programme, Outside const& outside)
{
    auto const settings = named_settings(programme);
    auto findings = validate(ChangedFiles{tree.files, changed}, settings, outside.now()).findings;
    auto const elsewhere = [&](Finding const& finding) { return !changed.contains(finding.file); };
    std::erase_if(findings,
                  [&](Finding const& finding) { return elsewhere(finding) && finding.severity != Severity::error; });
    // What is just being written is named by nobody yet; `sss validate` will tell if it stays so.
    std::erase_if(findings, [](Finding const& finding) { return finding.rule == "unnamed"; });
    // Only where there is an error elsewhere is it worth asking whether it stands there already.
    if (std::ranges::any_of(findings, elsewhere)) {
        auto const before = validate(tree.files, settings, outside.now()).findings;
        std::erase_if(findings, [&](Finding const& finding) {
            return elsewhere(finding) && std::ranges::find(before, finding) != before.end();
        });
    }
    return findings;
}

namespace {

/// Errors among the findings that are not among those of before, wherever they stand in their files: what a change has
/// brought.
bool brings_errors(std::vector<Finding> const& findings, std::vector<Finding> const& before)
{
    return std::ranges::any_of(findings, [&](Finding const& finding) {
        return finding.severity == Severity::error && std::ranges::none_of(before, [&](Finding const& old) {
                   return old.file == finding.file && identity(old) == identity(finding);
               });
    });
}

}  // namespace

Judgement judge(WorkingTree const& tree, ChangedTexts const& texts, ProgrammeRequest const& programme,
                Outside const& outside)
{
    Judgement judgement{.findings = findings_with(tree, texts, programme, outside)};
    auto const wrong = std::ranges::count(judgement.findings, Severity::error, &Finding::severity);
    if (wrong == 0) return judgement;
    ChangedTexts before;
    for (auto const& [path, text] : texts) before[path] = tree.files.read_path(path, largest_document);
    judgement.sound = !brings_errors(judgement.findings, findings_with(tree, before, programme, outside));
    if (judgement.sound) {
        std::erase_if(judgement.findings, [](Finding const& one) { return one.severity == Severity::error; });
        judgement.stood_before = static_cast<std::size_t>(wrong);
    }
    return judgement;
}

fs::path place_for(WorkingTree const& tree, std::string const& path)
{
    auto const place = tree.root / path;
    std::error_code failed;
    auto const data = fs::weakly_canonical(data_folder(tree), failed);
    if (way_to(data_folder(tree), tree.root).leads != Way::Leads::plainly || way_to(place.parent_path(), data).leaves())
        throw Error{fmt::format("write {}", visible(path)), "a symbolic link leads out of the data folder there",
                    "Put a folder in the link's place."};
    return place;
}

}  // namespace sss
