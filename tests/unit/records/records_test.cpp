#include "records/records.hpp"

#include "history/try_history.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

namespace sss::records_test {
namespace fs = std::filesystem;

namespace {

/// Files in memory: path → text.
class Files_ : public Files {
public:
    explicit Files_(std::map<std::string, std::string> files) : files_(std::move(files)) {}
    std::vector<FileEntry> list(Layout const&) const override
    {
        std::vector<FileEntry> all;
        for (auto const& [path, text] : files_) all.push_back({path, FileEntry::Type::file, {}});
        return all;
    }
    std::string read(FileEntry const& entry, std::size_t limit) const override
    {
        return files_.at(entry.path).substr(0, limit + 1);
    }
    std::optional<std::string> read_path(std::string const&, std::size_t) const override { return std::nullopt; }
    std::vector<std::string> names(std::string const&) const override { return {}; }
    Presence presence(std::string const&) const override { return Presence::folder; }
    std::vector<std::string> folders(std::string const&) const override { return {}; }

private:
    std::map<std::string, std::string> files_;
};

Records read(std::map<std::string, std::string> files, Detail detail = Detail::places)
{
    static auto const layout = standard_layout();
    return read_records(Files_{std::move(files)}, layout, detail);
}

}  // namespace

TEST_CASE("records are found by kind and id", "[records]")
{
    auto const records = read({{"data/milestones/a.toml", "title = \"A\""},
                               {"data/milestones/x/b.toml", "title = \"B\""},
                               {"data/satellites/a.toml", "name = \"SSS\""}});
    CHECK(records.all().size() == 3);
    CHECK(records.of("milestone").size() == 2);
    CHECK(records.of("nothing").empty());
    CHECK(records.find("milestone", "b")->title() == "B");
    CHECK(records.find("milestone", "c") == nullptr);
    CHECK(records.named("a").size() == 2);
    CHECK(records.find("satellite", "a")->title() == "SSS");
}

TEST_CASE("a record without a title is called by its id", "[records]")
{
    auto const records = read({{"data/milestones/a.toml", "title = \"\""},
                               {"data/milestones/b.toml", "title = 3"},
                               {"data/milestones/c.toml", ""}});
    for (auto const* id : {"a", "b", "c"}) CHECK(records.find("milestone", id)->title() == id);
}

TEST_CASE("two files of one id are said, whatever their folders", "[records]")
{
    auto const records = read({{"data/milestones/a.toml", ""}, {"data/milestones/x/a.toml", ""}});
    REQUIRE(records.findings().size() == 1);
    CHECK(records.findings()[0].rule == "duplicate-id");
    CHECK(records.findings()[0].file == "data/milestones/x/a.toml");
}

TEST_CASE("both ways of reading say the same", "[records]")
{
    std::map<std::string, std::string> const files{{"data/milestones/a.toml", "title = \"A\"\nplanned = 2024-05-01"},
                                                   {"data/milestones/b.toml", "title = "}};
    auto const values = read(files, Detail::values), places = read(files);
    CHECK(values.find("milestone", "a")->fields() == places.find("milestone", "a")->fields());
    CHECK(values.findings().size() == places.findings().size());
    CHECK_FALSE(values.findings().empty());
}

TEST_CASE("two threads read what one reads", "[records]")
{
    std::map<std::string, std::string> many;
    for (int i = 0; i < 3000; ++i)
        many["data/milestones/m" + std::to_string(i) + ".toml"] =
            i % 500 == 0 ? "title = " : "weight = " + std::to_string(i);
    auto const records = read(many);
    REQUIRE(records.all().size() == 3000);
    CHECK(records.findings().size() == 6);
    CHECK(std::ranges::is_sorted(records.all(), {}, &Record::id));
    CHECK(*find(records.find("milestone", "m2999")->fields(), "weight")->integer() == 2999);
}

}  // namespace sss::records_test
