#include "records/document.hpp"

#include "records/bare_value.hpp"
#include "records/lines.hpp"
#include "records/toml/refusal.hpp"
#include "records/toml/toml_newer.hpp"
#include "records/toml_mistakes.hpp"
#include "records/toml_scan.hpp"
#include "records/toml_tree.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace sss {
namespace {

/// After so many mistakes the reader has enough to do, and a file that is no TOML at all has been recognised.
constexpr std::size_t most_mistakes = 20;

Finding finding(Document const& document, Lines const& lines, Place place, std::string_view rule, Sentence message,
                Sentence help)
{
    // What stands there identifies a mistake, not how it is told.
    auto const line = lines.line(place.line);
    Finding made{rule,
                 Severity::error,
                 document.path,
                 place,
                 {"{mistake}", "mistake"_arg = message, "text"_key = text_at(line, place)},
                 std::move(help),
                 {}};
    keep_excerpt(made, line);
    return made;
}

void add_too_deep(Document& document, Lines const& lines, Place place)
{
    document.problems.push_back(
        finding(document, lines, place, "too-deep",
                {"the nesting goes beyond {levels} levels here", "levels"_arg = deepest_nesting},
                "a record needs two or three levels; is this file a record?"));
    document.whole = false;
    document.root.clear();
}

// ── duplicates ──

using Path = std::vector<std::string>;

bool begins_with(Path const& path, Path const& beginning)
{
    return beginning.size() <= path.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

struct Earlier {
    std::size_t statement = 0;
    bool same = false;  ///< names the same path
};

/// Where what statement `last` defines was defined before. The same path first; else one that cannot stand beside it,
/// as `x = 1` beside `x.y = 2`.
std::optional<Earlier> earlier_definition(std::string_view text, std::vector<Span> const& statements, std::size_t last)
{
    std::vector<Path> paths;
    Path table;
    for (std::size_t i = 0; i <= last; ++i) {
        auto path = path_of(text, statements[i]);
        if (text[statements[i].begin] == '[') {
            table = path;
        } else {
            path.insert(path.begin(), table.begin(), table.end());
        }
        paths.push_back(std::move(path));
    }
    std::optional<Earlier> related;
    for (auto i = last; i-- > 0;) {
        if (paths[i].empty()) continue;
        if (paths[i] == paths[last]) return Earlier{i, true};
        auto const header_of_ours = text[statements[i].begin] == '[' && begins_with(paths[last], paths[i]);
        // `[[action]]` begins a new item: what stands before it is another's.
        if (header_of_ours && text.substr(statements[i].begin).starts_with("[[")) break;
        auto const conflicts =
            begins_with(paths[i], paths[last]) || (begins_with(paths[last], paths[i]) && !header_of_ours);
        if (!related && conflicts) related = Earlier{i, false};
    }
    return related;
}

// ── recovery ──

/// Reads what the library refuses: finds the mistake that stopped it, says so, puts something readable in its place and
/// lets the library try again. Every edit keeps lines and columns, so that all places are those of the user's file.
class Recovery {
public:
    Recovery(Document& document, Lines const& lines, std::string_view text)
        : document_(document), lines_(lines), text_(text)
    {}

    void run(TomlError error)
    {
        // A statement that is refused again after it was mended is dropped in silence, so rounds outnumber findings.
        for (std::size_t round = 0; round < 4 * most_mistakes; ++round) {
            if (document_.problems.size() >= most_mistakes) break;
            mend(error);
            if (auto const deep = nesting_beyond(text_, deepest_nesting))
                return add_too_deep(document_, lines_, Lines{text_}.place(*deep, *deep + 1));
            Table root;
            auto next = read_toml(text_, &lines_, root);
            if (!next) return finish(std::move(root));
            if (next->too_deep) return add_too_deep(document_, lines_, {next->line, next->column, 1});
            error = std::move(*next);
        }
        stop_at(error);
    }

private:
    void mend(TomlError const& error)
    {
        Lines const now{text_};
        auto const statements = statements_of(text_);
        auto const at = now.offset(error.line, error.column);
        if (mend_carriage_return(now, error, at)) return;
        auto const after = std::ranges::upper_bound(statements, at, {}, &Span::begin);
        auto const line_begin = skip_blanks(text_, now.offset(error.line, 1));
        auto const comment = line_begin < text_.size() && text_[line_begin] == '#';
        auto const in_comment = comment && (after == statements.begin() || line_begin >= std::prev(after)->end);
        if (after == statements.begin() || in_comment) return mend_line(now, error, at);

        auto const index = static_cast<std::size_t>(after - statements.begin()) - 1;
        if (auto diagnosis = cause(statements, index)) return apply(now, *diagnosis);
        auto const duplicate = error.description.find("cannot redefine") != std::string::npos ||
                               error.description.find("cannot insert") != std::string::npos;
        if (duplicate) return mend_duplicate(now, statements, index);

        auto const first_time = given_up_.insert(now.place(statements[index].begin, 0).line).second;
        auto diagnosis = give_up(text_, statements[index], first_time);
        if (first_time && !was_mended(now, statements[index])) {
            diagnosis.mistakes.push_back({{at, at + 1}, "syntax", plain_description(error.description), ""});
        }
        apply(now, diagnosis);
    }

    /// A carriage return without a line feed: what follows it on the line would only be told as its consequences.
    bool mend_carriage_return(Lines const& now, TomlError const& error, std::size_t at)
    {
        auto const begin = now.offset(error.line, 1);
        auto const end = end_of_line(text_, begin);
        auto const found = text_.find('\r', begin);
        if (found >= end || found > at) return false;
        auto const why = explain_control_character('\r');
        Diagnosis diagnosis;
        diagnosis.mistakes = {{{found, found + 1}, why.rule, why.message, why.help}};
        diagnosis.edits = {{{found, end}, blanks_for(std::string_view{text_}.substr(found, end - found))}};
        diagnosis.whole = false;
        apply(now, diagnosis);
        return true;
    }

    /// The mistake in this statement, or else in one before it that swallowed its beginning: an open bracket or string.
    std::optional<Diagnosis> cause(std::vector<Span> const& statements, std::size_t index)
    {
        auto const left = most_mistakes - document_.problems.size();
        for (auto i = index + 1; i-- > 0;) {
            auto const span = statements[i];
            auto const bytes = std::string_view{text_}.substr(span.begin, span.end - span.begin);
            auto const may_swallow = i + 1 >= index || bytes.find('\n') != std::string_view::npos ||
                                     bytes.find(R"(""")") != std::string_view::npos ||
                                     bytes.find("'''") != std::string_view::npos;
            if (!may_swallow) continue;
            auto diagnosis = diagnose(text_, span, left);
            if (!diagnosis.mistakes.empty()) return diagnosis;
        }
        return std::nullopt;
    }

    bool was_mended(Lines const& now, Span statement) const
    {
        return mended_.contains(now.place(statement.begin, 0).line);
    }

    void mend_duplicate(Lines const& now, std::vector<Span> const& statements, std::size_t index)
    {
        auto const statement = statements[index];
        auto const key = path_span(text_, statement);
        auto const name = truncated(std::string_view{text_}.substr(key.begin, key.end - key.begin), 60);
        auto const first = earlier_definition(text_, statements, index);
        auto const bytes = std::string_view{text_}.substr(statement.begin, statement.end - statement.begin);
        if (bytes.starts_with("[\"\\u0001")) return apply(now, {{}, {{statement, blanks_for(bytes)}}, {}, false});
        auto const header = bytes.starts_with('[');
        Sentence message{"'{key}' stands already in this table", "key"_key = name};
        if (first) {
            auto const line = now.place(statements[first->statement].begin, 0).line;
            message = first->same
                          ? Sentence{"'{key}' stands already in line {line}", "key"_key = name, "line"_arg = line}
                          : Sentence{"'{key}' cannot stand beside what stands in line {line}", "key"_key = name,
                                     "line"_arg = line};
        }
        Diagnosis diagnosis;
        diagnosis.mistakes = {
            {key, "duplicate-key", std::move(message),
             header ? Sentence{"put the keys of both into one table"} : Sentence{"keep one of the two"}}};
        diagnosis.edits = {{statement, header ? header_for_lost_table(text_, statement.begin) : blanks_for(bytes)}};
        diagnosis.whole = !header;
        apply(now, diagnosis);
    }

    /// A mistake outside of every statement: in a comment, or before the first key.
    void mend_line(Lines const& now, TomlError const& error, std::size_t at)
    {
        Diagnosis diagnosis;
        auto const begin = now.offset(error.line, 1);
        auto const end = end_of_line(text_, at);
        auto const control = std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                          text_.begin() + static_cast<std::ptrdiff_t>(end), is_forbidden_control);
        Mistake mistake{{at, at + 1}, "syntax", plain_description(error.description), ""};
        auto const found = static_cast<std::size_t>(control - text_.begin());
        if (found < end) {
            auto why = explain_control_character(*control);
            mistake = {{found, found + 1}, why.rule, why.message, why.help};
        }
        diagnosis.mistakes.push_back(std::move(mistake));
        diagnosis.edits = {{{begin, end}, blanks_for(std::string_view{text_}.substr(begin, end - begin))}};
        apply(now, diagnosis);
    }

    void apply(Lines const& now, Diagnosis const& diagnosis)
    {
        for (auto const& mistake : diagnosis.mistakes) {
            auto place = now.place(mistake.where.begin, mistake.where.end);
            // A header that had to be replaced may have become longer than its line is in the user's file.
            place.column = std::min(place.column, lines_.rest_of_line(place.line, 1) + 1);
            document_.problems.push_back(
                finding(document_, lines_, place, mistake.rule, mistake.message, mistake.help));
        }
        for (auto const& spot : diagnosis.unreadable) {
            auto const stands = now.place(spot.anchor, spot.anchor);
            unreadable_[{stands.line, stands.column + spot.shift}] = now.place(spot.where.begin, spot.where.end);
        }
        document_.whole = document_.whole && diagnosis.whole;
        for (auto edit = diagnosis.edits.rbegin(); edit != diagnosis.edits.rend(); ++edit) {
            mended_.insert(now.place(edit->where.begin, edit->where.end).line);
            text_.replace(edit->where.begin, edit->where.end - edit->where.begin, edit->with);
        }
    }

    void finish(Table root)
    {
        erase_if(root, [](Member const& member) { return member.key.starts_with(lost_table_mark); });
        mark_unreadable(root);
        document_.root = std::move(root);
    }

    void mark_unreadable(Table& table)
    {
        for (std::size_t i = 0; i < table.size(); ++i) mark_unreadable(table.edit(i).value);
    }

    void mark_unreadable(Value& value)
    {
        auto const found = unreadable_.find({value.place.line, value.place.column});
        if (found != unreadable_.end()) {
            value = Value{Unreadable{}, found->second};
        } else if (auto* table = std::get_if<Table>(&value.data)) {
            mark_unreadable(*table);
        } else if (auto* array = std::get_if<Array>(&value.data)) {
            for (std::size_t i = 0; i < array->size(); ++i) mark_unreadable(array->edit(i));
        }
    }

    /// Reads what stands before the error and leaves the rest.
    void stop_at(TomlError const& error)
    {
        auto const place = Place{error.line, 1, lines_.rest_of_line(error.line, 1)};
        auto const many = document_.problems.size() >= most_mistakes;
        auto message = many ? Sentence{"{number} mistakes stand before this line; what follows was not read",
                                       "number"_arg = most_mistakes}
                            : Sentence{"from this line on the file could not be read"};
        document_.problems.push_back(
            finding(document_, lines_, place, "syntax", std::move(message), "mend the others first"));
        document_.whole = false;
        auto const statements = statements_of(text_);
        auto const after =
            std::ranges::upper_bound(statements, Lines{text_}.offset(error.line, error.column), {}, &Span::begin);
        auto const end = after == statements.begin() ? 0 : std::prev(after)->begin;
        Table root;
        if (!read_toml(std::string_view{text_}.substr(0, end), &lines_, root)) finish(std::move(root));
    }

    Document& document_;
    Lines const& lines_;
    std::string text_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Place> unreadable_;
    std::set<std::uint32_t> mended_;    // lines
    std::set<std::uint32_t> given_up_;  // lines
};

/// What the library reads, and where it refuses, what can still be read.
void read_older(Document& document, std::string_view text)
{
    Lines const lines{text};
    if (auto const deep = nesting_beyond(text, deepest_nesting))
        return add_too_deep(document, lines, lines.place(*deep, *deep + 1));
    auto error = read_toml(text, &lines, document.root);
    if (!error) return;
    if (error->too_deep)
        add_too_deep(document, lines, {error->line, error->column, 1});
    else
        Recovery{document, lines, text}.run(std::move(*error));
    sort(document.problems);
}

Sentence help_with_newer(Sentence const& help)
{
    Sentence const newer{"say toml = \"1.1\" below [data] of sss.toml, if whatever reads the records knows TOML 1.1"};
    return help.empty() ? newer : Sentence{"{help}; or {newer}", "help"_arg = help, "newer"_arg = newer};
}

/// The same text as TOML 1.1, where it holds anything of that; what stood in the way of TOML 1.0 alone is kept apart.
void read_newer(Document& document, std::string_view text)
{
    auto const older = in_older_toml(text);
    if (!older) return;
    Document read;
    read.path = document.path;
    read_older(read, older->text);
    OriginalPlaces const places{*older, text};
    places.put_back(read.root);
    Lines const lines{text};
    for (auto& problem : read.problems) {
        problem.place = places(problem.place);
        problem.excerpt_column = 1;
        problem.excerpt_cut = false;
        keep_excerpt(problem, lines.line(problem.place.line));
    }
    sort(read.problems);
    for (auto& problem : document.problems) {
        if (std::ranges::find(read.problems, problem.place, &Finding::place) != read.problems.end()) continue;
        problem.help = help_with_newer(problem.help);
        read.newer.push_back(std::move(problem));
    }
    document = std::move(read);
}

}  // namespace

Document parse_document(std::string path, std::string_view text)
{
    Document document;
    document.path = std::move(path);
    if (auto const refusal = refuse(text)) {
        auto const& [rule, message, help, at] = *refusal;
        document.whole = false;
        document.problems.push_back({rule, Severity::error, document.path, {}, message, help, {}});
        if (rule == "too-large" || at >= text.size()) return document;
        Lines const lines{text};
        document.problems.back().place = lines.place(at, at + 1);
        // Bytes that are no text are not shown to anybody.
        if (rule == "not-utf8") {
            auto line = std::string{lines.line(document.problems.back().place.line)};
            std::ranges::replace_if(
                line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
            keep_excerpt(document.problems.back(), line);
        }
        return document;
    }

    read_older(document, text);
    if (!document.problems.empty()) read_newer(document, text);
    return document;
}

bool parse_values(std::string_view text, Table& into, Neighbour* neighbour)
{
    if (text.size() > largest_document || nesting_beyond(text, deepest_nesting)) return false;
    auto const error = read_toml(text, nullptr, into, neighbour);
    if (!error || error->too_deep) return !error;
    return parse_newer_values(text, into, neighbour);
}

std::string_view line_of(std::string_view text, std::uint32_t number)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::uint32_t line = 1; line < number; ++line) {
        auto const end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    if (number == 0) return {};
    auto const end = text.find('\n');
    auto found = text.substr(0, end);
    if (end != std::string_view::npos && found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

}  // namespace sss
