#pragma once

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace sss {

/// How the process ends. These numbers are a promise to scripts.
enum class ExitStatus {
    done = 0,
    findings = 1,     ///< `validate`, `fmt --check`, `diff --exit-code` found something
    usage = 2,        ///< the command line, a date, a filter or a revision cannot be understood
    environment = 3,  ///< no repository, an unreadable file, a shallow history, a full disk
};

/// The world failed. Thrown anywhere, caught once in `main`. A wrong record is never an Error: it is a Finding.
class Error : public std::runtime_error {
public:
    /// @param attempt  what was being tried, as a clause after "cannot": "open the repository at x"
    /// @param reason   why it failed, as a clause
    /// @param remedy   what the reader can do, as sentences; may be empty or hold several lines
    Error(std::string const& attempt, std::string const& reason, std::string remedy = {},
          ExitStatus status = ExitStatus::environment)
        : std::runtime_error("cannot " + attempt + ": " + reason),
          reason_(reason),
          remedy_(std::move(remedy)),
          status_(status)
    {}

    /// Why it failed; the whole sentence where an attempt and a reason do not stand apart.
    std::string const& reason() const { return reason_; }
    std::string const& remedy() const { return remedy_; }
    ExitStatus status() const { return status_; }

protected:
    struct Whole {};
    Error(Whole, std::string const& sentence, std::string remedy, ExitStatus status)
        : std::runtime_error(sentence), reason_(sentence), remedy_(std::move(remedy)), status_(status)
    {}

private:
    std::string reason_;
    std::string remedy_;
    ExitStatus status_;
};

/// What is said of a failure, and what helps below it: "sss: …", then each line of the remedy, moved in.
inline std::string with_remedy(std::string const& sentence, std::string const& remedy)
{
    auto text = "sss: " + sentence + '\n';
    for (std::size_t at = 0; at < remedy.size();) {
        auto const end = std::min(remedy.find('\n', at), remedy.size());
        text += "  " + remedy.substr(at, end - at) + '\n';
        at = end + 1;
    }
    return text;
}

/// The user asked for something that cannot be understood or does not exist; ends with exit code 2.
class UsageError : public Error {
public:
    explicit UsageError(std::string const& sentence, std::string remedy = {})
        : Error(Whole{}, sentence, std::move(remedy), ExitStatus::usage)
    {}
};

}  // namespace sss
