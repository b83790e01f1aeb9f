#include "widgets/icon_label.h"

#include "theme/theme.h"

#include <QPainter>

namespace holdfast::ui {

IconLabel::IconLabel(const Theme& theme, QString icon, Color tone, int drawnSize, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_icon{std::move(icon)}, m_tone{tone}, m_size{drawnSize}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void IconLabel::setIcon(const QString& icon, Color tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {m_theme.px(m_size), m_theme.px(m_size)};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const qreal stroke = m_size <= 14 ? 1.8 : m_size >= 24 ? 1.4 : 1.6;
    if (!m_icon.isEmpty())
        m_theme.paintIcon(painter, m_icon, QRectF{QPointF{}, QSizeF{sizeHint()}}, m_theme.color(m_tone), stroke);
}

Line::Line(const Theme& theme, Qt::Orientation orientation, Color tone, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_tone{tone}
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

void Line::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), m_theme.color(m_tone));
}

}  // namespace holdfast::ui
