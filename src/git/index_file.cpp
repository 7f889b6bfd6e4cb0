#include "git/index_file.hpp"

#include "git/damage.hpp"
#include "support/atomic_file.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sss::git {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t id_bytes = 20;

constexpr auto damaged_index =
    "`git fsck` says: index file corrupt. To make it anew from HEAD: rm .git/index && git reset\n"
    "What was staged is to be staged again; the files stay as they are.";

/// What stands in one index file; a split one is completed by what it shares.
struct IndexPart {
    std::vector<IndexFileEntry> entries;
    bool split = false;
    Oid shared;
    std::vector<bool> removed;   ///< which entries of the shared file are gone
    std::vector<bool> replaced;  ///< which of them the first, nameless entries here stand for
};

class IndexReader {
public:
    IndexReader(fs::path const& file, std::string_view bytes) : file_(file), bytes_(bytes) {}

    IndexPart part()
    {
        need(12 + id_bytes);
        if (!bytes_.starts_with("DIRC")) throw damaged("it does not begin as one");
        at_ = 4;
        version_ = number();
        if (version_ < 2 || version_ > 4)
            throw Error{attempt(), fmt::format("it is of version {}, which sss does not know", version_),
                        "git update-index --index-version 2 writes it in the oldest form."};
        auto const count = number();
        end_ = bytes_.size() - id_bytes;
        IndexPart part;
        for (std::uint32_t i = 0; i < count; ++i) part.entries.push_back(entry());
        while (end_ - at_ >= 8) extension(part);
        return part;
    }

private:
    std::string attempt() const { return fmt::format("read the index {}", file_.string()); }

    Damaged damaged(std::string const& how) const { return Damaged{attempt(), "it is damaged: " + how, damaged_index}; }

    void need(std::size_t count) const
    {
        if (bytes_.size() < count || at_ > bytes_.size() - count) throw damaged("it ends too early");
    }

    std::uint32_t number()
    {
        need(4);
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes_[at_++]);
        return value;
    }

    std::uint64_t long_number()
    {
        auto const high = number();
        return std::uint64_t{high} << 32 | number();
    }

    unsigned half()
    {
        need(2);
        auto const high = static_cast<unsigned char>(bytes_[at_++]);
        return static_cast<unsigned>(high) << 8 | static_cast<unsigned char>(bytes_[at_++]);
    }

    Oid id()
    {
        need(id_bytes);
        Oid oid;
        std::memcpy(oid.bytes.data(), bytes_.data() + at_, id_bytes);
        at_ += id_bytes;
        return oid;
    }

    IndexFileEntry entry()
    {
        auto const begin = at_;
        IndexFileEntry entry;
        for (auto& word : entry.stat) word = number();
        entry.id = id();
        auto const flags = half();
        entry.assume_unchanged = (flags & 0x8000U) != 0;
        entry.stage = static_cast<int>(flags >> 12 & 3U);
        if ((flags & 0x4000U) != 0) {
            auto const more = half();
            entry.skip_worktree = (more & 0x4000U) != 0;
            entry.announced = (more & 0x2000U) != 0;
        }
        if (version_ == 4) {
            auto const dropped = varying();
            if (dropped > before_.size()) throw damaged("a path is shortened by more than it has");
            before_.resize(before_.size() - dropped);
        } else {
            before_.clear();
        }
        auto const end = bytes_.find('\0', at_);
        if (end == std::string_view::npos || end >= end_) throw damaged("a path has no end");
        before_.append(bytes_.substr(at_, end - at_));
        at_ = end + 1;
        // Before version 4 each entry is filled up to a multiple of eight bytes.
        if (version_ < 4)
            while ((at_ - begin) % 8 != 0) ++at_;
        entry.path = before_;
        return entry;
    }

    /// A number in as few bytes as it takes, as packs write offsets.
    std::size_t varying()
    {
        need(1);
        auto byte = static_cast<unsigned char>(bytes_[at_++]);
        std::size_t value = byte & 0x7FU;
        while ((byte & 0x80U) != 0) {
            need(1);
            byte = static_cast<unsigned char>(bytes_[at_++]);
            value = ((value + 1) << 7) | (byte & 0x7FU);
            if (value > bytes_.size()) throw damaged("a path is shortened by more than it has");
        }
        return value;
    }

    void extension(IndexPart& part)
    {
        auto const name = bytes_.substr(at_, 4);
        at_ += 4;
        auto const size = number();
        if (size > end_ - at_) throw damaged("a part of it is cut off");
        auto const next = at_ + size;
        if (name == "link") {
            part.split = true;
            part.shared = id();
            if (at_ < next) part.removed = bits(next);
            if (at_ < next) part.replaced = bits(next);
        } else if (name != "sdir" && !(name[0] >= 'A' && name[0] <= 'Z')) {
            throw Error{attempt(), fmt::format("it has a part '{}', which sss does not know", visible(name)),
                        "`git read-tree HEAD` writes it anew; what was staged must be added again."};
        }
        at_ = next;
    }

    /// A compressed bitmap (EWAH): stretches of equal words, each followed by words as they are.
    std::vector<bool> bits(std::size_t end)
    {
        auto const count = number();
        auto const words = number();
        if (std::uint64_t{words} * 8 + 4 > end - at_) throw damaged("its list of changes is cut off");
        auto const stop = at_ + std::size_t{words} * 8;
        std::vector<bool> found;
        // More than the shared file can hold is no list of its entries.
        auto const add = [&](bool bit, std::uint64_t times) {
            if (times > std::uint64_t{1} << 32) throw damaged("its list of changes is longer than any index");
            for (std::uint64_t i = 0; i < times && found.size() < count; ++i) found.push_back(bit);
        };
        while (at_ < stop) {
            auto const marker = long_number();
            add((marker & 1U) != 0, (marker >> 1 & 0xFFFFFFFFU) * 64);
            for (auto literal = marker >> 33; literal > 0 && at_ < stop; --literal) {
                auto const word = long_number();
                for (int i = 0; i < 64; ++i) add((word >> i & 1U) != 0, 1);
            }
        }
        number();  // where the last marker stands: for those who append
        return found;
    }

    fs::path const& file_;
    std::string_view bytes_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    std::uint32_t version_ = 0;
    std::string before_;  ///< the path of the entry before: version 4 tells the next one by it
};

IndexPart read_index_part(fs::path const& file)
{
    using Outcome = FileContents::Outcome;
    auto const attempt = fmt::format("read the index {}", file.string());
    auto const read = read_file(file, std::numeric_limits<std::ptrdiff_t>::max());
    if (read.outcome == Outcome::not_a_file) throw Damaged{attempt, "it is no file", sound_copy};
    if (read.outcome == Outcome::unreadable)
        throw Error{attempt, read.reason, "Give this account the right to read it."};
    return IndexReader{file, read.bytes}.part();
}

}  // namespace

std::vector<IndexFileEntry> read_index_file(fs::path const& file, fs::path const& git_folder)
{
    std::error_code failed;
    if (!fs::exists(file, failed)) return {};
    auto own = read_index_part(file);
    if (!own.split || !own.shared) return std::move(own.entries);
    auto const shared_file = git_folder / ("sharedindex." + own.shared.hex());
    if (!fs::exists(shared_file, failed))
        throw Error{fmt::format("read the index {}", file.string()),
                    fmt::format("it is split, and what it shares is gone: {}", shared_file.string()),
                    "`git read-tree HEAD` writes it anew; what was staged must be added again."};
    auto shared = read_index_part(shared_file);
    // Entries without a name stand for those of the shared file that are replaced, in their order.
    std::size_t next = 0;
    std::vector<IndexFileEntry> merged;
    for (std::size_t i = 0; i < shared.entries.size(); ++i) {
        auto const is = [i](std::vector<bool> const& bits) { return i < bits.size() && bits[i]; };
        auto entry = std::move(shared.entries[i]);
        if (is(own.replaced)) {
            if (next == own.entries.size() || !own.entries[next].path.empty())
                throw Damaged{fmt::format("read the index {}", file.string()),
                              "it is damaged: its changes do not fit what it shares", damaged_index};
            auto path = std::move(entry.path);
            entry = std::move(own.entries[next++]);
            entry.path = std::move(path);
        }
        if (!is(own.removed)) merged.push_back(std::move(entry));
    }
    merged.insert(merged.end(), std::move_iterator{own.entries.begin() + static_cast<std::ptrdiff_t>(next)},
                  std::move_iterator{own.entries.end()});
    std::ranges::sort(merged, {}, [](IndexFileEntry const& entry) {
        return std::pair{std::string_view{entry.path}, entry.stage};
    });
    return merged;
}

}  // namespace sss::git
