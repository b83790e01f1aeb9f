#include "base/platform.h"

#include "support/temp_folder.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>

using namespace holdfast;

TEST_CASE("a file is written whole, is private and leaves nothing else behind")
{
    const test::TempFolder folder;
    const std::string path = folder.file("report.csv");
    REQUIRE(platform::writeFileAtomically(path, "first"));
    REQUIRE(platform::writeFileAtomically(path, "second"));
    CHECK(platform::readFile(path, 100).value() == "second");
    CHECK(platform::isPrivate(path));
    CHECK_FALSE(std::filesystem::exists(path + ".part"));
}

TEST_CASE("a folder and a device are never replaced by a file")
{
    const test::TempFolder folder;
    const std::string inside = folder.file("folder");
    std::filesystem::create_directory(inside);
    CHECK(platform::writeFileAtomically(inside, "x").error().detail == "expected a file, found a folder");

    const std::string pipe = folder.file("pipe");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(platform::writeFileAtomically(pipe, "x").error().code == ErrorCode::invalid);
    CHECK(std::filesystem::is_fifo(pipe));
    CHECK_FALSE(std::filesystem::exists(pipe + ".part"));
}

TEST_CASE("a file that is too long, missing or a folder is not read")
{
    const test::TempFolder folder;
    const std::string path = folder.file("long");
    REQUIRE(platform::writeFileAtomically(path, "12345"));
    CHECK(platform::readFile(path, 5).value() == "12345");
    CHECK(platform::readFile(path, 4).error().detail == "expected at most 4 bytes, found more");
    CHECK(platform::readFile(folder.file("none"), 4).error().code == ErrorCode::notFound);
    CHECK(platform::readFile(folder.path().string(), 4).error().detail == "expected a file, found a folder");
}

TEST_CASE("records are written in place and read back, shorter at the end of the file")
{
    const test::TempFolder folder;
    const std::string path = folder.file("records");
    CHECK(platform::openRecordFile(path, platform::OpenFor::reading).error().code == ErrorCode::notFound);
    auto file = platform::openRecordFile(path, platform::OpenFor::writing);
    REQUIRE(file);
    REQUIRE(file.value()->writeAt(10, "abcdef"));
    REQUIRE(file.value()->alone([&] { return file.value()->writeAt(12, "X"); }));
    CHECK(file.value()->readAt(10, 6).value() == "abXdef");
    CHECK(file.value()->readAt(14, 6).value() == "ef");
    CHECK(file.value()->readAt(90, 6).value().empty());
    CHECK(platform::isPrivate(path));
}
