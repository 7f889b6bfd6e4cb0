#include "support/edit_distance.hpp"

#include <algorithm>
#include <numeric>

namespace sss {
namespace {

/// Names of people's things are short; what is longer was not mistyped but pasted.
constexpr std::size_t longest_word = 128;

std::string lower(std::string_view text)
{
    std::string out{text};
    for (auto& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        // A dash for an underscore is the commonest slip of all, and no other distance should hide it.
        if (c == '_' || c == ' ') c = '-';
    }
    return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit)
{
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;

    // What lies further from the diagonal than the limit cannot come back to it: only a band of each row is looked at.
    auto const beyond = limit + 1;
    std::vector<std::size_t> before(b.size() + 2, beyond);
    std::vector<std::size_t> last(b.size() + 2, beyond);
    std::vector<std::size_t> row(b.size() + 2, beyond);
    std::iota(last.begin(), last.end() - 1, std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto const from = i > limit ? i - limit : 1;
        auto const to = std::min(b.size(), i + limit);
        row[from - 1] = from == 1 ? i : beyond;
        auto least = row[from - 1];
        for (auto j = from; j <= to; ++j) {
            auto const replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        row[to + 1] = beyond;
        if (least > limit) return beyond;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], beyond);
}

std::optional<std::size_t> nearness(std::string_view wrong, std::string_view candidate)
{
    if (wrong.empty() || candidate.empty() || wrong.size() > longest_word || candidate.size() > longest_word) {
        return std::nullopt;
    }
    auto const a = lower(wrong);
    auto const b = lower(candidate);
    auto const limit = std::max<std::size_t>(1, std::max(a.size(), b.size()) / 3);
    auto const distance = edit_distance(a, b, limit);
    // Of a word of one or two characters a single slip leaves nothing to recognise it by.
    if (distance <= limit && distance < std::min(a.size(), b.size())) return distance;
    // An abbreviation ranks behind every slip, and shorter completions before longer ones.
    if (a.size() >= 3 && b.starts_with(a)) return longest_word + b.size() - a.size();
    return std::nullopt;
}

}  // namespace sss
