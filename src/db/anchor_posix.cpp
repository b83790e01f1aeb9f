#include "db/anchor.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace holdfast::db {
namespace {

constexpr std::size_t recordSize = 64;
constexpr std::size_t textSize = 32;  // what the seal covers: a name of 16 bytes and the count in decimal
constexpr off_t intentAt = 0;
constexpr off_t doneAt = 4096;  // in a sector of its own, so that one torn write cannot take both
constexpr std::string_view intentName = "holdfast intent ";
constexpr std::string_view doneName = "holdfast done   ";

using Bytes = std::array<unsigned char, recordSize>;

class Descriptor {
public:
    Descriptor(const std::string& path, int flags)
        : m_number{::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)}
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_number; }

private:
    int m_number;
};

Error failure(int number, const std::string& path)
{
    switch (number) {
    case ENOENT: return {ErrorCode::notFound, path, "there is no record of saves beside the store"};
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return {ErrorCode::diskFull, path, "there is no room left"};
    case EACCES:
    case EPERM:
    case EROFS: return {ErrorCode::readOnly, path, "it may not be written or read"};
    default: return {ErrorCode::unavailable, path, "the system refused (errno " + std::to_string(number) + ")"};
    }
}

class AnchorFile final : public Anchor {
public:
    AnchorFile(std::string path, Secret sealKey) : m_path{std::move(path)}, m_sealKey{std::move(sealKey)} {}

    Result<Record> read() const override
    {
        const Descriptor file{m_path, O_RDONLY};
        if (file.get() < 0)
            return failure(errno, m_path);
        const auto done = recordAt(file.get(), doneAt, doneName);
        const auto intent = recordAt(file.get(), intentAt, intentName);
        if (!done && !intent)
            return Error{ErrorCode::damaged, m_path, "the record of saves beside the store cannot be read"};
        // Only one save is ever between its two records, so either tells the other to within one.
        return Record{done.value_or(intent.value_or(1) - 1), intent.value_or(done.value_or(0) + 1)};
    }

    Result<Done> intend(std::int64_t count) override { return write(intentAt, intentName, count); }

    Result<Done> complete(std::int64_t count) override
    {
        // The writer's lock on the store is gone by now, so another program may have saved and recorded since.
        if (auto opened = ensureOpen(); !opened)
            return opened;
        if (::flock(m_file->get(), LOCK_EX) != 0)
            return failure(errno, m_path);
        const auto before = recordAt(m_file->get(), doneAt, doneName);
        auto written = before && *before >= count ? Result<Done>{Done{}} : write(doneAt, doneName, count);
        ::flock(m_file->get(), LOCK_UN);
        return written;
    }

    Result<Done> reset(std::int64_t count) override
    {
        if (auto done = write(doneAt, doneName, count); !done)
            return done;
        return write(intentAt, intentName, count);
    }

private:
    Result<Done> ensureOpen()
    {
        if (!m_file) {
            m_file = std::make_unique<Descriptor>(m_path, O_RDWR | O_CREAT);
            if (m_file->get() < 0) {
                const int number = errno;
                m_file.reset();
                return failure(number, m_path);
            }
        }
        return Done{};
    }

    void seal(Bytes& bytes) const
    {
        crypto_generichash(bytes.data() + textSize, recordSize - textSize, bytes.data(), textSize,
                           m_sealKey.bytes().data(), m_sealKey.size());
    }

    Result<Done> write(off_t at, std::string_view name, std::int64_t count)
    {
        if (auto opened = ensureOpen(); !opened)
            return opened;
        Bytes bytes{};
        std::snprintf(reinterpret_cast<char*>(bytes.data()), textSize, "%.*s%015lld", static_cast<int>(name.size()),
                      name.data(), static_cast<long long>(count));
        seal(bytes);
        const ssize_t written = ::pwrite(m_file->get(), bytes.data(), recordSize, at);
        if (written != static_cast<ssize_t>(recordSize))
            return failure(written < 0 ? errno : ENOSPC, m_path);
        if (::fdatasync(m_file->get()) != 0)
            return failure(errno, m_path);
        return Done{};
    }

    std::optional<std::int64_t> recordAt(int file, off_t at, std::string_view name) const
    {
        Bytes found{};
        if (::pread(file, found.data(), recordSize, at) != static_cast<ssize_t>(recordSize))
            return std::nullopt;
        Bytes expected = found;
        seal(expected);
        if (sodium_memcmp(found.data(), expected.data(), recordSize) != 0 ||
            !std::equal(name.begin(), name.end(), found.begin()))
            return std::nullopt;
        return std::strtoll(reinterpret_cast<const char*>(found.data()) + name.size(), nullptr, 10);
    }

    std::string m_path;
    Secret m_sealKey;
    std::unique_ptr<Descriptor> m_file;
};

}  // namespace

std::string anchorPath(const std::string& storePath)
{
    return storePath + ".anchor";
}

std::unique_ptr<Anchor> anchorBeside(const std::string& storePath, Secret sealKey)
{
    return std::make_unique<AnchorFile>(anchorPath(storePath), std::move(sealKey));
}

std::string gapBetween(const Anchor::Record& record, std::int64_t count)
{
    if (count < record.done)
        return std::to_string(record.done - count) + " saved change(s) are missing: " + std::to_string(record.done) +
               " were recorded, " + std::to_string(count) + " are there";
    if (count > record.intent)
        return "it holds " + std::to_string(count) + " saves but only " + std::to_string(record.intent) +
               " were recorded beside it: the file is not the one this record belongs to";
    return {};
}

}  // namespace holdfast::db
