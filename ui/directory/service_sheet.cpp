#include "directory/service_sheet.h"

#include "async/desk.h"
#include "directory/service_form.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/waits.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace holdfast::ui {

ServiceSheet::ServiceSheet(Desk& desk, const Theme& theme, const Service& service, QWidget& window)
    : DialogSheet{theme, service.version == 0 ? tr("Add a service") : tr("Edit service"), 860, window},
      m_desk{desk},
      m_id{service.id}
{
    setObjectName(QStringLiteral("serviceSheet"));
    if (service.version != 0)
        setSubtitle(text(service.name));

    auto* column = new QVBoxLayout{body()};
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    m_expected = new RunLabel{theme, Type::dense};
    m_expected->setObjectName(QStringLiteral("expectedWait"));
    m_expected->hide();
    column->addWidget(m_expected);
    column->addSpacing(theme.px(8));
    m_form = new ServiceForm{theme};
    m_form->setService(service);
    m_form->setMayPlace(desk.may(app::Action::editPlaces));
    column->addWidget(m_form);
    column->addStretch(1);
    connect(m_form, &ServiceForm::edited, this, [this] { setUnsaved(true); });
    connect(m_problem, &Banner::actionTriggered, this, &ServiceSheet::loadTheirs);

    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &ServiceSheet::reject);
    m_save = addPrimary(tr("Save service"));
    m_save->setObjectName(QStringLiteral("saveServiceButton"));
    connect(m_save, &Button::clicked, this, &ServiceSheet::save);
    if (service.version != 0)
        showExpectedWait();
}

void ServiceSheet::showExpectedWait()
{
    m_desk.ask(
        this, [id = m_id](UseCases& use, const app::Session& session) { return use.waits.expected(session, {id}); },
        [this](const Result<std::vector<report::ExpectedWait>>& waits) {
            if (!waits || waits->empty())
                return;
            m_expected->setRuns(
                {{tr("Expected wait. "), Color::ink, 600}, {expectedWaitWords(waits->front()), Color::ink2, 400}});
            m_expected->show();
        });
}

void ServiceSheet::save()
{
    const auto service = m_form->service();
    if (!service)
        return;
    m_save->setBusy(true);
    m_desk.ask(
        this,
        [service = *service, command = m_desk.newCommand()](UseCases& use, const app::Session& session) {
            return use.directory.save(session, service, command);
        },
        [this](const Result<Service>& done) {
            m_save->setBusy(false);
            if (!done)
                return explain(done.error());
            setUnsaved(false);
            emit saved(*done);
            accept();
        });
}

void ServiceSheet::explain(const Error& error)
{
    if (error.code == ErrorCode::invalid && !error.where.empty())
        return m_form->showError(error.where, words(error));
    const bool stale = error.code == ErrorCode::conflict;
    m_problem->setText(stale ? tr("Somebody saved this service while you were typing.") : words(error),
                       stale ? tr(" What you typed is still here. Load theirs to start from it.") : QString{});
    m_problem->setAction(stale ? tr("Load theirs") : QString{});
    m_problem->show();
}

void ServiceSheet::loadTheirs()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.directory.list(session, true); },
        [this](const Result<std::vector<Service>>& services) {
            if (!services)
                return explain(services.error());
            const auto theirs = std::ranges::find(*services, m_id, &Service::id);
            if (theirs == services->end())
                return;
            m_form->setService(*theirs);
            m_problem->hide();
            setUnsaved(false);
        });
}

}  // namespace holdfast::ui
