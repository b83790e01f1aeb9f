#include "theme/theme.h"
#include "widgets/clasp.h"
#include "widgets/lane_card.h"

#include <QEvent>

namespace holdfast::ui {
namespace {

constexpr int bandOverlap = 11;  // how far the band reaches over the lanes, in drawn pixels
constexpr int bandHeight = 130;

int heightFor(const QWidget& lane, int width)
{
    return lane.hasHeightForWidth() ? lane.heightForWidth(width) : lane.sizeHint().height();
}

}  // namespace

LanesRow::LanesRow(const Theme& theme, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_mentalHealth{new LaneCard{theme, Lane::mentalHealth, this}},
      m_clasp{new Clasp{theme, this}},
      m_substanceUse{new LaneCard{theme, Lane::substanceUse, this}}
{
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setTabOrder(m_mentalHealth, m_clasp);
    setTabOrder(m_clasp, m_substanceUse);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        arrange();
    });
}

LaneCard& LanesRow::lane(Lane lane) const
{
    return lane == Lane::mentalHealth ? *m_mentalHealth : *m_substanceUse;
}

void LanesRow::setStacked(bool stacked)
{
    m_stacked = stacked;
    m_clasp->setStacked(stacked);
    updateGeometry();
    arrange();
}

int LanesRow::laneWidth(int width) const
{
    return m_stacked ? width : (width - m_theme.size(Size::claspGap)) / 2;
}

int LanesRow::heightForWidth(int width) const
{
    const int mh = heightFor(*m_mentalHealth, laneWidth(width));
    const int da = heightFor(*m_substanceUse, laneWidth(width));
    if (m_stacked)
        return mh + da + m_theme.px(bandHeight - 2 * bandOverlap);
    return qMax(qMax(mh, da), m_clasp->sizeHint().height());
}

QSize LanesRow::sizeHint() const
{
    const int width = m_stacked ? m_theme.px(560) : m_theme.px(900);
    return {width, heightForWidth(width)};
}

QSize LanesRow::minimumSizeHint() const
{
    const int width = m_stacked ? m_theme.px(360) : m_theme.px(620);
    return {width, heightForWidth(width)};
}

void LanesRow::resizeEvent(QResizeEvent*)
{
    arrange();
}

bool LanesRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void LanesRow::arrange()
{
    const int lane = laneWidth(width());
    if (m_stacked) {
        const int mh = heightFor(*m_mentalHealth, lane);
        const int band = m_theme.px(bandHeight);
        const int overlap = m_theme.px(bandOverlap);
        m_mentalHealth->setGeometry(0, 0, lane, mh);
        m_clasp->setGeometry(0, mh - overlap, width(), band);
        const int below = mh + band - 2 * overlap;
        m_substanceUse->setGeometry(0, below, lane, heightFor(*m_substanceUse, lane));
    } else {
        const int overlap = m_theme.size(Size::laneOverlap);
        m_mentalHealth->setGeometry(0, 0, lane, height());
        m_substanceUse->setGeometry(width() - lane, 0, lane, height());
        m_clasp->setGeometry(lane - overlap, 0, width() - 2 * (lane - overlap), height());
    }
    m_clasp->raise();
}

}  // namespace holdfast::ui
