// Plan and safety: the four plans of a person, the one that is chosen to read or to write.
#pragma once

#include "app/plans.h"
#include "person/person_tab.h"

class QButtonGroup;
class QBoxLayout;
class QLayout;
class QStackedWidget;

namespace holdfast::ui {

class Banner;
class Desk;
class PlanEditor;
class PlanReader;
class Theme;

class PlansTab final : public PersonTab {
    Q_OBJECT

public:
    PlansTab(Theme& theme, Desk& desk, QWidget* parent = nullptr);
    ~PlansTab() override;

    QString title() const override;
    void show(const app::CaseFile& file) override;
    using QWidget::show;
    void leave() override;
    void pause() override;
    void arrange(WindowClass windowClass) override;
    QList<QWidget*> regions() const override;

    /// That plan, to read; `write` opens its draft.
    void goTo(PlanKind kind, bool write = false);
    PlanEditor& editor() const { return *m_editor; }
    PlanReader& reader() const { return *m_reader; }

signals:
    /// Something was agreed or marked: what happens next is another.
    void changed();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectParts();
    void reload();
    void render();
    void renderChoices();
    void choose(PlanKind kind);
    void closeEditor();
    void write();
    void open(const app::PlanDraft& draft);
    void mark(const std::string& line, bool done);
    void showChanges(int older, int newer);
    void print(int number, bool toFile, bool large);
    PlanContent firstContent() const;
    std::vector<Plan> versions() const;

    Theme& m_theme;
    Desk& m_desk;
    std::optional<app::CaseFile> m_file;
    std::optional<app::PlanList> m_list;
    PlanKind m_kind = PlanKind::care;
    int m_number = 0;
    bool m_writeNext = false;
    int m_generation = 0;
    WindowClass m_class = WindowClass::normal;

    Banner* m_trouble = nullptr;
    QBoxLayout* m_columns = nullptr;
    QWidget* m_side = nullptr;
    QLayout* m_choices = nullptr;
    QButtonGroup* m_group = nullptr;
    QStackedWidget* m_stack = nullptr;
    PlanReader* m_reader = nullptr;
    PlanEditor* m_editor = nullptr;
};

}  // namespace holdfast::ui
