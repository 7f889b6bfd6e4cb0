#pragma once

#include "programme/finding.hpp"
#include "programme/kind.hpp"
#include "programme/value.hpp"
#include "records/document.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

namespace schema {
struct Compiled;  // the inner side of this floor
}

/// The schema of one kind of record: JSON Schema draft-07 and the `x-sss-…` keywords, compiled once. Cheap to copy;
/// may be used by several threads at once.
///
/// Where TOML knows more than JSON: a local date, a local time and an offset date-time are strings of the formats
/// `date`, `time` and `date-time` (a local date-time is a string of no format); an integer is also a `number`; a float
/// without a fraction (1.0) is also an `integer`, as draft-07 has it; inf and nan are `number`s that satisfy no bound.
class Schema {
public:
    /// Never fails: what cannot be used of a schema is told and left out, so that a record is never refused for its
    /// schema's fault. A schema of which nothing can be read accepts every record.
    /// @param path  relative to the repository's root, `…/<kind>.schema.json`: names the kind, and the file in findings
    static Schema compile(std::string const& path, std::string_view json, std::vector<Finding>& problems);

    Kind const& kind() const;

    /// As the file holds it.
    std::string const& json() const { return *json_; }

    /// Where the schema came from, as given to `compile`.
    std::string const& path() const { return *path_; }

    /// Checks a record and tells every mistake once, at its place. Keeps silent about what could not be read: the
    /// document's own problems have told that.
    /// @param text  the document's text, for the excerpts of findings
    void check(Document const& document, std::string_view text, std::vector<Finding>& findings) const;

    /// Calls `visit` for each text whose schema says `x-sss-reference`, in the order of the record.
    using VisitReference = std::function<void(std::vector<std::string> const& kinds, Value const& value)>;
    void for_each_reference(Table const& record, VisitReference const& visit) const;

    /// Calls `visit` for each text or TOML date whose schema says `x-sss-date`, in the order of the record.
    /// @param path  as in Field::path: "planned", "action[].due"; valid during the call
    using VisitDate = std::function<void(DateRole role, std::string_view path, Value const& value)>;
    void for_each_date(Table const& record, VisitDate const& visit) const;

private:
    Schema() = default;

    std::shared_ptr<schema::Compiled const> compiled_;
    std::shared_ptr<std::string const> json_;
    std::shared_ptr<std::string const> path_;
};

/// "milestone" for "schemas/milestone.schema.json"; empty for a name of another form.
std::string_view kind_name_of(std::string_view path);

}  // namespace sss
