// Adds or edits a worker: name, role, service, team, and whether they still work here.
#pragma once

#include "domain/service.h"
#include "domain/worker.h"
#include "widgets/dialog_sheet.h"

#include <vector>

class QCheckBox;
class QLineEdit;

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Banner;
class Choice;
class Desk;
class FieldBox;

class WorkerSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// A worker with version 0 is a new one.
    WorkerSheet(Desk& desk, const Theme& theme, const Worker& worker, const std::vector<Service>& services,
                QWidget& window);

signals:
    void saved(const holdfast::Worker& worker);

private:
    void save();
    void explain(const Error& error);

    Desk& m_desk;
    Worker m_worker;
    QLineEdit* m_name;
    Choice* m_role;
    Choice* m_service;
    QLineEdit* m_team;
    QCheckBox* m_active;
    FieldBox* m_nameField;
    FieldBox* m_serviceField;
    Banner* m_problem;
    Button* m_save;
};

}  // namespace holdfast::ui
