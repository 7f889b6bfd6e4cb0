#include "git/writer.hpp"

#include "git/handles.hpp"

#include <utility>

#include <fmt/format.h>

namespace sss::git {

struct Writer::Impl {
    RepositoryHandle repository;
    IndexHandle index;
    std::filesystem::path folder;
    std::optional<Oid> last;
};

namespace {

/// The library tries whether a folder takes links, with one of its own beside .git, and is silent where it cannot be
/// removed again.
void remove_trials(std::filesystem::path const& folder, std::string const& attempt)
{
    std::error_code failed;
    std::vector<std::filesystem::path> left;
    for (auto const& entry : std::filesystem::directory_iterator{folder, failed})
        if (entry.path().filename().string().starts_with("_git2_")) left.push_back(entry.path());
    for (auto const& path : left)
        if (!std::filesystem::remove(path, failed) || failed)
            throw Error{attempt, fmt::format("cannot remove {}: {}", path.string(), failed.message())};
}

}  // namespace

Writer::Writer(std::unique_ptr<Impl> state) : impl_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Writer Writer::create(std::filesystem::path const& folder, std::string const& branch)
{
    initialise_library();
    auto const attempt = fmt::format("make a git repository at {}", folder.string());
    git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
    options.flags = GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_MKDIR;
    options.initial_head = branch.c_str();
    git_repository* repository = nullptr;
    ensure(git_repository_init_ext(&repository, folder.c_str(), &options), attempt);
    remove_trials(folder, attempt);
    auto state = std::make_unique<Impl>();
    state->repository.reset(repository);
    state->folder = folder;
    git_index* index = nullptr;
    ensure(git_repository_index(&index, repository), attempt);
    state->index.reset(index);
    return Writer{std::move(state)};
}

Oid Writer::commit(Edit const& edit, Signature const& who, std::string const& message)
{
    auto const attempt = fmt::format("write a commit at {}", impl_->folder.string());
    auto* repository = impl_->repository.get();
    auto* index = impl_->index.get();
    for (auto const& [path, bytes] : edit.write) {
        git_index_entry entry{};
        entry.mode = GIT_FILEMODE_BLOB;
        entry.path = path.c_str();
        ensure(git_index_add_from_buffer(index, &entry, bytes.data(), bytes.size()), attempt);
    }
    for (auto const& path : edit.remove) ensure(git_index_remove_bypath(index, path.c_str()), attempt);
    git_oid tree_id;
    ensure(git_index_write_tree(&tree_id, index), attempt);
    git_tree* tree = nullptr;
    ensure(git_tree_lookup(&tree, repository, &tree_id), attempt);
    TreeHandle const tree_owner{tree};

    git_signature* signature = nullptr;
    ensure(git_signature_new(&signature, who.name.c_str(), who.email.c_str(), who.when.time_since_epoch().count(),
                             who.offset_minutes),
           attempt);
    SignatureHandle const signature_owner{signature};

    CommitHandle parent;
    if (impl_->last) {
        auto const id = to_git(*impl_->last);
        git_commit* found = nullptr;
        ensure(git_commit_lookup(&found, repository, &id), attempt);
        parent.reset(found);
    }
    git_commit const* parents[] = {parent.get()};
    git_oid id;
    ensure(git_commit_create(&id, repository, "HEAD", signature, signature, nullptr, message.c_str(), tree,
                             parent ? 1 : 0, parents),
           attempt);
    impl_->last = from_git(id);
    return *impl_->last;
}

void Writer::check_out()
{
    git_checkout_options options = GIT_CHECKOUT_OPTIONS_INIT;
    options.checkout_strategy = GIT_CHECKOUT_FORCE;
    auto const attempt = fmt::format("fill the working tree at {}", impl_->folder.string());
    ensure(git_checkout_head(impl_->repository.get(), &options), attempt);
    ensure(git_index_write(impl_->index.get()), attempt);
}

}  // namespace sss::git
