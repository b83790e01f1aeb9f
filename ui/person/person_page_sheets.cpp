// What the person's page says in sheets of its own: who is accountable, and whom to ring.
#include "async/desk.h"
#include "people/leg_look.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>

#include <algorithm>

namespace holdfast::ui {

void PersonPage::showAccountable()
{
    auto* sheet = new DialogSheet{m_theme, tr("Who is accountable"), 520, *window()};
    sheet->setSubtitle(text(displayName(m_file->person)));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout{sheet->body()};
    column->setContentsMargins(m_theme.px(24), m_theme.px(14), m_theme.px(24), m_theme.px(16));
    for (const Need need : allNeeds) {
        const auto& now = m_file->now.needs[need];
        column->addWidget(strongLabel(words(need), Type::dense, need == Need::mentalHealth ? Color::mh : Color::da));
        QString line = words(now.status);
        if (now.holder)
            line =
                tr("%1, %2, since %3")
                    .arg(workerName(now.holder->worker, m_file->names), serviceName(now.holder->service, m_file->names),
                         momentWords(now.holder->since, m_file->now.at));
        column->addWidget(new RunLabel{m_theme, Type::body, {{line, Color::ink, 500}}});
        if (now.holder && now.holder->acting)
            column->addWidget(
                new RunLabel{m_theme,
                             Type::small,
                             {{tr("This worker has left. They stay named until a new one is."), Color::late, 600}}});
    }
    column->addWidget(new RunLabel{m_theme,
                                   Type::small,
                                   {{tr("A refusal does not move the hold. It moves only when another service has "
                                        "accepted and named a worker."),
                                     Color::ink3, 400}}});
    column->addStretch();
    connect(sheet->addPrimary(tr("Close")), &QPushButton::clicked, sheet, &QDialog::accept);
    sheet->open();
}

void PersonPage::ring(Need need)
{
    const auto& holder = m_file->now.needs[need].holder;
    if (!holder)
        return;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.directory.list(session, true); },
        [this, need, id = holder->service](const Result<std::vector<Service>>& services) {
            if (!services)
                return explain(services.error());
            const auto found =
                std::find_if(services->begin(), services->end(), [&](const Service& each) { return each.id == id; });
            showServicePhone(need, found == services->end() ? nullptr : &*found);
        });
}

void PersonPage::showServicePhone(Need need, const Service* service)
{
    if (!service)
        return;
    const QString phone =
        service->phone.empty() ? tr("No phone number is recorded. Add it in the directory.") : text(service->phone);
    confirmSheet(m_theme, *window(), tr("Ring %1").arg(text(service->name)), phone, tr("Log the call"), tr("Close"),
                 [this, need, id = service->id] {
                     const auto& leg = m_file->now.needs[need].leg;
                     if (leg && leg->service == id && !isTerminal(leg->state))
                         openCalls(id);
                     else
                         m_actions.record(m_person, RecordKind::contact, need);
                 });
}

}  // namespace holdfast::ui
