// Said while somebody is registered: who is here already and may be the same, and why. They are opened instead, or it is
// said why this is somebody else.
#pragma once

#include "app/people.h"
#include "widgets/cards.h"

namespace holdfast::ui {

class Choice;
class FieldBox;
class Theme;

class AlikeCard final : public Card {
    Q_OBJECT

public:
    explicit AlikeCard(const Theme& theme, QWidget* parent = nullptr);

    /// Hides itself when there is nobody. What was said about the same people stays said.
    void show(const std::vector<app::AlikePerson>& people);
    using Card::show;

    /// Nobody is named, or why this is somebody else was said.
    bool isAnswered() const;
    std::optional<app::NotTheSame> answer() const;
    /// Says that an answer is missing, and goes there.
    void askForAnswer();

signals:
    void openRequested(const holdfast::PersonId& person);
    void answered();

private:
    QWidget* rowOf(const app::AlikePerson& person);

    const Theme& m_theme;
    std::vector<PersonId> m_people;
    QLayout* m_rows;
    Choice* m_why;
    FieldBox* m_whyBox;
};

/// "Same date of birth and a name like theirs"
QString words(app::AlikeWhy why);
QString words(app::NotTheSame why);

}  // namespace holdfast::ui
