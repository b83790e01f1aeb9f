// Words that hurt, in a field of one line: a quiet wave under them, what to write instead on hovering, and the card on F7.
// As KindWords does for longer texts.
#pragma once

#include "kindwords/marked_words.h"

class QLineEdit;

namespace holdfast::ui {

class LineWords final : public MarkedWords {
    Q_OBJECT

public:
    /// Belongs to the field.
    LineWords(const Theme& theme, QLineEdit& field);

    /// The advice of a field; nothing for those that get none.
    static LineWords* of(const QWidget& field);
    /// Whether a field may hold words about a person: not one for searching, a day, a time or a passphrase.
    static bool isFor(const QLineEdit& field);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Waves;

    QString plainText() const override;
    int selectionEnd() const override;
    QString select(int from, int length) override;
    void replace(int from, int to, const QString& words) override;
    QRect placeIn(const QWidget& ground, const Mark& mark) const override;
    void marksChanged() override;
    int xOf(int position) const;

    QLineEdit& m_field;
    Waves* m_waves;
};

}  // namespace holdfast::ui
