#pragma once

#include "records/document.hpp"
#include "records/layout.hpp"
#include "records/records.hpp"
#include "schema/schemas.hpp"
#include "support/embedded.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sss {

/// Records of the standard kinds, and of those given besides, out of texts: "milestone/sss-1-cdr" and its TOML.
class Query {
public:
    explicit Query(std::vector<std::pair<std::string, std::string>> const& texts,
                   std::vector<SchemaFile> const& own = {})
    {
        std::vector<Finding> problems;
        schemas_ = Schemas::load(embedded::schemas(), own, {}, problems);
        for (auto const& schema : schemas_.all()) kinds.push_back(&schema.kind());
        std::vector<Record> all;
        for (auto const& [name, text] : texts) {
            auto const slash = name.find('/');
            auto const& kind = kind_of(name.substr(0, slash));
            auto const id = name.substr(slash + 1);
            all.push_back({&kind, id, text, parse_document("data/" + kind.folder + '/' + id + ".toml", text)});
        }
        records = Records{Layout{"data", kinds}, std::move(all), {}};
    }

    Kind const& kind_of(std::string const& name) const { return schemas_.find(name)->kind(); }

    std::vector<Kind const*> kinds;
    Records records;

private:
    Schemas schemas_;
};

}  // namespace sss
