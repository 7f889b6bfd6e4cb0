#include "records/references.hpp"

#include "records/document.hpp"
#include "records/lines.hpp"
#include "records/write.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

/// One text as TOML spells it, on one line, from its opening quote to its closing one; empty where none begins here.
std::string_view token_at(std::string_view text, std::size_t at)
{
    auto const quote = at < text.size() ? text[at] : '\0';
    if (quote != '"' && quote != '\'') return {};
    for (auto end = at + 1; end < text.size() && text[end] != '\n'; ++end) {
        if (text[end] == '\\' && quote == '"')
            ++end;
        else if (text[end] == quote)
            return text.substr(at, end + 1 - at);
    }
    return {};
}

bool says(std::string_view token, std::string_view content)
{
    Table read;
    if (!parse_values(fmt::format("x = {}", token), read) || read.size() != 1) return false;
    auto const* said = read.front().value.string();
    return said != nullptr && *said == content;
}

std::string spelled(std::string_view text, char quote)
{
    auto const plain = text.find_first_of("'\n\r\t") == std::string_view::npos;
    return quote == '\'' && plain ? fmt::format("'{}'", text) : write_string(text);
}

}  // namespace

std::string replaced_texts(std::string_view text, std::span<Place const> places, std::string_view from,
                           std::string_view to)
{
    Lines const lines{text};
    std::vector<std::size_t> offsets;
    for (auto const& place : places) offsets.push_back(lines.offset(place.line, place.column));
    std::ranges::sort(offsets, std::greater{});
    std::string result{text};
    for (auto const offset : offsets) {
        auto const token = token_at(text, offset);
        if (token.empty() || !says(token, from))
            throw Error{fmt::format("replace \"{}\" by \"{}\"", from, to),
                        "one of its places is written in a way that cannot be changed in place",
                        "Write it between plain quotes on one line first; `sss fmt` does that."};
        result.replace(offset, token.size(), spelled(to, token.front()));
    }
    return result;
}

bool has_alias(Record const& record, std::string_view name)
{
    auto const* aliases = find(record.fields(), keys::aliases);
    if (aliases == nullptr || aliases->array() == nullptr) return false;
    return std::ranges::any_of(*aliases->array(),
                               [name](Value const& one) { return one.string() != nullptr && *one.string() == name; });
}

}  // namespace sss
