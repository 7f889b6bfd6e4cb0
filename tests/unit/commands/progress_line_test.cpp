#include "commands/terminal/progress_line.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>

#include <catch2/catch.hpp>

namespace sss::progress_line_test {
using namespace std::chrono_literals;

namespace {

/// A terminal that can be waited for.
class Terminal {
public:
    void write(std::string_view text)
    {
        std::unique_lock const lock{mutex_};
        written_ += text;
        changed_.notify_all();
    }
    void wait_for(std::string const& text)
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return written_.find(text) != std::string::npos; });
    }
    std::string written()
    {
        std::unique_lock const lock{mutex_};
        return written_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string written_;
};

}  // namespace

TEST_CASE("a run that ends soon shows no progress", "[progress]")
{
    Terminal terminal;
    std::atomic<int> done = 0;
    {
        ProgressLine line{[&](std::string_view text) { terminal.write(text); }, 1h, 1ms};
        line.follow([&] { return std::to_string(++done); });
    }
    CHECK(terminal.written().empty());
}

TEST_CASE("a long run tells how far it is, and the line is gone before anything else is written", "[progress]")
{
    Terminal terminal;
    std::atomic<int> done = 0;
    ProgressLine line{[&](std::string_view text) { terminal.write(text); }, 0ms, 1ms};
    line.follow([&] { return std::to_string(++done) + " objects"; });
    terminal.wait_for("\r\x1b[K3 objects");
    line.end();
    CHECK(terminal.written().substr(terminal.written().size() - 4) == "\r\x1b[K");
    auto const before = terminal.written();
    line.clear();
    line.follow([] { return std::string{"more"}; });
    CHECK(terminal.written() == before);
}

TEST_CASE("where nothing moves on, nothing is written over what stands there", "[progress]")
{
    Terminal terminal;
    std::atomic<int> asked = 0;
    {
        ProgressLine line{[&](std::string_view text) { terminal.write(text); }, 0ms, 0ms};
        line.follow([&] { return ++asked, std::string{"the same"}; });
        while (asked < 5) std::this_thread::yield();
    }
    CHECK(terminal.written().empty());
}

}  // namespace sss::progress_line_test
