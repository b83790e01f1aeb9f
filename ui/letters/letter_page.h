// One letter: written as a draft, looked at as pages, made final, and recorded as sent.
#pragma once

#include "letters/letter_keeper.h"
#include "letters/letter_side.h"
#include "shell/page.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace holdfast::ui {

class Banner;
class DraftOffer;
class KeptLine;
class Desk;
class LetterEditor;
class PageHead;
class PaperView;
class SettingsStore;
class Theme;

class LetterPage final : public QWidget, public Page {
    Q_OBJECT

public:
    LetterPage(Desk& desk, Theme& theme, QWidget* parent = nullptr);
    ~LetterPage() override;

    QString id() const override { return QStringLiteral("letter"); }
    QString title() const override { return tr("Letter"); }
    QString icon() const override { return QStringLiteral("letter"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override;
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;
    bool mayLeave() override;
    QString place() const override { return m_place; }
    void goTo(const QString& place) override;

    /// Where a draft or a kept letter is found: goTo() takes it.
    static QString placeOf(const PersonId& person, const std::string& draft);
    static QString placeOf(const PersonId& person, const DocumentId& document);

    /// Draws it; loads nothing.
    void show(const LetterSight& sight, const QByteArray& pdf = {});
    using QWidget::show;
    LetterEditor& editor() const { return *m_editor; }
    LetterKeeper& keeper() { return m_keeper; }
    const LetterSight& sight() const { return *m_sight; }
    /// The pages as they are now: of the draft as typed, or the copy that is kept.
    QByteArray pdf() const;

signals:
    void personRequested(const holdfast::PersonId& person);
    void letterheadRequested();
    void draftSaved();
    /// What was cut off here has been kept or discarded.
    void draftSettled();
    /// Something was done that `undo` takes back.
    void undoable(const QString& said, const std::function<void()>& undo);
    void done(const QString& message);
    void failed(const QString& message);

private:
    void buildActions();
    void buildHead();
    void load();
    void explain(const Error& error);
    void showWhy(const engine::VerdictCitation& citation);
    void showPages(bool pages);
    void followState();
    void sayState();
    void save(const app::LetterDraft& draft, const LetterKeeper::Answer& answer);
    void readTheirs();
    void showBoth();
    void settleConflict(bool mine);
    void leaveDraft();
    void openVersions();
    void reload();
    void connectKeeper();
    std::string kind() const { return "letter:" + m_draft; }
    void remake(letters::Variant variant);
    void discard();
    void makeFinal();
    void keepFinal();
    void recordSent();
    void takeOut(const char* how, const std::function<void()>& then);
    void print();
    void saveCopy();
    void copyAll();

    Desk& m_desk;
    Theme& m_theme;
    QString m_place;
    PersonId m_person;
    std::string m_draft;
    DocumentId m_document;
    std::optional<LetterSight> m_sight;
    QByteArray m_kept;  ///< the bytes of a final letter
    LetterKeeper m_keeper;
    int m_generation = 0;
    bool m_finalising = false;
    CommandId m_command;  ///< of making final; the same when it is tried again

    std::optional<app::LetterDraft> m_theirs;  ///< saved by somebody else while we typed

    QAction* m_look;
    QAction* m_versions;
    QAction* m_print;
    QAction* m_save;
    QAction* m_copy;
    QAction* m_final;
    QAction* m_sent;
    QAction* m_back;
    PageHead* m_head = nullptr;
    Banner* m_trouble;
    DraftOffer* m_offer;
    KeptLine* m_line;
    QStackedWidget* m_stack;
    LetterEditor* m_editor;
    PaperView* m_paper;
    LetterSide* m_side;
};

}  // namespace holdfast::ui
