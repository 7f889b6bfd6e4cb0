#include "fuzz.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

// Replays a target's corpus, and mutations of it that are the same on every run: what a compiler without libFuzzer can
// do of its work. The input is written to a file before it is tried, so that one that breaks something can be kept.

namespace {

namespace fs = std::filesystem;
using Target = int (*)(std::uint8_t const*, std::size_t);

std::string bytes_of(fs::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

class Mutations {
public:
    explicit Mutations(std::vector<std::string> const& corpus) : corpus_(corpus) {}

    std::string next()
    {
        auto text = pick(corpus_);
        for (auto left = 1 + below(4); left > 0; --left) change(text);
        return text;
    }

private:
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
    std::string const& pick(std::vector<std::string> const& from) { return from[below(from.size())]; }

    void change(std::string& text)
    {
        static std::vector<std::string> const pieces{
            "\"",   "'",    "\"\"\"", "'''", "[",    "]",  "[[", "]]", "{", "}",  "=",  ",",      "\n",
            "\r\n", "#",    "\\",     "\t",  " ",    ".",  "-",  "0",  "9", "~",  "/",  "\x80",   "\xEF\xBB\xBF",
            "é",    "🛰", "inf",    "nan", "true", "1e", ":",  "T",  "Z", "{{", "}}", "\x1b[m", std::string(1, '\0')};
        auto const at = below(text.size() + 1);
        auto const& other = pick(corpus_);
        switch (below(5)) {
            case 0: text.erase(at, 1 + below(8)); break;
            case 1: text.insert(at, pieces[below(pieces.size())]); break;
            case 2: text.insert(at, text.substr(below(text.size() + 1), below(40))); break;
            case 3: text.insert(at, other.substr(below(other.size() + 1), below(40))); break;
            default:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
        }
    }

    std::vector<std::string> const& corpus_;
    std::mt19937 random_{20180425};
};

}  // namespace

#define SSS_FUZZ_TARGET(name) extern "C" int fuzz_##name(std::uint8_t const*, std::size_t);
#include "targets.inc"
#undef SSS_FUZZ_TARGET

/// replay TARGET CORPUS ROUNDS FAILED: FAILED is the file that gets each input before it is tried.
int main(int count, char** arguments)
{
    std::vector<std::pair<std::string, Target>> const targets{
#define SSS_FUZZ_TARGET(name) {#name, fuzz_##name},
#include "targets.inc"
#undef SSS_FUZZ_TARGET
    };
    if (count != 5) {
        std::cerr << "usage: replay TARGET CORPUS-FOLDER ROUNDS FILE-FOR-THE-INPUT\n";
        return 2;
    }
    auto const target = std::ranges::find(targets, std::string{arguments[1]}, &decltype(targets)::value_type::first);
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator{arguments[2]}) files.push_back(entry.path());
    std::ranges::sort(files);
    if (target == targets.end() || files.empty()) {
        std::cerr << "no such target, or nothing in its corpus: " << arguments[1] << "\n";
        return 2;
    }
    std::vector<std::string> corpus;
    for (auto const& file : files) corpus.push_back(bytes_of(file));

    fs::path const kept{arguments[4]};
    auto const attempt = [&](std::string const& input) {
        std::ofstream{kept, std::ios::binary} << input;
        target->second(reinterpret_cast<std::uint8_t const*>(input.data()), input.size());
    };
    std::ranges::for_each(corpus, attempt);
    Mutations mutations{corpus};
    auto const rounds = std::stoi(arguments[3]) * (std::getenv("SSS_LONG") != nullptr ? 10 : 1);  // ./dev test --long
    for (auto left = rounds; left > 0; --left) attempt(mutations.next());
    fs::remove(kept);
    std::cout << corpus.size() << " inputs and " << rounds << " mutations: every promise holds\n";
}
