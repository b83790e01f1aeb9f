#include "backups/backup_words.h"

#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>
#include <QLocale>

namespace holdfast::ui {
namespace {

/// Nobody asked for one for so long: then it is said, whatever was planned.
constexpr auto longAgo = std::chrono::days{7};

QString tr(const char* text)
{
    return QCoreApplication::translate("Backups", text);
}

QString counted(std::int64_t count, const char* one, const char* many)
{
    return count == 1 ? tr(one) : tr(many).arg(QLocale{QLocale::English}.toString(static_cast<qlonglong>(count)));
}

QString writtenWords(const app::Backups::Since& since)
{
    QStringList parts;
    if (since.events > 0)
        parts.append(
            tr("%1 about %2")
                .arg(counted(since.events, "1 entry", "%1 entries"), counted(since.people, "1 person", "%1 people")));
    if (since.added > 0)
        parts.append(counted(since.added, "1 person who was added", "%1 people who were added"));
    if (since.notes > 0)
        parts.append(counted(since.notes, "1 signed note", "%1 signed notes"));
    if (parts.isEmpty())
        return tr("Nothing about people was written since then.");
    const QString last = parts.takeLast();
    return tr("Written since then, and set aside if you go on: %1.")
        .arg(parts.isEmpty() ? last : tr("%1 and %2").arg(parts.join(QStringLiteral(", ")), last));
}

}  // namespace

std::optional<BackupNotice> backupNotice(const app::BackupStanding& standing, const std::optional<Error>& failed,
                                         Instant now)
{
    if (failed)
        return BackupNotice{tr("The backup that was due could not be made. "), backupProblem(*failed)};
    if (!standing.last)
        return BackupNotice{tr("There is no backup of this store yet. "),
                            tr("If this computer is lost or breaks, so is everything written here.")};
    const QString last = tr("The newest: %1.").arg(momentWords(*standing.last, now));
    if (standing.overdue)
        return BackupNotice{tr("The backup is overdue. "), last};
    if (!standing.plan.dailyAt && now - *standing.last > longAgo)
        return BackupNotice{tr("No backup was made for more than a week. "), last};
    return std::nullopt;
}

QString backupProblem(const Error& error)
{
    switch (error.code) {
    case ErrorCode::notFound:
        return tr("The folder for backups is not there. Connect its disk, or choose another folder.");
    case ErrorCode::conflict: return tr("One was made this very second. Look at the list.");
    case ErrorCode::readOnly: return tr("The folder for backups does not allow saving. Choose another one.");
    case ErrorCode::diskFull: return tr("The disk of the backups is full. Nothing half done was left on it.");
    case ErrorCode::damaged:
        return tr(
            "What was copied did not read back whole, and nothing was kept of it. Try another disk; if it happens "
            "again, run holdfast check on the store.");
    case ErrorCode::cancelled: return tr("The backup was stopped. Nothing was kept of it.");
    default: return words(error);
    }
}

QString restoreProblem(const Error& error)
{
    switch (error.code) {
    case ErrorCode::wrongKey:
        return error.where == "store" ? tr("Your passphrase does not open the store.")
                                      : tr("That passphrase does not open the backup. Type the one of that day.");
    case ErrorCode::refused: return tr("Too many wrong passphrases. Wait a little, then try again.");
    case ErrorCode::damaged: return tr("This backup is damaged and will not be put back. Choose an older one.");
    case ErrorCode::newerStore: return tr("A newer Holdfast made this backup. Update Holdfast, then put it back.");
    case ErrorCode::notAStore: return tr("This file is not a backup of a Holdfast store.");
    case ErrorCode::notFound:
        return tr("The backup is not complete: keep its .keys-a, .keys-b and .anchor files beside it.");
    case ErrorCode::busy: return tr("Another program has the store open. Close it there, then try again.");
    case ErrorCode::unavailable: return tr("The backup cannot be read. Connect its disk, then try again.");
    default: return words(error);
    }
}

QString words(app::KeptAs as)
{
    switch (as) {
    case app::KeptAs::newest: return tr("One of the newest");
    case app::KeptAs::daily: return tr("For its day");
    case app::KeptAs::weekly: return tr("For its week");
    case app::KeptAs::monthly: return tr("For its month");
    }
    return {};
}

QString sizeWords(qint64 bytes)
{
    return QLocale{QLocale::English}.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString setAsideWords(const app::Backups::Since& since)
{
    if (since.disposed == 0)
        return writtenWords(since);
    return tr("%1 %2").arg(
        writtenWords(since),
        counted(since.disposed, "1 record that was disposed of since then comes back: propose its disposal again.",
                "%1 records that were disposed of since then come back: propose their disposal again."));
}

QString openElsewhereWords(const app::Opening& opening, const QString& name, std::size_t more, Instant now)
{
    const QString who = name.isEmpty() ? tr("Somebody") : name;
    const QString where = opening.host.empty() ? tr("another program") : text(opening.host);
    const QString first =
        tr("%1 has this store open too: on %2, since %3.").arg(who, where, momentWords(opening.since, now));
    return more == 0 ? first : tr("%1 And %2 more.").arg(first).arg(more);
}

QString clockBehindWords(Instant ahead, Instant now)
{
    const auto dayTime = [&](Instant at) {
        return tr("%1, %2").arg(dayWords(londonDate(at), londonDate(ahead)), timeWords(at));
    };
    return tr("This computer's clock says %1, but something was written here at %2. Set the clock before you record "
              "anything: what is recorded now would seem to have come first.")
        .arg(dayTime(now), dayTime(ahead));
}

std::optional<BackupNotice> storePlaceNotice(const StoragePlace& place)
{
    switch (place.kind) {
    case StoragePlace::Kind::local: return std::nullopt;
    case StoragePlace::Kind::syncedFolder:
        return BackupNotice{
            tr("The store lies in a folder that %1 keeps in step. ").arg(text(place.by)),
            tr("It can put an older copy in its place or make two stores of one. Move it to a folder of "
               "this computer, with Holdfast closed.")};
    case StoragePlace::Kind::networkShare:
    case StoragePlace::Kind::remoteMount:
        return BackupNotice{
            tr("The store lies on another computer (%1). ").arg(text(place.by)),
            tr("A store in a file can be damaged there. Move it to a disk of this computer; for a team, "
               "use a server.")};
    }
    return std::nullopt;
}

std::optional<BackupNotice> backupPlaceNotice(const StoragePlace& place)
{
    switch (place.kind) {
    case StoragePlace::Kind::local: return std::nullopt;
    case StoragePlace::Kind::syncedFolder:
        return BackupNotice{tr("The backups lie in a folder that %1 keeps in step. ").arg(text(place.by)),
                            tr("They are encrypted if the store is, but they leave this building. Ask whoever answers "
                               "for your data, or choose another folder.")};
    case StoragePlace::Kind::networkShare:
    case StoragePlace::Kind::remoteMount:
        return BackupNotice{
            tr("The backups lie on another computer (%1). ").arg(text(place.by)),
            tr("That is good against theft and fire. Make sure that only your team can reach it and that "
               "it is there when a backup is due.")};
    }
    return std::nullopt;
}

}  // namespace holdfast::ui
