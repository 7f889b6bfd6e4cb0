#include "history/snapshots.hpp"

#include "history/former_tree_files.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace sss {

Snapshots::Snapshots(git::Repository const& repository, Layout const& layout, std::vector<git::Oid> trees,
                     std::function<Records(Records)> shown)
    : repository_(repository),
      layout_(layout),
      shown_(std::move(shown)),
      trees_(std::move(trees)),
      differences_(trees_.size())
{
    std::vector<git::TreePair> pairs;
    for (std::size_t i = 1; i < trees_.size(); ++i) pairs.push_back({trees_[i - 1], trees_[i]});
    changes_ = git::path_changes(
        repository_, pairs, [&](std::string_view folder) { return layout_.leads_to_records(folder); },
        [&](std::string_view file) { return layout_.slot(file).has_value(); });
    for (auto const& file : changes_)
        for (auto const& change : file.changes) differences_[change.pair + 1].push_back({file.path, change.after});
}

Records const& Snapshots::next()
{
    auto const& tree = trees_[next_];
    // Where a kind's folder had another name, what is listed is not what was compared.
    auto const as_today = former_folders(repository_, layout_, tree).empty();
    if (next_ == 0 || !as_today || !folders_of_today_)
        records_ = read_whole(tree);
    else if (!differences_[next_].empty())
        records_ = Records{layout_, changed(std::move(records_).take(), differences_[next_]), {}};
    folders_of_today_ = as_today;
    ++next_;
    return records_;
}

Records Snapshots::read_whole(git::Oid const& tree) const
{
    auto records = read_records(FormerTreeFiles{repository_, tree}, layout_, Detail::values);
    return shown_ ? shown_(std::move(records)) : records;
}

std::vector<Record> Snapshots::changed(std::vector<Record> records, std::vector<Difference> const& differences) const
{
    std::map<std::string_view, git::Oid> after;
    for (auto const& difference : differences) after.emplace(difference.path, difference.after);
    std::erase_if(records, [&](Record const& record) { return after.contains(record.path()); });
    TreeFiles const files{repository_, trees_[next_]};
    std::vector<Record> read;
    for (auto const& [path, blob] : after) {
        auto slot = layout_.slot(path);
        if (!blob || !slot) continue;
        read.push_back(
            read_record(files, {std::string{path}, FileEntry::Type::file, blob}, std::move(*slot), Detail::values));
    }
    if (shown_) read = shown_(Records{layout_, std::move(read), {}}).take();
    std::ranges::move(read, std::back_inserter(records));
    return records;
}

}  // namespace sss
