#include "db/integrity.h"

#include "db/journal_scan.h"
#include "db/sqlite_store.h"
#include "db/transaction.h"

#include <cstdlib>

namespace holdfast::db {
namespace {

constexpr std::size_t shown = 20;  // findings of one kind; a file that is damaged all over says the same for ever

class Collector {
public:
    /// Runs one check. A Failure in the middle of it is a finding too: the rest of the checks still run.
    template <class Work>
    void check(const std::string& name, Work work)
    {
        const std::size_t before = m_report.findings.size();
        try {
            work([&](const std::string& detail) {
                if (m_report.findings.size() < before + shown)
                    m_report.findings.push_back({name, detail});
            });
        } catch (const Failure& failure) {
            m_report.findings.push_back({name, failure.what()});
        }
        if (m_report.findings.size() == before)
            m_report.passed.push_back(name);
    }

    IntegrityReport take() { return std::move(m_report); }

private:
    IntegrityReport m_report;
};

/// The page that a finding of the cipher is about; 0 when it names none.
std::uint32_t pageIn(std::string_view finding)
{
    const auto at = finding.find("page ");
    return at == std::string_view::npos
               ? 0
               : static_cast<std::uint32_t>(std::strtoul(std::string{finding.substr(at + 5)}.c_str(), nullptr, 10));
}

/// The seal of every page in the file. A power cut while the journal was being folded in leaves torn pages there that
/// the journal still holds whole: nobody reads those from the file.
void checkSeals(Connection& connection, const std::string& path, const auto& found)
{
    const JournalScan journal = scanJournal(path + "-wal");
    connection.query("PRAGMA cipher_integrity_check", {}, [&](const Row& row) {
        if (const std::string finding = row.text(0); !journal.pages.contains(pageIn(finding)))
            found(finding);
    });
}

void checkReferences(Connection& connection, const auto& found)
{
    connection.query("PRAGMA foreign_key_check", {}, [&](const Row& row) {
        found("row " + std::to_string(row.integer(1)) + " of " + row.text(0) + " refers to a missing " + row.text(2));
    });
}

void checkSaves(Connection& connection, const std::string& path, const StoreKey* key, const auto& found)
{
    // Another program may be saving: this order allows for saves between the readings.
    const auto anchor = anchorOf(path, key);
    const auto before = anchor->read();
    const std::int64_t count = savedCount(connection);
    const auto after = anchor->read();
    bool isComplete = false;
    if (before && after) {
        const std::string gap = gapBetween({before->done, after->intent}, count);
        isComplete = gap.empty();
        if (!isComplete)
            found(gap);
    } else {
        found(before ? after.error().detail : before.error().detail);
    }
    // A power cut while a journal is begun anew leaves a torn beginning; what it held before is in the file by then, and
    // the record beside the store knows.
    const JournalScan scan = scanJournal(path + "-wal");
    const bool begunAnew = isComplete && scan.saves == 0 && scan.badFrame == 1;
    if (!scan.sound() && !begunAnew)
        found("the journal is damaged from frame " + std::to_string(scan.badFrame) + " on");
}

void checkKeys(const std::string& path, const auto& found)
{
    const auto read = readEnvelope(path);
    if (!read)
        found(read.error().detail);
    else if (read->wholeCopies < 2)
        found("one of the two copies of the key file is missing, old or damaged");
}

IntegrityReport checkFile(Connection& connection, const std::string& path, const StoreKey* key)
{
    Collector collector;
    const Transaction oneMoment{connection, Access::read};
    collector.check("pages", [&](const auto& found) {
        connection.query("PRAGMA integrity_check", {}, [&](const Row& row) {
            if (row.view(0) != "ok")
                found(row.text(0));
        });
    });
    if (key)
        collector.check("seals", [&](const auto& found) { checkSeals(connection, path, found); });
    collector.check("references", [&](const auto& found) { checkReferences(connection, found); });
    collector.check("recent saves", [&](const auto& found) { checkSaves(connection, path, key, found); });
    if (key)
        collector.check("keys", [&](const auto& found) { checkKeys(path, found); });
    return collector.take();
}

IntegrityReport checkServer(Connection& connection)
{
    Collector collector;
    collector.check("references", [&](const auto& found) {
        connection.query("SELECT conname FROM pg_constraint WHERE NOT convalidated AND connamespace = "
                         "current_schema()::regnamespace ORDER BY conname",
                         {}, [&](const Row& row) { found("the rule " + row.text(0) + " was never checked"); });
    });
    collector.check("pages", [&](const auto& found) {
        connection.query("SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
                         "WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace ORDER BY 1",
                         {}, [&](const Row& row) { found("the index " + row.text(0) + " is not valid"); });
    });
    return collector.take();
}

}  // namespace

Result<IntegrityReport> checkIntegrity(const StoreLocation& location, const StoreKey* key, const Schema& schema)
{
    OpenOptions options;
    options.readOnly = true;
    auto opened = openStore(location, key, schema, options);
    if (!opened)
        return opened.error();
    Connection& connection = *opened.value();
    const bool encrypted = location.isFile() && probe(location.text) == FileKind::encryptedStore;
    IntegrityReport report =
        location.isFile() ? checkFile(connection, location.text, encrypted ? key : nullptr) : checkServer(connection);
    report.passed.insert(report.passed.begin(), "schema");  // opening compared every step that ran with ours
    return report;
}

}  // namespace holdfast::db
