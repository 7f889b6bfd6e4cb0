#include "print/template/template.hpp"

#include "fuzz.hpp"

using namespace sss;
using sss::fuzz::promise;

/// The template's format on the first line, then the template.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static TemplateNames const names{"", {"NAME", "LINK"}, {{"ITEM", {"TEXT"}, {{"PART", {"TEXT"}}}}}};
    static TemplateValues const values{
        {{"NAME", "<b>&\"'\x1b[31m\n"}, {"LINK", "javascript:alert(1)"}},
        {{"ITEM", {{{"TEXT", "one"}}, {{"PART", {{{"TEXT", "</script>"}}}}}}}, {"ITEM", {{{"TEXT", "two"}}}}}};
    auto parts = fuzz::Parts{data, size};
    auto const format = template_format(parts.line());
    auto const text = parts.rest();
    auto const filled = fill_template(text, format, names, values);
    if (auto const* problem = std::get_if<TemplateProblem>(&filled)) {
        promise(!problem->message.empty(), "a problem says what is wrong");
        promise(problem->line >= 1 && problem->column >= 1, "a problem has a place");
        return 0;
    }
    auto const& result = std::get<std::string>(filled);
    if (format == TemplateFormat::html && text.find('<') == std::string::npos)
        promise(result.find("<b>") == std::string::npos, "no value becomes markup");
    return 0;
}
