// Asking where a CSV file of the directory lies or shall lie, and reading or writing it.
#pragma once

#include "async/desk.h"

#include <QString>

#include <functional>

class QWidget;

namespace holdfast::ui {

/// `take` gets the text of the file that was chosen, or why it cannot be read.
void chooseCsvToImport(QWidget& page, const QString& title, std::function<void(const Result<std::string>& csv)> take);

/// `make` runs on the background thread; `take` hears whether the file was written.
void chooseCsvToExport(Desk& desk, QWidget& page, const QString& title, const QString& fileName,
                       std::function<Result<std::string>(UseCases& use, const app::Session& session)> make,
                       std::function<void(const Result<Done>& written)> take);

}  // namespace holdfast::ui
