#pragma once

// Private to git/: what the .cpp files of this floor share. Nothing outside includes it.

#include "git/damage.hpp"
#include "git/oid.hpp"
#include "support/error.hpp"

#include <cstring>
#include <memory>
#include <string>

#include <git2.h>
#include <git2/sys/repository.h>

namespace sss::git {

template <auto Free>
struct Freed {
    void operator()(auto* object) const noexcept { Free(object); }
};

using RepositoryHandle = std::unique_ptr<git_repository, Freed<git_repository_free>>;
using OdbHandle = std::unique_ptr<git_odb, Freed<git_odb_free>>;
using OdbObjectHandle = std::unique_ptr<git_odb_object, Freed<git_odb_object_free>>;
using ObjectHandle = std::unique_ptr<git_object, Freed<git_object_free>>;
using RevwalkHandle = std::unique_ptr<git_revwalk, Freed<git_revwalk_free>>;
using ReferenceHandle = std::unique_ptr<git_reference, Freed<git_reference_free>>;
using ReferenceIteratorHandle = std::unique_ptr<git_reference_iterator, Freed<git_reference_iterator_free>>;
using IndexHandle = std::unique_ptr<git_index, Freed<git_index_free>>;
using StatusHandle = std::unique_ptr<git_status_list, Freed<git_status_list_free>>;
using SignatureHandle = std::unique_ptr<git_signature, Freed<git_signature_free>>;
using CommitHandle = std::unique_ptr<git_commit, Freed<git_commit_free>>;
using TreeHandle = std::unique_ptr<git_tree, Freed<git_tree_free>>;
using ConfigIteratorHandle = std::unique_ptr<git_config_iterator, Freed<git_config_iterator_free>>;
using ConfigHandle = std::unique_ptr<git_config, Freed<git_config_free>>;

/// The library's own words for its last failure.
inline std::string last_reason()
{
    auto const* cause = git_error_last();
    return cause != nullptr && cause->message != nullptr ? cause->message : "git gives no reason";
}

/// Throws an Error that names the attempt where a call of the library failed.
inline void ensure(int code, std::string const& attempt, std::string const& remedy = {})
{
    if (code < 0) throw Error{attempt, last_reason(), remedy};
}

/// Throws Damaged where a call of the library failed that only a damaged repository lets fail.
inline void ensure_sound(int code, std::string const& attempt)
{
    if (code < 0) throw Damaged{attempt, last_reason(), sound_copy};
}

inline git_oid to_git(Oid const& oid)
{
    git_oid result;
    std::memcpy(result.id, oid.bytes.data(), oid.bytes.size());
    return result;
}

inline Oid from_git(git_oid const& oid)
{
    Oid result;
    std::memcpy(result.bytes.data(), oid.id, result.bytes.size());
    return result;
}

/// Initialises the library on first use, with the settings that make reading fast (see docs/performance.md).
void initialise_library();

}  // namespace sss::git
