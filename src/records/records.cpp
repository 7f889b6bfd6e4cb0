#include "records/records.hpp"

#include "records/references.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// Below this many files a second thread costs more than it brings.
constexpr std::size_t worth_a_thread = 1000;
constexpr std::size_t block = 64;

Finding stray(std::string const& path, Sentence message, Sentence help, Severity severity = Severity::warning)
{
    return {"stray-file", severity, path, {}, std::move(message), std::move(help), {}};
}

std::string file_name(std::string_view path)
{
    return std::string{path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1)};
}

/// Why an entry that is listed holds no record; nothing where it does, or need not.
std::optional<Finding> why_no_record(FileEntry const& entry, Layout const& layout)
{
    if (layout.ignored(entry.path)) return std::nullopt;
    auto const toml = entry.path.ends_with(".toml");
    using Type = FileEntry::Type;
    if (layout.hidden(entry.path) && !layout.slot(entry.path)) {
        // Editors lock a file by a hidden link beside it.
        if (entry.type != Type::file) return std::nullopt;
        return stray(
            entry.path, "this file is hidden, so no record is read from it",
            "Move or rename it, or name it in [data] ignore of sss.toml. A record's name may begin with a dot only "
            "where its kind's ids admit that (x-sss-id).");
    }
    if (entry.type == Type::folder_named_as_file) {
        return Finding{"not-a-file",
                       Severity::error,
                       entry.path,
                       {},
                       {"'{name}' is a folder, not a record", "name"_arg = file_name(entry.path)},
                       "A record is a file; give the folder a name without .toml.",
                       {}};
    }
    if (entry.type == Type::link_outside) {
        return Finding{"outside-link",
                       Severity::error,
                       entry.path,
                       {},
                       "this symbolic link leads out of the data folder, or nowhere, and is not followed",
                       "Put the record itself here.",
                       {}};
    }
    if (entry.type == Type::submodule) {
        // Records may stand there, as they may behind a link.
        return Finding{"not-a-file",
                       toml || layout.kind_at(entry.path) != nullptr ? Severity::error : Severity::warning,
                       entry.path,
                       {},
                       {"'{name}' is a git repository of its own, a submodule, so no record is read from it",
                        "name"_arg = file_name(entry.path)},
                       "Put the records themselves here, or name the folder in [data] ignore of sss.toml.",
                       {}};
    }
    if (entry.type == Type::special) {
        return Finding{"not-a-file",
                       toml ? Severity::error : Severity::warning,
                       entry.path,
                       {},
                       {"'{name}' is not a plain file", "name"_arg = file_name(entry.path)},
                       "A record is a plain file.",
                       {}};
    }
    if (toml && layout.kind_at(entry.path) == nullptr) {
        std::vector<std::string> folders;
        for (auto const* kind : layout.kinds()) folders.push_back(kind->folder);
        auto const& data = layout.data_folder();
        auto const inside = entry.path.substr(data.empty() ? 0 : data.size() + 1);
        auto const near = nearest(inside.substr(0, inside.find('/')), folders);
        return stray(entry.path, "this file stands in no kind's folder, so no record is read from it",
                     near ? Sentence{"Did you mean the folder '{folder}'?", "folder"_arg = *near}
                          : Sentence{"Move it, or name it in [data] ignore of sss.toml."});
    }
    if (!toml && layout.kind_at(entry.path) != nullptr && !file_name(entry.path).starts_with("README")) {
        return stray(entry.path, "this file is no record: its name does not end in .toml",
                     "Rename or move it, or name it in [data] ignore of sss.toml.");
    }
    return std::nullopt;
}

/// Calls work(i) for every index below `count`, in blocks, on two threads where there is enough to do. An exception of
/// any of them is thrown here once all have stopped.
template <typename Work>
void for_each_index(std::size_t count, Work const& work)
{
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::atomic_flag failed = ATOMIC_FLAG_INIT;
    auto const run = [&] {
        try {
            for (std::size_t from = 0; (from = next.fetch_add(block)) < count;)
                for (auto i = from; i < std::min(count, from + block); ++i) work(i);
        } catch (...) {
            if (!failed.test_and_set()) failure = std::current_exception();
        }
    };
    if (count > worth_a_thread) {
        std::jthread const second{run};
        run();
    } else {
        run();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace

std::string const& Record::title() const
{
    auto const* title = kind->title_field.empty() ? nullptr : find(fields(), kind->title_field);
    return title != nullptr && title->string() != nullptr && !title->string()->empty() ? *title->string() : id;
}

Records::Records(Layout const& layout, std::vector<Record> all, std::vector<Finding> findings)
    : all_(std::move(all)), findings_(std::move(findings)), zone_(layout.zone())
{
    auto const rank = [&layout](Record const& record) {
        return std::ranges::find(layout.kinds(), record.kind) - layout.kinds().begin();
    };
    std::ranges::stable_sort(all_, [&](Record const& a, Record const& b) {
        if (a.kind != b.kind) return rank(a) < rank(b);
        return std::tie(a.id, a.document.path) < std::tie(b.id, b.document.path);
    });
    for (auto const& record : all_)
        findings_.insert(findings_.end(), record.document.problems.begin(), record.document.problems.end());
    for (std::size_t i = 1; i < all_.size(); ++i) {
        if (all_[i].kind != all_[i - 1].kind || all_[i].id != all_[i - 1].id) continue;
        findings_.push_back({"duplicate-id",
                             Severity::error,
                             all_[i].path(),
                             {},
                             {"the {kind} '{id}' stands already in {other}", "kind"_arg = all_[i].kind->name,
                              "id"_arg = all_[i].id, "other"_key = all_[i - 1].path()},
                             "An id is unique within its kind: rename one of the two files.",
                             {}});
    }
}

namespace {

/// The records of the kind that fits. They stand kind by kind: a few steps, whatever their number.
template <typename Fits>
std::span<Record const> of_kind(std::vector<Record> const& all, Fits fits)
{
    for (auto from = all.begin(); from != all.end();) {
        auto const to = std::partition_point(from, all.end(),
                                             [kind = from->kind](Record const& record) { return record.kind == kind; });
        if (fits(*from->kind)) return {from, to};
        from = to;
    }
    return {};
}

}  // namespace

std::span<Record const> Records::of(Kind const& kind) const
{
    return of_kind(all_, [&](Kind const& one) { return &one == &kind; });
}

std::span<Record const> Records::of(std::string_view kind_name) const
{
    return of_kind(all_, [&](Kind const& one) { return one.name == kind_name; });
}

Record const* Records::find(std::string_view kind_name, std::string_view id) const
{
    auto const kind = of(kind_name);
    auto const found = std::ranges::lower_bound(kind, id, {}, &Record::id);
    return found != kind.end() && found->id == id ? &*found : nullptr;
}

std::vector<Record const*> Records::named(std::string_view id) const
{
    std::vector<Record const*> found;
    for (auto const& record : all_)
        if (record.id == id) found.push_back(&record);
    return found;
}

std::vector<Record const*> Records::once_called(std::string_view kind_name, std::string_view name) const
{
    std::vector<Record const*> found;
    for (auto const& record : all_)
        if ((kind_name.empty() || record.kind->name == kind_name) && has_alias(record, name)) found.push_back(&record);
    if (!found.empty() || !past_) return found;
    for (auto const& [kind, id] : past_(kind_name, name))
        if (auto const* record = find(kind, id); record != nullptr && std::ranges::find(found, record) == found.end())
            found.push_back(record);
    return found;
}

Record read_record(Files const& files, FileEntry const& entry, Layout::Slot slot, Detail detail)
{
    Record record;
    record.kind = slot.kind;
    record.id = std::move(slot.id);
    auto text = files.read(entry, largest_document);
    if (detail == Detail::values && parse_values(text, record.document.root)) {
        record.document.path = entry.path;
        return record;
    }
    record.document = parse_document(entry.path, text);
    record.text = std::move(text);
    return record;
}

Records read_records(Files const& files, Layout const& layout, Detail detail)
{
    std::vector<Finding> findings;
    std::vector<std::pair<FileEntry, Layout::Slot>> wanted;
    for (auto& entry : files.list(layout)) {
        if (auto finding = why_no_record(entry, layout))
            findings.push_back(std::move(*finding));
        else if (entry.type != FileEntry::Type::file)
            continue;
        else if (auto slot = layout.slot(entry.path))
            wanted.emplace_back(std::move(entry), std::move(*slot));
    }
    std::vector<Record> records(wanted.size());
    for_each_index(wanted.size(), [&](std::size_t i) {
        records[i] = read_record(files, wanted[i].first, std::move(wanted[i].second), detail);
    });
    return Records{layout, std::move(records), std::move(findings)};
}

}  // namespace sss
