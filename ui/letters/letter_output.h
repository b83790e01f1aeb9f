// Out of the program by the worker's own hand: print, save a PDF, copy the text. Holdfast sends nothing itself.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QPrinter;
class QWidget;

namespace holdfast::ui {

class Desk;

/// Asks for a printer and prints these exact pages. `printed` hears how many pages went; nothing when it was cancelled.
void printPdf(QWidget& window, const QByteArray& pdf, std::function<void(int)> printed);

/// "Sent to the printer: 3 pages."
QString printedWords(int pages);

/// All pages, or those from one to another where the dialog was told so; other choices are the printer's own queue's to
/// make. Returns how many went.
int printPages(QPrinter& printer, const QByteArray& pdf);

/// Asks where to and writes the file, readable by its owner only. `saved` hears the error's words, empty when it went well.
void saveFile(QWidget& window, Desk& desk, const QString& suggestedName, const QByteArray& bytes,
              std::function<void(const QString&)> saved);

/// The words of a PDF's pages.
QString textOf(const QByteArray& pdf);

void copyText(const QString& text);

}  // namespace holdfast::ui
