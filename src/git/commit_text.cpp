#include "git/commit_text.hpp"

#include "git/damage.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <iconv.h>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace sss::git {
namespace {

/// What a header line of a commit says: "name <email> seconds offset".
Signature parse_signature(std::string_view line)
{
    Signature signature;
    auto const open = line.find(" <");
    auto const close = line.rfind('>');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
        signature.name = line;
        return signature;
    }
    signature.name = line.substr(0, open);
    signature.email = line.substr(open + 2, close - open - 2);
    auto rest = line.substr(close + 1);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    std::int64_t seconds = 0;
    auto const [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), seconds);
    if (error != std::errc{}) return signature;  // git shows what 64 bits cannot hold as 1970, too
    signature.when = known_moment(seconds);
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.size() >= 5 && (rest[0] == '+' || rest[0] == '-')) {
        int digits = 0;
        std::from_chars(rest.data() + 1, rest.data() + 5, digits);
        signature.offset_minutes = (digits / 100 * 60 + digits % 100) * (rest[0] == '-' ? -1 : 1);
    }
    return signature;
}

Oid parse_hex(std::string_view digits)
{
    auto const value = [](char c) { return static_cast<unsigned char>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10); };
    Oid oid;
    if (digits.size() != 2 * oid.bytes.size() || digits.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        return oid;
    for (std::size_t i = 0; i < oid.bytes.size() && i * 2 + 1 < digits.size(); ++i)
        oid.bytes[i] = static_cast<unsigned char>(value(digits[i * 2]) << 4 | value(digits[i * 2 + 1]));
    return oid;
}

bool same_word(std::string_view a, std::string_view b)
{
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

bool is_utf8(std::string_view encoding)
{
    return same_word(encoding, "utf-8") || same_word(encoding, "utf8");
}

/// The same text in UTF-8; nothing where the encoding is unknown or the text is none of its. A commit's words are
/// anyone's, and so is the name of their encoding.
std::optional<std::string> to_utf8(std::string_view text, std::string_view encoding)
{
    auto const plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.' || c == ':' || c == '+';
    };
    if (!std::ranges::all_of(encoding, plain))
        return std::nullopt;  // "//IGNORE" and the like are the library's, not git's
    auto const name = same_word(encoding, "latin-1") ? std::string{"ISO-8859-1"} : std::string{encoding};
    auto* const converter = ::iconv_open("UTF-8", name.c_str());
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string out;
    std::string source{text};
    auto* at = source.data();
    auto left = source.size();
    auto sound = true;
    char buffer[1024];
    while (sound) {
        auto* into = &buffer[0];
        auto room = sizeof buffer;
        auto const finishing = left == 0;
        auto const code = ::iconv(converter, finishing ? nullptr : &at, &left, &into, &room);
        out.append(buffer, sizeof buffer - room);
        if (code != static_cast<std::size_t>(-1)) {
            if (finishing) break;
        } else if (errno != E2BIG) {
            sound = false;
        }
    }
    ::iconv_close(converter);
    return sound ? std::optional{out} : std::nullopt;
}

/// All of it or, where a part is none of this encoding, nothing: as git does.
void make_utf8(Commit& commit, std::string_view encoding)
{
    std::array const parts{&commit.message, &commit.author.name, &commit.author.email, &commit.committer.name,
                           &commit.committer.email};
    std::array<std::string, parts.size()> converted;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto text = to_utf8(*parts[i], encoding);
        if (!text) return;
        converted[i] = std::move(*text);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) *parts[i] = std::move(converted[i]);
}

}  // namespace

std::chrono::sys_seconds known_moment(std::int64_t seconds)
{
    constexpr std::chrono::sys_seconds earliest = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
    constexpr std::chrono::sys_seconds latest = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};
    return std::clamp(std::chrono::sys_seconds{std::chrono::seconds{seconds}}, earliest, latest);
}

Commit parse_commit(Oid const& id, std::string_view text)
{
    Commit commit;
    commit.id = id;
    std::string_view encoding;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) break;  // the message follows
        if (line.starts_with("tree "))
            commit.tree = parse_hex(line.substr(5));
        else if (line.starts_with("parent "))
            commit.parents.push_back(parse_hex(line.substr(7)));
        else if (line.starts_with("author "))
            commit.author = parse_signature(line.substr(7));
        else if (line.starts_with("committer "))
            commit.committer = parse_signature(line.substr(10));
        else if (line.starts_with("encoding "))
            encoding = line.substr(9);
    }
    commit.message = text;
    if (!commit.tree || !std::ranges::all_of(commit.parents, [](Oid const& parent) { return bool{parent}; }))
        throw Damaged{fmt::format("read the commit {}", id.brief()),
                      !commit.tree ? "it names no tree" : "it names a parent that cannot be one",
                      fmt::format("`git fsck` says: error in commit {}: {}\n{}", id.hex(),
                                  !commit.tree ? "missingTree" : "badParentSha1", sound_copy)};
    if (!encoding.empty() && !is_utf8(encoding)) make_utf8(commit, encoding);
    return commit;
}

}  // namespace sss::git
