// Beside a letter: whom it is for, its form, what safe contact asks for, and where it has gone.
#pragma once

#include "app/letters.h"

#include <QScrollArea>

class QVBoxLayout;

namespace holdfast::ui {

class Theme;

/// What the page knows of the letter it shows.
struct LetterSight {
    app::CaseFile file;
    app::LetterDraft draft;  ///< while it is being written
    app::LetterLine line;    ///< when it is final
    bool isFinal = false;
    Letterhead head;
    std::vector<engine::VerdictCitation> quoted;  ///< the guidance in its text

    letters::LetterKind kind() const { return isFinal ? line.kind : draft.draft.request.kind; }
    QString recipient() const;
};

class LetterSide final : public QScrollArea {
    Q_OBJECT

public:
    explicit LetterSide(const Theme& theme, QWidget* parent = nullptr);
    void show(const LetterSight& sight, Instant now, bool mayWrite);
    using QWidget::show;

signals:
    void variantChosen(int variant);
    void remakeRequested();
    void discardRequested();
    void letterheadRequested();
    void citationWhyRequested(const holdfast::engine::VerdictCitation& citation);

private:
    void addForm(QVBoxLayout& column, const LetterSight& sight);
    void addSafeContact(QVBoxLayout& column, const LetterSight& sight);
    void addQuoted(QVBoxLayout& column, const LetterSight& sight);
    void addSent(QVBoxLayout& column, const LetterSight& sight, Instant now);
    void addChanges(QVBoxLayout& column);

    const Theme& m_theme;
};

}  // namespace holdfast::ui
