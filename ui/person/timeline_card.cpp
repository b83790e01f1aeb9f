#include "person/timeline_card.h"

#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/bounce_table.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

const QString tableKey = QStringLiteral("person/timelineAsTable");

}  // namespace

TimelineCard::TimelineCard(const Theme& theme, SettingsStore& settings, QWidget* parent)
    : Card{theme, parent},
      m_theme{theme},
      m_settings{settings},
      m_title{strongLabel({}, Type::h2)},
      m_sum{new RunLabel{theme, Type::dense}},
      m_picture{new BounceTimeline{theme}},
      m_table{new BounceTable{theme}},
      m_legend{new RunLabel{theme, Type::small}}
{
    setObjectName(QStringLiteral("timelineCard"));
    m_wantsTable = settings.value(tableKey, false).toBool();
    auto* column = new QVBoxLayout{this};
    const int padding = theme.size(Size::cardPadding);
    column->setContentsMargins(padding, theme.px(12), padding, theme.px(8));
    column->setSpacing(theme.px(8));
    auto* head = new QHBoxLayout;
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_sum);
    head->addLayout(titles, 1);
    m_choice = new SegmentedControl{theme, tr("Show as"), {tr("Picture"), tr("Table")}};
    head->addWidget(m_choice, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_picture, 1);
    column->addWidget(m_table);
    m_legend->setText(tr("Days lost run until the next service was asked, or the hold started."), Color::ink3);
    column->addWidget(m_legend);
    column->addStretch();
    connect(m_choice, &SegmentedControl::chosen, this, [this](int index) { choose(index, true); });
    connect(m_picture, &BounceTimeline::bounceActivated, this, &TimelineCard::bounceActivated);
    connect(m_picture, &BounceTimeline::tableRequested, this, [this] {
        if (!isTooNarrow())
            choose(1, true);  // the key T
    });
    connect(m_picture, &BounceTimeline::holdTogetherRequested, this, &TimelineCard::holdTogetherRequested);
    connect(m_table, &BounceTable::bounceActivated, this, &TimelineCard::bounceActivated);
    arrange();
}

void TimelineCard::show(const TimelineData& timeline, const QList<TextRun>& sum, bool joined)
{
    m_title->setText(joined ? tr("Back and forth before the hold") : tr("Back and forth so far"));
    m_sum->setRuns(sum);
    m_picture->setData(timeline);
    m_table->setData(timeline);
    arrange();
}

void TimelineCard::setNarrow(bool narrow, bool compact)
{
    m_narrow = narrow;
    m_sum->setVisible(!compact || narrow);
    const bool tight = compact && !narrow;
    const int padding = m_theme.size(Size::cardPadding);
    layout()->setContentsMargins(padding, m_theme.px(tight ? 8 : 12), padding, m_theme.px(tight ? 4 : 8));
    layout()->setSpacing(m_theme.px(tight ? 2 : 8));
    arrange();
}

void TimelineCard::choose(int index, bool remember)
{
    m_wantsTable = index == 1;
    if (remember)
        m_settings.setValue(tableKey, m_wantsTable);
    arrange();
}

/// The picture is drawn from 640 wide; below that its table says the same.
bool TimelineCard::isTooNarrow() const
{
    return isVisible() && width() - 2 * m_theme.size(Size::cardPadding) < m_theme.px(640);
}

void TimelineCard::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    arrange();
}

void TimelineCard::arrange()
{
    const bool tooNarrow = m_narrow || isTooNarrow();
    const bool table = tooNarrow || m_wantsTable;
    {
        const QSignalBlocker quiet{m_choice};  // a narrow window is not a choice to remember
        m_choice->setCurrent(table ? 1 : 0);
    }
    m_choice->setVisible(!tooNarrow);
    m_picture->setVisible(!table);
    m_table->setVisible(table);
    m_legend->setVisible(table && !m_picture->data().bounces.isEmpty());
}

}  // namespace holdfast::ui
