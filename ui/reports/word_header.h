// Column heads for narrow columns of names: whole words on as many lines as they need, never cut at both ends.
#pragma once

#include <QHeaderView>

namespace holdfast::ui {

class Theme;

class WordHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit WordHeader(const Theme& theme, QWidget* parent = nullptr);

    /// The lines a name takes at that width: words stay whole, and one that cannot fit ends in an ellipsis.
    static QStringList linesOf(const QString& name, const QFontMetricsF& metrics, qreal width);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString name(int section) const;

    const Theme& m_theme;
    int m_lines = 0;  ///< of the tallest name, at the widths the sections had last
};

}  // namespace holdfast::ui
