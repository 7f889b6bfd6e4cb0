#include "records/versions/plain_places.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace sss {
namespace {

/// Each header is looked for among the members of its tables: a hostile text of more is read in another way.
constexpr std::size_t most_headers = 1000;

/// Goes from header to header as the library does, to the table that the statements below stand in.
class Walk {
public:
    explicit Walk(Table const& root) : root_(root), table_(&root) {}

    bool go_to(PlainHeader const& header)
    {
        auto const keys = header.keys();
        if (!keys) return false;
        way_.clear();
        next_ = 0;
        table_ = &root_;
        for (std::size_t i = 0; i < keys->size(); ++i)
            if (!step((*keys)[i], header.of_list() && i + 1 == keys->size())) return false;
        return true;
    }

    /// The way to a member of the table, each of which is asked for in its turn; nothing where it does not stand there.
    std::optional<MemberWay> way_to(Table::Handle const& member)
    {
        while (next_ < table_->size() && table_->handle(next_) != member) ++next_;
        if (next_ == table_->size()) return std::nullopt;
        auto way = way_;
        way.push_back(static_cast<std::uint32_t>(next_++));
        return way;
    }

private:
    bool step(std::string_view key, bool begins_item)
    {
        auto const found = std::ranges::find(*table_, key, &Member::key);
        if (found == table_->end()) return false;
        way_.push_back(static_cast<std::uint32_t>(found - table_->begin()));
        auto const* value = &found->value;
        if (auto const* items = value->array()) {
            auto& begun = begun_[way_];
            if (begins_item) ++begun;
            if (begun == 0 || begun > items->size()) return false;
            way_.push_back(begun - 1);
            value = &(*items)[begun - 1];
        }
        table_ = value->table();
        return table_ != nullptr;
    }

    Table const& root_;
    Table const* table_;
    std::size_t next_ = 0;  ///< behind the member that was asked for last
    MemberWay way_;
    std::map<MemberWay, std::uint32_t> begun_;  ///< of each list of tables: how many items had their header
};

}  // namespace

std::vector<MemberWay> plain_places(PlainText const& text, Table const& root, std::span<Table::Handle const> members)
{
    std::vector<MemberWay> places;
    if (text.headers.size() > most_headers) return places;
    places.reserve(text.statements.size());
    Walk walk{root};
    auto header = text.headers.begin();
    for (std::size_t i = 0; i < text.statements.size(); ++i) {
        for (; header != text.headers.end() && header->statement <= i; ++header)
            if (!walk.go_to(*header)) return {};
        auto way = walk.way_to(members[i]);
        if (!way) return {};
        places.push_back(*std::move(way));
    }
    return places;
}

void put_member(Table& root, std::span<std::uint32_t const> way, Table::Handle member)
{
    auto* table = &root;
    while (way.size() > 1) {
        auto* value = &table->edit(way.front()).value;
        way = way.subspan(1);
        if (auto* items = std::get_if<Array>(&value->data)) {
            value = &items->edit(way.front());
            way = way.subspan(1);
        }
        table = &std::get<Table>(value->data);
    }
    table->share(way.front(), std::move(member));
}

}  // namespace sss
