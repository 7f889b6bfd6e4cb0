#include "work/change/import.hpp"

#include "fuzz.hpp"
#include "world.hpp"

using namespace sss;
using sss::fuzz::promise;

/// A file's name, the kind that is told or an empty line, and what the file holds: TOML, JSON, CSV or a form.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto parts = fuzz::Parts{data, size};
    auto const name = parts.line();
    auto const kind = parts.line();
    if (name.empty()) return 0;  // no file is named so
    for (auto const* format : {"", "csv", "json", "toml", "form"}) {
        ImportNotes notes;
        for (auto const update : {false, true})
            for (auto const& record : read_import(fuzz::world(), parts.rest(), {name, format, kind, update}, notes))
                promise(record.kind != nullptr && !record.where.empty(), "a record has a kind and a place");
    }
    return 0;
}
