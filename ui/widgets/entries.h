// Editors that behave in a long scrolling form: text that grows, choices the wheel cannot change by accident, days.
#pragma once

#include "base/time.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <optional>

namespace holdfast::ui {

class Theme;

/// Plain text that grows with what is written, up to a number of lines. Tab leaves it.
class GrowingText final : public QPlainTextEdit {
    Q_OBJECT

public:
    GrowingText(const Theme& theme, const QString& name, int fewestLines, int mostLines, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Sets the text without moving the cursor of somebody who is typing the same.
    void setTextQuietly(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int heightFor(qreal lines) const;
    void fit();

    const Theme& m_theme;
    int m_fewest;
    int m_most;
};

/// A drop-down that the mouse wheel does not change while the form scrolls under it.
class Choice final : public QComboBox {
    Q_OBJECT

public:
    explicit Choice(const QString& name, QWidget* parent = nullptr);
    void addChoice(const QString& words, const QVariant& value);
    /// Chooses by value without emitting; an unknown value chooses nothing.
    void setValueQuietly(const QVariant& value);
    QVariant value() const { return currentData(); }

protected:
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

/// A day typed as people write it, or picked from a calendar. Empty is an answer.
class DayEdit final : public QLineEdit {
    Q_OBJECT

public:
    /// `today` is where the calendar opens.
    DayEdit(const Theme& theme, const QString& name, Date today, QWidget* parent = nullptr);

    std::optional<Date> day() const;
    bool isReadable() const;  ///< empty, or a day that exists
    void setDayQuietly(const std::optional<Date>& day);

private:
    void pick();

    Date m_today;
};

}  // namespace holdfast::ui
