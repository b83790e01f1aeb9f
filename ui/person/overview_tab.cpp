#include "person/overview_tab.h"

#include "people/leg_look.h"
#include "person/next_card.h"
#include "person/support_card.h"
#include "person/timeline_card.h"
#include "story/story_line.h"
#include "theme/theme.h"

#include <QBoxLayout>
#include <QScrollBar>

namespace holdfast::ui {
namespace {

QScrollArea* bareScrollArea()
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

/// A page that may be squeezed down to the least its parts can be drawn in, before it scrolls.
class SqueezedPage final : public QWidget {
public:
    int heightForWidth(int width) const override { return layout()->totalMinimumHeightForWidth(width); }
};

}  // namespace

OverviewTab::OverviewTab(const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_columns{new QBoxLayout{QBoxLayout::LeftToRight, this}},
      m_mainScroll{bareScrollArea()},
      m_sideScroll{bareScrollArea()},
      m_story{new StoryLine{theme}},
      m_lanes{new LanesRow{theme}},
      m_timeline{new TimelineCard{theme, settings}}
{
    auto* page = new SqueezedPage;
    m_main = new QVBoxLayout{page};
    m_main->addWidget(m_story);
    m_main->addWidget(m_lanes);
    m_main->addWidget(m_timeline, 1);
    m_mainScroll->setWidget(page);
    m_columns->setContentsMargins({});
    m_columns->setSpacing(0);
    m_columns->addWidget(m_mainScroll, 1);
    m_columns->addWidget(m_sideScroll);
    for (const Need need : allNeeds) {
        LaneCard& lane = m_lanes->lane(laneOf(need));
        connect(&lane, &LaneCard::activated, this, [this, need] { emit laneActivated(static_cast<int>(need)); });
        connect(&lane, &LaneCard::whyRequested, this, [this, need] { emit whyRequested(whyOfNeed(need)); });
        connect(&lane, &LaneCard::ringRequested, this, [this, need] { emit ringRequested(static_cast<int>(need)); });
    }
    connect(&m_lanes->clasp(), &Clasp::activated, this, &OverviewTab::claspActivated);
    connect(m_timeline, &TimelineCard::bounceActivated, this, &OverviewTab::bounceActivated);
    connect(m_timeline, &TimelineCard::holdTogetherRequested, this, &OverviewTab::holdTogetherRequested);
    arrange(m_class);
}

void OverviewTab::show(const CaseLens& lens, bool mayAssess)
{
    for (const Need need : allNeeds)
        m_lanes->lane(laneOf(need)).setData(laneOf(lens, need));
    m_lanes->clasp().setData(claspOf(lens, m_class == WindowClass::small));
    TimelineData timeline = timelineOf(lens);
    timeline.offerHold = mayAssess && !timeline.heldFrom && lens.file.now.clasp == ClaspState::held &&
                         !(lens.file.now.needs.mentalHealth.leg && lens.file.now.needs.substanceUse.leg);
    m_timeline->show(timeline, timelineSum(lens), lens.file.now.clasp == ClaspState::joined);

    delete m_next;
    m_next = new NextCard{m_theme, lens};
    connect(m_next, &NextCard::actionRequested, this, &OverviewTab::actionRequested);
    connect(m_next, &NextCard::whyRequested, this, &OverviewTab::whyRequested);
    showSupport(lens);
    placeNext();
}

void OverviewTab::showSupport(const CaseLens& lens)
{
    delete m_support;
    m_support = nullptr;
    if (!SupportCard::hasAnything(lens))
        return;
    m_support = new SupportCard{m_theme, lens};
    connect(m_support, &SupportCard::checkInRequested, this,
            [this](int scope) { emit actionRequested(QStringLiteral("check_in"), scope, {}); });
}

void OverviewTab::placeNext()
{
    if (!m_next)
        return;
    if (m_class == WindowClass::narrow) {
        m_main->insertWidget(2, m_next);
        m_next->show();
        if (m_support) {
            m_main->insertWidget(3, m_support);
            m_support->show();
        }
        return;
    }
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    const int side = m_theme.size(Size::pagePadding);
    const int top = m_theme.px(m_class == WindowClass::small ? 12 : 16);
    column->setContentsMargins(m_theme.px(16), top, side, top);
    column->setSpacing(m_theme.px(m_class == WindowClass::small ? 12 : 16));
    column->addWidget(m_next);
    if (m_support)
        column->addWidget(m_support);
    column->addStretch();
    if (QWidget* old = m_sideScroll->takeWidget())
        old->deleteLater();
    m_sideScroll->setWidget(box);
    m_next->show();
    if (m_support)
        m_support->show();
}

void OverviewTab::arrange(WindowClass windowClass)
{
    m_class = windowClass;
    const bool narrow = windowClass == WindowClass::narrow;
    const bool small = windowClass == WindowClass::small;
    const int side = narrow ? m_theme.px(16) : m_theme.size(Size::pagePadding);
    const int top = m_theme.px(narrow || small ? 12 : 16);
    m_main->setContentsMargins(side, top, narrow ? side : 0, small ? m_theme.px(8) : top);
    m_main->setSpacing(m_theme.px(narrow || small ? 12 : 16));
    m_lanes->setStacked(narrow);
    for (const Need need : allNeeds)
        m_lanes->lane(laneOf(need)).setDensity(small ? LaneCard::Density::withoutMeasures : LaneCard::Density::normal);
    m_timeline->setNarrow(narrow, small);
    m_timeline->setMaximumHeight(narrow ? QWIDGETSIZE_MAX : m_theme.px(480));
    m_sideScroll->setVisible(!narrow);
    const int drawn = windowClass == WindowClass::wide ? 480 : small ? 320 : 380;
    m_sideScroll->setFixedWidth(m_theme.px(drawn + 16) + side);
    placeNext();
}

QList<QWidget*> OverviewTab::regions() const
{
    QList<QWidget*> regions{&m_lanes->lane(Lane::mentalHealth)};
    if (m_next && m_class != WindowClass::narrow)
        regions << m_next;
    return regions;
}

}  // namespace holdfast::ui
