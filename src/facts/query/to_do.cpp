#include "facts/query/to_do.hpp"

#include "facts/query/states.hpp"

#include <algorithm>
#include <optional>

namespace sss {

namespace {

std::string owner_in(Table const& fields)
{
    auto const* owner = string_at(fields, keys::owner);
    return owner != nullptr ? *owner : std::string{};
}

class Collection {
public:
    Collection(Moment const& moment, int days) : moment_(moment), horizon_(moment.today() + std::chrono::days{days}) {}

    void take(ToDo::Sort sort, Record const& record, Date const& date)
    {
        ToDo one{sort, record.kind->name, record.id, record.title(), owner_in(record.fields()), date, 0};
        if (is_late(date, moment_.today())) {
            one.late = static_cast<int>((moment_.today() - date.last()).count());
            found_.overdue.push_back(std::move(one));
        } else if (date.first() <= horizon_) {
            found_.coming.push_back(std::move(one));
        }
    }

    ToDos sorted()
    {
        std::ranges::stable_sort(found_.overdue, std::ranges::greater{}, &ToDo::late);
        std::ranges::stable_sort(found_.coming, [](ToDo const& a, ToDo const& b) { return before(a.date, b.date); });
        return std::move(found_);
    }

private:
    Moment const& moment_;
    Day horizon_;
    ToDos found_;
};

/// The days of a meeting that nobody has held or given up yet.
std::optional<Date> days_to_hold(Record const& record, Zone const& zone)
{
    auto const meeting = read_meeting(record.id, record.fields(), zone);
    if (!meeting.start || meeting.held || meeting.cancelled) return std::nullopt;
    return meeting.when();
}

}  // namespace

ToDos to_dos(Moment const& moment, std::span<Kind const* const> kinds, Belongs const& belongs, int days)
{
    Collection all{moment, days};
    auto const& records = moment.records();
    for (auto const& record : records.all()) {
        if (!belongs.part(*record.kind, record.id, record.fields())) continue;
        if (record.kind->name == kinds::meeting) {
            if (auto const when = days_to_hold(record, records.zone())) all.take(ToDo::Sort::hold, record, *when);
        } else if (auto const plan = plan_ahead(record.fields(), *record.kind, "", moment)) {
            all.take(ToDo::Sort::reach, record, *plan);
        }
    }
    ItemSorts const sorts{kinds};
    for (auto const& sort : sorts.all()) {
        if (key_of_role(sort.kind, "", DateRole::due, DateRole::planned).empty()) continue;
        for (auto const& holder : records.of(*sort.owner)) {
            if (!belongs.satellites_of(*sort.owner, holder.id, holder.fields())) continue;
            for (auto const& item : items_of(sort, holder)) {
                ActionItem action;
                action.owner = owner_in(item.fields());
                auto const due = plan_ahead(item.fields(), sort.kind, "", moment);
                if (due && belongs.part(action)) all.take(ToDo::Sort::close, item, *due);
            }
        }
    }
    return all.sorted();
}

}  // namespace sss
