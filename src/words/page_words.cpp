#include "words/page_words.hpp"

namespace sss {

std::string and_more(std::int64_t number, Words const& words)
{
    return in_plain(words.quantity_in("of a list", number, "… and {n} more", "… and {n} more"));
}

std::string and_more_lines(std::int64_t number, Words const& words)
{
    return in_plain(words.quantity(number, "… and {n} more line", "… and {n} more lines"));
}

std::string and_where(std::string const& more, std::string const& command, Words const& words)
{
    if (command.empty()) return in_plain(words.say("{more}; --format json has all of them", "more"_a = more));
    return in_plain(words.say_in("what is left out, and who lists it", "{more}: `{command}`", "more"_a = more,
                                 "command"_a = command));
}

}  // namespace sss
