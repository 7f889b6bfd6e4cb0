#pragma once

#include "programme/value.hpp"

#include <string_view>
#include <vector>

namespace sss {

/// Turns byte offsets of a text into places as editors show them, and back. Holds a view: the text must outlive it.
/// A byte order mark belongs to no column.
class Lines {
public:
    explicit Lines(std::string_view text);

    /// Line `number` (from 1) without its line end; empty where there is no such line.
    std::string_view line(std::uint32_t number) const;

    /// The place of the bytes [begin, end); where they span several lines, the length is that on the first.
    Place place(std::size_t begin, std::size_t end) const;

    /// The byte at which this line and column (in code points, from 1) begin; the line's end where it is shorter.
    std::size_t offset(std::uint32_t line, std::uint32_t column) const;

    /// Code points from this column to the end of its line.
    std::uint32_t rest_of_line(std::uint32_t line, std::uint32_t column) const;

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

}  // namespace sss
