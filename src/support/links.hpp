#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace sss {

/// Where a path leads once its links are followed. The files of a repository come from anybody, and a link among them
/// may lead anywhere; a link outside of every repository is its owner's own, and is followed like any other.
struct Way {
    enum class Leads : std::uint8_t {
        plainly,  ///< no link of a repository is on the way
        inside,   ///< one is, and it stays within the repository
        outside,  ///< one leads out of the repository, or into what is git's own
        nowhere,  ///< one names what does not exist, or goes in circles
    };
    Leads leads = Leads::plainly;
    std::filesystem::path link;    ///< the link that decides: the first that leaves, or else the first of all
    std::filesystem::path target;  ///< what stands in it
    bool last = false;             ///< it is the end of the way: it can be replaced without being followed
    /// The path names an open descriptor (/dev/stdout, /dev/fd/3, /proc/self/fd/3): this one of the process itself, or
    /// -1, one of another process.
    std::optional<int> descriptor;

    /// Whether following it leaves the repository, or ends nowhere.
    bool leaves() const { return leads == Leads::outside || leads == Leads::nowhere; }
};

/// Decides it; all that reads or writes what somebody else may have put there asks here.
/// @param repository  the folder whose links are judged, as one that is canonical; empty: each link by the repository
/// in
///                    which it stands, the nearest folder upwards with a `.git`, or else with an `sss.toml`
Way way_to(std::filesystem::path const& path, std::filesystem::path const& repository = {});

/// Makes a folder and those that lead to it. Throws Error where a link on the way leaves its repository, or where it
/// cannot be made.
void make_folders(std::filesystem::path const& folder);

}  // namespace sss
