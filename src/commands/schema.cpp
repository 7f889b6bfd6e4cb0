#include "commands/command_line.hpp"
#include "print/json/json_text.hpp"
#include "print/text/columns.hpp"
#include "records/editors.hpp"
#include "rules/rules.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"
#include "work/history_view.hpp"
#include "work/view.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace sss {
namespace {

struct SchemaOptions {
    std::string kind;
    std::string editor;
    HistoryOptions history;
};

/// A schema of the repository's own names its file; a standard one is known by its bare name.
bool is_own(Schema const& schema)
{
    return schema.path().find('/') != std::string::npos;
}

std::string in_data(Layout const& layout, std::string const& folder)
{
    return layout.data_folder().empty() ? folder : layout.data_folder() + '/' + folder;
}

std::string table_of(Configuration const& configuration)
{
    std::size_t name = 0, folder = 0;
    for (auto const& schema : configuration.schemas.all()) {
        name = std::max(name, schema.kind().name.size());
        folder = std::max(folder, in_data(configuration.layout, schema.kind().folder).size());
    }
    std::string text;
    for (auto const& schema : configuration.schemas.all())
        text += fmt::format("{:<{}}  {:<{}}  {}\n", schema.kind().name, name,
                            in_data(configuration.layout, schema.kind().folder), folder,
                            is_own(schema) ? schema.path() : "standard");
    return text;
}

std::string editor_settings(Configuration const& configuration, std::string const& editor)
{
    std::vector<SchemaAssociation> associations;
    for (auto const& schema : configuration.schemas.all())
        associations.push_back({in_data(configuration.layout, schema.kind().folder),
                                is_own(schema) ? schema.path()
                                               : fmt::format("{}/standard/{}.schema.json",
                                                             configuration.settings.data.schemas, schema.kind().name)});
    return editor == "taplo" ? taplo_settings(associations) : tombi_settings(associations);
}

ExitStatus run_schema(SchemaOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const view = open_view(common, moment(options.history), outside(common, surroundings), Detail::values);
    auto const& configuration = view.configuration();
    if (!options.editor.empty() && !options.kind.empty())
        throw UsageError{"--editor prints the settings for all kinds", "Leave out the kind, or --editor."};
    // Its very bytes go into the file of -o alone.
    auto const to_file = !common.output.empty();
    auto const shown = [&](std::string const& text) { return to_file ? text : visible_lines(text); };
    auto const json = [&] { return configuration.schemas.find(find_kind(view.kinds(), options.kind).name)->json(); };
    if (!options.editor.empty())
        deliver(shown(editor_settings(configuration, options.editor)), common, surroundings);
    else if (options.kind.empty())
        deliver(visible_lines(table_of(configuration)), common, surroundings);
    else
        deliver(to_file ? json() : escaped_json(json()), common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_schema(CommandLine& line)
{
    auto options = std::make_shared<SchemaOptions>();
    auto const command =
        line.add_command("schema", "The kinds of records, and the JSON Schema of one",
                         "  sss schema                                      the kinds, their folders and schemas\n"
                         "  sss schema milestone                            its schema, as editors read it\n"
                         "  sss schema milestone -o schemas/milestone.schema.json   one to make your own of\n"
                         "  sss schema --editor taplo -o .taplo.toml        completion and hover in editors");
    command.add_option("KIND", options->kind, "A kind; without, the list of them");
    command
        .add_option("--editor", options->editor, "Print the settings that tell an editor of all kinds: taplo or tombi")
        ->one_of({"taplo", "tombi"})
        ->type_name("EDITOR");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_schema(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
