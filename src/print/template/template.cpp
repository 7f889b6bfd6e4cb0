#include "print/template/template.hpp"

#include "print/markdown/markdown.hpp"
#include "print/template/template_markers.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <ctemplate/template.h>
#include <iostream>
#include <memory>
#include <sstream>

namespace sss {

namespace {

/// ctemplate writes to standard error what it finds wrong, without a place; fill_template() says it itself.
class Hushed {
public:
    Hushed() : before_(std::cerr.rdbuf(said_.rdbuf())) {}
    ~Hushed() { std::cerr.rdbuf(before_); }
    Hushed(Hushed const&) = delete;
    Hushed& operator=(Hushed const&) = delete;

private:
    std::ostringstream said_;
    std::streambuf* before_;
};

std::unique_ptr<ctemplate::Template> compiled(std::string const& source)
{
    return std::unique_ptr<ctemplate::Template>{ctemplate::Template::StringToTemplate(source, ctemplate::DO_NOT_STRIP)};
}

/// What tells ctemplate to follow the markup; nothing where the values are escaped beforehand.
std::string_view pragma(TemplateFormat format)
{
    switch (format) {
        case TemplateFormat::html: return "{{%AUTOESCAPE context=\"HTML\"}}";
        case TemplateFormat::xml: return "{{%AUTOESCAPE context=\"XML\"}}";
        case TemplateFormat::markdown:
        case TemplateFormat::text: break;
    }
    return {};
}

std::string on_one_line(std::string_view text)
{
    std::string line{text};
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

void put(ctemplate::TemplateDictionary& into, TemplateValues const& values, TemplateFormat format)
{
    auto const as_text = [](std::string_view text) { return ctemplate::TemplateString{text.data(), text.size()}; };
    for (auto const& [name, value] : values.variables) {
        auto const text = format == TemplateFormat::markdown ? escape_markdown(value) : visible(on_one_line(value));
        into.SetValue(as_text(name), text);
    }
    for (auto const& [name, section] : values.sections) put(*into.AddSectionDictionary(as_text(name)), section, format);
}

std::string joined(std::vector<TemplatePiece> const& pieces, std::size_t count)
{
    std::string text;
    std::vector<std::string> open;
    for (std::size_t i = 0; i < count; ++i) {
        text += pieces[i].text;
        if (!pieces[i].opens.empty()) open.push_back(pieces[i].opens);
        if (!pieces[i].closes.empty()) open.pop_back();
    }
    for (; !open.empty(); open.pop_back()) text += "{{/" + open.back() + "}}";
    return text;
}

/// ctemplate says that it cannot follow the markup, but not where: the place is the first piece with which it fails.
std::size_t place_of_failure(std::vector<TemplatePiece> const& pieces, std::string_view format_pragma)
{
    std::size_t good = 0, bad = pieces.size();
    while (good + 1 < bad) {
        auto const middle = good + (bad - good) / 2;
        (compiled(std::string{format_pragma} + joined(pieces, middle)) ? good : bad) = middle;
    }
    return pieces.empty() ? 0 : pieces[bad - 1].offset;
}

}  // namespace

TemplateFormat template_format(std::string_view file_name)
{
    for (std::string_view const ending : {".tpl", ".tmpl", ".template"})
        if (file_name.ends_with(ending)) file_name.remove_suffix(ending.size());
    std::string small{file_name.substr(std::min(file_name.rfind('.'), file_name.size()))};
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (small == ".html" || small == ".htm" || small == ".xhtml") return TemplateFormat::html;
    if (small == ".xml" || small == ".svg" || small == ".atom" || small == ".rss") return TemplateFormat::xml;
    if (small == ".md" || small == ".markdown") return TemplateFormat::markdown;
    return TemplateFormat::text;
}

std::variant<std::string, TemplateProblem> fill_template(std::string_view source, TemplateFormat format,
                                                         TemplateNames const& names, TemplateValues const& values)
{
    Hushed const hushed;
    auto read = read_markers(source, names);
    if (auto* problem = std::get_if<TemplateProblem>(&read)) return std::move(*problem);
    auto const& pieces = std::get<std::vector<TemplatePiece>>(read);
    auto const made = compiled(std::string{pragma(format)} + joined(pieces, pieces.size()));
    if (!made) {
        return problem_at(source, place_of_failure(pieces, pragma(format)),
                          "what is filled in here cannot be escaped safely",
                          "Put attributes in quotes, close every tag, and fill in neither names of tags nor of "
                          "attributes.");
    }
    ctemplate::TemplateDictionary dictionary{"changelog"};
    put(dictionary, values, format);
    std::string filled;
    made->Expand(&filled, &dictionary);
    return filled;
}

}  // namespace sss
