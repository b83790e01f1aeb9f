// One note to read: as it was signed, what was amended beside it, its papers, and what can be done about it.
#pragma once

#include "app/notes.h"

#include <QScrollArea>

class QVBoxLayout;

namespace holdfast::ui {

class Button;
class Theme;

/// What the reader needs beside the note.
struct NoteSight {
    app::NoteView view;
    app::NameBook names;
    std::vector<KeptDocument> papers;  ///< attached to it
    QString link;                      ///< what it belongs to, in words; empty when to nothing
    Instant now;
    bool mayWrite = false;
    bool mayAttach = false;
};

class NoteReader final : public QScrollArea {
    Q_OBJECT

public:
    explicit NoteReader(const Theme& theme, QWidget* parent = nullptr);

    void show(const NoteSight& sight);
    using QWidget::show;
    /// Nothing is chosen, or there is nothing to choose.
    void showNothing(bool anyNotes, bool mayWrite);
    const NoteId& note() const { return m_note; }
    /// Narrow windows show the list or a note.
    void setBackOffered(bool offered);

signals:
    void backRequested();
    void newRequested();
    void amendRequested();
    void pinRequested(bool pinned);
    void readersRequested();
    void attachRequested();
    void printRequested();
    void errorRequested();
    void linkActivated();
    void paperActivated(const QString& document);

private:
    QVBoxLayout* freshPage();
    void addBack(QVBoxLayout& column);
    void addHead(QVBoxLayout& column, const NoteSight& sight);
    void addTexts(QVBoxLayout& column, const NoteSight& sight);
    void addPapers(QVBoxLayout& column, const NoteSight& sight);
    void addActions(QVBoxLayout& column, const NoteSight& sight);
    QWidget* versionCard(const QString& title, const QString& detail, QWidget* text);

    const Theme& m_theme;
    NoteId m_note;
    bool m_backOffered = false;
    QWidget* m_back = nullptr;
};

}  // namespace holdfast::ui
