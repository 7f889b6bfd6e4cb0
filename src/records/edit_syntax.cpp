#include "records/edit_syntax.hpp"

#include "records/toml_mistakes.hpp"

#include <algorithm>

namespace sss {
namespace {

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

    std::vector<Piece> all()
    {
        std::vector<Piece> pieces;
        while (at_ < text_.size()) pieces.push_back(piece());
        return pieces;
    }

private:
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool at_line_end() const { return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }
    void skip_to_line_end() { at_ = end_of_line(text_, at_); }

    Piece piece()
    {
        Piece piece;
        piece.lines.begin = at_;
        at_ = skip_blanks(text_, at_);
        piece.statement.begin = at_;
        if (peek() == '#') {
            piece.sort = Piece::Sort::comment;
            skip_to_line_end();
        } else if (peek() == '[') {
            header(piece);
        } else if (!at_line_end()) {
            piece.sort = Piece::Sort::key;
            key(piece.path);
            piece.value = value(false);
        }
        piece.statement.end = at_;
        at_ = skip_blanks(text_, at_);
        piece.comment = {at_, at_};
        if (peek() == '#') {
            skip_to_line_end();
            piece.comment.end = at_;
        }
        skip_to_line_end();
        if (peek() == '\r') ++at_;
        if (peek() == '\n') ++at_;
        piece.lines.end = at_;
        return piece;
    }

    void header(Piece& piece)
    {
        auto const begin = at_;
        piece.sort = text_.substr(at_).starts_with("[[") ? Piece::Sort::item : Piece::Sort::table;
        while (peek() == '[') ++at_;
        while (at_ < text_.size() && peek() != ']') step();
        while (peek() == ']') ++at_;
        piece.path = path_of(text_, {begin, at_});
    }

    /// Over one character, or a string as a whole.
    void step() { at_ = peek() == '"' || peek() == '\'' ? end_of_string(text_, at_).end : at_ + 1; }

    /// Ends where the value begins. Returns the key's bytes.
    Span key(std::vector<std::string>& path)
    {
        Span span{at_, at_};
        while (at_ < text_.size() && peek() != '=') {
            auto const blank = is_blank(peek());
            step();
            if (!blank) span.end = at_;
        }
        path = path_of(text_, {span.begin, std::min(at_ + 1, text_.size())});
        at_ = skip_blanks(text_, std::min(at_ + 1, text_.size()));
        return span;
    }

    WrittenValue value(bool in_brackets)
    {
        if (peek() == '[') return array();
        if (peek() == '{') return table();
        WrittenValue scalar;
        scalar.where.begin = at_;
        if (peek() == '"' || peek() == '\'') {
            step();
            scalar.where.end = at_;
            return scalar;
        }
        // A date may hold a blank before its time, so that only what follows tells where the value ends.
        auto const ends = std::string_view{in_brackets ? ",]}#\r\n" : "#\r\n"};
        at_ = std::min(text_.find_first_of(ends, at_), text_.size());
        while (at_ > scalar.where.begin && is_blank(text_[at_ - 1])) --at_;
        scalar.where.end = at_;
        return scalar;
    }

    WrittenValue array()
    {
        WrittenValue array;
        array.form = WrittenValue::Form::array;
        array.where.begin = at_++;
        while (at_ < text_.size() && peek() != ']') {
            auto const c = peek();
            if (c == '#') {
                auto const begin = at_;
                skip_to_line_end();
                array.comments.push_back({begin, at_});
            } else if (is_blank(c) || c == '\r' || c == '\n' || c == ',') {
                ++at_;
            } else {
                array.items.push_back(value(true));
                if (at_ == array.items.back().where.begin) ++at_;
            }
        }
        array.where.end = at_ = std::min(at_ + 1, text_.size());
        return array;
    }

    WrittenValue table()
    {
        WrittenValue table;
        table.form = WrittenValue::Form::table;
        table.where.begin = at_++;
        while (at_ < text_.size() && peek() != '}') {
            if (is_blank(peek()) || peek() == ',' || at_line_end()) {
                ++at_;
                continue;
            }
            if (peek() == '#') {  // in TOML 1.1
                skip_to_line_end();
                continue;
            }
            WrittenValue::Entry entry;
            entry.key = key(entry.path);
            entry.value = value(true);
            table.entries.push_back(std::move(entry));
        }
        table.where.end = at_ = std::min(at_ + 1, text_.size());
        return table;
    }

    std::string_view text_;
    std::size_t at_;
};

}  // namespace

std::vector<Piece> pieces_of(std::string_view text)
{
    return Scanner{text}.all();
}

std::string_view line_end_of(std::string_view text)
{
    auto const newline = text.find('\n');
    return newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r' ? "\r\n" : "\n";
}

}  // namespace sss
