#include "theme/theme.h"
#include "widgets/assessment_widgets.h"

#include <QPainter>
#include <QPainterPath>

namespace holdfast::ui {

ScoreBand::ScoreBand(const Theme& theme, Lane lane, QWidget* parent) : QWidget{parent}, m_theme{theme}, m_lane{lane}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void ScoreBand::setBands(const QString& instrument, const QList<Band>& bands, int maximum)
{
    m_instrument = instrument;
    m_bands = bands;
    m_maximum = qMax(1, maximum);
    refreshName();
    update();
}

void ScoreBand::setScore(std::optional<int> score)
{
    m_score = score;
    refreshName();
    update();
}

QString ScoreBand::bandWord() const
{
    const int band = bandIndex();
    return band < 0 ? QString{} : m_bands[band].word;
}

int ScoreBand::bandIndex() const
{
    if (!m_score)
        return -1;
    int found = -1;
    for (int i = 0; i < m_bands.size(); ++i)
        if (*m_score >= m_bands[i].from)
            found = i;
    return found;
}

void ScoreBand::refreshName()
{
    setAccessibleName(m_score ? tr("%1 %2 of %3, %4").arg(m_instrument).arg(*m_score).arg(m_maximum).arg(bandWord())
                              : tr("%1, no score yet").arg(m_instrument));
}

QSize ScoreBand::sizeHint() const
{
    return {m_theme.px(200), m_theme.px(20)};
}

void ScoreBand::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal top = m_theme.px(9);
    const qreal thick = m_theme.px(8);
    const qreal scale = width() / (m_maximum + 1.0);
    for (int i = 0; i < m_bands.size(); ++i) {
        const qreal from = m_bands[i].from * scale;
        const qreal to = (i + 1 < m_bands.size() ? m_bands[i + 1].from : m_maximum + 1) * scale;
        QColor fill = m_theme.fill(roleOf(m_lane));
        // Depth says how far along, the pointer and the word say which: never a colour for "bad".
        if (i != bandIndex())
            fill.setAlphaF(0.12F + 0.06F * static_cast<float>(i));
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF{from, top, qMax(1.0, to - from - m_theme.px(1.5)), thick}, 2, 2);
    }
    if (!m_score)
        return;
    const qreal x = qBound(m_theme.px(5) * 1.0, (*m_score + 0.5) * scale, width() - m_theme.px(5) * 1.0);
    const qreal half = m_theme.px(5);
    QPainterPath pointer{QPointF{x - half, 0}};
    pointer.lineTo(x + half, 0);
    pointer.lineTo(x, m_theme.px(7));
    pointer.closeSubpath();
    painter.fillPath(pointer, m_theme.color(Color::ink));
}

}  // namespace holdfast::ui
