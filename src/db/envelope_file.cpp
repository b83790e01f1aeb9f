#include "db/envelope_file.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace holdfast::db {
namespace {

constexpr std::string_view title = "holdfast keys 2";
constexpr std::size_t checksumBytes = 32;
constexpr std::size_t entryLimit = 200;
// A forged cost may not make a sign-in take the machine's memory or an hour.
constexpr std::uint64_t memoryLimit = std::uint64_t{4} * 1024 * 1024 * 1024;
constexpr std::uint64_t passLimit = 64;

std::string checksumOf(std::string_view text)
{
    std::string sum(checksumBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), sum.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
    return sum;
}

std::optional<std::string> bytesOf(std::string_view hex)
{
    std::string bytes(hex.size() / 2, '\0');
    std::size_t length = 0;
    const bool read = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(),
                                     hex.size(), nullptr, &length, nullptr) == 0;
    return read && length * 2 == hex.size() ? std::optional{bytes} : std::nullopt;
}

std::optional<std::uint64_t> numberOf(std::string_view digits)
{
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return problem == std::errc{} && end == digits.data() + digits.size() ? std::optional{number} : std::nullopt;
}

std::string_view nameOf(EnvelopeEntry::Kind kind)
{
    return kind == EnvelopeEntry::Kind::recovery ? "recovery" : "passphrase";
}

/// Takes the text apart from its start; every read fails for good after the first that does not fit.
class Reader {
public:
    explicit Reader(std::string_view text) : m_rest{text} {}

    bool good() const { return m_good; }
    bool atEnd() const { return m_rest.empty(); }
    void require(bool condition) { m_good = m_good && condition; }

    bool startsWith(std::string_view word) const { return m_good && m_rest.starts_with(word); }
    std::string_view until(char end)
    {
        const auto at = m_rest.find(end);
        require(at != std::string_view::npos);
        if (!m_good)
            return {};
        const auto part = m_rest.substr(0, at);
        m_rest.remove_prefix(at + 1);
        return part;
    }
    void word(std::string_view expected, char end) { require(until(end) == expected); }
    std::uint64_t number(char end)
    {
        const auto number = numberOf(until(end));
        require(number.has_value());
        return number.value_or(0);
    }
    std::string bytes(char end)
    {
        const auto bytes = bytesOf(until(end));
        require(bytes.has_value());
        return bytes.value_or("");
    }

private:
    std::string_view m_rest;
    bool m_good = true;
};

EnvelopeEntry entryFrom(Reader& reader)
{
    EnvelopeEntry entry;
    reader.word("entry", ' ');
    const auto kind = reader.until(' ');
    reader.require(kind == "passphrase" || kind == "recovery");
    entry.kind = kind == "recovery" ? EnvelopeEntry::Kind::recovery : EnvelopeEntry::Kind::passphrase;
    entry.epoch = reader.number(' ');
    entry.cost.bytes = reader.number(' ');
    entry.cost.passes = reader.number(' ');
    reader.require(entry.cost.bytes <= memoryLimit && entry.cost.passes <= passLimit);
    const auto given = reader.until(' ');
    reader.require(given == "given" || given == "own");
    entry.account.mustChange = given == "given";
    entry.salt = reader.bytes(' ');
    entry.publicKey = reader.bytes(' ');
    entry.nonce = reader.bytes(' ');
    entry.wrapped = reader.bytes(' ');
    entry.sealed = reader.bytes(' ');
    entry.next = reader.bytes(' ');
    entry.account.user = reader.bytes(' ');
    entry.account.worker = reader.bytes('\n');
    return entry;
}

}  // namespace

std::string hexOf(std::string_view bytes)
{
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    hex.pop_back();
    return hex;
}

std::string coveredText(const Envelope& envelope)
{
    const std::string_view salt{reinterpret_cast<const char*>(envelope.salt.data()), envelope.salt.size()};
    std::string text{title};
    text += "\nstore " + envelope.storeId + "\ngeneration " + std::to_string(envelope.generation) + "\nsalt " +
            hexOf(salt) + '\n';
    for (const EnvelopeEntry& entry : envelope.entries) {
        text += "entry " + std::string{nameOf(entry.kind)} + ' ' + std::to_string(entry.epoch) + ' ' +
                std::to_string(entry.cost.bytes) + ' ' + std::to_string(entry.cost.passes) + ' ' +
                (entry.account.mustChange ? "given" : "own");
        for (const std::string* bytes : {&entry.salt, &entry.publicKey, &entry.nonce, &entry.wrapped, &entry.sealed,
                                         &entry.next, &entry.account.user, &entry.account.worker})
            text += ' ' + hexOf(*bytes);
        text += '\n';
    }
    return text;
}

std::string written(const Envelope& envelope)
{
    const std::string text = coveredText(envelope) + "mac " + hexOf(envelope.mac) + '\n';
    return text + "sum " + hexOf(checksumOf(text)) + '\n';
}

Result<Envelope> parseEnvelope(std::string_view text, const std::string& where)
{
    const Error damaged{ErrorCode::damaged, where, "the key file beside the store does not check out"};
    const auto sumAt = text.rfind("sum ");
    if (sumAt == std::string_view::npos ||
        text.substr(sumAt) != "sum " + hexOf(checksumOf(text.substr(0, sumAt))) + '\n')
        return damaged;

    Envelope envelope;
    Reader reader{text.substr(0, sumAt)};
    reader.word(title, '\n');
    reader.word("store", ' ');
    envelope.storeId = reader.until('\n');
    reader.word("generation", ' ');
    envelope.generation = reader.number('\n');
    reader.word("salt", ' ');
    const std::string salt = reader.bytes('\n');
    while (reader.startsWith("entry ")) {
        envelope.entries.push_back(entryFrom(reader));
        reader.require(envelope.entries.size() <= entryLimit);
    }
    reader.word("mac", ' ');
    envelope.mac = reader.bytes('\n');
    reader.require(reader.atEnd() && salt.size() == envelope.salt.size() && envelope.storeId.size() == 32);
    if (!reader.good())
        return damaged;
    std::ranges::copy(salt, envelope.salt.begin());
    return envelope;
}

}  // namespace holdfast::db
