#include "db/journal_scan.h"

#include <array>
#include <fstream>
#include <span>
#include <vector>

namespace holdfast::db {
namespace {

// The format is at https://sqlite.org/fileformat2.html#the_write_ahead_log
constexpr std::size_t headerSize = 32;
constexpr std::size_t frameHeaderSize = 24;
constexpr std::uint32_t magic = 0x377f0682;  // the lowest bit says that checksums read big-endian words
constexpr std::uint32_t largestPage = 65536;

constexpr std::size_t block = 512;  // what a disk writes whole or not at all, at the least

using Bytes = std::span<const unsigned char>;

std::uint32_t bigEndian(Bytes bytes, std::size_t at)
{
    return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U | std::uint32_t{bytes[at + 2]} << 8U |
           std::uint32_t{bytes[at + 3]};
}

std::uint32_t littleEndian(Bytes bytes, std::size_t at)
{
    return std::uint32_t{bytes[at + 3]} << 24U | std::uint32_t{bytes[at + 2]} << 16U |
           std::uint32_t{bytes[at + 1]} << 8U | std::uint32_t{bytes[at]};
}

/// SQLite's running sum; each frame continues where the one before it ended.
class Checksum {
public:
    void useBigEndian(bool yes) { m_bigEndian = yes; }

    void add(Bytes bytes)
    {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            m_first += word(bytes, at) + m_second;
            m_second += word(bytes, at + 4) + m_first;
        }
    }
    bool isAt(Bytes bytes, std::size_t at) const
    {
        return bigEndian(bytes, at) == m_first && bigEndian(bytes, at + 4) == m_second;
    }

private:
    std::uint32_t word(Bytes bytes, std::size_t at) const
    {
        return m_bigEndian ? bigEndian(bytes, at) : littleEndian(bytes, at);
    }

    std::uint32_t m_first = 0;
    std::uint32_t m_second = 0;
    bool m_bigEndian = false;
};

bool readInto(std::ifstream& file, std::span<unsigned char> bytes)
{
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return file.gcount() == static_cast<std::streamsize>(bytes.size());
}

/// Whether the end of a save and the mark of the journal, the first 16 bytes of a frame, reach the disk together. Where they
/// do not, a power cut can leave the mark beside garbage that looks like the end of a save.
bool headIsTrue(std::int64_t number, std::size_t frameSize)
{
    const std::size_t start = headerSize + static_cast<std::size_t>(number - 1) * frameSize;
    return start % block <= block - 16;
}

JournalScan scanFrames(std::ifstream& file, Bytes header)
{
    JournalScan scan;
    Checksum sum;
    sum.useBigEndian((bigEndian(header, 0) & 1U) != 0);
    sum.add(header.first(24));
    const std::uint32_t pageSize = bigEndian(header, 8);
    const bool readable = (bigEndian(header, 0) & ~1U) == magic && sum.isAt(header, 24);
    if (pageSize < 512 || pageSize > largestPage || !readable) {
        scan.badFrame = 1;  // nothing of it can be read; how much there was cannot be said
        scan.lostSaves = 2;
        return scan;
    }

    std::vector<unsigned char> frame(frameHeaderSize + pageSize);
    std::vector<std::uint32_t> unfinished;
    for (std::int64_t number = 1; readInto(file, frame); ++number) {
        const Bytes bytes{frame};
        const bool sameJournal =
            bigEndian(bytes, 8) == bigEndian(header, 16) && bigEndian(bytes, 12) == bigEndian(header, 20);
        if (scan.badFrame == 0) {
            sum.add(bytes.first(8));
            sum.add(bytes.subspan(frameHeaderSize));
            if (!sameJournal || !sum.isAt(bytes, 16))
                scan.badFrame = number;
        }
        const bool endsSave = bigEndian(bytes, 4) != 0;
        if (scan.badFrame == 0)
            unfinished.push_back(bigEndian(bytes, 0));
        else if (sameJournal && endsSave && headIsTrue(number, frame.size()))
            ++scan.lostSaves;
        if (scan.badFrame == 0 && endsSave) {
            ++scan.saves;
            scan.pages.insert(unfinished.begin(), unfinished.end());
            unfinished.clear();
        }
    }
    if (scan.lostSaves == 0)
        scan.badFrame = 0;  // what follows is from before the journal was last folded in
    return scan;
}

}  // namespace

JournalScan scanJournal(const std::string& walPath)
{
    constexpr int attempts = 3;
    JournalScan scan;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::ifstream file{walPath, std::ios::binary};
        std::array<unsigned char, headerSize> header{};
        if (!file || !readInto(file, header))
            return {};
        scan = scanFrames(file, header);
        std::array<unsigned char, headerSize> again{};
        std::ifstream reread{walPath, std::ios::binary};
        if (scan.sound() || (readInto(reread, again) && again == header))
            return scan;  // otherwise another program began the journal anew while it was read
    }
    return scan;
}

}  // namespace holdfast::db
