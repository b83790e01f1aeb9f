// Words that hurt, in a field of one line: a quiet wave under them, what to write instead on hovering, and the card on F7.
// As KindWords does for longer texts.
#pragma once

#include "kindwords/kind_words.h"

class QLineEdit;

namespace holdfast::ui {

class LineWords final : public QObject {
    Q_OBJECT

public:
    /// Belongs to the field.
    LineWords(const Theme& theme, QLineEdit& field);
    ~LineWords() override;

    /// The advice of a field; nothing for those that get none.
    static LineWords* of(const QWidget& field);
    /// Whether a field may hold words about a person: not one for searching, a day, a time or a passphrase.
    static bool isFor(const QLineEdit& field);

    void setMatcher(Matcher matcher);
    int count() const { return static_cast<int>(m_marks.size()); }
    QStringList underlined() const;
    bool goToNext();
    KindWordCard* card() const { return m_card; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Waves;
    struct Mark {
        int from = 0;
        int length = 0;
        KindHit hit;
    };

    void look();
    void openCard(std::size_t mark);
    void closeCard();
    void write(std::size_t mark, const std::string& instead);
    int xOf(int position) const;

    const Theme& m_theme;
    QLineEdit& m_field;
    Waves* m_waves;
    Matcher m_matcher;
    std::vector<Mark> m_marks;
    QByteArray m_text;
    QTimer m_timer;
    QPointer<KindWordCard> m_card;
};

}  // namespace holdfast::ui
