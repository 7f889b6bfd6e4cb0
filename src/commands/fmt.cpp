#include "commands/committing.hpp"
#include "commands/terminal/findings.hpp"
#include "print/text/text_diff.hpp"
#include "records/write_format.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/absence.hpp"
#include "work/change/layout.hpp"
#include "work/opening.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct FmtOptions {
    std::vector<std::string> paths;
    std::string kind;
    bool check = false;
    bool diff = false;
    CommitOptions commit;
};

/// Standard input, in the layout of a kind, or with its keys in their own order.
ExitStatus lay_out_input(FmtOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    Kind const* kind = nullptr;
    Kind const none;
    std::unique_ptr<Configuration const> configuration;
    if (!options.kind.empty()) {
        configuration = sound_configuration(FolderFiles{find_root(common), common.git}, common);
        auto const* schema = configuration->schemas.find(options.kind);
        std::vector<std::string> names;
        for (auto const& each : configuration->schemas.all()) names.push_back(each.kind().name);
        auto const near = nearest(options.kind, names);
        if (schema == nullptr)
            throw UsageError{fmt::format("there is no kind '{}'{}", visible(options.kind),
                                         near ? fmt::format("; did you mean '{}'?", *near) : std::string{})};
        kind = &schema->kind();
    }
    auto const text = surroundings.read_all(largest_document);
    auto const document = parse_document("standard input", text);
    if (!document.problems.empty()) {
        tell(document.problems, common, surroundings);
        return ExitStatus::findings;
    }
    auto const result = canonical(text, kind == nullptr ? none : *kind);
    if (options.diff)
        deliver_diff(unified_diff("stdin", text, result), common, surroundings);
    else if (!options.check)
        deliver(result, common, surroundings);
    return options.check && text != result ? ExitStatus::findings : ExitStatus::done;
}

ExitStatus run_fmt(FmtOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.paths == std::vector<std::string>{"-"}) return lay_out_input(options, common, surroundings);
    if (!options.kind.empty()) throw UsageError{"--kind is for standard input: sss fmt - --kind milestone"};
    auto tree = open_working_tree(common);
    require_sight(tree.files, tree.layout(), common, "the working tree at " + tree.root.string());
    auto const writes = !options.check && !options.diff;
    auto lock = writes ? lock_data(tree, outside(common, surroundings)) : nullptr;
    if (lock) read_again(tree);

    auto const found = lay_out(tree, options.paths, common.directory);
    tell(found.unreadable, common, surroundings);
    for (auto const& sentence : found.refused) surroundings.complain(fmt::format("sss: {}\n", sentence));
    std::string told;
    std::vector<FileChange> changes;
    for (auto const& [record, text] : found.changed) {
        if (writes) changes.push_back({FileChange::Act::replace, place_for(tree, record->path()), text});
        told += options.diff ? unified_diff(record->path(), record->text, text) : visible(record->path()) + "\n";
    }
    auto const commits = !changes.empty() && (options.commit.commit || options.commit.subject);
    CommitProposal proposal;
    if (commits) {
        ToCommit what;
        if (options.commit.subject) what.subject = *options.commit.subject;
        for (auto const& [record, text] : found.changed) what.texts[record->path()] = text;
        what.lead = {found.changed.front().record->kind, found.changed.front().record->id};
        proposal = propose_commit(tree, what, tree.records, common, outside(common, surroundings));
        require_committable(options.commit, proposal);
    }
    write_records(tree, changes);
    if (options.diff)
        deliver_diff(told, common, surroundings);
    else if (changes.empty())
        deliver(told, common, surroundings);
    else
        deliver_written(told, written_words(options.commit, changes.size()), common, surroundings);
    if (found.left > 0)
        surroundings.complain(fmt::format("sss: {} left as {}: what is wrong there comes first\n",
                                          count(static_cast<std::int64_t>(found.left), "record"),
                                          found.left == 1 ? "it is" : "they are"));
    lock.reset();
    if (commits) commit_or_propose(options.commit, proposal, common, surroundings);
    auto const findings = found.left > 0 || (options.check && !found.changed.empty());
    return findings ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace

void add_fmt(CommandLine& line)
{
    auto options = std::make_shared<FmtOptions>();
    auto const command =
        line.add_command("fmt", "Brings records into the canonical layout; comments stay with what they are about",
                         "  sss fmt                                  every record; prints what it changed\n"
                         "  sss fmt --check                          for CI: names what is not in the layout\n"
                         "  sss fmt --diff data/meetings             shows what would change there\n"
                         "  sss fmt - --kind milestone < cdr.toml    standard input to standard output");
    command.add_option("PATH", options->paths, "Files and folders; - is standard input; without, every record")
        ->type_name("");
    command.add_flag("--check", options->check, "Write nothing; exit with 1 where a file is not in the layout");
    command.add_flag("--diff", options->diff, "Write nothing; print what would change");
    command.add_option("--kind", options->kind, "The kind whose order of keys standard input is to have")
        ->type_name("KIND");
    add_commit_options(command, options->commit);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_fmt(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
