#include "schema/schema.hpp"

#include "fuzz.hpp"
#include "records/document.hpp"
#include "schema/compile.hpp"
#include "schema/judge.hpp"

using namespace sss;
using sss::fuzz::promise;

/// A schema, a line "---", and a record in TOML.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto parts = fuzz::Parts{data, size};
    auto const json = parts.section();
    auto const text = parts.rest();
    std::vector<Finding> problems;
    auto const schema = Schema::compile("schemas/x.schema.json", json, problems);
    auto const document = parse_document("data/xs/x.toml", text);
    std::vector<Finding> findings;
    schema.check(document, text, findings);
    for (auto const& finding : findings)
        promise(!finding.rule.empty() && !finding.message.empty(), "a finding says what is wrong");

    std::vector<Finding> ignored;
    auto const compiled = schema::compile_schema("schemas/x.schema.json", json, ignored);
    schema::Judge judge{document.whole};
    auto const accepted = judge.accepts(*compiled->root, document.root);
    promise(judge.exhausted() || accepted == findings.empty(), "what is refused is told, and nothing else");
    schema.for_each_reference(document.root, [](auto const&, Value const& value) {
        promise(value.text() != nullptr, "a reference is a text");
    });
    schema.for_each_date(document.root, [](DateRole role, std::string_view, Value const&) {
        promise(role != DateRole::none, "a date has a role");
    });
    return 0;
}
