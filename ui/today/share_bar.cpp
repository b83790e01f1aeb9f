#include "today/share_bar.h"

#include "theme/theme.h"

#include <QPainter>

#include <utility>

namespace holdfast::ui {

ShareBar::ShareBar(const Theme& theme, int drawnHeight, QList<Part> parts, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_height{drawnHeight}, m_parts{std::move(parts)}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
}

QSize ShareBar::sizeHint() const
{
    return {m_theme.px(40), m_theme.px(m_height)};
}

void ShareBar::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    double whole = 0;
    int drawn = 0;
    for (const auto& part : std::as_const(m_parts)) {
        whole += part.share;
        drawn += part.share > 0 ? 1 : 0;
    }
    if (whole <= 0)
        return;
    const qreal gap = m_theme.px(2);
    const qreal room = width() - gap * (drawn - 1);
    const qreal radius = std::min<qreal>(m_theme.px(3), height() / 2.0);
    qreal x = 0;
    for (const auto& part : std::as_const(m_parts)) {
        if (part.share <= 0)
            continue;
        const qreal span = room * part.share / whole;
        painter.setBrush(m_theme.color(part.fill));
        painter.drawRoundedRect(QRectF{x, 0, span, static_cast<qreal>(height())}, radius, radius);
        x += span + gap;
    }
}

}  // namespace holdfast::ui
