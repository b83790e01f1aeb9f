#include "mdt/agenda_panel.h"

#include "mdt/meeting_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QSignalBlocker>

namespace holdfast::ui {
namespace {

TagLook stateOf(const app::AgendaLine& line, bool isChosen, bool isOn)
{
    TagLook look = neutralLook({});
    if (isOff(line.item))
        look = stateLook(TagState::waiting, AgendaPanel::tr("Off"));
    else if (line.record)
        look = stateLook(line.record->state == MeetingState::decided ? TagState::done : TagState::waiting,
                         line.record->state == MeetingState::decided ? AgendaPanel::tr("Done")
                                                                     : AgendaPanel::tr("Not decided"));
    else if (isChosen && isOn)
        look = stateLook(TagState::held, AgendaPanel::tr("Now"));
    look.density = TagLook::Density::compact;
    return look;
}

/// The one who is talked about has the tint of what is held together, and a bar at the left.
class AgendaRow final : public WorkRow {
public:
    AgendaRow(const Theme& theme, bool isChosen) : WorkRow{theme}, m_isChosen{isChosen} {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (m_isChosen) {
            QPainter painter{this};
            painter.fillRect(rect(), theme().color(Color::jointTint));
            painter.fillRect(QRect{0, 0, theme().px(4), height()}, theme().color(Color::jointFill));
        }
        WorkRow::paintEvent(event);
    }

private:
    bool m_isChosen;
};

bool hasState(const app::AgendaLine& line, bool isChosen, bool isOn)
{
    return isOff(line.item) || line.record || (isChosen && isOn);
}

}  // namespace

AgendaPanel::AgendaPanel(const Theme& theme, QWidget* parent)
    : Card{theme, parent},
      m_theme{theme},
      m_sum{new RunLabel{theme, Type::small}},
      m_scroll{new QScrollArea},
      m_choice{new Choice{tr("Agenda")}},
      m_foot{new QWidget},
      m_column{new QVBoxLayout{this}}
{
    setObjectName(QStringLiteral("agenda"));
    setAccessibleName(tr("Agenda"));
    m_column->setContentsMargins(1, theme.px(12), 1, theme.px(8));
    m_column->setSpacing(theme.px(8));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.px(14), 0, theme.px(14), 0);
    head->addWidget(strongLabel(tr("Agenda"), Type::h2), 1);
    head->addWidget(m_sum, 0, Qt::AlignVCenter);
    m_sum->setWordWrap(false);
    m_column->addLayout(head);
    m_choice->setObjectName(QStringLiteral("agendaChoice"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0 && static_cast<std::size_t>(index) < m_people.size())
            emit chosen(m_people[static_cast<std::size_t>(index)]);
    });
    auto* choice = new QHBoxLayout;
    choice->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    choice->addWidget(m_choice);
    m_column->addLayout(choice);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_column->addWidget(m_scroll, 1);
    auto* foot = new QHBoxLayout{m_foot};
    foot->setContentsMargins(theme.px(10), 0, theme.px(10), 0);
    auto* add = new Button{theme, tr("Add a person"), ButtonKind::link, QStringLiteral("plus")};
    add->setObjectName(QStringLiteral("agendaAdd"));
    connect(add, &QPushButton::clicked, this, &AgendaPanel::addRequested);
    foot->addWidget(add);
    foot->addStretch();
    m_column->addWidget(m_foot);
    setNarrow(false);
}

void AgendaPanel::setNarrow(bool narrow)
{
    m_choice->setVisible(narrow);
    m_scroll->setVisible(!narrow);
}

QWidget* AgendaPanel::focusTarget() const
{
    return m_chosenRow ? m_chosenRow : static_cast<QWidget*>(m_scroll);
}

void AgendaPanel::show(const app::MeetingBoard& board, const PersonId& chosen, bool mayChange)
{
    const auto count = board.lines.size();
    m_sum->setRuns({{count == 1 ? tr("1 person") : tr("%1 people").arg(count), Color::ink3, 400}});
    m_foot->setVisible(mayChange);
    const QSignalBlocker quiet{m_choice};  // it is filled, nobody chooses
    m_people.clear();
    m_choice->clear();
    m_chosenRow = nullptr;
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout{inside};
    column->setContentsMargins({});
    column->setSpacing(0);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& line = board.lines[i];
        m_people.push_back(line.item.person);
        m_choice->addChoice(text(line.name), text(line.item.person.text()));
        column->addWidget(row(board, i, chosen));
        if (mayChange && line.item.person == chosen && !line.record) {
            const bool off = isOff(line.item);
            auto* change = new Button{
                m_theme, off ? tr("Put back on") : tr("Take off the agenda"), ButtonKind::link, {}, ButtonSize::small};
            change->setObjectName(QStringLiteral("agendaOff"));
            connect(change, &QPushButton::clicked, this, [this, off, person = chosen] {
                if (off)
                    emit putBackRequested(person);
                else
                    emit takeOffRequested(person);
            });
            auto* holder = new QHBoxLayout;
            holder->setContentsMargins(m_theme.px(14), 0, m_theme.px(14), m_theme.px(6));
            holder->addWidget(change);
            holder->addStretch();
            column->addLayout(holder);
        }
    }
    column->addStretch();
    m_choice->setValueQuietly(text(chosen.text()));
    m_scroll->setWidget(inside);
}

QWidget* AgendaPanel::row(const app::MeetingBoard& board, std::size_t index, const PersonId& chosen)
{
    const auto& line = board.lines[index];
    const bool isChosen = line.item.person == chosen;
    auto* row = new AgendaRow{m_theme, isChosen};
    row->setObjectName(QStringLiteral("agendaRow"));
    row->setFirst(index == 0);
    if (isChosen)
        m_chosenRow = row;
    auto* column = new QVBoxLayout{row};
    column->setContentsMargins(m_theme.px(14), m_theme.px(9), m_theme.px(10), m_theme.px(9));
    column->setSpacing(m_theme.px(3));
    auto* top = new QHBoxLayout;
    top->setSpacing(m_theme.px(8));
    const QString time = timeWords(agendaTimes(board.meeting)[index]);
    if (isChosen)
        top->addWidget(new IconLabel{m_theme, QStringLiteral("play"), Color::joint, 14});
    top->addWidget(plainLabel(time, Type::small, Color::ink2));
    auto* name = new ElidedLabel{text(line.name), Type::dense, isOff(line.item) ? Color::ink3 : Color::ink};
    name->setProperty("weight", QStringLiteral("strong"));
    top->addWidget(name, 1);
    if (hasState(line, isChosen, board.isOn()))
        top->addWidget(new Tag{m_theme, stateOf(line, isChosen, board.isOn())});
    column->addLayout(top);
    const QString why = isOff(line.item) ? text(line.item.whyOff) : reasonsWords(line.item);
    column->addWidget(new RunLabel{m_theme, Type::small, {{why, Color::ink2, 400}}});
    auto* needs = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(6), m_theme.px(4), needs};
    for (const Need need : allNeeds) {
        TagLook look = needLook(need == Need::mentalHealth ? Lane::mentalHealth : Lane::substanceUse,
                                detailWords(line.status[need], line.detail[need]));
        look.density = TagLook::Density::compact;
        flow->addWidget(new Tag{m_theme, look});
    }
    column->addWidget(needs);
    row->setAccessibleName(tr("%1, %2. %3").arg(time, text(line.name), why));
    connect(row, &WorkRow::activated, this, [this, person = line.item.person] { emit this->chosen(person); });
    return row;
}

}  // namespace holdfast::ui
