#include "kindwords/kind_word_card.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int drawnWidth = 420;

}  // namespace

KindWordCard::KindWordCard(const Theme& theme, const QString& found, const QStringList& instead, const QString& why,
                           QWidget& over)
    : Card{theme, &over}, m_theme{theme}
{
    setObjectName(QStringLiteral("kindWordCard"));
    setRole(Role::wait, Spine::left);
    setAccessibleName(tr("Advice on “%1”").arg(found));
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(10));
    column->setSpacing(theme.px(8));
    auto* head = new RunLabel{theme, Type::dense};
    head->setRuns({{tr("“%1”  ").arg(found), Color::ink, 600}, {why, Color::ink2}});
    column->addWidget(head);
    for (int i = 0; i < instead.size(); ++i) {
        auto* choice =
            new Button{theme, instead[i], i == 0 ? ButtonKind::primary : ButtonKind::secondary, {}, ButtonSize::small};
        choice->setAccessibleName(tr("Write “%1” instead of “%2”").arg(instead[i], found));
        choice->setAccessibleDescription(why);
        choice->installEventFilter(this);
        connect(choice, &QAbstractButton::clicked, this, [this, i] { emit chosen(i); });
        column->addWidget(choice, 0, Qt::AlignLeft);
        m_choices.append(choice);
    }
    column->addWidget(
        plainLabel(tr("Enter writes it, F7 goes to the next, Esc leaves it as it is"), Type::small, Color::ink3));
    setFixedWidth(std::min(theme.px(drawnWidth), over.width() - theme.px(16)));
    setFixedHeight(column->totalHeightForWidth(width()) + theme.px(16));
}

void KindWordCard::placeAt(const QRect& line)
{
    const QWidget& over = *parentWidget();
    const int gap = m_theme.px(4);
    const int left = std::clamp(line.left(), gap, std::max(gap, over.width() - width() - gap));
    const bool fitsBelow = line.bottom() + gap + height() <= over.height();
    const int top = fitsBelow ? line.bottom() + gap : std::max(gap, line.top() - gap - height());
    move(left, top);
    raise();
    show();
    if (!m_choices.isEmpty())
        m_choices.first()->setFocus(Qt::OtherFocusReason);
}

void KindWordCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->key() == Qt::Key_F7)
        emit nextRequested();
    event->accept();  // nothing under the card hears its keys
}

bool KindWordCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        auto* choice = qobject_cast<QAbstractButton*>(watched);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && choice != nullptr) {
            choice->click();
            return true;
        }
        const int step = key->key() == Qt::Key_Down || key->key() == Qt::Key_Tab     ? 1
                         : key->key() == Qt::Key_Up || key->key() == Qt::Key_Backtab ? -1
                                                                                     : 0;
        if (step != 0) {
            const auto at = m_choices.indexOf(static_cast<Button*>(watched)) + step + m_choices.size();
            m_choices[at % m_choices.size()]->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    // Looked away: it goes.
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
        emit closed();
    return Card::eventFilter(watched, event);
}

}  // namespace holdfast::ui
