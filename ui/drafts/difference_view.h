// Two texts shown as one: what was taken out is struck through, what was put in is underlined. Shape says it as well as
// colour, and the accessible description says it in words.
#pragma once

#include "app/drafts.h"
#include "drafts/marked_pieces.h"

#include <QTextEdit>

namespace holdfast::ui {

class Theme;

class DifferenceView final : public QTextEdit {
    Q_OBJECT

public:
    explicit DifferenceView(const Theme& theme, QWidget* parent = nullptr);

    /// Field by field, what differs; what is the same in both is counted at the end. True when anything differs.
    bool show(const std::vector<app::Passage>& before, const std::vector<app::Passage>& now);
    /// One text as it is.
    void showWhole(const std::vector<app::Passage>& passages);
    using QTextEdit::show;

private:
    void write(const MarkedPiece& piece);
    void heading(const QString& words);
    void quietly(const QString& words);

    const Theme& m_theme;
};

/// "taken out: sleep; put in: rest": the difference for somebody who hears it.
QString spokenDifference(const std::vector<WordPiece>& pieces);

}  // namespace holdfast::ui
