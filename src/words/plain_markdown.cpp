#include "words/plain_markdown.hpp"

#include <algorithm>

namespace sss {

namespace {

/// A block of Markdown as plain text: without the mark of a list's item or of a heading.
std::string_view unmarked(std::string_view block)
{
    auto const text = block.substr(std::min(block.find_first_not_of(" \t"), block.size()));
    auto const hashes = std::min(text.find_first_not_of('#'), text.size());
    if (hashes > 0 && hashes <= 6 && hashes < text.size() && text[hashes] == ' ') return text.substr(hashes + 1);
    auto const listed =
        text.size() > 2 && std::string_view{"-*+"}.find(text[0]) != std::string_view::npos && text[1] == ' ';
    return listed ? text.substr(2) : text;
}

}  // namespace

std::vector<std::string> blocks_of(std::string_view markdown)
{
    std::vector<std::string> blocks;
    auto begins = true;
    while (!markdown.empty()) {
        auto const end = std::min(markdown.find('\n'), markdown.size());
        auto line = markdown.substr(0, end);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        auto const plain = unmarked(line);
        begins = begins || plain.size() < line.size() - std::min(line.find_first_not_of(" \t"), line.size());
        if (plain.empty()) {
            begins = true;
            continue;
        }
        if (begins || blocks.empty())
            blocks.emplace_back(plain);
        else
            (blocks.back() += ' ') += plain;
        begins = false;
    }
    return blocks;
}

}  // namespace sss
