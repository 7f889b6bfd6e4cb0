#include "print/sqlite/views.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::string_view slips_view = R"(
CREATE VIEW slips AS
  SELECT r.record, r.kind, r.id, r.title,
         (SELECT first_planned FROM moves WHERE record = r.record ORDER BY move DESC LIMIT 1) AS first_planned,
         (SELECT to_text FROM moves WHERE record = r.record ORDER BY move DESC LIMIT 1) AS planned,
         (SELECT total_days FROM moves WHERE record = r.record ORDER BY move DESC LIMIT 1) AS days,
         count(*) FILTER (WHERE m.correction = 0) AS moves,
         (SELECT c.reason FROM moves AS l JOIN commits AS c USING (commit_id)
          WHERE l.record = r.record AND l.correction = 0 ORDER BY l.move DESC LIMIT 1) AS last_reason
  FROM records AS r JOIN moves AS m USING (record) WHERE r.ended IS NULL GROUP BY r.record;
)";

constexpr std::string_view actions_views = R"(
CREATE VIEW actions_as_of AS
  SELECT d.day AS as_of, v.record, v.meeting, v.action, v.text, v.owner, v.owner_record, v.due, v.due_last, v.closed, v.closed_last,
         v.closed_by, v.is_open, v.is_open AND v.due_last IS NOT NULL AND v.due_last < d.day AS overdue
  FROM days AS d JOIN actions_versions AS v
    ON v.valid_from <= d.ends_at AND (v.valid_to IS NULL OR v.valid_to > d.ends_at);
CREATE VIEW actions_open AS
  SELECT record, meeting, action, text, owner, owner_record, due, due_last FROM actions WHERE is_open;
)";

/// Builds SQL over what a kind's schema has; a column that it has not is NULL.
class MilestoneViews {
public:
    MilestoneViews(KindTable const& milestones, KindTable const* satellites)
        : milestones_(milestones), satellites_(satellites)
    {}

    std::string sql() const
    {
        // Whether others stand by its side: of the state of the same day, `d` being that day.
        auto const standing = fmt::format(
            "{actual} IS NOT NULL AND NOT {failed} AS reached, {cancelled} AS is_cancelled, {dropped} AS dropped, "
            "{repeated} AS repeated",
            fmt::arg("actual", of("v", "actual_last")), fmt::arg("failed", failed("v")),
            fmt::arg("cancelled", cancelled("v")), fmt::arg("dropped", dropped()), fmt::arg("repeated", repeated()));
        return fmt::format(R"(
CREATE VIEW milestones_as_of AS
  SELECT *, is_cancelled = 0 AND dropped = 0 AND repeated = 0 AS counts,
         reached = 0 AND is_cancelled = 0 AND dropped = 0 AND repeated = 0 AS is_open
  FROM (SELECT d.day AS as_of, v.record, v.id{columns}, {standing}
        FROM days AS d JOIN milestones_versions AS v ON {now});
CREATE VIEW reached_by_month AS
  SELECT substr(v.{actual}, 1, 7) AS month, count(*) AS reached
  FROM milestones AS v WHERE v.{actual} IS NOT NULL AND NOT {failed} GROUP BY month;
)",
                           fmt::arg("columns", milestones_.names_sql("v.")), fmt::arg("standing", standing),
                           fmt::arg("now", now("v")), fmt::arg("actual", sql_name("actual_last")),
                           fmt::arg("failed", failed("v")));
    }

private:
    static bool has(KindTable const& table, std::string_view column)
    {
        return table.names_sql("").find(sql_name(column)) != std::string::npos;
    }
    std::string of(std::string_view row, std::string_view column) const
    {
        return has(milestones_, column) ? fmt::format("{}.{}", row, sql_name(column)) : "NULL";
    }
    static std::string now(std::string_view row)
    {
        return fmt::format("{0}.valid_from <= d.ends_at AND ({0}.valid_to IS NULL OR {0}.valid_to > d.ends_at)", row);
    }
    std::string failed(std::string_view row) const
    {
        return fmt::format("coalesce({}, '') IN ('failed', 'failure')", of(row, "outcome"));
    }
    std::string cancelled(std::string_view row) const
    {
        return fmt::format("coalesce({}, {}) IS NOT NULL", of(row, "cancelled_date"), of(row, "cancelled_reason"));
    }
    /// The launch of a satellite that counts: the last one that took place.
    std::string last_launch(std::string_view what) const
    {
        return fmt::format(
            "(SELECT {what} FROM milestones_versions AS l WHERE {satellite} = {mine} AND {type} = 'launch' AND "
            "{actual} IS NOT NULL AND NOT {cancelled} AND {now} ORDER BY {actual} DESC, {first} DESC, {said} DESC, "
            "l.id LIMIT 1)",
            fmt::arg("what", what), fmt::arg("satellite", of("l", "satellite")), fmt::arg("mine", of("v", "satellite")),
            fmt::arg("type", of("l", "type")), fmt::arg("actual", of("l", "actual_last")),
            fmt::arg("first", of("l", "actual_first")), fmt::arg("said", of("l", "actual")),
            fmt::arg("cancelled", cancelled("l")), fmt::arg("now", now("l")));
    }
    std::string named_again(std::string_view id) const
    {
        return fmt::format("EXISTS (SELECT 1 FROM milestones_versions AS x WHERE {} = {} AND NOT {} AND {})",
                           of("x", "repeats"), id, cancelled("x"), now("x"));
    }
    std::string repeated() const
    {
        return fmt::format(
            "CASE WHEN {} IS NULL OR NOT {} THEN 0 WHEN {} THEN 1 WHEN coalesce({}, '') = 'launch' THEN coalesce({} <> "
            "v.record, 0) ELSE 0 END",
            of("v", "actual_last"), failed("v"), named_again("v.id"), of("v", "type"), last_launch("l.record"));
    }
    std::string dropped() const
    {
        auto const satellite = of("v", "satellite");
        auto const given_up =
            satellites_ != nullptr && has(*satellites_, "cancelled_date") && has(*satellites_, "cancelled_reason")
                ? fmt::format(
                      "EXISTS (SELECT 1 FROM satellites_versions AS s WHERE s.id = {} AND "
                      "coalesce(s.cancelled_date, s.cancelled_reason) IS NOT NULL AND {})",
                      satellite, now("s"))
                : std::string{"0"};
        return fmt::format(
            "CASE WHEN {0} IS NULL OR ({1} IS NOT NULL AND NOT {2}) THEN 0 WHEN {3} THEN 1 ELSE coalesce({4}, 0) END",
            satellite, of("v", "actual_last"), failed("v"), given_up,
            last_launch(fmt::format("{} AND NOT {}", failed("l"), named_again("l.id"))));
    }

    KindTable const& milestones_;
    KindTable const* satellites_;
};

}  // namespace

std::string views_sql(std::span<KindTable const> tables)
{
    auto const find = [&](std::string_view kind) -> KindTable const* {
        auto const found =
            std::ranges::find_if(tables, [&](KindTable const& table) { return table.kind().name == kind; });
        return found == tables.end() ? nullptr : &*found;
    };
    auto sql = std::string{slips_view};
    if (auto const* milestones = find(kinds::milestone))
        sql += MilestoneViews{*milestones, find(kinds::satellite)}.sql();
    if (find(kinds::meeting) != nullptr) sql += actions_views;
    return sql;
}

}  // namespace sss
