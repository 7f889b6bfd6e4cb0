#include "work/minutes/reading.hpp"

#include "support/text_parts.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t longest_number = 6;  ///< of an item: "a1", "AI-12" is none

std::string small_letters(std::string_view text)
{
    std::string small{text};
    std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
    return small;
}

/// "a1", "D12": letters, then digits.
bool is_number_of_item(std::string_view word)
{
    auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    auto const digits = std::ranges::find_if_not(word, letter);
    auto const letters = digits - word.begin();
    return letters >= 1 && letters <= 2 && digits != word.end() && word.size() <= longest_number &&
           std::all_of(digits, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class MinutesReader {
public:
    MinutesReader(std::vector<MinutesSection> const& sections, Record const& meeting)
        : sections_(sections), meeting_(meeting)
    {}

    Minutes read(std::string_view text)
    {
        if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
        if (first_invalid_utf8(text)) {
            minutes_.problems.push_back({1, "it is no UTF-8 text"});
            return std::move(minutes_);
        }
        while (!text.empty()) {
            auto const end = std::min(text.find('\n'), text.size());
            ++line_;
            auto line = text.substr(0, end);
            if (line.ends_with('\r')) line.remove_suffix(1);
            one(line);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        for (auto& [item, rest] : open_) finish(item, rest);
        return std::move(minutes_);
    }

private:
    void say(std::string const& sentence) { minutes_.problems.push_back({line_, sentence}); }

    void one(std::string_view line)
    {
        auto const typed = trimmed(line);
        if (typed.empty()) {
            goes_on_ = false;
            return;
        }
        if (heading(typed)) return;
        if (typed.starts_with('#')) return;
        auto const moved_in = line.starts_with(' ') || line.starts_with('\t');
        if (moved_in && goes_on_ && !has_bullet(typed)) {
            open_.back().second += " " + std::string{typed};
            return;
        }
        if (before_sections_) return field(typed);
        if (section_ == nullptr && !from_before_) return say("it stands below a heading that minutes do not have");
        open_.emplace_back(MinutesItem{.line = line_, .section = section_}, std::string{typed});
        goes_on_ = true;
    }

    /// Whether the line is a heading; one of Markdown's that names no part is a comment.
    bool heading(std::string_view typed)
    {
        auto name = typed;
        while (name.starts_with('#') || name.starts_with('*')) name.remove_prefix(1);
        while (name.ends_with('*') || name.ends_with(':')) name.remove_suffix(1);
        auto const small = small_letters(trimmed(name));
        for (auto const& section : sections_) {
            auto const& list = section.sort->list->path;
            if (small != small_letters(section.title) && small != list && small != list + "s") continue;
            begin(&section, false);
            return true;
        }
        if (small != "open from before") return false;
        begin(nullptr, true);
        return true;
    }

    void begin(MinutesSection const* section, bool from_before)
    {
        section_ = section;
        from_before_ = from_before;
        before_sections_ = false;
        goes_on_ = false;
    }

    void field(std::string_view typed)
    {
        auto const colon = typed.find(':');
        if (colon == std::string_view::npos || colon == 0)
            return say(fmt::format("'{}' is neither a heading nor FIELD: VALUE", visible(truncated(typed, 40))));
        auto const text = trimmed(typed.substr(colon + 1));
        if (text.empty()) return;
        minutes_.fields.push_back({line_, std::string{trimmed(typed.substr(0, colon))}, std::string{text}});
    }

    static std::size_t bullet(std::string_view typed)
    {
        for (auto const mark : std::array<std::string_view, 5>{"- ", "* ", "+ ", "\xe2\x80\xa2 ", "\xe2\x80\x93 "})
            if (typed.starts_with(mark)) return mark.size();
        return typed == "-" ? 1 : 0;
    }
    static bool has_bullet(std::string_view typed) { return bullet(typed) > 0; }

    /// The name at the line's beginning is taken off it.
    std::string name_at(std::string_view& typed) const
    {
        auto const end = std::min(typed.find_first_of(" \t"), typed.size());
        auto word = typed.substr(0, end);
        auto const marked = word.ends_with(':') || word.ends_with('.') || word.ends_with(')');
        if (marked) word.remove_suffix(1);
        auto const divided = marked || typed.substr(end).starts_with("  ") || typed.substr(end).starts_with('\t');
        auto const known = section_known(word);
        auto const elsewhere = word.find('#') != std::string_view::npos;
        if (!known && !elsewhere && !(divided && is_number_of_item(word))) return {};
        typed = trimmed(typed.substr(end));
        return std::string{word};
    }

    bool section_known(std::string_view word) const
    {
        if (current_ == nullptr || current_->sort->list->key != keys::id) return false;
        auto const items = items_of(*current_->sort, meeting_);
        return std::ranges::any_of(items, [&](Record const& item) { return key_of_item(item.id) == word; });
    }

    void finish(MinutesItem& item, std::string_view typed)
    {
        line_ = item.line;
        current_ = item.section;
        auto const is_new = has_bullet(typed);
        typed.remove_prefix(std::min(bullet(typed), typed.size()));
        typed = trimmed(typed);
        if (typed.empty()) return;
        item.name = name_at(typed);
        if (!is_new && item.name.empty() && item.section != nullptr)
            return say(fmt::format("'{}' is no heading that minutes have, and a new line begins with -",
                                   visible(truncated(typed, 40))));
        if (item.section == nullptr) {
            if (item.name.empty()) return say("a line of what is open from before begins with its name, as MEETING#a1");
            for (auto const& section : sections_)
                if (section.closed != nullptr) item.section = &section;
        }
        item.cells = cells_of_line(typed);
        auto const& last = item.cells.back();
        auto const space = std::min(last.find(' '), last.size());
        if (item.section->closed != nullptr && item.cells.size() > 1 &&
            small_letters(last.substr(0, space)) == done_word) {
            item.done = std::string{trimmed(last.substr(space))};
            item.cells.pop_back();
        }
        while (item.cells.size() > 1 && item.cells.back().empty()) item.cells.pop_back();
        if (item.cells.size() > item.section->cells.size())
            return say(fmt::format("it has {} cells, and {} have {}; write \\| for a | within a text",
                                   item.cells.size(), small_letters(item.section->title), item.section->cells.size()));
        minutes_.items.push_back(std::move(item));
    }

    std::vector<MinutesSection> const& sections_;
    Record const& meeting_;
    Minutes minutes_;
    std::vector<std::pair<MinutesItem, std::string>> open_;  ///< lines with what goes on behind them
    std::uint32_t line_ = 0;
    MinutesSection const* section_ = nullptr;
    MinutesSection const* current_ = nullptr;  ///< of the line that is taken apart
    bool from_before_ = false;
    bool before_sections_ = true;
    bool goes_on_ = false;
};

}  // namespace

Minutes read_minutes(std::string_view text, std::vector<MinutesSection> const& sections, Record const& meeting)
{
    return MinutesReader{sections, meeting}.read(text);
}

}  // namespace sss
