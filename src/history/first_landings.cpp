#include "history/first_landings.hpp"

#include "git/path_changes.hpp"

#include <vector>

namespace sss {

std::map<std::string, std::size_t> first_landings(git::Repository const& repository, FirstParentLine const& line,
                                                  std::size_t position, std::string_view folder)
{
    std::vector<git::TreePair> pairs;  // the oldest first
    git::Oid before{};
    auto const oldest = line.size();
    for (auto i = oldest; i-- > position;) {
        auto const after = line.landing(i)->tree;
        pairs.push_back({before, after});
        before = after;
    }
    auto const whole = folder == ".";
    auto const below = std::string{folder} + '/';
    auto const within = [&](std::string_view path) { return whole || path.starts_with(below); };
    auto const leads_there = [&](std::string_view path) {
        return within(path) || path == folder || below.starts_with(std::string{path} + '/');
    };
    std::map<std::string, std::size_t> found;
    for (auto const& file : git::path_changes(repository, pairs, leads_there, within))
        for (auto const& change : file.changes)
            if (change.before == git::Oid{}) {
                found.emplace(file.path, oldest - 1 - change.pair);
                break;
            }
    return found;
}

}  // namespace sss
