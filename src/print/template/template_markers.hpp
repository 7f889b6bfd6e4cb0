#pragma once

// Private to the templates: reading and checking the markers, before ctemplate sees them.

#include "print/template/template.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sss {

/// One piece of a template that was checked.
struct TemplatePiece {
    std::string text;        ///< literal text, or a marker in ctemplate's own spelling
    std::size_t offset = 0;  ///< in the source
    bool marker = false;
    std::string opens = {};   ///< the section that it opens
    std::string closes = {};  ///< or closes
};

std::variant<std::vector<TemplatePiece>, TemplateProblem> read_markers(std::string_view source,
                                                                       TemplateNames const& names);

/// The problem with the place of an offset.
TemplateProblem problem_at(std::string_view source, std::size_t offset, std::string message, std::string help = {});

}  // namespace sss
