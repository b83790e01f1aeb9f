// Consent and carers: what the person shares with whom and on what ground, who cares for them, what each carer may be
// told, and what they rang about.
#pragma once

#include "circle/circle_words.h"
#include "person/person_tab.h"

#include <set>

class QScrollArea;
class QVBoxLayout;

namespace holdfast::letters {
struct Request;
}

namespace holdfast::ui {

class Desk;
class DialogSheet;
class Theme;

class CircleTab final : public PersonTab {
    Q_OBJECT

public:
    CircleTab(Theme& theme, Desk& desk, QWidget* parent = nullptr);
    ~CircleTab() override;

    QString title() const override;
    void show(const app::CaseFile& file) override;
    using QWidget::show;
    void leave() override;
    void arrange(WindowClass windowClass) override;
    QList<QWidget*> regions() const override;

    const Circle& circle() const { return m_circle; }
    bool isLoaded() const { return m_loaded; }

    /// Whoever rang; without a carer on record, the sheet for a new one.
    void logCall(const CarerId& carer = {});
    void addCarer();
    void recordConsent(std::size_t line);
    /// The sheet of that name among what was typed and not finished, once the tab has read.
    void openKept(const std::string& sheet);

signals:
    void loaded();  ///< what stands in the head of the page may be another now
    void letterRequested(const holdfast::letters::Request& request);
    void noteActivated(const holdfast::NoteId& note);

private:
    void reload();
    void render();
    void addCarers(QVBoxLayout& column);
    void addConsents(QVBoxLayout& column);
    const app::CarerView* carer(const CarerId& id) const;
    void editCarer(const CarerId& id);
    void openConsent(const app::ConsentLine& line);
    void enterInError(const ConsentId& consent);
    void openOutside();
    void undoConsent(const ConsentId& consent);
    void undoCall(const CarerCallId& call);
    void setCalledBack(const CarerCallId& call, bool done);
    void open(DialogSheet& sheet, const std::string& draft);

    Theme& m_theme;
    Desk& m_desk;
    std::optional<app::CaseFile> m_file;
    Circle m_circle;
    bool m_loaded = false;
    bool m_allCalls = false;
    int m_generation = 0;
    std::set<std::size_t> m_opened;
    std::string m_kept;  ///< a sheet to open as soon as everything is there
    WindowClass m_class = WindowClass::normal;
    QScrollArea* m_scroll;
};

}  // namespace holdfast::ui
