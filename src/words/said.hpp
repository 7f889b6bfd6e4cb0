#pragma once

#include "programme/date.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What is said to people, before any format has it.
namespace sss {

/// A piece of what is said, and what it is: formats tell the pieces apart without searching a text.
struct SaidPart {
    enum class Is : std::uint8_t {
        words,   ///< our own
        name,    ///< out of a record, a repository or a setting: it may hold anything, in any script
        prose,   ///< the same, of more than a line: it is told whole
        mixed,   ///< our words with names among them, of which nobody can tell any more where they stand
        code,    ///< what is typed as it stands
        time,    ///< a date or a period in words, which has a form for machines too
        record,  ///< a name out of a record that has a page of its own where pages stand beside each other
        page,    ///< our words for another such page
        link,    ///< a name that stands for an address of the world
    };
    Is is = Is::words;
    std::string text;
    /// Of a time: as ISO 8601 and HTML write it. Of a record or a page: where its page stands among all,
    /// "milestones/sss-1-cdr.html". Of a link: the address as somebody wrote it, which may be none.
    std::string machine = {};

    bool operator==(SaidPart const&) const = default;
};

/// A phrase or a sentence in its pieces. Our own words become one by themselves; what comes from outside is marked by
/// `as_name`, so that a format can isolate, shorten and escape it by its own rules.
class Said {
public:
    Said() = default;
    template <std::convertible_to<std::string_view> Text>
    Said(Text const& text)  // NOLINT(google-explicit-constructor): our own words read as they stand
    {
        add({SaidPart::Is::words, std::string{std::string_view{text}}});
    }
    Said(char sign) { add({SaidPart::Is::words, std::string(1, sign)}); }  // NOLINT(google-explicit-constructor)
    explicit Said(SaidPart part) { add(std::move(part)); }

    bool empty() const { return parts_.empty(); }
    std::vector<SaidPart> const& parts() const { return parts_; }

    Said& operator+=(Said const& more);
    friend Said operator+(Said a, Said const& b) { return std::move(a += b); }
    bool operator==(Said const&) const = default;

private:
    void add(SaidPart part);

    std::vector<SaidPart> parts_;  ///< none of them empty; no two neighbours are words
};

/// A text that is not ours: a record's title, an author, a path.
Said as_name(std::string_view text);
/// What somebody said at length, as our page quotes it.
Said as_prose(std::string_view text);
/// A sentence that holds names without a mark of them: safe in every format, and isolated as a whole.
Said as_mixed(std::string_view text);
/// What is to be typed: a command, an option.
Said as_code(std::string_view text);
/// A date said in these words. Machines get it where HTML has a form for it: an instant, a day, a month, a year.
Said as_time(Date const& date, std::string_view words);

/// A record by what people call it. @param address  of its page, below the folder of all
Said as_record(std::string_view title, std::string address);
/// Another page by our own words. @param address  likewise; may name a part of it: "actions.html#beihang"
Said as_page(std::string_view words, std::string address);
/// An address of the world by a text that is not ours.
Said as_link(std::string_view text, std::string address);

/// `between` stands where both say something.
Said joined(Said a, std::string_view between, Said const& b);
/// With its first letter as a capital, where it begins with our own words.
Said with_capital(Said said);
/// What it says, without a mark of what is what.
std::string in_plain(Said const& said);

}  // namespace sss
