// Labels. Data is always plain text here: no label in this program ever reads markup from a name or a note.
#pragma once

#include "theme/tokens.h"

#include <QLabel>
#include <QList>

class QLineEdit;

namespace holdfast::ui {

class Theme;

/// A QLabel that never interprets markup; looks come from the stylesheet through its `type`, `tone` and `weight`.
QLabel* plainLabel(const QString& text, Type type = Type::body, Color tone = Color::ink, QWidget* parent = nullptr);
/// As above in semi-bold.
QLabel* strongLabel(const QString& text, Type type = Type::body, Color tone = Color::ink, QWidget* parent = nullptr);
/// Changes the colour of a label made above.
void setTone(QLabel* label, Color tone);

/// Qt guesses whether a tooltip is markup; this makes sure that data never is.
QString plainToolTip(const QString& text);

/// Puts text into an editor with its beginning in view; where it is there already, the cursor stays.
void setLine(QLineEdit& editor, const QString& text);

/// As wide as drawn, at every text size.
void keepWidth(QWidget& widget, const Theme& theme, int drawn);

/// A piece of text in one weight and colour.
struct TextRun {
    QString text;
    Color tone = Color::ink;
    int weight = 400;
};

/// Several runs in one wrapped paragraph, with the line height of the drawing: "**5 bounces** between 4 teams."
/// Word wrap is on unless changed; without it the end is elided and the whole text shown as a tooltip.
class RunLabel : public QLabel {
    Q_OBJECT

public:
    RunLabel(const Theme& theme, Type type, QList<TextRun> runs = {}, QWidget* parent = nullptr);

    void setRuns(QList<TextRun> runs);
    void setText(const QString& text, Color tone = Color::ink, int weight = 400);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Type m_type;
    QList<TextRun> m_runs;
};

/// One line that ends in an ellipsis when there is no room; the whole text is in the tooltip and the accessible name.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text, Type type = Type::body, Color tone = Color::ink,
                         QWidget* parent = nullptr);

    void setText(const QString& text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshToolTip();
};

}  // namespace holdfast::ui
