#include "person/call_panel.h"

#include "people/leg_look.h"
#include "theme/style.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"
#include "words/actions.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace holdfast::ui {
namespace {

constexpr int triesShown = 3;
constexpr int mostKeys = 9;

}  // namespace

/// One service: the key that saves, what was tried, and a button for each outcome.
class CallPanel::Row final : public QFrame {
public:
    Row(CallPanel& panel, int index)
        : m_panel{panel},
          m_theme{panel.m_theme},
          m_tally{panel.m_calls[static_cast<std::size_t>(index)]},
          m_index{index}
    {
        setObjectName(QStringLiteral("callRow"));
        setFocusPolicy(Qt::StrongFocus);
        setProperty(focusRadiusProperty, 8);
        const bool narrow = panel.m_class == WindowClass::narrow;
        auto* row = new QBoxLayout{narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this};
        row->setContentsMargins(m_theme.px(8), m_theme.px(8), m_theme.px(8), m_theme.px(8));
        row->setSpacing(m_theme.px(narrow ? 6 : 12));
        auto* words = new QHBoxLayout;
        words->setSpacing(m_theme.px(10));
        if (index < mostKeys)
            words->addWidget(new KeyHint{QString::number(index + 1)}, 0, Qt::AlignTop);
        words->addLayout(what(), 1);
        row->addLayout(words, 1);
        row->addLayout(buttons());
        setAccessibleName(spoken());
    }

private:
    QString name() const { return serviceName(m_tally.service, m_panel.m_names); }

    QBoxLayout* what()
    {
        auto* column = new QVBoxLayout;
        column->setSpacing(m_theme.px(2));
        auto* top = new QHBoxLayout;
        top->setSpacing(m_theme.px(8));
        for (const Need need : m_tally.needs) {
            TagLook look = needLook(laneOf(need));
            look.density = TagLook::Density::compact;
            top->addWidget(new Tag{m_theme, look});
        }
        top->addWidget(new RunLabel{m_theme, Type::body, {{name(), Color::ink, 600}}}, 1);
        column->addLayout(top);
        column->addWidget(new RunLabel{m_theme, Type::dense, {{tallyWords(m_tally, m_panel.m_now), Color::ink, 500}}});
        const auto shown = std::min<std::size_t>(triesShown, m_tally.tries.size());
        QStringList lines;
        for (auto call = m_tally.tries.rbegin(); call != m_tally.tries.rbegin() + static_cast<long>(shown); ++call)
            lines << tryWords(*call, m_panel.m_now, m_panel.m_names);
        if (!lines.isEmpty())
            column->addWidget(
                new RunLabel{m_theme, Type::small, {{lines.join(QStringLiteral(" \u00b7 ")), Color::ink2}}});
        column->addStretch();
        return column;
    }

    QBoxLayout* buttons()
    {
        const bool in = m_panel.direction() == ContactDirection::in;
        struct Offer {
            ContactOutcome outcome;
            QString text;
            const char* icon;
        };
        const std::array offers{
            Offer{ContactOutcome::noAnswer, in ? CallPanel::tr("We missed it") : CallPanel::tr("Nobody answered"),
                  "missed"},
            Offer{ContactOutcome::leftMessage,
                  in ? CallPanel::tr("They left a message") : CallPanel::tr("Left a message"), "text"},
            Offer{ContactOutcome::spoke, CallPanel::tr("Spoke"), "speak"},
        };
        auto* row = new QHBoxLayout;
        row->setSpacing(m_theme.px(8));
        for (const Offer& offer : offers) {
            const bool main = m_index == 0 && offer.outcome == ContactOutcome::noAnswer;
            auto* button = new Button{m_theme, offer.text, main ? ButtonKind::primary : ButtonKind::secondary,
                                      QString::fromLatin1(offer.icon), ButtonSize::small};
            button->setAccessibleName(CallPanel::tr("%1: %2").arg(name(), offer.text));
            connect(button, &QAbstractButton::clicked, &m_panel,
                    [this, outcome = offer.outcome] { m_panel.choose(m_index, outcome); });
            row->addWidget(button, 0, Qt::AlignTop);
        }
        row->addStretch();
        return row;
    }

    QString spoken() const
    {
        QString said = CallPanel::tr("%1. %2.").arg(name(), tallyWords(m_tally, m_panel.m_now));
        const bool in = m_panel.direction() == ContactDirection::in;
        said += QLatin1Char(' ') +
                (in ? CallPanel::tr("Enter: they rang and we missed it. M: they left a message. S: spoke.")
                    : CallPanel::tr("Enter: rang, nobody answered. M: left a message. S: spoke."));
        return m_index < mostKeys ? CallPanel::tr("%1: %2").arg(m_index + 1).arg(said) : said;
    }

    CallPanel& m_panel;
    const Theme& m_theme;
    const CallTally& m_tally;
    int m_index;
};

CallPanel::CallPanel(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}, m_card{new Card{theme}}
{
    setObjectName(QStringLiteral("callPanel"));
    setAccessibleName(tr("Log a call"));
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_card);
    auto* inside = new QVBoxLayout{m_card};
    addHead(*inside);
    arrange(m_class);
    hide();
}

void CallPanel::addHead(QBoxLayout& column)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(12));
    head->addWidget(strongLabel(tr("Log a call"), Type::h2));
    m_direction = new SegmentedControl{m_theme, tr("Who rang"), {tr("We rang"), tr("They rang")}};
    m_direction->setObjectName(QStringLiteral("callDirection"));
    connect(m_direction, &SegmentedControl::chosen, this, [this] {
        const int row = rowWithFocus();
        rebuild();
        if (row >= 0)
            focusRow(row);
    });
    head->addWidget(m_direction);
    head->addStretch();
    auto* close = new Button{m_theme, {}, ButtonKind::quiet, QStringLiteral("x"), ButtonSize::small};
    close->setAccessibleName(tr("Close without logging a call"));
    close->setToolTip(plainToolTip(close->accessibleName()));
    connect(close, &QAbstractButton::clicked, this, &CallPanel::shut);
    head->addWidget(close);
    column.addLayout(head);
}

void CallPanel::arrange(WindowClass windowClass)
{
    m_class = windowClass;
    const int side = windowClass == WindowClass::narrow ? m_theme.px(16) : m_theme.size(Size::pagePadding);
    layout()->setContentsMargins(side, m_theme.px(12), side, 0);
    m_card->layout()->setContentsMargins(m_theme.px(16), m_theme.px(10), m_theme.px(12), m_theme.px(12));
    m_card->layout()->setSpacing(m_theme.px(8));
    rebuild();
}

void CallPanel::setCalls(std::vector<CallTally> calls, const app::NameBook& names, Instant now)
{
    const int row = rowWithFocus();
    const ServiceId stays = row >= 0 ? m_calls[static_cast<std::size_t>(row)].service : ServiceId{};
    m_calls = std::move(calls);
    m_names = names;
    m_now = now;
    rebuild();
    if (row < 0)
        return;
    const auto again =
        std::find_if(m_calls.begin(), m_calls.end(), [&](const auto& each) { return each.service == stays; });
    focusRow(again == m_calls.end() ? 0 : static_cast<int>(again - m_calls.begin()));
}

void CallPanel::rebuild()
{
    m_rows.clear();
    delete m_list;
    m_list = new QWidget;
    auto* column = new QVBoxLayout{m_list};
    column->setContentsMargins({});
    column->setSpacing(m_theme.px(2));
    for (int i = 0; i < static_cast<int>(m_calls.size()); ++i) {
        if (i > 0)
            column->addWidget(new Line{m_theme});
        auto* row = new Row{*this, i};
        m_rows << row;
        column->addWidget(row);
    }
    if (m_rows.isEmpty())
        column->addWidget(makeEmpty());
    else
        column->addWidget(new RunLabel{m_theme,
                                       Type::small,
                                       {{tr("Enter or the number saves the first button. M: message. S: spoke. "
                                            "W: who rang. Up, Down: another service. Esc: close."),
                                         Color::ink3}}});
    m_direction->setVisible(!m_rows.isEmpty());
    m_card->layout()->addWidget(m_list);
}

QWidget* CallPanel::makeEmpty()
{
    auto* empty = new EmptyState{m_theme, QStringLiteral("phone"), tr("No referral is open"),
                                 tr("So there is no service to ring. Send a referral under Record, or record a contact "
                                    "with somebody else."),
                                 tr("Record a contact")};
    connect(empty, &EmptyState::actionTriggered, this, [this] {
        shut();
        emit contactRequested();
    });
    return empty;
}

void CallPanel::open(const ServiceId& first)
{
    QWidget* focus = QApplication::focusWidget();
    if (!isVisible() && focus && !isAncestorOf(focus))
        m_before = focus;
    m_direction->setCurrent(0);
    show();
    if (m_rows.isEmpty()) {
        if (auto* button = m_list->findChild<QPushButton*>())
            button->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const auto asked =
        std::find_if(m_calls.begin(), m_calls.end(), [&](const auto& each) { return each.service == first; });
    focusRow(asked == m_calls.end() ? 0 : static_cast<int>(asked - m_calls.begin()));
}

void CallPanel::shut()
{
    const QWidget* focus = QApplication::focusWidget();
    const bool had = focus && isAncestorOf(focus);
    hide();
    if (had && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

ContactDirection CallPanel::direction() const
{
    return m_direction->current() == 1 ? ContactDirection::in : ContactDirection::out;
}

int CallPanel::rowWithFocus() const
{
    const QWidget* focus = QApplication::focusWidget();
    for (int i = 0; focus && i < m_rows.size(); ++i)
        if (m_rows[i] == focus || m_rows[i]->isAncestorOf(focus))
            return i;
    return -1;
}

void CallPanel::focusRow(int row)
{
    if (row >= 0 && row < m_rows.size())
        m_rows[row]->setFocus(Qt::ShortcutFocusReason);
}

void CallPanel::choose(int row, ContactOutcome outcome)
{
    if (row < 0 || row >= m_rows.size())
        return;
    const ServiceId service = m_calls[static_cast<std::size_t>(row)].service;
    const event::Contact call{service, direction(), outcome};
    shut();
    emit chosen(call, serviceName(service, m_names));
}

/// Enter on a button is that button's, not the row's.
bool CallPanel::pressFocusedButton()
{
    auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
    if (!button || !isAncestorOf(button))
        return false;
    button->click();
    return true;
}

void CallPanel::keyPressEvent(QKeyEvent* event)
{
    const int row = std::max(0, rowWithFocus());
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    // A key that is held down must not save a second time, nor save at once what it opened.
    if (modifiers != Qt::NoModifier || event->isAutoRepeat())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Escape: return shut();
    case Qt::Key_Up: return focusRow(row - 1);
    case Qt::Key_Down: return focusRow(row + 1);
    case Qt::Key_M: return choose(row, ContactOutcome::leftMessage);
    case Qt::Key_S: return choose(row, ContactOutcome::spoke);
    case Qt::Key_W: return m_direction->setCurrent(1 - m_direction->current());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!pressFocusedButton())
            choose(row, ContactOutcome::noAnswer);
        return;
    default: break;
    }
    const int digit = event->key() - Qt::Key_1;
    if (digit >= 0 && digit < std::min(mostKeys, static_cast<int>(m_rows.size())))
        return choose(digit, ContactOutcome::noAnswer);
    QWidget::keyPressEvent(event);
}

}  // namespace holdfast::ui
