// Whose assessment this is, the way back, and the jump list.
#pragma once

#include "domain/person.h"

#include <QFrame>

class QBoxLayout;

namespace holdfast::ui {

class Button;
class ElidedLabel;
class JumpList;
class KeptLine;
class Theme;

class AssessmentHeader final : public QFrame {
    Q_OBJECT

public:
    explicit AssessmentHeader(const Theme& theme, QWidget* parent = nullptr);

    void setPerson(const Person& person, Date today);
    /// The jump list under the name instead of beside it.
    void setStacked(bool stacked);
    JumpList& jumpList() { return *m_jump; }
    KeptLine& kept() { return *m_kept; }

signals:
    void backAsked();
    void versionsAsked();

private:
    QBoxLayout* m_row;
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    JumpList* m_jump;
    Button* m_back;
    KeptLine* m_kept;
};

/// "999 016 6137", or empty when there is none.
QString nhsNumberWords(const std::string& number);

}  // namespace holdfast::ui
