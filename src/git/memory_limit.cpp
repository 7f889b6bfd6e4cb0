#include "git/memory_limit.hpp"

#include "git/handles.hpp"

#include <cstdlib>
#include <cstring>
#include <limits>
#include <string_view>

#include <git2/sys/alloc.h>

namespace sss::git {

namespace {

thread_local std::size_t largest_block = std::numeric_limits<std::size_t>::max();
thread_local bool block_refused = false;

bool is_allowed(std::size_t number, std::size_t size)
{
    if (size == 0 || number <= largest_block / size) return true;
    block_refused = true;
    return false;
}

void* allocate(std::size_t size, char const*, int)
{
    return is_allowed(1, size) ? std::malloc(size) : nullptr;
}

void* enlarge(void* block, std::size_t size, char const*, int)
{
    return is_allowed(1, size) ? std::realloc(block, size) : nullptr;
}

char* copy_of(char const* text, std::size_t size)
{
    auto* copy = static_cast<char*>(allocate(size + 1, nullptr, 0));
    if (copy == nullptr) return nullptr;
    std::memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

/// Later versions of libgit2 make these of malloc and realloc, and have no members for them.
template <typename Allocator>
void set_others(Allocator& allocator)
{
    if constexpr (requires { allocator.gcalloc; }) {
        allocator.gcalloc = [](std::size_t number, std::size_t size, char const*, int) -> void* {
            return is_allowed(number, size) ? std::calloc(number, size) : nullptr;
        };
        allocator.gmallocarray = [](std::size_t number, std::size_t size, char const*, int) -> void* {
            return is_allowed(number, size) ? std::malloc(number * size) : nullptr;
        };
        allocator.greallocarray = [](void* block, std::size_t number, std::size_t size, char const*, int) -> void* {
            return is_allowed(number, size) ? std::realloc(block, number * size) : nullptr;
        };
        allocator.gstrdup = [](char const* text, char const*, int) { return copy_of(text, std::strlen(text)); };
        allocator.gstrndup = [](char const* text, std::size_t most, char const*, int) {
            return copy_of(text, ::strnlen(text, most));
        };
        allocator.gsubstrdup = [](char const* text, std::size_t size, char const*, int) { return copy_of(text, size); };
    }
}

}  // namespace

MemoryLimit::MemoryLimit(std::size_t bytes) : before_(largest_block)
{
    largest_block = bytes;
    block_refused = false;
}

MemoryLimit::~MemoryLimit()
{
    largest_block = before_;
}

bool MemoryLimit::refused() const
{
    return block_refused;
}

void MemoryLimit::install()
{
    static git_allocator allocator{};
    allocator.gmalloc = allocate;
    allocator.grealloc = enlarge;
    allocator.gfree = [](void* block) { std::free(block); };
    set_others(allocator);
    ensure(git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator), "start libgit2");
}

}  // namespace sss::git
