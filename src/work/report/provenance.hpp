#pragma once

#include "facts/report/provenance.hpp"
#include "work/report/making.hpp"

#include <optional>

namespace sss {

/// Finds the revision that makes a report again, whatever is committed later: the snapshot itself where the settings
/// and schemas in it are those that the report was made with; else the oldest commit since which they are. So the same
/// report names the same revision, until somebody changes them.
class ReproducingRevision {
public:
    explicit ReproducingRevision(HistoryView const& past);
    git::Oid revision(git::Commit const& snapshot);
    /// The revision of the settings themselves: HEAD, or that of --rev.
    git::Oid tip() const { return past_.tip->id; }
    HistoryView const& past() const { return past_; }
    /// Of what reports are narrowed to.
    FormerIds& former_ids() { return former_ids_; }

private:
    git::Oid oldest_alike() const;

    HistoryView const& past_;
    FormerIds former_ids_;
    std::optional<std::string> configuration_;  ///< of the tip; nothing: they cannot be compared
    std::optional<git::Oid> oldest_alike_;      ///< once it was looked for
};

/// What a report was made of.
struct ProvenanceInput {
    Scope const& scope;
    std::optional<git::Commit> const& snapshot;
    Records const& records;
    Narrowing const& narrowing;
};

/// What git replaces in the history of a commit, as Provenance tells it.
std::vector<std::string> replaced_in(git::Repository const& repository, git::Oid const& commit);

/// What is said of a report's making.
Provenance provenance_of(ProvenanceInput const& input, ReportRequest const& request, ReproducingRevision& reproducing);

}  // namespace sss
