#include "work/form/form_making.hpp"

#include "programme/standard_kinds.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"
#include "support/error.hpp"
#include "support/utf8.hpp"
#include "words/form_words.hpp"
#include "work/change/field_values.hpp"
#include "work/change/new_record.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

using Answer = FormQuestion::Answer;

/// A list to choose from stays one that is read; beyond, the id is typed.
constexpr std::size_t most_options = 100;
constexpr std::size_t longest_title = 60;

constexpr std::string_view reason_field = "reason";

/// "Planned", "Orbit altitude km": what settle_columns() reads back.
std::string label_of_field(Field const& field)
{
    auto label = field.title.empty() ? field.path : field.title;
    if (field.title.empty())
        std::ranges::replace_if(
            label, [](char c) { return c == '_' || c == '.'; }, ' ');
    if (!label.empty() && label.front() >= 'a' && label.front() <= 'z')
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

/// Whether ids can stand in a list of options and be read out of it again.
bool is_plain(std::string_view id)
{
    return id.find_first_of(", \t\r\n;") == std::string_view::npos;
}

/// "sss-1-cdr · SSS-1 CDR"; of several chosen ones commas stand between, so that a title may hold none.
std::string option_of(Record const& record)
{
    auto title = visible(record.title());
    std::erase(title, ',');
    if (title == record.id) return record.id;
    return record.id + option_joint + schema::shortened(title, longest_title);
}

class FormMaking {
public:
    FormMaking(Schema const& schema, Records const& records, FormRequest const& request)
        : kind_(schema.kind()), records_(records), request_(request)
    {}

    RecordForm make()
    {
        RecordForm form{.kind = kind_.name, .update = request_.update};
        if (kind_.field(keys::id) == nullptr) form.questions.push_back(which_record());
        for (auto const* field : asked_for(form.left_out)) form.questions.push_back(question(*field));
        if (field_typed(kind_, reason_field) == nullptr)
            form.questions.push_back(
                {.field = std::string{reason_field}, .label = "Reason", .help = reason_help(), .answer = Answer::line});
        name_apart(form.questions);
        return form;
    }

private:
    std::vector<Field const*> asked_for(std::vector<std::string>& left_out) const
    {
        std::vector<Field const*> fields;
        if (!request_.fields.empty()) {
            for (auto const& name : request_.fields)
                if (auto const* field = &named(name); std::ranges::find(fields, field) == fields.end())
                    fields.push_back(field);
            return fields;
        }
        for (auto const required : {true, false})
            for (auto const& field : kind_.fields)
                if (is_settable(field) && !(field.type == FieldType::table && has_members(kind_, field)) &&
                    always_required(kind_, field) == required)
                {
                    if (is_askable(field))
                        fields.push_back(&field);
                    else
                        left_out.push_back(field.path);
                }
        return fields;
    }

    static bool is_askable(Field const& field)
    {
        return field.type != FieldType::table && field.item_type != FieldType::table &&
               field.item_type != FieldType::array;
    }

    Field const& named(std::string const& name) const
    {
        auto const* field = field_typed(kind_, name);
        if (field != nullptr && is_askable(*field) && is_settable(*field)) return *field;
        std::vector<std::string> names;
        for (auto const& one : kind_.fields)
            if (is_settable(one) && is_askable(one)) names.push_back(one.path);
        auto const near = nearest(name, names);
        throw UsageError{fmt::format("no form can ask for '{}' of {}", visible(name), schema::with_article(kind_.name)),
                         near ? fmt::format("Did you mean '{}'?", *near)
                              : fmt::format("It can ask for {}.", fmt::join(names, ", "))};
    }

    FormQuestion which_record() const
    {
        FormQuestion id{.field = std::string{keys::id}, .label = "Id", .help = {}, .required = request_.update};
        if (!request_.update) {
            id.help = new_id_help(ids_in_words(kind_, records_));
            return id;
        }
        id.help = standing_id_help();
        choose_among(id, {kind_.name}, Answer::one_of);
        return id;
    }

    /// A list of the records, where it is one to choose from.
    void choose_among(FormQuestion& question, std::vector<std::string> const& kinds, Answer answer) const
    {
        std::vector<std::string> options;
        for (auto const& kind : kinds)
            for (auto const& record : records_.of(kind)) {
                if (!is_plain(record.id) || options.size() > most_options) return;
                if (auto option = option_of(record); std::ranges::find(options, option) == options.end())
                    options.push_back(std::move(option));
            }
        if (options.empty() || options.size() > most_options) return;
        question.answer = answer;
        question.options = std::move(options);
    }

    FormQuestion question(Field const& field) const
    {
        FormQuestion question{.field = field.path,
                              .label = label_of_field(field),
                              .help = visible(field.description),
                              .required = !request_.update && always_required(kind_, field)};
        auto const several = field.type == FieldType::array;
        auto const choose = several ? Answer::some_of : Answer::one_of;
        question.answer = several                                                 ? Answer::list
                          : field.path == keys::notes || field.path == keys::text ? Answer::text
                                                                                  : Answer::line;
        if (!field.references.empty()) {
            choose_among(question, field.references, choose);
        } else if (!field.choices.empty()) {
            question.answer = choose;
            question.options = field.choices;
        } else if (field.type == FieldType::boolean) {
            question.answer = Answer::one_of;
            question.options = {"true", "false"};
        } else if (field.type == FieldType::date) {
            question.help = date_help(question.help);
        }
        return question;
    }

    /// Two questions of one name could not be told apart when they come back: the field's path can.
    static void name_apart(std::vector<FormQuestion>& questions)
    {
        for (auto& question : questions)
            if (std::ranges::count(questions, question.label, &FormQuestion::label) > 1)
                question.label = question.field;
    }

    Kind const& kind_;
    Records const& records_;
    FormRequest const& request_;
};

}  // namespace

RecordForm record_form(Schema const& schema, Records const& records, FormRequest const& request)
{
    return FormMaking{schema, records, request}.make();
}

}  // namespace sss
