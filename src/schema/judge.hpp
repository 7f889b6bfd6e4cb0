#pragma once

#include "schema/node.hpp"

#include <cstddef>

namespace sss::schema {

/// Schemas applied within each other, whether to the same value or to one inside it. A record of 64 levels under a
/// schema of trees needs about 130; the bound keeps the stack small, in threads too.
inline constexpr std::size_t deepest_check = 400;

/// Says yes or no, fast and without allocating: nearly every record is sound, so the work of saying why one is not
/// (explain.hpp) starts only after a no. One judge serves one check of one record.
class Judge {
public:
    /// @param whole  false where part of the record could not be read: then nothing is missed in its tables
    explicit Judge(bool whole) : whole_(whole) {}

    bool accepts(Node const& node, Value const& value);
    bool accepts(Node const& node, Table const& root);

    /// The keywords one at a time, for those that explain. The value is of the type that the keyword speaks of.
    static bool is_choice(Node const& node, Value const& value);
    bool fits(Pattern const& pattern, std::string_view text);

    /// True once a schema that multiplies its own work has used up what one record may cost; from then on everything
    /// is accepted, so that the check ends soon.
    bool exhausted() const { return left_ == 0; }

    bool whole() const { return whole_; }

private:
    /// Counts how deep the checks stand within each other, while it lives.
    class Level {
    public:
        explicit Level(Judge& judge) : judge_(judge)
        {
            if (++judge_.depth_ > deepest_check) judge_.left_ = 0;
        }
        ~Level() { --judge_.depth_; }
        Level(Level const&) = delete;
        Level& operator=(Level const&) = delete;

    private:
        Judge& judge_;
    };

    void spend(std::size_t visits) { left_ -= visits < left_ ? visits : left_; }
    bool accepts_number(Node const& node, Value const& value);
    bool accepts_text(Node const& node, Value const& value, std::string const& text);
    bool accepts_array(Node const& node, Array const& array);
    bool accepts_table(Node const& node, Table const& table);
    bool accepts_member(Node const& node, Member const& member, std::size_t& required_seen);
    template <typename Instance>
    bool accepts_in_place(Node const& node, Instance const& instance);
    template <typename Instance>
    bool accepts_dependencies(Node const& node, Table const& table, Instance const& instance);

    bool whole_;
    std::size_t depth_ = 0;
    std::size_t left_ = 4'000'000;  ///< visits of a node; a record of 1 MiB under a sober schema needs a quarter of it
};

/// The items that equal an earlier one, in order.
std::vector<Value const*> repeated_items(Array const& array);

}  // namespace sss::schema
