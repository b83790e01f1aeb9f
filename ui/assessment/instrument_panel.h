// One scored form: its items as they are entered from the completed paper, the total as it grows, and its band.
#pragma once

#include "domain/instrument.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class RunLabel;
class ScaleRow;
class ScoreBand;
class Tag;
class Theme;

class InstrumentPanel final : public QWidget {
    Q_OBJECT

public:
    InstrumentPanel(const Theme& theme, const Instrument& instrument, QWidget* parent = nullptr);

    const Instrument& instrument() const { return m_instrument; }
    /// Sex decides some cut-offs; not recorded shows both readings.
    void setSex(Sex sex);
    /// Shows the answers without emitting changed().
    void setAnswers(const std::vector<std::optional<int>>& answers);
    /// Exactly as many as the instrument has; the optional item at the end is left off while it is empty.
    /// Empty when nothing was answered.
    std::vector<std::optional<int>> answers() const;
    bool isStarted() const;
    /// A safety item was answered above 0.
    bool safetyItemAnswered() const;

    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    void markMissing(bool mark);
    QWidget* firstStop() const;
    /// "PHQ-9 17 of 27, moderately severe"
    QString summary() const;

signals:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildRows();
    void buildHead(QVBoxLayout& column);
    void rescore();
    InstrumentScore scored() const;
    QString readingWords(const InstrumentScore& score) const;

    const Theme& m_theme;
    const Instrument& m_instrument;
    Sex m_sex = Sex::notRecorded;
    bool m_open = false;
    QWidget* m_head = nullptr;
    QLabel* m_total = nullptr;
    QLabel* m_of = nullptr;
    Tag* m_band = nullptr;
    ScoreBand* m_scale = nullptr;
    QWidget* m_items = nullptr;
    std::vector<ScaleRow*> m_rows;
    QWidget* m_foot = nullptr;
    RunLabel* m_summary = nullptr;
    Button* m_toggle = nullptr;
    Button* m_clear = nullptr;
};

}  // namespace holdfast::ui
