// The two pages that tell it once, in the person's own voice: a piece for each chosen section that has something to say.
#pragma once

#include "domain/passport.h"
#include "letters/compose.h"

namespace holdfast::letters {

struct PassportPiece {
    PassportSection section = PassportSection::name;
    std::vector<Block> blocks;
    friend bool operator==(const PassportPiece&, const PassportPiece&) = default;
};

/// A passport in pieces, so that whoever lays it out can leave some out and say so.
struct PassportPaper {
    PassportChoice choice;
    std::vector<PassportPiece> pieces;
    std::vector<PassportSection> nothingToSay;  ///< chosen, and nothing is recorded
    std::vector<PassportSection> notShared;     ///< chosen, and the person does not share it with this reader
    std::vector<Block> foot;                    ///< version, dates, with whom it may be shared
    friend bool operator==(const PassportPaper&, const PassportPaper&) = default;
};

/// Without passages about third parties. `author` is who wrote the story as it stands.
PassportPaper passportPaper(const Facts& facts, const StoryVersion& story, const PassportChoice& choice);

/// Everything but the sections left out, which it names at the end.
Document passportDocument(const PassportPaper& paper, const std::vector<PassportSection>& leftOut = {});

/// "What helps me, and what makes it worse"
std::string sectionWords(PassportSection section);

}  // namespace holdfast::letters
