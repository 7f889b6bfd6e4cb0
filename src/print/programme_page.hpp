#pragma once

#include "programme/date.hpp"
#include "records/records.hpp"
#include "records/settings.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sss {

/// All that `sss show` tells of the programme itself.
struct ProgrammePage {
    Settings::Programme const& programme;
    Records const& records;
    std::vector<Kind const*> const& kinds;  ///< all that records may be of
    Day today;
};

std::string programme_text(ProgrammePage const& page, std::size_t width, bool colour);
std::string programme_markdown(ProgrammePage const& page);
/// `"format": 1`, described by schemas/output/programme.schema.json.
std::string programme_json(ProgrammePage const& page);

}  // namespace sss
