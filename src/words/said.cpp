#include "words/said.hpp"

#include "words/words.hpp"

#include <utility>

namespace sss {

void Said::add(SaidPart part)
{
    if (part.text.empty()) return;
    if (part.is == SaidPart::Is::words && !parts_.empty() && parts_.back().is == SaidPart::Is::words)
        parts_.back().text += part.text;
    else
        parts_.push_back(std::move(part));
}

Said& Said::operator+=(Said const& more)
{
    auto const added = more.parts_;  // it may be this one
    for (auto const& part : added) add(part);
    return *this;
}

Said as_name(std::string_view text)
{
    return Said{SaidPart{SaidPart::Is::name, std::string{text}}};
}

Said as_prose(std::string_view text)
{
    return Said{SaidPart{SaidPart::Is::prose, std::string{text}}};
}

Said as_mixed(std::string_view text)
{
    return Said{SaidPart{SaidPart::Is::mixed, std::string{text}}};
}

Said as_code(std::string_view text)
{
    return Said{SaidPart{SaidPart::Is::code, std::string{text}}};
}

Said as_time(Date const& date, std::string_view words)
{
    auto const rough = date.precision() == Precision::quarter || date.precision() == Precision::half;
    if (rough || date.is_range() || date.approximate()) return words;
    return Said{SaidPart{SaidPart::Is::time, std::string{words}, date.text()}};
}

Said as_record(std::string_view title, std::string address)
{
    return Said{SaidPart{SaidPart::Is::record, std::string{title}, std::move(address)}};
}

Said as_page(std::string_view words, std::string address)
{
    return Said{SaidPart{SaidPart::Is::page, std::string{words}, std::move(address)}};
}

Said as_link(std::string_view text, std::string address)
{
    return Said{SaidPart{SaidPart::Is::link, std::string{text}, std::move(address)}};
}

Said joined(Said a, std::string_view between, Said const& b)
{
    if (!a.empty() && !b.empty()) a += between;
    return std::move(a += b);
}

Said with_capital(Said said)
{
    if (said.empty() || said.parts().front().is != SaidPart::Is::words) return said;
    Said begun{capitalised(said.parts().front().text)};
    for (std::size_t i = 1; i < said.parts().size(); ++i) begun += Said{said.parts()[i]};
    return begun;
}

std::string in_plain(Said const& said)
{
    std::string text;
    for (auto const& part : said.parts()) text += part.text;
    return text;
}

}  // namespace sss
