#include "print/template/template_markers.hpp"

#include "support/edit_distance.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

constexpr std::string_view separator = "_separator";

/// Those of ctemplate's modifiers that escape more; `none` would escape less.
constexpr std::array<std::string_view, 14> modifiers{
    "h", "html_escape", "p", "pre_escape", "u", "url_query_escape", "j", "javascript_escape",
    "o", "json_escape", "x", "xml_escape", "c", "cleanse_css"};

std::string_view without_blanks(std::string_view text)
{
    auto const first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    auto const last = text.find_last_not_of(" \t\r\n");
    return last == text.npos ? std::string_view{} : text.substr(first, last + 1 - first);
}

/// A marker that may stand alone in its line without leaving an empty one.
bool leaves_no_line(std::string_view inner)
{
    return !inner.empty() && (inner.front() == '#' || inner.front() == '/' || inner.front() == '!');
}

class Reader {
public:
    Reader(std::string_view source, TemplateNames const& names) : source_(source), open_{{&names, 0, false}} {}

    std::variant<std::vector<TemplatePiece>, TemplateProblem> read()
    {
        std::size_t at = 0;
        while (!problem_) {
            auto const begin = source_.find("{{", at);
            if (begin == source_.npos) break;
            auto const end = source_.find("}}", begin + 2);
            if (end == source_.npos)
                return problem_at(source_, begin, "this marker is not closed", "Close it with }}.");
            auto const inner = without_blanks(source_.substr(begin + 2, end - begin - 2));
            auto text_end = begin, next = end + 2;
            if (leaves_no_line(inner)) take_whole_line(at, text_end, next);
            add_text(at, text_end);
            marker(inner, begin);
            at = next;
        }
        if (problem_) return std::move(*problem_);
        if (open_.size() > 1) {
            return problem_at(source_, open_.back().offset,
                              fmt::format("the section {} is not closed", name_of(open_.back())),
                              fmt::format("Close it with {{{{/{}}}}}.", name_of(open_.back())));
        }
        add_text(at, source_.size());
        return std::move(pieces_);
    }

private:
    struct Open {
        TemplateNames const* names;
        std::size_t offset;
        bool between;  ///< its separator
    };

    static std::string name_of(Open const& open)
    {
        return std::string{open.names->name} + (open.between ? std::string{separator} : "");
    }

    /// Where nothing but such markers stands in the line, the line goes with them: each takes the blanks before it,
    /// the last one the line's end.
    void take_whole_line(std::size_t at, std::size_t& text_end, std::size_t& next)
    {
        auto first = text_end;
        while (first > at && is_blank(source_[first - 1])) --first;
        if (text_end >= bare_until_) {
            auto const begins = first == 0 || source_[first - 1] == '\n';
            if (!begins || !bare_from(next)) return;
        }
        text_end = first;
        auto last = next;
        while (last < source_.size() && is_blank(source_[last])) ++last;
        if (last == source_.size() || source_[last] == '\n') next = std::min(last + 1, source_.size());
    }

    /// Whether nothing but such markers follows up to the line's end; remembers where that is.
    bool bare_from(std::size_t at)
    {
        while (at < source_.size() && source_[at] != '\n') {
            if (is_blank(source_[at])) {
                ++at;
                continue;
            }
            auto const end = source_.find("}}", at);
            if (source_.substr(at, 2) != "{{" || end == source_.npos ||
                !leaves_no_line(without_blanks(source_.substr(at + 2, end - at - 2))))
                return false;
            at = end + 2;
        }
        bare_until_ = at;
        return true;
    }

    static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

    void add_text(std::size_t from, std::size_t to)
    {
        if (to > from) pieces_.push_back({std::string{source_.substr(from, to - from)}, from});
    }

    void fail(std::size_t offset, std::string message, std::string help)
    {
        problem_ = problem_at(source_, offset, std::move(message), std::move(help));
    }

    void marker(std::string_view inner, std::size_t offset)
    {
        auto const sort = inner.empty() ? '\0' : inner.front();
        auto const rest = without_blanks(inner.substr(std::min<std::size_t>(1, inner.size())));
        switch (sort) {
            case '!': return;
            case '#': return open_section(rest, offset);
            case '/': return close_section(rest, offset);
            case '>': return fail(offset, "a template cannot include another file", "Put what it says here.");
            case '=': return fail(offset, "the marks {{ and }} cannot be changed", "");
            case '%': return fail(offset, "escaping cannot be set here", "It follows from the file's name.");
            case '{':
                return fail(offset, "three braces are one too many", "Write {{NAME}}: nothing goes in unescaped.");
            case '\0': return fail(offset, "this marker is empty", "Write {{NAME}}.");
            default: return variable(inner, offset);
        }
    }

    void open_section(std::string_view name, std::size_t offset)
    {
        auto const& here = open_.back();
        if (name.ends_with(separator) && name.substr(0, name.size() - separator.size()) == here.names->name &&
            !here.names->name.empty() && !here.between)
        {
            open_.push_back({here.names, offset, true});
        } else {
            auto const found = std::ranges::find(here.names->sections, name, &TemplateNames::name);
            if (found == here.names->sections.end()) return unknown_section(name, offset);
            open_.push_back({&*found, offset, false});
        }
        pieces_.push_back({fmt::format("{{{{#{}}}}}", name), offset, true, std::string{name}, {}});
    }

    void close_section(std::string_view name, std::size_t offset)
    {
        if (open_.size() == 1)
            return fail(offset, fmt::format("no section is open that {} could close", visible(name)), "");
        if (name != name_of(open_.back())) {
            return fail(offset,
                        fmt::format("the section {} is open here, not {}", name_of(open_.back()), visible(name)),
                        fmt::format("Close it first with {{{{/{}}}}}.", name_of(open_.back())));
        }
        open_.pop_back();
        pieces_.push_back({fmt::format("{{{{/{}}}}}", name), offset, true, {}, std::string{name}});
    }

    void variable(std::string_view inner, std::size_t offset)
    {
        auto const colon = inner.find(':');
        auto const name = without_blanks(inner.substr(0, colon));
        auto const known = std::ranges::any_of(open_, [name](Open const& open) {
            return std::ranges::find(open.names->variables, name) != open.names->variables.end();
        });
        if (!known) return unknown_variable(name, offset);
        for (auto rest = colon == inner.npos ? std::string_view{} : inner.substr(colon + 1); !rest.empty();) {
            auto const modifier = rest.substr(0, rest.find(':'));
            rest.remove_prefix(std::min(modifier.size() + 1, rest.size()));
            if (modifier == "none") return fail(offset, "nothing goes into a template unescaped", "Leave :none out.");
            if (std::ranges::find(modifiers, modifier) == modifiers.end())
                return fail(offset, fmt::format("there is no modifier '{}'", visible(modifier)), "");
        }
        auto const tail = colon == inner.npos ? std::string_view{} : inner.substr(colon);
        pieces_.push_back({fmt::format("{{{{{}{}}}}}", name, tail), offset, true});
    }

    void unknown_variable(std::string_view name, std::size_t offset)
    {
        std::vector<std::string_view> candidates;
        for (auto open = open_.rbegin(); open != open_.rend(); ++open)
            candidates.insert(candidates.end(), open->names->variables.begin(), open->names->variables.end());
        auto const has = [name](TemplateNames const& section) {
            return std::ranges::find(section.variables, name) != section.variables.end();
        };
        fail(offset, fmt::format("there is no variable '{}' {}", visible(name), here()), advice(name, candidates, has));
    }

    void unknown_section(std::string_view name, std::size_t offset)
    {
        std::vector<std::string_view> candidates;
        for (auto const& section : open_.back().names->sections) candidates.push_back(section.name);
        auto const has = [name](TemplateNames const& section) {
            return std::ranges::find(section.sections, name, &TemplateNames::name) != section.sections.end();
        };
        fail(offset, fmt::format("there is no section '{}' {}", visible(name), here()), advice(name, candidates, has));
    }

    /// Where a name that is not known here has its place; or what may have been meant; or all that there is.
    template <typename Has>
    std::string advice(std::string_view name, std::vector<std::string_view> const& candidates, Has const& has) const
    {
        // Below the section that is open, or else anywhere.
        for (auto const* names : {open_.back().names, open_.front().names})
            if (auto const home = home_of(*names, has); !home.empty())
                return fmt::format("{} has its place in the section {}.", name, home);
        if (auto const near = nearest(name, candidates)) return fmt::format("Did you mean {}?", *near);
        return candidates.empty() ? std::string{} : fmt::format("Here there are {}.", fmt::join(candidates, ", "));
    }

    template <typename Has>
    static std::string_view home_of(TemplateNames const& names, Has const& has)
    {
        for (auto const& section : names.sections) {
            if (has(section)) return section.name;
            if (auto const within = home_of(section, has); !within.empty()) return within;
        }
        return {};
    }

    std::string here() const
    {
        return open_.size() == 1 ? "outside all sections" : fmt::format("in the section {}", name_of(open_.back()));
    }

    std::string_view source_;
    std::size_t bare_until_ = 0;  ///< the end of the line that is known to hold such markers alone
    std::vector<Open> open_;
    std::vector<TemplatePiece> pieces_;
    std::optional<TemplateProblem> problem_;
};

}  // namespace

TemplateProblem problem_at(std::string_view source, std::size_t offset, std::string message, std::string help)
{
    auto const before = source.substr(0, offset);
    auto const line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    auto const start = before.rfind('\n');
    auto const column = offset - (start == before.npos ? 0 : start + 1) + 1;
    return {line, column, std::move(message), std::move(help)};
}

std::variant<std::vector<TemplatePiece>, TemplateProblem> read_markers(std::string_view source,
                                                                       TemplateNames const& names)
{
    return Reader{source, names}.read();
}

}  // namespace sss
