#include "commands/output_name.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

namespace sss {

std::string format_by_name(std::string const& output, std::span<std::string const> formats)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> endings{{{".txt", "text"},
                                                                                           {".md", "markdown"},
                                                                                           {".html", "html"},
                                                                                           {".htm", "html"},
                                                                                           {".json", "json"},
                                                                                           {".eml", "eml"},
                                                                                           {".svg", "svg"},
                                                                                           {".csv", "csv"},
                                                                                           {".markdown", "markdown"}}};
    auto ending = std::filesystem::path{output}.extension().string();
    for (auto& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    auto const* found =
        std::ranges::find(endings, std::string_view{ending}, &std::pair<std::string_view, std::string_view>::first);
    if (found == endings.end() || std::ranges::find(formats, found->second) == formats.end()) return {};
    return std::string{found->second};
}

}  // namespace sss
