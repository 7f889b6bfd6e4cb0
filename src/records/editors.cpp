#include "records/editors.hpp"

#include <string_view>

#include <fmt/format.h>

namespace sss {
namespace {

/// A TOML string: folders and schemas of a repository may be called anything.
std::string quoted(std::string_view text)
{
    std::string safe{'"'};
    for (auto const c : text) {
        if (c == '"' || c == '\\')
            safe += fmt::format("\\{}", c);
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            safe += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            safe += c;
    }
    return safe + '"';
}

}  // namespace

std::string taplo_settings(std::span<SchemaAssociation const> associations)
{
    std::string text = "# Completion, hover and checks in editors that use Taplo (Even Better TOML).\n";
    for (auto const& [folder, schema] : associations)
        text += fmt::format("\n[[rule]]\ninclude = [{}]\n[rule.schema]\npath = {}\n", quoted(folder + "/**/*.toml"),
                            quoted("./" + schema));
    return text;
}

std::string tombi_settings(std::span<SchemaAssociation const> associations)
{
    std::string text = "# Completion, hover and checks in editors that use Tombi.\n";
    for (auto const& [folder, schema] : associations)
        text +=
            fmt::format("\n[[schemas]]\npath = {}\ninclude = [{}]\n", quoted(schema), quoted(folder + "/**/*.toml"));
    return text;
}

}  // namespace sss
