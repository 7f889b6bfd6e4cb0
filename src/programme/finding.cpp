#include "programme/finding.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <tuple>

namespace sss {
namespace {

// Of a long line so many bytes are kept on either side of the place's beginning.
constexpr std::size_t kept_before = 200;
constexpr std::size_t kept_behind = 600;

bool continues_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The byte at which a column begins; the line's end where it is shorter. Counts by blocks, because each of thousands
/// of findings on one long line asks.
std::size_t byte_at(std::string_view line, std::uint32_t column)
{
    constexpr std::size_t block = 4096;
    std::size_t at = 0;
    std::size_t left = column > 0 ? column - 1 : 0;
    for (;;) {
        auto const next = count_characters(line.substr(at, block));
        if (next > left || at + block >= line.size()) break;
        left -= next;
        at += block;
    }
    // A block may begin within a character that was counted with the one before.
    while (at < line.size() && continues_character(line[at])) ++at;
    for (; left > 0 && at < line.size(); --left) at += first_code_point(line.substr(at)).length;
    return at;
}

}  // namespace

std::string_view text_at(std::string_view line, Place place)
{
    auto const from = std::min(byte_at(line, place.column), line.size());
    auto to = std::min({byte_at(line.substr(from), place.length + 1), kept_before, line.size() - from});
    while (to > 0 && from + to < line.size() && continues_character(line[from + to])) --to;
    return line.substr(from, to);
}

void keep_excerpt(Finding& finding, std::string_view line)
{
    finding.excerpt_column = 1;
    finding.excerpt_cut = false;
    if (line.size() <= longest_excerpt) {
        finding.excerpt = line;
        return;
    }
    auto const place = byte_at(line, finding.place.column);
    auto from = place - std::min(place, kept_before);
    while (from > 0 && from < place && continues_character(line[from])) ++from;
    auto to = std::min(place + kept_behind, line.size());
    while (to < line.size() && to > place && continues_character(line[to])) --to;
    finding.excerpt = line.substr(from, to - from);
    auto const before = static_cast<std::uint32_t>(count_characters(line.substr(from, place - from)));
    finding.excerpt_column = std::max<std::uint32_t>(finding.place.column, 1) - before;
    finding.excerpt_cut = to < line.size();
}

std::string identity(Finding const& finding)
{
    return identity(finding, subject(finding));
}

std::string identity(Finding const& finding, std::string_view subject)
{
    std::string identity{finding.rule};
    identity.append(1, '\0').append(subject);
    finding.message.add_identity(identity);
    return identity;
}

bool told_earlier(Finding const& a, Finding const& b)
{
    auto const order = std::tie(a.file, a.place, a.rule) <=> std::tie(b.file, b.place, b.rule);
    return order != 0 ? order < 0 : a.message.text() < b.message.text();
}

void sort(std::vector<Finding>& findings)
{
    std::ranges::stable_sort(findings, told_earlier);
}

}  // namespace sss
