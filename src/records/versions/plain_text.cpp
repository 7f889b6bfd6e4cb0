#include "records/versions/plain_text.hpp"

#include "records/toml_scan.hpp"

#include <algorithm>
#include <utility>

namespace sss {
namespace {

/// Each far below what the library and the limit of nesting bear, together too: a key of a header may be a list.
constexpr std::size_t most_brackets = 16;
constexpr std::ptrdiff_t most_dots = 8;

class PlainScan {
public:
    explicit PlainScan(std::string_view text) : text_(text) {}

    std::optional<PlainText> run()
    {
        for (; at_ < text_.size(); end_line()) {
            at_ = skip_blanks(text_, at_);
            if (is_line_end(at_) || text_[at_] == '#') continue;
            if (!(text_[at_] == '[' ? header() : statement())) return std::nullopt;
        }
        return std::move(found_);
    }

private:
    bool is_line_end(std::size_t at) const
    {
        return at >= text_.size() || text_[at] == '\n' || text_.substr(at, 2) == "\r\n";
    }

    /// Goes to the next line, past what may stand behind a statement.
    void end_line()
    {
        auto const end = end_of_line(text_, at_);
        auto const needs_no_judge = [](char c) { return (c >= ' ' && c <= '~') || c == '\t'; };
        if (!std::ranges::all_of(text_.substr(at_, end - at_), needs_no_judge)) found_.plain_gaps = false;
        at_ = std::min(text_.find('\n', end), text_.size() - 1) + 1;
        ++line_;
    }

    bool header()
    {
        auto const bytes = text_.substr(at_, end_of_line(text_, at_) - at_);
        found_.headers.push_back({bytes, found_.statements.size()});
        at_ += bytes.size();
        return std::ranges::count(bytes, '.') <= most_dots;
    }

    bool statement()
    {
        auto const begin = at_;
        while (at_ < text_.size() && is_bare_key_character(text_[at_])) ++at_;
        if (at_ == begin) return false;
        at_ = skip_blanks(text_, at_);
        if (at_ >= text_.size() || text_[at_] != '=') return false;
        at_ = skip_blanks(text_, at_ + 1);
        auto const value_begin = at_;
        if (!value()) return false;
        auto const bytes = text_.substr(begin, at_ - begin);
        found_.statements.push_back({bytes, value_begin - begin, line_});
        line_ += static_cast<std::uint32_t>(std::ranges::count(bytes, '\n'));
        auto const next = skip_blanks(text_, at_);
        return is_line_end(next) || text_[next] == '#';
    }

    bool value()
    {
        if (is_line_end(at_) || text_[at_] == '#') return false;
        if (text_[at_] == '"' || text_[at_] == '\'') return string();
        if (text_[at_] == '[' || text_[at_] == '{') return brackets();
        auto const line = text_.substr(at_, end_of_line(text_, at_) - at_);
        if (line.find('\r') != std::string_view::npos) return false;  // it would become sound before a line feed
        at_ += std::min(line.find('#'), line.size());                 // a moment may be written with a blank within
        while (is_blank(text_[at_ - 1])) --at_;
        return true;
    }

    bool string()
    {
        auto const quote = text_[at_];
        if (text_.substr(at_, 3) == three_quotes(quote)) {
            auto const end = past_closing_quotes(text_, at_ + 3, quote);
            at_ = end.value_or(at_);
            return end.has_value();
        }
        for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
            if (text_[at_] == quote) return ++at_, true;
            if (text_[at_] == '\\' && quote == '"') ++at_;
        }
        return false;
    }

    bool brackets()
    {
        std::size_t depth = 0;
        while (at_ < text_.size()) {
            auto const c = text_[at_];
            if (c == '"' || c == '\'') {
                if (!string()) return false;
                continue;
            }
            if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
                continue;
            }
            ++at_;
            if ((c == '[' || c == '{') && ++depth > most_brackets) return false;
            if ((c == ']' || c == '}') && --depth == 0) return true;
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    PlainText found_;
};

}  // namespace

std::string_view PlainStatement::key() const
{
    return bytes.substr(0, bytes.find_first_of(" \t="));
}

std::optional<std::vector<std::string_view>> PlainHeader::keys() const
{
    std::vector<std::string_view> keys;
    std::size_t const brackets = of_list() ? 2 : 1;
    for (auto at = brackets;; ++at) {
        at = skip_blanks(bytes, at);
        auto const begin = at;
        while (at < bytes.size() && is_bare_key_character(bytes[at])) ++at;
        if (at == begin) return std::nullopt;
        keys.push_back(bytes.substr(begin, at - begin));
        at = skip_blanks(bytes, at);
        if (bytes.substr(at, brackets) == (of_list() ? "]]" : "]")) return keys;
        if (at >= bytes.size() || bytes[at] != '.') return std::nullopt;
    }
}

std::optional<PlainText> plain_text(std::string_view text)
{
    return PlainScan{text}.run();
}

}  // namespace sss
