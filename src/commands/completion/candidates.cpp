#include "commands/completion/candidates.hpp"

#include "commands/command_line.hpp"
#include "commands/completion/field_words.hpp"
#include "facts/query/computed.hpp"
#include "rules/rules.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "work/by_name.hpp"
#include "work/view.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace sss {
namespace {

constexpr std::size_t longest_description = 60;

bool takes_value(CLI::Option const& option)
{
    return option.get_items_expected_max() > 0;
}

/// The choices that CLI11 checks a value against: their only trace in its tree is the text "{a,b}" of the check.
std::vector<std::string> choices_of(CLI::Option const& option)
{
    auto const type = option.get_type_name();
    auto const open = type.find('{');
    auto const close = type.rfind('}');
    if (open == std::string::npos || close == std::string::npos || close < open) return {};
    std::vector<std::string> choices;
    std::string_view rest{type};
    rest = rest.substr(open + 1, close - open - 1);
    while (!rest.empty()) {
        auto const end = std::min(rest.find(','), rest.size());
        choices.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return choices;
}

/// How the command tree calls a value: the name of a positional, else the type of an option.
std::string what_it_takes(CLI::Option const& option)
{
    if (option.get_positional()) return option.get_single_name();
    auto const type = option.get_type_name();
    return type.substr(0, type.find(':'));
}

/// What stands on the command line before the word that is being typed.
struct Typed {
    CLI::App* command = nullptr;         ///< nothing: the command is still to be named
    std::vector<std::string> plain;      ///< words behind the command that are neither options nor their values
    std::set<CLI::Option const*> given;  ///< options
    CLI::Option const* asked = nullptr;  ///< the option whose value is being typed
    std::string asked_field;             ///< the same for an option that only the kind's schema knows (sss add)
    std::string directory = ".";         ///< of -C
    bool options_ended = false;          ///< by `--`
};

Typed read_words(CLI::App& app, std::vector<std::string> const& words)
{
    Typed typed;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        auto const& word = words[i];
        auto& here = typed.command != nullptr ? *typed.command : app;
        if (typed.asked != nullptr) {
            if (typed.asked->check_sname("C")) typed.directory = word;
            typed.asked = nullptr;
        } else if (word == "--") {
            typed.options_ended = true;
        } else if (!typed.options_ended && word.size() > 1 && word.front() == '-') {
            auto const equals = word.find('=');
            auto const* option = here.get_option_no_throw(word.substr(0, equals));
            if (option == nullptr) {
                if (here.get_name() == "add" && equals == std::string::npos && ++i + 1 == words.size())
                    typed.asked_field = word;
                continue;
            }
            typed.given.insert(option);
            if (takes_value(*option) && equals == std::string::npos) typed.asked = option;
        } else if (typed.command == nullptr) {
            auto const commands = app.get_subcommands([&](CLI::App const* one) { return one->get_name() == word; });
            typed.command = commands.empty() ? &app : commands.front();  // no such command: nothing fits behind it
        } else {
            typed.plain.push_back(word);
        }
    }
    return typed;
}

class Finder {
public:
    Finder(CommandLine& line, Surroundings const& surroundings, std::string word)
        : line_(line), surroundings_(surroundings), word_(std::move(word))
    {}

    Candidates find(Typed const& typed)
    {
        typed_ = &typed;
        if (typed.command == &line_.app) return {};
        if (typed.asked != nullptr) {
            value(*typed.asked, "");
        } else if (!typed.asked_field.empty()) {
            if (auto const* field = added_field(typed.asked_field)) values_of(*field, "", word_);
        } else if (!typed.options_ended && word_.starts_with('-')) {
            auto const equals = word_.find('=');
            if (equals == std::string::npos)
                options();
            else if (auto const* option = here().get_option_no_throw(word_.substr(0, equals)))
                value(*option, word_.substr(0, equals + 1));
            else if (auto const* field = added_field(word_.substr(0, equals)))
                values_of(*field, word_.substr(0, equals + 1), word_.substr(equals + 1));
        } else if (typed.command == nullptr) {
            commands();
        } else if (auto const* positional = positional_at(typed.plain.size())) {
            value(*positional, "");
        }
        std::ranges::stable_sort(found_.list, {}, &Candidate::value);
        auto const [first, last] = std::ranges::unique(found_.list, {}, &Candidate::value);
        found_.list.erase(first, last);
        return std::move(found_);
    }

private:
    CLI::App& here() const { return typed_->command != nullptr ? *typed_->command : line_.app; }

    /// Names come from anybody. One with a dash in front would be taken for an option, one with a colon for a word of
    /// ours to the script, and a control character could do anything in a terminal.
    void offer(std::string value, std::string_view description = {})
    {
        if (!value.starts_with('-') || word_.starts_with('-')) offer_as_is(std::move(value), description);
    }

    void offer_as_is(std::string value, std::string_view description)
    {
        auto const control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
        if (!value.starts_with(word_) || value.starts_with(':') || std::ranges::any_of(value, control)) return;
        found_.list.push_back({std::move(value), visible(one_line(description, longest_description))});
    }

    void commands()
    {
        for (auto const* command : line_.app.get_subcommands(nullptr))
            if (!command->get_group().empty()) offer(command->get_name(), command->get_description());
    }

    void options()
    {
        for (auto const* option : here().get_options()) {
            auto const again = option->get_expected_max() > 1;
            if (option->get_positional() || option->get_group().empty()) continue;
            if (typed_->given.contains(option) && !again) continue;
            for (auto const& name : option->get_lnames()) offer_as_is("--" + name, option->get_description());
            if (option->get_lnames().empty())
                for (auto const& name : option->get_snames()) offer_as_is("-" + name, option->get_description());
        }
        if (auto const* kind = added_kind())
            for (auto const& field : kind->fields)
                if (field.path.find_first_of(".[") == std::string::npos)
                    offer_as_is(option_of(field), field.description);
    }

    CLI::Option const* positional_at(std::size_t index) const
    {
        CLI::Option const* last = nullptr;
        for (auto const* option : here().get_options()) {
            if (!option->get_positional()) continue;
            last = option;
            if (index == 0) return option;
            --index;
        }
        return last != nullptr && last->get_expected_max() > 1 ? last : nullptr;
    }

    /// @param before  what stands of the word before the value: "--format="
    void value(CLI::Option const& option, std::string const& before)
    {
        auto const choices = choices_of(option);
        for (auto const& choice : choices) offer(before + choice);
        if (!choices.empty()) return;
        auto const what = what_it_takes(option);
        for (auto const& name : option.get_lnames())
            if (kind_named(name) != nullptr) return ids(before, name);  // --satellite, --organisation
        if (what == "ID" && word_.find('#') != std::string::npos) return items(before);
        if (what == "ID" || what == "ID|DATE") ids(before, {});
        if (what == "KIND") return kinds(before);
        if (what == "RULE") return rules(before);
        if (what == "REV") return revisions(before);
        if (what == "DATE|PERIOD|REV") return periods(before, true);
        if (what == "PERIOD" || what == "RANGE") return periods(before, what == "RANGE");
        if (what == "COMMAND") return commands();
        if (what == "FIELD=VALUE") return assignments();
        if (what == "FIELD" || what == "FIELDS" || what == "FILTER") return fields(before, what);
        if (what == "MEETING#ACTION|DATE") return actions(before);
        if ((what == "DATE" || (what == "ID|DATE" && !typed_->plain.empty())) && before.empty())
            for (auto const* day : {"today", "yesterday"}) offer(day);
        if (what == "FILE" || what == "PATH") found_.beside = Candidates::Beside::files;
        if (what == "DIR") found_.beside = Candidates::Beside::folders;
    }

    void ids(std::string const& before, std::string const& only_kind)
    {
        if (view() == nullptr) return;
        auto const with_kind = word_.find('/') != std::string::npos;
        for (auto const& record : view()->records.all()) {
            if (!only_kind.empty() && record.kind->name != only_kind) continue;
            auto const shared = only_kind.empty() && view()->records.named(record.id).size() > 1;
            auto const whole = record.kind->name + '/' + record.id;
            if (!shared) offer(before + record.id, record.title());
            if (shared || (with_kind && only_kind.empty())) offer(before + whole, record.title());
        }
    }

    void kinds(std::string const& before)
    {
        if (view() == nullptr) return;
        for (auto const* kind : view()->kinds()) offer(before + kind->name);
        if (here().get_name() != "list") return;
        ItemSorts const sorts{view()->kinds()};
        for (auto const& sort : sorts.all()) offer(before + sort.kind.name);
    }

    /// Of the record that is named before the '#'.
    void items(std::string const& before)
    {
        auto const* record = named_record(word_.substr(before.size(), word_.find('#') - before.size()));
        if (record == nullptr) return;
        ItemSorts const sorts{view()->kinds()};
        for (auto const& sort : sorts.all())
            for (auto const& item : items_of(sort, *record)) offer(before + item.id, item.title());
    }

    void rules(std::string const& before)
    {
        for (auto const& rule : all_rules()) offer(before + std::string{rule.name}, rule.summary);
    }

    void revisions(std::string const& before)
    {
        offer(before + "HEAD");
        if (view() == nullptr) return;
        try {
            auto const repository = git::Repository::find(line_.common.directory, line_.common.git);
            if (!repository) return;
            auto const named = [&](std::string const& name, std::string_view what) {
                // git takes the long name for it, and nobody takes that for an option.
                offer(
                    before + (name.starts_with('-') ? fmt::format("refs/{}/{}", what == "tag" ? "tags" : "heads", name)
                                                    : name),
                    what);
            };
            std::set<std::string> tags;
            for (auto const& tag : repository->tags()) tags.insert(tag.name);
            for (auto const& tag : tags) named(tag, "tag");
            for (auto const& name : repository->revision_names())
                if (!tags.contains(name)) named(name, "branch");
        } catch (Error const&) {
            return;  // no revisions to offer
        }
    }

    void periods(std::string const& before, bool revisions_too)
    {
        if (here().get_name() != "diff")  // whose range is of revisions alone
            for (auto const* name : {"this-week", "last-week", "this-month", "last-month", "last-quarter", "last-year"})
                offer(before + name);
        if (!revisions_too) return;
        auto const dots = word_.rfind("..");
        revisions(dots == std::string::npos ? before : word_.substr(0, dots + 2));
    }

    void actions(std::string const& before)
    {
        if (view() == nullptr) return;
        for (auto const& record : view()->records.all()) {
            auto const* list = sss::find(record.fields(), keys::action);
            if (list == nullptr || list->array() == nullptr) continue;
            for (auto const& item : *list->array()) {
                auto const* id = item.table() != nullptr ? sss::find(*item.table(), keys::id) : nullptr;
                auto const* text = item.table() != nullptr ? sss::find(*item.table(), keys::text) : nullptr;
                if (id == nullptr || id->string() == nullptr || sss::find(*item.table(), keys::closed) != nullptr)
                    continue;
                offer(before + record.id + '#' + *id->string(),
                      text != nullptr && text->string() != nullptr ? *text->string() : std::string{});
            }
        }
    }

    /// Names of fields: of the kind or the record that is named before, else of all kinds. A list goes on behind a
    /// comma.
    void fields(std::string const& before, std::string_view what)
    {
        if (view() == nullptr) return;
        auto const comma = what == "FIELDS" ? word_.rfind(',') : std::string::npos;
        auto const done = comma == std::string::npos ? before : word_.substr(0, comma + 1);
        if (what == "FILTER") found_.beside = Candidates::Beside::open;
        ItemSorts const sorts{view()->kinds()};
        auto kinds = meant_kinds();
        if (here().get_name() == "list" && !typed_->plain.empty())
            if (auto const found = sorts.named(typed_->plain.front()); found.size() == 1)
                kinds = {&found.front()->kind};
        for (auto const* kind : kinds) {
            for (auto const& field : kind->fields)
                if (field.path.find('[') == std::string::npos) offer(done + field.path, field.description);
            if (here().get_name() != "list") continue;
            for (auto const computed : all_computed())
                if (says(computed, *kind, "")) offer(done + std::string{name(computed)});
        }
    }

    void assignments()
    {
        if (view() == nullptr || typed_->plain.empty()) return;
        auto const* record = named_record(typed_->plain.front());
        if (record == nullptr) return;
        auto const equals = word_.find('=');
        if (equals != std::string::npos) {
            auto name = word_.substr(0, equals);
            if (name.ends_with('+') || name.ends_with('-')) name.pop_back();
            if (auto const* field = record->kind->field(schema_path(name)))
                values_of(*field, word_.substr(0, equals + 1), word_.substr(equals + 1));
            return;
        }
        found_.beside = Candidates::Beside::open;
        for (auto const& field : record->kind->fields) {
            if (field.type == FieldType::table) continue;
            auto const sign = field.type == FieldType::array ? "+=" : "=";
            for (auto const& path : typed_paths(*record, field.path)) offer(path + sign, field.description);
        }
    }

    /// What a field may hold. The items of a list stand with commas between them.
    void values_of(Field const& field, std::string const& before, std::string const& so_far)
    {
        auto const comma = field.type == FieldType::array ? so_far.rfind(',') : std::string::npos;
        auto const done = before + (comma == std::string::npos ? "" : so_far.substr(0, comma + 1));
        for (auto const& choice : field.choices) offer(done + choice);
        if (field.type == FieldType::boolean)
            for (auto const* word : {"true", "false"}) offer(done + word);
        for (auto const& kind : field.references) ids(done, kind);
    }

    Field const* added_field(std::string const& option)
    {
        auto const* kind = added_kind();
        if (kind == nullptr) return nullptr;
        auto const found =
            std::ranges::find_if(kind->fields, [&](Field const& field) { return option_of(field) == option; });
        return found == kind->fields.end() ? nullptr : &*found;
    }

    static std::string option_of(Field const& field)
    {
        auto name = field.path;
        std::ranges::replace(name, '_', '-');
        return "--" + name;
    }

    /// The kind of `sss add KIND`.
    Kind const* added_kind()
    {
        if (typed_->command == nullptr || typed_->command->get_name() != "add" || typed_->plain.empty()) return nullptr;
        return kind_named(typed_->plain.front());
    }

    Kind const* kind_named(std::string const& name)
    {
        if (view() == nullptr) return nullptr;
        auto const& kinds = view()->kinds();
        auto const found = std::ranges::find(kinds, name, &Kind::name);
        return found == kinds.end() ? nullptr : *found;
    }

    Record const* named_record(std::string const& typed)
    {
        try {
            return view() != nullptr ? &find_record(view()->records, typed) : nullptr;
        } catch (Error const&) {
            return nullptr;  // none or several fit
        }
    }

    std::vector<Kind const*> meant_kinds()
    {
        if (!typed_->plain.empty()) {
            if (auto const* kind = kind_named(typed_->plain.front())) return {kind};
            if (auto const* record = named_record(typed_->plain.front())) return {record->kind};
        }
        return view()->kinds();
    }

    /// The data repository as it stands; nothing where there is none or it cannot be read.
    View const* view()
    {
        if (!tried_) {
            tried_ = true;
            line_.common.directory = typed_->directory;
            auto silent = surroundings_;
            silent.complain = [](std::string_view) {};
            try {
                view_.emplace(open_view(line_.common, {}, outside(line_.common, silent), Detail::values));
                view_->records.remember({});  // nobody who presses Tab waits for a history
            } catch (Error const&) {
            }
        }
        return view_ ? &*view_ : nullptr;
    }

    CommandLine& line_;
    Surroundings const& surroundings_;
    std::string word_;
    Typed const* typed_ = nullptr;
    std::optional<View> view_;
    bool tried_ = false;
    Candidates found_;
};

}  // namespace

Candidates candidates(CommandLine& line, std::vector<std::string> const& words, Surroundings const& surroundings)
{
    if (words.empty()) return {};
    return Finder{line, surroundings, words.back()}.find(read_words(line.app, words));
}

}  // namespace sss
