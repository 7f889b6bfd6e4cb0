#include "pages/site/site_page.hpp"

#include <algorithm>

namespace sss {

namespace {

/// Names within the blocks of a page.
class Linker {
public:
    explicit Linker(SiteFacts const& site) : site_(site) {}

    void operator()(PageParagraph& one) const { link(one.text); }
    void operator()(PageHeading& /*one*/) const {}  // a heading stands in the contents too
    void operator()(FiguresHere& /*one*/) const {}
    void operator()(PageMarkdown& /*one*/) const {}  // it has the links that somebody wrote
    void operator()(PageEntry& one) const
    {
        link(one.title);
        link(one.text);
        for (auto& point : one.points) link(point);
    }
    void operator()(PageQuote& one) const { link(one.by); }
    void operator()(PageFacts& one) const
    {
        for (auto& fact : one.facts)
            for (auto& line : fact.lines) link(line);
    }
    void operator()(PageList& one) const
    {
        for (auto& item : one.items) {
            link(item.head);
            link(item.text);
            link(item.aside);
        }
    }
    void operator()(PageTable& one) const
    {
        for (auto& row : one.rows)
            for (auto& cell : row)
                for (auto& line : cell.lines) {
                    link(line.text);
                    link(line.aside);
                }
    }
    void link(Said& said) const
    {
        auto const has_page = [this](SaidPart const& part) {
            return part.is == SaidPart::Is::name && site_.called(part.text) != nullptr;
        };
        if (std::ranges::any_of(said.parts(), has_page)) said = with_links(said, site_);
    }

private:
    SiteFacts const& site_;
};

}  // namespace

Said with_links(Said const& said, SiteFacts const& site)
{
    Said linked;
    for (auto const& part : said.parts()) {
        auto const* record = part.is == SaidPart::Is::name ? site.called(part.text) : nullptr;
        linked += record != nullptr ? as_record(part.text, record_address(*record->kind, record->id)) : Said{part};
    }
    return linked;
}

void add_links(Page& page, SiteFacts const& site)
{
    Linker const linker{site};
    for (auto* said : {&page.lead, &page.rest}) linker.link(*said);
    for (auto& said : page.intro) linker.link(said);
    for (auto& section : page.sections)
        for (auto& block : section.blocks) std::visit(linker, block);
}

}  // namespace sss
