// The joint assessment as it is seen: header with the jump list, the form, the route panel. Loads and saves nothing.
#pragma once

#include "assessment/form_section.h"
#include "assessment/route_choice.h"
#include "domain/instrument.h"
#include "domain/person.h"

#include <QWidget>

#include <array>
#include <vector>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace holdfast::ui {

class AssessmentHeader;
class Banner;
class Button;
class JumpList;
class KeptLine;
class NeedColumn;
class RoutePanel;
class SafetySection;

class AssessmentView final : public QWidget {
    Q_OBJECT

public:
    AssessmentView(const Theme& theme, const InstrumentSet& instruments, Date today, QWidget* parent = nullptr);
    ~AssessmentView() override;

    void setPerson(const Person& person, Date today);
    /// Shows the form without emitting changed().
    void setForm(const record::AssessmentForm& form);
    /// What is on the screen now.
    record::AssessmentForm form() const;
    QString personName() const { return m_name; }

    /// From record::missingAnswers(). Sections somebody has worked on show theirs; after an attempt to sign all do.
    void setMissing(const std::vector<std::string>& missing);
    void showEveryMissing();
    /// Moves to the first missing answer; false when there is none.
    bool goToFirstMissing();
    void jumpTo(int step);

    RoutePanel& route() { return *m_route; }
    Button& footPrimary() { return *m_footPrimary; }
    JumpList& jumpList() { return *m_jump; }
    KeptLine& kept();
    /// One line above the form with up to two ways on; empty text takes it away.
    void setNotice(const QString& strong, const QString& rest = {}, const QString& first = {},
                   const QString& second = {}, const QString& third = {});
    QWidget* formArea() const;
    QWidget* firstField() const;

signals:
    void changed();
    void backAsked();
    void versionsAsked();
    void noticeFirst();
    void noticeSecond();
    void noticeThird();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildForm(const InstrumentSet& instruments, Date today);
    void buildNotice(QBoxLayout& column);
    void buildFootBar(QBoxLayout& column);
    void addSection(FormSection* section);
    void arrange();
    void focusMoved(QWidget* now);
    void sectionChanged(FormSection& section);
    void refreshJumpList();
    bool isStarted(const FormSection& section) const;
    FormSection* sectionWith(const QString& field) const;
    void scrollTo(QWidget& widget);

    const Theme& m_theme;
    QString m_name;
    record::AssessmentForm m_form;
    QStringList m_missing;
    std::array<bool, stepCount> m_visited{};
    bool m_everyMissing = false;
    bool m_thoughtsDue = false;  ///< a form's item about harm is above 0
    bool m_stacked = false;
    Step m_now = Step::whatMatters;

    AssessmentHeader* m_header = nullptr;
    JumpList* m_jump = nullptr;
    QWidget* m_noticeBar = nullptr;
    Banner* m_notice = nullptr;
    Button* m_noticeFirst = nullptr;
    Button* m_noticeSecond = nullptr;
    Button* m_noticeThird = nullptr;
    QBoxLayout* m_bodyRow = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_formBody = nullptr;
    QBoxLayout* m_formColumn = nullptr;
    QBoxLayout* m_two = nullptr;
    std::vector<FormSection*> m_sections;
    std::array<NeedColumn*, 2> m_needs{};
    SafetySection* m_safety = nullptr;
    RoutePanel* m_route = nullptr;
    QWidget* m_footBar = nullptr;
    QLabel* m_footTitle = nullptr;
    Button* m_footPrimary = nullptr;
};

}  // namespace holdfast::ui
