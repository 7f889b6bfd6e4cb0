#pragma once

#include "programme/key_index.hpp"
#include "programme/value.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace sss::schema {

/// Where a `$ref` leads, or why it leads nowhere.
struct Target {
    Value const* schema = nullptr;
    bool remote = false;  ///< it names another document
};

/// The addresses of one schema document: JSON pointers (RFC 6901) and the `$id`s within it (RFC 3986, in outline).
class Addresses {
public:
    explicit Addresses(Value const& document);

    /// Follows `reference`, the text of the `$ref` that stands in the object `from`.
    Target follow(Value const& from, std::string_view reference) const;

private:
    struct Base {
        Value const* root;
        std::string uri;  ///< without a fragment
    };

    void collect(Value const& value, Base base);
    Value const* step_into(Value const& value, std::string const& token) const;
    Value const* at_pointer(Value const& root, std::string_view pointer) const;

    Base document_;
    std::unordered_map<std::string, Value const*> by_uri_;
    std::unordered_map<Value const*, Base> bases_;  ///< of those objects with a $ref whose base is not the document's
    mutable std::unordered_map<Table const*, KeyIndex<Table>> by_key_;  ///< of those that were stepped into
};

}  // namespace sss::schema
