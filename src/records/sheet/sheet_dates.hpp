#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// In which order a date's numbers stand.
enum class DateOrder : std::uint8_t { day_first, month_first, year_first };

/// "dd.mm.yyyy", "m/d/yy", "yyyy-mm-dd": the order of its letters; nothing where it is no such format.
std::optional<DateOrder> read_date_format(std::string_view format);

/// The cells of one column of dates, as people in several countries write them: `15.06.2026`, `6/15/2026`, `2026/6/15`,
/// `06/2026`, in Latin, Arabic or Persian digits. All cells are seen first, then each is read by the one order that
/// fits them all. With points between, the day stands first: no country writes it otherwise. Whatever is of another
/// form stays as it is.
class SheetDates {
public:
    /// @param said  the order, where somebody said it; years of two digits are read only then, as of this century
    explicit SheetDates(std::optional<DateOrder> said) : said_(said) {}

    /// @param row  its number in the sheet
    void see(std::uint32_t row, std::string_view cell);

    /// What keeps the cells from being read, as sentences: several orders fit, none does, a year of another calendar.
    std::vector<std::string> problems() const;

    /// The cell as ISO 8601 says it.
    std::string read(std::string_view cell) const;

private:
    struct Seen {
        std::uint32_t row;
        std::string text;
    };
    std::optional<DateOrder> said_;
    std::optional<Seen> day_first_;    ///< one that is no date with the month first
    std::optional<Seen> month_first_;  ///< one that is no date with the day first
    std::optional<Seen> open_;         ///< one that is a date in both orders, and not the same
    std::vector<std::string> wrong_;
};

/// The text with Arabic and Persian digits as Latin ones.
std::string with_latin_digits(std::string_view text);

}  // namespace sss
