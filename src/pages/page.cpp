#include "pages/page.hpp"

#include <utility>

namespace sss {

PageCell::PageCell(Said text, Said aside, Tone tone)
{
    if (!text.empty() || !aside.empty()) lines.push_back({std::move(text), std::move(aside), tone});
}

}  // namespace sss
