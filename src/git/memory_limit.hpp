#pragma once

#include <cstddef>

namespace sss::git {

/// While one lives, libgit2 gets no block of memory in this thread that is larger than the limit, and what asks for one
/// fails. Asking for each object's size before it is read would cost a sixth of the reading of a long history; so only
/// the few that fail are asked (Repository::read_file).
class MemoryLimit {
public:
    explicit MemoryLimit(std::size_t bytes);
    MemoryLimit(MemoryLimit const&) = delete;
    MemoryLimit& operator=(MemoryLimit const&) = delete;
    ~MemoryLimit();

    /// Whether a block was refused since this one began.
    bool refused() const;

    /// Called once, when the library has been started.
    static void install();

private:
    std::size_t before_;
};

}  // namespace sss::git
