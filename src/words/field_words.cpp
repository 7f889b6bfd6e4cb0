#include "words/field_words.hpp"

#include "facts/publication/record_address.hpp"
#include "programme/country.hpp"
#include "support/markdown.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/value_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

bool is_address(std::string_view text)
{
    return text.starts_with("https://") || text.starts_with("http://");
}

/// "passed with actions"; "PMB" of letters alone that are no word.
std::string choice_words(std::string text)
{
    auto const vowel = text.find_first_of("aeiouy") != std::string::npos;
    if (!vowel)
        for (auto& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    std::ranges::replace(text, '-', ' ');
    return text;
}

/// "Source (accessed 3 May 2018)".
Said source_said(Table const& source, Zone const& zone)
{
    auto const text = [&](std::string_view key) {
        auto const* found = string_at(source, key);
        return found != nullptr ? *found : std::string{};
    };
    auto const url = text("url");
    auto const title = text(keys::title);
    auto said = as_link(title.empty() ? url : title, url);
    if (auto const accessed = date_at(source, "accessed", zone))
        said += " (read on " + as_time(*accessed, in_words(*accessed)) + ')';
    return said;
}

}  // namespace

Said FieldWords::label(Kind const& kind, std::string_view path)
{
    auto const* field = kind.field(path);
    auto const named = field != nullptr && !field->title.empty();
    return named ? as_name(field->title) : Said{capitalised(label_of(path))};
}

Said FieldWords::record(Record const& record)
{
    return as_record(record.title(), record_address(*record.kind, record.id));
}

Said FieldWords::record(std::string_view kind, std::string const& id) const
{
    auto const* found = records_.find(kind, id);
    return found != nullptr ? record(*found) : as_name(id) + " (no such record)";
}

Said FieldWords::record(std::vector<std::string> const& kinds, std::string const& id) const
{
    for (auto const& kind : kinds)
        if (auto const* found = records_.find(kind, id)) return record(*found);
    return as_name(id) + " (no such record)";
}

Said FieldWords::members(Kind const& kind, std::string const& path, Table const& table) const
{
    Said text;
    for (auto const& member : table) {
        auto const where = fmt::format("{}.{}", path, member.key);
        // The items of a list say by themselves what they are; a table's members need their names.
        auto const bare = path.ends_with("[]") && member.value.boolean() == nullptr;
        auto said = value(kind, where, member.value);
        if (!bare) said = label_of(member.key, kind.field(where)) + ' ' + said;
        text = joined(std::move(text), ", ", said);
    }
    return text;
}

Said FieldWords::value(Kind const& kind, std::string const& path, Value const& value) const
{
    auto const* field = kind.field(path);
    if (value.unreadable()) return "cannot be read";
    auto const dated = field != nullptr && (field->role != DateRole::none || field->type == FieldType::date);
    if (auto const date = dated || value.temporal() != nullptr ? value.date(records_.zone()) : std::nullopt)
        return as_time(*date, in_words(*date));
    if (auto const* text = value.string()) {
        if (field != nullptr && !field->references.empty()) return record(field->references, *text);
        if (is_address(*text)) return as_link(*text, *text);
        if (path.ends_with("country"))
            if (auto const name = country_name(*text)) return as_name(*name);
        if (field != nullptr && !field->choices.empty()) return as_name(choice_words(*text));
        return as_name(*text);
    }
    if (auto const* flag = value.boolean()) return *flag ? "yes" : "no";
    if (auto const* table = value.table()) return members(kind, path, *table);
    if (auto const* array = value.array()) {
        Said text;
        if (auto const size = size_text(path, value)) return as_name(*size);
        for (auto const& item : *array) {
            auto const where = kind.field(path + "[]") != nullptr || item.table() != nullptr ? path + "[]" : path;
            text = joined(std::move(text), item.table() != nullptr ? "; " : ", ", this->value(kind, where, item));
        }
        return text;
    }
    return as_name(value_text(value) + std::string{unit_of(path)});
}

std::vector<Said> FieldWords::lines(Kind const& kind, std::string const& path, Value const& value) const
{
    auto const* array = value.array();
    auto const of_tables =
        array != nullptr && std::ranges::any_of(*array, [](Value const& item) { return item.table() != nullptr; });
    if (!of_tables) {
        auto said = this->value(kind, path, value);
        return said.empty() ? std::vector<Said>{} : std::vector{std::move(said)};
    }
    std::vector<Said> lines;
    for (auto const& item : *array) {
        auto const source = path == keys::sources && item.table() != nullptr;
        auto said = source ? source_said(*item.table(), records_.zone()) : this->value(kind, path + "[]", item);
        if (!said.empty()) lines.push_back(std::move(said));
    }
    return lines;
}

std::vector<Said> paragraphs_of(std::string_view markdown)
{
    std::vector<Said> paragraphs;
    for (auto const& block : plain_markdown(markdown)) paragraphs.push_back(as_prose(block));
    return paragraphs;
}

}  // namespace sss
