#include "app/sign_in_tries.h"

#include "base/log.h"
#include "base/platform.h"

#include <algorithm>
#include <sstream>

namespace holdfast::app {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view title = "holdfast tries 1";
constexpr std::size_t longestFile = std::size_t{64} * 1024;
constexpr int mostWords = 1000;  ///< a file that was tampered with keeps nobody waiting for ever
constexpr std::chrono::seconds longestWait = 60s;

std::chrono::seconds waitAfter(int failures)
{
    return failures <= 0 ? 0s : std::min(std::chrono::seconds{1LL << std::min(failures - 1, 10)}, longestWait);
}

bool isWhole(const SignInTries::Line& line)
{
    return line.inRow >= 0 && line.untold >= 0 && line.inRow <= mostWords && line.untold <= mostWords;
}

std::vector<SignInTries::Line> readLines(const std::string& path)
{
    const auto text = platform::readFile(path, longestFile);
    if (!text)
        return {};
    std::istringstream in{*text};
    std::string line;
    if (!std::getline(in, line) || line != title)
        return {};
    std::vector<SignInTries::Line> lines;
    while (std::getline(in, line)) {
        std::istringstream words{line};
        SignInTries::Line read;
        std::int64_t first = 0;
        std::int64_t last = 0;
        if (!(words >> read.inRow >> read.untold >> first >> last) || !isWhole(read))
            return {};
        std::getline(words >> std::ws, read.user);
        read.first = instantFromMillis(first);
        read.last = instantFromMillis(last);
        lines.push_back(std::move(read));
    }
    return lines;
}

}  // namespace

SignInTries::SignInTries(const std::string& storePath) : m_path{storePath + ".tries"}, m_lines{readLines(m_path)} {}

SignInStanding SignInTries::standing(const std::string& user, Instant now) const
{
    const auto line = std::ranges::find(m_lines, user, &Line::user);
    if (line == m_lines.end())
        return {};
    SignInStanding standing;
    standing.failures = line->inRow;
    // "Everybody who has no account" is nobody to lock.
    standing.locked = line->inRow >= mostTries && !user.empty();
    const auto wait = waitAfter(line->inRow);
    // A clock that was set back makes nobody wait longer than the rule says.
    const auto left = std::chrono::ceil<std::chrono::seconds>(line->last + wait - now);
    standing.wait = std::clamp(left, std::chrono::seconds{0}, wait);
    return standing;
}

void SignInTries::begin(const std::string& user, Instant now)
{
    Line& line = lineOf(user);
    m_before = line;
    if (line.untold == 0)
        line.first = now;
    line.inRow = std::min(line.inRow + 1, mostWords);
    line.untold = std::min(line.untold + 1, mostWords);
    line.last = now;
    write();
}

void SignInTries::end()
{
    m_before.inRow = 0;
    lineOf(m_before.user) = m_before;
    write();
}

void SignInTries::forgive(const std::string& user)
{
    lineOf(user).inRow = 0;
    write();
}

std::vector<SignInTries::Line> SignInTries::untold() const
{
    std::vector<Line> lines;
    std::ranges::copy_if(m_lines, std::back_inserter(lines), [](const Line& line) { return line.untold > 0; });
    return lines;
}

void SignInTries::told()
{
    for (Line& line : m_lines)
        line.untold = 0;
    write();
}

SignInTries::Line& SignInTries::lineOf(const std::string& user)
{
    const auto line = std::ranges::find(m_lines, user, &Line::user);
    if (line != m_lines.end())
        return *line;
    return m_lines.emplace_back(Line{user, 0, 0, {}, {}});
}

void SignInTries::write() const
{
    std::ostringstream out;
    out << title << '\n';
    for (const Line& line : m_lines)
        if (line.inRow > 0 || line.untold > 0)
            out << line.inRow << ' ' << line.untold << ' ' << toMillis(line.first) << ' ' << toMillis(line.last) << ' '
                << line.user << '\n';
    // A full disk must not keep anybody from their list.
    if (const auto written = platform::writeFileAtomically(m_path, out.str()); !written)
        log::warn("sign_in.tries_not_kept", written.error().code);
}

}  // namespace holdfast::app
