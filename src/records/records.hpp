#pragma once

#include "programme/finding.hpp"
#include "programme/kind.hpp"
#include "records/document.hpp"
#include "records/files.hpp"
#include "records/layout.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sss {

/// One record: a file that stands where a kind's records stand.
struct Record {
    Kind const* kind = nullptr;
    std::string id;
    std::string text;  ///< the file as it stands, for excerpts; empty where only values were asked for
    Document document;

    std::string const& path() const { return document.path; }
    Table const& fields() const { return document.root; }
    /// What people call it: its title field, or else its id.
    std::string const& title() const;
};

/// All records of one state of a data repository, and what was wrong in reading them.
class Records {
public:
    Records() = default;
    /// @param all  in any order; kept by the layout's order of kinds, then by id
    Records(Layout const& layout, std::vector<Record> all, std::vector<Finding> findings);

    std::span<Record const> all() const { return all_; }
    /// The programme's, in which their dates are days.
    Zone const& zone() const { return zone_; }
    /// The records of one kind, by id.
    std::span<Record const> of(Kind const& kind) const;
    std::span<Record const> of(std::string_view kind_name) const;

    /// The record of this kind and id, or nullptr.
    Record const* find(std::string_view kind_name, std::string_view id) const;
    /// All records of this id, of whatever kind.
    std::vector<Record const*> named(std::string_view id) const;

    /// Gives the records away, for a state that shares most of them.
    std::vector<Record> take() && { return std::move(all_); }

    /// Problems of reading: syntax, strays, links that leave the folder, two files with one id. Not sorted.
    std::vector<Finding> const& findings() const { return findings_; }

private:
    std::vector<Record> all_;
    std::vector<Finding> findings_;
    Zone zone_ = Zone::utc();
};

/// How much is read of each record.
enum class Detail : std::uint8_t {
    values,  ///< what is said: for reports; a record that cannot be read is a finding without a place
    places,  ///< and where it is said: for checking
};

/// Reads one record. @param slot  that of the entry's path
Record read_record(Files const& files, FileEntry const& entry, Layout::Slot slot, Detail detail);

/// Reads every record of a state. On a folder of more than a thousand files two threads share the work; the result
/// is the same.
Records read_records(Files const& files, Layout const& layout, Detail detail);

}  // namespace sss
