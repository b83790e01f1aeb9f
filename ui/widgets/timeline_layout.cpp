#include "widgets/timeline_layout.h"

#include "theme/theme.h"

#include <QFontMetricsF>
#include <QLocale>

namespace holdfast::ui {
namespace {

// Lengths of the drawing (design.md 7.3).
constexpr int gutter = 112;
constexpr int rightMargin = 30;
constexpr int compactBelow = 260;
constexpr int labelGap = 8;
constexpr int pillWidth = 62;
constexpr int pillStep = 24;
constexpr qreal beforeHold = 0.715;

/// Elided inside the quotation marks, so that they still say whose words these are.
QString shortened(const QString& words, const QFontMetricsF& metrics, qreal most)
{
    if (metrics.horizontalAdvance(words) <= most)
        return words;
    const QChar end{0x201D};
    if (!words.endsWith(end))
        return metrics.elidedText(words, Qt::ElideRight, most);
    return metrics.elidedText(words.chopped(1), Qt::ElideRight, most - metrics.horizontalAdvance(end)) + end;
}

class Builder {
public:
    Builder(const TimelineData& data, const Theme& theme, QSizeF size) : m_data{data}, m_theme{theme}, m_size{size} {}

    TimelineLayout build()
    {
        frame();
        placeMarks();
        for (const Lane lane : {Lane::mentalHealth, Lane::substanceUse})
            placeLabels(lane);
        placePills();
        placeTicks();
        return m_out;
    }

private:
    qreal px(qreal drawn) const { return drawn * m_theme.u(); }
    qreal days(const QDate& date) const { return qreal(m_origin.daysTo(date)); }

    void frame()
    {
        const auto count = static_cast<int>(m_data.bounces.size());
        m_out.firstDrawn = qMax(0, count - mostMarks);
        m_out.earlier = m_out.firstDrawn;
        m_origin = m_out.earlier > 0 ? m_data.bounces[m_out.firstDrawn - 1].refused : m_data.firstReferral;
        m_out.held = m_data.heldFrom.has_value() && *m_data.heldFrom >= m_origin;
        m_out.compact = m_size.height() < px(compactBelow);
        m_out.mental = px(m_out.compact ? 40 : 84);
        m_out.substance = m_size.height() - px(m_out.compact ? 78 : 100);
        m_out.axis = m_size.height() - px(26);
        m_out.left = px(gutter);
        const qreal room = m_size.width() - px(gutter + rightMargin);
        const qreal end = qMax(1.0, days(m_data.today));
        m_holdDay = m_out.held ? days(*m_data.heldFrom) : end;
        const qreal share = !m_out.held ? 1 : m_holdDay < 1 ? 0.15 : beforeHold;
        m_before = share * room / qMax(1.0, m_holdDay);
        m_after = (1 - share) * room / qMax(1.0, end - m_holdDay);
        m_out.hold = m_out.left + share * room;
        m_out.today = m_out.left + room;
        m_out.start = {m_out.left,
                       m_out.rail(m_out.earlier > 0 ? m_data.bounces[m_out.firstDrawn - 1].lane : m_data.firstLane)};
    }

    qreal xOf(const QDate& date) const
    {
        const qreal day = qMax(0.0, days(date));
        if (!m_out.held || day <= m_holdDay)
            return m_out.left + qMin(day, m_holdDay) * m_before;
        return qMin(m_out.today, m_out.hold + (day - m_holdDay) * m_after);
    }

    void placeMarks()
    {
        QPointF from = m_out.start;
        const QLocale locale;
        for (int i = m_out.firstDrawn; i < m_data.bounces.size(); ++i) {
            const TimelineBounce& bounce = m_data.bounces[i];
            TimelineLayout::Mark mark;
            mark.index = i;
            mark.lane = bounce.lane;
            mark.afterHold = m_out.held && bounce.refused > *m_data.heldFrom;
            const qreal offset = bounce.lane == Lane::mentalHealth ? -px(21) : px(21);
            mark.at = {xOf(bounce.refused), mark.afterHold ? m_out.middle() + offset : m_out.rail(bounce.lane)};
            mark.from = from;
            mark.words = bounce.words.isEmpty() ? bounce.reason : QChar{0x201C} + bounce.words + QChar{0x201D};
            mark.service =
                QStringLiteral("%1, %2").arg(bounce.service, locale.toString(bounce.refused, QStringLiteral("d MMM")));
            mark.lost =
                bounce.daysLost == 1 ? BounceTimeline::tr("1 day") : BounceTimeline::tr("%1 days").arg(bounce.daysLost);
            from = mark.at;
            m_out.marks.append(mark);
        }
    }

    /// The earlier label keeps its place; a later one that would touch it drops to the line next to the rail, then to
    /// its number.
    void placeLabels(Lane lane)
    {
        const QFontMetricsF strong{m_theme.font(Type::small, 600)};
        const QFontMetricsF plain{m_theme.font(Type::small)};
        const qreal most = px(m_out.compact ? 150 : 196);
        qreal outerEnd = -1e9;  // where the line of words ends, and the line next to the rail
        qreal innerEnd = -1e9;
        const auto centre = [&](qreal x, qreal width) {
            return qBound(m_out.left + width / 2, x, qMax(m_out.left + width / 2, m_size.width() - 4 - width / 2));
        };
        for (TimelineLayout::Mark& mark : m_out.marks) {
            if (mark.lane != lane)
                continue;
            mark.words = shortened(mark.words, strong, most);
            const qreal words = strong.horizontalAdvance(mark.words);
            const qreal service = plain.horizontalAdvance(mark.service);
            const qreal gap = px(labelGap);
            mark.labelX = centre(mark.at.x(), qMax(words, service));
            const auto free = [&](qreal end, qreal width) { return mark.labelX - width / 2 >= end + gap; };
            if (!m_out.compact && !mark.afterHold && free(outerEnd, words) && free(innerEnd, service)) {
                outerEnd = mark.labelX + words / 2;
                innerEnd = mark.labelX + service / 2;
                continue;
            }
            mark.labelX = centre(mark.at.x(), words);
            if (!mark.afterHold && free(innerEnd, words)) {
                mark.label = TimelineLayout::Label::oneLine;
                innerEnd = mark.labelX + words / 2;
                continue;
            }
            mark.label = TimelineLayout::Label::number;
            mark.words = QString::number(mark.index + 1);
            mark.labelX = mark.at.x();
            innerEnd = qMax(innerEnd, mark.at.x() + strong.horizontalAdvance(mark.words) / 2);
        }
    }

    void placePills()
    {
        QList<QRectF> taken;
        for (TimelineLayout::Mark& mark : m_out.marks) {
            const bool sameRail = qFuzzyCompare(mark.from.y(), mark.at.y());
            const qreal inwards = mark.lane == Lane::mentalHealth ? 1 : -1;
            const qreal y = sameRail ? mark.at.y() + inwards * px(33) : m_out.middle() + px(5);
            const QPointF wanted{(mark.from.x() + mark.at.x()) / 2, y};
            for (const int row : {0, 1, -1}) {
                const QPointF at = wanted + QPointF{0, row * px(pillStep)};
                const QRectF box{at - QPointF(px(pillWidth) / 2, px(11)), QSizeF(px(pillWidth), px(22))};
                const bool hit =
                    std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); });
                const bool inside = at.y() > m_out.mental + px(14) && at.y() < m_out.substance - px(14) &&
                                    box.left() > px(gutter) - px(20);
                if (hit || !inside || mark.afterHold)
                    continue;
                mark.pill = at;
                taken.append(box);
                break;
            }
        }
    }

    void placeTicks()
    {
        const QLocale locale;
        const auto dayMonth = [&](const QDate& date) { return locale.toString(date, QStringLiteral("d MMM")); };
        const qreal apart = px(46);
        const QString first =
            m_out.earlier > 0 ? BounceTimeline::tr("+%1 earlier").arg(m_out.earlier) : dayMonth(m_origin);
        m_out.ticks.append({m_out.left, first, m_out.earlier > 0, true});
        const qreal end = m_out.held ? m_out.hold : m_out.today;
        qreal last = m_out.left + px(24);
        const QDate until = m_out.held ? *m_data.heldFrom : m_data.today;
        for (QDate month = QDate{m_origin.year(), m_origin.month(), 1}.addMonths(1); month < until;
             month = month.addMonths(1)) {
            const qreal x = xOf(month);
            if (x < last + apart || x > end - apart)
                continue;
            m_out.ticks.append({x, monthName(month), false, true});
            last = x;
        }
        if (m_out.held) {
            m_out.ticks.append({m_out.hold, dayMonth(*m_data.heldFrom), true, false});
            const QDate half = m_data.heldFrom->addDays(m_data.heldFrom->daysTo(m_data.today) / 2);
            const QDate month = QDate{half.year(), half.month(), 1}.addMonths(half.day() > 15 ? 1 : 0);
            const qreal x = xOf(month);
            if (x > m_out.hold + apart * 1.2 && x < m_out.today - apart * 1.2)
                m_out.ticks.append({x, monthName(month), false, false});
        }
        if (m_out.today > end - 1 && m_out.today - (m_out.held ? m_out.hold : last) > apart * 0.8)
            m_out.ticks.append({m_out.today, dayMonth(m_data.today), true, false});
    }

    QString monthName(const QDate& month) const
    {
        const bool newYear = month.month() == 1 && month.year() != m_origin.year();
        return QLocale{}.toString(month, newYear ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM"));
    }

    const TimelineData& m_data;
    const Theme& m_theme;
    QSizeF m_size;
    QDate m_origin;
    qreal m_holdDay = 0;
    qreal m_before = 0;
    qreal m_after = 0;
    TimelineLayout m_out;
};

}  // namespace

TimelineLayout layOut(const TimelineData& data, const Theme& theme, QSizeF size)
{
    return Builder{data, theme, size}.build();
}

}  // namespace holdfast::ui
