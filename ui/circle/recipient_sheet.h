// Whom something is for that is taken out of the program, and what stands against it. What the person did not agree to is
// taken out only with a reason that is kept.
#pragma once

#include "circle/outside_reason.h"
#include "widgets/dialog_sheet.h"

class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Choice;
class Desk;

class RecipientSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `verb` is the button: "Print", "Save as a PDF"; `topics` is what of the person is in it.
    RecipientSheet(const Theme& theme, Desk& desk, const PersonId& person, std::vector<CarerTopic> topics,
                   const QString& verb, QWidget& window);

signals:
    void chosen(const holdfast::Recipient& to);

private:
    void load();
    void show(const std::vector<app::RecipientLine>& lines);
    using QWidget::show;
    const app::RecipientLine* line() const;
    void follow();
    void proceed();
    void shareOutside(const app::RecipientLine& line);
    void give(const Recipient& to);

    Desk& m_desk;
    PersonId m_person;
    std::vector<CarerTopic> m_topics;
    QString m_verb;
    CommandId m_command;
    std::vector<app::RecipientLine> m_lines;
    Banner* m_problem;
    Choice* m_with;
    QVBoxLayout* m_stands;  ///< what the person agreed to, as a banner
    QWidget* m_outside;
    OutsideReason m_why;
    bool m_mayAsk = false;  ///< their yes of today is enough
    Button* m_go;
};

}  // namespace holdfast::ui
