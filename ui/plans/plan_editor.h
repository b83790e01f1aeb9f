// Writing a plan on the person's page. Both services write in the same draft, which is kept as it is typed; once the
// person has said what they think of it, it is agreed and does not change any more.
#pragma once

#include "plans/plan_keeper.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Button;
class Choice;
class DayEdit;
class Desk;
class DraftOffer;
class FieldBox;
class GrowingText;
class KeptLine;
class PlanLinesEdit;
class RunLabel;
class Theme;

/// What the editor needs beside the draft.
struct PlanWriting {
    PersonId person;
    QString calledName;  ///< how the person is called
    app::PlanDraft draft;
    std::optional<Plan> standing;
    std::vector<Worker> workers;
    app::NameBook names;
};

class PlanEditor final : public QWidget {
    Q_OBJECT

public:
    PlanEditor(Theme& theme, Desk& desk, QWidget* parent = nullptr);
    ~PlanEditor() override;

    void open(const PlanWriting& writing);
    /// Saves what is typed now; the draft stays open.
    void pause();
    /// Saves what is typed and lets go of the draft, which stays where it is.
    void leave();
    bool isOpen() const { return m_keeper != nullptr; }
    PlanKind kind() const { return m_writing.draft.content.kind; }
    PlanContent content() const;
    PlanKeeper& keeper() const { return *m_keeper; }
    PlanLinesEdit& lines() const { return *m_lines; }
    void agree();

signals:
    void agreed(holdfast::PlanKind kind);
    void discarded();
    void closed();
    void said(const QString& message);

private:
    void build();
    void buildHead(QVBoxLayout& column);
    void buildEnd(QVBoxLayout& column);
    void buildFoot(QVBoxLayout& column);
    void buildSections();
    void fill(const PlanContent& content);
    void startKeeper(const app::PlanDraft& draft);
    void letGo();
    void askDraft(std::function<void(const Result<app::PlanDraft>&)> take);
    void take(const app::PlanDraft& draft);
    void reread();
    void chooseText();
    void typed();
    void followNeed();
    bool isComplete();
    void showFault(const Error& error);
    void agreeNow();
    void failed(const Error& error);
    void discard();
    void openVersions();
    void showChanges();
    std::string kindOfDraft() const;

    Theme& m_theme;
    Desk& m_desk;
    PlanWriting m_writing;
    std::unique_ptr<PlanKeeper> m_keeper;
    bool m_filling = false;
    bool m_agreeing = false;
    CommandId m_command;  ///< of agreeing; the same when it is tried again
    int m_generation = 0;

    RunLabel* m_title = nullptr;
    KeptLine* m_kept = nullptr;
    Banner* m_trouble = nullptr;
    DraftOffer* m_offer = nullptr;
    QScrollArea* m_scroll = nullptr;
    Choice* m_need = nullptr;
    FieldBox* m_needBox = nullptr;
    QWidget* m_sections = nullptr;
    struct Section {
        std::string code;
        GrowingText* edit = nullptr;
        FieldBox* box = nullptr;
    };
    std::vector<Section> m_answers;
    PlanLinesEdit* m_lines = nullptr;
    DayEdit* m_review = nullptr;
    DayEdit* m_until = nullptr;
    QLineEdit* m_copies = nullptr;
    Choice* m_accord = nullptr;
    GrowingText* m_view = nullptr;
    FieldBox* m_reviewBox = nullptr;
    FieldBox* m_untilBox = nullptr;
    FieldBox* m_copiesBox = nullptr;
    FieldBox* m_accordBox = nullptr;
    FieldBox* m_viewBox = nullptr;
    Button* m_changes = nullptr;
    Button* m_agree = nullptr;
};

}  // namespace holdfast::ui
