#include "git/loose_objects.hpp"

#include "git/handles.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <zlib.h>

#include <fmt/format.h>
#include <git2/sys/odb_backend.h>

namespace sss::git {
namespace {

namespace fs = std::filesystem;

/// The library looks no deeper into what is borrowed from what is borrowed either.
constexpr int deepest_alternate = 5;
/// A header is a type, a blank, a size and a zero byte.
constexpr std::size_t longest_header = 64;

/// What the library hands back to the functions below.
struct LooseBackend {
    git_odb_backend parent;
    std::string folder;
};

struct Content {
    git_object_t type = GIT_OBJECT_INVALID;
    std::size_t size = 0;
    void* bytes = nullptr;
};

std::string hex_of(git_oid const& id)
{
    std::string hex(GIT_OID_HEXSZ, '0');
    git_oid_fmt(hex.data(), &id);
    return hex;
}

/// "blob 12\0"; how many bytes it takes, 0 where it is none.
std::size_t parse_loose_header(std::string_view text, Content& content)
{
    auto const blank = text.find(' ');
    auto const end = text.find('\0');
    if (blank == std::string_view::npos || end == std::string_view::npos || blank > end) return 0;
    content.type = git_object_string2type(std::string{text.substr(0, blank)}.c_str());
    auto const [stop, failed] = std::from_chars(text.data() + blank + 1, text.data() + end, content.size);
    if (failed != std::errc{} || stop != text.data() + end || git_object_typeisloose(content.type) == 0) return 0;
    return end + 1;
}

/// The file of one object, unpacked as it is read.
class LooseFile {
public:
    explicit LooseFile(std::string path) : path_(std::move(path))
    {
        handle_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        problem_ = handle_ < 0 ? errno : 0;
    }
    ~LooseFile()
    {
        if (begun_) ::inflateEnd(&stream_);
        if (handle_ >= 0) ::close(handle_);
    }
    LooseFile(LooseFile const&) = delete;
    LooseFile& operator=(LooseFile const&) = delete;

    /// Whatever is not there in full, or there besides, is an error.
    int content(git_odb_backend* backend, Content& content)
    {
        if (problem_ == ENOENT || problem_ == ENOTDIR) return GIT_ENOTFOUND;
        begun_ = problem_ == 0 && ::inflateInit(&stream_) == Z_OK;
        std::array<char, longest_header> head{};
        std::string_view const begin{head.data(), more(head.data(), head.size())};
        auto const header = parse_loose_header(begin, content);
        if (header == 0) return refused(state_ == Z_OK || state_ == Z_STREAM_END ? "is no object" : "");
        auto const body = begin.substr(header);
        if (body.size() > content.size) return refused("holds more than it says");
        content.bytes = git_odb_backend_data_alloc(backend, content.size + 1);
        if (content.bytes == nullptr) return GIT_ERROR;  // the library has said why
        auto* to = static_cast<char*>(content.bytes);
        if (!body.empty()) std::memcpy(to, body.data(), body.size());
        auto filled = body.size();
        filled += more(to + filled, content.size - filled);
        // The end and its check sum stand behind the last byte.
        char beyond = 0;
        auto const whole =
            filled == content.size && more(&beyond, 1) == 0 && state_ == Z_STREAM_END && stream_.avail_in == 0;
        to[content.size] = 0;
        if (whole) return 0;
        git_odb_backend_data_free(backend, content.bytes);
        content.bytes = nullptr;
        return refused(state_ == Z_OK || state_ == Z_STREAM_END ? "does not hold just as much as it says" : "");
    }

private:
    /// How many of the next bytes there are, as far as the file goes.
    std::size_t more(char* to, std::size_t room)
    {
        constexpr std::size_t at_once = std::size_t{1} << 30;
        std::size_t filled = 0;
        while (begun_ && problem_ == 0 && state_ == Z_OK && filled < room) {
            if (stream_.avail_in == 0) read_on();
            stream_.next_out = reinterpret_cast<unsigned char*>(to + filled);
            auto const wanted = static_cast<uInt>(std::min(room - filled, at_once));
            stream_.avail_out = wanted;
            state_ = ::inflate(&stream_, Z_SYNC_FLUSH);  // Z_BUF_ERROR: nothing is left to read
            filled += wanted - stream_.avail_out;
        }
        return filled;
    }

    void read_on()
    {
        auto count = ::read(handle_, buffer_.data(), buffer_.size());
        while (count < 0 && errno == EINTR) count = ::read(handle_, buffer_.data(), buffer_.size());
        if (count < 0) problem_ = errno;
        stream_.next_in = buffer_.data();
        stream_.avail_in = count > 0 ? static_cast<uInt>(count) : 0;
    }

    int refused(std::string_view how)
    {
        auto const why = problem_ != 0            ? std::generic_category().message(problem_)
                         : state_ == Z_BUF_ERROR  ? std::string{"it ends too early"}
                         : state_ == Z_DATA_ERROR ? std::string{"it is no sound zlib stream"}
                                                  : fmt::format("it {}", how);
        git_error_set_str(GIT_ERROR_ODB, fmt::format("its file {}: {}", path_, why).c_str());
        return GIT_ERROR;
    }

    std::string path_;
    int handle_ = -1;
    int problem_ = 0;
    int state_ = Z_OK;
    bool begun_ = false;
    z_stream stream_{};
    std::array<unsigned char, 16 * 1024> buffer_;
};

int read_loose(git_odb_backend* backend, std::string const& hex, Content& content)
{
    auto const& folder = reinterpret_cast<LooseBackend*>(backend)->folder;
    return LooseFile{fmt::format("{}/{}/{}", folder, hex.substr(0, 2), hex.substr(2))}.content(backend, content);
}

int read_object(void** bytes, std::size_t* size, git_object_t* type, git_odb_backend* backend, git_oid const* id)
{
    Content content;
    if (auto const code = read_loose(backend, hex_of(*id), content); code < 0) return code;
    *bytes = content.bytes;
    *size = content.size;
    *type = content.type;
    return 0;
}

/// By the first digits of its name.
int read_by_prefix(git_oid* found, void** bytes, std::size_t* size, git_object_t* type, git_odb_backend* backend,
                   git_oid const* prefix, std::size_t digits)
{
    auto const wanted = hex_of(*prefix).substr(0, digits);
    auto const folder = reinterpret_cast<LooseBackend*>(backend)->folder + '/' + wanted.substr(0, 2);
    std::unique_ptr<DIR, int (*)(DIR*)> const names{::opendir(folder.c_str()), &::closedir};
    if (!names) return GIT_ENOTFOUND;
    std::string only;
    while (auto const* entry = ::readdir(names.get())) {
        auto name = wanted.substr(0, 2) + entry->d_name;
        if (name.size() != GIT_OID_HEXSZ || !name.starts_with(wanted)) continue;
        if (!only.empty()) {
            git_error_set_str(GIT_ERROR_ODB, "several objects begin so");
            return GIT_EAMBIGUOUS;
        }
        only = std::move(name);
    }
    if (only.empty() || git_oid_fromstrn(found, only.data(), only.size()) < 0) return GIT_ENOTFOUND;
    return read_object(bytes, size, type, backend, found);
}

void free_backend(git_odb_backend* backend)
{
    delete reinterpret_cast<LooseBackend*>(backend);
}

void add_folder(git_odb* odb, fs::path const& objects, int depth, std::set<fs::path>& added)
{
    std::error_code failed;
    auto folder = fs::weakly_canonical(objects, failed);
    if (failed || !added.insert(folder).second) return;
    auto backend = std::make_unique<LooseBackend>();
    ensure(git_odb_init_backend(&backend->parent, GIT_ODB_BACKEND_VERSION), "read the objects of the repository");
    backend->parent.read = read_object;
    backend->parent.read_prefix = read_by_prefix;
    backend->parent.free = free_backend;
    backend->folder = folder.string();
    // As the packs: of equals, who comes last is asked last.
    constexpr int with_the_packs = 2;
    ensure(depth == 0 ? git_odb_add_backend(odb, &backend->parent, with_the_packs)
                      : git_odb_add_alternate(odb, &backend->parent, with_the_packs),
           "read the objects of the repository");
    backend.release();  // the library's now
    if (depth == deepest_alternate) return;
    std::ifstream alternates{folder / "info" / "alternates"};
    for (std::string line; std::getline(alternates, line);) {
        if (line.empty() || line.front() == '#') continue;
        add_folder(odb, folder / line, depth + 1, added);
    }
}

}  // namespace

void add_loose_objects(git_odb* odb, fs::path const& objects)
{
    std::set<fs::path> added;
    add_folder(odb, objects, 0, added);
}

}  // namespace sss::git
