#include "facts/change/former_fingerprints.hpp"

#include "git/repository.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace sss {
namespace {

constexpr std::string_view digits = "0123456789";

/// Takes the numbers of lines out: "stands already in line 5".
std::string without_lines(std::string text)
{
    constexpr std::string_view word = "line ";
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
        at += word.size();
        auto const end = std::min(text.find_first_not_of(digits, at), text.size());
        text.erase(at, end - at);
    }
    return text;
}

std::string gist(Finding const& finding)
{
    auto message = finding.message.text();
    auto const from = message.find('"');
    if (from != std::string::npos && finding.rule == "unknown-reference")
        return message.substr(from, message.find('"', from + 1) - from);
    if (from != std::string::npos && finding.rule == "dependency-order")
        return message.substr(from, message.rfind('"') + 1 - from);
    return without_lines(std::move(message));
}

}  // namespace

std::vector<std::string> former_fingerprints(std::span<Finding const> findings)
{
    std::map<std::tuple<std::string_view, std::string_view, std::string>, std::size_t> seen;
    std::vector<std::string> names;
    for (auto const& finding : findings) {
        auto const about = gist(finding);
        auto const number = seen[{finding.rule, finding.file, about}]++;
        std::string said{finding.rule};
        for (auto const& part : {finding.file, about, std::to_string(number)}) (said += '\0') += part;
        names.push_back(git::name_of_bytes(said).hex());
    }
    return names;
}

}  // namespace sss
