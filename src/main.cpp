#include "commands/command_line.hpp"
#include "commands/terminal/real_world.hpp"
#include "support/ci.hpp"
#include "support/utf8.hpp"
#include "work/change/working_tree.hpp"

#include <exception>
#include <string>

#include <fmt/format.h>

namespace {

int end(sss::Surroundings const& surroundings, sss::ExitStatus status, std::string const& message,
        std::string const& remedy)
{
    // Paths, names and values of a stranger stand in it.
    surroundings.complain(sss::visible_lines(sss::with_remedy(sss::visible(message), remedy)));
    return static_cast<int>(status);
}

}  // namespace

int main(int argc, char** argv)
{
    auto const surroundings = sss::real_world();
    try {
        sss::CommandLine line;
        sss::add_commands(line);
        if (auto const status = sss::parse(line, argc, argv, surroundings)) return static_cast<int>(*status);
        line.common.git = surroundings.git;
        auto const status = line.task(surroundings);
        if (line.for_people())
            if (auto const words = sss::unfinished_words(line.common); !words.empty()) surroundings.complain(words);
        return static_cast<int>(status);
    } catch (sss::CiError const& error) {
        return end(surroundings, error.status(), error.what(), error.remedy_on(surroundings.ci));
    } catch (sss::Error const& error) {
        return end(surroundings, error.status(), error.what(), error.remedy());
    } catch (std::bad_alloc const&) {
        return end(surroundings, sss::ExitStatus::environment, "memory ran out", "");
    } catch (std::exception const& error) {
        return end(surroundings, sss::ExitStatus::environment,
                   fmt::format("stopped by an unexpected failure: {}", error.what()),
                   "This is a defect of sss; please report it with the command you ran.");
    }
}
