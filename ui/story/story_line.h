// The story in a sentence or two, where a person is first looked at: their own words, and whether it was read.
#pragma once

#include "app/story.h"
#include "widgets/cards.h"

namespace holdfast::ui {

class Button;
class RunLabel;

class StoryLine final : public Card {
    Q_OBJECT

public:
    explicit StoryLine(const Theme& theme, QWidget* parent = nullptr);

    /// Nothing was told, or may not be seen: it says so, or goes.
    void show(const std::optional<app::StoryBrief>& brief);
    using QWidget::show;

signals:
    void openRequested();

private:
    const Theme& m_theme;
    RunLabel* m_words;
    RunLabel* m_facts;
    Button* m_open;
};

/// "Version 2. Read by 3 of 4 workers so far. Told again once."
QString storyFacts(const app::StoryBrief& brief);

}  // namespace holdfast::ui
