// One row of Today: person, needs, what and why, by when, and its one action. In a narrow window it is a card.
#pragma once

#include "shell/window_class.h"
#include "today/work_view.h"
#include "widgets/cards.h"

class QGridLayout;

namespace holdfast::ui {

class TodayRow final : public WorkRow {
    Q_OBJECT

public:
    TodayRow(const Theme& theme, const WorkView& view, WindowClass windowClass, QWidget* parent = nullptr);

    Button* button() const { return m_button; }

signals:
    void actionRequested();
    void whyRequested();

private:
    QWidget* person(const WorkView& view, bool inOneLine);
    QWidget* sentence(const WorkView& view, bool wraps);
    QWidget* deadline(const WorkView& view, Qt::Alignment side);
    void layInColumns(const WorkView& view, bool wide);
    void layAsCard(const WorkView& view);

    Button* m_button;
    Button* m_why;
};

}  // namespace holdfast::ui
