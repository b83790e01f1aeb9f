#include "base/storage_place.h"

#include "base/platform.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;
using Kind = StoragePlace::Kind;

TEST_CASE("an ordinary folder is local, and its file system has a name")
{
    const TempFolder folder;
    CHECK(placeOf(folder.file("team.holdfast")) == StoragePlace{});
    CHECK(placeOf(folder.file("")) == StoragePlace{});
    CHECK(platform::fileSystemName("/proc/self") == "proc");
    CHECK(platform::fileSystemName(folder.file("none/here")).empty());
}

TEST_CASE("shares and disks that a program makes up are told from those of this computer")
{
    for (const char* each : {"nfs", "nfs4", "cifs", "smb3", "9p"})
        CHECK(placeOnFileSystem(each) == StoragePlace{Kind::networkShare, each});
    for (const char* each : {"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse"})
        CHECK(placeOnFileSystem(each) == StoragePlace{Kind::remoteMount, each});
    for (const char* each : {"ext4", "btrfs", "xfs", "overlay", "tmpfs", "fuseblk", "vfat", "ntfs3", ""})
        CHECK(placeOnFileSystem(each) == StoragePlace{});
}

TEST_CASE("a folder that a sync program keeps is known by its name, at any depth")
{
    const TempFolder folder;
    const auto [name, by] = GENERATE(table<std::string, std::string>({{"OneDrive", "OneDrive"},
                                                                      {"OneDrive - Wrenfield Trust", "OneDrive"},
                                                                      {"Dropbox (Lantern)", "Dropbox"},
                                                                      {"Google Drive", "Google Drive"},
                                                                      {"iCloud Drive", "iCloud"},
                                                                      {"Nextcloud", "Nextcloud"}}));
    const std::string inside = folder.file(name + "/team/store");
    std::filesystem::create_directories(inside);
    CHECK(placeOf(inside + "/team.holdfast") == StoragePlace{Kind::syncedFolder, by});
    CHECK(placeOf(inside) == StoragePlace{Kind::syncedFolder, by});
    CHECK(placeOf(folder.file(name)) == StoragePlace{Kind::syncedFolder, by});
}

TEST_CASE("a word that only begins like one is no such folder")
{
    const TempFolder folder;
    for (const char* name : {"dropboxes", "nextcloudy", "boxes", "My drives"})
        CHECK(placeOf(folder.file(std::string{name} + "/team.holdfast")) == StoragePlace{});
}

TEST_CASE("what a sync program leaves in its folder tells it, also through a link")
{
    const TempFolder folder;
    std::filesystem::create_directories(folder.file("work/team"));
    CHECK(placeOf(folder.file("work/team/team.holdfast")) == StoragePlace{});
    std::filesystem::create_directory(folder.file("work/.dropbox"));  // where its settings lie, in a home folder
    CHECK(placeOf(folder.file("work/team/team.holdfast")) == StoragePlace{});
    std::filesystem::create_directory(folder.file("work/.dropbox.cache"));
    CHECK(placeOf(folder.file("work/team/team.holdfast")) == StoragePlace{Kind::syncedFolder, "Dropbox"});
    std::filesystem::create_directory_symlink(folder.file("work/team"), folder.file("elsewhere"));
    CHECK(placeOf(folder.file("elsewhere/team.holdfast")) == StoragePlace{Kind::syncedFolder, "Dropbox"});
}
