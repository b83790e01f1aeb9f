#include "unlock/start_tile.h"

#include "theme/theme.h"

#include <QPainter>

namespace holdfast::ui {

StartTile::StartTile(const Theme& theme, const QString& title, QString icon, QString detail, QWidget* parent)
    : QAbstractButton{parent}, m_theme{theme}, m_icon{std::move(icon)}, m_detail{std::move(detail)}
{
    setText(title);
    setAccessibleDescription(m_detail);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Fixed};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

QRectF StartTile::detailRoom(int width) const
{
    const qreal pad = m_theme.px(14);
    const qreal top = pad + m_theme.px(22) + m_theme.px(8) + m_theme.lineHeight(Type::body) + m_theme.px(2);
    return {pad, top, width - 2 * pad, m_theme.lineHeight(Type::small) * 3.0};
}

QSize StartTile::sizeHint() const
{
    const int width = m_theme.px(180);
    return {width, heightForWidth(width)};
}

int StartTile::heightForWidth(int width) const
{
    const QRectF room = detailRoom(width);
    const QRectF used = QFontMetricsF{m_theme.font(Type::small)}.boundingRect(room, Qt::TextWordWrap, m_detail);
    return qCeil(room.top() + used.height()) + m_theme.px(14);
}

void StartTile::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const qreal edge = on ? 2 : 1;
    painter.setPen(QPen{m_theme.color(on ? Color::jointFill : Color::lineStrong), edge});
    painter.setBrush(m_theme.color(on ? Color::jointTint : underMouse() ? Color::hover : Color::surface));
    const qreal radius = m_theme.px(10);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), radius, radius);

    const qreal pad = m_theme.px(14);
    const qreal side = m_theme.px(22);
    m_theme.paintIcon(painter, m_icon, QRectF{pad, pad, side, side}, m_theme.color(on ? Color::joint : Color::ink2));
    const qreal mark = m_theme.px(18);
    const qreal thick = on ? m_theme.px(5) : 1.5;
    painter.setPen(QPen{m_theme.color(on ? Color::jointFill : Color::lineStrong), thick});
    painter.setBrush(m_theme.color(Color::surface));
    painter.drawEllipse(QRectF{width() - m_theme.px(12) - mark, pad, mark, mark}.adjusted(thick / 2, thick / 2,
                                                                                          -thick / 2, -thick / 2));

    painter.setFont(m_theme.font(Type::body, 600));
    painter.setPen(m_theme.color(Color::ink));
    const qreal line = m_theme.lineHeight(Type::body);
    painter.drawText(QRectF{pad, pad + side + m_theme.px(8), width() - 2 * pad, line}, Qt::AlignVCenter, text());
    painter.setFont(m_theme.font(Type::small));
    painter.setPen(m_theme.color(Color::ink2));
    painter.drawText(detailRoom(width()), Qt::TextWordWrap, m_detail);
}

}  // namespace holdfast::ui
