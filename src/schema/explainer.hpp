#pragma once

#include "records/document.hpp"
#include "schema/judge.hpp"
#include "schema/node.hpp"
#include "schema/wording.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sss::schema {

inline constexpr std::size_t most_findings = 1000;  ///< told of one record

/// A finding, with what is needed to see that two of them are one mistake.
struct Problem {
    Finding finding;
    Table const* table = nullptr;  ///< of missing-field and unknown-field: where the field is missed or found
    std::string field = {};        ///< the missing field, or the one that was probably meant
    bool mismatch = false;         ///< the value is of another sort than this schema speaks of: a branch not meant
};
using Problems = std::vector<Problem>;

/// Goes through a refused record as the judge did, and says at each value what is wrong with it: explain.cpp, and
/// explain_branches.cpp for the keywords that combine schemas.
class Explainer {
public:
    Explainer(Compiled const& schema, Document const& document, Judge& judge)
        : kind_(schema.kind.name), file_(document.path), judge_(judge)
    {}

    void explain(Node const& node, Value const& value, Spot const& spot, Problems& problems);

private:
    void explain_refused(Node const& node, Value const& value, Spot const& spot, Problems& problems);
    void add(Problems& problems, std::string_view rule, Place place, Sentence message, Sentence help = {});
    void add_for_table(Problems& problems, std::string_view rule, Place place, Sentence message, Sentence help,
                       Table const& table, std::string field);

    void wrong_type(TypeSet types, Value const& value, Spot const& spot, Problems& problems);
    void wrong_choice(std::vector<Value const*> const& choices, Value const& value, Spot const& spot,
                      Problems& problems);
    void wrong_date(Value const& value, Spot const& spot, Problems& problems);
    bool wrong_number(Node const& node, Value const& value, Spot const& spot, Problems& problems);
    bool wrong_text(Node const& node, Value const& value, Spot const& spot, Problems& problems);
    void wrong_format(Format format, Value const& value, Spot const& spot, Problems& problems);

    void explain_array(Node const& node, Value const& value, Spot const& spot, Problems& problems);
    void explain_table(Node const& node, Value const& value, Spot const& spot, Problems& problems);
    void missing_fields(Node const& node, Value const& value, Spot const& spot, Problems& problems);
    void explain_member(Node const& node, Table const& table, Member const& member, Spot const& spot,
                        Problems& problems);
    void unknown_field(Node const& node, Table const& table, Member const& member, Spot const& spot,
                       Problems& problems);
    /// What helps whoever has written a field that a table cannot have.
    struct KnownFields {
        std::vector<std::string_view> missing;  ///< those that are needed, and not there
        std::vector<std::string_view> absent;   ///< all that are not there
        std::string all;                        ///< in words; empty: it has none
    };
    KnownFields const& known_fields(Node const& node, Table const& table);
    void explain_dependencies(Node const& node, Value const& value, Spot const& spot, Problems& problems);

    void explain_in_place(Node const& node, Value const& value, Spot const& spot, Problems& problems);
    void no_branch(std::vector<Node const*> const& branches, Value const& value, Spot const& spot, Problems& problems);
    void many_branches(std::vector<Node const*> const& branches, Value const& value, Spot const& spot,
                       Problems& problems);
    void explain_not(Node const& negated, Value const& value, Spot const& spot, Problems& problems);
    void explain_condition(Node const& node, Value const& value, Spot const& spot, Problems& problems);
    bool alternatives_missing(std::vector<Problems> const& told, Value const& value, Spot const& spot,
                              Problems& problems);

    static bool full(Problems const& problems) { return problems.size() >= most_findings; }
    /// The root has no brackets of its own: what it lacks is told at the file's first line.
    static Place place_of(Value const& table, Spot const& spot)
    {
        return spot.up == nullptr ? Place{1, 1, 0} : table.place;
    }
    std::string name(Spot const& spot) const { return name_of(spot, kind_); }

    /// Found once a table, however many of its fields are unknown.
    std::map<std::pair<Node const*, Table const*>, KnownFields> known_fields_;

    std::string const& kind_;
    std::string const& file_;
    Judge& judge_;
    std::size_t depth_ = 0;
};

}  // namespace sss::schema
