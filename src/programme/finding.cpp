#include "programme/finding.hpp"

#include <algorithm>
#include <tuple>

namespace sss {

void sort(std::vector<Finding>& findings)
{
    std::ranges::stable_sort(findings, {}, [](Finding const& finding) {
        return std::tie(finding.file, finding.place, finding.rule, finding.message);
    });
}

}  // namespace sss
