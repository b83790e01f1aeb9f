// The joint meeting: an agenda that builds itself, one person after the other, and who is there.
#pragma once

#include "app/meetings.h"
#include "shell/page.h"
#include "shell/window_class.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QProgressBar;
class QStackedWidget;

namespace holdfast::ui {

class AgendaPanel;
class AttendancePanel;
class Banner;
class Button;
class Card;
class Desk;
class MeetingTimer;
class OutcomeForm;
class OutcomeView;
class RunLabel;
class Theme;

class MdtPage final : public QWidget, public Page {
    Q_OBJECT

public:
    MdtPage(Theme& theme, Desk& desk, QWidget* parent = nullptr);
    ~MdtPage() override;

    QString id() const override { return QStringLiteral("mdt"); }
    QString title() const override { return tr("MDT"); }
    QString icon() const override { return QStringLiteral("mdt"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override;
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;
    bool mayLeave() override;
    QString place() const override;
    void goTo(const QString& place) override;

    const std::optional<app::MeetingBoard>& board() const { return m_board; }
    OutcomeForm& form() const { return *m_form; }

signals:
    /// The one to the person, about what was decided.
    void letterRequested(const holdfast::PersonId& person, const holdfast::EventId& meeting);
    void countChanged(int people);
    void personRequested(const holdfast::PersonId& person);
    void done(const QString& message);
    void undoable(const QString& message, std::function<void()> undo);
    void failed(const QString& message);
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildActions();
    QWidget* buildHead();
    void connectParts();
    void take(const app::MeetingBoard& board);
    void render();
    void renderHead();
    void renderPerson();
    void arrange();
    bool mayRun() const;
    const app::AgendaLine* lineOf(const PersonId& person) const;
    PersonId firstOpen() const;
    void choose(const PersonId& person);
    void openForm(const PersonId& person);
    void start();
    void change(const std::function<void(Meeting&)>& edit, const QString& said = {});
    void finish(bool finished);
    void afterRecorded(const PersonId& person, bool stands);
    void takeBack(const PersonId& person);
    void addPerson();
    void takeOff(const PersonId& person);
    void putBack(const PersonId& person);
    void addAttendee();
    void setPresence(int attendee, int presence);
    void editDetails();
    void print(const MeetingId& meeting, bool toFile, bool large);

    Theme& m_theme;
    Desk& m_desk;
    std::optional<app::MeetingBoard> m_board;
    PersonId m_person;
    int m_generation = 0;
    int m_opening = 0;
    WindowClass m_class = WindowClass::normal;

    QAction* m_start = nullptr;
    QAction* m_finish = nullptr;
    QAction* m_details = nullptr;
    RunLabel* m_title = nullptr;
    RunLabel* m_when = nullptr;
    RunLabel* m_progressWords = nullptr;
    MeetingTimer* m_timer = nullptr;
    QProgressBar* m_progress = nullptr;
    QWidget* m_head = nullptr;
    QWidget* m_tools = nullptr;
    QBoxLayout* m_headRow = nullptr;
    Button* m_paper = nullptr;
    Button* m_startButton = nullptr;
    Button* m_finishButton = nullptr;
    Button* m_detailsButton = nullptr;
    Banner* m_trouble = nullptr;
    QBoxLayout* m_columns = nullptr;
    QBoxLayout* m_side = nullptr;
    AgendaPanel* m_agenda = nullptr;
    AttendancePanel* m_attendance = nullptr;
    Card* m_middle = nullptr;
    QStackedWidget* m_stack = nullptr;
    OutcomeForm* m_form = nullptr;
    OutcomeView* m_view = nullptr;
};

}  // namespace holdfast::ui
