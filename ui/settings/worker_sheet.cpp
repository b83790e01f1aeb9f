#include "settings/worker_sheet.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "words/codes.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui {

WorkerSheet::WorkerSheet(Desk& desk, const Theme& theme, const Worker& worker, const std::vector<Service>& services,
                         QWidget& window)
    : DialogSheet{theme, worker.version == 0 ? tr("Add a worker") : tr("Edit worker"), 640, window},
      m_desk{desk},
      m_worker{worker}
{
    setObjectName(QStringLiteral("workerSheet"));
    auto* column = new QVBoxLayout{body()};
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    auto* grid = new QGridLayout;
    column->addLayout(grid);
    column->addStretch(1);

    m_name = new QLineEdit{text(worker.name)};
    m_name->setObjectName(QStringLiteral("workerNameEdit"));
    m_name->setMaxLength(120);
    m_nameField = new FieldBox{theme, tr("Name"), m_name};
    grid->addWidget(m_nameField, 0, 0, Qt::AlignTop);
    m_role = new Choice{tr("Role")};
    m_role->setObjectName(QStringLiteral("workerRoleChoice"));
    for (const auto role : {holdfast::Role::keyworker, holdfast::Role::coordinator, holdfast::Role::supervisor,
                            holdfast::Role::administrator})
        m_role->addChoice(words(role), static_cast<int>(role));
    m_role->setValueQuietly(static_cast<int>(worker.role));
    grid->addWidget(new FieldBox{theme, tr("Role"), m_role}, 0, 1, Qt::AlignTop);

    m_service = new Choice{tr("Service")};
    m_service->setObjectName(QStringLiteral("workerServiceChoice"));
    for (const Service& service : services)
        m_service->addChoice(text(service.name), text(service.id.text()));
    m_service->setValueQuietly(text(worker.service.text()));
    m_serviceField = new FieldBox{theme, tr("Service"), m_service};
    grid->addWidget(m_serviceField, 1, 0, Qt::AlignTop);
    m_team = new QLineEdit{text(worker.team)};
    m_team->setObjectName(QStringLiteral("workerTeamEdit"));
    m_team->setMaxLength(120);
    grid->addWidget(new FieldBox{theme, tr("Team"), m_team, tr("Inside the service, if there are several")}, 1, 1,
                    Qt::AlignTop);
    m_active = new QCheckBox{tr("Works here now")};
    m_active->setObjectName(QStringLiteral("workerActiveCheck"));
    m_active->setChecked(worker.active);
    grid->addWidget(new FieldBox{theme, tr("Working or left"), m_active,
                                 tr("When somebody leaves, each person they held stays with them on paper until a new "
                                    "worker is named, and the supervisor is asked to name one")},
                    2, 0, 1, 2, Qt::AlignTop);

    for (QLineEdit* line : {m_name, m_team})
        connect(line, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    for (Choice* choice : {m_role, m_service})
        connect(choice, &Choice::activated, this, [this] { setUnsaved(true); });
    connect(m_active, &QCheckBox::clicked, this, [this] { setUnsaved(true); });

    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &WorkerSheet::reject);
    m_save = addPrimary(tr("Save worker"));
    m_save->setObjectName(QStringLiteral("saveWorkerButton"));
    connect(m_save, &Button::clicked, this, &WorkerSheet::save);
}

void WorkerSheet::save()
{
    Worker worker = m_worker;
    worker.name = m_name->text().simplified().toStdString();
    worker.role = static_cast<holdfast::Role>(m_role->value().toInt());
    worker.service = ServiceId{m_service->value().toString().toStdString()};
    worker.team = m_team->text().simplified().toStdString();
    worker.active = m_active->isChecked();
    m_nameField->setError(worker.name.empty() ? tr("Enter the worker's name") : QString{});
    m_serviceField->setError(worker.service.empty() ? tr("Choose the service they work for") : QString{});
    if (FieldBox* wrong = firstWithError({m_nameField, m_serviceField}))
        return wrong->editor()->setFocus();
    m_save->setBusy(true);
    m_desk.ask(
        this,
        [worker, command = m_desk.newCommand()](UseCases& use, const app::Session& session) {
            return use.workers.save(session, worker, command);
        },
        [this](const Result<Worker>& done) {
            m_save->setBusy(false);
            if (!done)
                return explain(done.error());
            setUnsaved(false);
            emit saved(*done);
            accept();
        });
}

void WorkerSheet::explain(const Error& error)
{
    m_problem->setText(error.code == ErrorCode::conflict ? tr("Somebody saved this worker while you were typing.")
                                                         : words(error),
                       error.code == ErrorCode::conflict
                           ? tr(" What you typed is still here. Close this and open it again to start from theirs.")
                           : QString{});
    m_problem->show();
}

}  // namespace holdfast::ui
