#include "print/json/publication_json.hpp"

#include <string_view>

namespace sss {

namespace {

std::string_view kept_name(PromisedReport::Kept kept)
{
    switch (kept) {
        case PromisedReport::Kept::in_time: return "in-time";
        case PromisedReport::Kept::late: return "late";
        case PromisedReport::Kept::awaited: return "awaited";
        case PromisedReport::Kept::missing: break;
    }
    return "missing";
}

}  // namespace

nlohmann::ordered_json promised_json(std::vector<PromisedReport> const& reports)
{
    using Json = nlohmann::ordered_json;
    auto list = Json::array();
    for (auto const& one : reports)
        list.push_back({{"period", one.period.name},
                        {"due", iso(one.due)},
                        {"published", one.published ? Json(iso(*one.published)) : Json{}},
                        {"kept", kept_name(one.kept)}});
    return list;
}

}  // namespace sss
