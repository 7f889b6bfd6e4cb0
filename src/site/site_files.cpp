#include "site/site_files.hpp"

#include "print/html/markup.hpp"
#include "print/page_address.hpp"
#include "support/plain_letters.hpp"
#include "support/short_hash.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace sss {

namespace {

bool is_plain_path(std::string_view path)
{
    if (path.empty() || path == site_manifest_name) return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        auto const end = std::min(path.find('/', begin), path.size());
        auto const part = path.substr(begin, end - begin);
        begin = end + 1;
        if (part.empty() || part.front() == '.') return false;
    }
    return std::ranges::none_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\'; });
}

}  // namespace

std::string site_manifest(std::span<SiteFile const> files)
{
    std::set<std::string_view> paths;
    for (auto const& file : files) paths.insert(file.path);
    std::string text;
    for (auto const path : paths) text.append(path) += '\n';
    return text;
}

std::set<std::string> read_site_manifest(std::string_view text)
{
    std::set<std::string> paths;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        if (auto const path = text.substr(0, end); is_plain_path(path)) paths.emplace(path);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paths;
}

std::vector<SiteCollision> site_collisions(std::span<SiteFile const> files)
{
    std::map<std::string, std::string_view> taken;
    std::vector<SiteCollision> found;
    for (auto const& file : files) {
        auto const [at, fresh] = taken.try_emplace(search_form(file.path), file.path);
        if (!fresh) found.push_back({std::string{at->second}, file.path});
    }
    return found;
}

std::string stylesheet_name(std::string_view css)
{
    return fmt::format("style-{:016x}.css", short_hash(css));
}

std::string sitemap(std::span<SiteFile const> files, std::string const& url)
{
    std::set<std::string> pages;
    for (auto const& file : files)
        if (file.path.ends_with(".html") && file.path != "404.html") pages.insert(file.path);
    auto text = Html::made(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (auto const& page : pages) text += html("<url><loc>{}</loc></url>\n", encoded_address(url + page));
    return (text + Html::made("</urlset>\n")).markup();
}

}  // namespace sss
