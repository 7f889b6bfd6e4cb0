#pragma once

#include "git/repository.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sss::git {

/// Writes a new repository, commit by commit. Takes no part of the machine's settings into what it writes: the same
/// input gives the same commits everywhere.
class Writer {
public:
    /// Makes an empty repository with a working tree in `folder`, which is made where it is missing.
    static Writer create(std::filesystem::path const& folder, std::string const& branch = "main");

    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;
    ~Writer();

    struct Edit {
        std::map<std::string, std::string> write;  ///< path → bytes
        std::vector<std::string> remove;
    };

    /// A commit on top of the last one; author and committer are the same.
    Oid commit(Edit const& edit, Signature const& who, std::string const& message);

    /// Puts the last commit into the working tree.
    void check_out();

private:
    struct Impl;
    explicit Writer(std::unique_ptr<Impl> state);
    std::unique_ptr<Impl> impl_;
};

}  // namespace sss::git
