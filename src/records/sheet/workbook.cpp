#include "records/sheet/workbook.hpp"

#include "records/sheet/number_format.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <pugixml.hpp>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

constexpr std::uint32_t most_columns = 1000;
constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::size_t most_cells = 2'000'000;

CsvProblem no_workbook(std::string const& why)
{
    return {0, "this is no workbook that can be read: " + why, "save it as \"Excel workbook (.xlsx)\", or as CSV"};
}

std::string_view local_name(char const* name)
{
    std::string_view const whole{name};
    auto const colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// The elements of this name among the children, whatever their namespace is called.
std::vector<pugi::xml_node> children(pugi::xml_node const& parent, std::string_view name)
{
    std::vector<pugi::xml_node> found;
    for (auto const& child : parent.children())
        if (local_name(child.name()) == name) found.push_back(child);
    return found;
}

pugi::xml_node child(pugi::xml_node const& parent, std::string_view name)
{
    for (auto const& one : parent.children())
        if (local_name(one.name()) == name) return one;
    return {};
}

std::string_view attribute(pugi::xml_node const& node, std::string_view name)
{
    for (auto const& one : node.attributes())
        if (local_name(one.name()) == name) return one.value();
    return {};
}

template <typename Number>
std::optional<Number> number_of_text(std::string_view text)
{
    Number number{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "_x000D_" is the sign of that number: workbooks write so what XML cannot hold.
std::string unescaped(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        if (text.size() >= 7 && text.starts_with("_x") && text[6] == '_') {
            unsigned code = 0;
            auto const digits = text.substr(2, 4);
            auto const [end, error] = std::from_chars(digits.data(), digits.data() + 4, code, 16);
            if (error == std::errc{} && end == digits.data() + 4 && code != 0 && (code < 0xD800 || code >= 0xE000)) {
                out += encode_utf8(code);
                text.remove_prefix(7);
                continue;
            }
        }
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

/// The text of a shared or an inline string: that of all its runs, without how it is read aloud.
std::string text_of_runs(pugi::xml_node const& node)
{
    std::string text;
    for (auto const& part : node.children()) {
        auto const name = local_name(part.name());
        if (name == "t") text += part.text().get();
        if (name == "r") text += child(part, "t").text().get();
    }
    return unescaped(text);
}

/// "BC" of "BC12" as a number from 1; 0 where it is none.
std::uint32_t column_of(std::string_view reference)
{
    std::uint32_t column = 0;
    for (auto const c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
        if (column > most_columns) break;
    }
    return column;
}

class WorkbookReader {
public:
    WorkbookReader(WorkbookPart const& part, std::string const& wanted) : part_(part), wanted_(wanted) {}

    std::variant<WorkbookSheet, CsvProblem> read()
    {
        pugi::xml_document workbook;
        if (!load("xl/workbook.xml", workbook)) return trouble("it has no part xl/workbook.xml");
        auto const root = child(workbook, "workbook");
        auto const base = attribute(child(root, "workbookPr"), "date1904");
        since_1904_ = base == "1" || base == "true";
        auto const chosen = choose(children(child(root, "sheets"), "sheet"));
        if (problem_) return std::move(*problem_);
        auto const link = link_of(chosen);
        auto const path = path_of(link);
        if (path.empty()) return trouble("it has no sheet");
        read_strings();
        read_styles();
        pugi::xml_document sheet;
        if (!problem_ && !load(path, sheet)) return trouble("a part is missing");
        if (!problem_) refuse_merged(child(child(sheet, "worksheet"), "mergeCells"));
        if (!problem_) read_rows(child(child(sheet, "worksheet"), "sheetData"));
        if (problem_) return std::move(*problem_);
        return std::move(result_);
    }

private:
    std::variant<WorkbookSheet, CsvProblem> trouble(std::string const& why)
    {
        return problem_ ? std::move(*problem_) : no_workbook(why);
    }

    /// False where there is no such part, or a problem.
    bool load(std::string const& name, pugi::xml_document& into)
    {
        auto read = part_(name);
        if (auto* problem = std::get_if<CsvProblem>(&read)) {
            problem_ = std::move(*problem);
            return false;
        }
        auto const& bytes = std::get<std::optional<std::string>>(read);
        if (!bytes) return false;
        // Neither a document type nor what it declares is looked at.
        auto const parsed =
            into.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
        if (parsed.status == pugi::status_ok) return true;
        problem_ = no_workbook(fmt::format("its part {} is no XML", visible(name)));
        return false;
    }

    /// The sheet that is meant; what others there are is noted where nobody said which.
    pugi::xml_node choose(std::vector<pugi::xml_node> const& sheets)
    {
        pugi::xml_node chosen;
        std::vector<std::string> names;
        for (auto const& sheet : sheets) {
            std::string const name{attribute(sheet, "name")};
            names.push_back(name);
            auto const state = attribute(sheet, "state");
            auto const hidden = state == "hidden" || state == "veryHidden";
            if (wanted_.empty() ? hidden : small(name) != small(wanted_)) continue;
            if (chosen) {
                result_.others.push_back(name);
                continue;
            }
            chosen = sheet;
            result_.name = name;
        }
        if (!chosen && !wanted_.empty())
            problem_ = CsvProblem{0, fmt::format("it has no sheet called '{}'", visible(wanted_)),
                                  visible(fmt::format("its sheets are {}", fmt::join(names, ", ")))};
        return chosen;
    }

    static std::string small(std::string text)
    {
        std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
        return text;
    }

    /// Its id among the links: r:id.
    static std::string link_of(pugi::xml_node const& sheet)
    {
        for (auto const& one : sheet.attributes())
            if (local_name(one.name()) == "id" && std::string_view{one.name()} != "id") return one.value();
        return {};
    }

    std::string path_of(std::string const& link)
    {
        pugi::xml_document links;
        if (link.empty() || !load("xl/_rels/workbook.xml.rels", links)) return {};
        for (auto const& one : children(child(links, "Relationships"), "Relationship")) {
            if (attribute(one, "Id") != link) continue;
            std::string target{attribute(one, "Target")};
            return target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
        return {};
    }

    void read_strings()
    {
        pugi::xml_document strings;
        if (!load("xl/sharedStrings.xml", strings)) return;
        for (auto const& one : children(child(strings, "sst"), "si")) strings_.push_back(text_of_runs(one));
    }

    void read_styles()
    {
        pugi::xml_document styles;
        if (problem_ || !load("xl/styles.xml", styles)) return;
        auto const root = child(styles, "styleSheet");
        std::map<int, ShownAs> own;
        for (auto const& one : children(child(root, "numFmts"), "numFmt"))
            if (auto const id = number_of_text<int>(attribute(one, "numFmtId")))
                own[*id] = shown_by(attribute(one, "formatCode"));
        for (auto const& one : children(child(root, "cellXfs"), "xf")) {
            auto const id = number_of_text<int>(attribute(one, "numFmtId")).value_or(0);
            auto const found = own.find(id);
            styles_.push_back(found == own.end() ? shown_by(id) : found->second);
        }
    }

    /// Cells that are merged over several rows hold their value in the first of them alone: the others would be read as
    /// empty, without a word.
    void refuse_merged(pugi::xml_node const& merged)
    {
        auto const row_of = [](std::string_view reference) {
            auto const digits = reference.substr(std::min(reference.find_first_of("0123456789"), reference.size()));
            return number_of_text<std::uint32_t>(digits).value_or(0);
        };
        for (auto const& one : children(merged, "mergeCell")) {
            auto const range = attribute(one, "ref");
            auto const colon = std::min(range.find(':'), range.size());
            auto const first = row_of(range.substr(0, colon));
            if (colon == range.size() || row_of(range.substr(colon + 1)) == first) continue;
            return fail(first,
                        fmt::format("the cells {} are merged, and only the first of them has a value", visible(range)),
                        "part them, and write the value into each row that it is meant for");
        }
    }

    void read_rows(pugi::xml_node const& data)
    {
        std::uint32_t last = 0;
        std::size_t cells = 0;
        for (auto const& row : data.children()) {
            if (local_name(row.name()) != "row") continue;
            auto const said = attribute(row, "r");
            auto const number = said.empty() ? last + 1 : number_of_text<std::uint32_t>(said).value_or(0);
            if (number <= last || number > most_rows) return fail(last + 1, "the rows of this sheet are out of order");
            last = number;
            CsvRow read{number, number, {}};
            if (!read_cells(row, read)) return;
            cells += read.cells.size();
            if (cells > most_cells) return fail(number, "this sheet has more than two million cells");
            auto const blank = [](std::string const& cell) { return trimmed(cell).empty(); };
            if (!std::ranges::all_of(read.cells, blank)) result_.sheet.rows.push_back(std::move(read));
        }
    }

    bool read_cells(pugi::xml_node const& row, CsvRow& into)
    {
        std::uint32_t last = 0;
        for (auto const& cell : row.children()) {
            if (local_name(cell.name()) != "c") continue;
            auto const reference = attribute(cell, "r");
            auto const column = reference.empty() ? last + 1 : column_of(reference);
            if (column <= last && column != 0) return failed(into.number, "the cells of this row are out of order");
            auto text = cell_text(cell, into.number, reference);
            if (problem_) return false;
            last = std::max(column, last);
            if (text.empty()) continue;
            if (column == 0 || column > most_columns)
                return failed(into.number, fmt::format("something stands beyond column {}", most_columns));
            if (first_invalid_utf8(text)) return failed(into.number, "what stands there is no text");
            into.cells.resize(column);
            into.cells.back() = std::move(text);
        }
        return true;
    }

    std::string cell_text(pugi::xml_node const& cell, std::uint32_t row, std::string_view reference)
    {
        auto const type = attribute(cell, "t");
        if (type == "inlineStr") return text_of_runs(child(cell, "is"));
        auto const value = child(cell, "v");
        std::string_view const text = value.text().get();
        if (text.empty()) {
            if (child(cell, "f") && type != "str")
                fail(row, fmt::format("the formula in {} has no value yet", visible(reference)),
                     "open the workbook in a spreadsheet program and save it once");
            return {};
        }
        if (type == "s") {
            auto const index = number_of_text<std::size_t>(text);
            if (index && *index < strings_.size()) return strings_[*index];
            fail(row, fmt::format("the text of {} is not in this workbook", visible(reference)));
            return {};
        }
        if (type == "str") return unescaped(text);
        if (type == "b") return text == "1" ? "true" : "false";
        if (type == "e") {
            fail(row, fmt::format("{} holds the error {}", visible(reference), visible(text)));
            return {};
        }
        if (type == "d")
            return std::string{text.substr(0, text.ends_with("T00:00:00") ? text.size() - 9 : text.size())};
        return number_shown(text, attribute(cell, "s"), row, reference);
    }

    std::string number_shown(std::string_view text, std::string_view style, std::uint32_t row,
                             std::string_view reference)
    {
        auto const number = number_of_text<double>(text);
        if (!number || !std::isfinite(*number)) {
            fail(row, fmt::format("{} is no number", visible(text)));
            return {};
        }
        auto const index = number_of_text<std::size_t>(style).value_or(0);
        auto const as = index < styles_.size() ? styles_[index] : ShownAs::number;
        if (as == ShownAs::number || as == ShownAs::time) return fmt::format("{}", *number);
        if (auto date = date_shown(*number, as, since_1904_)) return std::move(*date);
        fail(row, fmt::format("{} holds a date that is none: {}", visible(reference), visible(text)));
        return {};
    }

    void fail(std::uint32_t row, std::string const& what,
              std::string const& help = "mend it in the workbook, and save it")
    {
        if (!problem_) problem_ = CsvProblem{row, what, help};
    }
    bool failed(std::uint32_t row, std::string const& what)
    {
        fail(row, what);
        return false;
    }

    WorkbookPart const& part_;
    std::string const& wanted_;
    WorkbookSheet result_;
    std::vector<std::string> strings_;
    std::vector<ShownAs> styles_;
    bool since_1904_ = false;
    std::optional<CsvProblem> problem_;
};

}  // namespace

std::variant<WorkbookSheet, CsvProblem> read_workbook(WorkbookPart const& part, std::string const& wanted)
{
    return WorkbookReader{part, wanted}.read();
}

}  // namespace sss
