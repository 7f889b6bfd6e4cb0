#pragma once

#include "git/writer.hpp"
#include "history/try_history.hpp"
#include "scratch_folder.hpp"
#include "work/request.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace sss::test {

/// A programme of two commits, and what is remarked while it is looked at: no command line, no terminal, no clock.
class Programme {
public:
    Programme()
    {
        auto writer = git::Writer::create(folder_.path());
        writer.commit({{{"sss.toml", "[programme]\nname = \"Two\"\ntimezone = \"Asia/Bangkok\"\n"},
                        {"data/milestones/cdr.toml", "title = \"CDR\"\ntype = \"review\"\nplanned = 2020-05-01\n"}},
                       {}},
                      ada("2020-01-01"), "Plan the CDR");
        writer.commit(
            {{{"data/milestones/cdr.toml", "title = \"CDR\"\ntype = \"review\"\nplanned = 2020-06-15\n"}}, {}},
            ada("2020-02-01"), "Move the CDR");
        writer.check_out();
        request.directory = folder_.path().string();
    }

    void write(std::string const& path, std::string const& text) const { std::ofstream{folder_ / path} << text; }

    std::string read(std::string const& path) const
    {
        std::ifstream file{folder_ / path};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    std::filesystem::path path() const { return folder_.path(); }

    Outside outside()
    {
        return {.now = [] { return std::chrono::sys_days{*parse_day("2020-03-01")} + std::chrono::hours{20}; },
                .remark = [this](std::string_view text) { remarked += text; },
                .warn = [this](std::string_view text) { warned += text; },
                .follow = {}};
    }

    ProgrammeRequest request;
    std::string remarked, warned;

private:
    ScratchFolder folder_;
};

}  // namespace sss::test
