#include "records/propose_id.hpp"

#include "programme/date.hpp"
#include "programme/standard_kinds.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>
#include <utf8proc.h>

namespace sss {
namespace {

constexpr std::size_t longest_slug = 60;

/// Letters of the Latin script that Unicode does not take apart into a plain letter and a mark.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> undivided{{
    {"ı", "i"},
    {"ł", "l"},
    {"Ł", "l"},
    {"ø", "o"},
    {"Ø", "o"},
    {"đ", "d"},
    {"Đ", "d"},
    {"ð", "d"},
    {"Ð", "d"},
    {"þ", "th"},
    {"Þ", "th"},
    {"ß", "ss"},
    {"ẞ", "ss"},
    {"æ", "ae"},
    {"Æ", "ae"},
    {"œ", "oe"},
    {"Œ", "oe"},
    {"ə", "e"},
}};

/// The text with accents and other marks taken away, as NFKD shows them.
std::string without_marks(std::string_view text)
{
    utf8proc_uint8_t* decomposed = nullptr;
    auto const options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
    auto const size = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &decomposed, options);
    if (size < 0) return std::string{text};
    std::string out{reinterpret_cast<char const*>(decomposed), static_cast<std::size_t>(size)};
    std::free(decomposed);
    return out;
}

std::string spelt_plainly(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        auto const length = std::max<std::size_t>(1, first_code_point(text).length);
        auto const letter = text.substr(0, length);
        auto const found = std::ranges::find(undivided, letter, &std::pair<std::string_view, std::string_view>::first);
        out += found == undivided.end() ? letter : found->second;
        text.remove_prefix(length);
    }
    return out;
}

/// The month or year in which the record begins, with a hyphen behind it; empty where it has no such date.
std::string beginning(Kind const& kind, Table const& record, Zone const& zone)
{
    for (auto const& field : kind.fields) {
        if (field.role != DateRole::start || field.path.find('.') != std::string::npos) continue;
        auto const known = date_at(record, field.path, zone);
        if (!known) continue;
        auto const day = iso(known->first());
        return day.substr(0, known->first_precision() <= Precision::month ? 7 : 4) + "-";
    }
    return "";
}

/// Whether letters of the text are of another script, so that a slug has lost them.
bool loses_letters(std::string_view text)
{
    auto const plain = without_marks(spelt_plainly(text));
    for (std::string_view rest = plain; !rest.empty();) {
        auto const point = first_code_point(rest);
        auto const category = utf8proc_category(static_cast<utf8proc_int32_t>(point.value));
        auto const letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
        if (point.value >= 0x80 && letter) return true;
        rest.remove_prefix(std::max<std::size_t>(1, point.length));
    }
    return false;
}

/// What the record is about and what it is, in ids and words of the schema, which are Latin in every country.
std::string name_of_fields(Table const& record)
{
    std::vector<std::string> parts;
    for (auto const key : {keys::satellite, keys::city})
        if (auto const* text = string_at(record, key)) parts.push_back(slug(*text));
    auto const codes = strings_at(record, keys::reviews);
    for (auto const& code : codes) parts.push_back(slug(code));
    if (auto const* type = string_at(record, keys::type); type != nullptr && codes.empty())
        parts.push_back(slug(*type));
    std::erase(parts, "");
    return fmt::format("{}", fmt::join(parts, "-"));
}

std::string name_of_record(Kind const& kind, Table const& record)
{
    std::string remains;
    for (auto const* key : {"short_name", kind.title_field.c_str()}) {
        auto const* text = string_at(record, key);
        if (text == nullptr) continue;
        auto name = slug(*text);
        if (name.empty()) continue;
        if (!loses_letters(*text)) return name;
        if (remains.empty()) remains = std::move(name);
    }
    // What comes about on a day is one of several of its type; a university is not.
    auto const comes_about = std::ranges::any_of(kind.fields, [](Field const& field) {
        return field.role == DateRole::planned || field.role == DateRole::actual || field.role == DateRole::start;
    });
    auto fields = comes_about ? name_of_fields(record) : std::string{};
    return fields.empty() ? remains : fields;
}

}  // namespace

std::string slug(std::string_view text)
{
    std::string out;
    for (auto const c : without_marks(spelt_plainly(text))) {
        auto const small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        auto const plain = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (plain)
            out += small;
        else if (c == '\'' || (static_cast<unsigned char>(c) & 0xC0) == 0x80)
            continue;  // "crew's" is one word; the later bytes of a letter count with its first
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    if (out.size() > longest_slug) {
        auto const cut = out.rfind('-', longest_slug);
        out.resize(cut == std::string::npos ? longest_slug : cut);
    }
    while (out.ends_with('-')) out.pop_back();
    return out;
}

std::string propose_id(Kind const& kind, Table const& record, Zone const& zone,
                       std::function<bool(std::string const&)> const& taken)
{
    auto const from = beginning(kind, record, zone);
    auto name = name_of_record(kind, record);
    if (name.empty() && !from.empty()) name = kind.name;
    if (name.empty()) return "";
    auto const base = name.starts_with(from) ? name : from + name;
    auto id = base;
    for (auto number = 2; taken(id); ++number) id = fmt::format("{}-{}", base, number);
    return is_id_of(kind, id) ? id : "";
}

bool is_id_of(Kind const& kind, std::string_view id)
{
    RE2 const pattern{kind.id_pattern, RE2::Quiet};
    return !pattern.ok() || RE2::FullMatch(re2::StringPiece{id.data(), id.size()}, pattern);
}

}  // namespace sss
