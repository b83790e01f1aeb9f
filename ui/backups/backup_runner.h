// Makes backups while people go on working: when somebody asks, and when one is due.
#pragma once

#include "app/backups.h"
#include "async/background.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace holdfast::ui {

class Desk;

class BackupRunner final : public QObject {
    Q_OBJECT

public:
    explicit BackupRunner(Desk& desk, QObject* parent = nullptr);
    ~BackupRunner() override;

    void start(const std::string& folder);
    void cancel();
    bool isRunning() const { return m_running; }
    /// Now and again: makes what is due, and says how backups stand.
    void look();
    QTimer& timer() { return m_timer; }

    /// Of the last time it was asked; nothing for those who do not look after backups, and on a server.
    const std::optional<app::BackupStanding>& standing() const { return m_standing; }
    /// Why the one that was due could not be made, until one is.
    const std::optional<Error>& dueFailed() const { return m_dueFailed; }

signals:
    void started();
    void progressed(qint64 done, qint64 of);
    void finished(const holdfast::app::BackupMade& made);
    void failed(const holdfast::Error& error);
    void standingChanged();

private:
    void begin();
    void run(const app::BackupJob& job, bool due);
    void end(const Result<app::BackupMade>& made, bool due);
    void fail(const Error& error, bool due);
    void askStanding();

    Desk& m_desk;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    bool m_running = false;
    QTimer m_timer;
    std::optional<app::BackupStanding> m_standing;
    std::optional<Error> m_dueFailed;
    Instant m_notBefore{};
    Background m_copying;
};

}  // namespace holdfast::ui
