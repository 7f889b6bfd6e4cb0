#pragma once

#include "history/history.hpp"
#include "programme/kind.hpp"
#include "records/records.hpp"
#include "records/settings.hpp"
#include "support/markdown.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What of a programme is for the public, by [site] of its settings. What is published is made of records and of a
/// history that went through it, so that no printer has anything to leave out.
///
/// Left out are the kinds and fields that `leave_out` names; every field that may name a record of such a kind; with
/// `people = "none"` the names of people that commits and records of the standard kinds hold; and, always, e-mail
/// addresses, wherever they stand.
class Discretion {
public:
    /// @param kinds  those in force, which must outlive this
    Discretion(Settings::Site const& site, std::span<Kind const* const> kinds);

    bool shows(Kind const& kind) const { return !hidden_.contains(kind.name); }
    /// @param path  with or without `[]`
    bool shows(Kind const& kind, std::string_view path) const;
    /// Whether something is left out of what the schemas know: to be said with what is published.
    bool leaves_out() const { return !hidden_.empty(); }
    /// Those of the kinds that are shown, in their order.
    std::vector<Kind const*> kinds() const;

    Records published(Records records, Layout const& layout) const;
    History published(History history) const;

private:
    bool harmless(Kind const& kind, Table const& fields) const;
    bool harmless(Kind const& kind, std::string const& path, Value const& value) const;
    Table published(Kind const& kind, Table const& fields) const;
    Value published(Kind const& kind, std::string const& path, Value value) const;
    void publish(Change& change) const;
    void publish(std::shared_ptr<Table const>& fields, Kind const& kind) const;

    std::vector<Kind const*> kinds_;
    std::set<std::string, std::less<>> hidden_;  ///< "supplier", "milestone.notes", "meeting.action.text"
    bool people_named_;
};

/// What stands in a published text where an e-mail address stood.
inline constexpr std::string_view in_place_of_an_address = "…@…";

/// The text with each e-mail address in it replaced by that.
std::string without_mail_addresses(std::string_view text);
/// The same of a text in Markdown, which may spell an address in other ways; a link to a mailbox leads nowhere.
void blot_mail_addresses(std::vector<MarkdownPiece>& pieces);

}  // namespace sss
