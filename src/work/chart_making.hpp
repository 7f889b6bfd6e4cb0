#pragma once

#include "print/chart.hpp"
#include "print/format.hpp"
#include "work/narrowing_request.hpp"
#include "work/request.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace sss {

enum class Chart { trend, burnup, timeline, actions };

/// The forms in which a chart can be had.
inline constexpr std::array chart_formats{Format::text, Format::svg, Format::html, Format::json, Format::csv};

/// What a chart is asked for.
struct ChartRequest {
    MomentRequest moment = {};
    Chart chart = Chart::trend;
    NarrowingRequest narrowing = {};           ///< its kinds are not asked
    std::vector<std::string> types = {};       ///< of milestones; empty: all
    std::vector<std::string> milestones = {};  ///< ids; empty: all
    std::string period = {};                   ///< in words; empty: all that there is to show
    TrendScope scope = TrendScope::usual;      ///< of a trend
    bool weighted = false;                     ///< a burn-up of weights, not of numbers
    Format format = Format::text;              ///< one of chart_formats
    double width = 720;                        ///< of the picture, in pixels of CSS
    std::optional<double> height = {};         ///< nothing: as high as what it holds needs
};

/// The chart in the form that is asked for. Throws UsageError where the request contradicts itself or names what is not
/// there. What is left out is remarked.
/// @param look  of the text
std::string make_chart(ChartRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                       TextLook const& look);

}  // namespace sss
