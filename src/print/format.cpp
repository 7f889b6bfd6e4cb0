#include "print/format.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sss {

namespace {

using Named = std::pair<Format, std::string_view>;

constexpr std::array<Named, 13> format_names{{{Format::text, "text"},
                                              {Format::table, "table"},
                                              {Format::markdown, "markdown"},
                                              {Format::html, "html"},
                                              {Format::mail, "eml"},
                                              {Format::message, "message"},
                                              {Format::json, "json"},
                                              {Format::csv, "csv"},
                                              {Format::svg, "svg"},
                                              {Format::sarif, "sarif"},
                                              {Format::junit, "junit"},
                                              {Format::github, "github"},
                                              {Format::gitlab, "gitlab"}}};

}  // namespace

std::string_view name_of(Format format)
{
    return std::ranges::find(format_names, format, &Named::first)->second;
}

std::optional<Format> format_named(std::string_view name)
{
    auto const* found = std::ranges::find(format_names, name, &Named::second);
    return found == format_names.end() ? std::nullopt : std::optional{found->first};
}

}  // namespace sss
