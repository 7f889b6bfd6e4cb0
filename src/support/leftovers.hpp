#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <string_view>

namespace sss {

/// From now on a run that is ended by SIGINT, SIGTERM or SIGHUP takes away what its Leftovers name, and then ends of
/// that signal, which shells tell as 130, 143 and 129. SIGHUP is left alone where it is ignored (nohup).
void end_cleanly_on_signals();

/// A name that nothing is to be left of should the run be ended by a signal while this object lives: a temporary file,
/// or a folder that was made for one (it is taken away only where it is empty).
class Leftover {
public:
    enum class Kind { file, folder };

    Leftover() = default;  ///< names nothing
    Leftover(std::filesystem::path const& path, Kind kind);
    ~Leftover() { keep(); }
    Leftover(Leftover&& other) noexcept : entry_(other.entry_) { other.entry_ = nullptr; }
    Leftover& operator=(Leftover&& other) noexcept;

    /// What is there stays.
    void keep() noexcept;

    struct Entry {
        std::string path;
        Kind kind = Kind::file;
        std::atomic<bool> active = true;
        Entry* next = nullptr;
    };

private:
    Entry* entry_ = nullptr;
};

/// Whether a file of this name is one that a run of ours made for a while, or that a killed one has left.
bool is_temporary_name(std::string_view name);

/// While one lives, signals wait: between its begin and its end either everything happens or nothing. Keep it short.
class Undisturbed {
public:
    Undisturbed();
    ~Undisturbed();
    Undisturbed(Undisturbed const&) = delete;
    Undisturbed& operator=(Undisturbed const&) = delete;
};

}  // namespace sss
