#include "team/hand_on_sheet.h"

#include "async/desk.h"
#include "people/leg_look.h"
#include "team/team_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/report_widgets.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

enum Column : int { who, needs, next, columns };

QString needsOf(const app::HeldPerson& person)
{
    QStringList held;
    for (const Need need : allNeeds)
        if (person.held[need])
            held << words(need);
    return held.size() == 2 ? HandOnSheet::tr("Both needs") : held.join(QStringLiteral(", "));
}

}  // namespace

HandOnSheet::HandOnSheet(Desk& desk, const Theme& theme, const app::TeamMember& from,
                         const std::vector<app::TeamMember>& others, std::vector<app::HeldPerson> people, Instant now,
                         QWidget& window)
    : DialogSheet{theme, tr("Hand people on"), 720, window},
      m_desk{desk},
      m_from{from.worker.id},
      m_people{std::move(people)},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("handOnSheet"));
    setSubtitle(text(from.worker.name), tr(", %1").arg(text(from.serviceName)));
    auto* column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);

    auto* head = new QHBoxLayout;
    m_count = new RunLabel{theme, Type::dense};
    head->addWidget(m_count, 1);
    auto* all = new Button{theme, tr("Tick all"), ButtonKind::quiet, {}, ButtonSize::small};
    all->setObjectName(QStringLiteral("tickAllButton"));
    auto* none = new Button{theme, tr("Tick none"), ButtonKind::quiet, {}, ButtonSize::small};
    connect(all, &Button::clicked, this, [this] { tickAll(true); });
    connect(none, &Button::clicked, this, [this] { tickAll(false); });
    head->addWidget(all);
    head->addWidget(none);
    column->addLayout(head);
    buildPeople(now);
    column->addWidget(m_table, 1);

    m_to = new Choice{tr("Who takes over")};
    m_to->setObjectName(QStringLiteral("handOnTo"));
    for (const app::TeamMember& other : others)
        m_to->addChoice(
            tr("%1, holds %2").arg(text(other.worker.name), counted(other.people, tr("1 person"), tr("%1 people"))),
            text(other.worker.id.text()));
    m_to->setPlaceholderText(tr("Choose"));
    m_to->setCurrentIndex(-1);
    connect(m_to, &QComboBox::currentIndexChanged, this, [this] { setUnsaved(true); });
    m_toField = new FieldBox{theme, tr("Who takes over"), m_to,
                             others.empty() ? tr("Nobody else of this service is here. Add a worker in Settings")
                                            : tr("Workers of the same service")};
    column->addWidget(m_toField);
    m_note = new GrowingText{theme, tr("Hand-over note"), 3, 8};
    m_note->setObjectName(QStringLiteral("handOnNote"));
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
    m_noteField = new FieldBox{theme, tr("Hand-over note"), m_note,
                               tr("What must they know? It stays in the history of each person")};
    column->addWidget(m_noteField);

    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &HandOnSheet::reject);
    m_primary = addPrimary(tr("Hand on"), QStringLiteral("arrow-r"));
    m_primary->setObjectName(QStringLiteral("handOnButton"));
    connect(m_primary, &Button::clicked, this, &HandOnSheet::save);
    refreshCount();
}

void HandOnSheet::buildPeople(Instant now)
{
    m_table = new QTableWidget{static_cast<int>(m_people.size()), columns};
    m_table->setObjectName(QStringLiteral("handOnPeople"));
    m_table->setAccessibleName(tr("People to hand on"));
    m_table->setHorizontalHeaderLabels({tr("Person"), tr("Held"), tr("Next")});
    dressTable(*m_table, theme());
    m_table->setItemDelegateForColumn(who, new QStyledItemDelegate{m_table});  // it draws the tick boxes
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(next, QHeaderView::Stretch);
    m_table->setMinimumHeight(theme().px(200));
    int row = 0;
    for (const app::HeldPerson& person : m_people) {
        const QString about = aboutWords(person.age, person.pronouns);
        const QString name = about.isEmpty() ? text(person.name) : tr("%1, %2").arg(text(person.name), about);
        auto* first = new QTableWidgetItem{name};
        first->setFlags(first->flags() | Qt::ItemIsUserCheckable);
        first->setCheckState(Qt::Unchecked);
        m_table->setItem(row, who, first);
        m_table->setItem(row, needs, new QTableWidgetItem{needsOf(person)});
        const QString due =
            person.nextDue ? tr("%1, %2").arg(actionWords(person.nextWhat), dueWords(*person.nextDue, now)) : QString{};
        m_table->setItem(row++, next, new QTableWidgetItem{due});
    }
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        setUnsaved(true);
        refreshCount();
    });
    // Enter or a click anywhere in the row ticks it; Space does so by itself in the first column.
    connect(m_table, &QTableWidget::cellActivated, this, [this](int at) {
        auto* item = m_table->item(at, who);
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
}

void HandOnSheet::tickAll(bool ticked)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, who)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

std::vector<PersonId> HandOnSheet::chosen() const
{
    std::vector<PersonId> people;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (m_table->item(row, who)->checkState() == Qt::Checked)
            people.push_back(m_people[static_cast<std::size_t>(row)].person);
    return people;
}

void HandOnSheet::refreshCount()
{
    m_count->setRuns({{tr("%1 of %2 ticked.").arg(chosen().size()).arg(m_people.size()), Color::ink, 600},
                      {tr(" Nobody is without a worker for a moment."), Color::ink2, 400}});
}

void HandOnSheet::save()
{
    m_problem->hide();
    const auto people = chosen();
    if (people.empty()) {
        m_problem->setText(tr("Tick at least one person."));
        m_problem->show();
        return m_table->setFocus();
    }
    m_toField->setError(m_to->currentIndex() < 0 ? tr("Choose who takes over") : QString{});
    const QString note = m_note->toPlainText().trimmed();
    m_noteField->setError(note.isEmpty() ? tr("Write what they must know") : QString{});
    if (FieldBox* wrong = firstWithError({m_toField, m_noteField}))
        return wrong->editor()->setFocus();
    app::ReassignInput input{m_from, WorkerId{m_to->value().toString().toStdString()}, people, note.toStdString(),
                             m_command};
    m_primary->setBusy(true);
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.team.reassign(session, input); },
        [this](const Result<app::Reassigned>& done) {
            m_primary->setBusy(false);
            if (!done)
                return explain(done.error());
            setUnsaved(false);
            emit handedOn(*done, m_to->currentText().section(QLatin1Char(','), 0, 0));
            accept();
        });
}

void HandOnSheet::explain(const Error& error)
{
    m_problem->setText(teamRefusal(error), tr(" What you chose and wrote is still here."));
    m_problem->show();
}

}  // namespace holdfast::ui
