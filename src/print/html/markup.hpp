#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace sss {

/// Text for an element's content or a quoted attribute's value. Control characters and what reorders or hides text are
/// made visible; line ends and tabs become blanks.
std::string escape_html(std::string_view text);

/// Markup: what it holds was escaped on its way in. No text becomes markup by mistake, and none is escaped twice.
class Html {
public:
    Html() = default;

    /// A text as an element's content or a quoted attribute's value.
    explicit Html(std::string_view text) : markup_(escape_html(text)) {}

    /// What another writer made as markup: a picture, a sentence whose record texts were escaped when it was worded.
    static Html made(std::string markup)
    {
        Html html;
        html.markup_ = std::move(markup);
        return html;
    }

    bool empty() const { return markup_.empty(); }
    std::string const& markup() const& { return markup_; }
    std::string markup() && { return std::move(markup_); }

    Html& operator+=(Html const& more)
    {
        markup_ += more.markup_;
        return *this;
    }
    friend Html operator+(Html a, Html const& b) { return std::move(a += b); }
    bool operator==(Html const&) const = default;

private:
    std::string markup_;
};

namespace markup {

inline std::string_view argument(Html const& html)
{
    return html.markup();
}
inline std::string argument(std::string_view text)
{
    return escape_html(text);
}
template <std::integral Number>
Number argument(Number number)
{
    return number;
}

}  // namespace markup

/// The form, which is markup, with its arguments: Html goes in as it is, text escaped.
///
///     html("<p class=\"{}\">{}</p>\n", look, text)
template <typename... Arguments>
Html html(fmt::format_string<decltype(markup::argument(std::declval<Arguments const&>()))...> form,
          Arguments const&... arguments)
{
    return Html::made(fmt::format(form, markup::argument(arguments)...));
}

/// `between` stands where both say something.
Html joined(Html a, Html const& between, Html const& b);

}  // namespace sss
