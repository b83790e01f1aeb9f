// Adds or edits one service. A save that comes too late keeps what was typed and says who was first.
#pragma once

#include "base/error.h"
#include "domain/service.h"
#include "widgets/dialog_sheet.h"

namespace holdfast::ui {

class Banner;
class Desk;
class RunLabel;
class ServiceForm;

class ServiceSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `service` with version 0 and an empty id is a new one.
    ServiceSheet(Desk& desk, const Theme& theme, const Service& service, QWidget& window);

signals:
    void saved(const holdfast::Service& service);

private:
    void save();
    void explain(const Error& error);
    void loadTheirs();
    void showExpectedWait();

    Desk& m_desk;
    ServiceId m_id;
    RunLabel* m_expected;  ///< what people have waited of late
    ServiceForm* m_form;
    Banner* m_problem;
    Button* m_save;
};

}  // namespace holdfast::ui
