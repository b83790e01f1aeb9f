// Sharing outside what the person agreed, for today and for a reason: by those who may override, or because the person was
// asked and said yes.
#pragma once

#include "circle/circle_words.h"
#include "circle/outside_reason.h"
#include "widgets/dialog_sheet.h"

class QCheckBox;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Choice;
class Desk;

class OutsideSheet final : public DialogSheet {
    Q_OBJECT

public:
    OutsideSheet(const Theme& theme, Desk& desk, const Person& person, const Circle& circle, QWidget& window);

signals:
    void shared(const QString& with);

private:
    void addTopics(QVBoxLayout& column);
    void save();
    void explain(const Error& error);

    Desk& m_desk;
    Person m_person;
    CommandId m_command;
    std::vector<app::ConsentLine> m_lines;
    Banner* m_problem;
    Choice* m_with;
    QWidget* m_topicsError = nullptr;
    std::map<CarerTopic, QCheckBox*> m_topics;
    OutsideReason m_why;
    Button* m_save = nullptr;
};

}  // namespace holdfast::ui
