#include "commands/terminal/progress_line.hpp"

#include <utility>

namespace sss {
namespace {

constexpr std::string_view to_the_left_and_clean = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(Write write, std::chrono::milliseconds first, std::chrono::milliseconds every)
    : write_(std::move(write)), first_(first), every_(every)
{}

ProgressLine::~ProgressLine()
{
    end();
}

void ProgressLine::follow(Status status)
{
    std::unique_lock const lock{mutex_};
    if (ended_) return;
    status_ = std::move(status);
    if (!thread_.joinable()) thread_ = std::thread{[this] { run(); }};
}

void ProgressLine::clear()
{
    std::unique_lock const lock{mutex_};
    erase();
}

void ProgressLine::end()
{
    {
        std::unique_lock const lock{mutex_};
        ended_ = true;
        erase();
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void ProgressLine::run()
{
    std::unique_lock lock{mutex_};
    std::string last = status_();
    for (auto wait = first_; !changed_.wait_for(lock, wait, [this] { return ended_; }); wait = every_) {
        auto now = status_();
        if (now == last) continue;
        write_(std::string{to_the_left_and_clean} + now);
        shown_ = last = std::move(now);
    }
}

void ProgressLine::erase()
{
    if (shown_.empty()) return;
    write_(to_the_left_and_clean);
    shown_.clear();
}

}  // namespace sss
