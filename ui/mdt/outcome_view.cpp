#include "mdt/outcome_view.h"

#include "mdt/meeting_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace holdfast::ui {

OutcomeView::OutcomeView(const Theme& theme, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_scroll{new QScrollArea}
{
    setObjectName(QStringLiteral("outcomeView"));
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(m_scroll);
}

void OutcomeView::showNothing(const QString& title, const QString& detail, const QString& action)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(m_theme.px(16), m_theme.px(16), m_theme.px(16), m_theme.px(16));
    auto* nothing = new EmptyState{m_theme, QStringLiteral("mdt"), title, detail, action};
    connect(nothing, &EmptyState::actionTriggered, this, &OutcomeView::actionTriggered);
    column->addWidget(nothing);
    column->addStretch();
    m_scroll->setWidget(page);
}

void OutcomeView::show(const app::AgendaLine& line, const app::NameBook& names, bool mayChange, Instant now)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(m_theme.px(18), m_theme.px(12), m_theme.px(18), m_theme.px(16));
    column->setSpacing(m_theme.px(10));
    auto* head = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(10), m_theme.px(4), head};
    flow->addWidget(strongLabel(text(line.name), Type::h2));
    if (line.record)
        flow->addWidget(
            new Tag{m_theme, stateLook(line.record->state == MeetingState::decided ? TagState::done : TagState::waiting,
                                       words(line.record->state))});
    column->addWidget(head);
    column->addWidget(new RunLabel{m_theme, Type::small, {{reasonsWords(line.item), Color::ink2, 400}}});
    if (line.record) {
        for (const app::Passage& passage : passagesOf(line.record->outcome, names)) {
            auto* title = strongLabel(text(passage.field), Type::small, Color::ink2);
            auto* said = plainLabel(text(passage.text), Type::body);
            said->setWordWrap(true);
            said->setTextInteractionFlags(Qt::TextSelectableByMouse);
            column->addWidget(title);
            column->addWidget(said);
        }
        const QString by = workerName(line.record->worker, names);
        column->addWidget(
            new RunLabel{m_theme,
                         Type::small,
                         {{tr("Recorded by %1, %2.").arg(by, recordedWords(line.record->at, now)), Color::ink3, 400}}});
    } else {
        column->addWidget(new RunLabel{m_theme, Type::body, {{tr("Nothing is recorded yet."), Color::ink2, 400}}});
    }
    auto* tools = new QWidget;
    auto* buttons = new FlowLayout{m_theme.px(8), m_theme.px(6), tools};
    const auto add = [&](const QString& said, ButtonKind kind, const char* name, auto signal) {
        auto* button = new Button{m_theme, said, kind};
        button->setObjectName(QLatin1String{name});
        connect(button, &QPushButton::clicked, this, signal);
        buttons->addWidget(button);
    };
    if (mayChange && line.record) {
        add(tr("Change it"), ButtonKind::secondary, "outcomeChange", &OutcomeView::changeRequested);
        add(tr("Take it back"), ButtonKind::secondary, "outcomeTakeBack", &OutcomeView::takeBackRequested);
    }
    if (m_mayWriteLetter && line.record && line.record->state == MeetingState::decided) {
        auto* letter =
            new Button{m_theme, tr("Write to them about it"), ButtonKind::secondary, QStringLiteral("letter")};
        letter->setObjectName(QStringLiteral("outcomeLetter"));
        connect(letter, &QPushButton::clicked, this,
                [this, person = line.item.person, event = line.record->event] { emit letterRequested(person, event); });
        buttons->addWidget(letter);
    }
    auto* see = new Button{m_theme, tr("Open person"), ButtonKind::secondary, QStringLiteral("out")};
    connect(see, &QPushButton::clicked, this, [this, person = line.item.person] { emit personRequested(person); });
    buttons->addWidget(see);
    column->addWidget(tools);
    column->addStretch();
    m_scroll->setWidget(page);
}

}  // namespace holdfast::ui
