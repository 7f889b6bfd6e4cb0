#include "records/sheet/workbook.hpp"

#include <memory>
#include <utility>
#include <zip.h>

namespace sss {

namespace {

constexpr std::size_t most_unpacked = std::size_t{32} << 20;  ///< of one part
constexpr std::size_t block = std::size_t{64} << 10;
constexpr zip_int64_t most_parts = 10'000;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

CsvProblem damaged()
{
    return {0, "this workbook is damaged, or protected by a password", "open it and save it again, or save it as CSV"};
}

/// What was unpacked of a part, never more than is allowed whatever the archive says of its size.
std::variant<std::optional<std::string>, CsvProblem> unpacked(zip_t* archive, std::string const& name)
{
    auto const index = zip_name_locate(archive, name.c_str(), 0);
    if (index < 0) return std::nullopt;
    std::unique_ptr<zip_file_t, Discard> const file{zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0)};
    if (file == nullptr) return damaged();
    std::string bytes;
    for (;;) {
        auto const filled = bytes.size();
        bytes.resize(filled + block);
        auto const got = zip_fread(file.get(), bytes.data() + filled, block);
        if (got < 0) return damaged();
        bytes.resize(filled + static_cast<std::size_t>(got));
        if (got == 0) return bytes;
        if (bytes.size() > most_unpacked)
            return CsvProblem{0, "a part of this workbook is larger than 32 MiB", "save the sheet as CSV"};
    }
}

}  // namespace

bool is_zip(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04");
}

std::variant<WorkbookSheet, CsvProblem> read_workbook(std::string_view bytes, std::string const& wanted)
{
    zip_error_t error{};
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return damaged();
    std::unique_ptr<zip_t, Discard> const archive{zip_open_from_source(source, ZIP_RDONLY, &error)};
    if (archive == nullptr) {
        zip_source_free(source);
        zip_error_fini(&error);
        return damaged();
    }
    if (zip_get_num_entries(archive.get(), 0) > most_parts)
        return CsvProblem{0, "this archive holds more than 10,000 parts, as no workbook does", "save the sheet as CSV"};
    return read_workbook([&](std::string const& name) { return unpacked(archive.get(), name); }, wanted);
}

}  // namespace sss
