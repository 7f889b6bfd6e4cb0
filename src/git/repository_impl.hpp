#pragma once

// Private to git/: what the files that make up Repository share.

#include "git/environment.hpp"
#include "git/former_homes.hpp"
#include "git/handles.hpp"
#include "git/mailmap.hpp"
#include "git/repository.hpp"
#include "git/rewriting.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace sss::git {

struct Repository::Impl {
    std::filesystem::path start;
    Environment environment;
    std::string narrowed;   ///< without a slash at its end
    std::string root_file;  ///< where the root of a commit holds it and not that folder, the root is told of
    std::shared_ptr<FormerHomes> homes;  ///< of that folder; none of the whole
    std::shared_ptr<Rewriting const> rewriting;
    std::shared_ptr<Mailmap const> mailmap;
    std::shared_ptr<std::atomic<std::uint64_t>> reads = std::make_shared<std::atomic<std::uint64_t>>(0);
    RepositoryHandle repository;
    OdbHandle odb;
};

/// GIT_OBJECT_INVALID where it is missing or cannot be read.
inline git_object_t type_of(git_odb* odb, Oid const& id)
{
    auto const raw = to_git(id);
    std::size_t size = 0;
    auto type = GIT_OBJECT_INVALID;
    return git_odb_read_header(&size, &type, odb, &raw) == 0 ? type : GIT_OBJECT_INVALID;
}

}  // namespace sss::git
