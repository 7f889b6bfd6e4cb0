#include "work/report/published.hpp"

#include "fuzz.hpp"
#include "support/error.hpp"

using namespace sss;
using sss::fuzz::promise;

/// A published report of anyone's, as `sss verify` reads it.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const text{reinterpret_cast<char const*>(data), size};
    auto const made = read_made(text);
    if (!made) return 0;
    promise(made->commit.size() == 40, "a report names a commit");
    as_of_day(*made, std::chrono::Monday);
    part_of(*made);
    try {
        auto const request = followed(*made, {});
        promise(request.template_file.empty(), "no file is read on a report's word");
        promise(request.moment.revision.size() == 40, "a report is made again from a commit");
    } catch (UsageError const& error) {
        promise(error.what()[0] != 0, "a refusal says why");
    }
    return 0;
}
