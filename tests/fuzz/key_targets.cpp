// What lies beside a store or is typed to open one: envelope, anchor, journal, recovery key, passphrase, server address,
// sealed bytes. Where a checksum would keep every made-up input out, it is put right first.
#include "db/anchor.h"
#include "db/envelope_file.h"
#include "db/journal_scan.h"
#include "db/passphrase.h"
#include "db/sealed.h"
#include "db/server_address.h"
#include "db/store_file.h"
#include "fuzz/target.h"
#include "support/temp_folder.h"

#include <sodium.h>

#include <array>
#include <cmath>
#include <fstream>

namespace holdfast::fuzz {
namespace {

std::string hashOf(std::string_view text)
{
    std::string hash(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
    return hash;
}

const std::string& scratch()
{
    static const test::TempFolder folder;
    static const std::string path = folder.file("store");
    return path;
}

void put(const std::string& path, std::string_view bytes)
{
    std::ofstream{path, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void envelope(std::string_view bytes)
{
    if (const auto asItIs = db::parseEnvelope(bytes, "keys"); !asItIs)
        mustBeClear(asItIs.error());
    const std::string text{bytes.substr(0, bytes.rfind("sum "))};
    const auto read = db::parseEnvelope(text + "sum " + db::hexOf(hashOf(text)) + '\n', "keys");
    if (!read)
        return mustBeClear(read.error());
    const std::string written = db::written(*read);
    const auto again = db::parseEnvelope(written, "keys");
    mustHold(again && db::written(*again) == written, "an envelope is not what was written");
}

/// The first byte says whether the two records get a seal that fits.
void anchor(std::string_view bytes)
{
    constexpr std::size_t half = 32;
    constexpr std::size_t doneAt = 4096;
    if (bytes.empty())
        return;
    std::string file{bytes.substr(1)};
    if ((bytes[0] & 1) != 0) {
        std::string intent = file.substr(0, half);
        std::string done = file.size() > half ? file.substr(half, half) : std::string{};
        intent.resize(half);
        done.resize(half);
        file = intent + hashOf(intent);
        file.resize(doneAt);
        file += done + hashOf(done);
    }
    put(db::anchorPath(scratch()), file);
    const auto read = db::anchorBeside(scratch(), db::Secret{})->read();
    if (!read)
        return mustBeClear(read.error());
    (void)db::gapBetween(*read, read->done);
}

void journal(std::string_view bytes)
{
    const std::string path = scratch() + "-wal";
    put(path, bytes);
    const db::JournalScan scan = db::scanJournal(path);
    mustHold(scan.saves >= 0 && scan.lostSaves >= 0 && scan.badFrame >= 0, "a count below nothing");
}

void recoveryKey(std::string_view bytes)
{
    const auto read = db::parseRecoveryKey(bytes);
    if (!read)
        return mustBeClear(read.error());
    const auto again = db::parseRecoveryKey(read->printed().view());
    mustHold(again && again->bits.sameAs(read->bits), "a recovery key is not what was printed");
}

void passphrase(std::string_view bytes)
{
    const auto strength = db::strengthOf(bytes);
    mustHold(strength.score >= 0 && strength.score <= 4 && std::isfinite(strength.bits), "a strength beyond the scale");
    const auto checked = db::checkPassphrase(bytes);
    mustHold(checked.has_value() == strength.accepted, "two answers about one passphrase");
}

void serverAddress(std::string_view bytes)
{
    const std::string text{bytes};
    const auto location = db::parseLocation(text);
    if (!location)
        mustBeClear(location.error());
    else
        mustHold(location->label().find("password") == std::string::npos || location->isFile() ||
                     !db::addressOf(text).hasPassword,  // a host may be called anything
                 "a password is shown");
    (void)db::faultOf(db::addressOf(text));
}

/// The first byte says whether it is bytes that were sealed, and how they were changed since.
void sealedBytes(std::string_view bytes)
{
    static const db::Secret key = db::Secret::random(db::sealingKeyBytes);
    mustHold(!db::unseal(key, bytes, "place"), "bytes of nobody's opened");
    if (bytes.size() < 3)
        return;
    const std::string plain{bytes.substr(3)};
    std::string sealed = db::seal(key, plain, "place");
    mustHold(db::unseal(key, sealed, "place") == plain, "sealed bytes do not open");
    const std::size_t at =
        (static_cast<unsigned char>(bytes[0]) * std::size_t{256} + static_cast<unsigned char>(bytes[1])) %
        sealed.size();
    const auto change = static_cast<unsigned char>(bytes[2]);
    sealed[at] = static_cast<char>(static_cast<unsigned char>(sealed[at]) ^ change);
    mustHold(change == 0 || !db::unseal(key, sealed, "place"), "a changed byte opened");
}

}  // namespace

std::span<const Target> keyTargets()
{
    static constexpr std::array targets{
        Target{"envelope", "", 4096, envelope},    Target{"anchor", "", 128, anchor},
        Target{"journal", "", 4096, journal},      Target{"recovery_key", "", 256, recoveryKey},
        Target{"passphrase", "", 128, passphrase}, Target{"server_address", "", 512, serverAddress},
        Target{"sealed", "", 512, sealedBytes},
    };
    return targets;
}

}  // namespace holdfast::fuzz
