// Words that hurt, in a field of any kind: found while typing, walked through with F7, and a card on each with what to
// write instead. What differs between kinds of field is below "What a kind of field does". Advice only: nothing waits for it.
#pragma once

#include "domain/kind_words.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

namespace holdfast::ui {

class KindWordCard;
class Theme;

using Matcher = std::shared_ptr<const KindWordMatcher>;

class MarkedWords : public QObject {
    Q_OBJECT

public:
    ~MarkedWords() override;

    /// Nothing: nothing is underlined.
    void setMatcher(Matcher matcher);
    int count() const { return static_cast<int>(m_marks.size()); }
    /// The text that is underlined, in order.
    QStringList underlined() const;
    /// Opens the card at the next underlined word after the cursor, round and round; false when there is none.
    bool goToNext();
    KindWordCard* card() const;

protected:
    struct Mark {
        int from = 0;  ///< as the field counts
        int length = 0;
        KindHit hit;
    };

    MarkedWords(const Theme& theme, QWidget& field);

    const Theme& theme() const { return m_theme; }
    const std::vector<Mark>& marks() const { return m_marks; }
    /// Looks again once typing pauses.
    QTimer& timer() { return m_timer; }
    /// F7: goes there, or says at the field that there is nothing to go to.
    void goToNextOrSay(QWidget& shown);
    void showAdvice(const Mark& mark, const QPoint& at) const;

    // What a kind of field does.
    virtual QString plainText() const = 0;
    virtual int selectionEnd() const = 0;
    /// The text that is selected then.
    virtual QString select(int from, int length) = 0;
    /// As one step that Ctrl+Z takes back.
    virtual void replace(int from, int to, const QString& words) = 0;
    virtual QRect placeIn(const QWidget& ground, const Mark& mark) const = 0;
    virtual bool isQuotation(int) const { return false; }
    /// The marks are other ones.
    virtual void marksChanged() = 0;

private:
    void look();
    void openCard(std::size_t mark);
    void closeCard();
    void write(std::size_t mark, const std::string& instead);

    const Theme& m_theme;
    QWidget& m_field;
    Matcher m_matcher;
    std::vector<Mark> m_marks;
    QByteArray m_text;  ///< as it was when it was looked through
    QTimer m_timer;
    QPointer<KindWordCard> m_card;
};

}  // namespace holdfast::ui
