#include "words/field_labels.hpp"

#include "words/value_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sss {

namespace {

struct Unit {
    std::string_view suffix, unit;
};

/// Units stand at the end of a field's name, and in a sentence behind the number.
constexpr std::array units{Unit{"_km", " km"}, Unit{"_kg", " kg"}, Unit{"_mm", " mm"}, Unit{"_deg", "°"},
                           Unit{"_mhz", " MHz"}};

}  // namespace

std::string_view unit_of(std::string_view path)
{
    auto const found = std::ranges::find_if(units, [path](Unit const& unit) { return path.ends_with(unit.suffix); });
    return found == units.end() ? std::string_view{} : found->unit;
}

std::string label_of(std::string_view path)
{
    std::string label;
    for (auto const& [list, one] :
         {std::pair<std::string_view, std::string_view>{"parties[", "party"}, {"speakers[", "speaker"}})
        if (path.starts_with(list)) {
            label = one;
            path.remove_prefix(list.size() - 1);
        }
    auto const unit =
        std::ranges::find_if(units, [path](Unit const& candidate) { return path.ends_with(candidate.suffix); });
    if (unit != units.end()) path.remove_suffix(unit->suffix.size());
    bool in_name = false;  // the name of an item is its own: 435.8
    for (auto const c : path) {
        if (c == '[' || c == ']') in_name = c == '[';
        if (c == ']') continue;
        label += c == '[' || (!in_name && (c == '.' || c == '_')) ? ' ' : c;
    }
    return label;
}

std::string label_of(std::string_view path, Field const* field)
{
    if (field == nullptr || field->title.empty()) return label_of(path);
    // Within a sentence a word begins small, an abbreviation does not.
    auto title = field->title;
    auto const capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (capital(title[0]) && (title.size() < 2 || !capital(title[1])))
        title[0] = static_cast<char>(title[0] - 'A' + 'a');
    auto const item = path.rfind(']');
    return item == std::string_view::npos ? title : label_of(path.substr(0, item + 1)) + ' ' + title;
}

std::optional<std::string> size_text(std::string_view path, Value const& value)
{
    auto const* numbers = value.array();
    auto const unit = unit_of(path);
    if (numbers == nullptr || numbers->size() < 2 || unit.empty()) return std::nullopt;
    std::string text;
    for (auto const& one : *numbers) {
        if (one.integer() == nullptr && one.floating() == nullptr) return std::nullopt;
        text += (text.empty() ? "" : " × ") + value_text(one);
    }
    return text + std::string{unit};
}

}  // namespace sss
