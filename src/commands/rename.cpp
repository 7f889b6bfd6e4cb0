#include "work/change/rename.hpp"

#include "commands/changing.hpp"

#include <memory>

namespace sss {
namespace {

struct RenameOptions {
    RenameRequest request;
    WritingOptions writing;
};

}  // namespace

void add_rename(CommandLine& line)
{
    auto options = std::make_shared<RenameOptions>();
    auto& request = options->request;
    auto const command = line.add_command("rename", "A record gets another id; all that name it follow",
                                          "  sss rename sss-1-cdr sss-1-system-cdr\n"
                                          "  sss rename organisation/buaa beihang --dry-run");
    command.add_option("ID", request.id, "The record: its id, or KIND/ID")->required();
    command.add_option("NEW", request.name, "Its new id")->required();
    command.add_option("--reason", request.reason, "Why, for the commit")->type_name("TEXT");
    add_writing_options(command, options->writing);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return change(options->request, options->writing, line.common, surroundings);
        };
    });
}

}  // namespace sss
