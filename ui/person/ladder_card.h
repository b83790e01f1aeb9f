// The ladder of one challenge, worked from here: what is open, what can be done about it now, and what came of it.
#pragma once

#include "person/ladder_view.h"
#include "widgets/cards.h"

class QVBoxLayout;

namespace holdfast::ui {

class LadderCard final : public Card {
    Q_OBJECT

public:
    /// What the worker at the screen may do with it.
    struct May {
        bool work = false;
        bool handOn = false;
        bool write = false;
    };

    /// `safety` is the follow-up that is due for the person, if one is: it does not wait for the ladder.
    LadderCard(const Theme& theme, const LadderView& view, May may, const QString& safety, QWidget* parent = nullptr);

signals:
    void letterRequested();
    void sentRequested();
    void answerRequested();
    void withdrawRequested();
    void meetingRequested();
    void handOnRequested();
    void safetyRequested();
    void whyRequested();

private:
    void addHead(QVBoxLayout& column, const LadderView& view);
    void addSafety(QVBoxLayout& column, const QString& safety, May may);
    void addRungs(QVBoxLayout& column, const LadderView& view, May may);
    QWidget* actions(const LadderView& view, May may);

    const Theme& m_theme;
};

}  // namespace holdfast::ui
