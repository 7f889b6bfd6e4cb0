#include "work/export/material.hpp"

#include "facts/publication/record_address.hpp"
#include "records/settings/setting_values.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// A UsageError for a kind that is not for the public: nothing of it could be exported.
void require_shown(Narrowing const& narrowing, Discretion const& discretion, std::vector<Kind const*> const& kinds)
{
    for (auto const* kind : kinds)
        if (!discretion.shows(*kind) && std::ranges::find(narrowing.kinds, kind->name) != narrowing.kinds.end())
            throw UsageError{fmt::format("records of the kind '{}' are not for the public", kind->name),
                             "[site] leave_out of the settings names it."};
}

void remark_left_out_of_export(StandardRecords const& state, Outside const& outside)
{
    if (state.left_out.empty()) return;
    auto const& first = state.left_out.front();
    auto const more = state.left_out.size() - 1;
    outside.remark(fmt::format("sss: left out, or exported in part: {}, because {}{}. `sss validate` tells more.\n",
                               visible(first.path), first.why, more == 0 ? "" : fmt::format(", and {} more", more)));
}

Settings with_address(Settings settings, std::string const& url)
{
    if (url.empty()) return settings;
    if (auto const objection = take_address_of_site(Value{url}, settings.site.url))
        throw UsageError{objection->message.text(), objection->help.text()};
    return settings;
}

}  // namespace

ExportMaterial::ExportMaterial(ExportRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                               bool with_history)
    : past_(open_history_view(programme, request.moment, outside)),
      settings_(with_address(past_.configuration->settings, request.url)),
      discretion_(past_.configuration->settings.site, past_.configuration->layout.kinds()),
      records_(records_of(past_, past_.now)),
      state_(read_standard_records(records_))
{
    auto const& layout = past_.configuration->layout;
    auto narrowing = read_narrowing(request.narrowing, past_, records_);
    require_shown(narrowing, discretion_, layout.kinds());
    records_ = discretion_.published(std::move(records_), layout);
    state_ = read_standard_records(records_);
    remark_left_out_of_export(state_, outside);
    if (with_history) {
        whole_ = read_history(past_, past_.now);
        remark_gaps(whole_, past_.configuration->zone, outside);
        whole_ = discretion_.published(std::move(whole_));
        threads_ = record_threads(whole_);
        ends_ = ThreadEnds{records_, whole_, threads_};
    }
    part_.emplace(std::move(narrowing), state_, ends_);
}

std::string ExportMaterial::programme_id() const
{
    if (!settings().programme.id.empty() || !past_.line) return settings().programme.id;
    return past_.line->landing(past_.line->size() - 1)->id.hex();
}

std::string ExportMaterial::first_name(std::string_view kind, std::string const& id) const
{
    for (auto const& thread : threads_.threads)
        if (thread.id == id && thread.kind->name == kind && thread.stands) return thread.name();
    return id;
}

Publication ExportMaterial::publication(ExportPart const& part) const
{
    auto const& programme = settings().programme;
    Publication made{.settings = settings(),
                     .programme_id = programme_id(),
                     .name = without_mail_addresses(programme.name.empty() ? programme.short_name : programme.name),
                     .description = without_mail_addresses(programme.description),
                     .parts = {},
                     .part_ids = {},
                     .address = part.belongs().narrowed() ? "" : "programme",
                     .whole = whole_,
                     .threads = threads_,
                     .records = records_,
                     .leaves_out = discretion_.leaves_out()};
    if (made.name.empty()) made.name = "The programme";
    auto const add = [&](std::string_view kind, std::string_view folder, std::vector<std::string> const& ids) {
        for (auto const& id : ids) {
            auto const* record = records_.find(kind, id);
            made.parts.push_back(id.empty() ? fmt::format("no {}", kind) : record != nullptr ? record->title() : id);
            made.part_ids.push_back(fmt::format("{} {}", kind, id.empty() ? "-" : first_name(kind, id)));
            made.address = made.part_ids.size() == 1 && !id.empty() ? record_address(folder, id, "") : "";
        }
    };
    add(kinds::satellite, "satellites", part.narrowing().satellites);
    add(kinds::organisation, "organisations", part.narrowing().organisations);
    for (auto const& kind : part.narrowing().kinds) {
        made.parts.push_back(kind + 's');
        made.part_ids.push_back("kind " + kind);
        made.address.clear();
    }
    return made;
}

}  // namespace sss
