#pragma once

#include "programme/sentence.hpp"
#include "schema/node.hpp"

#include <functional>

namespace sss::schema {

/// Called for a node that cannot stand as it is, with a message and a help.
using LinkProblem = std::function<void(Node const&, Sentence, Sentence)>;

/// The last step of compiling, when all nodes stand: cuts schemas that apply themselves to the same value without end,
/// and fills in what the walks over references and dates need.
void link_nodes(Compiled& compiled, LinkProblem const& report);

}  // namespace sss::schema
