#include "print/record_text.hpp"

#include "support/utf8.hpp"
#include "words/change_words.hpp"

namespace sss {

std::string terminal_line(std::string_view text)
{
    return visible(bounded_line(text));
}

std::string said_by(Escaper escape, Said const& said)
{
    std::string text;
    for (auto const& part : said.parts()) {
        switch (part.is) {
            case SaidPart::Is::name:
            case SaidPart::Is::record:
            case SaidPart::Is::link: text += escape(part.text); break;
            case SaidPart::Is::prose: text += visible(one_line(part.text, part.text.size() + 1)); break;
            case SaidPart::Is::mixed: text += visible(part.text); break;
            case SaidPart::Is::code: text += '`' + escape(part.text) + '`'; break;
            case SaidPart::Is::words:
            case SaidPart::Is::page:
            case SaidPart::Is::time: text += part.text; break;
        }
    }
    return text;
}

std::string said_text(Said const& said)
{
    return said_by(terminal_line, said);
}

std::string bounded_line(std::string_view text)
{
    return one_line(text, longest_note);
}

std::string said_bounded(Said const& said)
{
    return said_by(bounded_line, said);
}

}  // namespace sss
