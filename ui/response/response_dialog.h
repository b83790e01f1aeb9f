// "Log a reply": what a service answered about one need, the engine's answer to it, and recording both.
#pragma once

#include "app/cases.h"

#include <QWidget>

#include <memory>

namespace holdfast::ui {

class Desk;
class Theme;

/// A sheet over the whole window. Make it, connect, call open(); it loads the case itself and deletes itself when it
/// closes. `need` is the need it starts with; the worker can switch.
class ResponseDialog final : public QWidget {
    Q_OBJECT

public:
    ResponseDialog(Desk& desk, Theme& theme, PersonId person, Need need, QWidget* parent);
    ~ResponseDialog() override;

    void open();

signals:
    /// Saved. `said` is what a toast says; its Undo calls Cases::undo with `outcome.event`.
    void recorded(const holdfast::app::RecordOutcome& outcome, const QString& said);
    void cancelled();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace holdfast::ui
