// The search of the top bar: asks as somebody types, one question at a time, shows what was found under the box, and
// opens what is chosen.
#pragma once

#include "app/find.h"
#include "find/find_rows.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QLineEdit;

namespace holdfast::ui {

class Desk;
class FindPanel;
class Theme;

class FindBox final : public QObject {
    Q_OBJECT

public:
    /// `window` is what the panel lies over; `commands` tells what can be done now.
    FindBox(const Theme& theme, Desk& desk, QLineEdit& box, QWidget& window, std::function<QList<QAction*>()> commands,
            QObject* parent = nullptr);

    /// Ctrl+K: the box takes the keys and the panel opens.
    void open();
    void shut();
    /// Another worker is at the screen: nothing that was found for the one before stays.
    void forget();
    FindPanel& panel() const;

signals:
    void personChosen(const holdfast::PersonId& person);
    void everybodyRequested(const QString& text);  ///< the list of people with this text
    void noteChosen(const holdfast::PersonId& person, const holdfast::NoteId& note);
    void letterChosen(const holdfast::PersonId& person, const holdfast::DocumentId& document);
    void eventChosen(const holdfast::PersonId& person, const holdfast::EventId& event);
    void serviceChosen(const holdfast::ServiceId& service);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool pressed(int key);
    void typed();
    void ask();
    void take(const app::FindQuery& query, const Result<app::FindAnswer>& answer);
    void render(bool keep);
    void more(FindRow::Group group);
    void activate();
    void openRow(const FindRow& row);
    void loadAuthors();
    void place();
    void followFocus(QWidget* before, QWidget* now);
    app::FindQuery query() const;

    const Theme& m_theme;
    Desk& m_desk;
    QLineEdit& m_box;
    QWidget& m_window;
    std::function<QList<QAction*>()> m_commands;
    QPointer<FindPanel> m_panel;  ///< the window's; its last events come when the panel has gone
    QPointer<QWidget> m_before;   ///< had the focus when the box was opened
    QTimer m_pause;
    app::FindAnswer m_answer;
    app::FindQuery m_answered;  ///< the question that it answers
    FindShown m_shown;
    int m_session = 0;       ///< up by one with each forget()
    bool m_asking = false;   ///< one question is on its way
    bool m_again = false;    ///< something else was typed meanwhile
    bool m_goThere = false;  ///< Enter was pressed before the answer came
    bool m_hasAuthors = false;
};

}  // namespace holdfast::ui
