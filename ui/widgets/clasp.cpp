#include "widgets/clasp.h"

#include "theme/style.h"
#include "theme/theme.h"
#include "widgets/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace holdfast::ui {
namespace {

using State = ClaspData::State;

// All lengths are of the drawing. The clasp reaches 10 px over the lane at each side, or 11 px above and below.
constexpr int uprightWidth = 200;
constexpr int uprightLeast = 156;
constexpr int bandHeight = 130;
constexpr int textTop = 74;
constexpr qreal linkWidth = 7;
constexpr qreal haloWidth = 11;

Role roleOf(State state)
{
    switch (state) {
    case State::held:
    case State::open: return Role::joint;
    case State::late: return Role::late;
    case State::challenged: return Role::bounce;
    case State::ended: return Role::neutral;
    }
    return Role::joint;
}

QColor groundOf(const Theme& theme, State state)
{
    return state == State::ended ? theme.color(Color::sunken) : theme.tint(roleOf(state));
}

const char* iconOf(State state)
{
    switch (state) {
    case State::late: return "clock";
    case State::challenged: return "bounce";
    case State::held:
    case State::open:
    case State::ended: return "";
    }
    return "";
}

/// Draws the two links of either chain: which lane is dashed, and the weave by halo and redraw.
class Chain {
public:
    Chain(QPainter& painter, const Theme& theme, const ClaspData& data)
        : m_painter{painter}, m_theme{theme}, m_data{data}, m_ground{groundOf(theme, data.state)}
    {}

    void link(Lane lane, QStringView path) const { stroke(path, pen(lane)); }
    void halo(QStringView path) const
    {
        stroke(path, QPen{m_ground, haloWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin});
    }
    bool isDashed(Lane lane) const { return m_data.state == State::open && m_data.openLane == lane; }

    void box(const QRectF& rect, qreal round) const
    {
        QPen edge{m_theme.fill(roleOf(m_data.state)), 2};
        if (m_data.state == State::ended)
            edge.setDashPattern({3, 2});
        m_painter.setPen(edge);
        m_painter.setBrush(m_ground);
        m_painter.drawRoundedRect(rect, round, round);
    }
    void cuff(const QRectF& rect) const
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.fill(roleOf(m_data.state)));
        const qreal round = qMin(rect.width(), rect.height()) / 2;
        m_painter.drawRoundedRect(rect, round, round);
    }
    void pin(QPointF centre) const
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(Color::surface));
        m_painter.drawEllipse(centre, 3, 3);
    }

private:
    QPen pen(Lane lane) const
    {
        QPen pen{m_theme.fill(holdfast::ui::roleOf(lane)), linkWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
        if (isDashed(lane))
            pen.setDashPattern({9 / linkWidth, 5 / linkWidth});
        return pen;
    }
    void stroke(QStringView path, const QPen& pen) const
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(pen);
        m_painter.drawPath(readPathData(path).value_or(QPainterPath{}));
    }

    QPainter& m_painter;
    const Theme& m_theme;
    const ClaspData& m_data;
    QColor m_ground;
};

void paintUprightChain(QPainter& painter, const Theme& theme, const ClaspData& data, qreal height)
{
    const Chain chain{painter, theme, data};
    chain.box({25, 3, 150, height - 6}, 16);
    if (data.state == State::ended) {
        chain.cuff({20, 34, 10, 24});
        chain.cuff({170, 34, 10, 24});
        painter.setOpacity(0.55);
        chain.link(Lane::mentalHealth, u"M55 31H78a15 15 0 0 1 0 30H55a15 15 0 0 1 0-30z");
        chain.link(Lane::substanceUse, u"M122 31H145a15 15 0 0 1 0 30H122a15 15 0 0 1 0-30z");
        painter.setOpacity(1);
        return;
    }
    painter.fillRect(QRectF{0, 40.5, 26, 11}, theme.fill(Role::mh));
    painter.fillRect(QRectF{174, 40.5, 26, 11}, theme.fill(Role::da));
    chain.cuff({20, 34, 10, 24});
    chain.cuff({170, 34, 10, 24});
    chain.link(Lane::mentalHealth, u"M30 46H58");
    chain.link(Lane::substanceUse, u"M170 46H142");
    chain.link(Lane::mentalHealth, u"M73 31H96a15 15 0 0 1 0 30H73a15 15 0 0 1 0-30z");
    chain.halo(u"M104 61a15 15 0 0 1 0-30H127a15 15 0 0 1 15 15");
    chain.link(Lane::substanceUse, u"M104 31H127a15 15 0 0 1 0 30H104a15 15 0 0 1 0-30z");
    if (!chain.isDashed(Lane::mentalHealth)) {
        chain.halo(u"M104 31H96.5a15 15 0 0 1 14.5 15");
        chain.link(Lane::mentalHealth, u"M84 31H96a15 15 0 0 1 15 15.6");
    }
    chain.pin({7, 46});
    chain.pin({193, 46});
}

void paintBandChain(QPainter& painter, const Theme& theme, const ClaspData& data, qreal width)
{
    const Chain chain{painter, theme, data};
    chain.box({17, 10, width - 34, bandHeight - 20.0}, 14);
    painter.translate(16, 0);
    if (data.state == State::ended) {
        painter.setOpacity(0.55);
        chain.link(Lane::mentalHealth, u"M50 32v12a16 16 0 0 0 32 0v-12a16 16 0 0 0 -32 0z");
        chain.link(Lane::substanceUse, u"M50 86v12a16 16 0 0 0 32 0v-12a16 16 0 0 0 -32 0z");
        painter.setOpacity(1);
    } else {
        painter.fillRect(QRectF{61.5, 0, 9, 34}, theme.fill(Role::mh));
        painter.fillRect(QRectF{61.5, 96, 9, 34}, theme.fill(Role::da));
        chain.cuff({54, 6, 24, 10});
        chain.cuff({54, 114, 24, 10});
        chain.link(Lane::mentalHealth, u"M50 42v18a16 16 0 0 0 32 0v-18a16 16 0 0 0 -32 0z");
        chain.halo(u"M50 92v-22a16 16 0 0 1 32 0");
        chain.link(Lane::substanceUse, u"M50 70v18a16 16 0 0 0 32 0v-18a16 16 0 0 0 -32 0z");
        if (!chain.isDashed(Lane::mentalHealth)) {
            chain.halo(u"M82 46v14a16 16 0 0 1 -14 16");
            chain.link(Lane::mentalHealth, u"M82 44v16a16 16 0 0 1 -15 16");
        }
    }
    painter.translate(-16, 0);
}

/// Lines of text one below the other, each wrapped into the width there is.
class Lines {
public:
    Lines(QPainter& painter, const Theme& theme, const QRectF& area, Qt::Alignment alignment)
        : m_painter{painter}, m_theme{theme}, m_area{area}, m_alignment{alignment}, m_y{area.top()}
    {}

    void add(const QString& text, Type type, int weight, const QColor& color, const QString& icon = {})
    {
        if (text.isEmpty())
            return;
        const QFont font = m_theme.font(type, weight);
        const QFontMetricsF metrics{font};
        const qreal lead = icon.isEmpty() ? 0 : m_theme.px(20);
        const QRectF room{m_area.left() + lead, m_y, m_area.width() - lead, m_area.bottom() - m_y};
        const int flags = static_cast<int>(m_alignment) | Qt::AlignTop | Qt::TextWordWrap;
        const QRectF taken = metrics.boundingRect(room, flags, text);
        const qreal lines = qMax(1.0, qRound(taken.height() / metrics.lineSpacing()) * 1.0);
        const qreal step = m_theme.lineHeight(type);
        const qreal y = m_y + (step - metrics.height()) / 2;
        m_painter.setFont(font);
        m_painter.setPen(color);
        if (icon.isEmpty()) {
            m_painter.drawText(QRectF{room.left(), y, room.width(), room.height()}, flags, text);
        } else {
            const qreal words = qMin(metrics.horizontalAdvance(text), room.width());
            const qreal x = m_alignment & Qt::AlignHCenter ? m_area.center().x() - (words + lead) / 2 : m_area.left();
            const qreal side = m_theme.px(16);
            m_theme.paintIcon(m_painter, icon, QRectF{x, m_y + (step - side) / 2, side, side}, color);
            m_painter.drawText(QRectF{x + lead, y, words + 2, room.height()}, Qt::AlignTop | Qt::TextWordWrap, text);
        }
        m_y += lines * step;
    }
    void space(qreal drawn) { m_y += m_theme.px(drawn); }
    void rule()
    {
        space(6);
        const qreal width = m_theme.px(96);
        m_painter.fillRect(QRectF{m_area.center().x() - width / 2, qRound(m_y) + 0.0, width, 1},
                           m_theme.color(Color::jointLine));
        space(6);
    }
    qreal left() const { return m_area.bottom() - m_y; }

private:
    QPainter& m_painter;
    const Theme& m_theme;
    QRectF m_area;
    Qt::Alignment m_alignment;
    qreal m_y;
};

}  // namespace

Clasp::Clasp(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setFocusPolicy(Qt::StrongFocus);
    setProperty(ownFocusProperty, true);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void Clasp::setData(ClaspData data)
{
    m_data = std::move(data);
    QString name = m_data.headline;
    if (!m_data.since.isEmpty())
        name += QLatin1Char{' '} + m_data.since;
    name += QLatin1Char{'.'};
    if (!m_data.accountable.isEmpty() && m_data.state != State::ended)
        name += QLatin1Char{' '} + tr("Accountable now: %1.").arg(m_data.accountable);
    else if (!m_data.accountable.isEmpty())
        name += QLatin1Char{' '} + m_data.accountable + QLatin1Char{'.'};
    if (!m_data.promise.isEmpty())
        name += QLatin1Char{' '} + m_data.promise + QLatin1Char{'.'};
    setAccessibleName(name);
    setToolTip(plainToolTip(m_data.accountable));
    update();
}

void Clasp::setStacked(bool stacked)
{
    m_stacked = stacked;
    updateGeometry();
    update();
}

QSize Clasp::sizeHint() const
{
    return m_stacked ? QSize{m_theme.px(360), m_theme.px(bandHeight)}
                     : QSize{m_theme.px(uprightWidth), m_theme.px(uprightLeast)};
}

void Clasp::paintUpright(QPainter& painter) const
{
    const qreal u = m_theme.u();
    painter.save();
    painter.scale(u, u);
    paintUprightChain(painter, m_theme, m_data, height() / u);
    painter.restore();

    const bool compact = height() < m_theme.px(164);
    const bool ended = m_data.state == State::ended;
    const QColor head = ended ? m_theme.color(Color::ink2) : m_theme.text(roleOf(m_data.state));
    const QColor quiet = m_theme.color(Color::ink2);
    const qreal side = m_theme.px(32);
    Lines lines{painter, m_theme,
                QRectF(side, m_theme.px(textTop), width() - 2 * side, height() - m_theme.px(textTop + 6.0)),
                Qt::AlignHCenter};
    lines.add(m_data.headline, compact ? Type::h3 : Type::h2, 600, head, QLatin1String{iconOf(m_data.state)});
    lines.add(m_data.since, Type::small, 400, quiet);
    if (compact) {
        lines.space(6);
        lines.add(m_data.accountable, Type::small, 600, m_theme.color(Color::ink));
        return;
    }
    lines.rule();
    if (!ended)
        lines.add(tr("Accountable now"), Type::small, 400, quiet);
    lines.add(m_data.accountable, Type::dense, 600, m_theme.color(Color::ink));
    lines.space(5);
    if (lines.left() >= 2 * m_theme.lineHeight(Type::small) - 4)
        lines.add(m_data.promise, Type::small, 400, quiet);
}

void Clasp::paintBand(QPainter& painter) const
{
    const qreal u = m_theme.u();
    painter.save();
    painter.scale(u, u);
    paintBandChain(painter, m_theme, m_data, width() / u);
    painter.restore();

    const bool ended = m_data.state == State::ended;
    const QColor head = ended ? m_theme.color(Color::ink2) : m_theme.text(roleOf(m_data.state));
    const QColor quiet = m_theme.color(Color::ink2);
    const qreal left = m_theme.px(148);
    const qreal right = width() - m_theme.px(38);
    const qreal who = qMax(QFontMetricsF{m_theme.font(Type::dense, 600)}.horizontalAdvance(m_data.accountable),
                           QFontMetricsF{m_theme.font(Type::small)}.horizontalAdvance(tr("Accountable now")));
    const qreal middle = height() / 2.0;
    const qreal half = m_theme.px(30);
    Lines words{painter, m_theme,
                QRectF{left, middle - half, qMax(80.0, right - who - m_theme.px(16) - left), 2 * half + m_theme.px(16)},
                Qt::AlignLeft};
    words.add(m_data.headline, Type::h2, 600, head, QLatin1String{iconOf(m_data.state)});
    words.add(m_data.since, Type::small, 400, quiet);
    words.space(4);
    words.add(m_data.promise, Type::small, 400, quiet);
    Lines lead{painter, m_theme, QRectF{right - who - 2, middle - m_theme.px(18), who + 2, qreal(m_theme.px(60))},
               Qt::AlignRight};
    if (!ended)
        lead.add(tr("Accountable now"), Type::small, 400, quiet);
    lead.add(m_data.accountable, Type::dense, 600, m_theme.color(Color::ink));
}

void Clasp::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_stacked)
        paintBand(painter);
    else
        paintUpright(painter);
    if (!hasFocus())
        return;
    const QRectF box = m_stacked ? QRectF{m_theme.px(16) - 3.0, m_theme.px(9) - 3.0, width() - m_theme.px(32) + 6.0,
                                          m_theme.px(112) + 6.0}
                                 : QRectF{m_theme.px(25) - 4.0, 1, m_theme.px(150) + 8.0, height() - 2.0};
    painter.setPen(QPen{m_theme.color(Color::focus), 2});
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, m_theme.px(18), m_theme.px(18));
}

void Clasp::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit activated();
    else
        QWidget::keyPressEvent(event);
}

void Clasp::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit activated();
}

}  // namespace holdfast::ui
