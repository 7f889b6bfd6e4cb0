// The yardstick for `sss validate`: opens, reads and closes every file below a folder, and does nothing with it.
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

int main(int argc, char** argv)
{
    if (argc < 2) return 2;
    std::size_t total = 0;
    std::string buffer(1 << 20, '\0');
    for (auto const& entry : std::filesystem::recursive_directory_iterator{argv[1]}) {
        if (!entry.is_regular_file()) continue;
        auto const file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        for (ssize_t count = 0; (count = ::read(file, buffer.data(), buffer.size())) > 0;)
            total += static_cast<std::size_t>(count);
        ::close(file);
    }
    std::printf("%zu bytes\n", total);
}
