#include "typing/typing_log.h"

#include <fstream>

namespace holdfast::test {

std::string TypingLog::after(std::size_t count) const
{
    std::string text = opened.value_or("");
    for (std::size_t i = 0; i < count; ++i) {
        if (!keys[i].text.empty())
            text += keys[i].text;
        else if (!text.empty())
            text.pop_back();
    }
    return text;
}

std::optional<std::size_t> TypingLog::keysIn(const std::string& text) const
{
    for (std::size_t count = keys.size() + 1; count-- > 0;)
        if (after(count) == text)
            return count;
    return std::nullopt;
}

TypingLog readTypingLog(const std::string& path)
{
    TypingLog log;
    std::ifstream in{path, std::ios::binary};
    std::string line;
    while (std::getline(in, line) && !in.eof()) {
        if (line.starts_with("OPEN ")) {
            log.opened = unescaped(line.substr(5));
            continue;
        }
        const std::size_t space = line.find(' ');
        if (space == std::string::npos)
            continue;
        const std::string what = unescaped(line.substr(space + 1));
        log.keys.push_back({Moment{std::stoll(line.substr(0, space))}, what == "\b" ? std::string{} : what});
    }
    return log;
}

Moment lostBefore(const TypingLog& log, std::size_t keysKept, Moment end)
{
    return keysKept < log.keys.size() ? end - log.keys[keysKept].at : Moment{};
}

std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char letter : text)
        safe += letter == '\n' ? "\\n" : letter == '\b' ? "\\b" : letter == '\\' ? "\\\\" : std::string(1, letter);
    return safe;
}

std::string unescaped(const std::string& text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const char next = text[++i];
        plain += next == 'n' ? '\n' : next == 'b' ? '\b' : next;
    }
    return plain;
}

}  // namespace holdfast::test
