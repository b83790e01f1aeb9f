// Where a letter goes over to the next page: no heading alone at a page's foot, no row of a table on two pages, nobody's
// name alone on the last, and every line drawn once.
#pragma once

class QTextDocument;

namespace holdfast::ui {

/// Of a document whose page size is set. A paragraph that crosses a page becomes two, the second where the page begins:
/// Qt draws the line before a page's first line as well, hidden, and whoever copies the text would have it twice.
/// The number of pages that hold something: Qt counts the gap after the last words as well.
int settlePages(QTextDocument& document);

/// True when the last page of several holds no more than a line or two: less air may save it. Of a settled document.
bool hasLonelyEnd(const QTextDocument& document);

/// The whole last section goes over to the last page when all but a line or two of it stands before, so that what belongs
/// together is read together. Returns the number of pages, as settlePages does.
int settleLonelyEnd(QTextDocument& document);

}  // namespace holdfast::ui
