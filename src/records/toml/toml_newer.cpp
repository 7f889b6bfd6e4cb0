#include "records/toml/toml_newer.hpp"

#include "records/document.hpp"
#include "records/toml/forms.hpp"
#include "records/toml_scan.hpp"
#include "records/toml_tree.hpp"
#include "records/value_walk.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <variant>

namespace sss {
namespace {

bool is_hexadecimal(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_word(char c)
{
    return is_bare_key_character(c) || c == ':' || c == '+' || c == '.';
}

constexpr std::string_view day_form = "dddd-dd-dd";
constexpr std::string_view minute_form = "dd:dd";

/// What may follow the minutes of a time without seconds: nothing, or the offset of an instant.
bool ends_time(std::string_view rest, bool of_day)
{
    if (rest.empty()) return true;
    return of_day && (rest == "Z" || rest == "z" || has_form(rest, "+dd:dd") || has_form(rest, "-dd:dd"));
}

/// How many bytes of a time stand before its missing seconds; nothing where none are missing.
std::optional<std::size_t> before_seconds(std::string_view time, bool of_day)
{
    auto const minutes = minute_form.size();
    if (time.size() < minutes || !has_form(time.substr(0, minutes), minute_form)) return std::nullopt;
    return ends_time(time.substr(minutes), of_day) ? std::optional{minutes} : std::nullopt;
}

/// One pass over a text, that knows strings, comments and brackets.
class Translator {
public:
    explicit Translator(std::string_view text) : text_(text) { made_.shifts.push_back({}); }

    std::optional<InOlderToml> run()
    {
        while (at_ < text_.size()) step();
        if (!changed_) return std::nullopt;
        return std::move(made_);
    }

private:
    void step()
    {
        auto const c = text_[at_];
        if (c == '"' || c == '\'') return string();
        if (c == '#') return comment();
        if (c == '\n' || (c == '\r' && text_.substr(at_).starts_with("\r\n"))) return line_end();
        if (is_word(c)) return word();
        if (c == '[' || c == '{') open_ += c;
        if (c == ',') comma_ = {made_.text.size(), last_};
        if (c == '}' && within_table()) last_comma();
        if ((c == '}' && within_table()) || (c == ']' && !open_.empty() && open_.back() == '[')) open_.pop_back();
        if (!is_blank(c)) last_ = c;
        copy(1);
    }

    bool within_table() const { return !open_.empty() && open_.back() == '{'; }

    void copy(std::size_t bytes)
    {
        made_.text += text_.substr(at_, bytes);
        at_ += bytes;
    }

    void blank(std::size_t bytes)
    {
        made_.text.append(bytes, ' ');
        at_ += bytes;
        changed_ = true;
    }

    /// Other bytes in the place of the next ones.
    void put(std::string_view words, std::size_t bytes)
    {
        made_.text += words;
        at_ += bytes;
        made_.shifts.push_back({made_.text.size(), at_});
        changed_ = true;
    }

    void string()
    {
        auto const end = end_of_string(text_, at_).end;
        auto const escapes = text_[at_] == '"';
        while (at_ < end) {
            auto const next = at_ + 1 < end ? text_[at_ + 1] : '\0';
            if (text_[at_] != '\\' || !escapes || next == '\0')
                copy(1);
            else if (next == 'e')
                put("\\u001B", 2);
            else if (next == 'x' && at_ + 3 < end && is_hexadecimal(text_[at_ + 2]) && is_hexadecimal(text_[at_ + 3]))
                put(std::string{"\\u00"}.append(text_.substr(at_ + 2, 2)), 4);
            else
                copy(2);
        }
        last_ = '"';
    }

    void comment()
    {
        auto const length = end_of_line(text_, at_) - at_;
        auto const words = text_.substr(at_, length);
        // What no comment may hold stays where the reader finds it.
        auto const sound = std::ranges::none_of(words, is_control_character) && !first_invalid_utf8(words);
        if (!within_table() || !sound) return copy(length);
        made_.without_comments = true;
        blank(length);
    }

    void line_end()
    {
        auto const length = text_[at_] == '\r' ? 2u : 1u;
        if (within_table() && table_goes_on(at_ + length)) return blank(length);
        // A bracket that was forgotten ends with its statement, so that the mistake stays one.
        if (within_table() || begins_statement(text_, at_ + length)) open_.clear();
        copy(length);
    }

    /// Whether an inline table may go on behind a line's end: not within a key and its value.
    bool table_goes_on(std::size_t next) const
    {
        if (last_ == '{' || last_ == ',') return true;
        while (next < text_.size()) {
            auto const c = text_[next];
            if (c == '#')
                next = std::min(text_.find('\n', next), text_.size());
            else if (is_blank(c) || c == '\n' || c == '\r')
                ++next;
            else
                return c == '}' || c == ',';
        }
        return false;
    }

    /// The comma before a closing brace is taken away where something stands before it.
    void last_comma()
    {
        if (last_ != ',' || comma_.behind == '{' || comma_.behind == ',') return;
        made_.text[comma_.at] = ' ';
        changed_ = true;
    }

    void word()
    {
        auto const value = last_ == '=' || last_ == ',' || last_ == '[';
        last_ = 'a';
        auto length = word_length(at_);
        auto const first = text_.substr(at_, length);
        if (!value) return copy(length);
        if (auto const minutes = before_seconds(first, false)) return without_seconds(0, *minutes, length);
        auto const day = first.substr(0, day_form.size());
        if (!has_form(day, day_form)) return copy(length);
        auto from = day.size();
        if (first.size() > from && (first[from] == 'T' || first[from] == 't')) {
            ++from;
        } else if (first.size() == from && text_.substr(at_ + from).starts_with(' ')) {
            ++from;
            length = from + word_length(at_ + from);
        } else {
            return copy(length);
        }
        auto const minutes = before_seconds(text_.substr(at_ + from, length - from), true);
        if (!minutes) return copy(first.size());
        without_seconds(from, *minutes, length);
    }

    void without_seconds(std::size_t before, std::size_t minutes, std::size_t length)
    {
        copy(before + minutes);
        put(":00", 0);
        copy(length - before - minutes);
    }

    std::size_t word_length(std::size_t at) const
    {
        auto const end = std::ranges::find_if_not(text_.substr(at), is_word);
        return static_cast<std::size_t>(end - text_.substr(at).begin());
    }

    /// A comma in the text that is made, and the last sign before it.
    struct Comma {
        std::size_t at = 0;
        char behind = 0;
    };

    std::string_view text_;
    std::size_t at_ = 0;
    InOlderToml made_;
    std::string open_;  ///< the brackets that are open
    char last_ = 0;     ///< the last sign that is neither blank nor comment; of a string its quote, of a word a letter
    Comma comma_;
    bool changed_ = false;
};

}  // namespace

std::size_t InOlderToml::original(std::size_t older) const
{
    auto const after = std::ranges::upper_bound(shifts, older, {}, &Shift::older);
    auto const& from = *std::prev(after);
    auto const found = from.original + (older - from.older);
    return after == shifts.end() ? found : std::min(found, after->original);
}

std::optional<InOlderToml> in_older_toml(std::string_view text)
{
    return Translator{text}.run();
}

bool parse_newer_values(std::string_view text, Table& into, Neighbour* neighbour)
{
    // What is known by its line cannot be found in a text of other lines.
    if (neighbour != nullptr && !neighbour->known.empty()) return false;
    auto const older = in_older_toml(text);
    if (!older || nesting_beyond(older->text, deepest_nesting)) return false;
    Neighbour beside{neighbour != nullptr ? neighbour->before : nullptr, {}, {}};
    return !read_toml(older->text, nullptr, into, &beside);
}

OriginalPlaces::CodePoints::CodePoints(std::string_view all) : text(all)
{
    std::size_t at = all.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    lines.push_back(0);
    for (; at < all.size(); ++at) {
        if ((static_cast<unsigned char>(all[at]) & 0xC0) == 0x80) continue;
        begins.push_back(static_cast<std::uint32_t>(at));
        if (all[at] == '\n') lines.push_back(static_cast<std::uint32_t>(begins.size()));
    }
    begins.push_back(static_cast<std::uint32_t>(all.size()));
    lines.push_back(static_cast<std::uint32_t>(begins.size()));
}

std::size_t OriginalPlaces::CodePoints::offset(std::uint32_t line, std::uint32_t column) const
{
    auto const number = std::clamp<std::size_t>(line, 1, lines.size() - 1);
    auto const wanted = std::size_t{lines[number - 1]} + std::max(column, 1u) - 1;
    return begins[std::min<std::size_t>(wanted, lines[number] - 1)];
}

Place OriginalPlaces::CodePoints::place(std::size_t begin, std::size_t end) const
{
    auto const index = [this](std::size_t byte) {
        auto const found = std::ranges::lower_bound(begins, byte);
        return static_cast<std::uint32_t>(std::min(found, std::prev(begins.end())) - begins.begin());
    };
    auto const first = index(begin);
    auto const line = static_cast<std::size_t>(std::ranges::upper_bound(lines, first) - lines.begin()) - 1;
    auto line_end = lines[line + 1] - 1;
    if (line_end > lines[line] && text[begins[line_end - 1]] == '\r') --line_end;
    auto const last = std::min(index(end), line_end);
    return {static_cast<std::uint32_t>(line) + 1, first - lines[line] + 1, last > first ? last - first : 0};
}

OriginalPlaces::OriginalPlaces(InOlderToml const& older, std::string_view original)
    : shifts_(older), older_(older.text), original_(original)
{}

Place OriginalPlaces::operator()(Place older) const
{
    if (!older) return older;
    auto const begin = older_.offset(older.line, older.column);
    auto const end = older_.offset(older.line, older.column + older.length);
    return original_.place(shifts_.original(begin), shifts_.original(end));
}

void OriginalPlaces::put_back(Table& table) const
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        auto& member = table.edit(i);
        member.key_place = (*this)(member.key_place);
        put_back(member.value);
    }
}

void OriginalPlaces::put_back(Value& value) const
{
    value.place = (*this)(value.place);
    if (auto* table = std::get_if<Table>(&value.data)) put_back(*table);
    if (auto* array = std::get_if<Array>(&value.data))
        for (std::size_t i = 0; i < array->size(); ++i) put_back(array->edit(i));
}

}  // namespace sss
