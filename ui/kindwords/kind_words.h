// Words that hurt, in one editor: underlined while typing, with what to write instead. Hovering says it; F7 goes to the
// next one and opens a card over the text, where Enter writes the first suggestion. One step back with Ctrl+Z. Advice
// only: nothing waits for it.
#pragma once

#include "domain/kind_words.h"

#include <QObject>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextEdit>
#include <QTimer>

#include <functional>
#include <memory>
#include <variant>

namespace holdfast::ui {

class KindWordCard;
class Theme;

using Matcher = std::shared_ptr<const KindWordMatcher>;

class KindWords final : public QObject {
    Q_OBJECT

public:
    /// Belongs to the editor.
    KindWords(const Theme& theme, QPlainTextEdit& editor);
    KindWords(const Theme& theme, QTextEdit& editor);
    ~KindWords() override;

    /// Nothing: nothing is underlined.
    void setMatcher(Matcher matcher);
    int count() const { return static_cast<int>(m_marks.size()); }
    /// The text that is underlined, in order.
    QStringList underlined() const;
    /// Opens the card at the next underlined word after the cursor, round and round; false when there is none.
    bool goToNext();
    KindWordCard* card() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Mark {
        int from = 0;  ///< as the document counts
        int length = 0;
        KindHit hit;
    };

    void begin();
    void look();
    void draw();
    void openCard(std::size_t mark);
    void closeCard();
    void write(std::size_t mark, const std::string& instead);
    void describe();
    bool isQuotation(int position) const;
    const Mark* markAt(const QPoint& point) const;

    QAbstractScrollArea& area() const;
    QTextDocument* document() const;
    QTextCursor cursor() const;
    void setCursor(const QTextCursor& cursor);

    const Theme& m_theme;
    std::variant<QPlainTextEdit*, QTextEdit*> m_editor;
    Matcher m_matcher;
    std::vector<Mark> m_marks;
    QByteArray m_text;  ///< as it was when it was looked through
    QTimer m_timer;
    QString m_described;
    QPointer<KindWordCard> m_card;
};

}  // namespace holdfast::ui
