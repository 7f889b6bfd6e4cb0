#include "fuzz.hpp"
#include "history/history.hpp"
#include "history/trailers.hpp"

#include <string>
#include <string_view>

using namespace sss;
using sss::fuzz::promise;

/// The message of a commit.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    git::Commit commit;
    commit.message.assign(reinterpret_cast<char const*>(data), size);
    promise(subject(commit).find('\n') == std::string_view::npos, "a subject is one line");
    auto const said = grounds(commit.message);
    promise(said.reason.find('\n') == std::string::npos, "a reason is one line");
    for (auto const& one : trailers(commit.message))
        promise(!one.name.empty() && one.value.find('\n') == std::string::npos, "a trailer has a name and one line");
    return 0;
}
