#pragma once

#include "programme/finding.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A text in which values that cannot be read are replaced by texts that can.
struct Lifted {
    struct Value {
        std::string placeholder;  ///< as it stands in the text, between quotes
        std::string original;     ///< may be empty: `weight =`
        bool blank = false;       ///< one was put before the placeholder
    };
    std::string text;
    std::vector<Value> values;
};

/// Lifts the values of the lines out that the problems speak of. Whether the rest can be read is for the caller to see.
Lifted lift_unreadable(std::string_view text, std::span<Finding const> problems);

/// The text with what was lifted in its place again, as far as that place is still there.
std::string put_back(std::string text, Lifted const& lifted);

}  // namespace sss
