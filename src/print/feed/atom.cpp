#include "print/feed/atom.hpp"

#include "print/html/markup.hpp"
#include "print/page_address.hpp"
#include "support/utf8.hpp"
#include "support/uuid.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <pugixml.hpp>
#include <sstream>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t feed_title_width = 250;
constexpr std::size_t feed_reason_width = 1000;

/// What XML has no sign for becomes the sign for what cannot be shown.
std::string xml_text(std::string_view text)
{
    std::string clean;
    for (auto rest = std::string_view{text}; !rest.empty();) {
        auto const [c, length] = first_code_point(rest);
        clean += c == 0xFFFE || c == 0xFFFF ? std::string_view{"\xef\xbf\xbd"} : rest.substr(0, length);
        rest.remove_prefix(length);
    }
    return clean;
}

pugi::xml_node add_text(pugi::xml_node parent, char const* name, std::string_view text)
{
    auto node = parent.append_child(name);
    node.text().set(xml_text(visible(text)).c_str());
    return node;
}

void add_link(pugi::xml_node parent, char const* relation, char const* type, std::string const& address)
{
    auto link = parent.append_child("link");
    link.append_attribute("rel").set_value(relation);
    link.append_attribute("type").set_value(type);
    link.append_attribute("href").set_value(address.c_str());
}

void add_category(pugi::xml_node parent, std::string const& term)
{
    parent.append_child("category").append_attribute("term").set_value(xml_text(visible(term)).c_str());
}

std::string urn(std::string const& uuid)
{
    return "urn:uuid:" + uuid;
}

class AtomWriter {
public:
    explicit AtomWriter(Publication const& publication) : publication_(publication), words_(publication.records) {}

    std::string write(std::span<NewsItem const* const> items)
    {
        auto declaration = document_.append_child(pugi::node_declaration);
        declaration.append_attribute("version").set_value("1.0");
        declaration.append_attribute("encoding").set_value("utf-8");
        feed_ = document_.append_child("feed");
        feed_.append_attribute("xmlns").set_value("http://www.w3.org/2005/Atom");
        feed_.append_attribute("xml:lang").set_value("en");
        write_head(items);
        for (auto const* item : items) write_entry(*item);
        std::ostringstream text;
        document_.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
        return text.str();
    }

private:
    RecordThreads::Thread const& thread_of(NewsItem const& item) const
    {
        return publication_.threads.threads[item.thread];
    }
    LandedCommit const& commit(std::uint32_t index) const { return publication_.whole.commits[index]; }

    void write_head(std::span<NewsItem const* const> items)
    {
        auto const& parts = publication_.parts;
        add_text(feed_, "id",
                 urn(uuid_of(
                     {publication_.programme_id, "feed", fmt::format("{}", fmt::join(publication_.part_ids, ", "))})));
        add_text(feed_, "title",
                 parts.empty() ? publication_.name : fmt::format("{}: {}", publication_.name, fmt::join(parts, ", ")));
        auto about = publication_.description;
        if (publication_.leaves_out)
            about += std::string{about.empty() ? "" : " "} + "What is not for the public is left out.";
        if (!about.empty()) add_text(feed_, "subtitle", about);
        auto const updated = items.empty() ? publication_.changed_at() : commit(items.front()->last_commit()).landed_at;
        add_text(feed_, "updated", iso(updated));
        add_text(feed_.append_child("author"), "name", publication_.name);
        feed_.append_child("generator").text().set("sss export atom");
        if (auto const& license = publication_.settings.site.license; !license.empty())
            add_text(feed_, "rights", license);
        if (auto const self = part_address(publication_, ".atom"); !self.empty())
            add_link(feed_, "self", "application/atom+xml", self);
        if (auto const page = part_address(publication_, ".html"); !page.empty())
            add_link(feed_, "alternate", "text/html", page);
    }

    void write_entry(NewsItem const& item)
    {
        auto const& thread = thread_of(item);
        auto entry = feed_.append_child("entry");
        auto const landing = item.nth == 1 ? iso(item.day) : fmt::format("{} {}", iso(item.day), item.nth);
        add_text(entry, "id",
                 urn(uuid_of({publication_.programme_id, thread.kind->name, thread.name(), name(item.sort), landing})));
        auto const sentences = words_.sentences(item.told.front());
        add_text(entry, "title",
                 one_line(fmt::format("{}: {}", item.told.back().change->title, sentences.front()), feed_title_width));
        add_text(entry, "published", iso(commit(item.first_commit()).landed_at));
        add_text(entry, "updated", iso(commit(item.last_commit()).landed_at));
        if (auto const& author = commit(item.first_commit()).commit.author.name; !author.empty())
            add_text(entry.append_child("author"), "name", author);
        if (auto const page = page_address(publication_, thread_of(item)); !page.empty())
            add_link(entry, "alternate", "text/html", page);
        add_category(entry, thread.kind->name);
        add_category(entry, std::string{name(item.sort)});
        auto content = entry.append_child("content");
        content.append_attribute("type").set_value("html");
        content.text().set(xml_text(content_of(item, sentences)).c_str());
    }

    std::string content_of(NewsItem const& item, std::vector<std::string> const& sentences) const
    {
        Html content;
        auto const add = [&](std::vector<std::string> const& said) {
            for (auto const& sentence : said) content += html("<p>{}</p>\n", sentence);
        };
        auto const& told = commit(item.first_commit());
        add(sentences);
        if (!told.reason.empty() && !tells_reason(item.told.front(), told.reason))
            content += html("<p>“{}”</p>\n", one_line(told.reason, feed_reason_width));
        for (auto one = item.told.begin() + 1; one != item.told.end(); ++one) {
            auto const& correction = commit(one->change->commit);
            content +=
                html("<p>Put right on {}:</p>\n", in_words(publication_.whole.zone.day_of(correction.landed_at)));
            add(words_.sentences(*one));
        }
        if (auto const page = page_address(publication_, thread_of(item)); !page.empty())
            content += html("<p><a href=\"{}\">{}</a></p>\n", page, item.told.back().change->title);
        return std::move(content).markup();
    }

    Publication const& publication_;
    ChangeWords words_;
    pugi::xml_document document_;
    pugi::xml_node feed_;
};

}  // namespace

std::string news_atom(Publication const& publication, std::span<NewsItem const* const> items)
{
    return AtomWriter{publication}.write(items);
}

}  // namespace sss
