#pragma once

#include "history/history.hpp"
#include "history/record_steps.hpp"
#include "history/walk.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace sss {

/// Keeps the story of a record together that bears two names on the two sides of a merge. Files are read one by one, so
/// that a rename on one side hides what the other side did to the same record: a branch renames it while the line edits
/// it, or the line renames it and the branch goes on editing. Each edit is told by who made it, and the steps still add
/// up to what landed.
class BranchWork {
public:
    /// @param files    the steps of each file; must outlive this, as must the walk
    /// @param slots    the files' records
    /// @param by_step  what each step of the walk does to the records; is rewritten step by step
    BranchWork(Walk const& walk, std::vector<FileSteps> const& files, std::vector<Layout::Slot> const& slots,
               std::vector<std::vector<Change>>& by_step);

    /// For each step in order, before its changes are joined to renames.
    void before_join(std::uint32_t step);
    /// And after they were.
    void after_join(std::uint32_t step, std::vector<Change>& changes);

private:
    struct Carried {
        std::uint32_t landing = 0;
        Table said;  ///< by what was told so far
    };
    struct Renaming {
        RecordKey record;
        std::shared_ptr<Table const> line;  ///< what was told of it so far
    };
    using AtStep = std::pair<std::uint32_t, RecordKey>;
    struct AtStepLess {
        bool operator()(AtStep const& a, AtStep const& b) const
        {
            if (a.first != b.first) return a.first < b.first;
            return RecordKeyLess{}(a.second, b.second);
        }
    };
    template <typename What>
    using ByStep = std::map<AtStep, What, AtStepLess>;

    void hand_over(std::uint32_t landing);
    void rewrite(Change& change, Carried& carried);
    void finish(std::uint32_t landing);
    void remember_names(std::span<Change const> changes);

    Walk const& walk_;
    std::vector<std::vector<Change>>& by_step_;
    ByStep<std::shared_ptr<Table const>> taken_;    ///< by the step that took it away: as the branch had it
    ByStep<std::shared_ptr<Table const>> brought_;  ///< by landing
    using Edits = std::map<RecordKey, std::vector<FileSteps::Apart>, RecordKeyLess>;
    std::map<std::uint32_t, Edits> elsewhere_;  ///< by landing
    std::map<RecordKey, Carried, RecordKeyLess> carried_;
    std::map<RecordKey, RecordKey, RecordKeyLess> names_;  ///< former ones to those of now; only where they are needed
    std::vector<Renaming> renaming_;
    std::uint32_t handed_over_ = 0;  ///< the landing whose edits were given to those who made them; one more than it
};

}  // namespace sss
