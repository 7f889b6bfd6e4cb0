#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

/// Records as people write them by hand: keys in any order, comments everywhere, tables below headers, with dots and in
/// braces, lists on one line and on many.
namespace sss::test {

class RandomRecord {
public:
    explicit RandomRecord(unsigned seed) : random_(seed) {}

    std::string text()
    {
        line_end_ = chance(4) ? "\r\n" : "\n";
        std::string out = chance(6) ? "\xEF\xBB\xBF" : "";
        if (chance(3)) out += "# About this record" + end() + (chance(2) ? end() : "");
        used_.clear();
        keys(out, 4);
        if (chance(3)) {
            out += "dots.x = " + value() + behind() + end();
            if (chance(2)) out += "dots.y.z = " + value() + end();
        }
        if (chance(2)) table(out, "s");
        if (chance(4)) table(out, "s.t");
        auto const items = number(4);
        for (unsigned i = 0; i < items; ++i) {
            space(out);
            out += "[[list]]" + behind() + end() + "id = \"i" + std::to_string(i) + "\"" + end();
            used_ = {"id"};
            keys(out, 3);
            if (chance(5)) table(out, "list.sub");
        }
        if (chance(4)) table(out, "u");
        if (chance(8) && out.ends_with(line_end_)) out.resize(out.size() - line_end_.size());
        return out;
    }

    unsigned number(unsigned below) { return std::uniform_int_distribution<unsigned>{0, below - 1}(random_); }
    bool chance(unsigned one_in) { return number(one_in) == 0; }

    std::string value(unsigned depth = 0)
    {
        if (depth == 0 && chance(12)) return "'''" + end() + "lit \\n '' [x] = {" + end() + "# no \\" + end() + "'''";
        static std::vector<std::string> const scalars{
            "1",           "-7",        "3.25",         "true",        "2018-04-25",
            "\"2018-Q4\"", "'a # b'",   "\"x, y ] }\"", "\"é \\\" \"", "2023-04-11 12:19:00Z",
            "\"\"",        "'''lit'''", "0x1F",         "1_000",       "2023-04-15T06:47:00-07:00"};
        if (depth < 2 && chance(4)) return list(depth);
        if (depth < 2 && chance(8)) return braces(depth);
        if (depth == 0 && chance(10))
            return "\"\"\"" + end() + "one \"\"quoted\"\" [x]" + end() + "# no comment = 1" + end() + "\"\"\"";
        return scalars[number(static_cast<unsigned>(scalars.size()))];
    }

private:
    std::string end() const { return line_end_; }
    std::string behind() { return chance(4) ? (chance(4) ? "\t#" : "  # ") + comment() : ""; }

    std::string comment()
    {
        static std::vector<std::string> const hostile{
            "\"",  "'''", "\"\"\" x",           "[table]", "a = 1", "{ [", "\\", "é 中文 🛰",
            "# #", "",    "ends with blanks  ", "\ttab"};
        return chance(2) ? "note " + std::to_string(number(100))
                         : hostile[number(static_cast<unsigned>(hostile.size()))];
    }

    void space(std::string& out)
    {
        if (!chance(5)) out += end();
        if (chance(4)) out += "# " + comment() + end();
    }

    void keys(std::string& out, unsigned most)
    {
        static std::vector<std::string> const names{
            "title", "type", "b", "owner", "zz", "\"q k\"", "weight", "a", "'lit.k'", "\"é\\u0041\"", "z1 . \"y y\""};
        for (auto left = number(most + 1); left > 0; --left) {
            auto const& name = names[number(static_cast<unsigned>(names.size()))];
            if (std::find(used_.begin(), used_.end(), name) != used_.end()) continue;
            used_.push_back(name);
            if (chance(6)) out += "# on " + name + end();
            if (chance(8)) out += end();
            out += (chance(8) ? (chance(2) ? "  " : "\t") : "") + name +
                   (chance(6)   ? "="
                    : chance(6) ? "   = "
                                : " = ") +
                   value() + behind() + end();
        }
    }

    void table(std::string& out, std::string const& name)
    {
        space(out);
        out += "[" + name + "]" + behind() + end();
        used_.clear();
        keys(out, 3);
        if (chance(4)) out += "# at the end " + comment() + end();
    }

    std::string list(unsigned depth)
    {
        auto const items = number(4);
        auto const lines = chance(2);
        std::string out = lines ? "[" + end() : chance(3) ? "[ " : "[";
        for (unsigned i = 0; i < items; ++i) {
            if (lines && chance(5)) out += "    # item " + comment() + end();
            if (lines) out += "    ";
            out += value(depth + 1);
            auto const last = i + 1 == items;
            if (!last || chance(2)) out += ",";
            if (lines)
                out += behind() + end();
            else if (!last)
                out += " ";
        }
        return out + (chance(3) ? " ]" : "]");
    }

    std::string braces(unsigned depth)
    {
        std::string out = "{";
        auto const entries = number(3);
        for (unsigned i = 0; i < entries; ++i)
            out += (i == 0 ? " " : ", ") + std::string{i == 0 ? "k" : "m.n"} + " = " + in_braces(depth + 1);
        return out + (entries > 0 ? " }" : "}");
    }

    /// Without line ends, which braces do not allow.
    std::string in_braces(unsigned depth)
    {
        for (;;)
            if (auto text = value(depth + 1); text.find('\n') == std::string::npos) return text;
    }

    std::mt19937 random_;
    std::string line_end_ = "\n";
    std::vector<std::string> used_;
};

}  // namespace sss::test
