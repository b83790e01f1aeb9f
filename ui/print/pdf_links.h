// Links within a PDF and its outline: Qt 6.4 writes every link as an address on the web, and no outline at all.
#pragma once

#include <QByteArray>
#include <QPointF>
#include <QString>

#include <vector>

namespace holdfast::ui {

/// A place that links lead to and the outline names.
struct PdfPlace {
    QString anchor;  ///< "#anchor" is the address of its links
    QString title;   ///< in the outline
    int page = 0;    ///< from 0
    qreal down = 0;  ///< points from the top edge of the sheet
};

/// The same pages; links to "#anchor" lead to its place, the outline lists every place, the language is British English
/// and viewers show the title instead of the file's name. Empty when the bytes are no PDF.
QByteArray withInnerLinks(const QByteArray& pdf, const std::vector<PdfPlace>& places);

}  // namespace holdfast::ui
