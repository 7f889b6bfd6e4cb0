#include "print/findings/findings_ci.hpp"
#include "print/findings/findings_text.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace sss {
namespace {

/// So many findings of one file are told in its case; the others are counted.
constexpr std::size_t told_of_each = 50;

using FindingsOfFile = std::vector<Finding const*>;
using OfFolder = std::map<std::string, FindingsOfFile>;

/// Every file that was checked or has a finding, by its folder.
std::map<std::string, OfFolder> by_folder(Check const& check)
{
    std::map<std::string, OfFolder> folders;
    auto const file = [&](std::string const& path) -> FindingsOfFile& {
        auto const slash = path.rfind('/');
        auto const folder = slash == std::string::npos ? std::string{} : path.substr(0, slash);
        return folders[folder][slash == std::string::npos ? path : path.substr(slash + 1)];
    };
    for (auto const& path : check.records) file(path);
    for (auto const& finding : check.findings) file(finding.file).push_back(&finding);
    return folders;
}

std::string told(FindingsOfFile const& findings)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(findings.size(), told_of_each); ++i) text += "\n" + to_text(*findings[i]);
    if (findings.size() > told_of_each)
        text += fmt::format("\n{} more in this file.\n", findings.size() - told_of_each);
    return text;
}

void set(pugi::xml_node node, char const* name, std::string const& value)
{
    node.append_attribute(name).set_value(value.c_str());
}

/// Text that XML can hold: what it forbids is written out, line ends stay.
std::string plain(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        auto const line = text.substr(0, text.find('\n'));
        result += visible(line);
        if (line.size() < text.size()) result += '\n';
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return result;
}

/// @return whether the case fails
bool add_case(pugi::xml_node suite, Check const& check, std::string const& folder, std::string const& name,
              FindingsOfFile const& findings)
{
    auto test = suite.append_child("testcase");
    auto group = folder.empty() ? std::string{"repository"} : visible(folder);
    set(test, "file", visible(folder.empty() ? name : folder + "/" + name));
    set(test, "name", visible(name));
    // Jenkins takes dots for packages.
    std::ranges::replace(group, '/', '.');
    set(test, "classname", group);
    set(test, "time", "0");

    FindingsOfFile failing, others;
    for (auto const* finding : findings) (check.failing(finding->severity) ? failing : others).push_back(finding);
    std::ranges::stable_sort(failing, {}, &Finding::severity);
    if (!failing.empty()) {
        auto const& first = *failing.front();
        auto message = visible(first.message.text());
        if (first.place) message = fmt::format("line {}: {}", first.place.line, message);
        if (failing.size() > 1) message += fmt::format(" (and {} more)", failing.size() - 1);
        auto failure = test.append_child("failure");
        set(failure, "message", message);
        set(failure, "type", std::string{first.rule});
        failure.text().set(plain(told(failing)).c_str());
    }
    if (!others.empty()) test.append_child("system-out").text().set(plain(told(others)).c_str());
    return !failing.empty();
}

}  // namespace

std::string to_junit(Check const& check)
{
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    auto root = document.append_child("testsuites");
    set(root, "name", "sss validate");
    std::size_t tests = 0, failures = 0;
    for (auto const& [folder, files] : by_folder(check)) {
        auto suite = root.append_child("testsuite");
        set(suite, "name", folder.empty() ? "repository" : visible(folder));
        set(suite, "tests", std::to_string(files.size()));
        std::size_t failed = 0;
        for (auto const& [name, findings] : files)
            if (add_case(suite, check, folder, name, findings)) ++failed;
        set(suite, "failures", std::to_string(failed));
        set(suite, "errors", "0");
        set(suite, "time", "0");
        tests += files.size();
        failures += failed;
    }
    set(root, "tests", std::to_string(tests));
    set(root, "failures", std::to_string(failures));
    set(root, "errors", "0");
    set(root, "time", "0");
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

}  // namespace sss
