#include "plans/plan_lines_edit.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace holdfast::ui {
namespace {

const QString somebodyElse = QStringLiteral("*else");
const QString thePerson = QStringLiteral("*person");

}  // namespace

PlanLinesEdit::PlanLinesEdit(const Theme& theme, std::function<std::string()> newId, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_newId{std::move(newId)}, m_column{new QVBoxLayout}
{
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    outer->setSpacing(theme.px(8));
    m_column->setSpacing(theme.px(8));
    outer->addLayout(m_column);
    auto* add = new Button{theme, tr("Add a line"), ButtonKind::secondary, QStringLiteral("plus"), ButtonSize::small};
    add->setObjectName(QStringLiteral("addPlanLine"));
    connect(add, &QPushButton::clicked, this, &PlanLinesEdit::addLine);
    outer->addWidget(add, 0, Qt::AlignLeft);
}

void PlanLinesEdit::setLines(const std::vector<PlanLine>& lines)
{
    for (const Row& row : m_rows)
        row.box->deleteLater();
    m_rows.clear();
    clearLayout(*m_column);
    for (const PlanLine& line : lines)
        add(line);
}

void PlanLinesEdit::build(Row& row, int number)
{
    row.box = new Card{m_theme};
    row.box->setObjectName(QStringLiteral("planLine"));
    auto* column = new QVBoxLayout{row.box};
    column->setContentsMargins(m_theme.px(12), m_theme.px(8), m_theme.px(12), m_theme.px(10));
    column->setSpacing(m_theme.px(6));
    row.what = new QLineEdit;
    row.what->setObjectName(QStringLiteral("planLineWhat"));
    row.what->setMaxLength(static_cast<int>(longestPlanLine) / 4);
    row.whatBox = new FieldBox{m_theme, tr("%1. What is done").arg(number), row.what};
    column->addWidget(row.whatBox);
    auto* fields = new QWidget;
    auto* columns = new ColumnsLayout{m_theme, 150, 4};
    fields->setLayout(columns);
    row.need = new Choice{tr("For which need, line %1").arg(number)};
    for (const NeedScope need : {NeedScope::both, NeedScope::mentalHealth, NeedScope::substanceUse})
        row.need->addChoice(need == NeedScope::both ? tr("Together") : words(need), static_cast<int>(need));
    row.owner = new Choice{tr("Who does it, line %1").arg(number)};
    row.owner->setObjectName(QStringLiteral("planLineOwner"));
    row.owner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.owner->addChoice(tr("Choose who"), QString{});
    row.owner->addChoice(m_choices.person, thePerson);
    for (const Worker& worker : m_choices.workers)
        row.owner->addChoice(text(worker.name), text(worker.id.text()));
    row.owner->addChoice(tr("Somebody else"), somebodyElse);
    row.who = new QLineEdit;
    row.who->setMaxLength(static_cast<int>(longestPlanWho) / 4);
    row.due = new DayEdit{m_theme, tr("By when, line %1").arg(number), m_choices.today};
    row.ownerBox = new FieldBox{m_theme, tr("Who"), row.owner};
    row.whoBox = new FieldBox{m_theme, tr("Name"), row.who};
    row.dueBox = new FieldBox{m_theme, tr("By when"), row.due};
    for (FieldBox* box : {new FieldBox{m_theme, tr("For which need"), row.need}, row.ownerBox, row.whoBox, row.dueBox})
        columns->addWidget(box);
    column->addWidget(fields);
    auto* away = new Button{m_theme, tr("Take out"), ButtonKind::link, {}, ButtonSize::small};
    away->setAccessibleName(tr("Take out line %1").arg(number));
    connect(away, &QPushButton::clicked, this, [this, box = row.box] { remove(box); });
    column->addWidget(away, 0, Qt::AlignLeft);
}

void PlanLinesEdit::add(const PlanLine& line)
{
    Row row;
    row.id = line.id;
    build(row, static_cast<int>(m_rows.size()) + 1);
    row.need->setValueQuietly(static_cast<int>(line.need));
    row.what->setText(text(line.what));
    if (!line.worker.empty()) {
        const QString id = text(line.worker.text());
        if (row.owner->findData(id) < 0)
            row.owner->addChoice(tr("A worker who has left"), id);
        row.owner->setValueQuietly(id);
    } else if (line.who.empty()) {
        row.owner->setValueQuietly(QString{});
    } else {
        const bool person = text(line.who) == m_choices.person;
        row.owner->setValueQuietly(person ? thePerson : somebodyElse);
        row.who->setText(person ? QString{} : text(line.who));
    }
    row.due->setDayQuietly(line.due);
    followOwner(row);
    connect(row.need, &QComboBox::currentIndexChanged, this, &PlanLinesEdit::edited);
    connect(row.owner, &QComboBox::currentIndexChanged, this, [this, row] {
        followOwner(row);
        emit edited();
    });
    for (QLineEdit* edit : {row.what, row.who, static_cast<QLineEdit*>(row.due)})
        connect(edit, &QLineEdit::textChanged, this, &PlanLinesEdit::edited);
    m_column->addWidget(row.box);
    if (!m_rows.empty())
        setTabOrder(m_rows.back().due, row.what);
    setTabOrder(row.what, row.need);
    setTabOrder(row.need, row.owner);
    setTabOrder(row.owner, row.who);
    setTabOrder(row.who, row.due);
    m_rows.push_back(row);
}

void PlanLinesEdit::followOwner(const Row& row)
{
    row.whoBox->setVisible(row.owner->value().toString() == somebodyElse);
}

void PlanLinesEdit::remove(QWidget* box)
{
    auto lines = this->lines();
    const auto at = std::ranges::find(m_rows, box, &Row::box) - m_rows.begin();
    lines.erase(lines.begin() + at);
    setLines(lines);
    emit edited();
}

void PlanLinesEdit::addLine()
{
    PlanLine line;
    line.id = m_newId();
    add(line);
    m_rows.back().what->setFocus();
    emit edited();
}

std::vector<PlanLine> PlanLinesEdit::lines() const
{
    std::vector<PlanLine> lines;
    for (const Row& row : m_rows) {
        PlanLine line;
        line.id = row.id;
        line.need = static_cast<NeedScope>(row.need->value().toInt());
        line.what = row.what->text().toStdString();
        const QString owner = row.owner->value().toString();
        if (owner == thePerson)
            line.who = m_choices.person.toStdString();
        else if (owner == somebodyElse)
            line.who = row.who->text().toStdString();
        else
            line.worker = WorkerId{owner.toStdString()};
        line.due = row.due->day();
        lines.push_back(std::move(line));
    }
    return lines;
}

void PlanLinesEdit::setError(std::size_t index, const QString& field, const QString& error)
{
    if (index >= m_rows.size())
        return;
    const Row& row = m_rows[index];
    FieldBox* box = field == QStringLiteral("what")  ? row.whatBox
                    : field == QStringLiteral("due") ? row.dueBox
                    : row.whoBox->isVisibleTo(this)  ? row.whoBox
                                                     : row.ownerBox;
    box->setError(error);
    box->editor()->setFocus();
}

void PlanLinesEdit::clearErrors()
{
    for (const Row& row : m_rows)
        for (FieldBox* box : {row.whatBox, row.ownerBox, row.whoBox, row.dueBox})
            box->setError({});
}

}  // namespace holdfast::ui
