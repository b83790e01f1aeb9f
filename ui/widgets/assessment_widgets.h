// Scores as they are typed: one item with its answers, the band of the total, and the two-need quadrant.
#pragma once

#include "theme/tokens.h"

#include <QWidget>

#include <array>
#include <optional>

class QButtonGroup;

namespace holdfast::ui {

class Theme;

/// One item of an instrument. Digits answer and move on to the next row; some values may not exist (AUDIT 9: 0, 2, 4).
class ScaleRow final : public QWidget {
    Q_OBJECT

public:
    struct Option {
        int value = 0;
        QString meaning;  ///< tooltip and accessible name: "Several days"
    };

    ScaleRow(const Theme& theme, Lane lane, int number, const QString& topic, const QList<Option>& options,
             QWidget* parent = nullptr);

    std::optional<int> answer() const;
    void setAnswer(std::optional<int> value);  ///< does not emit answered()
    void setMissing(bool missing);
    /// The row that a digit moves on to.
    void setNext(ScaleRow* next) { m_next = next; }
    QString topic() const { return m_topic; }
    QSize sizeHint() const override;

signals:
    void answered(int value);
    void movedPastEnd();  ///< a digit answered the last row

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(int value, bool moveOn);
    void takeFocus();
    void refreshNames();

    const Theme& m_theme;
    Lane m_lane;
    int m_number;
    QString m_topic;
    QList<Option> m_options;
    QButtonGroup* m_group;
    ScaleRow* m_next = nullptr;
    bool m_missing = false;
};

/// Segments at the published cut-offs with a pointer at the score; the band's own word is shown beside it.
class ScoreBand final : public QWidget {
    Q_OBJECT

public:
    struct Band {
        int from = 0;
        QString word;
    };

    ScoreBand(const Theme& theme, Lane lane, QWidget* parent = nullptr);

    void setBands(const QString& instrument, const QList<Band>& bands, int maximum);
    void setScore(std::optional<int> score);
    QString bandWord() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int bandIndex() const;
    void refreshName();

    const Theme& m_theme;
    Lane m_lane;
    QString m_instrument;
    QList<Band> m_bands;
    int m_maximum = 1;
    std::optional<int> m_score;
};

/// Suggests who leads. It never decides whether the person is seen.
class QuadrantPlot final : public QWidget {
    Q_OBJECT

public:
    struct Point {
        qreal mentalHealth = 0;  ///< 0 to 1
        qreal substanceUse = 0;
        qreal uncertainty = 0;  ///< radius of the halo, 0 to 1
    };

    explicit QuadrantPlot(const Theme& theme, QWidget* parent = nullptr);

    void setPoint(std::optional<Point> point, const QString& name);
    /// Top left, top right, bottom left, bottom right; two lines each.
    void setWords(const std::array<QString, 4>& titles, const std::array<QString, 4>& details);
    void setUnknownText(const QString& text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int chosen() const;
    void refreshName();
    void paintCell(QPainter& painter, std::size_t cell, const QRectF& box) const;
    void paintAxes(QPainter& painter, const QRectF& plot) const;
    void paintPoint(QPainter& painter, const QRectF& plot) const;

    const Theme& m_theme;
    std::optional<Point> m_point;
    QString m_name;
    QString m_unknown;
    std::array<QString, 4> m_titles;
    std::array<QString, 4> m_details;
};

}  // namespace holdfast::ui
