#pragma once

#include "print/blame.hpp"
#include "print/log.hpp"
#include "work/log_request.hpp"

#include <functional>

namespace sss {

/// Reads the history and hands what of it is asked for to `tell`, which must not keep it. A UsageError where the
/// request names what never was.
/// @return  whether the programme holds a record at all
bool tell_log(LogRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
              std::function<void(LogFacts const&)> const& tell);

/// The same of the values of one record that stand: who wrote each.
void tell_blame(LogRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                std::function<void(BlameFacts const&)> const& tell);

}  // namespace sss
