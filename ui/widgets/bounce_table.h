// The table twin of the bounce timeline: the same facts for screen readers, narrow windows and large text.
#pragma once

#include "widgets/bounce_timeline.h"

#include <QTableWidget>

namespace holdfast::ui {

class BounceTable final : public QTableWidget {
    Q_OBJECT

public:
    explicit BounceTable(const Theme& theme, QWidget* parent = nullptr);

    void setData(const TimelineData& data);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void bounceActivated(const QString& id);

private:
    void fill();
    void put(int row, int column, const QString& text, const QString& icon = {}, std::optional<Color> tone = {},
             bool bold = false);

    const Theme& m_theme;
    TimelineData m_data;
};

}  // namespace holdfast::ui
