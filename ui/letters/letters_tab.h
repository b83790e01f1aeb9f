// The letters of one person: what the case asks for, drafts, what was sent and when, papers of services, and the plain
// status line.
#pragma once

#include "app/letters.h"

#include <QScrollArea>

class QVBoxLayout;

namespace holdfast::ui {

class Theme;

class LettersTab final : public QScrollArea {
    Q_OBJECT

public:
    explicit LettersTab(const Theme& theme, QWidget* parent = nullptr);

    void show(const app::LetterList& list, Instant now, bool mayWrite);
    using QWidget::show;
    static int countOf(const app::LetterList& list) { return static_cast<int>(list.lines.size()); }

signals:
    void offerChosen(const holdfast::letters::Request& request);
    void newLetterRequested();
    void draftActivated(const QString& draft);
    void documentActivated(const QString& document);
    void paperActivated(const QString& document);
    void statusCopied(const QString& text);

private:
    void addStatus(QVBoxLayout& column, const app::LetterList& list);
    void addOffers(QVBoxLayout& column, const app::LetterList& list, Instant now);
    void addLines(QVBoxLayout& column, const app::LetterList& list, Instant now);
    void addPapers(QVBoxLayout& column, const app::LetterList& list, Instant now);

    const Theme& m_theme;
};

}  // namespace holdfast::ui
