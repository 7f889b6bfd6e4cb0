#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sss {

/// Finds what a list holds by its keys, for whoever asks for many of them: a hostile record has a hundred thousand, and
/// looking through the list for each would take the square of that. The list must outlive it, and stay as it is.
template <typename List>
class KeyIndex {
public:
    using Item = typename List::value_type;

    explicit KeyIndex(List const& items) : items_(items)
    {
        if (items.size() <= few) return;
        places_.reserve(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) places_.emplace(items[i].key, i);
    }
    explicit KeyIndex(List&&) = delete;

    /// Where the first of this key stands.
    std::optional<std::size_t> place(std::string_view key) const
    {
        if (items_.size() <= few) {
            auto const found = std::ranges::find(items_, key, &Item::key);
            return found == items_.end() ? std::nullopt
                                         : std::optional{static_cast<std::size_t>(found - items_.begin())};
        }
        auto const found = places_.find(key);
        return found == places_.end() ? std::nullopt : std::optional{found->second};
    }

    /// The first of this key, or nullptr.
    Item const* find(std::string_view key) const
    {
        auto const found = place(key);
        return found ? &items_[*found] : nullptr;
    }

private:
    static constexpr std::size_t few = 24;  ///< looked through one by one sooner than a table is made of them

    List const& items_;
    std::unordered_map<std::string_view, std::size_t> places_;
};

}  // namespace sss
