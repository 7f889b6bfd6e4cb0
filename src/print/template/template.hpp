#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Templates of the user's own: the markers of ctemplate, checked before they are filled.
///
///     {{NAME}}                     a variable, of this section or of one around it
///     {{#SECTION}}…{{/SECTION}}    once for each of its kind, not at all where there is none
///     {{#SECTION_separator}}…{{/SECTION_separator}}   within SECTION: between two of them
///     {{NAME:u}}                   with a modifier of ctemplate's
///     {{! a comment }}
///
/// A template cannot include another file, and cannot switch escaping off: what it is given is text of strangers.
namespace sss {

/// What escapes the text that is filled in.
enum class TemplateFormat {
    html,      ///< by the place where it stands: content, attribute, address, script, style
    xml,       ///< as content or attribute
    markdown,  ///< as plain text
    text,      ///< what could act on a terminal is made visible
};

/// By the file's name: `news.html`, `news.md`, and with an ending for editors `news.html.tpl`; text otherwise.
TemplateFormat template_format(std::string_view file_name);

/// The names that a section knows.
struct TemplateNames {
    std::string_view name;  ///< of the section; empty: the whole template
    std::vector<std::string_view> variables;
    std::vector<TemplateNames> sections = {};
};

/// What they stand for; several sections of one name follow each other.
struct TemplateValues {
    std::vector<std::pair<std::string_view, std::string>> variables = {};
    std::vector<std::pair<std::string_view, TemplateValues>> sections = {};
};

/// The first thing that is wrong in a template.
struct TemplateProblem {
    std::size_t line = 1;    ///< from 1
    std::size_t column = 1;  ///< from 1, in bytes
    std::string message;
    std::string help;
};

/// The template, filled. A line that holds nothing but sections' markers and comments leaves no empty line behind.
/// A name that `names` does not know is a problem, wherever it stands.
std::variant<std::string, TemplateProblem> fill_template(std::string_view source, TemplateFormat format,
                                                         TemplateNames const& names, TemplateValues const& values);

}  // namespace sss
