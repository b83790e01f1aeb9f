#include "unlock/strength_meter.h"

#include "theme/theme.h"

#include <QPainter>

namespace holdfast::ui {
namespace {

constexpr int barCount = 4;

QString adviceWords(const app::PassphraseStrength& strength)
{
    if (!strength.longEnough)
        return StrengthMeter::tr("Too short: use 12 characters or more");
    if (strength.score >= 4)
        return StrengthMeter::tr("Strong");
    if (strength.score == 3)
        return StrengthMeter::tr("Good");
    return StrengthMeter::tr("Easy to guess: add another word");
}

}  // namespace

StrengthMeter::StrengthMeter(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
}

QSize StrengthMeter::sizeHint() const
{
    return {m_theme.px(200), m_theme.px(30)};
}

void StrengthMeter::setStrength(const app::PassphraseStrength& strength, bool empty)
{
    m_enough = strength.longEnough && strength.score >= 2;
    m_bars = empty ? 0 : !strength.longEnough ? 1 : std::max(1, strength.score);
    m_advice = empty ? QString{} : adviceWords(strength);
    setAccessibleName(empty ? tr("Passphrase strength") : tr("Passphrase strength: %1").arg(m_advice));
    update();
}

void StrengthMeter::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal gap = m_theme.px(4);
    const qreal wide = (width() - gap * (barCount - 1)) / barCount;
    for (int i = 0; i < barCount; ++i) {
        painter.setBrush(m_theme.color(i < m_bars ? (m_enough ? Color::jointFill : Color::wait) : Color::line));
        painter.drawRoundedRect(QRectF{i * (wide + gap), 0, wide, m_theme.px(5) * 1.0}, 2, 2);
    }
    if (m_advice.isEmpty())
        return;
    const qreal icon = m_theme.px(14);
    const QColor tone = m_theme.color(m_enough ? Color::ok : Color::ink2);
    m_theme.paintIcon(painter, m_enough ? u"ok" : u"info", QRectF{0, m_theme.px(11) * 1.0, icon, icon}, tone);
    painter.setFont(m_theme.font(Type::small, 600));
    painter.setPen(tone);
    painter.drawText(QRectF{icon + m_theme.px(4), m_theme.px(8) * 1.0, width() - icon, m_theme.px(20) * 1.0},
                     Qt::AlignLeft | Qt::AlignVCenter, m_advice);
}

}  // namespace holdfast::ui
