#include "widgets/bounce_timeline.h"

#include "theme/style.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "widgets/timeline_accessible.h"
#include "widgets/timeline_layout.h"
#include "widgets/timeline_painter.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace holdfast::ui {
namespace {

constexpr int leastWidth = 640;
constexpr int leastHeight = 200;

}  // namespace

BounceTimeline::BounceTimeline(const Theme& theme, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_layout{std::make_unique<TimelineLayout>()},
      m_holdTogether{new Button{theme, tr("Hold together"), ButtonKind::primary, QStringLiteral("clasp"),
                                ButtonSize::normal, this}}
{
    installTimelineAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setProperty(ownFocusProperty, true);
    setMouseTracking(true);
    m_holdTogether->hide();
    connect(m_holdTogether, &QAbstractButton::clicked, this, &BounceTimeline::holdTogetherRequested);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        relayout();
    });
}

BounceTimeline::~BounceTimeline() = default;

void BounceTimeline::setData(TimelineData data)
{
    m_data = std::move(data);
    m_current = -1;
    relayout();
    setAccessibleName(summary());
}

void BounceTimeline::setCurrentBounce(int index)
{
    if (index < firstDrawn() || index >= m_data.bounces.size() || index == m_current)
        return;
    m_current = index;
    update();
    announceCurrent();
}

QString BounceTimeline::describe(int index) const
{
    const TimelineBounce& bounce = m_data.bounces[index];
    const QLocale locale;
    QString text = tr("Bounce %1 of %2. %3, %4. %5.")
                       .arg(index + 1)
                       .arg(m_data.bounces.size())
                       .arg(bounce.service, locale.toString(bounce.refused, QStringLiteral("d MMMM")),
                            bounce.words.isEmpty() ? bounce.reason : bounce.words);
    text += QLatin1Char{' '};
    text += bounce.daysLost == 1 ? tr("1 day lost.") : tr("%1 days lost.").arg(bounce.daysLost);
    if (bounce.overturned)
        text += QLatin1Char{' '} + tr("Overturned.");
    return text;
}

QString BounceTimeline::summary() const
{
    int lost = 0;
    for (const TimelineBounce& bounce : m_data.bounces)
        lost += bounce.daysLost;
    QString text = m_data.bounces.isEmpty() ? tr("Referral timeline. No bounces.")
                   : m_data.bounces.size() == 1
                       ? tr("Referral timeline. 1 bounce and %1 days lost.").arg(lost)
                       : tr("Referral timeline. %1 bounces and %2 days lost.").arg(m_data.bounces.size()).arg(lost);
    text += QLatin1Char{' '};
    return text + (m_data.heldFrom ? tr("Held together for %1 days.").arg(m_data.heldFrom->daysTo(m_data.today))
                                   : tr("Not held together yet."));
}

int BounceTimeline::firstDrawn() const
{
    return m_layout->firstDrawn;
}

QRect BounceTimeline::markRect(int index) const
{
    for (const TimelineLayout::Mark& mark : m_layout->marks)
        if (mark.index == index) {
            const int reach = m_theme.px(markReach);
            return {mark.at.toPoint() - QPoint{reach, reach}, QSize{2 * reach, 2 * reach}};
        }
    return {};
}

QSize BounceTimeline::sizeHint() const
{
    // No higher than the least: a box layout that is squeezed takes what is missing from its highest parts, also from
    // those that have no room to give. What is left over comes from the stretch.
    return {m_theme.px(840), minimumSizeHint().height()};
}

QSize BounceTimeline::minimumSizeHint() const
{
    // Narrower than it can be drawn is allowed: it then asks for its table.
    return {m_theme.px(320), m_theme.px(leastHeight)};
}

void BounceTimeline::relayout()
{
    *m_layout =
        m_data.today.isValid() && m_data.firstReferral.isValid() ? layOut(m_data, m_theme, size()) : TimelineLayout{};
    m_holdTogether->setVisible(m_data.offerHold && !m_layout->held);
    m_holdTogether->adjustSize();
    m_holdTogether->move(qRound(m_layout->today) + m_theme.px(16) - m_holdTogether->width(),
                         qRound(m_layout->middle()) + m_theme.px(2));
    update();
}

void BounceTimeline::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    if (!m_data.today.isValid() || !m_data.firstReferral.isValid()) {
        painter.setFont(m_theme.font(Type::dense));
        painter.setPen(m_theme.color(Color::ink2));
        painter.drawText(rect(), Qt::AlignCenter, tr("No referral has been sent yet."));
    } else {
        paintTimeline(painter, m_theme, m_data, *m_layout, size(), hasFocus() ? m_current : -1);
    }
    if (hasFocus() && m_current < 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{m_theme.color(Color::focus), 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 6, 6);
    }
}

void BounceTimeline::resizeEvent(QResizeEvent*)
{
    relayout();
    if (width() < m_theme.px(leastWidth) && isVisible())
        emit tableRequested();
}

void BounceTimeline::keyPressEvent(QKeyEvent* event)
{
    const auto last = static_cast<int>(m_data.bounces.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: setCurrentBounce(qMax(firstDrawn(), m_current - 1)); return;
    case Qt::Key_Right: setCurrentBounce(m_current < 0 ? firstDrawn() : m_current + 1); return;
    case Qt::Key_Home: setCurrentBounce(firstDrawn()); return;
    case Qt::Key_End: setCurrentBounce(last); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit bounceActivated(m_data.bounces[m_current].id);
        return;
    case Qt::Key_T: emit tableRequested(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void BounceTimeline::mousePressEvent(QMouseEvent* event)
{
    const int hit = bounceAt(event->pos());
    if (hit >= 0)
        setCurrentBounce(hit);
}

void BounceTimeline::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int hit = bounceAt(event->pos());
    if (hit >= 0)
        emit bounceActivated(m_data.bounces[hit].id);
}

void BounceTimeline::focusInEvent(QFocusEvent* event)
{
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason && !m_data.bounces.isEmpty())
        m_current = firstDrawn();
    announceCurrent();
    update();
}

void BounceTimeline::focusOutEvent(QFocusEvent*)
{
    update();
}

bool BounceTimeline::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int hit = bounceAt(help->pos());
    if (hit < 0) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    QToolTip::showText(help->globalPos(), plainToolTip(describe(hit)), this);
    return true;
}

void BounceTimeline::announceCurrent()
{
    if (m_current < 0 || !hasFocus())
        return;
    QAccessibleEvent focus{this, QAccessible::Focus};
    focus.setChild(m_current - firstDrawn());
    QAccessible::updateAccessibility(&focus);
}

int BounceTimeline::bounceAt(const QPoint& point) const
{
    for (const TimelineLayout::Mark& mark : m_layout->marks)
        if (markRect(mark.index).contains(point))
            return mark.index;
    return -1;
}

}  // namespace holdfast::ui
