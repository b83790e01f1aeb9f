// A bounce report on paper: cover, contents with links, pictures as vectors, tables, definitions and caveats, on A4 across.
// The same pages go into a PDF and to a printer.
#pragma once

#include "report/document.h"
#include "report/picture.h"

#include <QByteArray>

class QPagedPaintDevice;

namespace holdfast::ui {

/// The report's pages as a PDF; nothing when it cannot be made. Needs an application for its fonts, no display, and may run
/// beside the thread of the screens.
QByteArray reportPdf(const report::Document& document, const std::vector<report::Picture>& pictures);

/// Paints every page on a printer or a PDF that nobody has painted on yet; returns how many, 0 when it cannot begin.
int paintReport(QPagedPaintDevice& device, const report::Document& document,
                const std::vector<report::Picture>& pictures);

}  // namespace holdfast::ui
