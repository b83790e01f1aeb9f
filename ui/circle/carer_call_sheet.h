// A carer's call, logged in seconds: Enter saves "rang, we listened". On screen is what this carer may be told and what
// not, what they said, and a call back that is owed.
#pragma once

#include "circle/circle_words.h"
#include "widgets/dialog_sheet.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Choice;
class DayEdit;
class Desk;
class FieldBox;
class GrowingText;
class SegmentedControl;
class TopicList;

class CarerCallSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `carers` are those who care now, at least one; `first` is chosen when it is among them.
    CarerCallSheet(const Theme& theme, Desk& desk, const Person& person, std::vector<app::CarerView> carers,
                   const CarerId& first, const app::NameBook& workers, Date today, QWidget& window);

signals:
    void logged(const holdfast::CarerCallId& call, const QString& summary);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addHead(QVBoxLayout& column);
    void addWords(QVBoxLayout& column);
    void addCallBack(QVBoxLayout& column, const app::NameBook& workers);
    void addButtons();
    void carerChanged();
    void toldChanged();
    const app::CarerView& carer() const;
    ContactDirection direction() const;
    std::optional<CallBack> owed() const;
    bool isTyping() const;
    bool checkFields();
    void save(ContactOutcome outcome);
    void explain(const Error& error);

    Desk& m_desk;
    Person m_person;
    std::vector<app::CarerView> m_carers;
    Date m_today;
    CommandId m_command;
    bool m_saving = false;
    Banner* m_problem;
    SegmentedControl* m_direction = nullptr;
    Choice* m_who = nullptr;
    class RunLabel* m_contact = nullptr;
    QVBoxLayout* m_topicsPlace = nullptr;
    TopicList* m_topics = nullptr;
    GrowingText* m_said = nullptr;
    QCheckBox* m_confident = nullptr;
    GrowingText* m_told = nullptr;
    QLineEdit* m_agreed = nullptr;
    FieldBox* m_agreedBox = nullptr;
    DayEdit* m_by = nullptr;
    FieldBox* m_byBox = nullptr;
    Choice* m_whom = nullptr;
    QLineEdit* m_about = nullptr;
    Button* m_listened = nullptr;
};

}  // namespace holdfast::ui
