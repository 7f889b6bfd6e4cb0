#pragma once

// Private to git/: who is meant by a name and an address that somebody once signed with.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sss::git {

/// A `.mailmap`, as git reads it: addresses and names are compared without regard to the case of Latin letters.
class Mailmap {
public:
    explicit Mailmap(std::string_view text);

    bool empty() const { return entries_.empty(); }
    /// Puts the proper name and address in their place.
    void apply(std::string& name, std::string& email) const;

private:
    struct Proper {
        std::optional<std::string> name, email;
    };
    struct Entry {
        std::optional<Proper> any;              ///< whatever the name
        std::map<std::string, Proper> by_name;  ///< for this name alone
    };
    std::map<std::string, Entry> entries_;  ///< by address
};

}  // namespace sss::git
