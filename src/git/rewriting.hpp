#pragma once

// Private to git/: what stands in the place of objects and parents.

#include "git/environment.hpp"
#include "git/handles.hpp"

#include <unordered_map>
#include <vector>

namespace sss::git {

/// What `git replace` and grafts put in the place of what is stored. Mostly nothing.
struct Rewriting {
    std::unordered_map<Oid, Oid> objects;               ///< of refs/replace
    std::unordered_map<Oid, std::vector<Oid>> parents;  ///< of info/grafts

    bool none() const { return objects.empty() && parents.empty(); }
    /// The object that is read in the place of this one; itself where nothing replaces it.
    Oid instead_of(Oid const& id) const;
};

Rewriting read_rewriting(git_repository* repository, Environment const& environment);

}  // namespace sss::git
