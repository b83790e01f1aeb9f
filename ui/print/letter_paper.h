// A letter on A4: letterhead, margins, page numbers. The same pages go into a PDF and to a printer.
#pragma once

#include "domain/letterhead.h"
#include "letters/document.h"

#include <QByteArray>

class QPagedPaintDevice;

namespace holdfast::ui {

/// The letter's pages as a PDF. Its properties name the kind of letter and never a person.
QByteArray pdfOf(const letters::Document& letter, const Letterhead& letterhead);

/// Paints every page on a printer or a PDF that nobody has painted on yet; returns how many, 0 when it cannot begin.
int paintLetter(QPagedPaintDevice& device, const letters::Document& letter, const Letterhead& letterhead);

/// "challenge-letter.pdf": what a saved copy is called unless somebody names it; never a person's name.
QString fileNameFor(letters::LetterKind kind);

}  // namespace holdfast::ui
