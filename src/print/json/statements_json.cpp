#include "print/json/statements_json.hpp"

namespace sss {

nlohmann::ordered_json statements_json(std::vector<Statement> const& statements)
{
    using Json = nlohmann::ordered_json;
    auto const known = [](std::string const& text) { return text.empty() ? Json{} : Json(text); };
    auto list = Json::array();
    for (auto const& one : statements)
        list.push_back({{"id", one.id},
                        {"title", known(one.title)},
                        {"text", one.text},
                        {"satellite", known(one.satellite)},
                        {"by", known(one.by)},
                        {"by_name", known(one.by_name)},
                        {"author", known(one.author)},
                        {"on", one.on.text()},
                        {"days", one.days},
                        {"stale", one.stale}});
    return list;
}

}  // namespace sss
