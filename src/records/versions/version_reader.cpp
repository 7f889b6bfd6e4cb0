#include "records/versions/version_reader.hpp"

#include "records/document.hpp"
#include "records/toml_tree.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// So far from where it is expected a statement is looked for: what was moved further is read anew.
constexpr std::size_t reach = 32;

/// The members that stand on the lines of the statements. None at all where one of them is missing: then the library
/// saw the text otherwise than it was cut here.
std::vector<Table::Handle> members_at(std::vector<std::uint32_t> const& lines,
                                      std::vector<PlainStatement> const& statements, Neighbour const& neighbour)
{
    std::vector<Table::Handle> members;
    members.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const& found = neighbour.found[lines[i]];
        if (found == nullptr || found->key != statements[i].key()) return {};
        members.push_back(found);
    }
    return members;
}

/// Whether two texts have the same headers and the same keys in the same order.
bool same_frame(PlainText const& a, PlainText const& b)
{
    auto const same_header = [](PlainHeader const& x, PlainHeader const& y) {
        return x.statement == y.statement && x.bytes == y.bytes;
    };
    return std::ranges::equal(a.headers, b.headers, same_header) &&
           std::ranges::equal(a.statements, b.statements, {}, &PlainStatement::key, &PlainStatement::key);
}

}  // namespace

std::shared_ptr<Table const> VersionReader::read(std::string_view text)
{
    if (text.size() > largest_document) return nullptr;
    auto plain = plain_text(text).value_or(PlainText{});
    Members members;
    Table now;
    if (!read_changed_values(plain, now, members)) {
        if (!read_what_is_new(text, plain, now, members) && !read_whole(text, plain, now, members)) return nullptr;
        places_.clear();
    }
    text_ = std::move(plain);
    members_ = std::move(members);
    return before_ = std::make_shared<Table const>(std::move(now));
}

/// Where neither a key nor a header changed, only the statements that did are given to the library, each in a table of
/// its own, and what they make is put in the place of what stood there. The text is sound where they are: they hang on
/// their own bytes, and of the rest nothing changed that hangs on them. A header that would add to a value is none that
/// the version before could have had.
/// Returns false where it is to be read in another way.
bool VersionReader::read_changed_values(PlainText const& plain, Table& into, Members& members)
{
    if (members_.empty() || !plain.plain_gaps || !same_frame(plain, text_)) return false;
    if (places_.empty()) places_ = plain_places(text_, *before_, members_);
    if (places_.empty()) return false;
    std::vector<std::size_t> changed;
    Table old;
    reduced_.clear();
    for (std::size_t i = 0; i < members_.size(); ++i) {
        if (plain.statements[i].bytes == text_.statements[i].bytes) continue;
        auto const name = fmt::format("s{}", i);
        reduced_ += fmt::format("[{}]\n{}\n", name, plain.statements[i].bytes);
        Table alone;
        alone.share(members_[i]);
        old.push_back({name, {}, Value{std::move(alone)}});
        changed.push_back(i);
    }
    Neighbour neighbour{&old, {}, {}};
    Table read;
    if (!parse_values(reduced_, read, &neighbour) || read.size() != changed.size()) return false;
    into = *before_;
    members = members_;
    for (std::size_t n = 0; n < changed.size(); ++n) {
        auto const i = changed[n];
        auto const* alone = read[n].value.table();
        if (alone == nullptr || alone->size() != 1 || alone->front().key != plain.statements[i].key()) return false;
        members[i] = alone->handle(0);
        put_member(into, places_[i], members[i]);
    }
    return true;
}

/// Gives the library the text with `0` in the place of each value that is known. It is sound where the text is: each of
/// the statements left out was found sound by itself, which hangs on its own bytes alone; what may stand beside what
/// hangs on keys and headers, which are all there; and a number lets no header add to it.
/// Returns false where that text is not sound, or was understood otherwise than it was cut: the whole one is to be
/// read.
bool VersionReader::read_what_is_new(std::string_view text, PlainText const& plain, Table& into, Members& members)
{
    if (members_.empty() || plain.statements.empty()) return false;
    Neighbour neighbour{before_.get(), {}, {}};
    neighbour.known.resize(plain.statements.back().line + 1);
    neighbour.found.resize(plain.statements.back().line + 1);
    std::vector<std::uint32_t> lines;
    lines.reserve(plain.statements.size());
    reduced_.clear();
    auto const* done = text.data();
    std::uint32_t fewer = 0;
    std::size_t near = 0;
    for (auto const& statement : plain.statements) {
        auto const line = lines.emplace_back(statement.line - fewer);
        auto member = known(statement.bytes, near);
        if (member == nullptr) continue;
        auto const* value = statement.bytes.data() + statement.value;
        reduced_.append(done, value).append("0");
        done = statement.bytes.data() + statement.bytes.size();
        fewer += static_cast<std::uint32_t>(std::count(value, done, '\n'));
        neighbour.known[line] = std::move(member);
    }
    if (done == text.data()) return false;
    reduced_.append(done, text.data() + text.size());
    if (!parse_values(reduced_, into, &neighbour)) return false;
    members = members_at(lines, plain.statements, neighbour);
    return !members.empty();
}

bool VersionReader::read_whole(std::string_view text, PlainText const& plain, Table& into, Members& members) const
{
    Neighbour neighbour{before_.get(), {}, {}};
    std::vector<std::uint32_t> lines;
    lines.reserve(plain.statements.size());
    for (auto const& statement : plain.statements) lines.push_back(statement.line);
    if (!lines.empty()) neighbour.found.resize(lines.back() + 1);
    if (!parse_values(text, into, &neighbour)) return false;
    members = members_at(lines, plain.statements, neighbour);
    return true;
}

/// The member that a statement of these bytes made in the version before, if one stands there near the place where it
/// is expected, which then moves on.
Table::Handle VersionReader::known(std::string_view bytes, std::size_t& near) const
{
    for (std::size_t away = 0; away <= reach; ++away) {
        for (auto const at : {near + away, near - away}) {  // beyond the beginning it is beyond the end
            if (at >= text_.statements.size() || text_.statements[at].bytes != bytes) continue;
            near = at + 1;
            return members_[at];
        }
    }
    return nullptr;
}

}  // namespace sss
