#include "person/overview_tab.h"

#include "notes/note_panel.h"
#include "people/leg_look.h"
#include "person/next_card.h"
#include "person/support_card.h"
#include "person/timeline_card.h"
#include "story/story_line.h"
#include "theme/theme.h"
#include "widgets/page_scroll.h"

#include <QBoxLayout>
#include <QScrollBar>

namespace holdfast::ui {
namespace {

constexpr int fewNext = 2;
constexpr int everything = 1'000;

}  // namespace
OverviewTab::OverviewTab(Theme& theme, Desk& desk, SettingsStore& settings, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_columns{new QBoxLayout{QBoxLayout::LeftToRight, this}},
      m_mainScroll{bareScrollArea()},
      m_sideScroll{bareScrollArea()},
      m_story{new StoryLine{theme}},
      m_lanes{new LanesRow{theme}},
      m_timeline{new TimelineCard{theme, settings}},
      m_notes{new NotePanel{theme, desk, this}}
{
    auto* page = new SqueezedPage;
    m_main = new QVBoxLayout{page};
    m_main->addWidget(m_story);
    m_main->addWidget(m_lanes);
    m_main->addWidget(m_timeline, 1);
    m_mainScroll->setWidget(page);
    auto* side = new SqueezedPage;
    m_side = new QVBoxLayout{side};
    m_sideScroll->setWidget(side);
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
    m_notes->show(lens.file);
    m_next = new NextCard{m_theme, lens, m_allNext || m_class == WindowClass::narrow ? everything : fewNext};
    connect(m_next, &NextCard::allRequested, this, [this] {
        m_allNext = true;
        m_next->showAll();
    });
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

/// What happens next, most urgent first, under it the notes, and what helps while waiting; in one column before the
/// timeline and after it.
void OverviewTab::placeNext()
{
    const bool narrow = m_class == WindowClass::narrow;
    // What is being written there stays: the notes are moved only when the columns change.
    if (QVBoxLayout* column = narrow ? m_main : m_side; column->indexOf(m_notes) < 0) {
        (narrow ? m_side : m_main)->removeWidget(m_notes);
        column->addWidget(m_notes, narrow ? 0 : 1);
        m_notes->show();
    }
    if (!m_next)
        return;
    QVBoxLayout* column = narrow ? m_main : m_side;
    const int at = narrow ? 2 : 0;
    column->insertWidget(at, m_next);
    m_next->show();
    if (m_support) {
        narrow ? column->insertWidget(at + 1, m_support) : column->addWidget(m_support);  // below the notes
        m_support->show();
    }
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
    m_side->setContentsMargins(m_theme.px(16), top, side, top);
    m_side->setSpacing(m_theme.px(small ? 12 : 16));
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
    regions << m_notes;
    return regions;
}

}  // namespace holdfast::ui
