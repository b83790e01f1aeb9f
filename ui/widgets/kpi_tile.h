// One figure, its unit, and whether it is better than before. A hidden number says that it is hidden.
#pragma once

#include "theme/tokens.h"

#include <QFrame>

class QLabel;

namespace holdfast::ui {

class RunLabel;
class IconLabel;
class Theme;

struct KpiData {
    enum class Trend : std::uint8_t { better, worse, level, hidden, joint };

    QString caption;  ///< "Days lost per bounce, median"
    QString value;    ///< "19", "<5"
    QString unit;     ///< "days"
    Trend trend = Trend::level;
    bool up = false;           ///< which way the arrow points
    QString change;            ///< "5 fewer than last quarter"
    QString icon;              ///< instead of the trend's own
    bool highlighted = false;  ///< pine ground
};

class KpiTile final : public QFrame {
    Q_OBJECT

public:
    explicit KpiTile(const Theme& theme, QWidget* parent = nullptr);
    void setData(const KpiData& data);
    /// In the upper right corner: a small button.
    void addAction(QWidget& button);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    RunLabel* m_caption;
    QLabel* m_value;
    QLabel* m_unit;
    RunLabel* m_change;
    IconLabel* m_icon;
    QWidget* m_button = nullptr;
    bool m_highlighted = false;
};

}  // namespace holdfast::ui
