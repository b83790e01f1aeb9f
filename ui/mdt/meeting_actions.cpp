#include "mdt/meeting_actions.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace holdfast::ui {

void offerWorkers(Choice& choice, const std::vector<Worker>& workers, const QString& none)
{
    choice.clear();
    choice.addChoice(none, QString{});
    for (const Worker& worker : workers)
        choice.addChoice(text(worker.name), text(worker.id.text()));
    choice.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void chooseWorker(Choice& choice, const WorkerId& worker)
{
    const QString id = text(worker.text());
    if (!worker.empty() && choice.findData(id) < 0)
        choice.addChoice(MeetingActions::tr("A worker who has left"), id);
    choice.setValueQuietly(id);
}

MeetingActions::MeetingActions(const Theme& theme, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_column{new QVBoxLayout}
{
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    outer->setSpacing(theme.px(6));
    auto* head = new QHBoxLayout;
    head->addWidget(strongLabel(tr("Actions"), Type::dense), 1);
    auto* add = new Button{theme, tr("Add an action"), ButtonKind::link, QStringLiteral("plus")};
    add->setObjectName(QStringLiteral("addMeetingAction"));
    connect(add, &QPushButton::clicked, this, &MeetingActions::addAction);
    outer->addLayout(head);
    m_column->setSpacing(theme.px(6));
    outer->addLayout(m_column);
    outer->addWidget(add, 0, Qt::AlignLeft);
}

void MeetingActions::setPeople(const std::vector<Worker>& workers, Date today, Date usual)
{
    m_workers = workers;
    m_today = today;
    m_usual = usual;
}

void MeetingActions::setActions(const std::vector<MeetingAction>& actions)
{
    m_rows.clear();
    clearLayout(*m_column);
    for (const MeetingAction& action : actions)
        add(action);
}

void MeetingActions::add(const MeetingAction& action)
{
    Row row;
    const int number = static_cast<int>(m_rows.size()) + 1;
    row.need = action.need;
    row.box = new QWidget;
    row.box->setObjectName(QStringLiteral("meetingAction"));
    auto* across = new QHBoxLayout{row.box};
    across->setContentsMargins({});
    across->setSpacing(m_theme.px(8));
    row.what = new QLineEdit{text(action.what)};
    row.what->setObjectName(QStringLiteral("actionWhat"));
    row.what->setMaxLength(static_cast<int>(longestMeetingLine) / 4);
    row.whatBox = new FieldBox{m_theme, tr("%1. What").arg(number), row.what};
    across->addWidget(row.whatBox, 5);
    row.owner = new Choice{tr("Owner of action %1").arg(number)};
    row.owner->setObjectName(QStringLiteral("actionOwner"));
    offerWorkers(*row.owner, m_workers, tr("Choose an owner"));
    chooseWorker(*row.owner, action.owner);
    row.ownerBox = new FieldBox{m_theme, tr("Owner"), row.owner};
    across->addWidget(row.ownerBox, 3);
    row.due = new DayEdit{m_theme, tr("By when, action %1").arg(number), m_today};
    row.due->setDayQuietly(action.due);
    row.dueBox = new FieldBox{m_theme, tr("By"), row.due};
    across->addWidget(row.dueBox, 2);
    auto* away = new Button{m_theme, {}, ButtonKind::quiet, QStringLiteral("x"), ButtonSize::small};
    away->setFocusPolicy(Qt::ClickFocus);  // with keys an action is emptied: what says nothing is left out
    away->setAccessibleName(tr("Take out action %1").arg(number));
    away->setToolTip(plainToolTip(away->accessibleName()));
    connect(away, &QPushButton::clicked, this, [this, box = row.box] {
        const auto at = std::ranges::find(m_rows, box, &Row::box) - m_rows.begin();
        auto rest = actions();
        if (static_cast<std::size_t>(at) < rest.size())
            rest.erase(rest.begin() + at);
        setActions(rest);
        emit edited();
    });
    across->addWidget(away, 0, Qt::AlignBottom);
    for (QLineEdit* edit : {row.what, static_cast<QLineEdit*>(row.due)})
        connect(edit, &QLineEdit::textChanged, this, &MeetingActions::edited);
    connect(row.owner, &QComboBox::currentIndexChanged, this, &MeetingActions::edited);
    m_column->addWidget(row.box);
    row.box->show();  // now, for the next key may come at once
    // A row that comes later stands where it is seen for the keys too, not behind everything.
    if (!m_rows.empty())
        setTabOrder(m_rows.back().due, row.what);
    setTabOrder(row.what, row.owner);
    setTabOrder(row.owner, row.due);
    if (auto* more = findChild<QPushButton*>(QStringLiteral("addMeetingAction")))
        setTabOrder(row.due, more);
    m_rows.push_back(row);
}

void MeetingActions::addAction()
{
    MeetingAction action;
    action.due = m_usual;
    add(action);
    m_rows.back().what->setFocus();
    emit edited();
}

std::vector<MeetingAction> MeetingActions::actions() const
{
    std::vector<MeetingAction> actions;
    for (const Row& row : m_rows)
        actions.push_back({row.need, row.what->text().toStdString(),
                           WorkerId{row.owner->value().toString().toStdString()}, row.due->day()});
    return actions;
}

void MeetingActions::setError(std::size_t index, const QString& field, const QString& error)
{
    if (index >= m_rows.size())
        return;
    const Row& row = m_rows[index];
    FieldBox* box = field == QStringLiteral("owner") ? row.ownerBox
                    : field == QStringLiteral("due") ? row.dueBox
                                                     : row.whatBox;
    box->setError(error);
    box->editor()->setFocus();
}

void MeetingActions::clearErrors()
{
    for (const Row& row : m_rows)
        for (FieldBox* box : {row.whatBox, row.ownerBox, row.dueBox})
            box->setError({});
}

}  // namespace holdfast::ui
