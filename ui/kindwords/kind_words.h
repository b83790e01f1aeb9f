// Words that hurt, in an editor of many lines: underlined while typing, with what to write instead on hovering, and what a
// screen reader says of them.
#pragma once

#include "kindwords/marked_words.h"

#include <QPlainTextEdit>
#include <QTextEdit>

#include <variant>

namespace holdfast::ui {

class KindWords final : public MarkedWords {
    Q_OBJECT

public:
    /// Belongs to the editor.
    KindWords(const Theme& theme, QPlainTextEdit& editor);
    KindWords(const Theme& theme, QTextEdit& editor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString plainText() const override;
    int selectionEnd() const override;
    QString select(int from, int length) override;
    void replace(int from, int to, const QString& words) override;
    QRect placeIn(const QWidget& ground, const Mark& mark) const override;
    bool isQuotation(int position) const override;
    void marksChanged() override;

    void begin();
    void draw();
    void describe();
    const Mark* markAt(const QPoint& point) const;

    QAbstractScrollArea& area() const;
    QTextDocument* document() const;
    QTextCursor cursor() const;
    void setCursor(const QTextCursor& cursor);

    std::variant<QPlainTextEdit*, QTextEdit*> m_editor;
    QString m_described;
};

}  // namespace holdfast::ui
