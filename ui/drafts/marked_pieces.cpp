#include "drafts/marked_pieces.h"

#include "domain/note_text.h"

#include <algorithm>

namespace holdfast::ui {

std::vector<MarkedPiece> markedPieces(const std::vector<WordPiece>& pieces)
{
    using Kind = WordPiece::Kind;
    std::vector<MarkedPiece> marked;
    bool before = false;
    bool after = false;
    for (const WordPiece& piece : pieces) {
        std::string_view left = piece.text;
        while (!left.empty()) {
            const auto mark = std::min(left.find(thirdPartyBegins), left.find(thirdPartyEnds));
            if (const auto words = left.substr(0, mark); !words.empty())
                marked.push_back({piece.kind, std::string{words}, piece.kind == Kind::removed ? before : after});
            if (mark == std::string_view::npos)
                break;
            const bool begins = left.substr(mark).starts_with(thirdPartyBegins);
            if (piece.kind != Kind::added)
                before = begins;
            if (piece.kind != Kind::removed)
                after = begins;
            left.remove_prefix(mark + thirdPartyBegins.size());
        }
    }
    return marked;
}

}  // namespace holdfast::ui
