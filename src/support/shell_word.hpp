#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The text as one word for a POSIX shell, so that a command line that is printed can be pasted: plain where it needs
/// nothing, else between single quotes. Control characters are written out as `visible` does, for what is pasted must
/// be what is seen.
std::string shell_word(std::string_view text);

/// What stands behind a command: each text as such a word, with a blank before it; empty where there is none.
std::string shell_arguments(std::span<std::string const> texts);

/// The words of a command line that is made of such words; nothing where it holds anything else that a shell would act
/// on (a variable, another command, a quotation that does not end).
std::optional<std::vector<std::string>> shell_words(std::string_view line);

}  // namespace sss
