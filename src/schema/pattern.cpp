#include "schema/pattern.hpp"

#include "schema/text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

namespace sss::schema {
namespace {

constexpr std::size_t longest_pattern = 4096;  ///< bytes
constexpr int largest_program = 2000;          ///< RE2 instructions; the standard schemas' largest has about 200

/// JSON Schema speaks ECMA 262, where `\u00E9` is a character; RE2 writes it `\x{00E9}`.
std::string in_re2_syntax(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            result += text[at];
        } else if (text[at + 1] == 'u' && at + 6 <= text.size()) {
            result += fmt::format("\\x{{{}}}", text.substr(at + 2, 4));
            at += 5;
        } else {
            result += text.substr(at++, 2);
        }
    }
    return result;
}

std::unique_ptr<RE2> compile_re2(std::string_view text)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(1 << 20);
    return std::make_unique<RE2>(in_re2_syntax(text), options);
}

bool looks_around(std::string_view text)
{
    return std::ranges::any_of(std::initializer_list<std::string_view>{"(?=", "(?!", "(?<=", "(?<!"},
                               [text](auto part) { return text.find(part) != std::string_view::npos; });
}

Patterns::Refused refusal(std::string const& text, RE2 const& failed)
{
    if (looks_around(text))
        return {
            {"the pattern {pattern} looks ahead or behind, which sss cannot do", "pattern"_key = schema::quoted(text)},
            "write it without (?=…), (?!…), (?<=…) and (?<!…); two patterns in an allOf often say the same"};
    switch (failed.error_code()) {
        case RE2::ErrorPatternTooLarge:
        case RE2::ErrorRepeatSize:
            return {{"the pattern {pattern} is too large", "pattern"_key = schema::quoted(text)},
                    "make its repetitions smaller"};
        default:
            return {{"the pattern {pattern} cannot be read: {reason}", "pattern"_key = schema::quoted(text),
                     "reason"_arg = failed.error()},
                    {}};
    }
}

bool is_id(std::string_view text)
{
    bool word = false;  // the last character belongs to a word
    for (auto const c : text) {
        auto const letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && !(c == '-' && word)) return false;
        word = letter;
    }
    return word;
}

}  // namespace

Pattern::Pattern(std::string text, std::unique_ptr<re2::RE2> compiled)
    : text_(std::move(text)),
      compiled_(std::move(compiled)),
      size_(static_cast<std::size_t>(compiled_->ProgramSize())),
      shape_(text_ == default_id_pattern ? Shape::id : Shape::general)
{}

Pattern::~Pattern() = default;

bool Pattern::found_in(std::string_view text) const
{
    if (shape_ == Shape::id) return is_id(text);
    return RE2::PartialMatch(re2::StringPiece{text.data(), text.size()}, *compiled_);
}

std::variant<Pattern const*, Patterns::Refused> Patterns::compile(std::string const& text)
{
    if (auto const known = known_.find(text); known != known_.end()) return known->second.get();
    if (text.size() > longest_pattern)
        return Refused{{"a pattern of {size} bytes is too long", "size"_arg = text.size()},
                       "write it in at most 4,096"};
    if (room_ == 0)
        return Refused{"the patterns of this schema are too many and too large", "remove or simplify some of them"};

    auto compiled = compile_re2(text);
    auto const size = compiled->ok() ? std::min(compiled->ProgramSize(), largest_program) : largest_program;
    room_ -= std::min(room_, static_cast<std::size_t>(size));
    if (!compiled->ok()) return refusal(text, *compiled);
    if (compiled->ProgramSize() > largest_program)
        return Refused{{"the pattern {pattern} is too large", "pattern"_key = schema::quoted(text)},
                       "make its repetitions smaller"};
    return known_.emplace(text, std::make_unique<Pattern>(text, std::move(compiled))).first->second.get();
}

bool is_pattern(std::string const& text)
{
    return text.size() <= longest_pattern && compile_re2(text)->ok();
}

}  // namespace sss::schema
