#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace sss {

/// Hands work from one thread to another, at most `room` pieces waiting.
template <typename T>
class Queue {
public:
    explicit Queue(std::size_t room) : room_(room) {}

    /// Waits for room. After close() the piece is dropped: nobody takes it any more.
    void push(T piece)
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return closed_ || waiting_.size() < room_; });
        if (!closed_) waiting_.push_back(std::move(piece));
        changed_.notify_all();
    }

    /// The next piece; nothing once the queue is closed and empty.
    std::optional<T> pop()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return std::nullopt;
        std::optional<T> piece{std::move(waiting_.front())};
        waiting_.pop_front();
        changed_.notify_all();
        return piece;
    }

    /// What waits can still be taken; nothing more is accepted.
    void close()
    {
        std::lock_guard const lock{mutex_};
        closed_ = true;
        changed_.notify_all();
    }

private:
    std::size_t room_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> waiting_;
    bool closed_ = false;
};

}  // namespace sss
