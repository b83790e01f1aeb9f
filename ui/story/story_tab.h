// What a person has told, once: their own words, what helps, what was promised; who has read it; the passport and handing
// over.
#pragma once

#include "app/handovers.h"
#include "app/story.h"
#include "person/person_tab.h"

class QBoxLayout;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Button;
class Card;
class Desk;
class Theme;

class StoryTab final : public PersonTab {
    Q_OBJECT

public:
    StoryTab(Theme& theme, Desk& desk, QWidget* parent = nullptr);

    QString title() const override;
    void show(const app::CaseFile& file) override;
    using QWidget::show;
    void leave() override;
    void arrange(WindowClass windowClass) override;
    QList<QWidget*> regions() const override;

    const std::optional<app::StoryFile>& file() const { return m_story; }
    void write();
    void openHandover(const HandoverPackId& pack);

signals:
    /// Something of it changed: the line on the overview is another. `held` when a need has another holder.
    void changed(bool held);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void buildButtons(QVBoxLayout& column);
    void reload();
    void render();
    void renderMain();
    void renderSide();
    Card* partCard(StoryPart part);
    Card* promisesCard();
    QWidget* promiseRow(std::size_t at);
    Card* readersCard();
    Card* retellingsCard();
    Card* versionsCard();
    Card* handoversCard();
    void openSheet();
    void confirm();
    void addPromise();
    void settle(std::size_t promise, PromiseState state);
    void keep(const Story& story, const QString& said);
    void undoTo(const Story& before);
    void countRetelling();
    void showVersion(std::size_t earlier);
    void openPassport();
    void handOver();
    void showHandover(const app::HandoverLine& line);
    void arrangeColumns();

    Theme& m_theme;
    Desk& m_desk;
    std::optional<app::CaseFile> m_case;
    std::optional<app::StoryFile> m_story;
    app::HandoverLines m_handovers;
    HandoverPackId m_wanted;  ///< to be opened once it was read
    bool m_writeNext = false;
    int m_generation = 0;
    WindowClass m_class = WindowClass::normal;

    Banner* m_owed = nullptr;
    Banner* m_trouble = nullptr;
    Button* m_write = nullptr;
    Button* m_handOver = nullptr;
    QWidget* m_actions = nullptr;
    QBoxLayout* m_columns = nullptr;
    QWidget* m_main = nullptr;
    QWidget* m_side = nullptr;
    QVBoxLayout* m_mainColumn = nullptr;
    QVBoxLayout* m_sideColumn = nullptr;
};

}  // namespace holdfast::ui
