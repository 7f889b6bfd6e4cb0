#pragma once

#include "commands/command_line.hpp"
#include "work/change/working_tree.hpp"

namespace sss::fuzz {

/// The programme's own records, for targets that need some: read once.
inline WorkingTree const& world()
{
    static WorkingTree const tree = [] {
        CommonOptions common;
        common.directory = SSS_SOURCE_DIR;
        return open_working_tree(common);
    }();
    return tree;
}

}  // namespace sss::fuzz
