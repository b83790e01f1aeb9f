// The right side of Log a reply: what the protocol makes of the answer, who holds the need meanwhile, and what happens
// next on a clock line. All of it comes from the engine.
#pragma once

#include "app/cases.h"
#include "domain/calendar.h"
#include "person/why_view.h"
#include "theme/tokens.h"

#include <QFrame>
#include <QWidget>

class QVBoxLayout;

namespace holdfast::ui {

class Theme;

/// The coloured panel: a title on a fill, and what the protocol says under it.
class VerdictBox final : public QFrame {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { notAllowed, withPlan, accepted };

    VerdictBox(const Theme& theme, Kind kind, const QString& title, QWidget* parent = nullptr);
    QVBoxLayout* body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Kind m_kind;
    QWidget* m_head;
    QVBoxLayout* m_body;
};

class VerdictPanel final : public QWidget {
    Q_OBJECT

public:
    VerdictPanel(const Theme& theme, const WorkingDays& days, QWidget* parent = nullptr);

    void showPrompt(const QString& text);
    /// `name` is what the person likes to be called; `me` is the worker at the screen.
    void showOutcome(const app::RecordOutcome& outcome, const QString& name, const WorkerId& me, Instant now);
    /// The title of the panel on the screen, empty while there is none.
    QString title() const { return m_title; }
    /// The rules behind the verdict on the screen.
    const std::vector<WhyPart>& why() const { return m_why; }

signals:
    void whyRequested();
    void citationWhyRequested(const holdfast::ui::WhyPart& why);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addBox(const engine::Verdict& verdict, const app::NameBook& names, Instant now);
    QWidget* citationRow(const engine::VerdictCitation& citation, const WhyPart& why, Color tone);
    void addNext(const engine::Verdict& verdict, const app::RecordOutcome& outcome, const WorkerId& me, Instant now);
    void addTell(const engine::Verdict& verdict, const QString& name, const app::NameBook& names);
    void addChanges(const app::RecordOutcome& outcome);

    const Theme& m_theme;
    const WorkingDays& m_days;
    QVBoxLayout* m_column;
    QString m_title;
    std::vector<WhyPart> m_why;
};

}  // namespace holdfast::ui
