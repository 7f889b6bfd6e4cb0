#include "records/settings.hpp"

#include "fuzz.hpp"

using namespace sss;
using sss::fuzz::promise;

/// The text of a settings file.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const text{reinterpret_cast<char const*>(data), size};
    static std::vector<std::string> const rules{"late", "duplicate-id"};
    std::vector<Finding> findings;
    auto const settings = read_settings("sss.toml", text, findings, rules);
    for (auto const& finding : findings) promise(!finding.message.empty(), "a finding says what is wrong");
    promise(settings.report.upcoming_days >= 0 && settings.report.stale_days >= 0, "days are counted from 0");
    auto const folder = '/' + settings.data.folder + '/';
    promise(folder.find("/../") == std::string::npos && !settings.data.folder.starts_with('/'),
            "the data folder stays within the repository");
    return 0;
}
