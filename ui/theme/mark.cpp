#include "theme/mark.h"

#include "theme/theme.h"

#include <QIconEngine>
#include <QPainter>

namespace holdfast::ui {
namespace {

constexpr qreal markGrid = 32;

void paint(QPainter& painter, const QRectF& rect, const QColor& left, const QColor& right, const QColor& clasp)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / markGrid, rect.height() / markGrid);
    painter.setPen(Qt::NoPen);
    painter.setBrush(left);
    painter.drawRoundedRect(QRectF{5, 3, 6, 26}, 3, 3);
    painter.setBrush(right);
    painter.drawRoundedRect(QRectF{21, 3, 6, 26}, 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{clasp, 3.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.drawPath(*readPathData(u"M8 16c0-3 2-5 5-5h1.5a4.5 4.5 0 0 1 4.5 4.5"));
    painter.drawPath(*readPathData(u"M24 16c0 3-2 5-5 5h-1.5a4.5 4.5 0 0 1-4.5-4.5"));
    painter.restore();
}

class MarkIcon final : public QIconEngine {
public:
    explicit MarkIcon(const Theme& theme) : m_theme{theme} {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        const qreal round = rect.width() * 0.22;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Color::rail));
        painter->drawRoundedRect(rect, round, round);
        const qreal inset = rect.width() * 0.1;
        paintMark(*painter, m_theme, QRectF{rect}.adjusted(inset, inset, -inset, -inset));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap{size};
        pixmap.fill(Qt::transparent);
        QPainter painter{&pixmap};
        paint(&painter, QRect{QPoint{}, size}, mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new MarkIcon{*this}; }

private:
    const Theme& m_theme;
};

}  // namespace

void paintMark(QPainter& painter, const Theme& theme, const QRectF& rect)
{
    paint(painter, rect, theme.color(Color::markMh), theme.color(Color::markDa), theme.color(Color::markJoint));
}

void paintMark(QPainter& painter, const QRectF& rect, const QColor& color)
{
    paint(painter, rect, color, color, color);
}

QIcon markIcon(const Theme& theme)
{
    return QIcon{new MarkIcon{theme}};
}

}  // namespace holdfast::ui
