// "Who has looked at my record": seen by the worker first, then printed or saved for the person.
#pragma once

#include "app/audit_log.h"
#include "domain/letterhead.h"
#include "widgets/dialog_sheet.h"

#include <optional>

class QVBoxLayout;

namespace holdfast::ui {

class Button;
class Desk;
class RunLabel;

class WhoLookedSheet final : public DialogSheet {
    Q_OBJECT

public:
    WhoLookedSheet(const Theme& theme, Desk& desk, const Person& person, QWidget& window);

signals:
    void said(const QString& message);
    void failed(const QString& message);

private:
    struct Ready {
        app::WhoLooked answer;
        Letterhead head;
    };
    void show(const Result<Ready>& ready);
    void takeOut(bool toFile);

    Desk& m_desk;
    QWidget& m_window;
    std::optional<Ready> m_ready;
    QVBoxLayout* m_column;
    RunLabel* m_summary;
    Button* m_print;
    Button* m_save;
};

}  // namespace holdfast::ui
