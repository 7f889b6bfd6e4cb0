#include "commands/output_name.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

namespace sss {

std::optional<Format> format_by_name(std::string const& output, std::span<Format const> formats)
{
    using Ending = std::pair<std::string_view, Format>;
    static constexpr std::array<Ending, 9> endings{{{".txt", Format::text},
                                                    {".md", Format::markdown},
                                                    {".html", Format::html},
                                                    {".htm", Format::html},
                                                    {".json", Format::json},
                                                    {".eml", Format::mail},
                                                    {".svg", Format::svg},
                                                    {".csv", Format::csv},
                                                    {".markdown", Format::markdown}}};
    auto ending = std::filesystem::path{output}.extension().string();
    for (auto& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    auto const* found = std::ranges::find(endings, std::string_view{ending}, &Ending::first);
    if (found == endings.end() || std::ranges::find(formats, found->second) == formats.end()) return std::nullopt;
    return found->second;
}

}  // namespace sss
