#include "work/change/commit_proposal.hpp"

#include "facts/change/change_facts.hpp"
#include "facts/change/net_moves.hpp"
#include "git/tree.hpp"
#include "history/compare.hpp"
#include "history/first_parent_line.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "work/change/commit_command.hpp"
#include "work/change/commit_message.hpp"
#include "work/opening.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t title_width = 80;  ///< in the body
constexpr std::size_t most_others = 3;   ///< records whose other changes are named

/// The text with the line ends of HEAD: those of the working tree may be of the machine.
std::optional<std::string> without_returns(std::optional<std::string> text)
{
    if (text) std::erase(*text, '\r');
    return text;
}

class Proposer {
public:
    Proposer(WorkingTree const& tree, ToCommit const& what, Records const& after, ProgrammeRequest const& programme,
             Outside const& outside, git::Repository const& repository)
        : tree_(tree),
          what_(what),
          after_(after),
          programme_(programme),
          outside_(outside),
          repository_(repository),
          none_{repository, git::Oid{}},
          texts_(what.texts)
    {
        tip_ = repository.head();
        if (!tip_) return;
        auto const tree_of_tip = repository.commit(*tip_).tree;
        head_.emplace(repository, tree_of_tip);
        paths_.emplace(repository, tree_of_tip);
    }

    CommitProposal run()
    {
        take_along();
        for (auto const& [path, text] : texts_) {
            in_head_[path] = head_text(path);
            working_[path] = tree_.files.read_path(path, largest_document);
        }
        CommitProposal proposal;
        for (auto const& [path, text] : what_.texts)
            if (without_returns(in_head_[path]) != without_returns(working_[path])) proposal.from_head = false;
        if (!proposal.from_head) tell_other_changes();
        auto const lines = message_lines_of(proposal.moves);
        ask_for_reason(proposal.moves);
        name_paths(proposal);
        if (!proposal.paths.empty()) {
            proposal.message = commit_message(lines, {what_.subject, what_.lead_only, what_.counted});
            // What is typed into a shell and what is handed to git is the same.
            for (auto& paragraph : proposal.message)
                if (paragraph != what_.subject) paragraph = visible(paragraph);
            if (!what_.reason.empty()) proposal.reason = visible(one_line(what_.reason, what_.reason.size() + 1));
        }
        proposal.asides = asides_;
        proposal.root = tree_.root;
        proposal.git = git_at(tree_.root, programme_);
        proposal.command = commit_command(proposal, repository_, tree_.configuration->settings.data.folder);
        return proposal;
    }

private:
    std::optional<std::string> head_text(std::string const& path)
    {
        auto const entry = paths_ ? paths_->find(path) : std::nullopt;
        if (!entry || entry->type != git::TreeEntry::Type::file) return std::nullopt;
        return head_->read({path, FileEntry::Type::file, entry->id}, largest_document);
    }

    Records records_in(ChangedTexts const& texts) const
    {
        return read_records(ChangedFiles{none_, texts}, tree_.layout(), Detail::values);
    }

    void take_along()
    {
        for (auto const& path : what_.along) {
            if (texts_.contains(path)) continue;
            auto const now = tree_.files.read_path(path, largest_document);
            if (now && without_returns(now) != without_returns(head_text(path))) texts_[path] = now;
        }
        // A record that was renamed since: its file of before goes with the same commit.
        auto const records = records_in(texts_);
        for (auto const& record : records.all()) {
            if (head_text(record.path())) continue;
            for (auto const& alias : strings_at(record.fields(), keys::aliases)) {
                auto const beside = (fs::path{record.path()}.parent_path() / (alias + ".toml"));
                for (auto const& path : {beside.generic_string(), tree_.layout().path_of(*record.kind, alias)})
                    if (!texts_.contains(path) && head_text(path) && !tree_.files.read_path(path, 0))
                        texts_[path] = std::nullopt;
            }
        }
    }

    void tell_other_changes()
    {
        ChangedTexts before, now;
        for (auto const& [path, text] : what_.texts) {
            before[path] = in_head_[path];
            now[path] = working_[path];
        }
        for (auto const& [path, text] : texts_)
            if (!text && !what_.texts.contains(path)) before[path] = in_head_[path];
        auto const comparison = compare(tree_.layout(), records_in(before), records_in(now));
        auto const days = tree_.configuration->settings.history.correction_days;
        std::vector<Move> moves;
        for (auto& one : net_moves(comparison.changes, nullptr, {}, days, after_.zone()))
            moves.push_back(std::move(one.move));
        auto const facts =
            change_facts(comparison.changes, moves, after_.zone(), RenamesFollowed::of_net(comparison.changes));
        if (facts.empty()) return;
        ChangeWords const words{after_, WordDetail::brief};
        std::string said;
        for (auto const& one : std::span{facts}.first(std::min(facts.size(), most_others)))
            said += fmt::format("{}{}: {}", said.empty() ? "" : "; ", one_line(one.change->title, title_width),
                                in_one(words.clauses(one)));
        if (facts.size() > most_others) said += fmt::format("; and {} more", facts.size() - most_others);
        auto const several = what_.texts.size() > 1;
        asides_ += visible(fmt::format("sss: {} other changes that are not committed: {}",
                                       several ? "these files hold" : "this file holds", said)) +
                   "\n  The message covers them too.\n";
    }

    /// Now is when somebody knows why.
    void ask_for_reason(std::vector<Move> const& moves)
    {
        auto const& rules = tree_.configuration->settings.rules;
        auto const level = rules.find("slip-without-reason");
        auto const slips = [](Move const& move) { return !move.correction && move.slip.direction() > 0; };
        if (!what_.reason.empty() || (level != rules.end() && !level->second) || std::ranges::none_of(moves, slips))
            return;
        asides_ += "sss: a plan slips, and no reason is given: --reason TEXT tells it, for the reports\n";
    }

    /// Where moves can be counted: where the history is whole.
    bool countable(std::vector<RecordKey> const& keys)
    {
        if (keys.empty() || !tip_) return false;
        if (!repository_.is_shallow()) return true;
        asides_ +=
            with_remedy("moves are not counted: this clone is shallow", git::whole_history_remedies().on(outside_.ci));
        return false;
    }

    std::vector<Move> moves_among(std::vector<Change> const& changes)
    {
        auto const days = tree_.configuration->settings.history.correction_days;
        auto const keys = with_other_plan(changes);
        std::vector<Move> moves;
        std::vector<NetMove> net;
        if (countable(keys)) {
            History pending;
            pending.commits.push_back(
                {.commit = {}, .landed = {}, .landed_at = outside_.now(), .reason = what_.reason, .correction = false});
            pending.changes = changes;
            auto const past = continued(
                read_past_of(repository_, tree_.layout(), {repository_, *tip_, tree_.configuration->zone}, *tip_, keys),
                pending);
            net = net_moves(
                changes, &past, [](LandedCommit const& told) { return !told.commit.id; }, days, after_.zone());
        } else {
            net = net_moves(changes, nullptr, {}, days, after_.zone());
        }
        for (auto& one : net) moves.push_back(std::move(one.move));
        return moves;
    }

    std::vector<ProposedLine> message_lines_of(std::vector<Move>& moves)
    {
        auto const comparison = compare(tree_.layout(), records_in(in_head_), records_in(texts_));
        moves = moves_among(comparison.changes);
        // What follows a record to its new name is no news of itself, and counted all the same.
        auto facts = change_facts(comparison.changes, moves, after_.zone());
        std::ranges::stable_partition(facts, [&](auto const& one) { return one.change->record == what_.lead; });
        ChangeWords const words{after_};
        std::vector<ProposedLine> lines;
        for (auto const& one : facts) {
            auto clauses = words.clauses(one);
            told_first(clauses, "cancelled.reason");
            // The former id is kept as an alias: that goes without saying.
            if (!one.change->former_id.empty())
                std::erase_if(clauses, [](Clause const& clause) { return clause.path == "aliases"; });
            lines.push_back(
                {one.change->record, one_line(one.change->title, title_width), std::move(clauses), one.change->type});
        }
        if (lines.empty() && !comparison.unreadable.empty())
            if (auto const* lead = after_.find(what_.lead.kind->name, what_.lead.id)) {
                Table ignored;
                auto const text = texts_.find(lead->path());
                auto const mended = text != texts_.end() && text->second && parse_values(*text->second, ignored);
                lines.push_back(
                    {what_.lead,
                     one_line(lead->title(), title_width),
                     {{{}, mended ? "what could not be read is mended" : "changed, and not yet readable whole"}}});
            }
        return lines;
    }

    /// Which files are committed, and how they stand in the index.
    void name_paths(CommitProposal& proposal)
    {
        proposal.merging = repository_.is_merging();
        auto const index = repository_.index(outside_.index_file);
        std::map<std::string_view, git::Oid> staged;
        for (auto const& entry : index.entries) staged.emplace(entry.path, entry.id);
        for (auto const& [path, text] : texts_) {
            auto const known = staged.find(path);
            auto const is_known = known != staged.end();
            auto const entry = paths_ ? paths_->find(path) : std::nullopt;
            if (std::ranges::binary_search(index.conflicts, path) || is_known != entry.has_value() ||
                (is_known && known->second != entry->id))
                proposal.staged.push_back(path);
            if (!text && !is_known) continue;  // it was never committed: git need not hear that it is gone
            if (text && text == in_head_.at(path)) continue;
            if (!is_known) proposal.unknown.push_back(path);
            proposal.paths.push_back(path);
        }
    }

    WorkingTree const& tree_;
    ToCommit const& what_;
    Records const& after_;
    ProgrammeRequest const& programme_;
    Outside const& outside_;
    git::Repository const& repository_;
    TreeFiles none_;
    std::optional<TreeFiles> head_;
    std::optional<git::TreePaths> paths_;  ///< of HEAD
    std::optional<git::Oid> tip_;
    ChangedTexts texts_;
    ChangedTexts in_head_;
    ChangedTexts working_;
    std::string asides_;
};

}  // namespace

CommitProposal propose_commit(WorkingTree const& tree, ToCommit const& what, Records const& after,
                              ProgrammeRequest const& programme, Outside const& outside)
{
    auto const repository = repository_of(tree.root, programme.git);
    if (!repository) return {};
    return propose_commit(tree, what, after, programme, outside, *repository);
}

CommitProposal propose_commit(WorkingTree const& tree, ToCommit const& what, Records const& after,
                              ProgrammeRequest const& programme, Outside const& outside,
                              git::Repository const& repository)
{
    return Proposer{tree, what, after, programme, outside, repository}.run();
}

}  // namespace sss
