#pragma once

#include "programme/sentence.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace re2 {
class RE2;
}

namespace sss::schema {

/// A regular expression of a schema, compiled once. RE2 answers in time that grows with the text alone, so no pattern
/// and no record can stall the tool; in exchange it knows no lookaround and no back-references.
class Pattern {
public:
    Pattern(std::string text, std::unique_ptr<re2::RE2> compiled);
    ~Pattern();
    Pattern(Pattern const&) = delete;
    Pattern& operator=(Pattern const&) = delete;

    /// True where the pattern fits anywhere in the text, as draft-07 has it.
    bool found_in(std::string_view text) const;

    /// As the schema writes it.
    std::string const& text() const { return text_; }

    /// What one search in a text of this size may cost at worst, in visits of a node.
    std::size_t cost(std::size_t text_size) const { return text_size * size_ / 512; }

private:
    enum class Shape { general, id };  ///< ids are matched on every reference of every record: a loop does it faster

    std::string text_;
    std::unique_ptr<re2::RE2> compiled_;
    std::size_t size_ = 0;
    Shape shape_ = Shape::general;
};

/// The default pattern of ids.
inline constexpr std::string_view default_id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The patterns of one schema: equal ones are compiled once, and all together stay within a limit.
class Patterns {
public:
    struct Refused {
        Sentence message;
        Sentence help;
    };

    /// The result lives as long as this object.
    std::variant<Pattern const*, Refused> compile(std::string const& text);

private:
    std::map<std::string, std::unique_ptr<Pattern>, std::less<>> known_;
    std::size_t room_ = 200'000;  ///< instructions of compiled patterns
};

/// True for text that is a regular expression as sss understands it (format "regex").
bool is_pattern(std::string const& text);

}  // namespace sss::schema
