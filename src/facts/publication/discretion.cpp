#include "facts/publication/discretion.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sss {

namespace {

/// Where the standard kinds name people.
constexpr std::array<std::string_view, 5> of_people{"meeting.chair", "meeting.speakers", "milestone.parties.person",
                                                    "organisation.contact", "statement.author"};

bool is_word(char c)
{
    auto const byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_local(char c)
{
    return is_word(c) || std::string_view{"!#$%&'*+-/=?^_`{|}~."}.find(c) != std::string_view::npos;
}

/// Where the part before an @ begins; at the @ itself where there is none.
std::size_t local_begin(std::string_view text, std::size_t at)
{
    if (at > 0 && text[at - 1] == '"') {
        auto const open = at > 1 ? text.rfind('"', at - 2) : std::string_view::npos;
        return open == std::string_view::npos ? at - 1 : open;
    }
    auto begin = at;
    while (begin > 0 && is_local(text[begin - 1])) --begin;
    return begin;
}

/// Where the part behind an @ ends; at `from` itself where it names no host.
std::size_t domain_end(std::string_view text, std::size_t from)
{
    if (from < text.size() && text[from] == '[') {
        auto const close = text.find(']', from);
        return close == std::string_view::npos ? from : close + 1;
    }
    auto end = from;
    while (end < text.size() && (is_word(text[end]) || text[end] == '-' || text[end] == '.')) ++end;
    while (end > from && !is_word(text[end - 1])) --end;
    auto const domain = text.substr(from, end - from);
    return domain.find('.') == std::string_view::npos || domain.front() == '.' ? from : end;
}

struct At {
    std::size_t begin, end;  ///< of the sign
};

/// The next sign that divides an address, written out or as an address on the web has it.
At next_at(std::string_view text, std::size_t from)
{
    // As it stands, in an address of the web, and as HTML and Markdown spell it.
    constexpr std::array<std::string_view, 6> spellings{"@", "%40", "\\@", "&#64;", "&#x40;", "&commat;"};
    At next{std::string_view::npos, std::string_view::npos};
    for (auto const spelling : spellings)
        if (auto const at = text.find(spelling, from); at < next.begin) next = {at, at + spelling.size()};
    return next;
}

bool holds_at(std::string_view text)
{
    return next_at(text, 0).begin != std::string_view::npos;
}

}  // namespace

std::string without_mail_addresses(std::string_view text)
{
    std::string clean;
    std::size_t done = 0;
    for (auto at = next_at(text, 0); at.begin != std::string_view::npos; at = next_at(text, at.end)) {
        auto const begin = std::max(local_begin(text, at.begin), done);
        auto const end = domain_end(text, at.end);
        if (begin == at.begin || end == at.end) continue;
        clean.append(text, done, begin - done).append(in_place_of_an_address);
        done = end;
        at.end = end;
    }
    return clean.append(text.substr(done));
}

void blot_mail_addresses(std::vector<MarkdownPiece>& pieces)
{
    constexpr std::string_view mailbox = "mailto:";
    for (auto& piece : pieces) {
        piece.text = without_mail_addresses(piece.text);
        if (holds_at(piece.address)) piece.address = without_mail_addresses(piece.address);
        if (piece.address.starts_with(mailbox)) piece.address.clear();
        blot_mail_addresses(piece.pieces);
    }
}

Discretion::Discretion(Settings::Site const& site, std::span<Kind const* const> kinds)
    : kinds_(kinds.begin(), kinds.end()),
      hidden_(site.leave_out.begin(), site.leave_out.end()),
      people_named_(site.people_named)
{
    auto const hides = [this](std::string const& kind) { return hidden_.contains(kind); };
    std::vector<std::string> naming;
    for (auto const* kind : kinds_)
        for (auto const& field : kind->fields)
            if (std::ranges::any_of(field.references, hides)) naming.push_back(kind->name + '.' + field.plain_path());
    hidden_.insert(naming.begin(), naming.end());
    if (!people_named_) hidden_.insert(of_people.begin(), of_people.end());
}

bool Discretion::shows(Kind const& kind, std::string_view path) const
{
    if (hidden_.empty()) return true;
    if (!shows(kind)) return false;
    auto name = kind.name;
    for (std::size_t at = 0; at < path.size();) {  // what stands in a hidden field is hidden with it
        auto const end = std::min(path.find('.', at), path.size());
        auto part = path.substr(at, end - at);
        if (auto const bracket = part.find('['); bracket != std::string_view::npos) part = part.substr(0, bracket);
        name.append(1, '.').append(part);
        if (hidden_.contains(name)) return false;
        at = end + 1;
    }
    return true;
}

std::vector<Kind const*> Discretion::kinds() const
{
    auto shown = kinds_;
    std::erase_if(shown, [this](Kind const* kind) { return !shows(*kind); });
    return shown;
}

bool Discretion::harmless(Kind const& kind, std::string const& path, Value const& value) const
{
    if (!hidden_.empty() && hidden_.contains(kind.name + '.' + path)) return false;
    if (auto const* text = value.string()) return !holds_at(*text);
    if (auto const* items = value.array())
        return std::ranges::all_of(*items, [&](Value const& item) { return harmless(kind, path, item); });
    if (auto const* members = value.table())
        return std::ranges::all_of(
            *members, [&](Member const& member) { return harmless(kind, path + '.' + member.key, member.value); });
    return true;
}

bool Discretion::harmless(Kind const& kind, Table const& fields) const
{
    return std::ranges::all_of(fields, [&](Member const& member) { return harmless(kind, member.key, member.value); });
}

Value Discretion::published(Kind const& kind, std::string const& path, Value value) const
{
    if (auto* text = std::get_if<std::string>(&value.data)) *text = without_mail_addresses(*text);
    if (auto* items = std::get_if<Array>(&value.data))
        for (std::size_t i = 0; i < items->size(); ++i) items->replace(i, published(kind, path, (*items)[i]));
    if (auto* members = std::get_if<Table>(&value.data)) {
        erase_if(*members,
                 [&](Member const& member) { return hidden_.contains(kind.name + '.' + path + '.' + member.key); });
        for (std::size_t i = 0; i < members->size(); ++i) {
            auto const& [key, place, said] = (*members)[i];
            members->replace(i, {key, place, published(kind, path + '.' + key, said)});
        }
    }
    return value;
}

Table Discretion::published(Kind const& kind, Table const& fields) const
{
    Table shown;
    for (auto const& member : fields)
        if (!hidden_.contains(kind.name + '.' + member.key))
            shown.push_back({member.key, member.key_place, published(kind, member.key, member.value)});
    return shown;
}

Records Discretion::published(Records records, Layout const& layout) const
{
    auto findings = records.findings();
    auto all = std::move(records).take();
    std::erase_if(all, [this](Record const& record) { return !shows(*record.kind); });
    std::erase_if(findings, [&](Finding const& finding) {
        auto const* kind = layout.kind_at(finding.file);
        return kind != nullptr && !shows(*kind);
    });
    for (auto& record : all)
        if (!harmless(*record.kind, record.fields())) record.document.root = published(*record.kind, record.fields());
    return Records{layout, std::move(all), std::move(findings)};
}

void Discretion::publish(std::shared_ptr<Table const>& fields, Kind const& kind) const
{
    if (fields && !harmless(kind, *fields)) fields = std::make_shared<Table const>(published(kind, *fields));
}

void Discretion::publish(Change& change) const
{
    auto const& kind = *change.record.kind;
    change.title = kind.title_field.empty() || shows(kind, kind.title_field) ? without_mail_addresses(change.title)
                                                                             : change.record.id;
    publish(change.content, kind);
    std::erase_if(change.members, [&](MemberChange& member) {
        if (!shows(kind, member.key)) return true;
        auto touched = false;
        for (auto* side : {&member.from, &member.to}) {
            if (!*side || harmless(kind, member.key, **side)) continue;
            *side = published(kind, member.key, **side);
            touched = true;
        }
        return touched && member.from.has_value() == member.to.has_value() &&
               (!member.from || same_meaning(kind, member.key, *member.from, *member.to));
    });
}

History Discretion::published(History history) const
{
    for (auto& told : history.commits) {
        for (auto* who : {&told.commit.author, &told.commit.committer}) {
            who->name = people_named_ ? without_mail_addresses(who->name) : std::string{};
            who->email.clear();
        }
        // The message that sss proposes tells what changed, also in fields that are not for the public.
        told.commit.message = leaves_out() ? std::string{} : without_mail_addresses(told.commit.message);
        told.reason = without_mail_addresses(told.reason);
    }
    for (auto& change : history.changes)
        if (shows(*change.record.kind)) publish(change);
    std::erase_if(history.changes, [this](Change const& change) {
        return !shows(*change.record.kind) ||
               (change.type == ChangeType::changed && change.members.empty() && change.former_id.empty());
    });
    auto const hidden = [this](auto const& unread) { return !shows(*unread.record.kind); };
    for (auto* unread : {&history.unread_before, &history.unread_after}) {
        std::erase_if(*unread, hidden);
        for (auto& one : *unread) publish(one.said, *one.record.kind);
    }
    std::erase_if(history.unread_while, hidden);
    return history;
}

}  // namespace sss
