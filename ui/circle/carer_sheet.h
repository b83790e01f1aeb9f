// A carer as a person of their own: name, safe contact, their own needs and the offer of an assessment; and what they are
// to this person. Somebody who is on record already, caring for another, is found while the name is typed.
#pragma once

#include "circle/circle_words.h"
#include "widgets/dialog_sheet.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Choice;
class ColumnsLayout;
class DayEdit;
class Desk;
class FieldBox;
class GrowingText;

class CarerSheet final : public DialogSheet {
    Q_OBJECT

public:
    CarerSheet(const Theme& theme, Desk& desk, const Person& person, std::optional<app::CarerView> carer, Date today,
               QWidget& window);

signals:
    void saved(const holdfast::app::CarerView& carer, bool isNew);

private:
    void addWho(QVBoxLayout& column);
    void addContact(QVBoxLayout& column);
    void addOwnNeeds(QVBoxLayout& column);
    QLineEdit* addLine(ColumnsLayout& columns, const QString& label, const char* name, const std::string& value,
                       const QString& hint = {}, const char* where = nullptr);
    DayEdit* addDay(ColumnsLayout& columns, const QString& label, const char* where, const std::optional<Date>& value,
                    const QString& hint = {});
    void lookForSame();
    void showFound(const std::vector<app::FoundCarer>& found);
    void take(const Carer& carer);
    void fill(const Carer& carer);
    app::SaveCarerInput input() const;
    void save();
    void lookAgain();
    void explain(const Error& error);

    Desk& m_desk;
    Person m_person;
    Carer m_carer;
    CarerLink m_link;
    Date m_today;
    CommandId m_command;
    bool m_isNew;
    int m_asked = 0;
    Banner* m_problem;
    QWidget* m_found = nullptr;
    std::map<std::string, FieldBox*> m_boxes;  ///< by the field an error names
    QLineEdit* m_name = nullptr;
    QLineEdit* m_liked = nullptr;
    QLineEdit* m_relationship = nullptr;
    DayEdit* m_born = nullptr;
    QLineEdit* m_phone = nullptr;
    QLineEdit* m_email = nullptr;
    QLineEdit* m_preference = nullptr;
    GrowingText* m_address = nullptr;
    QCheckBox* m_mayText = nullptr;
    QCheckBox* m_voicemail = nullptr;
    QCheckBox* m_mayWrite = nullptr;
    QCheckBox* m_discreet = nullptr;
    QCheckBox* m_emergency = nullptr;
    Choice* m_knows = nullptr;
    GrowingText* m_needs = nullptr;
    QLineEdit* m_lookedAfter = nullptr;
    DayEdit* m_since = nullptr;
    DayEdit* m_offered = nullptr;
    Choice* m_answer = nullptr;
    DayEdit* m_answered = nullptr;
    DayEdit* m_ended = nullptr;
    Button* m_save = nullptr;
};

}  // namespace holdfast::ui
