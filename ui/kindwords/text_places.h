// What an editor of words needs, whatever kind it is: where a byte of the text lies as Qt counts, where a card may lie, and
// the advice on a word.
#pragma once

#include "domain/kind_words.h"

#include <QByteArray>
#include <QString>

class QWidget;

namespace holdfast::ui {

/// Where each of some byte positions, in order, lies as Qt counts.
class TextPlaces {
public:
    explicit TextPlaces(const QByteArray& utf8) : m_utf8{utf8} {}
    int of(std::size_t byte);

private:
    const QByteArray& m_utf8;
    std::size_t m_byte = 0;
    int m_position = 0;
};

std::string_view bytesOf(const QByteArray& bytes);

/// The sheet or the window that the editor stands in: what a card may lie over.
QWidget& groundOf(QWidget& editor);

QString adviceOn(const KindWordMatcher& matcher, const KindHit& hit);

}  // namespace holdfast::ui
