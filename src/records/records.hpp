#pragma once

#include "programme/finding.hpp"
#include "programme/kind.hpp"
#include "records/document.hpp"
#include "records/files.hpp"
#include "records/layout.hpp"

#include <functional>
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

/// The ids, of records of one kind each, that whoever was once called so has or had; the kind may be left empty.
using NamesOfOnePast =
    std::function<std::vector<std::pair<std::string, std::string>>(std::string_view kind, std::string_view id)>;

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

    /// The records that go by a name beside their id, or had it as their id once: by their own word (`aliases`), or
    /// else by the history, where remember() was told of one. Not asked: who has it as its id now.
    /// @param kind_name  empty: of any kind
    std::vector<Record const*> once_called(std::string_view kind_name, std::string_view name) const;
    /// @param past  asked only for a name that no record owns to
    void remember(NamesOfOnePast past) { past_ = std::move(past); }

    /// Gives the records away, for a state that shares most of them.
    std::vector<Record> take() && { return std::move(all_); }

    /// Problems of reading: syntax, strays, links that leave the folder, two files with one id. Not sorted.
    std::vector<Finding> const& findings() const { return findings_; }

private:
    std::vector<Record> all_;
    std::vector<Finding> findings_;
    Zone zone_ = Zone::utc();
    NamesOfOnePast past_;
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
