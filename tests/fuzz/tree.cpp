#include "git/tree.hpp"

#include "fuzz.hpp"
#include "support/error.hpp"

#include <map>
#include <string>
#include <string_view>

using namespace sss;
using git::Tree;
using git::TreeEntry;
using sss::fuzz::promise;

namespace {

/// git's order: a folder sorts as if its name ended in a slash.
std::string key(TreeEntry const& entry)
{
    return std::string{entry.name} + (entry.type == TreeEntry::Type::folder ? "/" : std::string(1, '\0'));
}

/// The entries by their place in git's order; empty where they do not stand in it, as git would refuse them too.
std::map<std::string, TreeEntry> sound(Tree const& tree)
{
    std::map<std::string, TreeEntry> entries;
    for (auto const& entry : tree.entries()) {
        if (!entries.empty() && key(entry) <= entries.rbegin()->first) return {};
        entries.emplace(key(entry), entry);
    }
    return entries;
}

bool same(TreeEntry const& a, TreeEntry const& b)
{
    return a.id == b.id && a.type == b.type;
}

}  // namespace

/// The bytes of a tree, a line "---", and those of the tree that came after it.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto parts = fuzz::Parts{data, size};
    Tree const before{git::RawObject::of(parts.section())};
    Tree after{git::RawObject::of(parts.rest())};
    try {
        auto const old = sound(before), now = sound(after);
        for (auto const& [_, entry] : now)
            promise(after.find(entry.name).has_value(), "each entry is found by its name");
        auto const differences = Tree::differences(before, after);
        if (old.empty() || now.empty()) return 0;
        auto told = old;
        for (auto const& difference : differences) {
            promise(difference.before || difference.after, "a difference has a side");
            if (difference.before) promise(told.erase(key(*difference.before)) == 1, "what left stood there");
            if (difference.after)
                promise(told.emplace(key(*difference.after), *difference.after).second, "what came is new");
        }
        promise(told.size() == now.size(), "the differences turn the one tree into the other");
        for (auto const& [name, entry] : now)
            promise(told.contains(name) && same(told.at(name), entry),
                    "the differences turn the one tree into the other");
    } catch (Error const& error) {
        promise(error.what()[0] != 0, "a damaged tree is told");
    }
    return 0;
}
