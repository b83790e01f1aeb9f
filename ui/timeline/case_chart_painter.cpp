#include "timeline/case_chart_painter.h"

#include "domain/calendar.h"
#include "theme/theme.h"
#include "words/dates.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace holdfast::ui {
namespace {

constexpr qreal gutter = 132;    ///< for the names of the bands
constexpr qreal rightEdge = 72;  ///< for the names of the scores
constexpr qreal axisHeight = 30;
constexpr qreal markRadius = 11;
constexpr qreal apart = 24;  ///< nearer marks of a strand become one

QString tr(const char* text)
{
    return QCoreApplication::translate("CaseChart", text);
}

QString nameOfStrand(Strand strand)
{
    switch (strand) {
    case Strand::mentalHealth: return tr("Mental health");
    case Strand::both: return tr("Both needs");
    case Strand::substanceUse: return tr("Drugs and alcohol");
    case Strand::contact: return tr("Contacts, letters");
    }
    return {};
}

Role roleOfStrand(Strand strand)
{
    switch (strand) {
    case Strand::mentalHealth: return Role::mh;
    case Strand::substanceUse: return Role::da;
    case Strand::both:
    case Strand::contact: return Role::joint;
    }
    return Role::joint;
}

qreal bandY(const QRectF& area, qreal bands, Strand strand)
{
    const auto index = static_cast<qreal>(static_cast<int>(strand));
    return area.top() + bands * (index + 0.5) / static_cast<qreal>(allStrands.size());
}

class ChartPainter {
public:
    ChartPainter(QPainter& painter, const Theme& theme, const CasePicture& picture, const ChartLayout& layout)
        : m_painter{painter}, m_theme{theme}, m_picture{picture}, m_layout{layout}
    {}

    void paint(int current)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintAxis();
        paintBands();
        paintBounceLines();
        if (!m_layout.scores.isEmpty())
            paintScores();
        for (std::size_t i = 0; i < m_layout.groups.size(); ++i)
            paintGroup(m_layout.groups[i], static_cast<int>(i) == current);
    }

private:
    bool isShown(Instant at) const { return at >= m_layout.window.from && at <= m_layout.window.to; }

    void paintAxis()
    {
        const QRectF& area = m_layout.area;
        const QLocale english{QLocale::English, QLocale::UnitedKingdom};
        m_painter.setFont(chartFont(m_theme, Type::small));
        const QDate first = qtDate(londonDate(m_layout.window.from));
        const QDate last = qtDate(londonDate(m_layout.window.to));
        const qint64 days = std::max<qint64>(first.daysTo(last), 1);
        const qreal perDay = area.width() / static_cast<qreal>(days);
        const int months = std::max(1, static_cast<int>(std::ceil(m_theme.px(72) / (perDay * 30.4))));
        const bool byDay = perDay * 7 > m_theme.px(72);
        QDate tick = byDay ? first : QDate{first.year(), first.month(), 1};
        const int step = std::max(1, static_cast<int>(std::ceil(m_theme.px(72) / perDay)));
        int year = 0;
        for (; tick <= last; tick = byDay ? tick.addDays(step) : tick.addMonths(months)) {
            const qreal x = m_layout.x(londonInstant(fromQt(tick), {}));
            if (x < area.left() - 1)
                continue;
            m_painter.setPen(QPen{m_theme.color(Color::line), 1});
            m_painter.drawLine(QPointF{x, area.top()}, QPointF{x, area.bottom()});
            QString label = english.toString(tick, byDay ? QStringLiteral("d MMM") : QStringLiteral("MMM"));
            if (tick.year() != year)
                label += QStringLiteral(" %1").arg(tick.year());
            year = tick.year();
            m_painter.setPen(m_theme.color(Color::ink2));
            m_painter.drawText(QRectF{x + 2, area.bottom() + m_theme.px(6), m_theme.px(90) * 1.0, m_theme.px(20) * 1.0},
                               Qt::AlignLeft | Qt::AlignTop, label);
        }
        m_painter.setPen(QPen{m_theme.color(Color::lineStrong), 1});
        m_painter.drawLine(area.bottomLeft(), area.bottomRight());
    }

    void paintBands()
    {
        const QRectF& area = m_layout.area;
        const qreal bands = m_layout.scores.isEmpty() ? area.height() : m_layout.scores.top() - area.top();
        for (const Strand strand : allStrands) {
            const qreal y = bandY(area, bands, strand);
            const Role role = roleOfStrand(strand);
            const bool quiet = strand == Strand::contact;
            m_painter.setPen(QPen{quiet ? m_theme.color(Color::lineStrong) : m_theme.fill(role),
                                  static_cast<qreal>(m_theme.px(quiet ? 1 : 3))});
            m_painter.drawLine(QPointF{area.left(), y}, QPointF{area.right(), y});
            m_painter.setFont(chartFont(m_theme, Type::dense, 600));
            m_painter.setPen(quiet ? m_theme.color(Color::ink2) : m_theme.text(role));
            m_painter.drawText(QRectF{0, y - m_theme.px(20), area.left() - m_theme.px(12), m_theme.px(40) * 1.0},
                               Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, nameOfStrand(strand));
        }
    }

    void paintBounceLines()
    {
        QPen pen{m_theme.color(Color::bounceLine), 1, Qt::DashLine};
        m_painter.setPen(pen);
        for (const CaseMark& mark : m_picture.marks)
            if (mark.kind == CaseMark::Kind::bounce && isShown(mark.at)) {
                const qreal x = m_layout.x(mark.at);
                m_painter.drawLine(QPointF{x, m_layout.area.top()}, QPointF{x, m_layout.area.bottom()});
            }
    }

    void paintScores()
    {
        const QRectF& plot = m_layout.scores;
        m_painter.setPen(QPen{m_theme.color(Color::line), 1});
        m_painter.drawLine(plot.topLeft(), plot.topRight());
        m_painter.setFont(chartFont(m_theme, Type::dense, 600));
        m_painter.setPen(m_theme.color(Color::ink2));
        m_painter.drawText(QRectF{0, plot.top(), plot.left() - m_theme.px(12), plot.height()},
                           Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                           tr("Scores: how near to the most each can be"));
        int mentalHealth = 0;
        int substanceUse = 0;
        qreal taken = -1e9;  // names at the right edge keep clear of one another
        std::vector<std::pair<qreal, const ScoreSeries*>> ends;
        for (const ScoreSeries& series : m_picture.scores) {
            int& order = series.need == Need::mentalHealth ? mentalHealth : substanceUse;
            paintSeries(series, order++);
            ends.emplace_back(yOf(series, series.points.back().total), &series);
        }
        std::ranges::sort(ends, {}, &std::pair<qreal, const ScoreSeries*>::first);
        for (const auto& [y, series] : ends) {
            const qreal at = std::max(y, taken + m_theme.px(16));
            taken = at;
            m_painter.setPen(m_theme.text(series->need == Need::mentalHealth ? Role::mh : Role::da));
            m_painter.setFont(chartFont(m_theme, Type::small, 600));
            m_painter.drawText(QRectF{plot.right() + m_theme.px(6), at - m_theme.px(10), m_theme.px(rightEdge) * 1.0,
                                      m_theme.px(20) * 1.0},
                               Qt::AlignLeft | Qt::AlignVCenter, series->name);
        }
    }

    qreal yOf(const ScoreSeries& series, int total) const
    {
        const qreal share = static_cast<qreal>(total) / series.maximum;
        const qreal room = m_layout.scores.height() - m_theme.px(24);
        return m_layout.scores.bottom() - m_theme.px(10) - share * room;
    }

    /// Of the same need the second is dashed and the third dotted: never by colour alone.
    void paintSeries(const ScoreSeries& series, int order)
    {
        constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
        const Role role = series.need == Need::mentalHealth ? Role::mh : Role::da;
        QPainterPath path;
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const QPointF at{m_layout.x(series.points[i].at), yOf(series, series.points[i].total)};
            i == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        m_painter.save();
        m_painter.setClipRect(m_layout.scores.adjusted(-m_theme.px(8), 0, m_theme.px(8), 0));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen{m_theme.fill(role), static_cast<qreal>(m_theme.px(2)),
                              styles.at(static_cast<std::size_t>(order) % styles.size())});
        m_painter.drawPath(path);
        m_painter.setFont(chartFont(m_theme, Type::small, 600));
        for (const ScoreSeries::Point& point : series.points) {
            const QPointF at{m_layout.x(point.at), yOf(series, point.total)};
            m_painter.setPen(QPen{m_theme.color(Color::surface), 1.5});
            m_painter.setBrush(m_theme.fill(role));
            m_painter.drawEllipse(at, m_theme.px(4), m_theme.px(4));
            m_painter.setPen(m_theme.text(role));
            const QRectF label = labelBeside(at, series.need);
            m_labels.push_back(label);
            m_painter.drawText(label, Qt::AlignCenter, QString::number(point.total));
        }
        m_painter.restore();
    }

    /// Mental health above its point, the other need below; as far away as it takes to keep clear of the others.
    QRectF labelBeside(const QPointF& at, Need need) const
    {
        const qreal line = m_theme.px(14);
        const qreal step = need == Need::mentalHealth ? -line : line;
        const qreal gap = m_theme.px(5);
        QRectF label{at.x() - m_theme.px(14), step < 0 ? at.y() - gap - line : at.y() + gap, m_theme.px(28) * 1.0,
                     line};
        const auto taken = [&](const QRectF& other) { return other.intersects(label); };
        while (std::ranges::any_of(m_labels, taken))
            label.translate(0, step / 2);
        return label;
    }

    void paintGroup(const MarkGroup& group, bool current)
    {
        const qreal radius = m_theme.px(markRadius);
        const Role role = group.bounced ? Role::bounce : group.joined ? Role::ok : roleOfStrand(group.strand);
        const bool strong = group.bounced || group.joined;
        m_painter.setPen(QPen{strong ? m_theme.fill(role) : m_theme.line(role), 1.5});
        m_painter.setBrush(strong ? m_theme.fill(role) : m_theme.tint(role));
        m_painter.drawEllipse(group.at, radius, radius);
        const QColor ink = strong ? m_theme.color(Color::onFill) : m_theme.text(role);
        if (group.marks.size() == 1) {
            const qreal icon = m_theme.px(14);
            m_theme.paintIcon(m_painter, m_picture.marks[group.marks.front()].icon,
                              QRectF{group.at.x() - icon / 2, group.at.y() - icon / 2, icon, icon}, ink);
        } else {
            m_painter.setFont(chartFont(m_theme, Type::small, 600));
            m_painter.setPen(ink);
            m_painter.drawText(QRectF{group.at.x() - radius, group.at.y() - radius, 2 * radius, 2 * radius},
                               Qt::AlignCenter, QString::number(group.marks.size()));
        }
        if (!current)
            return;
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen{m_theme.color(Color::focus), static_cast<qreal>(m_theme.px(2))});
        m_painter.drawEllipse(group.at, radius + m_theme.px(4), radius + m_theme.px(4));
    }

    QPainter& m_painter;
    const Theme& m_theme;
    const CasePicture& m_picture;
    const ChartLayout& m_layout;
    std::vector<QRectF> m_labels;  ///< of scores, where they are drawn already
};

}  // namespace

QFont chartFont(const Theme& theme, Type type, int weight)
{
    QFont font = theme.font(type, weight);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

qreal ChartLayout::x(Instant at) const
{
    const qreal share = static_cast<qreal>(toMillis(at) - toMillis(window.from)) /
                        static_cast<qreal>(std::max<std::int64_t>(toMillis(window.to) - toMillis(window.from), 1));
    return area.left() + share * area.width();
}

Instant ChartLayout::instantAt(qreal x) const
{
    const qreal share = area.width() <= 0 ? 0 : (x - area.left()) / area.width();
    const auto length = static_cast<qreal>(toMillis(window.to) - toMillis(window.from));
    return window.from + std::chrono::milliseconds{static_cast<std::int64_t>(share * length)};
}

ChartLayout layOutChart(const CasePicture& picture, const TimeWindow& window, const Theme& theme, QSizeF size)
{
    ChartLayout layout;
    layout.window = window;
    const qreal right = picture.scores.empty() ? 24 : rightEdge;
    layout.area = QRectF{theme.px(gutter) * 1.0, theme.px(8) * 1.0, size.width() - theme.px(gutter) - theme.px(right),
                         size.height() - theme.px(axisHeight) - theme.px(8)};
    const qreal bands = picture.scores.empty() ? layout.area.height() : layout.area.height() * 0.6;
    if (!picture.scores.empty())
        layout.scores = layout.area.adjusted(0, bands, 0, 0);
    for (const Strand strand : allStrands) {
        const qreal y = bandY(layout.area, bands, strand);
        MarkGroup* last = nullptr;
        qreal began = 0;
        for (std::size_t i = 0; i < picture.marks.size(); ++i) {
            const CaseMark& mark = picture.marks[i];
            if (mark.strand != strand || mark.at < window.from || mark.at > window.to)
                continue;
            const qreal x = layout.x(mark.at);
            if (last == nullptr || x - began > theme.px(apart)) {
                last = &layout.groups.emplace_back();
                last->at = {x, y};
                last->strand = strand;
                began = x;
            }
            last->marks.push_back(i);
            last->bounced = last->bounced || mark.kind == CaseMark::Kind::bounce;
            last->joined = last->joined || mark.kind == CaseMark::Kind::joined;
        }
    }
    std::ranges::stable_sort(layout.groups, {}, [](const MarkGroup& group) { return group.at.x(); });
    return layout;
}

void paintChart(QPainter& painter, const Theme& theme, const CasePicture& picture, const ChartLayout& layout,
                int current)
{
    ChartPainter{painter, theme, picture, layout}.paint(current);
}

}  // namespace holdfast::ui
