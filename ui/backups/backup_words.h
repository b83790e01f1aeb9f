// Backups in words: how they stand, what a restore would set aside, and what a folder's place means for a store.
#pragma once

#include "app/backups.h"
#include "app/open_marks.h"
#include "base/storage_place.h"

#include <QString>

#include <optional>

namespace holdfast::ui {

struct BackupNotice {
    QString strong;
    QString rest;
    friend bool operator==(const BackupNotice&, const BackupNotice&) = default;
};

/// What an administrator or a supervisor has to know; nothing while all is well. `failed` is why the last try was in vain.
std::optional<BackupNotice> backupNotice(const app::BackupStanding& standing, const std::optional<Error>& failed,
                                         Instant now);

/// Why a backup could not be made.
QString backupProblem(const Error& error);
/// Why one cannot be put back.
QString restoreProblem(const Error& error);

QString words(app::KeptAs as);
QString sizeWords(qint64 bytes);

/// "12 entries about 5 people, 2 people who were added and 3 signed notes", or that nothing would be.
QString setAsideWords(const app::Backups::Since& since);

/// Who else has the store open; `name` is empty for somebody who is not known here.
QString openElsewhereWords(const app::Opening& opening, const QString& name, std::size_t more, Instant now);

/// That this computer's clock is behind something written before, or that one was ahead then.
QString clockBehindWords(Instant ahead, Instant now);

/// What may go wrong with a store there; nothing for a disk of this computer.
std::optional<BackupNotice> storePlaceNotice(const StoragePlace& place);
std::optional<BackupNotice> backupPlaceNotice(const StoragePlace& place);

}  // namespace holdfast::ui
