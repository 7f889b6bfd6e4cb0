#include "words/page_words.hpp"

#include "words/words.hpp"

namespace sss {

std::string and_more(std::int64_t number)
{
    return "… and " + number_text(number) + " more";
}

}  // namespace sss
