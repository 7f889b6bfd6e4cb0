#pragma once

#include <string>
#include <string_view>

namespace sss {

/// The text as one word for a POSIX shell, so that a command line that is printed can be pasted: plain where it needs
/// nothing, else between single quotes. Control characters are written out as `visible` does, for what is pasted must
/// be what is seen.
std::string shell_word(std::string_view text);

}  // namespace sss
