#include "print/form/issue_form.hpp"

#include "print/json/json_text.hpp"
#include "support/utf8.hpp"
#include "words/form_words.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace sss {

namespace {

using Answer = FormQuestion::Answer;

/// A text as YAML takes it: JSON's strings are YAML's double-quoted ones.
std::string yaml_text(std::string_view text)
{
    auto line = dumped(nlohmann::ordered_json(std::string{text}));
    while (!line.empty() && line.back() == '\n') line.pop_back();
    return line;
}

std::string_view element(Answer answer)
{
    switch (answer) {
        case Answer::line: return "input";
        case Answer::text:
        case Answer::list: return "textarea";
        case Answer::one_of:
        case Answer::some_of: return "dropdown";
    }
    return "input";
}

/// GitHub takes letters, digits, hyphens and underscores.
std::string element_id(std::string_view field)
{
    std::string id;
    for (auto const c : field) {
        auto const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        id += plain ? c : '-';
    }
    return id;
}

std::string question_in_yaml(FormQuestion const& question)
{
    auto text = fmt::format("  - type: {}\n    id: {}\n    attributes:\n      label: {}\n", element(question.answer),
                            yaml_text(element_id(question.field)), yaml_text(question.label));
    if (auto const help = question_help(question, true); !help.empty())
        text += fmt::format("      description: {}\n", yaml_text(help));
    if (question.answer == Answer::some_of) text += "      multiple: true\n";
    if (!question.options.empty()) {
        text += "      options:\n";
        for (auto const& option : question.options) text += fmt::format("        - {}\n", yaml_text(option));
    }
    if (question.required) text += "    validations:\n      required: true\n";
    return text;
}

/// A text within a comment of Markdown, which it cannot end.
std::string in_comment(std::string_view text)
{
    auto plain = visible(text);
    for (auto const* end : {"-->", "--!>"})
        for (auto at = plain.find(end); at != std::string::npos; at = plain.find(end, at)) plain.insert(at + 2, " ");
    return plain;
}

}  // namespace

std::string github_form(RecordForm const& form)
{
    auto labels = yaml_text(form_label(form.kind));
    if (form.update) labels += ", " + yaml_text(form_update_label);
    auto text = fmt::format(
        "# {}\nname: {}\ndescription: {}\nlabels: [{}]\nbody:\n  - type: markdown\n    attributes:\n      value: {}\n",
        visible(made_by(form, "github")), yaml_text(form_title(form)), yaml_text(form_purpose(form)), labels,
        yaml_text(form_introduction(form)));
    for (auto const& question : form.questions) text += question_in_yaml(question);
    return text;
}

std::string markdown_form(RecordForm const& form)
{
    auto text = fmt::format("<!-- {} -->\n<!-- {} {} -->\n", in_comment(made_by(form, "gitlab")),
                            in_comment(form_purpose(form)), in_comment(form_introduction(form)));
    for (auto const& question : form.questions) {
        text += fmt::format("\n### {}\n\n", visible(question.label));
        if (auto const help = question_help(question, false); !help.empty())
            text += fmt::format("<!-- {}{} -->\n", in_comment(help), question.required ? " To be answered." : "");
    }
    return text;
}

}  // namespace sss
