#pragma once

// Private to git/: where the folder that a repository is narrowed to stood before it was moved.

#include "git/repository.hpp"

#include <mutex>
#include <string>
#include <vector>

namespace sss::git {

/// The folders that held what is told of today, as HEAD's first-parent line tells of it: where the folder of today
/// comes up with a commit that takes the settings file out of another one, that other one is what it was called until
/// then. Looked for when the first commit is met in which the folder of today is not there.
class FormerHomes {
public:
    /// @param folder  of today
    /// @param file    that each of them holds: the settings
    FormerHomes(std::string folder, std::string file) : folder_(std::move(folder)), file_(std::move(file)) {}

    /// Newest first. The repository must not be read by others with this handle meanwhile.
    std::vector<std::string> const& of(Repository const& repository);

private:
    void find(Repository const& repository);
    std::string left_for(Repository const& repository, Oid const& before, Oid const& after,
                         std::string const& now) const;

    std::string folder_, file_;
    std::once_flag found_;
    std::vector<std::string> homes_;
};

}  // namespace sss::git
