#include "support/journal.hpp"

#include "support/atomic_file.hpp"
#include "support/leftovers.hpp"

#include <algorithm>
#include <charconv>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view journal_begin = "sss journal 1\n";
constexpr std::string_view journal_end = "end\n";
constexpr std::size_t largest_journal = std::size_t{1} << 30;

/// Takes a text apart from its beginning; once something is not as it must be, nothing more is.
class JournalReader {
public:
    explicit JournalReader(std::string_view text) : rest_(text) {}

    bool expect(std::string_view text)
    {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    /// A number and the byte behind it; "-" is nothing.
    bool number(std::optional<std::size_t>& into, char behind)
    {
        if (expect("-")) {
            into.reset();
        } else {
            std::size_t value = 0;
            auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
            if (error != std::errc{}) return false;
            rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
            into = value;
        }
        return expect(std::string_view{&behind, 1});
    }

    bool bytes(std::optional<std::size_t> length, std::optional<std::string>& into)
    {
        into.reset();
        if (!length) return true;
        if (*length > rest_.size()) return false;
        into = rest_.substr(0, *length);
        rest_.remove_prefix(*length);
        return true;
    }

    bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

std::optional<std::string> bytes_at(fs::path const& path, bool& knowable)
{
    auto read = read_file(path, largest_journal);
    if (read) return std::move(read.bytes);
    knowable = knowable && read.outcome == FileContents::Outcome::missing;
    return std::nullopt;
}

/// Whether the entry's path leads to where it says: into the root, and through no link that leaves it.
bool stays_within(fs::path const& root, fs::path const& path)
{
    std::error_code failed;
    auto const top = fs::weakly_canonical(root, failed).string();
    auto const folder = fs::weakly_canonical((root / path).parent_path(), failed).string();
    return !failed && (folder == top || folder.starts_with(top == "/" ? top : top + "/"));
}

struct JournalFound {
    Unfinished about;
    std::vector<JournalEntry> entries;
    std::vector<bool> after;  ///< which of them stand as they were to be
};

std::optional<JournalFound> look_at(JournalPlace const& place)
{
    auto const text = read_file(place.file(), largest_journal);
    if (text.outcome == FileContents::Outcome::missing) return std::nullopt;
    using State = Unfinished::State;
    auto entries = text ? read_journal_text(text.bytes) : std::nullopt;
    if (!entries) return JournalFound{{State::unreadable, {}, {}}, {}, {}};
    JournalFound found{{}, std::move(*entries), {}};
    for (auto const& entry : found.entries) found.about.paths.push_back(entry.path);
    for (auto const& entry : found.entries) {
        auto knowable = stays_within(place.root, entry.path);
        auto const now = knowable ? bytes_at(place.root / entry.path, knowable) : std::nullopt;
        if (!knowable || (now != entry.before && now != entry.after)) {
            found.about.state = State::changed;
            found.about.path = entry.path;
            return found;
        }
        found.after.push_back(now == entry.after);
    }
    auto const done = std::ranges::count(found.after, true);
    found.about.state = done == 0                                                 ? State::not_begun
                        : done == static_cast<std::ptrdiff_t>(found.after.size()) ? State::complete
                                                                                  : State::half;
    return found;
}

/// Whether the process that wrote the journal is still at work: it holds a lock on it as long as it lives.
bool in_hand(fs::path const& journal)
{
    auto const handle = ::open(journal.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0) return false;
    auto const locked = ::flock(handle, LOCK_SH | LOCK_NB) != 0;
    ::close(handle);
    return locked;
}

}  // namespace

std::string journal_text(std::span<JournalEntry const> entries)
{
    std::string text = fmt::format("{}{}\n", journal_begin, entries.size());
    auto const length = [](std::optional<std::string> const& bytes) {
        return bytes ? fmt::format("{}", bytes->size()) : std::string{"-"};
    };
    for (auto const& entry : entries) {
        text += fmt::format("{} {} {}\n", entry.path.size(), length(entry.before), length(entry.after));
        text += entry.path;
        text += entry.before.value_or("");
        text += entry.after.value_or("");
        text += '\n';
    }
    text += journal_end;
    return text;
}

std::optional<std::vector<JournalEntry>> read_journal_text(std::string_view text)
{
    JournalReader reader{text};
    std::optional<std::size_t> many;
    if (!reader.expect(journal_begin) || !reader.number(many, '\n') || !many) return std::nullopt;
    std::vector<JournalEntry> entries;
    for (std::size_t i = 0; i < *many; ++i) {
        std::optional<std::size_t> path, before, after;
        std::optional<std::string> name;
        JournalEntry entry;
        if (!reader.number(path, ' ') || !path || !reader.number(before, ' ') || !reader.number(after, '\n') ||
            !reader.bytes(path, name) || !reader.bytes(before, entry.before) || !reader.bytes(after, entry.after) ||
            !reader.expect("\n"))
            return std::nullopt;
        entry.path = std::move(*name);
        entries.push_back(std::move(entry));
    }
    if (!reader.expect(journal_end) || !reader.at_end()) return std::nullopt;
    return entries;
}

std::optional<Unfinished> find_unfinished(JournalPlace const& place)
{
    if (in_hand(place.file())) return std::nullopt;
    auto found = look_at(place);
    return found ? std::optional{std::move(found->about)} : std::nullopt;
}

std::optional<Unfinished> settle_unfinished(JournalPlace const& place)
{
    auto found = look_at(place);
    if (!found) return std::nullopt;
    using State = Unfinished::State;
    auto const state = found->about.state;
    if (state == State::changed || state == State::unreadable) return std::move(found->about);
    Undisturbed const here;
    if (state == State::half) {
        // Back to front: what was removed last comes back first, so that no reference is ever without its record.
        for (auto i = found->entries.size(); i-- > 0;) {
            auto const& entry = found->entries[i];
            if (!found->after[i] || entry.before == entry.after) continue;
            auto const path = place.root / entry.path;
            if (entry.before)
                write_whole(path, *entry.before);
            else
                remove_file(path);
        }
    }
    remove_file(place.file());
    return std::move(found->about);
}

}  // namespace sss
