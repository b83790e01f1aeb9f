// Every kind of sharing in one list: how it stands, on what ground, in the person's words, when to ask again; what was said
// before opens under it.
#pragma once

#include "circle/circle_words.h"
#include "widgets/cards.h"

#include <set>

class QVBoxLayout;

namespace holdfast::ui {

class ConsentCard final : public Card {
    Q_OBJECT

public:
    ConsentCard(const Theme& theme, const Circle& circle, const std::set<std::size_t>& opened, bool mayRecord,
                QWidget* parent = nullptr);

signals:
    void answerRequested(std::size_t line);
    void earlierToggled(std::size_t line);
    void wrongRequested(const holdfast::ConsentId& consent);

private:
    void addLine(QVBoxLayout& column, std::size_t index, bool open, bool mayRecord);
    void addEarlier(QVBoxLayout& column, const app::ConsentLine& line, bool mayRecord);
    void addExceptions(QVBoxLayout& column);
    QString nameOf(const app::ConsentLine& line) const;
    QString workerName(const WorkerId& id) const;

    const Theme& m_theme;
    const Circle& m_circle;
};

}  // namespace holdfast::ui
