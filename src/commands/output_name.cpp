#include "commands/output_name.hpp"

#include "support/error.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// Endings of forms that nothing here is printed in: whoever names a file so expects one of them in it.
constexpr std::array<std::string_view, 16> of_others{".pdf", ".png",  ".jpg", ".jpeg", ".gif", ".webp", ".xls", ".xlsx",
                                                     ".ods", ".docx", ".odt", ".doc",  ".zip", ".ics",  ".db",  ".tsv"};

[[noreturn]] void refuse(std::string const& ending, std::span<Format const> formats, std::string const& command)
{
    std::string list;
    for (auto const format : formats) list += fmt::format("{}{}", list.empty() ? "" : ", ", name_of(format));
    throw UsageError{fmt::format("sss {} writes no {} file", command, ending),
                     fmt::format("It writes {}: name the file so, or say --format beside the name.", list)};
}

}  // namespace

std::optional<Format> format_by_name(std::string const& output, std::span<Format const> formats,
                                     std::string const& command)
{
    using Ending = std::pair<std::string_view, Format>;
    static constexpr std::array<Ending, 13> endings{{{".txt", Format::text},
                                                     {".md", Format::markdown},
                                                     {".html", Format::html},
                                                     {".htm", Format::html},
                                                     {".json", Format::json},
                                                     {".eml", Format::mail},
                                                     {".svg", Format::svg},
                                                     {".csv", Format::csv},
                                                     {".markdown", Format::markdown},
                                                     {".txt", Format::table},
                                                     {".sarif", Format::sarif},
                                                     {".xml", Format::junit},
                                                     {".json", Format::gitlab}}};
    auto ending = std::filesystem::path{output}.extension().string();
    for (auto& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    auto const offered = [&](Format format) { return std::ranges::find(formats, format) != formats.end(); };
    auto known = false;
    for (auto const& [name, format] : endings) {
        if (name != ending) continue;
        known = true;
        if (offered(format)) return format;
    }
    if (known || std::ranges::find(of_others, ending) != of_others.end()) refuse(ending, formats, command);
    return std::nullopt;
}

}  // namespace sss
