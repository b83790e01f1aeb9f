#include "widgets/avatar.h"

#include "theme/theme.h"

#include <QPainter>

namespace holdfast::ui {

QString initialsOf(const QString& name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString initials = words.first().left(1);
    if (words.size() > 1)
        initials += words.last().left(1);
    return initials.toUpper();
}

Avatar::Avatar(const Theme& theme, const QString& name, Role role, int drawnSize, Shape shape, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_role{role}, m_size{drawnSize}, m_shape{shape}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
    setName(name, role);
}

void Avatar::setName(const QString& name, Role role)
{
    m_initials = initialsOf(name);
    m_role = role;
    setAccessibleName(name);
    update();
}

QSize Avatar::sizeHint() const
{
    return {m_theme.px(m_size), m_theme.px(m_size)};
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = crisp(QRectF{QPointF{}, QSizeF{sizeHint()}});
    painter.setPen(m_theme.line(m_role));
    painter.setBrush(m_theme.tint(m_role));
    if (m_shape == Shape::disc)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, m_theme.px(12), m_theme.px(12));
    QFont font = m_theme.font(m_size < 28 ? Type::badge : Type::small, 600);
    if (m_size > 36)
        font.setPixelSize(m_theme.px(m_size * 0.33));
    painter.setFont(font);
    painter.setPen(m_theme.text(m_role));
    painter.drawText(box, Qt::AlignCenter, m_initials);
}

}  // namespace holdfast::ui
