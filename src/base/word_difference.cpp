#include "base/word_difference.h"

#include <algorithm>

namespace holdfast {
namespace {

using Kind = WordPiece::Kind;
using Words = std::vector<std::string_view>;

/// How many words may differ before the rest counts as written anew; bounds the memory to a few megabytes.
constexpr int mostEdits = 1500;

enum class Sort : std::uint8_t { space, word, mark };

Sort sortOf(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
        return Sort::space;
    const bool isWord = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= 'a' && byte <= 'z') || byte == '\'' || byte == '-' || byte == '_';
    return isWord ? Sort::word : Sort::mark;
}

/// Words, stretches of white space, and marks one by one: "sleep" and "sleep." share their word.
Words split(std::string_view text)
{
    Words words;
    for (std::size_t from = 0; from < text.size();) {
        const Sort sort = sortOf(text[from]);
        std::size_t to = from + 1;
        while (sort != Sort::mark && to < text.size() && sortOf(text[to]) == sort)
            ++to;
        words.push_back(text.substr(from, to - from));
        from = to;
    }
    return words;
}

/// Gathers pieces; neighbours of one kind become one.
class Pieces {
public:
    void add(Kind kind, std::string_view text)
    {
        if (text.empty())
            return;
        if (m_list.empty() || m_list.back().kind != kind)
            m_list.push_back({kind, {}});
        m_list.back().text += text;
    }
    std::vector<WordPiece> take() { return std::move(m_list); }

private:
    std::vector<WordPiece> m_list;
};

struct Step {
    Kind kind;
    std::string_view word;
};

/// Myers' shortest edit script. Nothing when it is longer than `mostEdits`.
class Script {
public:
    Script(const Words& from, const Words& to)
        : m_from{from}, m_to{to}, m_n{static_cast<int>(from.size())}, m_m{static_cast<int>(to.size())}
    {}

    std::vector<Step> steps()
    {
        if (!search())
            return replaced();
        std::vector<Step> steps;
        int x = m_n;
        int y = m_m;
        for (int d = static_cast<int>(m_trace.size()) - 1; d > 0; --d) {
            const int k = x - y;
            const bool down = k == -d || (k != d && reach(d - 1, k - 1) < reach(d - 1, k + 1));
            const int before = down ? k + 1 : k - 1;
            const int fromX = reach(d - 1, before);
            const int fromY = fromX - before;
            back(steps, x, y, down ? fromX : fromX + 1, down ? fromY + 1 : fromY);
            steps.push_back(down ? Step{Kind::added, m_to[static_cast<std::size_t>(fromY)]}
                                 : Step{Kind::removed, m_from[static_cast<std::size_t>(fromX)]});
            x = fromX;
            y = fromY;
        }
        back(steps, x, y, 0, 0);
        std::ranges::reverse(steps);
        return steps;
    }

private:
    /// The words both have, walked backwards from (x, y).
    void back(std::vector<Step>& steps, int& x, int& y, int toX, int toY) const
    {
        while (x > toX && y > toY) {
            --x;
            --y;
            steps.push_back({Kind::same, m_from[static_cast<std::size_t>(x)]});
        }
    }

    /// Where diagonal `k` lies in the row of `d` edits.
    static std::size_t slot(int d, int k)
    {
        const int position = k + d;
        return static_cast<std::size_t>(position);
    }
    int reach(int d, int k) const { return m_trace[static_cast<std::size_t>(d)][slot(d, k)]; }

    bool search()
    {
        for (int d = 0; d <= std::min(m_n + m_m, mostEdits); ++d) {
            std::vector<int> row(2 * static_cast<std::size_t>(d) + 1);
            for (int k = -d; k <= d; k += 2) {
                int x = 0;
                if (d > 0) {
                    const bool down = k == -d || (k != d && reach(d - 1, k - 1) < reach(d - 1, k + 1));
                    x = down ? reach(d - 1, k + 1) : reach(d - 1, k - 1) + 1;
                }
                while (x < m_n && x - k < m_m && x >= 0 && x - k >= 0 &&
                       m_from[static_cast<std::size_t>(x)] == m_to[static_cast<std::size_t>(x - k)])
                    ++x;
                row[slot(d, k)] = x;
                if (x >= m_n && x - k >= m_m) {
                    m_trace.push_back(std::move(row));
                    return true;
                }
            }
            m_trace.push_back(std::move(row));
        }
        return false;
    }

    std::vector<Step> replaced() const
    {
        std::vector<Step> steps;
        for (const auto word : m_from)
            steps.push_back({Kind::removed, word});
        for (const auto word : m_to)
            steps.push_back({Kind::added, word});
        return steps;
    }

    const Words& m_from;
    const Words& m_to;
    int m_n;
    int m_m;
    std::vector<std::vector<int>> m_trace;  ///< for each number of edits, how far each diagonal got
};

bool isSpace(const Step& step)
{
    return step.kind == Kind::same && std::ranges::all_of(step.word, [](char c) { return sortOf(c) == Sort::space; });
}

/// A space between two replaced words is replaced with them: "two old words" reads better than word, space, word.
void joinAcrossSpaces(std::vector<Step>& steps, std::vector<Step>& into)
{
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool between = i > 0 && i + 1 < steps.size() && steps[i - 1].kind != Kind::same &&
                             steps[i + 1].kind != Kind::same && isSpace(steps[i]);
        if (between) {
            into.push_back({Kind::removed, steps[i].word});
            into.push_back({Kind::added, steps[i].word});
        } else {
            into.push_back(steps[i]);
        }
    }
}

}  // namespace

std::vector<WordPiece> wordDifference(std::string_view from, std::string_view to)
{
    Words before = split(from);
    Words after = split(to);
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head])
        ++head;
    std::size_t tail = 0;
    while (tail < before.size() - head && tail < after.size() - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    Pieces pieces;
    for (std::size_t i = 0; i < head; ++i)
        pieces.add(Kind::same, before[i]);
    const auto middle = [&](const Words& words) {
        return Words{words.begin() + static_cast<std::ptrdiff_t>(head),
                     words.end() - static_cast<std::ptrdiff_t>(tail)};
    };
    const Words middleBefore = middle(before);
    const Words middleAfter = middle(after);
    std::vector<Step> found = Script{middleBefore, middleAfter}.steps();
    std::vector<Step> steps;
    joinAcrossSpaces(found, steps);
    for (std::size_t i = 0; i < steps.size();) {
        std::size_t end = i;
        while (end < steps.size() && steps[end].kind != Kind::same)
            ++end;
        for (const Kind kind : {Kind::removed, Kind::added})
            for (std::size_t at = i; at < end; ++at)
                if (steps[at].kind == kind)
                    pieces.add(kind, steps[at].word);
        for (i = end; i < steps.size() && steps[i].kind == Kind::same; ++i)
            pieces.add(Kind::same, steps[i].word);
    }
    for (std::size_t i = before.size() - tail; i < before.size(); ++i)
        pieces.add(Kind::same, before[i]);
    return pieces.take();
}

std::string textBefore(const std::vector<WordPiece>& pieces)
{
    std::string text;
    for (const WordPiece& piece : pieces)
        if (piece.kind != Kind::added)
            text += piece.text;
    return text;
}

std::string textAfter(const std::vector<WordPiece>& pieces)
{
    std::string text;
    for (const WordPiece& piece : pieces)
        if (piece.kind != Kind::removed)
            text += piece.text;
    return text;
}

}  // namespace holdfast
