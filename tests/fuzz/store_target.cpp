// A store file that somebody damaged, or made to do harm: opening it answers with a value or a reason, never worse. The
// input is a list of changes to a sound store: which file, where, what; so that the reading gets past the first page.
#include "base/random.h"
#include "db/integrity.h"
#include "fault/tiny_store.h"
#include "fuzz/target.h"

#include <array>
#include <fstream>

namespace holdfast::fuzz {
namespace {

constexpr std::array<const char*, 3> suffixes{"", "-wal", ".anchor"};

std::string contentOf(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A store that is not encrypted, for every byte of an encrypted one is sealed; some of its saves are in the journal.
struct Sound {
    test::TinyStore store{false};
    std::array<std::string, 3> files;

    Sound()
    {
        const auto opened = store.open();
        for (std::int64_t number = 1; number <= 12; ++number)
            test::moveOnce(*opened.value(), number);
        for (std::size_t i = 0; i < files.size(); ++i)
            files[i] = contentOf(store.path() + suffixes[i]);
    }
};

/// Each change: a byte for the file and how, two for the place, one for the new byte or the length.
std::array<std::string, 3> changed(std::array<std::string, 3> files, std::string_view bytes)
{
    for (; bytes.size() >= 4; bytes.remove_prefix(4)) {
        const auto what = static_cast<unsigned char>(bytes[0]);
        std::string& file = files[what % 3];
        if (file.empty())
            continue;
        const std::size_t place =
            (static_cast<unsigned char>(bytes[1]) * std::size_t{256} + static_cast<unsigned char>(bytes[2]));
        const std::size_t at = (what & 0x80) != 0 ? place * 16 % file.size() : place % file.size();
        switch (what / 3 % 8) {
        case 0: file.resize(at); break;
        case 1: file.insert(at, static_cast<unsigned char>(bytes[3]), bytes[3]); break;
        default: file[at] = bytes[3];
        }
    }
    return files;
}

void storeFile(std::string_view bytes)
{
    static const Sound sound;
    const auto files = changed(sound.files, bytes);
    std::filesystem::remove(sound.store.path() + "-shm");
    for (std::size_t i = 0; i < files.size(); ++i)
        std::ofstream{sound.store.path() + suffixes[i], std::ios::binary} << files[i];
    if (const auto checked = db::checkIntegrity(sound.store.location, nullptr, test::tinySchema()); !checked)
        mustBeClear(checked.error());
    const auto opened = sound.store.open();
    if (!opened)
        return mustBeClear(opened.error());
    try {
        (void)test::wholeSaves(*opened.value());
    } catch (const db::Failure& failure) {
        mustHold(failure.what() != nullptr && *failure.what() != '\0', "a failure without a reason");
    }
}

}  // namespace

std::span<const Target> storeTargets()
{
    static constexpr std::array targets{Target{"store_file", "", 256, storeFile}};
    return targets;
}

}  // namespace holdfast::fuzz
