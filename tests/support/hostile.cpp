#include "support/hostile.h"

#include "base/text.h"
#include "support/counts.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace holdfast::test {
namespace {

using namespace std::string_literals;

constexpr std::size_t megabyte = 1'000'000;
constexpr std::size_t typeable = 300;

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string all;
    all.reserve(piece.size() * times);
    for (std::size_t at = 0; at < times; ++at)
        all += piece;
    return all;
}

/// As somebody would hide it: alone, in the middle of words, at both ends.
void each(std::vector<Hostile>& all, const std::string& tries, std::initializer_list<std::string> pieces)
{
    for (const std::string& piece : pieces) {
        all.push_back({tries, piece});
        all.push_back({tries, "Ada " + piece + " Fenwick"});
    }
}

void addWhatPrograms(std::vector<Hostile>& all)
{
    each(all, "formula",
         {"=1+1", "+44", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"file:///x\",\"see\")",
          "=cmd|' /C calc'!A0", "\"=1+1", ";=1+1", "=IMPORTXML(CONCAT(\"//\",A1))",
          "\xEF\xBC\x9D"
          "1+1"});
    each(all, "markup",
         {"<b>bold</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='file:///etc'>x</a>",
          "&lt;&amp;&#x3c;", "</table><h1>", "<![CDATA[x]]>", "<!--", "<style>*{color:red}</style>", "<font size=99>",
          "<html><body bgcolor=red>", "{\\rtf1 x}", "%PDF-1.4", "&Ctrl+Q", "javascript:alert(1)"});
    each(all, "sql",
         {"'; DROP TABLE person; --", "' OR '1'='1", "\"; DELETE FROM note", "%", "_", "\\", "$1", "?1", ":name",
          "NULL", "' || (SELECT data FROM event) || '", "/* */", "E'\\x27'", "$$x$$", "\\copy x"});
    each(all, "search",
         {"\"", "* ", "NEAR(a b)", "a AND", "OR NOT", "^a", "col:word", "(", ")", "-word", "a:*", "!a", "<->", "&|"});
    each(all, "path",
         {"../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:\\Windows\\x", "CON", "file:///etc/passwd", "~root", ".",
          "a/b", "name\n.pdf", "x.pdf.exe", "\\\\server\\share"});
    each(all, "format",
         {"%s%s%n", "{}", "{0}", "%1 %2 %L1", "${HOME}", "$(id)", "`id`", "%%", "{{x}}", "[[", "]]", "[[x]]"});
    each(all, "json", {"{\"a\":1}", "\\u0000", "\"}", "[[[[", "null", "1e999", "\\\"", "/*"});
}

void addWhatReaders(std::vector<Hostile>& all)
{
    // Marks that turn the direction of what stands after them, and marks that are not seen.
    each(all, "direction",
         {"\u202E"
          "gnp.exe",
          "\u202D",
          "\u202A"
          "x",
          "\u2066"
          "x",
          "\u2067"
          "x\u2069",
          "\u200F", "\u061C"});
    each(all, "unseen", {"\u200B", "\u200D", "\uFEFF", "\u00AD", "\u2060", "\u180E", "\U000E0041", "\u034F"});
    each(all, "likeness", {"\u0410da", "\uFF21da", "A\u0308", "\u00C4", "\u1E9E", "\u0130", "\uFB01", "\u2160"});
    each(all, "lines", {"a\nb", "a\r\nb", "a\rb", "\u2028", "\u2029", "\u0085", "\v", "\f"});
    each(all, "control",
         {"\x01", "\x07", "\b", "\x1B[31m", "\x1B]0;x\x07", "\x7F",
          "\xC2\x9B"
          "31m"});
    each(all, "planes",
         {"\U0001F469\u200D\U0001F680", "\U0001F1EC\U0001F1E7", "\U00020000", "\uE000", "\uFFFE", "\U0010FFFF",
          "\uFFFD", "\uFFFC"});
    each(all, "not text",
         {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80", "\xF0\x9F\x98", "a\0b"s, "\0"s});
    all.push_back({"marks", "A" + repeated("\u0300\u0489", 60) + "da"});
    all.push_back({"long", repeated("W", 190)});
    all.push_back({"long", repeated("W", 5'000)});
    all.push_back({"long", repeated("word ", 2'000)});
    all.push_back({"long", repeated("\n", 3'000)});
    all.push_back({"long", repeated("\u202E", 1'000)});
    all.push_back({"long", repeated("[", 20'000)});
    all.push_back({"long", repeated("<b>", 20'000)});
    all.push_back({"long", repeated("a ", megabyte / 2)});
    all.push_back({"nothing", ""});
    all.push_back({"nothing", "   "});
    all.push_back({"nothing", "\u00A0\u2003"});
}

}  // namespace

const std::vector<Hostile>& hostileTexts()
{
    static const std::vector<Hostile> all = [] {
        std::vector<Hostile> made;
        addWhatPrograms(made);
        addWhatReaders(made);
        return made;
    }();
    return all;
}

std::vector<Hostile> typeableTexts()
{
    std::vector<Hostile> some;
    for (const Hostile& one : hostileTexts())
        if (one.text.size() <= typeable && isValidUtf8(one.text))
            some.push_back(one);
    return some;
}

std::string tenMegabytes()
{
    return repeated("ten words of which none says anything at all here ", 10 * megabyte / 50);
}

void HostileTally::kept(const std::string& where, const std::string& expected, const std::string& readBack)
{
    ++m_kept;
    INFO(where);
    CHECK((readBack == expected));  // a comparison, not its sides: nothing hostile in the output
}

void HostileTally::refused(const std::string& where, const Error& error)
{
    ++m_refused;
    INFO(where << ": " << error.where << ", " << error.detail);
    CHECK((error.code == ErrorCode::invalid || error.code == ErrorCode::refused || error.code == ErrorCode::notFound));
    CHECK_FALSE((error.where.empty() && error.detail.empty()));
}

void HostileTally::took(const std::string& where, const std::string& expected, const Result<std::string>& readBack)
{
    if (readBack)
        kept(where, expected, *readBack);
    else
        refused(where, readBack.error());
}

void HostileTally::print(const std::string& of) const
{
    tell("hostile inputs, " + of + ": " + std::to_string(inputs()) + ", of which " + std::to_string(m_kept) +
         " kept exactly and " + std::to_string(m_refused) + " refused with a reason");
}

}  // namespace holdfast::test
