// Checks the chain of the audit some thousands of entries at a time on the background thread, so that other work gets its
// turn between them and a person can stop it.
#pragma once

#include "app/audit.h"

#include <QObject>

#include <memory>

namespace holdfast::ui {

class Desk;

class AuditRun final : public QObject {
    Q_OBJECT

public:
    explicit AuditRun(Desk& desk, QObject* parent = nullptr) : QObject{parent}, m_desk{desk} {}

    void start();
    void cancel();
    bool isRunning() const { return m_running; }

signals:
    void progressed(qint64 done, qint64 all);
    void finished(const holdfast::app::AuditVerdict& verdict);
    void failed(const holdfast::Error& error);

private:
    using Checking = std::shared_ptr<app::AuditChecking>;
    void goOn(const Checking& checking);
    void end(const Checking& checking);
    void fail(const Error& error);

    Desk& m_desk;
    bool m_running = false;
    int m_round = 0;
};

}  // namespace holdfast::ui
