#include "git/needed_by.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss::git {
namespace {

/// A second's worth: whoever has more is told of the object alone.
constexpr int most_objects = 50'000;

class Search {
public:
    Search(git_repository* repository, git_odb* odb, Oid const& missing)
        : repository_(repository), odb_(odb), missing_(missing)
    {}

    std::string answer()
    {
        git_oid head;
        if (git_reference_name_to_id(&head, repository_, "HEAD") == 0) named("HEAD", from_git(head));
        git_reference_foreach(
            repository_,
            [](git_reference* reference, void* search) {
                ReferenceHandle const owner{reference};
                if (auto const* id = git_reference_target(reference); id != nullptr)
                    static_cast<Search*>(search)->named(git_reference_name(reference), from_git(*id));
                return 0;
            },
            this);
        while (found_.empty() && !waiting_.empty() && read_ < most_objects) {
            auto const next = waiting_.front();
            waiting_.pop_front();
            look_at(next);
        }
        return found_;
    }

private:
    void named(std::string const& reference, Oid const& id)
    {
        if (id == missing_ && (found_.empty() || found_by_head_)) {
            // A branch's name says more than HEAD, which may only lead to it.
            found_by_head_ = found_.empty() && reference == "HEAD";
            found_ = fmt::format("{}, which {} names", missing_.brief(), visible(reference));
        }
        meet(id);
    }

    void meet(Oid const& id)
    {
        if (met_.insert(id).second) waiting_.push_back(id);
    }

    OdbObjectHandle read(Oid const& id, git_object_t* type)
    {
        ++read_;
        git_odb_object* object = nullptr;
        auto const raw = to_git(id);
        if (git_odb_read(&object, odb_, &raw) < 0) return nullptr;
        *type = git_odb_object_type(object);
        return OdbObjectHandle{object};
    }

    static std::string_view text_of(OdbObjectHandle const& object)
    {
        return {static_cast<char const*>(git_odb_object_data(object.get())), git_odb_object_size(object.get())};
    }

    static std::optional<Oid> named_in(std::string_view line, std::string_view key)
    {
        git_oid id;
        if (!line.starts_with(key) || line.size() < key.size() + GIT_OID_HEXSZ ||
            git_oid_fromstrn(&id, line.data() + key.size(), GIT_OID_HEXSZ) < 0)
            return std::nullopt;
        return from_git(id);
    }

    void look_at(Oid const& id)
    {
        auto type = GIT_OBJECT_INVALID;
        auto const object = read(id, &type);
        if (!object || (type != GIT_OBJECT_COMMIT && type != GIT_OBJECT_TAG)) return;
        std::optional<Oid> tree;
        for (auto text = text_of(object); !text.empty() && text.front() != '\n' && found_.empty();) {
            auto const line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(text.size(), line.size() + 1));
            if (type == GIT_OBJECT_COMMIT && line.starts_with("tree ")) tree = named_in(line, "tree ");
            auto const next = named_in(line, type == GIT_OBJECT_COMMIT ? "parent " : "object ");
            if (!next) continue;
            if (*next == missing_)
                found_ = type == GIT_OBJECT_COMMIT
                             ? fmt::format("{}, from which the commit {} was made", missing_.brief(), id.brief())
                             : fmt::format("{}, to which the tag {} leads", missing_.brief(), id.brief());
            meet(*next);
        }
        if (tree && found_.empty()) look_into(*tree, id);
    }

    void look_into(Oid const& root, Oid const& commit)
    {
        if (root == missing_) {
            found_ = fmt::format("{}, the files of the commit {}", missing_.brief(), commit.brief());
            return;
        }
        std::vector<std::pair<Oid, std::string>> folders{{root, ""}};
        while (!folders.empty() && read_ < most_objects) {
            auto const [id, prefix] = std::move(folders.back());
            folders.pop_back();
            if (!trees_.insert(id).second) continue;
            auto type = GIT_OBJECT_INVALID;
            auto const object = read(id, &type);
            if (!object || type != GIT_OBJECT_TREE) continue;
            for (auto text = text_of(object); !text.empty();) {
                auto const blank = text.find(' ');
                auto const end = text.find('\0');
                if (blank > end || end == std::string_view::npos || text.size() < end + 1 + GIT_OID_RAWSZ) break;
                auto const path = prefix + std::string{text.substr(blank + 1, end - blank - 1)};
                Oid entry;
                std::memcpy(entry.bytes.data(), text.data() + end + 1, entry.bytes.size());
                if (entry == missing_) {
                    found_ = fmt::format("{}, {} of the commit {}", missing_.brief(), visible(path), commit.brief());
                    return;
                }
                if (text.starts_with('4')) folders.emplace_back(entry, path + '/');
                text.remove_prefix(end + 1 + GIT_OID_RAWSZ);
            }
        }
    }

    git_repository* repository_;
    git_odb* odb_;
    Oid missing_;
    int read_ = 0;
    std::deque<Oid> waiting_;
    std::unordered_set<Oid> met_;
    std::unordered_set<Oid> trees_;
    std::string found_;
    bool found_by_head_ = false;
};

}  // namespace

std::string who_needs(git_repository* repository, git_odb* odb, Oid const& missing)
{
    return Search{repository, odb, missing}.answer();
}

}  // namespace sss::git
