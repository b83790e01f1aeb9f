// What to write instead of one word, and why, over the text it stands in. Enter writes what is chosen, F7 goes on, Esc
// leaves the word as it is.
#pragma once

#include "widgets/cards.h"

namespace holdfast::ui {

class Button;

class KindWordCard final : public Card {
    Q_OBJECT

public:
    KindWordCard(const Theme& theme, const QString& found, const QStringList& instead, const QString& why,
                 QWidget& over);

    /// Under or over a line of text, inside of what it lies over.
    void placeAt(const QRect& line);
    const QList<Button*>& choices() const { return m_choices; }

signals:
    void chosen(int suggestion);
    void nextRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Theme& m_theme;
    QList<Button*> m_choices;
};

}  // namespace holdfast::ui
