// The timeline with its buttons, and the words of the mark that has the focus below it.
#pragma once

#include "timeline/case_chart.h"

#include <functional>

class QLabel;

namespace holdfast::ui {

class Button;
class Desk;
class EmptyState;
class RunLabel;

class TimelinePane final : public QWidget {
    Q_OBJECT

public:
    TimelinePane(const Theme& theme, Desk& desk, QWidget* parent = nullptr);

    void show(const CaseLens& lens);
    using QWidget::show;
    CaseChart& chart() const { return *m_chart; }

signals:
    void eventActivated(const holdfast::EventId& event);
    void done(const QString& message, std::function<void()> undo = {});
    void failed(const QString& message);

private:
    QWidget* buildHead();
    void explain();
    void follow();
    void print(bool toFile);

    const Theme& m_theme;
    Desk& m_desk;
    PersonId m_person;
    QString m_heading;  ///< on paper
    Button* m_nearer;
    Button* m_further;
    Button* m_whole;
    Button* m_print;
    Button* m_save;
    RunLabel* m_sum;
    CaseChart* m_chart;
    QLabel* m_words;
    EmptyState* m_empty;
};

}  // namespace holdfast::ui
