#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace sss {

/// An abbreviation, and what it stands for.
struct Term {
    std::string_view letters;
    std::string_view meaning;
};

/// Those of the field that every programme uses: the reviews of ECSS-M-ST-10C Rev.1, and what is said of spacecraft and
/// of their models (ECSS-S-ST-00-01C). By their letters.
std::span<Term const> built_in_terms();

/// The abbreviations of a programme: its own, and the built-in ones that it does not give another meaning.
class Glossary {
public:
    explicit Glossary(std::map<std::string, std::string> const& own = {});

    /// By their letters.
    std::map<std::string, std::string, std::less<>> const& all() const { return terms_; }
    /// Of several too: "RIDs". nullptr: it is none that is known.
    std::string const* meaning(std::string_view letters) const
    {
        auto found = terms_.find(letters);
        auto const several = letters.size() > 2 && letters.back() == 's' && letters[letters.size() - 2] <= 'Z';
        if (found == terms_.end() && several) found = terms_.find(letters.substr(0, letters.size() - 1));
        return found == terms_.end() ? nullptr : &found->second;
    }

private:
    std::map<std::string, std::string, std::less<>> terms_;
};

}  // namespace sss
