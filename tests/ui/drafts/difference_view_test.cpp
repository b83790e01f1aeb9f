#include "drafts/difference_view.h"

#include "theme/theme.h"

#include <QTextBlock>
#include <QTextFragment>

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

/// What is struck through, and what is underlined.
std::pair<QStringList, QStringList> marked(const DifferenceView& view)
{
    QStringList struck;
    QStringList underlined;
    for (auto block = view.document()->begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            if (at.fragment().charFormat().fontStrikeOut())
                struck << at.fragment().text();
            if (at.fragment().charFormat().fontUnderline())
                underlined << at.fragment().text();
        }
    return {struck, underlined};
}

}  // namespace

TEST_CASE("a difference is told by shape, and in words to somebody who hears it")
{
    const Theme theme;
    DifferenceView view{theme};
    const bool differs = view.show({{"what_matters", "I want to sleep."}, {"companion", "My sister"}},
                                   {{"what_matters", "I want to work."}, {"companion", "My sister"}});
    CHECK(differs);
    const auto [struck, underlined] = marked(view);
    CHECK(struck == QStringList{QStringLiteral("sleep")});
    CHECK(underlined == QStringList{QStringLiteral("work")});
    CHECK(view.accessibleDescription() == QStringLiteral("What matters: taken out: sleep; put in: work"));
    CHECK(view.toPlainText().contains(QStringLiteral("1 other answer")));
    CHECK_FALSE(view.toPlainText().contains(QStringLiteral("My sister")));
}

TEST_CASE("a field that is new or gone is shown whole, and equal drafts say so")
{
    const Theme theme;
    DifferenceView view{theme};
    CHECK(view.show({{"culture", "Prayer on Friday"}}, {{"stigma", "None"}}));
    const auto [struck, underlined] = marked(view);
    CHECK(struck == QStringList{QStringLiteral("Prayer on Friday")});
    CHECK(underlined == QStringList{QStringLiteral("None")});
    CHECK_FALSE(view.show({{"culture", "Prayer"}}, {{"culture", "Prayer"}}));
    CHECK(view.toPlainText() == QStringLiteral("Both say the same."));
}

TEST_CASE("markup in what people typed is shown as they typed it")
{
    const Theme theme;
    DifferenceView view{theme};
    view.show({}, {{"text", "<b>bold</b> <img src=\"file:///etc/passwd\">"}});
    CHECK(view.toPlainText().contains(QStringLiteral("<b>bold</b> <img src=")));
    view.showWhole({{"text", "<i>x</i>"}});
    CHECK(view.toPlainText().contains(QStringLiteral("<i>x</i>")));
}

TEST_CASE("marks of what is about somebody else are never shown as brackets in a difference")
{
    const auto pieces =
        markedPieces(wordDifference("Came. [[Mum is tired]] Rang.", "Came. [[Mum is very tired]] Rang later."));
    std::string shown;
    for (const MarkedPiece& piece : pieces) {
        shown += piece.text;
        CHECK(piece.thirdParty ==
              (piece.text.find("Mum") != std::string::npos || piece.text.find("tired") != std::string::npos ||
               piece.text.find("very") != std::string::npos));
    }
    CHECK(shown.find('[') == std::string::npos);
    CHECK(shown.find(']') == std::string::npos);
    CHECK(markedPieces(wordDifference("His brother rang.", "[[His brother]] rang.")).back() ==
          MarkedPiece{WordPiece::Kind::same, " rang.", false});
}
