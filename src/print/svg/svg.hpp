#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Pictures as SVG 1.1 that stand alone or within a page: no script, no font and no request from elsewhere. Colours
/// follow the reader's choice of dark or light, but not on paper; lines differ in dashes and marks besides. All numbers
/// have one decimal at most, so that the same facts give the same bytes on every machine.
namespace sss {

/// "12", "12.5", "-0.1": at most one decimal, never an exponent.
std::string px(double value);

/// How wide a text is at a size of `size` units, at most, in the usual fonts of systems: an estimate by kinds of
/// letters, on the safe side.
double text_width(std::string_view text, double size);

/// Cut to fit, its last character being '…' where something was cut.
std::string fitted(std::string_view text, double size, double width);

/// Cut in the middle so far that it fits: "Payload…test 7". Letters and the marks that belong to them stay together.
std::string cut_within(std::string_view text, std::function<bool(std::string const&)> const& fits);

/// Likewise, but cut in the middle, so that the end is kept.
std::string fitted_within(std::string_view text, double size, double width);

/// Cut at its end, or in the middle where another one of `others`, cut alike, would look the same.
std::string fitted_apart(std::string_view text, std::vector<std::string> const& others, double size, double width);

/// Lines that are no wider, broken at spaces.
std::vector<std::string> fitted_lines(std::string_view text, double size, double width);

struct Point {
    double x = 0;
    double y = 0;
};

enum class Anchor : std::uint8_t { start, middle, end };

/// What a mark looks like; each can be told from the others without colour.
enum class Mark : std::uint8_t { circle, square, triangle, diamond, down, cross, hexagon, star };

/// How many ways there are to draw a line of data: by colour, and by dashes, which repeat at different steps.
inline constexpr std::size_t line_colours = 6;
inline constexpr std::size_t line_dashes = 5;

/// The classes of the k-th line of data, and of what is filled in its colour.
std::string line_classes(std::size_t k);
std::string stroke_class(std::size_t k);
std::string fill_class(std::size_t k);
/// The mark of the k-th line.
Mark line_mark(std::size_t k);

/// The rules of style of all pictures.
std::string_view picture_style();

/// A picture that is written from back to front.
class Svg {
public:
    /// @param id     makes the ids within unique on a page: "trend"
    /// @param title  what it is, and
    /// @param description  what it shows, for who cannot see it; both are text
    /// @param styled  it holds its own rules of style; else the page that holds it has them (picture_style())
    Svg(std::string_view id, double width, double height, std::string_view title, std::string_view description,
        bool styled = true);

    void line(Point from, Point to, std::string_view classes);
    /// An upright line with gaps where something is to stand before it. @param gaps  from, to; in any order
    void upright(double x, double top, double bottom, std::vector<std::pair<double, double>> gaps,
                 std::string_view classes);
    void polyline(std::vector<Point> const& points, std::string_view classes);
    void polygon(std::vector<Point> const& points, std::string_view classes);
    void rectangle(Point corner, double width, double height, std::string_view classes, double rounding = 0);
    void mark(Mark mark, Point centre, double radius, std::string_view classes);

    /// A run of words of our own.
    void text(Point at, std::string_view words, std::string_view classes, Anchor anchor = Anchor::start);
    /// A name out of a record, kept from reordering what stands beside it, and `aside` behind it in fainter letters.
    void name(Point at, std::string_view name, std::string_view aside, std::string_view classes,
              Anchor anchor = Anchor::start);

    /// What is drawn until the matching end() belongs together, and is shown when pointed at.
    void begin(std::string_view classes, std::string_view tooltip = {});
    void end();

    /// The whole picture.
    std::string finish();

private:
    std::string body_;
};

/// Puts texts of one height below each other without overlap, each as near as can be to where it wants to be, in the
/// order of their wishes: the least sum of squared distances (isotonic regression by pooling neighbours).
/// @param wanted  their middles, in any order
/// @return        where each of them goes, within [top, bottom] where they fit
std::vector<double> spread(std::vector<double> const& wanted, double height, double top, double bottom);

/// Finds places for labels beside points so that none covers another label.
class LabelPlaces {
public:
    LabelPlaces(double left, double top, double right, double bottom);

    /// Something that labels must not cover.
    void forbid(double left, double top, double right, double bottom);
    /// Something that labels had better not cover.
    /// @param dear  how far a label goes out of its way, in units of the picture
    void avoid(Point from, Point to, double dear = 14);

    /// What a box there would cost; nothing where it covers a label or what is forbidden, or leaves the picture.
    std::optional<double> cost_of(double left, double top, double right, double bottom) const;

    struct Place {
        Point at;  ///< the text's beginning (or end, where it ends there), and its middle line
        Anchor anchor = Anchor::start;
        bool found = false;
    };
    /// The nearest place for a text of this size beside a point, at its height or half a line above or below, right of
    /// it rather than left. Takes the place.
    /// @param left_dear  what going to the left costs
    /// @param dearest  no place that costs more
    Place place(Point beside, double width, double height, double gap, double left_dear, double dearest);

private:
    struct Box {
        double left, top, right, bottom;
    };
    double cost(Box const& box) const;

    Box bounds_;
    std::vector<Box> taken_;
    struct Avoided {
        Point from, to;
        double dear;
    };
    std::vector<Avoided> avoided_;
};

}  // namespace sss
