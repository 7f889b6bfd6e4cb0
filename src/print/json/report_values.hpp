#pragma once

#include "facts/report/report_input.hpp"
#include "programme/date.hpp"

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

/// What several parts of a report's JSON are made of.
namespace sss {

using Json = nlohmann::ordered_json;

/// Absent things are null, so that every object of a sort has the same keys.
inline Json text_or_null(std::string const& text)
{
    return text.empty() ? Json{} : Json(text);
}

template <typename Number>
Json number_or_null(std::optional<Number> const& number)
{
    return number ? Json(*number) : Json{};
}

inline Json date_or_null(std::optional<Date> const& date)
{
    return date ? Json(date->text()) : Json{};
}

inline Json as_json(Source const& source)
{
    return {{"commit", source.commit.hex()},
            {"author", source.author},
            {"day", iso(source.day)},
            {"reason", text_or_null(source.reason)}};
}

inline Json source_or_null(std::optional<Source> const& source)
{
    return source ? as_json(*source) : Json{};
}

template <typename List, typename Tell>
Json list(List const& entries, Tell tell)
{
    auto array = Json::array();
    for (auto const& entry : entries) array.push_back(tell(entry));
    return array;
}

}  // namespace sss
