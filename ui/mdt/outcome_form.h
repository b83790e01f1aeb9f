// One person of the meeting: both lanes in short, the question and what the person says, and what is decided. What is
// missing is named before the meeting moves on.
#pragma once

#include "app/cases.h"
#include "mdt/meeting_keeper.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QButtonGroup;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Button;
class Choice;
class DayEdit;
class Desk;
class DraftOffer;
class FieldBox;
class GrowingText;
class KeptLine;
class MeetingActions;
class RunLabel;
class Theme;

struct OutcomeWriting {
    app::CaseFile file;
    app::MeetingDraft draft;
    std::vector<Worker> workers;
    bool bothPresent = false;
    QString reasons;
    bool isLast = false;
};

class OutcomeForm final : public QWidget {
    Q_OBJECT

public:
    OutcomeForm(Theme& theme, Desk& desk, QWidget* parent = nullptr);
    ~OutcomeForm() override;

    void open(const OutcomeWriting& writing);
    void pause();
    void leave();
    bool isOpen() const { return m_keeper != nullptr; }
    const PersonId& person() const { return m_writing.file.person.id; }
    void setBothPresent(bool both);
    MeetingOutcome outcome() const;
    MeetingActions& actions() const { return *m_actions; }
    void save();
    void addAction();

    /// What a talk about somebody begins with.
    static MeetingOutcome firstOutcome(const AgendaItem& item, const QString& name, Date today, const WorkerId& me);

signals:
    void recorded(const holdfast::PersonId& person, bool stands);
    void personRequested(const holdfast::PersonId& person);
    void said(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildTalk(QVBoxLayout& column);
    void buildDecision(QVBoxLayout& column);
    void buildTelling(QVBoxLayout& column);
    void buildFoot(QVBoxLayout& column);
    QWidget* lanes() const;
    void fill(const MeetingOutcome& outcome);
    void startKeeper(const app::MeetingDraft& draft);
    void letGo();
    void askDraft(std::function<void(const Result<app::MeetingDraft>&)> take);
    void take(const app::MeetingDraft& draft);
    void reread();
    void chooseText();
    void typed();
    void decide(int decision);
    void followPresence();
    void addDissent(const Dissent& dissent);
    void showFault(const Error& error);
    bool isComplete();
    void recordNow();
    void failed(const Error& error);

    Theme& m_theme;
    Desk& m_desk;
    OutcomeWriting m_writing;
    std::unique_ptr<MeetingKeeper> m_keeper;
    bool m_filling = false;
    bool m_saving = false;
    CommandId m_command;
    int m_generation = 0;

    QScrollArea* m_scroll = nullptr;
    RunLabel* m_name = nullptr;
    RunLabel* m_why = nullptr;
    KeptLine* m_kept = nullptr;
    DraftOffer* m_offer = nullptr;
    QVBoxLayout* m_lanes = nullptr;
    GrowingText* m_question = nullptr;
    GrowingText* m_view = nullptr;
    FieldBox* m_questionBox = nullptr;
    FieldBox* m_viewBox = nullptr;
    QButtonGroup* m_decision = nullptr;
    QWidget* m_decisions = nullptr;
    RunLabel* m_stands = nullptr;
    Choice* m_lead = nullptr;
    Choice* m_deputy = nullptr;
    DayEdit* m_review = nullptr;
    FieldBox* m_leadBox = nullptr;
    FieldBox* m_deputyBox = nullptr;
    FieldBox* m_reviewBox = nullptr;
    GrowingText* m_plain = nullptr;
    FieldBox* m_plainBox = nullptr;
    MeetingActions* m_actions = nullptr;
    Choice* m_teller = nullptr;
    Choice* m_how = nullptr;
    DayEdit* m_tellBy = nullptr;
    FieldBox* m_tellerBox = nullptr;
    FieldBox* m_howBox = nullptr;
    FieldBox* m_tellByBox = nullptr;
    QVBoxLayout* m_dissents = nullptr;
    struct DissentRow {
        QLineEdit* who;
        GrowingText* words;
        FieldBox* whoBox;
        FieldBox* wordsBox;
    };
    std::vector<DissentRow> m_dissentRows;
    RunLabel* m_fault = nullptr;
    Button* m_save = nullptr;
};

}  // namespace holdfast::ui
