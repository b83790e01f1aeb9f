#include "db/anchor.h"

#include "base/platform.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>

namespace holdfast::db {
namespace {

constexpr std::size_t recordSize = 64;
constexpr std::size_t textSize = 32;  // what the seal covers: a name of 16 bytes and the count in decimal
constexpr std::int64_t intentAt = 0;
constexpr std::int64_t doneAt = 4096;  // in a sector of its own, so that one torn write cannot take both
constexpr std::string_view intentName = "holdfast intent ";
constexpr std::string_view doneName = "holdfast done   ";

using Bytes = std::array<unsigned char, recordSize>;

class AnchorFile final : public Anchor {
public:
    AnchorFile(std::string path, Secret sealKey) : m_path{std::move(path)}, m_sealKey{std::move(sealKey)} {}

    Result<Record> read() const override
    {
        const auto file = platform::openRecordFile(m_path, platform::OpenFor::reading);
        if (!file && file.error().code == ErrorCode::notFound)
            return Error{ErrorCode::notFound, m_path, "there is no record of saves beside the store"};
        if (!file)
            return file.error();
        const auto done = recordAt(**file, doneAt, doneName);
        const auto intent = recordAt(**file, intentAt, intentName);
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
        return m_file->alone([&]() -> Result<Done> {
            const auto before = recordAt(*m_file, doneAt, doneName);
            return before && *before >= count ? Result<Done>{Done{}} : write(doneAt, doneName, count);
        });
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
        if (m_file)
            return Done{};
        auto opened = platform::openRecordFile(m_path, platform::OpenFor::writing);
        if (!opened)
            return std::move(opened).error();
        m_file = std::move(opened).value();
        return Done{};
    }

    void seal(Bytes& bytes) const
    {
        crypto_generichash(bytes.data() + textSize, recordSize - textSize, bytes.data(), textSize,
                           m_sealKey.bytes().data(), m_sealKey.size());
    }

    Result<Done> write(std::int64_t place, std::string_view name, std::int64_t count)
    {
        if (auto opened = ensureOpen(); !opened)
            return opened;
        Bytes bytes{};
        std::snprintf(reinterpret_cast<char*>(bytes.data()), textSize, "%.*s%015lld", static_cast<int>(name.size()),
                      name.data(), static_cast<long long>(count));
        seal(bytes);
        return m_file->writeAt(place, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }

    std::optional<std::int64_t> recordAt(const platform::RecordFile& file, std::int64_t place,
                                         std::string_view name) const
    {
        const auto read = file.readAt(place, recordSize);
        if (!read || read->size() != recordSize || !read->starts_with(name))
            return std::nullopt;
        Bytes expected{};
        std::ranges::copy(*read, expected.begin());
        seal(expected);
        if (sodium_memcmp(read->data(), expected.data(), recordSize) != 0)
            return std::nullopt;
        return std::strtoll(read->c_str() + name.size(), nullptr, 10);
    }

    std::string m_path;
    Secret m_sealKey;
    std::unique_ptr<platform::RecordFile> m_file;
};

}  // namespace

std::string anchorPath(const std::string& storePath)
{
    return storePath + ".anchor";
}

std::string auditAnchorPath(const std::string& storePath)
{
    return storePath + ".audit-anchor";
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
