// The back and forth as a picture or as a table, whichever was looked at last, with its sum in words above.
#pragma once

#include "person/person_view.h"
#include "widgets/cards.h"

namespace holdfast::ui {

class BounceTable;
class RunLabel;
class SegmentedControl;
class SettingsStore;

class TimelineCard final : public Card {
    Q_OBJECT

public:
    TimelineCard(const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    void show(const TimelineData& timeline, const QList<TextRun>& sum, bool joined);
    using QWidget::show;
    /// Narrow windows show the table whatever was chosen; compact leaves the sum out.
    void setNarrow(bool narrow, bool compact);
    BounceTimeline& picture() const { return *m_picture; }

signals:
    void bounceActivated(const QString& id);
    void holdTogetherRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool isTooNarrow() const;
    void choose(int index, bool remember);
    void arrange();

    const Theme& m_theme;
    SettingsStore& m_settings;
    QLabel* m_title;
    RunLabel* m_sum;
    SegmentedControl* m_choice;
    BounceTimeline* m_picture;
    BounceTable* m_table;
    RunLabel* m_legend;
    bool m_wantsTable = false;
    bool m_narrow = false;
};

}  // namespace holdfast::ui
