#include "exchange/json_input.h"
#include "exchange/json_output.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

std::string nested(std::size_t levels)
{
    return std::string(levels, '[') + std::string(levels, ']');
}

template <class Read>
Error complaintOf(std::string_view text, Read&& read)
{
    const auto result = readJson(text, [&](const JsonIn& in) {
        read(in);
        return 0;
    });
    return result ? Error{ErrorCode::cancelled, "", "no complaint"} : result.error();
}

}  // namespace

TEST_CASE("a document is read as a tree")
{
    const auto tree =
        parseJson(R"({"a": [1, -2, true, null, "x\u00e9\n"], "b": {}, "big": 9223372036854775807, "half": 0.5})");
    REQUIRE(tree);
    CHECK(tree->member("a")->items.size() == 5);
    CHECK(tree->member("a")->items[1].integer == -2);
    CHECK(tree->member("a")->items[4].text == "xé\n");
    CHECK(tree->member("big")->integer == INT64_MAX);
    CHECK(tree->member("half")->kind == JsonValue::Kind::real);
    CHECK(tree->member("c") == nullptr);
}

TEST_CASE("what is not JSON is refused with line and column, and never repeated")
{
    for (const std::string text :
         {"{", "[1,]", "{\"a\":}", "nul", "[1 2]", "{'a':1}", "[1]x", "\"\\ud800\"", "[\"\x01\"]", "01", "[1e999]",
          "// c\n[]", "NaN", "{\"a\" 1}", "\"open", "[\"tab\t\"]", "{1:2}", "[\"\\x\"]"}) {
        INFO(text);
        const auto tree = parseJson(text);
        REQUIRE_FALSE(tree);
        CHECK(tree.error().code == ErrorCode::invalid);
        CHECK(tree.error().where.starts_with("line "));
        CHECK(tree.error().detail == "expected JSON, found something else");
    }
    CHECK(parseJson("").error().detail == "expected JSON, found nothing");
    CHECK(parseJson(" \n").error().detail == "expected JSON, found nothing");
    CHECK(parseJson("[1,\n  2,\n  x]").error().where == "line 3, column 3");
}

TEST_CASE("bytes that are not UTF-8 are refused with their line")
{
    for (const std::string bytes : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe2\x82", "\x80"}) {
        const auto tree = parseJson("[\n\"" + bytes + "\"]");
        REQUIRE_FALSE(tree);
        CHECK(tree.error().where == "line 2, column 1");
    }
    CHECK_FALSE(parseJson(std::string_view{"[\"a\0b\"]", 7}));
}

TEST_CASE("NUL is refused even when it is written as an escape")
{
    CHECK(parseJson(R"({"a": ["x", "\u0000"]})").error().where == "/a/1");
    CHECK_FALSE(parseJson(R"({"\u0000": 1})"));
}

TEST_CASE("a name that comes twice is refused, not overwritten")
{
    CHECK(parseJson(R"({"a": {"b": 1, "c": 2, "b": 3}})").error() ==
          Error{ErrorCode::invalid, "/a/b", "expected each name once, found it twice"});
    CHECK(parseJson(R"({"a": 1, "\u0061": 2})").error().where == "/a");
    CHECK(parseJson(R"([{"a": 1}, {"a": 2}])"));
}

TEST_CASE("64 levels are read and 65 refused, however many there are")
{
    CHECK(parseJson(nested(64)));
    CHECK(parseJson(nested(65)).error().detail == "expected at most 64 levels, found more");
    CHECK_FALSE(parseJson(std::string(4'000'000, '[')));
    std::string objects;
    for (int i = 0; i < 65; ++i)
        objects += R"({"a":)";
    CHECK_FALSE(parseJson(objects + "1" + std::string(65, '}')));
}

TEST_CASE("too large a document is refused before it is read")
{
    CHECK(parseJson('"' + std::string(4'999'998, 'x') + '"'));
    CHECK(parseJson('"' + std::string(4'999'999, 'x') + '"').error().detail ==
          "expected at most 5 MB, found 5000001 bytes");
    std::string many = "[0";
    for (int i = 0; i < 400'000; ++i)
        many += ",0";
    CHECK(parseJson(many + ']').error().detail == "expected at most 400000 values, found more");
}

TEST_CASE("a place is named by its JSON pointer")
{
    const auto place = [](const JsonIn& in) { in.at("a/b")[1].at("~c").fail("better"); };
    CHECK(complaintOf(R"({"a/b": [0, {"~c": 1}]})", place) ==
          Error{ErrorCode::invalid, "/a~1b/1/~0c", "expected better, found 1"});
    CHECK(complaintOf(R"({"a": 1})", [](const JsonIn& in) { in.at("b"); }).where == "/b");
    CHECK(complaintOf("3", [](const JsonIn& in) { in.fail("an object"); }).where.empty());
}

TEST_CASE("an unknown name is refused at its place, shortened and without control characters")
{
    const auto read = [](const JsonIn& in) { in.allowOnly({"a", "b"}); };
    CHECK(complaintOf(R"({"a": 1, "c": 2})", read) ==
          Error{ErrorCode::invalid, "/c", "expected only a, b, found another name"});
    CHECK(complaintOf("{\"" + std::string(100, 'n') + "\": 1}", read).where == '/' + std::string(40, 'n') + "...");
    CHECK(complaintOf(R"({"\u001b[31m": 1})", read).where == "/?[31m");
    CHECK(complaintOf("[]", read).detail == "expected an object, found an array of 0");
}

TEST_CASE("a complaint repeats a short code but never a text that may be somebody's data")
{
    const auto code = [](const JsonIn& in) { in.failCode("a code"); };
    CHECK(complaintOf(R"("N99")", code).detail == "expected a code, found \"N99\"");
    CHECK(complaintOf(R"("Dani Okafor")", code).detail == "expected a code, found a text of 11 bytes");
    CHECK(complaintOf('"' + std::string(41, 'x') + '"', code).detail == "expected a code, found a text of 41 bytes");
    CHECK(complaintOf(R"("Okafor")", [](const JsonIn& in) { in.fail("a number"); }).detail ==
          "expected a number, found a text of 6 bytes");
}

TEST_CASE("each kind of value is asked for by its type and range")
{
    const auto wants = [](std::string_view text, auto read, std::string_view detail) {
        INFO(text << ' ' << detail);
        CHECK(complaintOf(text, read).detail == detail);
    };
    wants(
        "1", [](const JsonIn& in) { in.boolean(); }, "expected true or false, found 1");
    wants(
        "1.0", [](const JsonIn& in) { in.integer(0, 5); },
        "expected a whole number from 0 to 5, found a number that is not whole");
    wants(
        "6", [](const JsonIn& in) { in.integer(0, 5); }, "expected a whole number from 0 to 5, found 6");
    wants(
        "4294967297", [](const JsonIn& in) { in.integer(0, 5); },
        "expected a whole number from 0 to 5, found 4294967297");
    wants(
        "18446744073709551616", [](const JsonIn& in) { in.integer(0, 5); },
        "expected a whole number from 0 to 5, found a number that is not whole");
    wants(
        "null", [](const JsonIn& in) { in.text(); }, "expected a text, found null");
    wants(
        "\"abc\"", [](const JsonIn& in) { in.text(2); }, "expected a text of at most 2 bytes, found a text of 3 bytes");
    wants(
        "\" \"", [](const JsonIn& in) { in.someText(); }, "expected a text, found a blank one");
    wants(
        "\"2026-02-30\"", [](const JsonIn& in) { in.date(); },
        "expected a date such as 2026-03-02, found \"2026-02-30\"");
    wants(
        "\"2026-02-03\"", [](const JsonIn& in) { in.instant(); },
        "expected an instant such as 2026-03-02T10:00:00Z, found \"2026-02-03\"");
    wants(
        "\"" + std::string(48, 'x') + "\"", [](const JsonIn& in) { in.id<ServiceId>(); },
        "expected an id of 1 to 47 bytes, found a text of 48 bytes");
    wants(
        "\"\"", [](const JsonIn& in) { in.id<ServiceId>(); }, "expected an id of 1 to 47 bytes, found an empty text");
    wants(
        "[]", [](const JsonIn& in) { in.at("a"); }, "expected an object, found an array of 0");
    wants(
        "{}", [](const JsonIn& in) { in.mustBeArray(); }, "expected an array, found an object");
}

TEST_CASE("JSON is written compactly and comes back the same")
{
    JsonOut out;
    out.beginObject()
        .member("a", "\"quoted\\\" {[:,\n\t\x01\x7f é")
        .key("b")
        .beginArray()
        .number(1)
        .null()
        .boolean(false);
    out.beginObject()
        .endObject()
        .beginArray()
        .endArray()
        .text("")
        .endArray()
        .member("c", std::optional<int>{})
        .member("d", true)
        .endObject();
    const std::string text = std::move(out).str();
    CHECK(text == "{\"a\":\"\\\"quoted\\\\\\\" {[:,\\n\\t\\u0001\\u007f "
                  "é\",\"b\":[1,null,false,{},[],\"\"],\"c\":null,\"d\":true}");
    CHECK(parseJson(text).value().member("a")->text == "\"quoted\\\" {[:,\n\t\x01\x7f é");
}
