#include "site/logo.hpp"

#include "facts/publication/discretion.hpp"
#include "support/short_hash.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include <fmt/format.h>

namespace sss {

namespace {

std::string small_letters(std::string_view text)
{
    std::string small{text};
    for (auto& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
}

/// Without the prefix of its namespace.
std::string_view local(std::string_view name)
{
    return name.substr(name.rfind(':') + 1);  // npos + 1 is 0
}

/// A link within the picture, or a picture that it holds itself.
bool stays_within(std::string_view address)
{
    return address.starts_with('#') || address.starts_with("data:image/png;base64,") ||
           address.starts_with("data:image/jpeg;base64,");
}

/// What CSS would fetch.
bool fetches(std::string_view text)
{
    auto const small = small_letters(text);
    if (small.find("@import") != std::string::npos || small.find('\\') != std::string::npos) return true;
    constexpr std::string_view call = "url(";
    for (auto at = small.find(call); at != std::string::npos; at = small.find(call, at + 1)) {
        auto const from = small.find_first_not_of(" \t\n\r\"'", at + call.size());
        if (from == std::string::npos || small[from] != '#') return true;
    }
    return false;
}

/// Finds the first thing in a picture that must not be there.
class PictureJudge : public pugi::xml_tree_walker {
public:
    std::optional<Sentence> problem;

private:
    bool for_each(pugi::xml_node& node) override
    {
        constexpr std::array<std::string_view, 10> active{"script", "foreignobject", "iframe", "embed",   "object",
                                                          "audio",  "video",         "set",    "animate", "handler"};
        std::string_view const name = node.name();
        auto const refuse = [&](Sentence why) {
            problem = std::move(why);
            return false;
        };
        switch (node.type()) {
            case pugi::node_doctype: return refuse("it has a DOCTYPE");
            case pugi::node_pi: return refuse({"it has the instruction {name}", "name"_key = visible(name)});
            case pugi::node_pcdata:
            case pugi::node_cdata:
                return !fetches(node.value()) || refuse("it asks for a file elsewhere (url or @import)");
            case pugi::node_element: break;
            default: return true;
        }
        auto const element = small_letters(local(name));
        if (std::ranges::find(active, element) != active.end() || element.starts_with("animate"))
            return refuse({"it holds <{name}>", "name"_key = visible(name)});
        for (auto const& attribute : node.attributes()) {
            auto const key = small_letters(local(attribute.name()));
            std::string_view const value = attribute.value();
            if (key.starts_with("on"))
                return refuse({"it holds the script {name}", "name"_key = visible(attribute.name())});
            if ((key == "href" || key == "src") && !stays_within(value))
                return refuse({"it leads to {address}", "address"_key = visible(value)});
            if (fetches(value)) return refuse({"it asks for {address}", "address"_key = visible(value)});
        }
        return true;
    }
};

std::optional<Sentence> svg_problem(std::string_view bytes)
{
    pugi::xml_document document;
    auto const parsed =
        document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype | pugi::parse_pi);
    if (!parsed)
        return Sentence{"it is no SVG: {why} at byte {place}", "why"_arg = small_letters(parsed.description()),
                        "place"_arg = parsed.offset};
    if (small_letters(local(document.document_element().name())) != "svg")
        return Sentence{"it is no SVG: its outermost element is another one"};
    if (without_mail_addresses(bytes) != bytes)
        return Sentence{"it holds an e-mail address, and everybody could read it"};
    PictureJudge judge;
    document.traverse(judge);
    return judge.problem;
}

}  // namespace

std::optional<Sentence> logo_problem(std::string_view path, std::string_view bytes)
{
    if (bytes.size() > largest_logo)
        return Sentence{"it is larger than {most} bytes, and every page shows it", "most"_arg = largest_logo};
    if (path.ends_with(".svg")) return svg_problem(bytes);
    constexpr std::string_view beginning{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16};
    if (!bytes.starts_with(beginning)) return Sentence{"it is no PNG"};
    return std::nullopt;
}

std::string logo_name(std::string_view path, std::string_view bytes)
{
    return fmt::format("logo-{:016x}{}", short_hash(bytes), path.substr(path.rfind('.')));
}

}  // namespace sss
