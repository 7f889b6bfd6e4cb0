#include "git/working_commit.hpp"

#include "git/handles.hpp"
#include "git/tree.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace sss::git {

namespace {

constexpr std::string_view attempt = "look at what is not committed";

using Texts = std::map<std::string, std::optional<std::string>>;

/// One entry of a tree that is to be written.
struct NewEntry {
    std::string name;
    TreeEntry::Type type;
    Oid id;

    /// As git orders them: a folder as if a slash stood behind its name.
    std::string key() const { return type == TreeEntry::Type::folder ? name + '/' : name; }
    std::string_view mode() const
    {
        switch (type) {
            case TreeEntry::Type::folder: return "40000";
            case TreeEntry::Type::link: return "120000";
            case TreeEntry::Type::submodule: return "160000";
            case TreeEntry::Type::file: break;
        }
        return "100644";
    }
};

class Objects {
public:
    Objects(Repository const& repository, std::filesystem::path const& folder) : repository_(repository)
    {
        git_odb* odb = nullptr;
        ensure(git_odb_open(&odb, folder.c_str()), std::string{attempt});
        odb_.reset(odb);
    }

    Oid write(std::string_view bytes, git_object_t type) const
    {
        git_oid id;
        ensure(git_odb_write(&id, odb_.get(), bytes.data(), bytes.size(), type), std::string{attempt});
        return from_git(id);
    }

    /// The tree with what lies below it otherwise; nothing: nothing is left in it. As deep as the paths are.
    std::optional<Oid> tree(Oid const& before, Texts const& texts) const
    {
        std::map<std::string, Texts, std::less<>> folders;
        Texts files;
        for (auto const& [path, text] : texts) {
            auto const slash = path.find('/');
            if (slash == std::string::npos)
                files[path] = text;
            else
                folders[path.substr(0, slash)][path.substr(slash + 1)] = text;
        }
        std::vector<NewEntry> entries;
        Tree const was{repository_, before};
        for (auto const& entry : was.entries()) {
            if (files.contains(std::string{entry.name})) continue;
            auto const within = folders.find(entry.name);
            if (within == folders.end()) {
                entries.push_back({std::string{entry.name}, entry.type, entry.id});
                continue;
            }
            auto const is_folder = entry.type == TreeEntry::Type::folder;
            if (auto const made = tree(is_folder ? entry.id : Oid{}, within->second))
                entries.push_back({std::string{entry.name}, TreeEntry::Type::folder, *made});
            folders.erase(within);
        }
        for (auto const& [name, within] : folders)
            if (auto const made = tree({}, within)) entries.push_back({name, TreeEntry::Type::folder, *made});
        for (auto const& [name, text] : files)
            if (text) entries.push_back({name, TreeEntry::Type::file, write(*text, GIT_OBJECT_BLOB)});
        if (entries.empty()) return std::nullopt;
        std::ranges::sort(entries, {}, &NewEntry::key);
        std::string bytes;
        for (auto const& entry : entries) {
            bytes.append(entry.mode()).append(" ").append(entry.name).push_back('\0');
            bytes.append(entry.id.bytes.begin(), entry.id.bytes.end());
        }
        return write(bytes, GIT_OBJECT_TREE);
    }

private:
    Repository const& repository_;
    OdbHandle odb_;
};

}  // namespace

Oid commit_beside(Repository const& repository, std::filesystem::path const& objects, Texts const& texts,
                  Signature const& who, std::string const& message)
{
    auto const head = repository.head();
    if (!head) throw Error{std::string{attempt}, "there is no commit yet", "Commit something first."};
    auto const& narrowed = repository.narrowed_to();
    Texts whole;
    for (auto const& [path, text] : texts) whole[narrowed.empty() ? path : narrowed + '/' + path] = text;
    Objects const made{repository, objects};
    auto const tree = made.tree(repository.whole_commit(*head).tree, whole);
    auto const signature = fmt::format("{} <{}> {} +0000", who.name, who.email, who.when.time_since_epoch().count());
    return made.write(
        fmt::format("tree {}\nparent {}\nauthor {}\ncommitter {}\n\n{}\n",
                    (tree ? *tree : made.write({}, GIT_OBJECT_TREE)).hex(), head->hex(), signature, signature, message),
        GIT_OBJECT_COMMIT);
}

}  // namespace sss::git
