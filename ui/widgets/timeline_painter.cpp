#include "widgets/timeline_painter.h"

#include "theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace holdfast::ui {
namespace {

class TimelinePainter {
public:
    TimelinePainter(QPainter& painter, const Theme& theme, const TimelineData& data, const TimelineLayout& layout,
                    QSizeF size)
        : m_painter{painter}, m_theme{theme}, m_data{data}, m_layout{layout}, m_size{size}
    {}

    void paint(int current)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        ground();
        axis();
        rails();
        if (m_layout.held)
            strands();
        for (const TimelineLayout::Mark& mark : m_layout.marks)
            path(mark);
        pathToHold();
        for (const TimelineLayout::Mark& mark : m_layout.marks)
            pill(mark);
        first();
        for (const TimelineLayout::Mark& mark : m_layout.marks)
            bounce(mark, mark.index == current);
        railNames();
        if (m_layout.held)
            hold();
        else
            notHeld();
    }

private:
    qreal px(qreal drawn) const { return drawn * m_theme.u(); }
    QColor color(Color token) const { return m_theme.color(token); }

    void text(QPointF centre, const QString& words, Type type, int weight, const QColor& ink)
    {
        const QFont font = m_theme.font(type, weight);
        m_painter.setFont(font);
        m_painter.setPen(ink);
        m_painter.drawText(QPointF{centre.x() - QFontMetricsF{font}.horizontalAdvance(words) / 2, centre.y()}, words);
    }
    void disc(QPointF at, qreal drawnRadius, const QColor& fill)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        m_painter.drawEllipse(at, px(drawnRadius), px(drawnRadius));
    }
    void stroke(const QPainterPath& path, const QPen& pen)
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(pen);
        m_painter.drawPath(path);
    }

    void ground()
    {
        const qreal right = m_layout.held ? m_layout.hold : m_layout.today;
        m_painter.fillRect(QRectF{QPointF{m_layout.left - px(8), m_layout.mental}, QPointF{right, m_layout.substance}},
                           color(Color::sunken));
    }

    void axis()
    {
        for (const TimelineLayout::Tick& tick : m_layout.ticks) {
            const qreal x = qRound(tick.x) + 0.5;
            if (tick.line) {
                m_painter.setPen(color(Color::line));
                m_painter.drawLine(QPointF{x, m_layout.mental}, QPointF{x, m_layout.axis});
            }
            const bool start = qFuzzyCompare(tick.x, m_layout.left);
            const qreal half = QFontMetricsF{m_theme.font(Type::small)}.horizontalAdvance(tick.text) / 2;
            const qreal centre = start ? x + half : qMin(x, m_size.width() - half - 2);
            text({centre, m_size.height() - px(10)}, tick.text, Type::small, tick.strong ? 600 : 400,
                 color(Color::ink3));
        }
        const qreal y = qRound(m_layout.axis) + 0.5;
        m_painter.setPen(color(Color::lineStrong));
        if (!m_layout.held) {
            m_painter.drawLine(QPointF{m_layout.left, y}, QPointF{m_layout.today + px(12), y});
            return;
        }
        // The scale changes at the hold: two strokes say so.
        const qreal cut = m_layout.hold + px(14);
        m_painter.drawLine(QPointF{m_layout.left, y}, QPointF{cut, y});
        m_painter.drawLine(QPointF{cut, y - px(4)}, QPointF{cut + px(4), y + px(4)});
        m_painter.drawLine(QPointF{cut + px(6), y - px(4)}, QPointF{cut + px(10), y + px(4)});
        m_painter.drawLine(QPointF{cut + px(10), y}, QPointF{m_layout.today + px(12), y});
    }

    void rails()
    {
        for (const Lane lane : {Lane::mentalHealth, Lane::substanceUse}) {
            const qreal y = m_layout.rail(lane);
            QPainterPath rail{QPointF{m_layout.left - px(8), y}};
            if (m_layout.held) {
                const qreal x = m_layout.hold;
                const qreal middle = m_layout.middle();
                rail.lineTo(qMax(m_layout.left - px(8), x - px(34)), y);
                rail.cubicTo(x - px(8), y, x - px(10), middle, x + px(16), middle);
            } else {
                rail.lineTo(m_layout.today, y);
            }
            stroke(rail, QPen{m_theme.fill(roleOf(lane)), px(5), Qt::SolidLine, Qt::RoundCap});
        }
    }

    void strands()
    {
        const qreal from = m_layout.hold + px(16);
        const qreal width = m_layout.today - from;
        const qreal y = m_layout.middle();
        if (width < px(12))
            return;
        m_painter.setPen(color(Color::jointLine));
        m_painter.setBrush(color(Color::jointTint));
        m_painter.drawRoundedRect(QRectF{from - px(4), y - px(21), width + px(20), px(42)}, px(21), px(21));
        const int waves = width > px(120) ? 6 : width > px(50) ? 4 : 2;
        const qreal step = width / waves;
        const qreal height = px(9) * 1.3;
        for (int i = 0; i < waves; ++i) {
            for (const bool mentalHealth : {true, false}) {
                const qreal up = (mentalHealth == (i % 2 == 0)) ? -height : height;
                QPainterPath wave{QPointF{from + i * step, y}};
                wave.cubicTo(from + (i + 0.36) * step, y + up, from + (i + 0.64) * step, y + up, from + (i + 1) * step,
                             y);
                stroke(wave,
                       QPen{m_theme.fill(mentalHealth ? Role::mh : Role::da), px(5), Qt::SolidLine, Qt::RoundCap});
            }
        }
        for (int i = 1; i < waves; ++i) {
            m_painter.setPen(QPen{color(Color::jointTint), px(1.5)});
            m_painter.setBrush(color(Color::jointFill));
            m_painter.drawRoundedRect(QRectF{from + i * step - px(3.5), y - px(9), px(7), px(18)}, px(3.5), px(3.5));
        }
    }

    QPen dots() const
    {
        QPen pen{color(Color::ink), px(2), Qt::CustomDashLine, Qt::RoundCap};
        pen.setDashPattern({0.01, 3});
        return pen;
    }

    /// Lands flat and leaves steep, like a ball.
    void path(const TimelineLayout::Mark& mark)
    {
        const QPointF from = mark.from;
        const QPointF by = mark.at - from;
        QPainterPath arc{from};
        if (qFuzzyCompare(from.y(), mark.at.y())) {
            const qreal dip = px(44) * (mark.lane == Lane::mentalHealth ? 1 : -1);
            const qreal in = qMin(px(14), qAbs(by.x()) / 3);
            arc.cubicTo(from.x() + in, from.y() + dip, mark.at.x() - in, from.y() + dip, mark.at.x(), mark.at.y());
        } else {
            arc.cubicTo(from.x() + by.x() * 0.10, from.y() + by.y() * 0.62, mark.at.x() - by.x() * 0.42,
                        mark.at.y() - by.y() * 0.06, mark.at.x(), mark.at.y());
        }
        stroke(arc, dots());
    }

    void pathToHold()
    {
        if (!m_layout.held || m_layout.marks.isEmpty() || m_layout.marks.last().afterHold)
            return;
        const QPointF from = m_layout.marks.last().at;
        const qreal middle = m_layout.middle();
        const qreal inwards = m_layout.marks.last().lane == Lane::mentalHealth ? 1 : -1;
        QPainterPath arc{from};
        arc.cubicTo(from.x() + px(3), from.y() + inwards * px(44), m_layout.hold - px(10), middle - inwards * px(4),
                    m_layout.hold + px(2), middle);
        stroke(arc, dots());
    }

    void pill(const TimelineLayout::Mark& mark)
    {
        if (mark.pill.isNull())
            return;
        const qreal words = QFontMetricsF{m_theme.font(Type::small, 600)}.horizontalAdvance(mark.lost);
        const qreal width = words + px(14);
        m_painter.setPen(color(Color::lineStrong));
        m_painter.setBrush(color(Color::surface));
        m_painter.drawRoundedRect(QRectF{mark.pill.x() - width / 2, mark.pill.y() - px(10), width, px(20)}, px(10),
                                  px(10));
        text(mark.pill + QPointF{0, px(4.3)}, mark.lost, Type::small, 600, color(Color::ink));
    }

    void first()
    {
        if (m_layout.earlier > 0)
            return;
        m_painter.setPen(QPen{color(Color::ink), px(2.5)});
        m_painter.setBrush(color(Color::surface));
        m_painter.drawEllipse(m_layout.start, px(7), px(7));
        disc(m_layout.start, 2.4, color(Color::ink));
    }

    void bounce(const TimelineLayout::Mark& mark, bool focused)
    {
        const QPointF at = mark.at;
        disc(at, 12.5, color(Color::surface));
        disc(at, 11, color(Color::bounceFill));
        m_theme.paintIcon(m_painter, u"bounce", QRectF{at - QPointF(px(7), px(7)), QSizeF(px(14), px(14))},
                          color(Color::onFill), 2.4);
        if (m_data.bounces[mark.index].overturned) {
            const QPointF corner = at + QPointF(px(12), px(10));
            m_painter.setPen(QPen{color(Color::ok), px(1.5)});
            m_painter.setBrush(color(Color::surface));
            m_painter.drawEllipse(corner, px(8), px(8));
            m_theme.paintIcon(m_painter, u"check", QRectF{corner - QPointF(px(5.5), px(5.5)), QSizeF(px(11), px(11))},
                              color(Color::ok), 3);
        }
        if (focused) {
            m_painter.setPen(QPen{color(Color::focus), 2});
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(at, px(17), px(17));
        }
        label(mark);
    }

    void label(const TimelineLayout::Mark& mark)
    {
        const bool above = mark.lane == Lane::mentalHealth;
        const qreal y = mark.at.y();
        const QColor berry = color(Color::bounce);
        switch (mark.label) {
        case TimelineLayout::Label::full: {
            const qreal words = above ? y - px(48) : y + px(32);
            text({mark.labelX, words}, mark.words, Type::small, 600, berry);
            text({mark.labelX, words + px(16)}, mark.service, Type::small, 400, color(Color::ink2));
            m_painter.setPen(QPen{color(Color::bounceFill), px(1.5)});
            m_painter.drawLine(QPointF{mark.at.x(), above ? y - px(28) : y + px(13)},
                               QPointF{mark.at.x(), above ? y - px(13) : y + px(19)});
            return;
        }
        case TimelineLayout::Label::oneLine:
        case TimelineLayout::Label::number:
            text({mark.labelX, above ? y - px(22) : y + px(30)}, mark.words, Type::small, 600, berry);
            return;
        }
    }

    void railNames()
    {
        const std::pair<Lane, std::array<QString, 2>> names[]{
            {Lane::mentalHealth, {BounceTimeline::tr("Mental"), BounceTimeline::tr("health")}},
            {Lane::substanceUse, {BounceTimeline::tr("Drugs and"), BounceTimeline::tr("alcohol")}},
        };
        for (const auto& [lane, words] : names) {
            const qreal y = m_layout.rail(lane);
            const QColor ink = m_theme.text(roleOf(lane));
            m_theme.paintIcon(m_painter, lane == Lane::mentalHealth ? u"mh" : u"da",
                              QRectF{px(2), y - px(10), px(20), px(20)}, ink);
            m_painter.setFont(m_theme.font(Type::small, 600));
            m_painter.setPen(ink);
            m_painter.drawText(QPointF{px(28), y - px(3)}, words[0]);
            m_painter.drawText(QPointF{px(28), y + px(12)}, words[1]);
        }
    }

    void hold()
    {
        const qreal middle = m_layout.middle();
        const QPointF clasp{m_layout.hold + px(8), middle};
        disc(clasp, 21, color(Color::surface));
        disc(clasp, 19, color(Color::jointFill));
        m_theme.paintIcon(m_painter, u"clasp", QRectF{clasp - QPointF(px(13), px(13)), QSizeF(px(26), px(26))},
                          color(Color::onFill), 1.7);

        const QString forDays =
            BounceTimeline::tr("by both services, %1 days").arg(m_data.heldFrom->daysTo(m_data.today));
        const qreal half = QFontMetricsF{m_theme.font(Type::small)}.horizontalAdvance(forDays) / 2;
        const qreal x = qMin((m_layout.hold + px(16) + m_layout.today) / 2 + px(14), m_size.width() - half - 2);
        text({x, middle - px(44)}, BounceTimeline::tr("Held together"), Type::dense, 600, color(Color::joint));
        text({x, middle - px(28)}, forDays, Type::small, 400, color(Color::ink2));
        const auto since = std::count_if(m_layout.marks.begin(), m_layout.marks.end(),
                                         [](const TimelineLayout::Mark& mark) { return mark.afterHold; });
        text({x, middle + px(40)},
             since == 0   ? BounceTimeline::tr("No bounces since")
             : since == 1 ? BounceTimeline::tr("1 bounce since, hold still on")
                          : BounceTimeline::tr("%1 bounces since, hold still on").arg(since),
             Type::small, 400, color(Color::ink2));
        if (!m_layout.compact)
            text({x, middle + px(56)}, m_data.nextReview, Type::small, 400, color(Color::ink2));
        today({m_layout.today, middle}, color(Color::jointFill), middle + px(24));
    }

    void today(QPointF at, const QColor& ink, qreal lineFrom)
    {
        m_painter.setPen(QPen{ink, px(3)});
        m_painter.setBrush(color(Color::surface));
        m_painter.drawEllipse(at, px(9), px(9));
        disc(at, 3.5, ink);
        QPen dashes{ink, px(1.5)};
        dashes.setDashPattern({2, 2});
        m_painter.setPen(dashes);
        m_painter.drawLine(QPointF{at.x(), lineFrom}, QPointF{at.x(), m_layout.axis});
    }

    void notHeld()
    {
        // Both rails run to today, apart: nothing joins them yet.
        const qreal middle = m_layout.middle();
        const QString words = BounceTimeline::tr("Not held together yet");
        const qreal half = QFontMetricsF{m_theme.font(Type::dense, 600)}.horizontalAdvance(words) / 2;
        const QPointF at{m_layout.today + px(16) - half, m_data.offerHold ? middle - px(14) : middle + px(4)};
        const qreal y = m_data.offerHold ? middle - px(18) : middle;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color(Color::surface));
        m_painter.drawRoundedRect(QRectF{at.x() - half - px(28), y - px(14), 2 * half + px(36), px(28)}, px(14),
                                  px(14));
        m_theme.paintIcon(m_painter, u"alert", QRectF{at.x() - half - px(22), y - px(8), px(16), px(16)},
                          color(Color::late));
        text(at, words, Type::dense, 600, color(Color::late));
        for (const Lane lane : {Lane::mentalHealth, Lane::substanceUse})
            today({m_layout.today, m_layout.rail(lane)}, m_theme.fill(roleOf(lane)),
                  lane == Lane::mentalHealth ? m_layout.axis : m_layout.rail(lane) + px(12));
    }

    QPainter& m_painter;
    const Theme& m_theme;
    const TimelineData& m_data;
    const TimelineLayout& m_layout;
    QSizeF m_size;
};

}  // namespace

void paintTimeline(QPainter& painter, const Theme& theme, const TimelineData& data, const TimelineLayout& layout,
                   QSizeF size, int current)
{
    TimelinePainter{painter, theme, data, layout, size}.paint(current);
}

}  // namespace holdfast::ui
