#include "records/toml_mistakes.hpp"

#include "records/bare_value.hpp"
#include "records/value_walk.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {
namespace {

std::string line_ends_of(std::string_view text)
{
    return std::string(static_cast<std::size_t>(std::ranges::count(text, '\n')), '\n');
}

/// Walks over one statement, from its first character to the comment behind it.
class StatementWalk : public ValueWalk {
public:
    StatementWalk(std::string_view text, Span statement, std::size_t most)
        : ValueWalk(text, statement, most), all_(text)
    {}

    Diagnosis run()
    {
        if (is_conflict_marker())
            conflict();
        else if (text_[at_] == '[')
            header();
        else
            assignment();
        return std::move(found_);
    }

    Span key_span() const { return key_; }

    bool header_path(std::vector<std::string>& parts, bool& array)
    {
        ++at_;
        array = peek(at_) == '[';
        if (array) ++at_;
        key_.begin = at_ = skip_blanks(text_, at_);
        auto const readable = key_path(parts);
        key_.end = at_;
        return readable;
    }

    bool assignment_path(std::vector<std::string>& parts)
    {
        key_.begin = at_;
        auto const readable = key_path(parts);
        key_.end = at_;
        return readable;
    }

    /// The statement's value replaced by a stand-in right after the key.
    void drop_value(Span where)
    {
        auto const rest = text_.substr(key_.end);
        found_.edits = {{{key_.end, text_.size()}, "=1" + line_ends_of(rest)}};
        found_.unreadable = {{key_.end, 1, where}};
    }

    void drop_statement()
    {
        auto const rest = text_.substr(begin_);
        found_.edits = {
            {{begin_, text_.size()}, rest.starts_with('[') ? header_for_lost_table(text_, begin_) : blanks_for(rest)}};
        found_.unreadable.clear();
        found_.whole = false;
    }

    Diagnosis take() { return std::move(found_); }

private:
    // ── headers ──

    void header()
    {
        std::vector<std::string> parts;
        bool array = false;
        auto const form = [&](std::string_view path) {
            return fmt::format(fmt::runtime(array ? "[[{}]]" : "[{}]"), path);
        };
        auto const end = comment_or_end();
        if (!header_path(parts, array)) {
            found_.mistakes.clear();
            say({begin_, end}, "a table's header holds a name between square brackets",
                {"write {header}; a name with other characters than letters, digits, - and _ needs quotes",
                 "header"_arg = form("name")});
            drop_statement();
            return;
        }
        auto const path = std::string{text_.substr(key_.begin, key_.end - key_.begin)};
        auto const closing = std::string_view{array ? "]]" : "]"};
        auto const next = skip_blanks(text_, at_);
        if (text_.substr(next).starts_with(closing)) {
            at_ = next + closing.size();
            if (!after_value()) found_.edits = {{{at_, text_.size()}, blanks_for(text_.substr(at_))}};
            return;
        }
        auto const two_words = peek(next) != ']' && next > at_ && next < end;
        say({begin_, end},
            two_words ? Sentence{"a name in a header is one word"}
                      : Sentence{"the header is not closed with '{sign}'", "sign"_key = closing},
            two_words ? Sentence{"join the words with - or _, or put the name in quotes"}
                      : Sentence{"write {header}", "header"_arg = form(path)});
        if (two_words) return drop_statement();
        found_.edits = {{{begin_, end}, form(path)}};
    }

    // ── conflicts of a merge ──

    bool is_conflict_marker() const
    {
        for (auto const marker : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"}) {
            if (text_.substr(at_).starts_with(marker)) return at_ == 0 || text_[at_ - 1] == '\n';
        }
        return false;
    }

    std::size_t marker_line(std::string_view marker, std::size_t from) const
    {
        for (auto at = all_.find(marker, from); at != std::string_view::npos; at = all_.find(marker, at + 1)) {
            if (all_[at - 1] == '\n') return at;
        }
        return std::string_view::npos;
    }

    void conflict()
    {
        auto const line_end = end_of_line(all_, at_);
        say({at_, line_end}, "a merge conflict was left in the file",
            "keep one of the two versions, and take the lines with <<<<<<<, ======= and >>>>>>> away");
        found_.whole = false;
        found_.edits = {{{at_, line_end}, blanks_for(all_.substr(at_, line_end - at_))}};
        auto const theirs = std::min(marker_line("=======", line_end), marker_line("|||||||", line_end));
        auto const close = marker_line(">>>>>>>", line_end);
        if (text_[at_] != '<' || theirs == std::string_view::npos || close == std::string_view::npos || theirs > close)
            return;
        // Ours is read on; theirs would only be told as keys that stand twice.
        auto const end = end_of_line(all_, close);
        found_.edits.push_back({{theirs, end}, blanks_for(all_.substr(theirs, end - theirs))});
    }

    // ── key = value ──

    void assignment()
    {
        std::vector<std::string> parts;
        if (!assignment_path(parts)) {
            auto const comment = foreign_comment_;
            auto const stray = text_[begin_] == '}' || text_[begin_] == ']';
            drop_statement();
            found_.whole = comment || stray;
            return;
        }
        auto const next = skip_blanks(text_, at_);
        if (peek(next) != '=') return no_equals_sign(next);
        at_ = skip_blanks(text_, next + 1);
        auto const c = peek(at_);
        auto const value_begin = at_;
        if (c == '\0' || c == '\n' || c == '\r' || c == '#') {
            say(key_, {"'{key}' has no value", "key"_key = name()}, "write the value after '=', or take the line away");
            return drop_value(key_);
        }
        if (!value() || !after_value()) drop_value({value_begin, std::max(value_begin + 1, comment_or_end())});
    }

    void no_equals_sign(std::size_t next)
    {
        auto const end = std::max(next, comment_or_end());
        auto const c = peek(next);
        if (c == ':') {
            say({next, next + 1}, "'=' stands between a key and its value, not ':'",
                {"write {key} = …", "key"_arg = name()});
            return drop_value({std::min(skip_blanks(text_, next + 1), end - 1), end});
        }
        auto const sign = text_.find('=', next);
        if (next >= end) {
            say(key_, {"'{key}' has no value", "key"_key = name()},
                {"write {key} = …, or begin the line with # if it is a comment", "key"_arg = name()});
            return drop_value(key_);
        }
        if (sign < end && is_bare_key_character(c)) {
            auto words_end = sign;
            while (is_blank(text_[words_end - 1])) --words_end;
            auto const words = std::string{text_.substr(begin_, words_end - begin_)};
            auto joined = words;
            std::ranges::replace_if(joined, is_blank, '_');
            say({begin_, words_end}, "a key is one word", {"write {key}", "key"_arg = clipped(joined)});
            return drop_statement();
        }
        // Several words and no sign: prose rather than a key.
        if (sign >= end && is_bare_key_character(c) &&
            text_.substr(next, end - next).find(' ') != std::string_view::npos) {
            say({begin_, end}, "this line is no `key = value`", "begin it with # if it is a comment");
            return drop_statement();
        }
        say({next, end}, {"'=' is missing between '{key}' and its value", "key"_key = name()},
            {"write {key} = …", "key"_arg = name()});
        drop_value({next, end});
    }

    /// What may follow a value on its line: blanks and a comment. True where the value before can be kept.
    bool after_value()
    {
        auto const begin = skip_blanks(text_, at_);
        if (begin >= text_.size()) return true;
        if (text_[begin] == '#') return comment(begin);
        auto end = comment_or_end();
        if (end <= begin) end = end_of_line(text_, begin);
        auto const rest = text_.substr(begin, end - begin);
        if (rest.empty()) return text_[begin] == '\r' || text_[begin] == '\n' ? true : false;
        auto const cut = [&] { found_.edits.push_back({{begin, end}, blanks_for(rest)}); };
        if (rest.find_first_not_of(",; \t") == std::string_view::npos) {
            say({begin, begin + 1}, {"a line ends after its value, without '{sign}'", "sign"_key = rest[0]},
                {"take the '{sign}' away", "sign"_arg = rest[0]});
            cut();
            return true;
        }
        if (rest.starts_with("//") || rest[0] == ';') {
            say({begin, end}, "a comment begins with #");
            cut();
            return true;
        }
        if (is_control_character(rest[0])) {
            auto const why = explain_control_character(rest[0]);
            say({begin, begin + 1}, why.message, why.help);
            return false;
        }
        auto const word = rest.substr(0, rest.find_first_of(" \t="));
        if (begins_statement(text_, begin) && !word.empty()) {
            say({begin, end}, "one line holds one key and its value",
                {"put {key} on a line of its own", "key"_arg = clipped(word)});
            cut();
            found_.whole = false;
            return true;
        }
        if (rest.find('"') != std::string_view::npos) {
            say({begin, end}, "the text ended at the quotation mark before this, yet more follows",
                R"(write \" for a quotation mark within a text)");
            return false;
        }
        if (rest[0] == ']' || rest[0] == '}') {
            say({begin, begin + 1}, {"this '{sign}' closes nothing", "sign"_key = rest[0]},
                {"take the '{sign}' away", "sign"_arg = rest[0]});
            return false;
        }
        say({begin, end}, "nothing but a comment may follow a value", "begin it with # if it is a comment");
        return false;
    }

    std::string_view all_;
};

bool readable_path(std::string_view text, Span statement, std::vector<std::string>& parts, Span& span)
{
    auto walk = StatementWalk{text, statement, 1};
    bool array = false;
    auto const header = text[statement.begin] == '[';
    auto const readable = header ? walk.header_path(parts, array) : walk.assignment_path(parts);
    span = walk.key_span();
    return readable;
}

}  // namespace

Diagnosis diagnose(std::string_view text, Span statement, std::size_t most)
{
    return StatementWalk{text, statement, most}.run();
}

Diagnosis give_up(std::string_view text, Span statement, bool keep_key)
{
    auto walk = StatementWalk{text, statement, 1};
    std::vector<std::string> parts;
    auto const key = keep_key && text[statement.begin] != '[' && walk.assignment_path(parts);
    walk.take();
    if (key)
        walk.drop_value(walk.key_span());
    else
        walk.drop_statement();
    auto answer = walk.take();
    answer.mistakes.clear();
    return answer;
}

std::vector<std::string> path_of(std::string_view text, Span statement)
{
    std::vector<std::string> parts;
    Span span;
    if (!readable_path(text, statement, parts, span)) parts.clear();
    return parts;
}

Span path_span(std::string_view text, Span statement)
{
    std::vector<std::string> parts;
    Span span;
    readable_path(text, statement, parts, span);
    return span;
}

std::string header_for_lost_table(std::string_view text, std::size_t at)
{
    // The number of its line tells it from all others.
    return fmt::format("[\"\\u0001{}\"]", std::ranges::count(text.substr(0, at), '\n'));
}

std::string blanks_for(std::string_view text)
{
    std::string out;
    for (auto const c : text) {
        if (c == '\n') out += c;
        if (c != '\n' && (static_cast<unsigned char>(c) & 0xC0u) != 0x80u) out += ' ';
    }
    return out;
}

}  // namespace sss
