// What a service sent, shown inside the program: a PDF's pages, a picture, or text as plain text. Saving a copy out is
// a choice of its own.
#pragma once

#include "app/documents.h"
#include "widgets/dialog_sheet.h"

namespace holdfast::ui {

class Desk;

class PaperSheet final : public DialogSheet {
    Q_OBJECT

public:
    PaperSheet(Theme& theme, Desk& desk, const app::Paper& paper, QWidget& window);

    /// False when the bytes are of a known type and yet cannot be drawn.
    bool isShown() const { return m_shown; }

signals:
    void said(const QString& message);
    void failed(const QString& message);

private:
    QWidget* viewOf(const Theme& theme, const app::Paper& paper);
    void takeOut();
    void takeOutFor(const Recipient& to);

    Desk& m_desk;
    KeptDocument m_about;
    bool m_shown = true;
};

}  // namespace holdfast::ui
