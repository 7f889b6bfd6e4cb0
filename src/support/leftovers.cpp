#include "support/leftovers.hpp"

#include <csignal>
#include <unistd.h>
#include <utility>

namespace sss {
namespace {

// A handler may run at any moment, so all of this is read without a lock; entries live as long as the process.
std::atomic<Leftover::Entry*> newest_leftover = nullptr;
std::atomic<int> undisturbed_sections = 0;
std::atomic<int> waiting_signal = 0;

static_assert(std::atomic<Leftover::Entry*>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

/// Takes the leftovers away, the newest first, and lets the signal do what it does by itself. Nothing here but what a
/// handler may call.
void end_of_signal(int signal)
{
    for (auto* entry = newest_leftover.load(); entry != nullptr; entry = entry->next) {
        if (!entry->active.load()) continue;
        if (entry->kind == Leftover::Kind::file)
            ::unlink(entry->path.c_str());
        else
            ::rmdir(entry->path.c_str());
    }
    std::signal(signal, SIG_DFL);
    sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, signal);
    ::raise(signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
}

extern "C" void met_signal(int signal)
{
    if (undisturbed_sections.load() > 0)
        waiting_signal.store(signal);
    else
        end_of_signal(signal);
}

}  // namespace

void end_cleanly_on_signals()
{
    struct sigaction how {};
    how.sa_handler = met_signal;
    how.sa_flags = SA_RESTART;
    ::sigfillset(&how.sa_mask);
    ::sigaction(SIGINT, &how, nullptr);
    ::sigaction(SIGTERM, &how, nullptr);
    struct sigaction now {};
    if (::sigaction(SIGHUP, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) ::sigaction(SIGHUP, &how, nullptr);
}

Leftover::Leftover(std::filesystem::path const& path, Kind kind) : entry_(new Entry{path.string(), kind})
{
    entry_->next = newest_leftover.load();
    while (!newest_leftover.compare_exchange_weak(entry_->next, entry_)) {
    }
}

Leftover& Leftover::operator=(Leftover&& other) noexcept
{
    if (this == &other) return *this;
    keep();
    entry_ = std::exchange(other.entry_, nullptr);
    return *this;
}

void Leftover::keep() noexcept
{
    if (entry_ != nullptr) std::exchange(entry_, nullptr)->active.store(false);
}

Undisturbed::Undisturbed()
{
    ++undisturbed_sections;
}

Undisturbed::~Undisturbed()
{
    if (--undisturbed_sections == 0)
        if (auto const signal = waiting_signal.exchange(0); signal != 0) end_of_signal(signal);
}

bool is_temporary_name(std::string_view name)
{
    return name.starts_with(".sss-") && name.ends_with(".tmp");
}

}  // namespace sss
