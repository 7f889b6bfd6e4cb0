#include "../unit/records/letters.hpp"
#include "fuzz.hpp"
#include "records/document.hpp"
#include "records/versions/version_reader.hpp"

#include <deque>

using namespace sss;
using sss::fuzz::promise;

/// Versions of a record, one after the other: each says what a reading of its whole text says, to the letter.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    fuzz::Parts parts{data, size};
    std::deque<std::string> texts;  // whose addresses stay
    VersionReader reader;
    while (texts.size() < 8 && !parts.rest().empty()) {
        auto const& text = texts.emplace_back(parts.section());
        Table whole;
        auto const sound = parse_values(text, whole);
        auto const read = reader.read(text);
        promise(sound == (read != nullptr), "both ways of reading agree on what is sound");
        if (sound) promise(letters(Value{*read}) == letters(Value{whole}), "both ways of reading say the same");
    }
    return 0;
}
