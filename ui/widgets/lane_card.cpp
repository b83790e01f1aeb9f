#include "widgets/lane_card.h"

#include "theme/style.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

Color toneOf(Role role)
{
    switch (role) {
    case Role::mh: return Color::mh;
    case Role::da: return Color::da;
    case Role::joint: return Color::joint;
    case Role::ok: return Color::ok;
    case Role::wait: return Color::wait;
    case Role::bounce: return Color::bounce;
    case Role::late: return Color::late;
    case Role::neutral: return Color::ink2;
    }
    return Color::ink2;
}

}  // namespace

LaneCard::LaneCard(const Theme& theme, Lane lane, QWidget* parent) : QFrame{parent}, m_theme{theme}
{
    m_data.lane = lane;
    setFocusPolicy(Qt::StrongFocus);
    setProperty(focusRadiusProperty, 10);
    setCursor(Qt::PointingHandCursor);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &Theme::themeChanged, this, &LaneCard::rebuild);
    rebuild();
}

void LaneCard::setData(LaneCardData data)
{
    const Lane lane = m_data.lane;
    m_data = std::move(data);
    m_data.lane = lane;
    rebuild();
}

void LaneCard::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    rebuild();
}

QString LaneCard::title() const
{
    return m_data.lane == Lane::mentalHealth ? tr("Mental health") : tr("Drugs and alcohol");
}

QString LaneCard::state(bool withDay) const
{
    const QString word = m_data.stateText.isEmpty() ? stateLook(m_data.state).text : m_data.stateText;
    return withDay && !m_data.stateDay.isEmpty() ? tr("%1 %2").arg(word, m_data.stateDay) : word;
}

void LaneCard::rebuild()
{
    delete m_body;
    m_body = new QWidget{this};
    auto* column = new QVBoxLayout{m_body};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addHead(*column);
    auto* inner = new QVBoxLayout;
    const bool compact = m_density == Density::compact;
    const int side = m_theme.px(compact ? 14 : 16);
    inner->setContentsMargins(side, m_theme.px(compact ? 10 : 12), side, m_theme.px(compact ? 10 : 12));
    inner->setSpacing(0);
    addHolder(*inner);
    addNext(*inner);
    if (m_density == Density::normal)
        addMeasures(*inner);
    inner->addStretch();
    column->addLayout(inner);
    layout()->addWidget(m_body);

    QString name = tr("%1 lane. %2. Held by %3.").arg(title(), state(true), m_data.holder);
    if (!m_data.calls.isEmpty())
        name += QLatin1Char{' '} + m_data.calls + QLatin1Char{'.'};
    if (!m_data.next.isEmpty())
        name += QLatin1Char{' '} + tr("Next: %1, %2").arg(m_data.next, m_data.nextDetail);
    setAccessibleName(name);
    updateGeometry();
    update();
}

void LaneCard::addHead(QVBoxLayout& column)
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(m_theme.px(40), 0, m_theme.px(m_data.lane == Lane::mentalHealth ? 12 : 13), 0);
    auto* name = strongLabel(title(), Type::dense, toneOf(roleOf(m_data.lane)));
    head->addWidget(name);
    head->addStretch();
    // A narrow head has room for the state, not for its day: that one is in the history and in the name.
    head->addWidget(new Tag{m_theme, stateLook(m_data.state, state(m_density == Density::normal))});
    auto* why = new Button{m_theme, {}, ButtonKind::quiet, QStringLiteral("info"), ButtonSize::small};
    why->setObjectName(QStringLiteral("laneWhy"));
    why->setAccessibleName(tr("Why: %1").arg(title()));
    why->setToolTip(plainToolTip(why->accessibleName()));
    connect(why, &QAbstractButton::clicked, this, &LaneCard::whyRequested);
    head->addWidget(why);
    head->addStrut(m_theme.size(Size::laneHead));
    column.addLayout(head);
}

void LaneCard::addHolder(QVBoxLayout& column)
{
    const bool compact = m_density == Density::compact;
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(8));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    if (!m_data.caption.isEmpty() && !compact)
        words->addWidget(new RunLabel{m_theme, Type::small, {{m_data.caption, Color::ink3}}});
    words->addWidget(new RunLabel{m_theme, compact ? Type::h3 : Type::h2, {{m_data.holder, Color::ink, 600}}});
    if (!m_data.person.isEmpty())
        words->addWidget(new RunLabel{m_theme, compact ? Type::small : Type::dense, {{m_data.person, Color::ink2}}});
    if (!m_data.calls.isEmpty()) {
        auto* calls = new RunLabel{m_theme, Type::small, {{m_data.calls, Color::ink2}}};
        calls->setObjectName(QStringLiteral("laneCalls"));
        words->addWidget(calls);
    }
    row->addLayout(words, 1);
    if (m_data.canRing && !compact) {
        auto* ring = new Button{m_theme, {}, ButtonKind::secondary, QStringLiteral("phone")};
        ring->setObjectName(QStringLiteral("laneRingButton"));
        ring->setAccessibleName(tr("Ring %1").arg(m_data.holder));
        ring->setToolTip(plainToolTip(ring->accessibleName()));
        connect(ring, &QAbstractButton::clicked, this, &LaneCard::ringRequested);
        row->addWidget(ring);
    }
    column.addLayout(row);
}

void LaneCard::addNext(QVBoxLayout& column)
{
    if (m_data.next.isEmpty())
        return;
    const bool compact = m_density == Density::compact;
    column.addSpacing(m_theme.px(compact ? 6 : 8));
    column.addWidget(new Line{m_theme});
    column.addSpacing(m_theme.px(compact ? 6 : 8));
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(10));
    row->addWidget(new IconLabel{m_theme, m_data.nextIcon, toneOf(m_data.nextRole), 18}, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new RunLabel{m_theme, Type::dense, {{m_data.next, Color::ink, 600}}});
    if (!m_data.nextDetail.isEmpty())
        words->addWidget(
            new RunLabel{m_theme, compact ? Type::small : Type::dense, {{m_data.nextDetail, Color::ink2}}});
    row->addLayout(words, 1);
    column.addLayout(row);
}

void LaneCard::addMeasures(QVBoxLayout& column)
{
    if (m_data.measures.isEmpty())
        return;
    column.addSpacing(m_theme.px(8));
    column.addWidget(new Line{m_theme});
    column.addSpacing(m_theme.px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(12));
    for (const LaneCardData::Measure& measure : m_data.measures) {
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new RunLabel{m_theme, Type::small, {{measure.caption, Color::ink3}}});
        words->addWidget(
            new RunLabel{m_theme,
                         Type::dense,
                         {{measure.value, Color::ink, 600}, {QStringLiteral(" ") + measure.detail, Color::ink2}}});
        words->addStretch(1);  // beside a measure of two lines the short one stays at the top
        row->addLayout(words, 1);
    }
    column.addLayout(row);
}

void LaneCard::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Role role = roleOf(m_data.lane);
    const qreal head = m_theme.size(Size::laneHead);
    QPainterPath shape;
    shape.addRoundedRect(crisp(rect()), m_theme.size(Size::radiusCard), m_theme.size(Size::radiusCard));
    painter.fillPath(shape, m_theme.color(Color::surface));
    painter.setClipPath(shape);
    painter.fillRect(QRectF{0, 0, qreal(width()), head}, m_theme.tint(role));
    painter.fillRect(QRectF{0, head, qreal(width()), 1}, m_theme.line(role));
    // The lanes face each other: the spines are on the outer edges.
    const qreal spine = m_theme.px(4);
    painter.fillRect(QRectF{role == Role::mh ? 0 : width() - spine, 0, spine, qreal(height())}, m_theme.fill(role));
    painter.setClipping(false);
    painter.setPen(m_theme.line(role));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    const qreal icon = m_theme.px(18);
    m_theme.paintIcon(painter, role == Role::mh ? u"mh" : u"da",
                      QRectF{qreal(m_theme.px(14)), (head - icon) / 2, icon, icon}, m_theme.text(role));
}

void LaneCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit activated();
    else
        QFrame::keyPressEvent(event);
}

void LaneCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit activated();
}

}  // namespace holdfast::ui
