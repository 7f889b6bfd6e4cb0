#include "schema/addresses.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace sss::schema {
namespace {

struct SplitUri {
    std::string_view address;
    std::string_view fragment;
};

SplitUri split(std::string_view uri)
{
    auto const hash = uri.find('#');
    if (hash == std::string_view::npos) return {uri, {}};
    return {uri.substr(0, hash), uri.substr(hash + 1)};
}

/// True for "urn:x" and "https://x/y": a scheme comes before any slash.
bool is_absolute(std::string_view uri)
{
    auto const colon = uri.find(':');
    return colon != std::string_view::npos && colon > 0 && uri.find('/') > colon;
}

/// RFC 3986, section 5.2, without dot segments.
std::string resolve(std::string_view base, std::string_view reference)
{
    if (is_absolute(reference) || base.empty()) return std::string{reference};
    if (reference.empty()) return std::string{base};
    auto const authority = base.find("://");
    auto const path = base.find('/', authority == std::string_view::npos ? 0 : authority + 3);
    if (reference.front() == '/') return std::string{base.substr(0, path)} + std::string{reference};
    auto const last = base.rfind('/');
    if (last == std::string_view::npos || last < path) return std::string{reference};
    return std::string{base.substr(0, last + 1)} + std::string{reference};
}

std::string percent_decoded(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned byte = 0;
        if (text[at] == '%' && at + 2 < text.size() &&
            std::from_chars(text.data() + at + 1, text.data() + at + 3, byte, 16).ptr == text.data() + at + 3)
        {
            result += static_cast<char>(byte);
            at += 2;
        } else {
            result += text[at];
        }
    }
    return result;
}

/// "~1" is a slash and "~0" a tilde; anything else after a tilde is no pointer.
std::optional<std::string> unescaped(std::string_view token)
{
    std::string result;
    for (std::size_t at = 0; at < token.size(); ++at) {
        if (token[at] != '~') {
            result += token[at];
        } else if (++at < token.size() && (token[at] == '0' || token[at] == '1')) {
            result += token[at] == '0' ? '~' : '/';
        } else {
            return std::nullopt;
        }
    }
    return result;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

Addresses::Addresses(Value const& document) : document_{&document, {}}
{
    if (auto const* table = document.table())
        if (auto const* id = string_at(*table, "$id")) document_.uri = split(*id).address;
    by_uri_.emplace(document_.uri, &document);
    collect(document, document_);
}

/// Goes only where the keywords of draft-07 hold schemas: whatever stands elsewhere is data, also where it has an $id.
void Addresses::collect(Value const& value, Base base)
{
    if (auto const* array = value.array()) {
        for (auto const& item : *array) collect(item, base);
        return;
    }
    auto const* table = value.table();
    if (table == nullptr) return;
    auto const* reference = string_at(*table, "$ref");
    // In draft-07 an $id beside a $ref is ignored, as everything is.
    if (auto const* id = string_at(*table, "$id"); id != nullptr && reference == nullptr) {
        auto const [address, fragment] = split(*id);
        if (!address.empty()) base = {&value, resolve(base.uri, address)};
        by_uri_.emplace(fragment.empty() ? base.uri : base.uri + "#" + std::string{fragment}, &value);
    }
    if (reference != nullptr && base.root != document_.root) bases_.emplace(&value, base);
    for (auto const& member : *table) {
        auto const* by_name = member.value.table();
        if (by_name != nullptr &&
            is_one_of(member.key, {"definitions", "properties", "patternProperties", "dependencies"}))
            for (auto const& named : *by_name) collect(named.value, base);
        else if (is_one_of(member.key, {"items", "additionalItems", "contains", "additionalProperties", "propertyNames",
                                        "not", "if", "then", "else", "allOf", "anyOf", "oneOf"}))
            collect(member.value, base);
    }
}

Target Addresses::follow(Value const& from, std::string_view reference) const
{
    auto const known = bases_.find(&from);
    auto const& base = known == bases_.end() ? document_ : known->second;
    auto const [address, fragment] = split(reference);

    auto const uri = address.empty() ? base.uri : resolve(base.uri, address);
    auto const decoded = percent_decoded(fragment);
    if (!decoded.empty() && decoded.front() != '/')
        if (auto const named = by_uri_.find(uri + "#" + decoded); named != by_uri_.end()) return {named->second, false};

    auto const* root = base.root;
    if (!address.empty()) {
        auto const found = by_uri_.find(uri);
        if (found == by_uri_.end()) return {nullptr, true};
        root = found->second;
    }
    return {decoded.empty() || decoded.front() == '/' ? at_pointer(*root, decoded) : nullptr, false};
}

Value const* Addresses::step_into(Value const& value, std::string const& token) const
{
    if (auto const* table = value.table()) {
        auto const* found = by_key_.try_emplace(table, *table).first->second.find(token);
        return found != nullptr ? &found->value : nullptr;
    }
    auto const* array = value.array();
    std::size_t index = 0;
    auto const [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    auto const number = array != nullptr && error == std::errc{} && end == token.data() + token.size() &&
                        (token.size() == 1 || token.front() != '0');
    return number && index < array->size() ? &(*array)[index] : nullptr;
}

Value const* Addresses::at_pointer(Value const& root, std::string_view pointer) const
{
    auto const* value = &root;
    while (!pointer.empty() && value != nullptr) {
        if (pointer.front() != '/') return nullptr;
        pointer.remove_prefix(1);
        auto const token = unescaped(pointer.substr(0, pointer.find('/')));
        if (!token) return nullptr;
        value = step_into(*value, *token);
        pointer.remove_prefix(std::min(pointer.size(), pointer.find('/')));
    }
    return value;
}

}  // namespace sss::schema
