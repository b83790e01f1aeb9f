// "Earlier versions" of one draft: when, by whom, what has changed since, and putting one of them back.
#pragma once

#include "app/drafts.h"
#include "widgets/dialog_sheet.h"

class QListWidget;

namespace holdfast::ui {

class Desk;
class DifferenceView;
class RunLabel;
class SegmentedControl;

class VersionsSheet final : public DialogSheet {
    Q_OBJECT

public:
    VersionsSheet(const Theme& theme, Desk& desk, const PersonId& person, std::string kind, QWidget& window);

    /// Draws them; asks nothing.
    void show(const std::vector<app::DraftVersion>& versions);
    using DialogSheet::show;
    QListWidget& list() const { return *m_list; }

signals:
    /// Done; `before` is the version that undoes it, 0 when there was none.
    void putBack(qint64 before);

private:
    void load();
    void choose(int row);
    void putChosenBack();

    Desk& m_desk;
    PersonId m_person;
    std::string m_kind;
    std::vector<app::DraftVersion> m_versions;
    QListWidget* m_list;
    SegmentedControl* m_how;
    RunLabel* m_legend;
    DifferenceView* m_view;
    Button* m_putBack;
};

/// The version that was the draft before putBack() becomes it again, and `done` is called.
void undoPutBack(Desk& desk, QObject* receiver, const PersonId& person, const std::string& kind, qint64 before,
                 std::function<void()> done);

}  // namespace holdfast::ui
