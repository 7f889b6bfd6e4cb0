#include "commands/narrowing_options.hpp"

namespace sss {

void add_satellite_option(Command command, NarrowingRequest& request)
{
    command.add_list_option("--satellite", request.satellites,
                            "Only what belongs to these satellites; none: to no satellite", "ID");
}

void add_whose_options(Command command, NarrowingRequest& request)
{
    add_satellite_option(command, request);
    command.add_list_option("--organisation", request.organisations,
                            "Only what belongs to these organisations; none: to nobody", "ID");
}

void add_narrowing_options(Command command, NarrowingRequest& request)
{
    add_whose_options(command, request);
    command.add_list_option("--kind", request.kinds, "Only records of these kinds", "KIND");
}

void add_type_option(Command command, std::vector<std::string>& types)
{
    command.add_list_option("--type", types, "Only milestones of these types: review, launch …", "TYPE");
}

}  // namespace sss
