#pragma once

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

namespace sss {

inline bool has_type(nlohmann::json const& value, std::string const& type)
{
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return value.type_name() == type;
}

/// The first place at which a document breaks a schema of those words of JSON Schema that our output schemas use;
/// empty where it keeps it. An unknown word breaks it too, so that none goes unchecked.
inline std::string first_breach(nlohmann::json const& root, nlohmann::json const& schema, nlohmann::json const& value,
                                std::string const& place = "")
{
    for (auto const& [word, wanted] : schema.items()) {
        if (word == "$ref") {
            auto const name = wanted.get<std::string>().substr(std::string{"#/definitions/"}.size());
            if (auto breach = first_breach(root, root.at("definitions").at(name), value, place); !breach.empty())
                return breach;
        } else if (word == "allOf") {
            for (auto const& one : wanted)
                if (auto breach = first_breach(root, one, value, place); !breach.empty()) return breach;
        } else if (word == "anyOf") {
            auto any = false;
            for (auto const& one : wanted) any = any || first_breach(root, one, value, place).empty();
            if (!any) return place + ": none of the choices";
        } else if (word == "type") {
            auto fits = false;
            if (wanted.is_array())
                for (auto const& one : wanted) fits = fits || has_type(value, one);
            else
                fits = has_type(value, wanted);
            if (!fits) return place + ": not of type " + wanted.dump();
        } else if (word == "const") {
            if (value != wanted) return place + ": not " + wanted.dump();
        } else if (word == "enum") {
            if (std::find(wanted.begin(), wanted.end(), value) == wanted.end())
                return place + ": not among " + wanted.dump();
        } else if (word == "required") {
            for (auto const& key : wanted)
                if (!value.contains(key.get<std::string>())) return place + ": lacks " + key.dump();
        } else if (word == "properties") {
            for (auto const& [key, one] : wanted.items())
                if (value.contains(key))
                    if (auto breach = first_breach(root, one, value.at(key), place + '/' + key); !breach.empty())
                        return breach;
        } else if (word == "additionalProperties") {
            for (auto const& [key, one] : value.items())
                if (!schema.at("properties").contains(key)) return place + ": unknown key " + key;
        } else if (word == "items") {
            for (std::size_t i = 0; i < value.size(); ++i)
                if (auto breach = first_breach(root, wanted, value[i], place + '/' + std::to_string(i));
                    !breach.empty())
                    return breach;
        } else if (word != "$schema" && word != "$id" && word != "title" && word != "description" &&
                   word != "definitions" && word != "format")
        {
            return place + ": the checker does not know " + word;
        }
    }
    return "";
}

}  // namespace sss
