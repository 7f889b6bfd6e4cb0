#include "commands/completion/field_words.hpp"

namespace sss {

std::vector<std::string> typed_paths(Record const& record, std::string const& path)
{
    auto const items = path.find("[]");
    if (items == std::string::npos) return {path};
    auto const list = path.substr(0, items);
    auto const* field = record.kind->field(list);
    auto const* value = find(record.fields(), list);
    std::vector<std::string> paths;
    if (field == nullptr || field->key.empty() || value == nullptr) return paths;
    if (path.find("[]", items + 2) != std::string::npos) return paths;
    for (auto const* item : value->items())
        if (auto const* key = string_at(*item, field->key))
            paths.push_back(list + '[' + *key + ']' + path.substr(items + 2));
    return paths;
}

std::string schema_path(std::string path)
{
    for (auto open = path.find('['); open != std::string::npos; open = path.find('[', open + 1)) {
        auto const close = path.find(']', open);
        if (close == std::string::npos) break;
        path.erase(open + 1, close - open - 1);
    }
    return path;
}

}  // namespace sss
