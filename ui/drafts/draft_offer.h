// Over an editor: "You were cut off at 10:42:07. What you had typed is here." With what differs, to keep or to discard.
#pragma once

#include "app/drafts.h"

#include <QFrame>

namespace holdfast::ui {

class Banner;
class Button;
class Desk;
class Theme;

class DraftOffer final : public QFrame {
    Q_OBJECT

public:
    DraftOffer(const Theme& theme, Desk& desk, QWidget* parent = nullptr);

    /// Asks whether something of this draft was cut off and shows itself if so.
    void look(const PersonId& person, const std::string& kind);
    void close();
    /// Whoever types on has kept it; an overtaken text still waits.
    void typedOn();
    /// Draws it; asks nothing.
    void offer(const app::Recovered& recovered);

signals:
    /// The draft in the store is another one now: read it again.
    void draftChanged();
    void settled();
    void failed(const QString& words);

private:
    void showDifference();
    void keep();
    void discard();

    const Theme& m_theme;
    Desk& m_desk;
    PersonId m_person;
    std::string m_kind;
    std::optional<app::Recovered> m_recovered;
    int m_generation = 0;
    Banner* m_words;
    Button* m_differs;
    Button* m_keep;
    Button* m_discard;
};

}  // namespace holdfast::ui
