#include "schema/schema.hpp"

#include "schema/compile.hpp"
#include "schema/explain.hpp"
#include "schema/judge.hpp"
#include "schema/text.hpp"

namespace sss {

using namespace schema;

std::string_view kind_name_of(std::string_view path)
{
    constexpr std::string_view ending = ".schema.json";
    auto name = path.substr(path.rfind('/') + 1);
    if (!name.ends_with(ending)) return {};
    name.remove_suffix(ending.size());
    return name;
}

Schema Schema::compile(std::string const& path, std::string_view json, std::vector<Finding>& problems)
{
    auto compiled = compile_schema(path, json, problems);
    auto& kind = compiled->kind;
    kind.name = kind_name_of(path);
    if (kind.folder.empty()) kind.folder = kind.name + "s";
    if (kind.id_pattern.empty()) kind.id_pattern = default_id_pattern;

    Schema schema;
    schema.compiled_ = std::move(compiled);
    schema.json_ = std::make_shared<std::string const>(json);
    schema.path_ = std::make_shared<std::string const>(path);
    return schema;
}

Kind const& Schema::kind() const
{
    return compiled_->kind;
}

void Schema::check(Document const& document, std::string_view text, std::vector<Finding>& findings) const
{
    Judge judge{document.whole};
    if (!judge.accepts(*compiled_->root, document.root)) explain(*compiled_, document, text, judge, findings);
    if (judge.exhausted())
        findings.push_back({"schema",
                            Severity::error,
                            document.path,
                            {},
                            "checking this record takes more work than sss spends on one; the rest is unchecked",
                            {"simplify {schema}: its allOf, anyOf and $ref multiply each other", "schema"_arg = path()},
                            {}});
}

}  // namespace sss
