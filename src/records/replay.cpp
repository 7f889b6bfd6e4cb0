#include "records/replay.hpp"

#include "programme/date.hpp"
#include "records/document.hpp"
#include "support/error.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace sss {

namespace {

std::optional<std::string_view> embedded_bytes(std::span<embedded::File const> files, std::string_view path)
{
    auto const found = std::ranges::find(files, path, &embedded::File::path);
    return found == files.end() ? std::nullopt : std::optional{found->bytes};
}

/// Reads the fields of one step; what is missing is an Error that names it.
class StepReader {
public:
    explicit StepReader(Table const& table) : table_(table) {}

    std::string text(std::string_view key) const
    {
        auto const* value = find(table_, key);
        if (value == nullptr || value->text() == nullptr) throw broken(fmt::format("it has no {}", key));
        return *value->text();
    }

    std::vector<std::string> list(std::string_view key) const
    {
        std::vector<std::string> all;
        auto const* value = find(table_, key);
        if (value == nullptr || value->array() == nullptr) return all;
        for (auto const& one : *value->array()) {
            if (one.string() == nullptr) throw broken(fmt::format("an entry of {} is no text", key));
            all.push_back(*one.string());
        }
        return all;
    }

    Error broken(std::string const& reason) const
    {
        auto const* step = find(table_, "step");
        auto const name =
            step != nullptr && step->string() != nullptr ? *step->string() : std::string{"without a name"};
        return Error{fmt::format("replay the step {}", name), reason};
    }

private:
    Table const& table_;
};

/// "-07:00" at the end of an instant's text; UTC otherwise.
int offset_of(std::string_view instant)
{
    if (instant.size() < 6 || instant.ends_with('Z')) return 0;
    auto const text = instant.substr(instant.size() - 6);
    int hours = 0, minutes = 0;
    std::from_chars(text.data() + 1, text.data() + 3, hours);
    std::from_chars(text.data() + 4, text.data() + 6, minutes);
    return (hours * 60 + minutes) * (text.front() == '-' ? -1 : 1);
}

ReplayStep read_step(StepReader const& reader, std::span<embedded::File const> files)
{
    ReplayStep step;
    step.author = reader.text("author");
    step.email = reader.text("email");
    auto const date = reader.text("date");
    auto const parsed = parse_date(date, Zone::utc());
    auto const* instant = std::get_if<Date>(&parsed);
    if (instant == nullptr || !instant->instant()) throw reader.broken("its date is no instant");
    step.when = *instant->instant();
    step.offset_minutes = offset_of(date);
    step.message = fmt::format("{}\n\n{}", reader.text("subject"), reader.text("body"));
    auto const folder = reader.text("step");
    for (auto const& path : reader.list("write")) {
        auto bytes = embedded_bytes(files, fmt::format("example/{}/{}", folder, path));
        if (!bytes) bytes = embedded_bytes(files, "data/" + path);
        if (!bytes) throw reader.broken(fmt::format("{} stands neither in its folder nor in data/", path));
        step.write["data/" + path] = *bytes;
    }
    for (auto const& path : reader.list("remove")) step.remove.push_back("data/" + path);
    return step;
}

}  // namespace

std::vector<ReplayStep> read_replay(std::span<embedded::File const> files)
{
    auto const text = embedded_bytes(files, "example/replay.toml");
    Table replay;
    if (!text || !parse_values(*text, replay)) throw Error{"replay the example", "its list of steps cannot be read"};
    auto const* commits = find(replay, "commit");
    std::vector<ReplayStep> steps;
    if (commits != nullptr && commits->array() != nullptr)
        for (auto const& commit : *commits->array())
            if (commit.table() != nullptr) steps.push_back(read_step(StepReader{*commit.table()}, files));
    if (auto const settings = embedded_bytes(files, "sss.toml"); settings && !steps.empty())
        steps.front().write["sss.toml"] = *settings;
    return steps;
}

}  // namespace sss
