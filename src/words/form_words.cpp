#include "words/form_words.hpp"

#include "schema/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace

std::string form_title(RecordForm const& form)
{
    return form.update ? fmt::format("{}: a change", capitalised(form.kind)) : capitalised(form.kind);
}

std::string form_purpose(RecordForm const& form)
{
    return form.update ? fmt::format("Tell what has changed of {} on record.", schema::with_article(form.kind))
                       : fmt::format("Tell of {} that is not on record yet.", schema::with_article(form.kind));
}

std::string form_introduction(RecordForm const& form)
{
    return form.update
               ? "Fill in what has changed; what you leave empty stays as it is. A maintainer looks at it before "
                 "it becomes part of the record, and it is public."
               : "Fill in what you know. A maintainer looks at it before it becomes part of the record, and it is "
                 "public.";
}

std::string question_help(FormQuestion const& question, bool shows_options)
{
    using Answer = FormQuestion::Answer;
    auto help = question.help;
    auto const say = [&](std::string const& sentence) { help += (help.empty() ? "" : " ") + sentence; };
    if (question.answer == Answer::list) say("One a line.");
    if (question.options.empty() || shows_options) return help;
    auto const options = fmt::format("{}", fmt::join(question.options, ", "));
    say(question.answer == Answer::some_of ? fmt::format("Any of: {}.", options) : fmt::format("One of: {}.", options));
    return help;
}

std::string new_id_help(std::string_view ids)
{
    return fmt::format("What names it everywhere: {}. Left empty, one is proposed.", ids);
}

std::string standing_id_help()
{
    return "Which one it is.";
}

std::string reason_help()
{
    return "Why, in a sentence: it stands in the history.";
}

std::string date_help(std::string_view help)
{
    return fmt::format("{}{}As in 2027-05-14, or what is known: 2027-05, 2027-Q2, 2027.", help,
                       help.empty() ? "" : " ");
}

std::string made_by(RecordForm const& form, std::string_view site)
{
    return fmt::format(
        "Made by: sss form {}{} --for {}. Make it again when the kind or the records that it names change.", form.kind,
        form.update ? " --update" : "", site);
}

std::string left_out_words(RecordForm const& form)
{
    if (form.left_out.empty()) return {};
    return fmt::format("the form does not ask for {}: {} of tables", fmt::join(form.left_out, ", "),
                       form.left_out.size() == 1 ? "it is a list" : "they are lists");
}

std::string form_label(std::string_view kind)
{
    return fmt::format("sss: {}", kind);
}

}  // namespace sss
