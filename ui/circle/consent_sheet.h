// Records one answer of the person: what they agree to in their own words, since when, until when, how it was given. The
// ground in law stands beside it, and what counted before stays to be seen.
#pragma once

#include "circle/circle_words.h"
#include "widgets/dialog_sheet.h"

#include <map>

class QCheckBox;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Choice;
class DayEdit;
class Desk;
class FieldBox;
class GrowingText;
class SegmentedControl;

class ConsentSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `carer` when the line is about one.
    ConsentSheet(const Theme& theme, Desk& desk, const Person& person, app::ConsentLine line,
                 const std::optional<app::CarerView>& carer, Date today, QWidget& window);

    /// Its name among what is typed and not finished.
    static std::string draftName(const app::ConsentLine& line);

signals:
    void recorded(const holdfast::ConsentId& consent);

private:
    void addHead(QVBoxLayout& column, const std::optional<app::CarerView>& carer);
    void addTopics(QVBoxLayout& column);
    void addLeaveOut(QVBoxLayout& column);
    void addDays(QVBoxLayout& column);
    void addCapacity(QVBoxLayout& column);
    void answerChanged();
    ConsentDecision decision() const;
    Consent answer() const;
    void save();
    void lookAgain();
    void explain(const Error& error);

    Desk& m_desk;
    Person m_person;
    app::ConsentLine m_line;
    Date m_today;
    CommandId m_command;
    std::vector<ConsentDecision> m_decisions;
    Banner* m_problem;
    SegmentedControl* m_answer = nullptr;
    GrowingText* m_words = nullptr;
    FieldBox* m_wordsBox = nullptr;
    QWidget* m_topicsBox = nullptr;
    QWidget* m_topicsError = nullptr;
    std::map<CarerTopic, SegmentedControl*> m_topics;
    std::map<CarerTopic, QCheckBox*> m_leaveOut;
    DayEdit* m_on = nullptr;
    DayEdit* m_review = nullptr;
    DayEdit* m_ends = nullptr;
    FieldBox* m_onBox = nullptr;
    FieldBox* m_reviewBox = nullptr;
    FieldBox* m_endsBox = nullptr;
    Choice* m_how = nullptr;
    Choice* m_capacity = nullptr;
    GrowingText* m_capacityWords = nullptr;
    FieldBox* m_capacityBox = nullptr;
    Button* m_save = nullptr;
};

}  // namespace holdfast::ui
