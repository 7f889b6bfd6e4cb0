#include "git/repository_impl.hpp"

#include <git2.h>

namespace sss::git {

// What a working clone says of itself beside its commits.

std::optional<std::string> Repository::setting(std::string const& name) const
{
    git_config* config = nullptr;
    if (git_repository_config(&config, impl_->repository.get()) < 0) return std::nullopt;
    ConfigHandle const owner{config};
    git_buf value = GIT_BUF_INIT;
    if (git_config_get_string_buf(&value, config, name.c_str()) < 0) return std::nullopt;
    std::string text{value.ptr, value.size};
    git_buf_dispose(&value);
    return text;
}

std::optional<std::size_t> Repository::unpushed() const
{
    auto const branch = head_branch();
    auto const tip = head();
    if (branch.empty() || !tip) return std::nullopt;
    git_buf name = GIT_BUF_INIT;
    auto const whole = "refs/heads/" + branch;
    if (git_branch_upstream_name(&name, impl_->repository.get(), whole.c_str()) < 0) return std::nullopt;
    std::string const upstream{name.ptr, name.size};
    git_buf_dispose(&name);
    git_oid id;
    if (git_reference_name_to_id(&id, impl_->repository.get(), upstream.c_str()) < 0) return std::nullopt;
    return reachable(*tip, from_git(id)).size();
}

}  // namespace sss::git
