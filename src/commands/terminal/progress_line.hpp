#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace sss {

/// One line at the foot of a terminal that tells how far a long run has come. It appears only when the run takes long,
/// and is gone before anything else is written.
class ProgressLine {
public:
    using Write = std::function<void(std::string_view)>;
    using Status = std::function<std::string()>;

    /// @param write  to the terminal; called from a thread of the line's own
    /// @param first  how long a run may take before the line appears
    /// @param every  how often it is told anew; what has not changed is not written again
    ProgressLine(Write write, std::chrono::milliseconds first, std::chrono::milliseconds every);
    ~ProgressLine();
    ProgressLine(ProgressLine const&) = delete;
    ProgressLine& operator=(ProgressLine const&) = delete;

    /// Begins to tell this; `status` is asked from another thread.
    void follow(Status status);

    /// Takes the line off the terminal, so that something else can be written there; it may come back.
    void clear();

    /// Takes it off for good.
    void end();

private:
    void run();
    void erase();

    Write write_;
    std::chrono::milliseconds first_, every_;
    Status status_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string shown_;
    bool ended_ = false;
    std::thread thread_;
};

}  // namespace sss
