// Handing a person over: the giver goes over what the record knows and signs it, the receiver reads it and agrees.
#pragma once

#include "app/handovers.h"
#include "widgets/dialog_sheet.h"

class QCheckBox;
class QLineEdit;

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Banner;
class Choice;
class Desk;
class FieldBox;
class GrowingText;

/// The giver's side.
class HandoverSheet final : public DialogSheet {
    Q_OBJECT

public:
    HandoverSheet(const Theme& theme, Desk& desk, const app::HandoverBeginning& beginning, QWidget& window);

signals:
    void written(const QString& to);

private:
    void build(const app::HandoverBeginning& beginning);
    FieldBox* addText(QLayout& column, GrowingText*& field, const QString& label, const QString& hint,
                      const std::string& value, const QString& name);
    void sign();
    void explain(const Error& error);

    Desk& m_desk;
    PersonId m_person;
    CommandId m_command;
    Banner* m_trouble = nullptr;
    Choice* m_to = nullptr;
    Choice* m_need = nullptr;
    QCheckBox* m_leaving = nullptr;
    GrowingText* m_matters = nullptr;
    GrowingText* m_promises = nullptr;
    GrowingText* m_tried = nullptr;
    GrowingText* m_ring = nullptr;
    GrowingText* m_story = nullptr;
    QCheckBox* m_agreed = nullptr;
    QLineEdit* m_why = nullptr;
    FieldBox* m_whyBox = nullptr;
    std::vector<std::pair<std::string, FieldBox*>> m_boxes;  ///< by where an error points
};

/// A pack to read, and what the one who reads it can do about it.
class HandoverView final : public DialogSheet {
    Q_OBJECT

public:
    HandoverView(const Theme& theme, Desk& desk, const app::HandoverLine& line, const app::NameBook& names,
                 QWidget& window);

signals:
    void answered(holdfast::HandoverAnswerKind kind);
    void said(const QString& message);
    void failed(const QString& message);

private:
    void build(const app::NameBook& names);
    void addAnswers();
    void answer(HandoverAnswerKind kind);
    void out(bool toFile);

    Desk& m_desk;
    app::HandoverLine m_line;
    CommandId m_command;
    Banner* m_trouble = nullptr;
    QLineEdit* m_reason = nullptr;
    FieldBox* m_reasonBox = nullptr;
    QWidget* m_shell;
};

}  // namespace holdfast::ui
