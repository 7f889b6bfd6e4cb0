#pragma once

#include <string>
#include <string_view>

namespace sss {

/// The text without the marks on its letters: "ü" becomes "u", "ı" becomes "i". Letters of other scripts, and those
/// that no mark can be taken from, stay as they are; so does text that is not UTF-8.
std::string without_marks(std::string_view text);

/// The text as it is sought: without marks, and without a difference between capitals and small letters.
std::string search_form(std::string_view text);

}  // namespace sss
