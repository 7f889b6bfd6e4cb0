#include "git/tree_bounds.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

namespace sss::git {

namespace {

constexpr std::string_view remedy =
    "Name the folder in [data] ignore of sss.toml, as in ignore = [\"milestones/FOLDER/**\"]: then it is passed by, in "
    "the past too. Or take the commits that hold it out of the history.";

std::string folder_in_words(std::string_view path)
{
    return fmt::format("read the folder {} of a commit", truncated(visible(path.substr(0, 200)), 80));
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t more)
{
    hash ^= more + 0x9e3779b97f4a7c15ULL + (hash << 6U) + (hash >> 2U);
    return hash * 0xff51afd7ed558ccdULL;
}

}  // namespace

void TreeBounds::meet(std::string_view path, std::uint32_t pair, Oid const& before, Oid const& after)
{
    if (path.size() > longest_path)
        throw Boundless{
            folder_in_words(path),
            fmt::format("folders stand in each other there until a path has more than {} bytes, the most that a "
                        "file system takes",
                        longest_path),
            std::string{remedy}};
    auto const name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
    auto hash = mixed(pair, std::hash<std::string_view>{}(name));
    hash = mixed(hash, std::hash<Oid>{}(before));
    met_.push_back(mixed(hash, std::hash<Oid>{}(after)));
    if (met_.size() >= next_count_) count_copies(path);
}

void TreeBounds::count_copies(std::string_view path)
{
    next_count_ *= 2;
    auto sorted = met_;
    std::ranges::sort(sorted);
    auto const repeated = std::ranges::unique(sorted);
    auto const different = sorted.size() - repeated.size();
    if (different * most_copies < met_.size())
        throw Boundless{
            folder_in_words(path),
            fmt::format("the same files and folders stand there again and again: {} paths lead to {} of them",
                        met_.size(), different),
            std::string{remedy}};
}

}  // namespace sss::git
