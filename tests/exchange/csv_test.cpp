#include "exchange/csv.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> cellsOf(std::string_view text)
{
    std::vector<Cells> all;
    const auto rows = readCsv(text);
    if (!rows)
        return {{rows.error().where, rows.error().detail}};
    for (const CsvRow& row : *rows)
        all.push_back(row.cells);
    return all;
}

}  // namespace

TEST_CASE("rows are read as RFC 4180 writes them")
{
    CHECK(cellsOf("a,b\r\n1,2\r\n") == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
    CHECK(cellsOf("a,b\n1,2") == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
    CHECK(cellsOf("\xef\xbb\xbf"
                  "a,b\n") == std::vector<Cells>{{"a", "b"}});
    CHECK(cellsOf("\"a,\"\"b\"\"\nc\",d\n,\n") == std::vector<Cells>{{"a,\"b\"\nc", "d"}, {"", ""}});
    CHECK(cellsOf("a\n\n\r\nb\n") == std::vector<Cells>{{"a"}, {"b"}});
    CHECK(cellsOf("a,\n") == std::vector<Cells>{{"a", ""}});
    CHECK(cellsOf("").empty());
}

TEST_CASE("a row knows the line it begins on, even after cells of several lines")
{
    const auto rows = readCsv("a\n\"b\n\nc\"\nd\n");
    REQUIRE(rows);
    CHECK(rows->at(1).line == 2);
    CHECK(rows->at(2).line == 5);
}

TEST_CASE("what is not CSV is refused with its line")
{
    CHECK(cellsOf("a\n\"b") == std::vector<Cells>{{"line 2", "expected a closing quote, found the end of the file"}});
    CHECK(cellsOf("a\nb\"c\"\n") ==
          std::vector<Cells>{{"line 2", "expected quotes around the whole cell, found one inside it"}});
    CHECK(cellsOf("a\n\"b\"c\n").front().front() == "line 2");
    CHECK(cellsOf("a\rb\n").front().front() == "line 1");
    CHECK(cellsOf("a\n\xff\n") ==
          std::vector<Cells>{{"line 2", "expected valid UTF-8 without NUL, found other bytes"}});
    CHECK(cellsOf(std::string_view{"a\0b", 3}).front().front() == "line 1");
    CHECK(readCsv(std::string(5'000'001, 'a')).error().detail == "expected at most 5 MB, found 5000001 bytes");
}

TEST_CASE("texts are quoted and numbers are not")
{
    CsvWriter out;
    out.text("a").text("say \"x\", y").number(-5).empty().endRow().text("").endRow();
    CHECK(out.str() == "\"a\",\"say \"\"x\"\", y\",-5,\r\n\"\"\r\n");
}

TEST_CASE("no line of a text can be a formula in a spreadsheet")
{
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\xc2\xa0=1", " \xe3\x80\x80=1",
                                "\xef\xbc\x9d"
                                "1",
                                "\xef\xbc\xa0x"}) {
        INFO(formula);
        CHECK(withoutFormulas(formula) == '\'' + std::string{formula});
        CHECK(withFormulas(withoutFormulas(formula)) == formula);
        CHECK(withoutFormulas("x\n" + std::string{formula}) == "x\n'" + std::string{formula});
        CHECK(withoutFormulas("x\r\n" + std::string{formula}) != "x\r\n" + std::string{formula});
    }
    for (const char* harmless : {"", "x=1", "O'Brien", "1-2", "'quoted'", "a\nb"}) {
        INFO(harmless);
        CHECK(withoutFormulas(harmless) == harmless);
        CHECK(withFormulas(harmless) == harmless);
    }
}
