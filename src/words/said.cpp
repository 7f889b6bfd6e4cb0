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

namespace {

template <typename Text>
Text some_of(std::vector<Text> const& names, std::size_t most)
{
    Text text;
    auto const shown = names.size() <= most + 1 ? names.size() : most;  // "and 1 more" would take as much room
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    if (shown < names.size()) text += " and " + number_text(static_cast<std::int64_t>(names.size() - shown)) + " more";
    return text;
}

}  // namespace

Said some_names(std::vector<Said> const& names, std::size_t most)
{
    return some_of(names, most);
}

std::string some_names(std::vector<std::string> const& names, std::size_t most)
{
    return some_of(names, most);
}

Said removed_words(std::size_t records, std::string const& day, Said const& who)
{
    auto const which = records == 1 ? std::string{"the last record was"}
                                    : "all " + count(static_cast<std::int64_t>(records), "record") + " were";
    return which + " removed on " + day + " by " + (who.empty() ? "nobody named" : who);
}

}  // namespace sss
