// A difference between two texts whose passages about third parties are marked: the marks become a property of each
// piece, and are never read out or shown as brackets.
#pragma once

#include "base/word_difference.h"

#include <vector>

namespace holdfast::ui {

struct MarkedPiece {
    WordPiece::Kind kind = WordPiece::Kind::same;
    std::string text;
    bool thirdParty = false;
    friend bool operator==(const MarkedPiece&, const MarkedPiece&) = default;
};

/// None is empty. What both texts have counts as marked where the later text marks it.
std::vector<MarkedPiece> markedPieces(const std::vector<WordPiece>& pieces);

}  // namespace holdfast::ui
